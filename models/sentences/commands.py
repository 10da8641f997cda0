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
    "commands.database": (
        "Địa chỉ PostgreSQL; nên đặt trong biến MOTCUA_DATABASE vì có mật khẩu",
        "PostgreSQL address; better in MOTCUA_DATABASE, as it holds a password",
    ),
    "commands.no_database": (
        "Thiếu địa chỉ cơ sở dữ liệu. Hãy đặt biến MOTCUA_DATABASE hoặc dùng --database.",
        "The database's address is missing. Please set MOTCUA_DATABASE or give --database.",
    ),
    "commands.join": (
        "Dùng chung kho dữ liệu đã có trên máy chủ PostgreSQL",
        "Work on a store that is on a PostgreSQL server",
    ),
    "commands.join_admin": (
        "Tên tài khoản; chưa có thì được tạo mới",
        "The account's name; made if it is new",
    ),
    "commands.join_unit": (
        "Mã đơn vị, khi cơ sở dữ liệu chưa thuộc đơn vị nào",
        "Unit code, where the database belongs to no unit yet",
    ),
    "commands.join_done": (
        "Máy này dùng kho dữ liệu của {unit} trên máy chủ; khóa và phiếu nhập dở nằm ở {folder}.",
        "This computer works on the server's store of {unit}; its keys and drafts are in {folder}.",
    ),
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
    "commands.households": ("Hộ và địa chỉ số", "Households and digital addresses"),
    "commands.households_import": (
        "Nhập danh sách hộ từ tệp XLSX, XLS hoặc CSV",
        "Take in a list of households from XLSX, XLS or CSV",
    ),
    "commands.households_search": (
        "Tìm hộ theo tên, địa chỉ, điện thoại hoặc mã",
        "Find households by name, address, telephone or code",
    ),
    "commands.households_check": (
        "Ghi kết quả rà soát tại chỗ của một hộ",
        "Record a check of one household on the spot",
    ),
    "commands.place": (
        "Thôn, khu của phường, xã đã chia tách nay thuộc đơn vị nào, ví dụ 06820/Khu 1=06811; dùng được nhiều lần",
        "To which of today's units a hamlet of a split one belongs, such as 06820/Khu 1=06811; may be given again",
    ),
    "commands.join_likely": (
        "Ghép mỗi dòng với hộ giống nhất trong sổ, kể cả khi chưa chắc",
        "Join each row with the likeliest household of the register, even where it is not sure",
    ),
    "commands.list_unit": (
        "Mã phường, xã của các dòng không ghi phường, xã",
        "Code of the ward or commune of rows that name none",
    ),
    "commands.list_hamlet": (
        "Thôn, khu của các dòng không ghi thôn, khu",
        "The hamlet of rows that name none",
    ),
    "commands.households_erase": ("Xóa dữ liệu cá nhân của một hộ theo yêu cầu, ở đây và ở mọi trạm", "Erase a household's personal data on request, here and at every station"),
    "commands.erase_reason": ("Lý do xóa", "Why it is erased"),
    "commands.household_erased": ("Đã xóa {records} hồ sơ, {entries} lần ghi. Trạm khác xóa theo khi trao đổi; bản sao lưu cũ còn giữ đến khi được thay.", "Erased: {records} records, {entries} entries. Other stations follow when they exchange; older backups keep it until they are thinned."),
    "commands.households_export": ("Xuất danh sách hộ ra tệp, không có họ tên và điện thoại", "Write the households to a file, without names and telephones"),
    "commands.personal": ("Kèm họ tên, điện thoại và ghi chú", "With names, telephones and notes"),
    "commands.hide_small": ("Ẩn số từ 1 đến 4 và những số để suy ra chúng", "Hide counts from 1 to 4 and what would give them away"),
    "commands.limit": ("Số hộ nhiều nhất", "How many households at most"),
    "commands.household_id": (
        "ID của hộ, mã địa chỉ số hoặc mã hộ",
        "The household's id, digital address code or list code",
    ),
    "commands.outcome": ("Kết quả rà soát", "The outcome"),
    "commands.field": (
        "Thông tin đúng, ví dụ phone=0912345678 hoặc place=21.03,106.77; dùng được nhiều lần",
        "What is right, such as phone=0912345678 or place=21.03,106.77; may be given again",
    ),
    "commands.check_note": ("Ghi chú của lần rà soát", "A note on the check"),
    "commands.checked_on": ("Ngày rà soát, nếu không phải hôm nay", "Day of the check, if not today"),
    "commands.report_households": (
        "Báo cáo hộ và địa chỉ số của một kỳ",
        "Report on households and digital addresses of a period",
    ),
    "commands.household_map": (
        "Theo đơn vị ghi trong danh sách (recorded) hoặc đơn vị hiện nay (today)",
        "By units as the lists name them (recorded), or by today's units (today)",
    ),
    "commands.bad_field": (
        "Không hiểu “{text}” của --field. Hãy viết tên và giá trị, ví dụ --field phone=0912345678.",
        "“{text}” of --field was not understood. Write a name and a value, as --field phone=0912345678.",
    ),
    "commands.field_twice": (
        "Thông tin “{name}” được ghi hai lần. Hãy chỉ ghi một --field {name}=….",
        "The field “{name}” is given twice. Please give one --field {name}=… only.",
    ),
    "commands.not_text": (
        "Lệnh hoặc mật khẩu có ký tự không phải UTF-8. Hãy gõ lại, hoặc đổi tên tệp.",
        "The command or the password has characters that are not UTF-8. Please type it again, or rename the file.",
    ),
    "commands.unknown_field": (
        "Không có thông tin nào tên “{name}”. Hãy dùng một trong các tên: {names}.",
        "There is no field “{name}”. Please use one of these names: {names}.",
    ),
    "commands.place_in_parts": (
        "Tọa độ cần đủ cả lat và lon, hoặc chỉ place. Hãy ghi lại, ví dụ --field lat=21.03 --field lon=106.77.",
        "Coordinates need both lat and lon, or place alone. Write them as --field lat=21.03 --field lon=106.77.",
    ),
    "commands.yes_or_no": (
        "Giá trị “{text}” của {option} phải là yes hoặc no.",
        "The value “{text}” of {option} must be yes or no.",
    ),
    "commands.bad_place": (
        "Không hiểu “{text}” của --place. Hãy viết mã đơn vị cũ, thôn khu và mã đơn vị nay, ví dụ --place \"06820/Khu 1=06811\".",
        "“{text}” of --place was not understood. Write the old unit's code, the hamlet and today's code, as --place \"06820/Khu 1=06811\".",
    ),
    "commands.hamlet_waits": (
        "{hamlet} ({rows} dòng) thuộc đơn vị {old} đã chia tách. Hãy cho biết nay thuộc đơn vị nào: --place \"{old}/{hamlet}=MÃ\", với MÃ là một trong: {units}.",
        "{hamlet} ({rows} rows) is of unit {old}, which was split. Say where it belongs today: --place \"{old}/{hamlet}=CODE\", where CODE is one of: {units}.",
    ),
    "commands.likely": (
        "{rows} dòng có thể là hộ đã có trong sổ nhưng chưa chắc nên được giữ riêng. Thêm --join-likely để ghép với hộ giống nhất.",
        "{rows} rows may be households that the register has, without being sure, and stay apart. Add --join-likely to join each with the likeliest.",
    ),
    "commands.list_taken": (
        "Danh sách đã được ghi: thêm {added} hộ, cập nhật {updated} hộ, {unchanged} hộ không đổi.",
        "The list was taken in: {added} households added, {updated} updated, {unchanged} unchanged.",
    ),
    "commands.list_checked": (
        "Chưa ghi gì. Sẽ thêm {added} hộ, cập nhật {updated} hộ, {unchanged} hộ không đổi.",
        "Nothing was stored. {added} households would be added, {updated} updated, {unchanged} unchanged.",
    ),
    "commands.check_conflict": (
        "Đã ghi. Hộ này có thông tin khác nhau đang chờ người quyết định.",
        "Recorded. The household has fields that differ and wait for a person.",
    ),
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
    "commands.backup": (
        "Sao lưu kho dữ liệu ra một tệp đã được kiểm tra",
        "Back the store up to a file that was proven",
    ),
    "commands.backup_out": (
        "tệp sao lưu, hoặc thư mục để đặt tệp vào",
        "the backup's file, or a folder to put it into",
    ),
    "commands.restore": (
        "Khôi phục một bản sao lưu vào thư mục chưa có kho, hoặc sửa kho bị hỏng (không ghi FILE: dùng bản sao lưu mới nhất)",
        "Restore a backup to a folder without a store, or repair the damaged store that it has (without FILE: from the newest)",
    ),
    "commands.restore_key": (
        "mở bằng khóa khôi phục thay cho mật khẩu",
        "open it by the recovery key instead of a password",
    ),
    "commands.doctor": ("Kiểm tra kho dữ liệu", "Examine the store"),
    "commands.doctor_rebuild": (
        "Dựng lại các bảng từ nhật ký trước khi kiểm tra",
        "Build the tables anew from the journal first",
    ),
    "commands.data_dir": ("Thư mục dữ liệu", "Data folder"),
    "commands.account": ("Tên tài khoản", "Account name"),
    "commands.version": ("In phiên bản của chương trình", "Print the program's version"),
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
    "commands.limit_too_high": (
        "Chỉ tìm được nhiều nhất {most} hộ một lần, không phải {text}. Hãy giảm --limit, hoặc lưu cả danh sách hộ từ màn hình Hộ gia đình.",
        "One search finds at most {most} households, not {text}. Lower --limit, or save the whole list from the screen of households.",
    ),
    "commands.password": ("Mật khẩu:", "Password:"),
    "commands.new_password": ("Mật khẩu mới:", "New password:"),
    "commands.recovery_prompt": ("Khóa khôi phục:", "Recovery key:"),
    "commands.password_missing": (
        "Chưa có mật khẩu. Hãy đặt biến MOTCUA_PASSWORD hoặc chạy lệnh trong cửa sổ dòng lệnh.",
        "There is no password. Please set MOTCUA_PASSWORD or run the command in a terminal.",
    ),
    "commands.new_password_missing": (
        "Chưa có mật khẩu mới. Hãy đặt biến MOTCUA_NEW_PASSWORD hoặc chạy lệnh trong cửa sổ dòng lệnh.",
        "There is no new password. Please set MOTCUA_NEW_PASSWORD or run the command in a terminal.",
    ),
    "commands.accounts": ("tài khoản và vai trò", "accounts and roles"),
    "commands.account_add": ("thêm một tài khoản", "add an account"),
    "commands.account_list": ("liệt kê tài khoản", "list the accounts"),
    "commands.account_role": ("đổi vai trò của một tài khoản", "give an account another role"),
    "commands.account_remove": ("gỡ một tài khoản", "remove an account"),
    "commands.account_password": ("đổi mật khẩu của mình", "change one's own password"),
    "commands.account_reset": (
        "đặt lại mật khẩu cho một tài khoản",
        "give an account a new password",
    ),
    "commands.account_second": (
        "thiết lập mã xác thực thứ hai trên điện thoại",
        "set up a second factor on a telephone",
    ),
    "commands.account_second_off": ("thôi dùng mã thứ hai", "do without a second factor"),
    "commands.account_roles": (
        "vai trò: counter, reviewer, officer, head hoặc administrator",
        "role: counter, reviewer, officer, head or administrator",
    ),
    "commands.recovery_missing": (
        "Chưa có khóa khôi phục. Hãy đặt biến MOTCUA_RECOVERY_KEY hoặc chạy lệnh trong cửa sổ dòng lệnh.",
        "There is no recovery key. Please set MOTCUA_RECOVERY_KEY or run the command in a terminal.",
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
        "Đã tạo kho mẫu với {responses} phiếu và {households} hộ. Tài khoản: {account}, mật khẩu: {password}",
        "The demo store holds {responses} slips and {households} households. Account: {account}, password: {password}",
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
    "commands.stations": (
        "thẻ trạm: tạo, ghi nhận, thu hồi",
        "station cards: make, enrol, revoke",
    ),
    "commands.station_card": (
        "ghi thẻ của trạm này ra tệp để trạm khác ghi nhận",
        "write this station's card to a file for another station to enrol",
    ),
    "commands.station_card_out": ("tệp thẻ sẽ ghi", "the card file to write"),
    "commands.station_name": (
        "tên trạm, khi tạo thẻ lần đầu",
        "the station's name, when its card is made",
    ),
    "commands.station_enrol": (
        "ghi nhận thẻ của trạm khác sau khi đối chiếu mã",
        "enrol another station's card once the fingerprint was compared",
    ),
    "commands.station_reads": (
        "mã đơn vị mà trạm kia được đọc; hoặc all; hoặc aggregates: chỉ số liệu tổng hợp; mặc định là đơn vị của trạm đó",
        "codes of the units that the station may read; or all; or aggregates: figures only; its own unit without this",
    ),
    "commands.station_list": ("liệt kê các trạm đã ghi nhận", "list the enrolled stations"),
    "commands.station_revoke": ("thu hồi một trạm", "revoke a station"),
    "commands.bundles": ("trao đổi dữ liệu bằng tệp", "exchange by file"),
    "commands.bundle_export": (
        "ghi những gì các trạm kia còn thiếu vào một gói niêm phong",
        "write what the other stations lack into a sealed bundle",
    ),
    "commands.bundle_to": (
        "tên hoặc mã trạm nhận; mặc định là mọi trạm",
        "name or id of the receiving stations; all of them without this",
    ),
    "commands.bundle_import": ("nhận một gói niêm phong", "take in a sealed bundle"),
    "commands.sync": (
        "trao đổi một lượt với máy chủ trung chuyển",
        "exchange one round with the hub",
    ),
    "commands.sync_hub": (
        "địa chỉ máy chủ, ví dụ https://trungchuyen.example.vn; ghi nhớ cho lần sau",
        "the hub's URL, for example https://hub.example.vn; kept for the next time",
    ),
    "commands.hub": (
        "máy chủ trung chuyển: chạy, tạo thẻ, ghi nhận trạm",
        "the hub: run it, make its card, enrol stations",
    ),
    "commands.hub_serve": ("chạy máy chủ trung chuyển", "run the hub"),
    "commands.hub_database": (
        "địa chỉ PostgreSQL: postgresql+psycopg://…; hoặc đặt trong MOTCUA_HUB_DATABASE",
        "the PostgreSQL database: postgresql+psycopg://…; or set MOTCUA_HUB_DATABASE",
    ),
    "commands.hub_listen": (
        "địa chỉ và cổng lắng nghe, ví dụ 127.0.0.1:8470",
        "the address and port to listen at, for example 127.0.0.1:8470",
    ),
    "commands.hub_certificate": (
        "tệp chứng chỉ TLS (PEM); bỏ trống khi có máy chủ ủy nhiệm phía trước",
        "file of the TLS certificate (PEM); none behind a reverse proxy",
    ),
    "commands.hub_key": ("tệp khóa TLS (PEM)", "file of the TLS key (PEM)"),
    "commands.hub_card": (
        "ghi thẻ của máy chủ ra tệp để các trạm ghi nhận",
        "write the hub's card to a file for stations to enrol",
    ),
    "commands.hub_name": (
        "tên máy chủ, khi tạo thẻ lần đầu",
        "the hub's name, when its card is made",
    ),
    "commands.hub_enrol": (
        "cho một trạm trao đổi qua máy chủ này sau khi đối chiếu mã",
        "let a station exchange through this hub once the fingerprint was compared",
    ),
    "commands.hub_list": ("liệt kê các trạm đã ghi nhận ở máy chủ", "list the hub's stations"),
    "commands.hub_revoke": ("thu hồi một trạm ở máy chủ", "revoke a station at the hub"),
    "commands.compare_fingerprint": (
        "Hãy gọi điện cho {name} và đối chiếu mã: {fingerprint}",
        "Please call {name} and compare the fingerprint: {fingerprint}",
    ),
}
