"""What the program says about the store: its place, its key, its file."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "store.network_drive": (
        "Thư mục {folder} nằm trên ổ mạng. Hãy chọn một thư mục trên ổ đĩa của máy này.",
        "The folder {folder} is on a network drive. Please choose a folder on this computer's own disk.",
    ),
    "store.synced_folder": (
        "Thư mục {folder} được đồng bộ lên mạng. Hãy chọn một thư mục khác trên máy này.",
        "The folder {folder} is synced to the internet. Please choose another folder on this computer.",
    ),
    "store.old_sqlite": (
        "Thư viện SQLite {found} có lỗi có thể làm hỏng dữ liệu. Hãy cài lại chương trình.",
        "The SQLite library {found} has a fault that can damage data. Please install the program again.",
    ),
    "store.missing": (
        "Chưa có kho dữ liệu trong thư mục {folder}. Hãy tạo kho mới trước (lệnh: motcua init).",
        "There is no store in the folder {folder}. Please create one first (command: motcua init).",
    ),
    "store.replaced": (
        "Tệp dữ liệu vừa được thay bằng bản khôi phục. Điều đang nhập vẫn còn; hãy đóng chương trình rồi mở lại.",
        "The data file was just replaced by a restored one. What was typed is kept; please close the program and open it again.",
    ),
    "store.exists": (
        "Thư mục {folder} đã có kho dữ liệu. Hãy chọn một thư mục khác.",
        "The folder {folder} already holds a store. Please choose another folder.",
    ),
    "store.keyring_damaged": (
        "Không đọc được tệp khóa {file}. Hãy khôi phục tệp này từ bản sao lưu.",
        "The key file {file} cannot be read. Please restore it from a backup.",
    ),
    "store.newer": (
        "Kho dữ liệu này do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình.",
        "This store was written by a newer version of the program. Please update the program.",
    ),
    "store.damaged": (
        "Tệp dữ liệu {path} bị hỏng hoặc không khớp với khóa. Đừng ghi thêm; hãy khôi phục bản sao lưu.",
        "The data file {path} is damaged or does not fit its key. Write nothing more; restore a backup.",
    ),
    "store.disk": (
        "Không ghi hoặc đọc được {path}. Hãy kiểm tra ổ đĩa và quyền truy cập rồi thử lại.",
        "{path} cannot be written or read. Please check the disk and your permissions, then try again.",
    ),
    "store.disk_full": (
        "Ổ đĩa chứa {path} đã đầy. Hãy giải phóng dung lượng rồi thử lại; phiếu đã lưu không bị mất.",
        "The disk with {path} is full. Please free some space and try again; saved slips are not lost.",
    ),
    "store.read_only": (
        "Không có quyền ghi vào {path}. Hãy kiểm tra quyền của thư mục.",
        "{path} is read-only. Please check the folder's permissions.",
    ),
    "store.journal_unreadable": (
        "Nhật ký có sự kiện không đọc được nên chưa dựng lại được bảng số liệu. Hãy khôi phục bản sao lưu mới nhất.",
        "The journal holds an event that cannot be read, so the tables were not built anew. Restore the newest backup.",
    ),
    "store.busy": (
        "Một cửa sổ hoặc lệnh khác đang ghi dữ liệu. Hãy thử lại sau ít giây.",
        "Another window or command is writing. Please try again in a few seconds.",
    ),
    "store.no_driver": (
        "Chương trình chưa có phần kết nối PostgreSQL. Hãy cài bằng lệnh: pip install 'motcua[hub]'.",
        "The part that connects to PostgreSQL is not installed. Install it with: pip install 'motcua[hub]'.",
    ),
    "store.bad_url": (
        "Địa chỉ cơ sở dữ liệu không đúng. Hãy ghi theo mẫu postgresql+psycopg://tên:mật-khẩu@máy-chủ/cơ-sở-dữ-liệu.",
        "The database address is wrong. Please write it as postgresql+psycopg://name:password@host/database.",
    ),
    "store.server_lost": (
        "Không kết nối được với máy chủ dữ liệu. Điều đang nhập vẫn còn; hãy kiểm tra mạng và máy chủ rồi thử lại.",
        "The database server cannot be reached. What was typed is kept; check the network and the server, then try again.",
    ),
    "store.server_no_tls": (
        "Máy chủ dữ liệu chưa mã hóa đường truyền nên chương trình không kết nối. Hãy bật TLS trên máy chủ theo docs/lan.md rồi thử lại.",
        "The database server does not encrypt its connections, so none was made. Please switch TLS on at the server as docs/lan.md says, then try again.",
    ),
    "store.server_not_trusted": (
        "Chứng thư của máy chủ dữ liệu không khớp với sslrootcert hoặc tên máy trong địa chỉ. Hãy hỏi người quản trị máy chủ; đừng bỏ kiểm tra này.",
        "The database server's certificate does not match sslrootcert or the host name in the address. Please ask whoever runs the server; do not switch this check off.",
    ),
    "store.server_refused": (
        "Máy chủ dữ liệu không nhận tài khoản hoặc không có cơ sở dữ liệu này. Hãy kiểm tra địa chỉ và mật khẩu của cơ sở dữ liệu.",
        "The database server refuses the account or has no such database. Please check the database's address and password.",
    ),
    "store.server_full": (
        "Ổ đĩa hoặc bộ nhớ của máy chủ dữ liệu đã đầy. Hãy báo người quản trị máy chủ; điều đã lưu không bị mất.",
        "The database server has no room left. Please tell whoever runs the server; what was saved is not lost.",
    ),
    "store.server_read_only": (
        "Máy chủ dữ liệu này chỉ cho đọc. Hãy kết nối với máy chủ chính rồi thử lại.",
        "This database server can only be read. Please connect to the primary server and try again.",
    ),
    "store.server": (
        "Máy chủ dữ liệu báo lỗi {state}. Chưa có gì thay đổi; hãy thử lại hoặc báo người quản trị máy chủ.",
        "The database server reports error {state}. Nothing was changed; try again or tell whoever runs the server.",
    ),
    "store.not_ours": (
        "Cơ sở dữ liệu này chứa dữ liệu của chương trình khác. Hãy tạo một cơ sở dữ liệu riêng rồi thử lại.",
        "This database holds another program's data. Please create a database of its own and try again.",
    ),
    "store.place_damaged": (
        "Không đọc được tệp {file} có địa chỉ máy chủ dữ liệu. Hãy xóa tệp này rồi chạy lại lệnh motcua join.",
        "The file {file} with the server's address cannot be read. Please delete it and run motcua join again.",
    ),
    "store.server_taken": (
        "Cơ sở dữ liệu này đã có kho dữ liệu. Hãy dùng lệnh motcua join để máy này dùng chung.",
        "This database holds a store already. Please use motcua join to share it with this computer.",
    ),
    "store.unit_needed": (
        "Cơ sở dữ liệu này chưa thuộc đơn vị nào. Hãy ghi thêm --unit với mã đơn vị của máy chủ.",
        "This database belongs to no unit yet. Please add --unit with the code of the hub's unit.",
    ),
    "store.other_unit": (
        "Cơ sở dữ liệu này thuộc đơn vị {unit}. Hãy bỏ --unit hoặc ghi đúng mã đó.",
        "This database belongs to unit {unit}. Please leave --unit out or give that code.",
    ),
    "store.server_restored": (
        "Máy chủ dữ liệu vừa được khôi phục từ bản sao lưu. Hãy đóng chương trình rồi mở lại; phiếu đang nhập vẫn còn.",
        "The database server was restored from a backup. Please close the program and open it again; what was typed is kept.",
    ),
}
