"""What the program says about accounts and passwords."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "accounts.unknown": (
        "Không có tài khoản “{name}” trong kho này. Hãy kiểm tra lại tên tài khoản.",
        "There is no account “{name}” in this store. Please check the account's name.",
    ),
    "accounts.wrong_password": (
        "Mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ rồi nhập lại.",
        "The password is not right. Please check Caps Lock and the input method, then type it again.",
    ),
    "accounts.password_short": (
        "Mật khẩu phải có ít nhất {least} ký tự.",
        "The password needs at least {least} characters.",
    ),
    "accounts.wrong_recovery_key": (
        "Khóa khôi phục này không mở được kho dữ liệu. Hãy kiểm tra đúng tờ giấy của kho này.",
        "This recovery key does not open the store. Please check that the sheet is this store's.",
    ),
    "accounts.recovery_key_mistyped": (
        "Khóa khôi phục gõ chưa đúng. Hãy so từng nhóm 5 ký tự với tờ giấy.",
        "The recovery key was mistyped. Please compare each group of 5 letters with the sheet.",
    ),
    "accounts.name_missing": (
        "Hãy cho biết tên tài khoản bằng --account: kho này có nhiều tài khoản ({names}).",
        "Please name the account with --account: this store has several ({names}).",
    ),
    "accounts.name_empty": (
        "Hãy nhập tên tài khoản.",
        "Please type an account name.",
    ),
    "accounts.may_not_key_slips": (
        "Tài khoản này không được phép nhập phiếu. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not key slips. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_import_slips": (
        "Tài khoản này không được phép nạp phiếu từ tệp. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not take slips in from a file. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_review_slips": (
        "Tài khoản này không được phép sửa hoặc hủy phiếu của đợt đã đóng. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not correct or void slips of a closed batch. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_export_slips": (
        "Tài khoản này không được phép xuất phiếu ra tệp. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not export slips. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_read_households": (
        "Tài khoản này không được phép xem sổ hộ. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not look into the register of households. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_check_households": (
        "Tài khoản này không được phép xác minh hộ. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not check households. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_import_households": (
        "Tài khoản này không được phép nạp danh sách hộ. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not take in a list of households. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_settle_households": (
        "Tài khoản này không được phép quyết định các thông tin khác nhau hoặc gộp hộ. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not settle differences or merge households. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_export_households": (
        "Tài khoản này không được phép in hoặc xuất danh sách hộ. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not print or export lists of households. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_erase_households": (
        "Tài khoản này không được phép xóa dữ liệu của hộ. Hãy nhờ người đứng đầu đơn vị hoặc quản trị viên.",
        "This account may not erase a household's data. Please ask the head of the unit or the administrator.",
    ),
    "accounts.may_not_read_others_figures": (
        "Tài khoản này không được xem số liệu nhập của người khác. Hãy nhờ người đứng đầu đơn vị.",
        "This account may not see how others key. Please ask the head of the unit.",
    ),
    "accounts.may_not_assign_hamlets": (
        "Tài khoản này không được phép giao khu, thôn cho cán bộ. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not assign hamlets to officers. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_report": (
        "Tài khoản này không được phép lập báo cáo. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not make reports. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_exchange": (
        "Tài khoản này không được phép trao đổi dữ liệu với trạm khác. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not exchange data with other stations. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_enrol_stations": (
        "Tài khoản này không được phép ghi nhận hoặc thu hồi trạm khác. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not enrol or revoke other stations. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_change_settings": (
        "Tài khoản này không được phép thay đổi thiết lập. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not change the settings. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_publish_questionnaires": (
        "Tài khoản này không được phép công bố bảng hỏi. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not publish questionnaires. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_define_units": (
        "Tài khoản này không được phép khai báo đơn vị. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not define units. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_manage_accounts": (
        "Tài khoản này không được phép quản lý tài khoản. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not manage accounts. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_back_up": (
        "Tài khoản này không được phép sao lưu dữ liệu. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not back the data up. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_examine": (
        "Tài khoản này không được phép kiểm tra kho dữ liệu. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not examine the store. Please ask somebody who may, or the administrator.",
    ),
    "accounts.may_not_read_audit": (
        "Tài khoản này không được phép xem nhật ký truy vết. Hãy nhờ người có quyền hoặc hỏi quản trị viên.",
        "This account may not read the audit log. Please ask somebody who may, or the administrator.",
    ),
    "accounts.role_counter": ("Nhân viên quầy", "Counter staff"),
    "accounts.role_reviewer": ("Người rà soát", "Reviewer"),
    "accounts.role_officer": ("Cán bộ xã, phường", "Commune officer"),
    "accounts.role_head": ("Thủ trưởng đơn vị", "Head of unit"),
    "accounts.role_administrator": ("Quản trị viên", "Administrator"),
    "accounts.name_taken": (
        "Đã có tài khoản tên “{name}”. Hãy đặt tên khác.",
        "There is an account called “{name}” already. Please choose another name.",
    ),
    "accounts.no_account": (
        "Tài khoản này không mở được kho dữ liệu ở máy này. Hãy xem danh sách tài khoản.",
        "This account cannot open the store on this machine. Please look at the list of accounts.",
    ),
    "accounts.unknown_role": (
        "Không có vai trò “{role}”. Hãy chọn một trong các vai trò: {roles}.",
        "There is no role “{role}”. Please choose one of: {roles}.",
    ),
    "accounts.last_administrator": (
        "Đây là quản trị viên cuối cùng nên không bỏ được. Hãy giao vai trò quản trị cho người khác trước.",
        "This is the last administrator and has to stay. Please make somebody else an administrator first.",
    ),
    "accounts.password_simple": (
        "Mật khẩu phải có đủ chữ thường, chữ hoa, chữ số và ký hiệu.",
        "The password needs small and capital letters, digits and other signs.",
    ),
    "accounts.same_password": (
        "Mật khẩu mới giống mật khẩu cũ. Hãy chọn mật khẩu khác.",
        "The new password is the old one. Please choose another.",
    ),
    "accounts.must_change": (
        "Mật khẩu này do người khác đặt. Hãy đổi mật khẩu trước (lệnh: motcua account password).",
        "Somebody else set this password. Please change it first (command: motcua account password).",
    ),
    "accounts.locked": (
        "Nhập sai nhiều lần nên tài khoản “{name}” tạm khóa. Hãy thử lại sau {minutes} phút.",
        "The account “{name}” is locked after too many wrong tries. Please try again in {minutes} minutes.",
    ),
    "accounts.idle": (
        "Tài khoản “{name}” không dùng quá {days} ngày nên đã đóng. Hãy nhờ quản trị viên đặt lại mật khẩu.",
        "The account “{name}” was not used for more than {days} days and is closed. Please ask the administrator for a new password.",
    ),
    "accounts.removed": (
        "Tài khoản “{name}” đã bị gỡ khỏi kho này. Hãy hỏi quản trị viên.",
        "The account “{name}” was removed from this store. Please ask the administrator.",
    ),
    "accounts.code_needed": (
        "Hãy nhập mã 6 chữ số trên điện thoại (biến MOTCUA_CODE khi chạy lệnh).",
        "Please type the 6 digits on the telephone (MOTCUA_CODE when running a command).",
    ),
    "accounts.wrong_code": (
        "Mã 6 chữ số chưa đúng hoặc đã dùng. Hãy chờ mã mới trên điện thoại rồi nhập lại.",
        "The 6 digits are not right or were used before. Please wait for new ones and type them.",
    ),
    "accounts.added": (
        "Đã thêm tài khoản {name}. Người dùng phải đổi mật khẩu khi đăng nhập lần đầu.",
        "The account {name} was added. Its holder has to change the password at the first sign-in.",
    ),
    "accounts.taken_away": (
        "Đã gỡ tài khoản {name}; tên vẫn còn trong lịch sử.",
        "The account {name} was removed; its name stays in history.",
    ),
    "accounts.changed": ("Đã đặt mật khẩu mới cho {name}.", "{name} has a new password."),
    "accounts.second_step": (
        "Hãy quét địa chỉ này bằng ứng dụng mã trên điện thoại, rồi chạy lại lệnh với MOTCUA_SECOND_SECRET và MOTCUA_CODE.",
        "Scan this address with the telephone's code app, then run the command again with MOTCUA_SECOND_SECRET and MOTCUA_CODE.",
    ),
    "accounts.second_done": (
        "Từ nay tài khoản {name} cần thêm mã trên điện thoại.",
        "From now on the account {name} needs the telephone's code too.",
    ),
    "accounts.bad_secret": (
        "Khóa của mã thứ hai không đúng. Hãy chép lại nguyên dòng đã in ra.",
        "The second factor's secret is wrong. Please copy the whole line that was printed.",
    ),
}
