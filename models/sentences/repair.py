"""What the program says about damage to the store, and what a repair brought back."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "repair.check_broken": (
        "Việc tự kiểm tra kho dữ liệu bị ngắt giữa chừng. Lần mở sau máy kiểm tra lại; nếu lặp lại, hãy chạy motcua doctor.",
        "The store's own examination was broken off. It is made again at the next start; if this comes again, run motcua doctor.",
    ),
    "repair.disk_low": (
        "Ổ đĩa chứa {folder} chỉ còn {free} MB, cần {needed} MB cho một tháng làm việc và bản sao lưu. Hãy xóa hoặc chuyển bớt tệp khác; dữ liệu đã lưu không bị ảnh hưởng.",
        "The disk with {folder} has {free} MB left; a month's work and its backup need {needed} MB. Delete or move other files; what is saved is safe.",
    ),
    "repair.no_backup": (
        "Không tìm thấy bản sao lưu nào của kho này trong {folder} và các nơi đã ghi. Hãy cắm ổ đĩa thứ hai hoặc chọn tệp sao lưu.",
        "No backup of this store was found in {folder} or the other known places. Plug in the second disk, or choose a backup file.",
    ),
    "repair.other_store": (
        "Bản sao lưu {file} là của kho dữ liệu khác. Hãy chọn bản sao lưu của kho này, hoặc khôi phục tệp ấy vào một thư mục trống.",
        "The backup {file} is of another store. Choose one of this store, or restore that file into an empty folder.",
    ),
    "repair.not_aside": (
        "Không đủ chỗ trong {folder} để cất bản chép của kho hỏng nên chưa khôi phục gì. Hãy giải phóng dung lượng rồi thử lại.",
        "There is no room in {folder} to put a copy of the damaged store aside, so nothing was restored. Free some space, then try again.",
    ),
    "repair.not_whole": (
        "Kho vừa dựng lại chưa kiểm tra được là nguyên vẹn nên chưa thay kho cũ. Ổ đĩa có thể hỏng; hãy khôi phục trên máy khác.",
        "The store that was built did not prove whole, so the old one was not replaced. The disk may be failing; restore on another machine.",
    ),
    "repair.not_needed": (
        "Kho dữ liệu trong {folder} không bị báo hỏng nên không cần khôi phục. Hãy chạy motcua doctor để kiểm tra.",
        "The store in {folder} was not found damaged, so there is nothing to restore. Run motcua doctor to examine it.",
    ),
    "repair.offer": (
        "Có bản sao lưu ngày {day}, {events} sự kiện: {file}. Hãy chạy motcua restore để khôi phục.",
        "There is a backup of {day} with {events} events: {file}. Run motcua restore to restore it.",
    ),
    "repair.none": (
        "Không thấy bản sao lưu nào của kho này. Hãy cắm ổ đĩa thứ hai, hoặc chạy motcua restore với tệp sao lưu.",
        "No backup of this store is in sight. Plug in the second disk, or run motcua restore with a backup file.",
    ),
    "repair.whole": (
        "Đã kiểm tra lại: kho dữ liệu nguyên vẹn, không mất gì. Hãy đăng nhập như thường.",
        "Examined again: the store is whole and nothing is lost. Please sign in as usual.",
    ),
    "repair.keyring": (
        "Kho dữ liệu nguyên vẹn; chỉ tệp khóa được lấy lại từ bản sao lưu. Mật khẩu là mật khẩu của lúc sao lưu.",
        "The store is whole; only the key file came from the backup. Passwords are those of when it was made.",
    ),
    "repair.keyring_too": (
        "Tệp khóa cũng lấy từ bản sao lưu: mật khẩu là mật khẩu của lúc sao lưu.",
        "The key file came from the backup too: passwords are those of when it was made.",
    ),
    "repair.restored": (
        "Đã khôi phục bản sao lưu lúc {made} với {events} sự kiện.",
        "The backup of {made} was restored, with {events} events.",
    ),
    "repair.came_back": (
        "Lấy lại được thêm {n} sự kiện ghi sau đó từ chính kho bị hỏng.",
        "{n} events recorded after that came back from the damaged store itself.",
    ),
    "repair.waiting": (
        "{n} sự kiện nữa đọc được nhưng còn chờ phần bị thiếu trước đó; chúng được giữ và sẽ vào số liệu khi trạm khác gửi lại phần ấy.",
        "{n} more can be read but wait for a missing part before them; they are kept, and count once another station gives that part back.",
    ),
    "repair.nothing_lost": (
        "Không thiếu sự kiện nào.",
        "No event is missing.",
    ),
    "repair.lost": (
        "Thiếu {n} sự kiện không đọc được nữa: {days}.",
        "{n} events cannot be read any more and are missing: {days}.",
    ),
    "repair.lost_day": ("{n} của ngày {day}", "{n} of {day}"),
    "repair.unsure": (
        "Kho hỏng không còn cho biết hết những gì đã ghi: từ {made} đến {until} có thể còn thiếu. Hãy đối chiếu với phiếu giấy.",
        "The damaged store no longer names all that it held: more may be missing between {made} and {until}. Compare with the paper slips.",
    ),
    "repair.stated": (
        "Trạm {station} báo đang giữ {n} sự kiện mà máy này không còn. Hãy trao đổi dữ liệu với trạm đó để lấy lại.",
        "Station {station} stated to hold {n} events that are no longer here. Exchange data with it to get them back.",
    ),
    "repair.aside": (
        "Các tệp hỏng được giữ trong thư mục {folder}; đừng xóa cho đến khi mọi số liệu đã khớp.",
        "The damaged files are kept in the folder {folder}; do not delete them before all figures agree.",
    ),
}
