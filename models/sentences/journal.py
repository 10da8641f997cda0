"""What reading the journal and examining a store found."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "journal.unreadable": (
        "Nhật ký có chỗ không đọc được: chuỗi {stream}, số {seq}. Đừng ghi thêm; hãy khôi phục bản sao lưu mới nhất.",
        "The journal cannot be read at stream {stream}, number {seq}. Write nothing more; restore the newest backup.",
    ),
    "doctor.name_integrity": ("Tệp dữ liệu", "Data file"),
    "doctor.name_chain": ("Chuỗi nhật ký", "Journal chain"),
    "doctor.name_projections": ("Bảng số liệu", "Tables"),
    "doctor.name_disk": ("Ổ đĩa", "Disk"),
    "doctor.name_clock": ("Đồng hồ", "Clock"),
    "doctor.name_versions": ("Phiên bản", "Versions"),
    "doctor.name_open": ("Mở kho", "Opening"),
    "doctor.name_repair": ("Khôi phục", "Repair"),
    "doctor.name_server": ("Máy chủ dữ liệu", "Database server"),
    "doctor.server_ok": (
        "PostgreSQL {version}, đường truyền được mã hóa ({line}).",
        "PostgreSQL {version}, the connection is encrypted ({line}).",
    ),
    "doctor.server_local": (
        "PostgreSQL {version}, trên chính máy này.",
        "PostgreSQL {version}, on this machine itself.",
    ),
    "doctor.server_open_line": (
        "PostgreSQL {version}: đường truyền không được mã hóa, người khác trong mạng đọc được họ tên, số điện thoại. Hãy bỏ sslmode=disable trong địa chỉ và bật TLS trên máy chủ (docs/lan.md).",
        "PostgreSQL {version}: the connection is not encrypted; others in the network can read names and telephones. Please take sslmode=disable out of the address and switch TLS on at the server (docs/lan.md).",
    ),
    "doctor.server_weak": (
        "PostgreSQL {version} có thể mất điều đã lưu hoặc sai chữ: {settings}. Hãy báo người quản trị máy chủ.",
        "PostgreSQL {version} may lose what was saved, or garble it: {settings}. Please tell whoever runs the server.",
    ),
    "doctor.server_versions": (
        "Lược đồ {schema}, PostgreSQL {version}.",
        "Schema {schema}, PostgreSQL {version}.",
    ),
    "doctor.integrity_ok": (
        "Tệp dữ liệu nguyên vẹn.",
        "The data file is whole.",
    ),
    "doctor.integrity_bad": (
        "Tệp dữ liệu có {n} chỗ hỏng. Đừng ghi thêm; hãy khôi phục bản sao lưu mới nhất.",
        "The data file is damaged in {n} places. Write nothing more; restore the newest backup.",
    ),
    "doctor.chain_ok": (
        "Nhật ký liền mạch, {n} sự kiện.",
        "The journal is unbroken, {n} events.",
    ),
    "doctor.chain_bad": (
        "Nhật ký đứt ở {n} chỗ, chỗ đầu tiên: chuỗi {stream}, số {seq} ({fault}).",
        "The journal is broken in {n} places, first at stream {stream}, number {seq} ({fault}).",
    ),
    "doctor.projections_ok": (
        "Mọi bảng khớp với nhật ký.",
        "Every table agrees with the journal.",
    ),
    "doctor.projections_bad": (
        "Các bảng sau không khớp với nhật ký: {tables}. Hãy chạy motcua doctor --rebuild.",
        "These tables differ from the journal: {tables}. Please run motcua doctor --rebuild.",
    ),
    "doctor.disk_ok": (
        "Còn trống {mb} MB.",
        "{mb} MB are free.",
    ),
    "doctor.disk_low": (
        "Ổ đĩa chỉ còn trống {mb} MB. Hãy giải phóng dung lượng.",
        "Only {mb} MB are free on the disk. Please free some space.",
    ),
    "doctor.clock_ok": (
        "Đồng hồ máy: {now}.",
        "This computer's clock: {now}.",
    ),
    "doctor.clock_behind": (
        "Đồng hồ máy ({now}) chậm hơn lần ghi gần nhất ({latest}). Hãy chỉnh lại giờ của máy.",
        "This computer's clock ({now}) is behind the latest record ({latest}). Please set it right.",
    ),
    "doctor.versions": (
        "Lược đồ {schema}, SQLite {sqlite}.",
        "Schema {schema}, SQLite {sqlite}.",
    ),
    "doctor.rebuilt": (
        "Đã dựng lại mọi bảng từ nhật ký.",
        "Every table was built anew from the journal.",
    ),
}
