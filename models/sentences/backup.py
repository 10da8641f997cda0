"""What the program says about backups."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "backup.missing": (
        "Không có tệp sao lưu {file}. Hãy kiểm tra tên tệp và thư mục.",
        "There is no backup file {file}. Please check its name and folder.",
    ),
    "backup.not_one": (
        "Tệp {file} không phải bản sao lưu của chương trình, hoặc đã bị cắt. Hãy chọn tệp khác.",
        "The file {file} is no backup of this program, or was cut off. Please choose another file.",
    ),
    "backup.newer": (
        "Bản sao lưu {file} do phiên bản mới hơn tạo ra. Hãy cập nhật chương trình rồi khôi phục.",
        "The backup {file} was made by a newer version. Please update the program, then restore it.",
    ),
    "backup.damaged": (
        "Bản sao lưu {file} bị hỏng nên chưa khôi phục gì. Hãy dùng một bản sao lưu khác.",
        "The backup {file} is damaged, so nothing was restored. Please use another backup.",
    ),
    "backup.store_damaged": (
        "Kho dữ liệu đang hỏng nên không sao lưu được. Đừng ghi thêm; hãy chạy kiểm tra (lệnh: motcua doctor) và giữ bản sao lưu gần nhất.",
        "The store is damaged, so it cannot be backed up. Write nothing more; run the examination (command: motcua doctor) and keep the newest backup.",
    ),
    "backup.no_room": (
        "Thư mục {folder} chỉ còn {free} MB, cần {needed} MB để sao lưu. Hãy giải phóng dung lượng hoặc chọn ổ khác.",
        "The folder {folder} has {free} MB left and the backup needs {needed} MB. Please free some space or choose another disk.",
    ),
    "backup.no_folder": (
        "Không mở được thư mục {folder}. Hãy cắm lại ổ đĩa hoặc chọn thư mục khác.",
        "The folder {folder} cannot be opened. Please plug the disk in again or choose another folder.",
    ),
    "backup.not_written": (
        "Không ghi được bản sao lưu {file} vào {folder}. Hãy kiểm tra ổ đĩa và chỗ trống rồi thử lại.",
        "The backup {file} could not be written to {folder}. Please check the disk and its room, then try again.",
    ),
    "backup.not_read_back": (
        "Bản sao lưu {file} đã ghi nhưng đọc lại không đúng nên đã bỏ. Ổ đĩa có thể hỏng; hãy dùng ổ khác.",
        "The backup {file} was written but does not read back as it should, so it was dropped. The disk may be failing; please use another.",
    ),
    "backup.no_such_folder": (
        "Không có thư mục {folder}. Hãy cắm ổ đĩa hoặc chọn thư mục khác.",
        "There is no folder {folder}. Please plug the disk in or choose another folder.",
    ),
    "backup.beside_store": (
        "Thư mục {folder} nằm cùng chỗ với kho dữ liệu. Hãy chọn một ổ khác, ví dụ USB.",
        "The folder {folder} lies where the store lies. Please choose another disk, such as a stick.",
    ),
    "backup.broken_off": (
        "Việc sao lưu bị ngắt giữa chừng, chưa có bản sao lưu mới. Máy sẽ tự thử lại; nếu lặp lại, hãy báo người quản trị.",
        "The backup was broken off and there is no new one. It is tried again by itself; if this comes again, tell the administrator.",
    ),
    "backup.no_process": (
        "Máy không chạy được việc sao lưu. Hãy đóng bớt chương trình rồi thử lại.",
        "The computer could not run the backup. Please close other programs, then try again.",
    ),
    "backup.none_to_try": (
        "Chưa có bản sao lưu nào để thử. Hãy bấm Sao lưu ngay trước.",
        "There is no backup to try yet. Please press Back up now first.",
    ),
    "backup.on_server": (
        "Dữ liệu nằm trên máy chủ PostgreSQL; hãy sao lưu ở máy chủ bằng pg_dump (xem tài liệu).",
        "The data lies on a PostgreSQL server; please back it up there with pg_dump (see the documentation).",
    ),
    "backup.done": (
        "Đã sao lưu {events} sự kiện vào {file}; tệp đã được đọc lại và kiểm tra.",
        "{events} events were backed up to {file}; the file was read back and examined.",
    ),
    "backup.restored": (
        "Đã khôi phục {events} sự kiện vào {folder}. Mật khẩu là mật khẩu của lúc sao lưu.",
        "{events} events were restored to {folder}. The passwords are those of when the backup was made.",
    ),
}
