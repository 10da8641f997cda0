"""What the command line says."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "commands.about": (
        "Phiếu hài lòng và địa chỉ số cho bộ phận một cửa, không cần mạng. Không có lệnh: mở cửa sổ.",
        "Satisfaction slips and digital addresses for one-stop counters, offline. No command: the window.",
    ),
    "commands.commands": ("Các lệnh", "Commands"),
    "commands.init": ("Tạo kho dữ liệu mới", "Create a store"),
    "commands.init_unit": ("Mã đơn vị của kho", "Code of the store's unit"),
    "commands.init_unit_name": (
        "Tên đơn vị, nếu mã chưa có trong danh mục",
        "The unit's name, where the code is not in the list",
    ),
    "commands.init_admin": ("Tên tài khoản quản trị", "Name of the administrator's account"),
    "commands.demo": ("Tạo kho dữ liệu mẫu", "Create a demo store"),
    "commands.reset": (
        "Đặt lại mật khẩu bằng khóa khôi phục",
        "Set a new password with the recovery key",
    ),
    "commands.reset_name": ("Tên tài khoản", "The account's name"),
    "commands.surveys": ("Phiếu khảo sát", "Satisfaction slips"),
    "commands.surveys_import": (
        "Nhập phiếu từ tệp CSV hoặc XLSX, mỗi dòng một phiếu",
        "Take in slips from CSV or XLSX, one row a slip",
    ),
    "commands.surveys_export": (
        "Xuất phiếu ra tệp .csv, .xlsx hoặc .sps",
        "Write slips to .csv, .xlsx or .sps",
    ),
    "commands.questionnaire": ("Mã mẫu phiếu", "Code of the questionnaire"),
    "commands.dry_run": ("Chỉ kiểm tra, không ghi gì", "Check only, store nothing"),
    "commands.accept_valid": (
        "Ghi các dòng hợp lệ dù tệp có dòng bị từ chối",
        "Store the good rows even where others are rejected",
    ),
    "commands.from": ("Từ ngày (2026-10-01 hoặc 01/10/2026)", "First day (2026-10-01 or 01/10/2026)"),
    "commands.to": ("Đến hết ngày", "Last day, included"),
    "commands.unit": ("Mã đơn vị, có thể nhiều mã", "Unit codes, one or more"),
    "commands.questionnaire_group": ("Mẫu phiếu (XLSForm)", "Questionnaires (XLSForm)"),
    "commands.questionnaire_check": ("Kiểm tra một tệp XLSForm", "Check an XLSForm"),
    "commands.questionnaire_publish": (
        "Công bố một phiên bản mẫu phiếu",
        "Publish a version of a questionnaire",
    ),
    "commands.questionnaire_list": ("Liệt kê các mẫu phiếu", "List the questionnaires"),
    "commands.report": ("Báo cáo", "Reports"),
    "commands.report_satisfaction": (
        "Báo cáo mức độ hài lòng của một kỳ",
        "Satisfaction summary of a period",
    ),
    "commands.out": (
        "Tệp kết quả: .pdf .docx .xlsx .csv .json .md",
        "The file to write: .pdf .docx .xlsx .csv .json .md",
    ),
    "commands.unit_map": (
        "Theo đơn vị lúc thu phiếu (recorded) hoặc đơn vị hiện nay (today)",
        "By units as recorded, or by today's units",
    ),
    "commands.population": (
        "Số hồ sơ trong kỳ, để tính cỡ mẫu",
        "Dossiers in the period, for the sample size",
    ),
    "commands.doctor": ("Kiểm tra kho dữ liệu", "Examine the store"),
    "commands.doctor_rebuild": (
        "Dựng lại các bảng từ nhật ký trước khi kiểm tra",
        "Build the tables anew from the journal first",
    ),
    "commands.data_dir": ("Thư mục dữ liệu", "Data folder"),
    "commands.account": ("Tên tài khoản", "Account name"),
    "commands.json": ("In kết quả dạng JSON", "Print the result as JSON"),
    "commands.lang": ("Ngôn ngữ thông báo", "Language of messages"),
    "commands.wrong": (
        "Lệnh chưa đúng: {detail}. Hãy xem: motcua --help",
        "The command is not right: {detail}. Please see: motcua --help",
    ),
    "commands.missing": ("thiếu {names}", "missing {names}"),
    "commands.unrecognized": ("không hiểu {names}", "not understood: {names}"),
    "commands.no_value": ("{names} cần một giá trị", "{names} needs a value"),
    "commands.bad_choice": (
        "{names} không có giá trị {value}",
        "{names} has no value {value}",
    ),
    "commands.bad_date": (
        "Ngày “{text}” của {option} không đúng. Hãy viết như 2026-10-05 hoặc 05/10/2026.",
        "The date “{text}” of {option} is not right. Please write it as 2026-10-05 or 05/10/2026.",
    ),
    "commands.bad_number": (
        "Giá trị “{text}” của {option} phải là một số nguyên dương.",
        "The value “{text}” of {option} must be a whole number above 0.",
    ),
    "commands.password": ("Mật khẩu:", "Password:"),
    "commands.new_password": ("Mật khẩu mới:", "New password:"),
    "commands.recovery_prompt": ("Khóa khôi phục:", "Recovery key:"),
    "commands.password_missing": (
        "Chưa có mật khẩu. Hãy đặt biến MOTCUA_PASSWORD hoặc chạy lệnh trong cửa sổ dòng lệnh.",
        "There is no password. Please set MOTCUA_PASSWORD or run the command in a terminal.",
    ),
    "commands.init_done": (
        "Đã tạo kho dữ liệu của {unit} trong {folder}.",
        "The store of {unit} was created in {folder}.",
    ),
    "commands.recovery_key": (
        "Khóa khôi phục (chỉ hiện một lần, hãy in và cất nơi an toàn): {key}",
        "Recovery key (shown this once; print it and keep it safe): {key}",
    ),
    "commands.demo_done": (
        "Đã tạo kho mẫu với {responses} phiếu. Tài khoản: {account}, mật khẩu: {password}",
        "The demo store holds {responses} slips. Account: {account}, password: {password}",
    ),
    "commands.reset_done": (
        "Đã đặt mật khẩu mới cho tài khoản {name}.",
        "The account {name} has a new password.",
    ),
    "commands.examining": ("Đang kiểm tra: {name} …", "Examining: {name} …"),
    "commands.published": (
        "Đã công bố mẫu phiếu {code} phiên bản {version}.",
        "Questionnaire {code} version {version} is published.",
    ),
    "commands.published_before": (
        "Mẫu phiếu {code} phiên bản {version} đã công bố từ trước.",
        "Questionnaire {code} version {version} was published before.",
    ),
    "commands.rows_rejected": (
        "{rejected} dòng bị từ chối, chưa ghi gì. Hãy sửa tệp, hoặc thêm --accept-valid để ghi {good} dòng hợp lệ.",
        "{rejected} rows were rejected and nothing was stored. Mend the file, or add --accept-valid to store the {good} good rows.",
    ),
    "commands.converted": (
        "Chữ trong tệp theo bảng mã {encoding} đã được chuyển sang Unicode.",
        "The file's text was in {encoding} and was converted to Unicode.",
    ),
    "commands.note": ("Lưu ý, dòng {row}: {message}", "Note, row {row}: {message}"),
    "commands.imported": (
        "Đã ghi {accepted} phiếu.",
        "{accepted} slips were stored.",
    ),
    "commands.place_row": ("Dòng {row}", "Row {row}"),
    "commands.place_column": ("cột {column}", "column {column}"),
    "commands.interrupted": ("Đã dừng theo yêu cầu.", "Stopped as asked."),
    "commands.no_display": (
        "Không có màn hình để mở cửa sổ.",
        "There is no display to open the window on.",
    ),
}
