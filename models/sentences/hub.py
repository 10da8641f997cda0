"""What the program says about the hub, at its side and at a station's."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "hub.bad_database": (
        "Địa chỉ cơ sở dữ liệu không đúng, hoặc máy này chưa cài phần máy chủ (motcua[hub]). Hãy ghi theo mẫu postgresql+psycopg://tài_khoản@máy/tên.",
        "The database's address is wrong, or the hub's part is not installed here (motcua[hub]). Please write it as postgresql+psycopg://user@host/name.",
    ),
    "hub.not_installed": (
        "Máy này chưa cài phần máy chủ. Hãy cài gói motcua[hub] rồi thử lại.",
        "The hub's part is not installed on this machine. Please install motcua[hub], then try again.",
    ),
    "hub.no_database": (
        "Chưa cho biết cơ sở dữ liệu của máy chủ. Hãy thêm --database hoặc đặt MOTCUA_HUB_DATABASE.",
        "The hub's database was not named. Please add --database or set MOTCUA_HUB_DATABASE.",
    ),
    "hub.database": (
        "PostgreSQL không trả lời như mong đợi (mã {state}). Hãy kiểm tra máy chủ cơ sở dữ liệu, địa chỉ và quyền truy cập rồi thử lại.",
        "PostgreSQL did not do what was asked (state {state}). Please check the database server, its address and the rights, then try again.",
    ),
    "hub.database_busy": (
        "Cơ sở dữ liệu của máy chủ đang bận. Chưa có gì thay đổi; hãy thử lại sau ít phút.",
        "The hub's database is busy. Nothing was changed; please try again in a few minutes.",
    ),
    "hub.newer": (
        "Cơ sở dữ liệu này do phiên bản khác của motcua tạo ra, hoặc không phải của motcua. Hãy cập nhật chương trình hoặc chọn cơ sở dữ liệu khác.",
        "This database was made by another version of motcua, or is none of motcua's. Please update the program or choose another database.",
    ),
    "hub.no_card": (
        "Máy chủ chưa có thẻ. Hãy tạo thẻ trước (lệnh: motcua hub card TỆP).",
        "The hub has no card yet. Please make it first (command: motcua hub card FILE).",
    ),
    "hub.unknown_unit": (
        "Máy chủ chưa biết đơn vị {code}: mã này không có sẵn trong chương trình và chưa trạm nào gửi lên. Hãy kiểm tra lại mã, hoặc cho trạm đã khai báo đơn vị này trao đổi với máy chủ trước.",
        "The hub does not know a unit {code}: it does not ship with the program, and no station has sent its definition. Please check the code, or have the station that defined it exchange with the hub first.",
    ),
    "hub.bad_address": (
        "Địa chỉ lắng nghe không đúng. Hãy ghi theo mẫu 127.0.0.1:8470.",
        "The address to listen at is wrong. Please write it as 127.0.0.1:8470.",
    ),
    "hub.not_listening": (
        "Không lắng nghe được ở {address}, hoặc không đọc được chứng chỉ TLS. Hãy chọn cổng khác hoặc kiểm tra tệp chứng chỉ.",
        "The hub cannot listen at {address}, or its TLS certificate cannot be read. Please choose another port or check the certificate's files.",
    ),
    "hub.listening": (
        "Máy chủ {name} đang chạy ở {address}. Nhấn Ctrl+C để dừng.",
        "The hub {name} is running at {address}. Press Ctrl+C to stop it.",
    ),
    "hub.none_chosen": (
        "Chưa chọn máy chủ trung chuyển. Hãy chạy lại với --hub và địa chỉ của máy chủ.",
        "No hub was chosen yet. Please run this again with --hub and the hub's address.",
    ),
    "hub.not_enrolled": (
        "Thẻ của máy chủ này chưa được ghi nhận ở đây. Hãy ghi nhận thẻ trước, cho đọc mọi đơn vị (phím F4 ở trang Trao đổi, hoặc lệnh: motcua station enrol TỆP --reads all).",
        "The card of this hub is not enrolled here. Please enrol it first, to read all units (F4 on the page Exchange, or the command: motcua station enrol FILE --reads all).",
    ),
    "hub.bad_url": (
        "Địa chỉ máy chủ không đúng. Hãy ghi theo mẫu https://trungchuyen.example.vn.",
        "The hub's address is wrong. Please write it as https://hub.example.vn.",
    ),
    "hub.unreachable": (
        "Không kết nối được tới máy chủ {host}. Hãy kiểm tra mạng rồi thử lại; dữ liệu vẫn an toàn trên máy này.",
        "The hub at {host} cannot be reached. Please check the network and try again; the data are safe on this machine.",
    ),
    "hub.bad_certificate": (
        "Chứng chỉ của máy chủ {host} không đáng tin nên không gửi gì. Hãy kiểm tra địa chỉ và ngày giờ của máy, hoặc báo cho người quản trị.",
        "The certificate of {host} is not trusted, so nothing was sent. Please check the address and this machine's date, or tell the administrator.",
    ),
    "hub.refused": (
        "Máy chủ không nhận trạm này. Hãy nhờ người quản trị ghi nhận thẻ của trạm ở máy chủ (lệnh: motcua hub enrol TỆP).",
        "The hub does not accept this station. Please ask its administrator to enrol this station's card there (command: motcua hub enrol FILE).",
    ),
    "hub.damaged": (
        "Dữ liệu đến máy chủ bị hỏng trên đường nên không được nhận. Hãy thử lại; nếu vẫn vậy, hãy cập nhật chương trình.",
        "What reached the hub was damaged on the way and was not accepted. Please try again; if it happens again, update the program.",
    ),
    "hub.too_large": (
        "Máy chủ không nhận gói lớn như vậy. Hãy cập nhật chương trình ở trạm này rồi thử lại.",
        "The hub does not accept a request of this size. Please update the program at this station, then try again.",
    ),
    "hub.too_often": (
        "Trạm này hỏi máy chủ quá dồn dập. Hãy thử lại sau {seconds} giây.",
        "This station asks the hub too often. Please try again in {seconds} seconds.",
    ),
    "hub.too_slow": (
        "Đường truyền quá chậm nên máy chủ thôi chờ. Hãy thử lại khi mạng tốt hơn.",
        "The line is too slow and the hub stopped waiting. Please try again on a better network.",
    ),
    "hub.unavailable": (
        "Máy chủ {host} đang bận hoặc tạm dừng. Hãy thử lại sau {seconds} giây; dữ liệu vẫn an toàn trên máy này.",
        "The hub at {host} is busy or down for the moment. Please try again in {seconds} seconds; the data are safe on this machine.",
    ),
    "hub.bug": (
        "Máy chủ gặp lỗi của chính nó. Hãy báo cho người quản trị máy chủ.",
        "The hub ran into a fault of its own. Please tell the hub's administrator.",
    ),
    "hub.odd_answer": (
        "Câu trả lời không phải của máy chủ đã ghi nhận nên không nhận gì. Hãy kiểm tra địa chỉ máy chủ.",
        "The answer is not that of the enrolled hub, so nothing was taken in. Please check the hub's address.",
    ),
    "hub.synced": (
        "Đã gửi {sent}, đã nhận {received}, còn chờ {pending}.",
        "Sent {sent}, received {received}, still waiting {pending}.",
    ),
}
