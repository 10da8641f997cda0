<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>motcua: satisfaction slips and digital addresses of one-stop counters, on your own computer, with no network.</source>
        <translation>motcua: phiếu hài lòng và địa chỉ số của bộ phận một cửa, chạy ngay trên máy, không cần mạng.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Version of the store</source>
        <translation>Phiên bản kho dữ liệu</translation>
    </message>
    <message>
        <source>Errors are noted in</source>
        <translation>Lỗi được ghi ở</translation>
    </message>
    <message>
        <source>The program uses Qt and PySide6 under the LGPL, version 3: you may replace these libraries by your own builds of them. How, where their source is, and the licences of all other parts stand here.</source>
        <translation>Chương trình dùng Qt và PySide6 theo giấy phép LGPL phiên bản 3: bạn có thể thay các thư viện này bằng bản tự dựng. Cách thay, nơi lấy mã nguồn và giấy phép của mọi phần khác xem ở đây.</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Giấy phép…</translation>
    </message>
</context>
<context>
    <name>AccountButton</name>
    <message>
        <source>Account %1</source>
        <translation>Tài khoản %1</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Khóa màn hình</translation>
    </message>
    <message>
        <source>Hand over to another account</source>
        <translation>Đổi sang tài khoản khác</translation>
    </message>
    <message>
        <source>My password and second factor</source>
        <translation>Mật khẩu và mã thứ hai của tôi</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Sổ tay</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>AccountTable</name>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Last used here</source>
        <translation>Dùng lần cuối ở máy này</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>on another machine</source>
        <translation>ở máy khác</translation>
    </message>
    <message numerus="yes">
        <source>locked for %n minute(s)</source>
        <translation>
            <numerusform>tạm khóa %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>closed: not used for long</source>
        <translation>đã đóng vì lâu không dùng</translation>
    </message>
    <message>
        <source>has to change the password</source>
        <translation>phải đổi mật khẩu</translation>
    </message>
    <message>
        <source>with a second factor</source>
        <translation>có mã thứ hai</translation>
    </message>
</context>
<context>
    <name>AccountsCard</name>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>Tìm tài khoản</translation>
    </message>
    <message>
        <source>Name, role or state (Ctrl+F)</source>
        <translation>Tên, vai trò hoặc tình trạng (Ctrl+F)</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Thêm…</translation>
    </message>
    <message>
        <source>Change the role…</source>
        <translation>Đổi vai trò…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Mật khẩu mới…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Gỡ…</translation>
    </message>
    <message>
        <source>Each person has an account of their own: what they record and type stays theirs.</source>
        <translation>Mỗi người một tài khoản: việc ai ghi, ai đang nhập dở là của người đó.</translation>
    </message>
    <message>
        <source>%1 can sign in now, and chooses another password then.</source>
        <translation>%1 đăng nhập được rồi và sẽ đổi mật khẩu khi đăng nhập.</translation>
    </message>
    <message>
        <source>%1 has another role.</source>
        <translation>Đã đổi vai trò của %1.</translation>
    </message>
    <message>
        <source>%1 has a new password, and chooses another one when signing in.</source>
        <translation>%1 có mật khẩu mới và sẽ đổi khi đăng nhập.</translation>
    </message>
    <message>
        <source>Remove the account %1? Its password opens nothing any more; its name stays in the history, and what it recorded stays.</source>
        <translation>Gỡ tài khoản %1? Mật khẩu của tài khoản này không mở được gì nữa; tên vẫn còn trong lịch sử và những gì đã ghi vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>Đã gỡ tài khoản %1.</translation>
    </message>
</context>
<context>
    <name>AdministratorStep</name>
    <message>
        <source>Administrator&apos;s account</source>
        <translation>Tài khoản quản trị</translation>
    </message>
    <message>
        <source>for example: quantri</source>
        <translation>ví dụ: quantri</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>The administrator</source>
        <translation>Người quản trị</translation>
    </message>
    <message>
        <source>Please type a name, without your title.</source>
        <translation>Hãy gõ tên, không ghi chức danh.</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Questions of the slip</source>
        <translation>Các câu hỏi của phiếu</translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>As the system is set</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>Ngôn ngữ đổi khi mở chương trình lần sau.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>For this computer only, whoever works on it.</source>
        <translation>Chỉ cho máy này, với mọi người dùng máy.</translation>
    </message>
</context>
<context>
    <name>AuditFilterBar</name>
    <message>
        <source>Everything</source>
        <translation>Mọi việc</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc gì</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi tài khoản</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Activity log</source>
        <translation>Nhật ký hoạt động</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>Lưu thành %1</translation>
    </message>
    <message>
        <source>%1 entries  ·  this machine is %2</source>
        <translation>%1 việc  ·  máy này: %2</translation>
    </message>
    <message>
        <source>The file is being saved</source>
        <translation>Đang lưu tệp</translation>
    </message>
</context>
<context>
    <name>BackupStep</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Chỉ trên máy này</translation>
    </message>
    <message>
        <source>Backups are made by themselves, encrypted, beside the store. A second place, such as a stick or another disk, saves what a lost computer takes with it. It can be chosen later in the settings too.</source>
        <translation>Bản sao lưu được tạo tự động, có mã hóa, đặt cạnh kho dữ liệu. Nơi lưu thứ hai, như USB hoặc ổ đĩa khác, giữ được dữ liệu khi mất máy. Có thể chọn sau, trong phần Thiết lập.</translation>
    </message>
    <message>
        <source>The backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Backups stay on this computer only.</source>
        <translation>Bản sao lưu chỉ nằm trên máy này.</translation>
    </message>
    <message>
        <source>Backups go to %1 as well.</source>
        <translation>Bản sao lưu còn được chép vào %1.</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Choose a second place…</source>
        <translation>Chọn nơi thứ hai…</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>Bỏ nơi thứ hai</translation>
    </message>
    <message>
        <source>Try a restore</source>
        <translation>Thử khôi phục</translation>
    </message>
    <message>
        <source>Made by themselves every hour in which something changes and when the window closes, encrypted as the store is. A backup opens with the passwords of its day or with the recovery key. A second place, such as a stick, saves what a lost machine takes with it.</source>
        <translation>Tự sao lưu mỗi giờ khi có thay đổi và khi đóng cửa sổ, mã hóa như kho dữ liệu. Bản sao lưu mở bằng mật khẩu của ngày sao lưu hoặc bằng khóa khôi phục. Nơi thứ hai, ví dụ USB, giữ lại dữ liệu khi mất máy.</translation>
    </message>
    <message>
        <source>A restore was never tried.</source>
        <translation>Chưa thử khôi phục lần nào.</translation>
    </message>
    <message>
        <source>A restore was tried last on %1.</source>
        <translation>Lần thử khôi phục gần nhất: %1.</translation>
    </message>
    <message>
        <source>%1: no backup yet</source>
        <translation>%1: chưa có bản sao lưu</translation>
    </message>
    <message>
        <source>On %1: %2</source>
        <translation>Ngày %1: %2</translation>
    </message>
    <message>
        <source>Proven backup of %1 in %2</source>
        <translation>Bản sao lưu đã kiểm tra ngày %1 trong %2</translation>
    </message>
    <message>
        <source>The backup is being made…</source>
        <translation>Đang sao lưu…</translation>
    </message>
    <message>
        <source>The newest backup is being opened and proven…</source>
        <translation>Đang mở và kiểm tra bản sao lưu mới nhất…</translation>
    </message>
    <message>
        <source>The backup of %1 can be restored: %2 records, all proven.</source>
        <translation>Bản sao lưu ngày %1 khôi phục được: %2 bản ghi, đều đã kiểm tra.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Thu về</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Không hợp lệ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Các đợt nhập</translation>
    </message>
    <message>
        <source>open</source>
        <translation>đang nhập</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã chốt</translation>
    </message>
</context>
<context>
    <name>BatchesPage</name>
    <message>
        <source>Keying slips</source>
        <translation>Nhập phiếu</translation>
    </message>
    <message>
        <source>A batch is one bundle of paper slips of a unit.</source>
        <translation>Mỗi đợt nhập là một tập phiếu giấy của một đơn vị.</translation>
    </message>
    <message>
        <source>Start the kiosk…</source>
        <translation>Mở máy đánh giá…</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Đợt nhập mới</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Máy đánh giá</translation>
    </message>
    <message>
        <source>Find a batch</source>
        <translation>Tìm đợt nhập</translation>
    </message>
    <message>
        <source>Day, unit or state (Ctrl+F)</source>
        <translation>Ngày, đơn vị hoặc tình trạng (Ctrl+F)</translation>
    </message>
    <message>
        <source>No slips have been keyed yet</source>
        <translation>Chưa có phiếu nào được nhập</translation>
    </message>
    <message>
        <source>Open a batch for the bundle in your hand, then key its slips.</source>
        <translation>Hãy mở một đợt cho tập phiếu đang cầm, rồi nhập từng phiếu.</translation>
    </message>
    <message>
        <source>Votes to look at, one-time codes</source>
        <translation>Phiếu cần xem, mã dùng một lần</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Nhập lần hai</translation>
    </message>
</context>
<context>
    <name>BundleDesk</name>
    <message>
        <source>For all stations</source>
        <translation>Cho mọi trạm</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Cho %1</translation>
    </message>
    <message>
        <source>The bundle is being taken in</source>
        <translation>Đang nhận gói</translation>
    </message>
    <message>
        <source>The bundle is being written</source>
        <translation>Đang ghi gói</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Quyết định</translation>
    </message>
</context>
<context>
    <name>CheckFoot</name>
    <message>
        <source>Correct</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Phiếu hỏi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>Hộ mới</translation>
    </message>
</context>
<context>
    <name>CheckForm</name>
    <message>
        <source>Checked on</source>
        <translation>Ngày rà soát</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả tại chỗ</translation>
    </message>
    <message>
        <source>A plate or a walk sheet can be scanned at any time.</source>
        <translation>Có thể quét biển số hoặc phiếu đi rà soát bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>to the fields</source>
        <translation>tới các ô</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>plate attached</source>
        <translation>đã gắn biển</translation>
    </message>
    <message>
        <source>as it stood</source>
        <translation>như cũ</translation>
    </message>
    <message>
        <source>save and stay</source>
        <translation>lưu, ở lại</translation>
    </message>
    <message>
        <source>No hamlet of this ward has that name yet.</source>
        <translation>Phường, xã này chưa có thôn, khu nào tên như vậy.</translation>
    </message>
    <message>
        <source>The list says: %1</source>
        <translation>Danh sách ghi: %1</translation>
    </message>
    <message>
        <source>Noted before: %1</source>
        <translation>Ghi chú lần trước: %1</translation>
    </message>
</context>
<context>
    <name>CheckHead</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Save, next unchecked</source>
        <translation>Lưu, hộ kế tiếp</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>Hộ mới</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Chưa có tên</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) left to check</source>
        <translation>
            <numerusform>Còn %n hộ chưa rà soát</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Mã địa chỉ số: %1</translation>
    </message>
    <message>
        <source>Household code: %1</source>
        <translation>Mã hộ: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) wait for a decision: F7</source>
        <translation>
            <numerusform>%n thông tin chờ quyết định: F7</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPanels</name>
    <message>
        <source>Every household of this work list is checked</source>
        <translation>Đã rà soát hết các hộ trong danh sách việc này</translation>
    </message>
    <message>
        <source>Choose another hamlet or another filter in the register.</source>
        <translation>Hãy chọn thôn, khu khác hoặc bộ lọc khác trong sổ hộ.</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Về sổ hộ</translation>
    </message>
    <message>
        <source>The visit questionnaire was not published in this store.</source>
        <translation>Phiếu hỏi tại hộ chưa được ban hành trong kho dữ liệu này.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision at this household.</source>
        <translation>Hộ này không có gì chờ quyết định.</translation>
    </message>
</context>
<context>
    <name>CheckScans</name>
    <message>
        <source>Code %1 belongs to %2.</source>
        <translation>Mã %1 là của hộ %2.</translation>
    </message>
    <message>
        <source>The place identifier was taken over.</source>
        <translation>Đã ghi mã định danh địa điểm.</translation>
    </message>
    <message>
        <source>This scan is no plate, no identifier and no card.</source>
        <translation>Mã vừa quét không phải biển số, mã định danh hay thẻ căn cước.</translation>
    </message>
    <message>
        <source>Identity card: %1, %2. Nothing else of it was kept.</source>
        <translation>Thẻ căn cước: %1, %2. Không lưu gì khác của thẻ.</translation>
    </message>
    <message>
        <source>Take name and address</source>
        <translation>Lấy họ tên và địa chỉ</translation>
    </message>
    <message>
        <source>The plate agrees with the register: %1.</source>
        <translation>Biển số khớp với sổ hộ: %1.</translation>
    </message>
    <message>
        <source>The plate shows %1, which no household has.</source>
        <translation>Biển ghi mã %1, chưa hộ nào có mã này.</translation>
    </message>
    <message>
        <source>%1 was scanned: no household has that code, and it may be a telephone number.</source>
        <translation>Đã quét %1: chưa hộ nào có mã này, và đây có thể là số điện thoại.</translation>
    </message>
    <message>
        <source>Take it as the code</source>
        <translation>Lấy làm mã của hộ</translation>
    </message>
    <message>
        <source>Open that household</source>
        <translation>Mở hộ đó</translation>
    </message>
</context>
<context>
    <name>CheckTyping</name>
    <message>
        <source>An identity card was scanned into a field. Nothing of it was kept; press Esc and scan it again.</source>
        <translation>Thẻ căn cước bị quét vào ô nhập. Không lưu gì của thẻ; hãy bấm Esc rồi quét lại.</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Press − again to throw away what was typed here.</source>
        <translation>Bấm − lần nữa để bỏ những gì đã nhập ở đây.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ đi</translation>
    </message>
    <message>
        <source>What was half typed here is back. Please go on.</source>
        <translation>Phần nhập dở ở hộ này đã trở lại. Mời làm tiếp.</translation>
    </message>
    <message>
        <source>This household was changed meanwhile. F5 shows how it stands now; what was typed stays.</source>
        <translation>Hộ này vừa được người khác sửa. F5 cho xem thông tin hiện tại; phần đã nhập vẫn còn.</translation>
    </message>
    <message>
        <source>Show how it stands</source>
        <translation>Xem hiện tại</translation>
    </message>
    <message>
        <source>Saved: %1 – %2</source>
        <translation>Đã lưu: %1 – %2</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>No answer</source>
        <translation>Không trả lời</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message>
        <source>As recorded on the slips</source>
        <translation>Như lúc thu phiếu</translation>
    </message>
    <message>
        <source>Today&apos;s units</source>
        <translation>Theo đơn vị hiện nay</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Dossiers in the period</source>
        <translation>Số hồ sơ trong kỳ</translation>
    </message>
    <message>
        <source>If it is known: shows how many slips are needed.</source>
        <translation>Nếu biết: để tính số phiếu cần có.</translation>
    </message>
    <message>
        <source>Hide numbers under 5</source>
        <translation>Ẩn số nhỏ hơn 5</translation>
    </message>
    <message>
        <source>Counts from 1 to 4 and what would give them away, in all of the report.</source>
        <translation>Số từ 1 đến 4 và những số để suy ra chúng, trong cả báo cáo.</translation>
    </message>
    <message>
        <source>Names of units</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>What the report is about</source>
        <translation>Nội dung báo cáo</translation>
    </message>
</context>
<context>
    <name>ClosedBatchPage</name>
    <message>
        <source>All batches</source>
        <translation>Các đợt nhập</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Slips of the batch</source>
        <translation>Các phiếu của đợt</translation>
    </message>
    <message>
        <source>Find a slip</source>
        <translation>Tìm phiếu</translation>
    </message>
    <message>
        <source>Number, day or state (Ctrl+F)</source>
        <translation>Số, ngày hoặc tình trạng (Ctrl+F)</translation>
    </message>
    <message>
        <source>Void this slip</source>
        <translation>Hủy phiếu này</translation>
    </message>
    <message>
        <source>Key it again</source>
        <translation>Nhập lại phiếu này</translation>
    </message>
    <message>
        <source>Closed batch of %1</source>
        <translation>Đợt đã chốt ngày %1</translation>
    </message>
    <message>
        <source>Kiosk votes of %1</source>
        <translation>Phiếu máy đánh giá ngày %1</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Diễn biến của phiếu</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>hợp lệ</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>không hợp lệ</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>được ẩn</translation>
    </message>
    <message>
        <source>You are to key this slip a second time, or may be, so it is hidden.</source>
        <translation>Bạn phải hoặc có thể phải nhập lần hai phiếu này nên nội dung được ẩn.</translation>
    </message>
    <message>
        <source>The slip stands again, keyed by you; that it was voided stays told.</source>
        <translation>Phiếu có hiệu lực trở lại với số cũ và được tính là do bạn nhập; việc đã hủy vẫn được ghi trong lịch sử.</translation>
    </message>
    <message>
        <source>The slip is voided. It can be keyed again in its place.</source>
        <translation>Đã hủy phiếu. Có thể nhập lại phiếu vào chỗ cũ.</translation>
    </message>
    <message>
        <source>The vote is voided and does not count.</source>
        <translation>Đã hủy phiếu, phiếu này không được tính.</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>The kiosk is resting. Please ask at the counter.</source>
        <translation>Máy đánh giá đang tạm nghỉ. Xin hỏi cán bộ tại quầy.</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>Dành cho cán bộ</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Close the batch</source>
        <translation>Chốt đợt nhập</translation>
    </message>
    <message>
        <source>Slips that came back</source>
        <translation>Số phiếu thu về</translation>
    </message>
    <message>
        <source>Reason for the difference</source>
        <translation>Lý do chênh lệch</translation>
    </message>
    <message>
        <source>Go on keying</source>
        <translation>Nhập tiếp</translation>
    </message>
    <message>
        <source>%1 slips were keyed. After closing, a slip can only be voided with a reason.</source>
        <translation>Đã nhập %1 phiếu. Sau khi chốt, phiếu chỉ có thể hủy kèm lý do.</translation>
    </message>
    <message numerus="yes">
        <source>%n more than came back</source>
        <translation>
            <numerusform>Nhiều hơn số thu về %n phiếu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than came back</source>
        <translation>
            <numerusform>Ít hơn số thu về %n phiếu</numerusform>
        </translation>
    </message>
    <message>
        <source>Please say why the numbers differ.</source>
        <translation>Hãy ghi lý do hai số khác nhau.</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Scan or type the code on your receipt</source>
        <translation>Quét hoặc nhập mã trên phiếu hẹn</translation>
    </message>
    <message>
        <source>The code shows only that a dossier is rated once. It is not kept with your answers.</source>
        <translation>Mã chỉ để mỗi hồ sơ đánh giá một lần. Mã không được lưu cùng câu trả lời.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Về đầu</translation>
    </message>
    <message>
        <source>Delete a digit</source>
        <translation>Xóa một chữ số</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>What the columns hold</source>
        <translation>Nội dung các cột</translation>
    </message>
    <message>
        <source>What is corrected here is remembered for the next list like this one.</source>
        <translation>Điều được sửa ở đây sẽ được nhớ cho danh sách cùng mẫu lần sau.</translation>
    </message>
    <message>
        <source>Sheet %1</source>
        <translation>Trang %1</translation>
    </message>
    <message>
        <source>Kept as it is, not read</source>
        <translation>Giữ nguyên, không đọc</translation>
    </message>
    <message>
        <source>This was guessed. Please look whether it is right.</source>
        <translation>Cột này được đoán. Hãy xem có đúng không.</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Answers compared</source>
        <translation>Các phương án được so sánh</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Phương án</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Nhận xét</translation>
    </message>
    <message>
        <source>In percentage points, with the 95% interval</source>
        <translation>Theo điểm phần trăm, kèm khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>Satisfied slips</source>
        <translation>Phiếu hài lòng</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Để trống</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>The period before</source>
        <translation>Kỳ liền trước</translation>
    </message>
    <message>
        <source>The same period a year before</source>
        <translation>Cùng kỳ năm trước</translation>
    </message>
    <message>
        <source>The same period</source>
        <translation>Cùng kỳ này</translation>
    </message>
    <message>
        <source>Another period…</source>
        <translation>Kỳ khác…</translation>
    </message>
    <message>
        <source>Satisfied on both sides, with 95% intervals</source>
        <translation>Tỷ lệ hài lòng của hai bên, khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>So sánh với</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>The same units</source>
        <translation>Các đơn vị như đã chọn</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Tất cả đơn vị</translation>
    </message>
    <message>
        <source>One side has no valid slips, so there is nothing to compare.</source>
        <translation>Có bên chưa có phiếu hợp lệ nên chưa so sánh được.</translation>
    </message>
    <message>
        <source>%2 against %1:</source>
        <translation>%2 so với %1:</translation>
    </message>
    <message>
        <source>Some slips count on both sides, so the interval is wider than it had to be.</source>
        <translation>Hai bên có phiếu tính chung nên khoảng tin cậy rộng hơn thực tế.</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Open the household</source>
        <translation>Mở hộ</translation>
    </message>
    <message>
        <source>Where two people, or a person and a newer list, differ, it is shown here.</source>
        <translation>Khi hai người, hoặc một người và danh sách mới, ghi khác nhau thì hộ hiện ở đây.</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Về sổ hộ</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Chưa có tên</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) wait</source>
        <translation>
            <numerusform>%n hộ đang chờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionGrid</name>
    <message>
        <source>Attached</source>
        <translation>Đã gắn</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>Trong sổ hộ</translation>
    </message>
    <message>
        <source>Found on the spot</source>
        <translation>Thấy tại chỗ</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>of an administrator or a head of unit</source>
        <translation>của quản trị viên hoặc thủ trưởng đơn vị</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Khóa khôi phục</translation>
    </message>
    <message>
        <source>as it is on paper</source>
        <translation>như trên giấy đã in</translation>
    </message>
    <message>
        <source>Use the recovery key instead</source>
        <translation>Dùng khóa khôi phục thay cho mật khẩu</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Choose another backup…</source>
        <translation>Chọn bản sao lưu khác…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>The store can be used again</source>
        <translation>Kho dữ liệu dùng lại được rồi</translation>
    </message>
    <message>
        <source>Restoring: this can take some minutes…</source>
        <translation>Đang khôi phục, có thể mất vài phút…</translation>
    </message>
    <message>
        <source>The store needs to be restored</source>
        <translation>Kho dữ liệu cần được khôi phục</translation>
    </message>
    <message>
        <source>Nothing is written to it any more, and a copy of the damaged files is kept. What was half typed is kept too.</source>
        <translation>Chương trình không ghi thêm gì vào kho này nữa và giữ một bản chép của các tệp hỏng. Điều đang nhập dở cũng được giữ.</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Hãy điền vào đây.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>Mở lịch</translation>
    </message>
    <message>
        <source>Enter the day as dd/mm/yyyy.</source>
        <translation>Hãy nhập ngày theo dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>There is no such day. Check day and month.</source>
        <translation>Không có ngày này. Hãy kiểm tra lại ngày và tháng.</translation>
    </message>
</context>
<context>
    <name>DecidingPage</name>
    <message>
        <source>Waiting for a decision</source>
        <translation>Chờ quyết định</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Không có gì chờ quyết định</translation>
    </message>
</context>
<context>
    <name>DecisionView</name>
    <message>
        <source>Another value</source>
        <translation>Giá trị khác</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Chờ quyết định</translation>
    </message>
    <message>
        <source>The values differ. Press the digit of the one that is right.</source>
        <translation>Các giá trị khác nhau. Hãy bấm số của giá trị đúng.</translation>
    </message>
    <message>
        <source>Field before</source>
        <translation>Thông tin trước</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Chốt</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>Giá trị khác…</translation>
    </message>
    <message>
        <source>%2 (before: %1)</source>
        <translation>%2 (trước đó: %1)</translation>
    </message>
    <message>
        <source>Type the value that is right, or press Esc.</source>
        <translation>Hãy nhập giá trị đúng, hoặc bấm Esc.</translation>
    </message>
    <message>
        <source>Nothing is decided yet. Press the digit of the value that is right.</source>
        <translation>Chưa quyết định mục nào. Hãy bấm phím số của giá trị đúng.</translation>
    </message>
    <message>
        <source>What is decided</source>
        <translation>Nội dung cần quyết định</translation>
    </message>
</context>
<context>
    <name>DefaultsCard</name>
    <message>
        <source>Rows that do not say where they belong</source>
        <translation>Các dòng không cho biết thuộc đâu</translation>
    </message>
    <message>
        <source>For example Khu 5, then Enter</source>
        <translation>Ví dụ: Khu 5, rồi bấm Enter</translation>
    </message>
    <message>
        <source>Hamlet of these rows</source>
        <translation>Thôn, khu của các dòng này</translation>
    </message>
    <message>
        <source>Ward or commune of these rows</source>
        <translation>Phường, xã của các dòng này</translation>
    </message>
    <message>
        <source>Choose a unit</source>
        <translation>Chọn đơn vị</translation>
    </message>
</context>
<context>
    <name>DeliveryRow</name>
    <message>
        <source>Revoke…</source>
        <translation>Thu hồi…</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>Thu hồi %1</translation>
    </message>
</context>
<context>
    <name>DropFactorForm</name>
    <message>
        <source>Without a second factor</source>
        <translation>Không dùng mã thứ hai</translation>
    </message>
    <message>
        <source>Ask for no codes any more</source>
        <translation>Thôi hỏi mã</translation>
    </message>
    <message>
        <source>The password now</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
    <message>
        <source>Alone it needs 14 characters; change it first if it is shorter.</source>
        <translation>Dùng một mình, mật khẩu phải có 14 ký tự; nếu ngắn hơn, hãy đổi mật khẩu trước.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Possible duplicates</source>
        <translation>Hộ có thể bị trùng</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>No two households look alike here</source>
        <translation>Không có hai hộ nào giống nhau</translation>
    </message>
    <message>
        <source>All of them are decided, or there are none in this hamlet.</source>
        <translation>Đã quyết định hết, hoặc thôn, khu này không có hộ trùng.</translation>
    </message>
    <message>
        <source>Comparing the households of %1…</source>
        <translation>Đang so sánh các hộ của %1…</translation>
    </message>
    <message>
        <source>Two households</source>
        <translation>Hai hộ khác nhau</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>%1  ·  pair %2 of %3</source>
        <translation>%1  ·  cặp %2/%3</translation>
    </message>
    <message>
        <source>The pair before was made one household.</source>
        <translation>Đã gộp cặp vừa rồi thành một hộ.</translation>
    </message>
    <message>
        <source>The pair before stays two households.</source>
        <translation>Cặp vừa rồi vẫn là hai hộ.</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol a station</source>
        <translation>Ghi nhận trạm</translation>
    </message>
    <message>
        <source>The fingerprint is the same: it was read out to me</source>
        <translation>Mã trùng khớp: trạm kia đã đọc cho tôi nghe</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Call the other station by a number that you know. What it reads out from its page Exchange must be this, group by group:</source>
        <translation>Hãy gọi cho trạm kia theo số điện thoại đã biết từ trước. Mã mà trạm kia đọc từ trang Trao đổi của họ phải đúng như dưới đây, từng nhóm một:</translation>
    </message>
    <message>
        <source>Station id: %1</source>
        <translation>Mã trạm: %1</translation>
    </message>
    <message>
        <source>What it may read</source>
        <translation>Trạm này được đọc</translation>
    </message>
</context>
<context>
    <name>EnrolmentDesk</name>
    <message>
        <source>The card is saved: %1</source>
        <translation>Đã lưu thẻ: %1</translation>
    </message>
    <message>
        <source>Revoke %1? It gets nothing more from here, and nothing more is taken from it. What was exchanged stays.</source>
        <translation>Thu hồi %1? Từ nay không gửi gì cho trạm này và không nhận gì từ trạm này. Những gì đã trao đổi vẫn còn.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>The card is made. Save it to a stick and give it to the other station.</source>
        <translation>Đã tạo thẻ. Hãy lưu thẻ ra USB và đưa cho trạm kia.</translation>
    </message>
    <message>
        <source>%1 is enrolled: bundles can be written for it and taken from it.</source>
        <translation>Đã ghi nhận %1: có thể ghi gói cho trạm này và nhận gói của trạm này.</translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>Đã thu hồi %1.</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>All batches</source>
        <translation>Các đợt nhập</translation>
    </message>
    <message>
        <source>Close the batch</source>
        <translation>Chốt đợt nhập</translation>
    </message>
    <message>
        <source>Press Esc again to throw the slip in hand away.</source>
        <translation>Bấm Esc lần nữa để bỏ phiếu đang nhập.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ phiếu</translation>
    </message>
    <message>
        <source>The slip in hand was thrown away.</source>
        <translation>Đã bỏ phiếu đang nhập.</translation>
    </message>
    <message>
        <source>The last slip is not saved yet. Please wait until it is.</source>
        <translation>Phiếu vừa nhập chưa lưu xong. Hãy đợi giây lát.</translation>
    </message>
    <message>
        <source>The slip that was half keyed is back. Please go on.</source>
        <translation>Phiếu đang nhập dở đã được khôi phục. Mời nhập tiếp.</translation>
    </message>
    <message>
        <source>Slip %1 was taken back. Change it and save it again.</source>
        <translation>Đã lấy lại phiếu số %1. Hãy sửa rồi lưu lại.</translation>
    </message>
    <message>
        <source>A slip is still in hand. Please save or clear it first.</source>
        <translation>Còn một phiếu đang nhập dở. Hãy lưu hoặc xóa phiếu đó trước.</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Why is this slip not valid?</source>
        <translation>Vì sao phiếu này không hợp lệ?</translation>
    </message>
    <message>
        <source>Valid after all</source>
        <translation>Vẫn hợp lệ</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Không hợp lệ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Dossier code (optional)</source>
        <translation>Mã hồ sơ (không bắt buộc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi lại</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Để trống</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Correct last slip</source>
        <translation>Sửa phiếu vừa lưu</translation>
    </message>
    <message>
        <source>Take back last slip</source>
        <translation>Lấy lại phiếu vừa lưu</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase personal data</source>
        <translation>Xóa dữ liệu cá nhân</translation>
    </message>
    <message>
        <source>I have looked at the request, and it is this household</source>
        <translation>Tôi đã xem yêu cầu và đúng là hộ này</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Xóa hẳn</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>What goes: name, telephone, address, codes, notes and answers, in %1 record(s) with %2 entries, here and at every station once it exchanges.</source>
        <translation>Sẽ mất: họ tên, điện thoại, địa chỉ, các mã, ghi chú và câu trả lời, trong %1 hồ sơ với %2 lần ghi, ở đây và ở mọi trạm khi trao đổi.</translation>
    </message>
    <message>
        <source>What stays: that a household of this hamlet was counted, and with which outcome, so that reports already signed remain right; and who erased it, when and why.</source>
        <translation>Giữ lại: có một hộ của thôn, khu này được đếm và kết quả rà soát của hộ, để báo cáo đã ký vẫn đúng; ai đã xóa, lúc nào và vì sao.</translation>
    </message>
    <message>
        <source>It cannot be undone. Older backups keep the data until they are replaced, and so do papers and files that were given out, and beside the store the copies of a damaged one (damaged-…) and what was set aside (before-…), until these are removed.</source>
        <translation>Không thể hoàn tác. Bản sao lưu cũ còn giữ dữ liệu cho đến khi được thay; giấy tờ và tệp đã đưa ra ngoài cũng vậy. Cạnh kho dữ liệu, các bản chép kho hỏng (damaged-…) và những gì được cất riêng (before-…) còn giữ dữ liệu cho đến khi được gỡ bỏ.</translation>
    </message>
</context>
<context>
    <name>ErasingDesk</name>
    <message>
        <source>The household&apos;s data is erased. Other stations follow when they exchange.</source>
        <translation>Đã xóa dữ liệu của hộ. Các trạm khác xóa theo khi trao đổi.</translation>
    </message>
    <message>
        <source>The data of this household was erased on %1: %2.</source>
        <translation>Dữ liệu của hộ này đã được xóa lúc %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n later entry(ies), made without knowing of it, lost their content.</source>
        <translation>
            <numerusform>%n lần ghi sau đó của nơi chưa biết việc xóa cũng không còn nội dung.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeLine</name>
    <message>
        <source>Open the exchange</source>
        <translation>Mở trang trao đổi</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Trao đổi ngay</translation>
    </message>
    <message>
        <source>%1 wait for a missing part</source>
        <translation>%1 chờ phần còn thiếu</translation>
    </message>
    <message>
        <source>%1 set apart</source>
        <translation>%1 cách ly</translation>
    </message>
    <message>
        <source>to be decided: %1</source>
        <translation>cần quyết định: %1</translation>
    </message>
    <message>
        <source>Exchanging with the hub…</source>
        <translation>Đang trao đổi với máy chủ…</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>%4: %1 recorded · %2 received · %3 waiting</source>
        <translation>%4: %1 ghi nhận · %2 đã nhận · %3 đang chờ</translation>
    </message>
    <message>
        <source>nothing exchanged yet</source>
        <translation>chưa trao đổi lần nào</translation>
    </message>
    <message>
        <source>last exchange %1</source>
        <translation>trao đổi gần nhất %1</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Exchange</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>What one station recorded, the others get.</source>
        <translation>Trạm này ghi nhận gì, các trạm được phép đều có.</translation>
    </message>
    <message>
        <source>Take in a bundle…</source>
        <translation>Nhận gói…</translation>
    </message>
    <message>
        <source>Write a bundle to the stick…</source>
        <translation>Ghi gói ra USB…</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>required</source>
        <translation>bắt buộc</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures of keying</source>
        <translation>Số liệu nhập phiếu</translation>
    </message>
    <message>
        <source>Errors are counted against second keying, after a third has decided.</source>
        <translation>Lỗi được tính so với lần nhập hai, sau khi người thứ ba đã quyết định.</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>Số liệu của ai</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Nhập lần hai</translation>
    </message>
    <message>
        <source>Slips an hour</source>
        <translation>Phiếu mỗi giờ</translation>
    </message>
    <message>
        <source>Keys an hour</source>
        <translation>Phím mỗi giờ</translation>
    </message>
    <message>
        <source>Errors in 10.000 fields</source>
        <translation>Lỗi trên 10.000 ô</translation>
    </message>
    <message>
        <source>Keyed a second time</source>
        <translation>Tỷ lệ nhập lần hai</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Ô</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Đã kiểm</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>In 10.000</source>
        <translation>Trên 10.000</translation>
    </message>
    <message>
        <source>95% interval</source>
        <translation>Khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>Errors by question</source>
        <translation>Lỗi theo câu hỏi</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Tất cả các ô</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s)</source>
        <translation>
            <numerusform>%n phiếu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>trong %n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) wait for a decision</source>
        <translation>
            <numerusform>%n phiếu chờ quyết định</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether there is such a paper</source>
        <translation>Có hay không có phiếu giấy</translation>
    </message>
    <message>
        <source>Whether it is valid, and why not</source>
        <translation>Hợp lệ hay không và lý do</translation>
    </message>
    <message>
        <source>Of which time</source>
        <translation>Trong thời gian nào</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>%n ngày gần đây</numerusform>
        </translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Toàn bộ thời gian</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Valid slips</source>
        <translation>Phiếu hợp lệ</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>Slips needed</source>
        <translation>Số phiếu cần có</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Biểu đồ</translation>
    </message>
    <message numerus="yes">
        <source>from %n unit(s)</source>
        <translation>
            <numerusform>của %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 not valid</source>
        <translation>%1 phiếu không hợp lệ</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) added up</source>
        <translation>
            <numerusform>cộng gộp %n phiên bản mẫu phiếu</numerusform>
        </translation>
    </message>
    <message>
        <source>The target is %1.</source>
        <translation>Chỉ tiêu là %1.</translation>
    </message>
    <message>
        <source>Hidden, as small numbers follow from it.</source>
        <translation>Ẩn vì từ đó suy ra được số nhỏ.</translation>
    </message>
    <message>
        <source>The target of %1 is reached.</source>
        <translation>Đạt chỉ tiêu %1.</translation>
    </message>
    <message>
        <source>The target of %1 is not reached.</source>
        <translation>Chưa đạt chỉ tiêu %1.</translation>
    </message>
    <message>
        <source>Give the number of dossiers to see it.</source>
        <translation>Nhập số hồ sơ để tính.</translation>
    </message>
    <message>
        <source>for %1 dossiers; %2 are there, %3 are missing</source>
        <translation>cho %1 hồ sơ; đã có %2, còn thiếu %3</translation>
    </message>
    <message>
        <source>for %1 dossiers; %2 are there</source>
        <translation>cho %1 hồ sơ; đã có %2</translation>
    </message>
    <message>
        <source>Not on today&apos;s map: the slips of %1. Say in the settings where they belong.</source>
        <translation>Chưa xếp được vào đơn vị hiện nay: phiếu của %1. Hãy chọn đơn vị trong phần Thiết lập.</translation>
    </message>
    <message>
        <source>Left blank</source>
        <translation>Để trống</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 phiếu trả lời</translation>
    </message>
    <message>
        <source>index %1 of at most %2</source>
        <translation>chỉ số %1 trên tối đa %2</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Waits for a decision</source>
        <translation>Chờ quyết định</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Đường, ngõ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Rà soát</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Any check</source>
        <translation>Mọi kết quả</translation>
    </message>
    <message>
        <source>All streets</source>
        <translation>Mọi đường</translation>
    </message>
    <message>
        <source>All officers</source>
        <translation>Mọi cán bộ</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Signatures of the file</source>
        <translation>Chữ ký của tệp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>FingerprintView</name>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Mã đối chiếu: %1</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Creating the store…</source>
        <translation>Đang tạo kho dữ liệu…</translation>
    </message>
    <message>
        <source>The recovery key that was printed opens nothing; another one will follow.</source>
        <translation>Khóa khôi phục đã in không mở được gì; sẽ có khóa khác.</translation>
    </message>
    <message>
        <source>Making the sample data: 34.043 households. This can take half a minute…</source>
        <translation>Đang tạo dữ liệu mẫu: 34.043 hộ. Có thể mất nửa phút…</translation>
    </message>
</context>
<context>
    <name>HamletLine</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>%n hộ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HamletModel</name>
    <message>
        <source>%1: %2 of %3 checked, %4 with a code, %5 with a plate</source>
        <translation>%1: đã rà soát %2 trong %3 hộ, %4 hộ có mã, %5 hộ đã gắn biển</translation>
    </message>
    <message>
        <source>The whole register</source>
        <translation>Tất cả các hộ</translation>
    </message>
</context>
<context>
    <name>HamletPanel</name>
    <message>
        <source>Wards and hamlets</source>
        <translation>Phường, xã và thôn, khu</translation>
    </message>
    <message>
        <source>Assign to an officer</source>
        <translation>Giao cho cán bộ</translation>
    </message>
</context>
<context>
    <name>HamletsCard</name>
    <message>
        <source>Where do these hamlets belong today?</source>
        <translation>Các thôn, khu này nay thuộc phường, xã nào?</translation>
    </message>
    <message>
        <source>Their ward was split. Press the digit of the unit; it is asked once.</source>
        <translation>Phường cũ đã được chia tách. Hãy bấm số của đơn vị; chỉ hỏi một lần.</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Page of the handbook</source>
        <translation>Trang sổ tay</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Handbook</source>
        <translation>Sổ tay</translation>
    </message>
    <message>
        <source>Find in the handbook</source>
        <translation>Tìm trong sổ tay</translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation>Các trang sổ tay</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Mục lục</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History of the household</source>
        <translation>Lịch sử của hộ</translation>
    </message>
    <message>
        <source>What was said of this household</source>
        <translation>Những gì đã ghi về hộ này</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Ghi chú: %1</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Đợt nhập mới</translation>
    </message>
    <message>
        <source>Open batches</source>
        <translation>Các đợt đang nhập</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Không có đợt nào đang nhập</translation>
    </message>
    <message>
        <source>Take the next bundle of slips and open a batch for it.</source>
        <translation>Hãy lấy tập phiếu tiếp theo và mở một đợt nhập.</translation>
    </message>
    <message>
        <source>Summary of the month</source>
        <translation>Tổng hợp của tháng</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) keyed</source>
        <translation>
            <numerusform>đã nhập %n phiếu</numerusform>
        </translation>
    </message>
    <message>
        <source>Monthly pack</source>
        <translation>Bộ báo cáo tháng</translation>
    </message>
    <message>
        <source>The pack of %1 was due on %2 and is not made yet.</source>
        <translation>%1: bộ báo cáo đã quá hạn gửi ngày %2 mà chưa lập.</translation>
    </message>
    <message>
        <source>The pack of %1 is due on %2 and is not made yet.</source>
        <translation>%1: bộ báo cáo đến hạn gửi ngày %2, hiện chưa lập.</translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation>Lập bộ báo cáo</translation>
    </message>
</context>
<context>
    <name>HouseholdModel</name>
    <message>
        <source>Digital code</source>
        <translation>Mã số</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>Chủ hộ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Hamlet</source>
        <translation>Thôn, khu</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Rà soát</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Biển</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>Ngày rà soát</translation>
    </message>
    <message>
        <source>(data erased on request)</source>
        <translation>(đã xóa theo yêu cầu)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
</context>
<context>
    <name>HouseholdTable</name>
    <message>
        <source>Households</source>
        <translation>Hộ gia đình</translation>
    </message>
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Hub</source>
        <translation>Máy chủ trung chuyển</translation>
    </message>
    <message>
        <source>Choose a hub…</source>
        <translation>Chọn máy chủ…</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Trao đổi ngay</translation>
    </message>
    <message>
        <source>Another hub…</source>
        <translation>Máy chủ khác…</translation>
    </message>
    <message>
        <source>By itself, every few minutes, when there is a network</source>
        <translation>Tự trao đổi vài phút một lần khi có mạng</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Địa chỉ máy chủ</translation>
    </message>
    <message>
        <source>Enrol the hub&apos;s card first (F4). For example: https://hub.example.vn</source>
        <translation>Ghi nhận thẻ của máy chủ trước (F4). Ví dụ: https://trungchuyen.example.vn</translation>
    </message>
    <message>
        <source>Use this hub</source>
        <translation>Dùng máy chủ này</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>With a network, stations exchange through a hub by one key or by themselves; the stick is for where there is none.</source>
        <translation>Khi có mạng, các trạm trao đổi qua máy chủ bằng một phím hoặc tự động; USB dành cho nơi không có mạng.</translation>
    </message>
    <message>
        <source>Exchanging with the hub</source>
        <translation>Đang trao đổi với máy chủ</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>USB token</source>
        <translation>Thiết bị USB token</translation>
    </message>
    <message>
        <source>Key file (.p12, .pfx)</source>
        <translation>Tệp khóa (.p12, .pfx)</translation>
    </message>
    <message>
        <source>The token&apos;s library (PKCS#11)</source>
        <translation>Thư viện của token (PKCS#11)</translation>
    </message>
    <message>
        <source>It comes with the token&apos;s software; choose it once, it is remembered.</source>
        <translation>Đi kèm phần mềm của token; chọn một lần, lần sau tự nhớ.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng thư số</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Tệp khóa</translation>
    </message>
    <message>
        <source>The one that is plugged in</source>
        <translation>Token đang cắm</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, đến %2</translation>
    </message>
    <message>
        <source>The one that may sign</source>
        <translation>Chứng thư dùng để ký</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>Khóa ký nằm ở</translation>
    </message>
</context>
<context>
    <name>KeyLegend</name>
    <message>
        <source>Keys</source>
        <translation>Các phím</translation>
    </message>
</context>
<context>
    <name>KioskForm</name>
    <message>
        <source>Start the kiosk</source>
        <translation>Mở máy đánh giá</translation>
    </message>
    <message>
        <source>Only with a one-time code from the receipt</source>
        <translation>Chỉ nhận người có mã dùng một lần in trên phiếu hẹn</translation>
    </message>
    <message>
        <source>%1 to %2 digits</source>
        <translation>từ %1 đến %2 chữ số</translation>
    </message>
    <message>
        <source>PIN that ends the kiosk</source>
        <translation>Mã PIN để thoát máy đánh giá</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>The window closes and the kiosk fills the screen. It comes back by itself after a fault; only the PIN ends it, and then somebody has to sign in.</source>
        <translation>Cửa sổ này sẽ đóng và máy đánh giá chiếm toàn màn hình. Gặp sự cố máy tự mở lại; chỉ mã PIN mới thoát được, sau đó phải đăng nhập lại.</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Officer at the counter, as citizens see it</source>
        <translation>Cán bộ tại quầy, như người dân nhìn thấy</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>có thể để trống</translation>
    </message>
    <message>
        <source>Procedure, as citizens see it</source>
        <translation>Thủ tục, như người dân nhìn thấy</translation>
    </message>
</context>
<context>
    <name>KioskHead</name>
    <message>
        <source>Served by: %1</source>
        <translation>Cán bộ phục vụ: %1</translation>
    </message>
    <message>
        <source>Procedure: %1</source>
        <translation>Thủ tục: %1</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Chữ to</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Tương phản</translation>
    </message>
</context>
<context>
    <name>KioskSection</name>
    <message>
        <source>Kiosk</source>
        <translation>Máy đánh giá</translation>
    </message>
    <message>
        <source>From where on votes are shown to a reviewer; all of them count until then.</source>
        <translation>Khi nào thì phiếu được đưa cho người kiểm tra xem; mọi phiếu vẫn được tính cho đến lúc đó.</translation>
    </message>
    <message>
        <source>Seconds without a touch, then back to the start</source>
        <translation>Số giây không chạm thì về trang đầu</translation>
    </message>
    <message>
        <source>Seconds within which the same answers count once</source>
        <translation>Số giây mà câu trả lời giống hệt chỉ tính một lần</translation>
    </message>
    <message>
        <source>Many votes at once: how many</source>
        <translation>Phiếu dồn dập: từ bao nhiêu phiếu</translation>
    </message>
    <message>
        <source>Many votes at once: within how many seconds</source>
        <translation>Phiếu dồn dập: trong bao nhiêu giây</translation>
    </message>
    <message>
        <source>The same answers in a row: how many votes</source>
        <translation>Phiếu giống hệt liền nhau: từ bao nhiêu phiếu</translation>
    </message>
    <message>
        <source>The same answers in a row: within how many minutes</source>
        <translation>Phiếu giống hệt liền nhau: trong bao nhiêu phút</translation>
    </message>
    <message>
        <source>Faster than anybody reads: seconds after the vote before</source>
        <translation>Nhanh hơn thời gian đọc: số giây sau phiếu trước</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Ngày làm việc</translation>
    </message>
    <message>
        <source>1 is Monday, 7 Sunday: 12345</source>
        <translation>1 là thứ Hai, 7 là Chủ nhật: 12345</translation>
    </message>
    <message>
        <source>hour and minute: 07:30</source>
        <translation>giờ và phút: 07:30</translation>
    </message>
    <message>
        <source>Working hours begin</source>
        <translation>Giờ làm việc bắt đầu</translation>
    </message>
    <message>
        <source>Working hours end</source>
        <translation>Giờ làm việc kết thúc</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Plates on labels</source>
        <translation>Biển số in trên nhãn</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>Cỡ khác</translation>
    </message>
    <message>
        <source>First free label</source>
        <translation>Nhãn trống đầu tiên</translation>
    </message>
    <message>
        <source>Labels count from left to right, then down.</source>
        <translation>Đếm từ trái sang phải, rồi xuống hàng dưới.</translation>
    </message>
    <message>
        <source>Marks to cut along</source>
        <translation>Dấu để cắt</translation>
    </message>
    <message>
        <source>Width in mm</source>
        <translation>Rộng (mm)</translation>
    </message>
    <message>
        <source>Height in mm</source>
        <translation>Cao (mm)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Sheet of labels</source>
        <translation>Tờ nhãn</translation>
    </message>
</context>
<context>
    <name>LedgerCard</name>
    <message>
        <source>Stations</source>
        <translation>Các trạm</translation>
    </message>
    <message>
        <source>No station is enrolled yet</source>
        <translation>Chưa ghi nhận trạm nào</translation>
    </message>
    <message>
        <source>1. Make this station&apos;s card and give it to the other station on a stick.
2. Choose the other station&apos;s card here and compare the fingerprint by telephone.
3. The other station does the same with this one&apos;s card.</source>
        <translation>1. Tạo thẻ của trạm này và đưa cho trạm kia bằng USB.
2. Chọn thẻ của trạm kia ở đây và đối chiếu mã qua điện thoại.
3. Trạm kia cũng làm như vậy với thẻ của trạm này.</translation>
    </message>
    <message>
        <source>Enrol another station&apos;s card…</source>
        <translation>Ghi nhận thẻ của trạm khác…</translation>
    </message>
    <message>
        <source>Find a station</source>
        <translation>Tìm trạm</translation>
    </message>
    <message>
        <source>Name or unit</source>
        <translation>Tên trạm hoặc đơn vị</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <translation>Đã thu hồi: %1</translation>
    </message>
</context>
<context>
    <name>LetterheadSection</name>
    <message>
        <source>Letterhead</source>
        <translation>Thể thức văn bản</translation>
    </message>
    <message>
        <source>What stands at the head and the foot of printed reports.</source>
        <translation>Phần đầu và phần cuối của báo cáo in.</translation>
    </message>
    <message>
        <source>Parent body</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>the line above the name</source>
        <translation>dòng phía trên tên cơ quan</translation>
    </message>
    <message>
        <source>Issuing body</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>printed in capitals</source>
        <translation>in chữ hoa</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>stands before the date</source>
        <translation>đứng trước ngày tháng</translation>
    </message>
    <message>
        <source>Number suffix</source>
        <translation>Ký hiệu văn bản</translation>
    </message>
    <message>
        <source>for example BC-UBND</source>
        <translation>ví dụ BC-UBND</translation>
    </message>
    <message>
        <source>Signer&apos;s title</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <source>one line or two</source>
        <translation>một hoặc hai dòng</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>one in each line</source>
        <translation>mỗi nơi một dòng</translation>
    </message>
    <message>
        <source>Signer&apos;s name</source>
        <translation>Họ tên người ký</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Name or licence</source>
        <translation>Tên hoặc giấy phép</translation>
    </message>
    <message>
        <source>Find a part</source>
        <translation>Tìm một phần</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Các phần của chương trình</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Nội dung giấy phép</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The text is not in this installation; it is at the address above.</source>
        <translation>Bản cài này không có nội dung giấy phép; xem ở địa chỉ phía trên.</translation>
    </message>
</context>
<context>
    <name>ListImportPage</name>
    <message>
        <source>The list is being read</source>
        <translation>Đang đọc danh sách</translation>
    </message>
    <message>
        <source>Taking a list in</source>
        <translation>Nhập danh sách hộ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Tệp khác…</translation>
    </message>
    <message>
        <source>Take the list in</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Which list comes in?</source>
        <translation>Nhập danh sách nào?</translation>
    </message>
    <message>
        <source>Choose a spreadsheet (XLSX, XLS or CSV), or drop it here. You see what would happen before anything is stored.</source>
        <translation>Hãy chọn một bảng tính (XLSX, XLS hoặc CSV), hoặc thả tệp vào đây. Bạn xem trước mọi thay đổi trước khi ghi.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>The preview is not up to date.</source>
        <translation>Bản xem trước chưa được cập nhật.</translation>
    </message>
    <message>
        <source>Say first where the hamlets of the split ward belong.</source>
        <translation>Trước hết, hãy cho biết các thôn, khu của phường đã chia tách nay thuộc đâu.</translation>
    </message>
    <message>
        <source>No row of this list can be taken in. Look at the columns first.</source>
        <translation>Không dòng nào của danh sách nhập được. Trước hết, hãy xem lại các cột.</translation>
    </message>
    <message>
        <source>Nothing is stored yet: Ctrl+⏎ takes the list in.</source>
        <translation>Chưa ghi gì. Bấm Ctrl+⏎ để nhập danh sách.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not settled below would be added as new.</source>
        <translation>
            <numerusform>Còn %n dòng chưa quyết định ở dưới; nếu nhập ngay, các dòng này thành hộ mới.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows that may be one household are being looked for.</source>
        <translation>Đang tìm các dòng có thể cùng là một hộ.</translation>
    </message>
    <message>
        <source>Say where the rows belong that name no hamlet, or leave them out.</source>
        <translation>Hãy cho biết thôn, khu của các dòng còn thiếu, hoặc bỏ qua các dòng đó.</translation>
    </message>
    <message>
        <source>Some rows cannot be taken in. Leave them out (Space), or have them put right.</source>
        <translation>Có dòng không nhập được. Hãy bỏ qua các dòng đó (phím cách), hoặc gửi lại để sửa.</translation>
    </message>
    <message>
        <source>The register knows all of this already; there is nothing to take in.</source>
        <translation>Sổ hộ đã có đủ các thông tin này; không có gì để nhập.</translation>
    </message>
    <message>
        <source>The list is being compared with the register</source>
        <translation>Đang đối chiếu danh sách với sổ hộ</translation>
    </message>
    <message>
        <source>The preview does not show your last choice yet.</source>
        <translation>Bản xem trước chưa theo lựa chọn vừa rồi của bạn.</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Đối chiếu lại</translation>
    </message>
    <message>
        <source>Stopped. Nothing of the list was stored.</source>
        <translation>Đã dừng. Chưa ghi gì của danh sách.</translation>
    </message>
    <message>
        <source>The list is being taken in</source>
        <translation>Đang nhập danh sách</translation>
    </message>
    <message>
        <source>Problems - %1</source>
        <translation>Các lỗi - %1</translation>
    </message>
    <message>
        <source>The problems are being saved</source>
        <translation>Đang lưu các lỗi</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Đã lưu vào %1.</translation>
    </message>
    <message>
        <source>What you decided here is lost if you leave. Esc again leaves.</source>
        <translation>Các quyết định ở đây sẽ mất nếu bạn rời trang. Bấm Esc lần nữa để rời.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Rời trang</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>The last slip is not saved yet. Please wait until it is.</source>
        <translation>Phiếu vừa nhập chưa lưu xong. Hãy đợi giây lát.</translation>
    </message>
    <message>
        <source>The correction is not saved: Enter saves it, Esc leaves it.</source>
        <translation>Bản sửa chưa lưu: Enter để lưu, Esc để bỏ.</translation>
    </message>
    <message>
        <source>Somebody else keyed this slip: only a reviewer may open it.</source>
        <translation>Phiếu này do người khác nhập, chỉ người rà soát mới được mở.</translation>
    </message>
    <message>
        <source>Please save the slip in hand first, then take the last one back.</source>
        <translation>Hãy lưu phiếu đang nhập trước, rồi mới lấy lại phiếu vừa lưu.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Keying slips</source>
        <translation>Nhập phiếu</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Hộ gia đình</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Nearer (+)</source>
        <translation>Phóng to (+)</translation>
    </message>
    <message>
        <source>Farther (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>None of these households has coordinates</source>
        <translation>Chưa hộ nào ở đây có tọa độ</translation>
    </message>
    <message>
        <source>Choose another hamlet, or add coordinates when a household is checked.</source>
        <translation>Hãy chọn thôn, khu khác, hoặc ghi tọa độ khi rà soát từng hộ.</translation>
    </message>
    <message numerus="yes">
        <source>%n without coordinates</source>
        <translation>
            <numerusform>%n hộ chưa có tọa độ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n far outside the picture</source>
        <translation>
            <numerusform>%n hộ nằm xa ngoài bản đồ</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 of %2 households</source>
        <translation>%1 hộ đầu trong %2 hộ</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the households</source>
        <translation>Bản đồ các hộ</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Merge two records of one household</source>
        <translation>Gộp hai bản ghi của cùng một hộ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Households found</source>
        <translation>Các hộ tìm thấy</translation>
    </message>
    <message>
        <source>Name, address, telephone or code; Down goes into the list.</source>
        <translation>Tên, địa chỉ, điện thoại hoặc mã; phím xuống để vào danh sách.</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>Bản ghi kia</translation>
    </message>
    <message>
        <source>Which record is the same household?</source>
        <translation>Bản ghi nào là cùng một hộ?</translation>
    </message>
    <message>
        <source>Find it on the left, then press 1 or 2 for the one that stands.</source>
        <translation>Hãy tìm ở bên trái, rồi bấm 1 hoặc 2 cho bản ghi được giữ.</translation>
    </message>
    <message>
        <source>Merged with: %1</source>
        <translation>Đã gộp với: %1</translation>
    </message>
    <message>
        <source>Undo this merge</source>
        <translation>Hoàn tác gộp</translation>
    </message>
</context>
<context>
    <name>MonthFigures</name>
    <message>
        <source>hamlets in progress; %1 of %2 done</source>
        <translation>thôn, khu đang rà soát; xong %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>until the report is due on day %1</source>
        <translation>đến hạn gửi báo cáo, ngày %1</translation>
    </message>
    <message>
        <source>valid slips, %1; today: %2</source>
        <translation>phiếu hợp lệ, %1; hôm nay: %2</translation>
    </message>
    <message>
        <source>valid slips of %1 wanted this month; today: %2</source>
        <translation>phiếu hợp lệ, chỉ tiêu tháng %1; hôm nay: %2</translation>
    </message>
    <message>
        <source>satisfied; the target is %1</source>
        <translation>hài lòng; chỉ tiêu %1</translation>
    </message>
    <message>
        <source>satisfied, interval %1–%2; the target is %3</source>
        <translation>hài lòng, khoảng tin cậy %1–%2; chỉ tiêu %3</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>What needs you</source>
        <translation>Việc cần xử lý</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Không có việc nào đang chờ.</translation>
    </message>
</context>
<context>
    <name>NewAccountForm</name>
    <message>
        <source>Another account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Thêm tài khoản</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>Mật khẩu đầu tiên</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>as it stands on papers and in the history</source>
        <translation>ghi trên giấy tờ và trong lịch sử</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Please type a name, without your title.</source>
        <translation>Hãy nhập tên, không kèm chức danh.</translation>
    </message>
</context>
<context>
    <name>NewBatchForm</name>
    <message>
        <source>New batch</source>
        <translation>Đợt nhập mới</translation>
    </message>
    <message>
        <source>Day of collection</source>
        <translation>Ngày thu phiếu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Hình thức thu</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Slips handed out</source>
        <translation>Số phiếu phát ra</translation>
    </message>
    <message>
        <source>if it is known</source>
        <translation>nếu biết</translation>
    </message>
    <message>
        <source>Slips that came back</source>
        <translation>Số phiếu thu về</translation>
    </message>
    <message>
        <source>counted before keying; compared when the batch is closed</source>
        <translation>đếm trước khi nhập; đối chiếu khi chốt đợt</translation>
    </message>
    <message>
        <source>Start keying</source>
        <translation>Bắt đầu nhập</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>counted in month %1/%2</source>
        <translation>tính vào kỳ tháng %1/%2</translation>
    </message>
    <message>
        <source>Please type the day.</source>
        <translation>Hãy nhập ngày.</translation>
    </message>
    <message>
        <source>Please choose a unit and a questionnaire.</source>
        <translation>Hãy chọn đơn vị và mẫu phiếu.</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>Set the password</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>A password of your own</source>
        <translation>Đặt mật khẩu riêng</translation>
    </message>
    <message>
        <source>Somebody else set the password of %1 and knows it. Please choose one that only you know; then the work begins.</source>
        <translation>Mật khẩu của %1 do người khác đặt và người đó biết. Hãy chọn mật khẩu chỉ mình bạn biết rồi bắt đầu làm việc.</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Worth a look</source>
        <translation>Nên xem lại</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Điều cần lưu ý</translation>
    </message>
    <message>
        <source>Save as a spreadsheet…</source>
        <translation>Lưu thành bảng tính…</translation>
    </message>
    <message>
        <source>None of this keeps a row from being taken in.</source>
        <translation>Các điểm này không cản trở việc nhập.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of rows may be one household each.</source>
        <translation>
            <numerusform>%n cặp dòng có thể cùng là một hộ.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more stand in the spreadsheet.</source>
        <translation>Còn %1 điều nữa trong bảng tính khi lưu.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>It was stopped: nothing was written, nothing was taken in.</source>
        <translation>Đã dừng: không ghi gì, không nhận gì.</translation>
    </message>
</context>
<context>
    <name>NumLockLine</name>
    <message>
        <source>NumLock is off. The pad is understood all the same; press NumLock to switch it on.</source>
        <translation>Phím NumLock đang tắt. Phím số vẫn được nhận; bấm NumLock để bật lại.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Enter a number from {first} to {last}.</source>
        <translation>Hãy nhập một số từ {first} đến {last}.</translation>
    </message>
</context>
<context>
    <name>OfficerForm</name>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Giao</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message numerus="yes">
        <source>for %n hamlet(s); empty for nobody</source>
        <translation>
            <numerusform>cho %n thôn, khu; để trống nếu chưa giao ai</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>The pages are being made</source>
        <translation>Đang dựng trang in</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Sign digitally…</source>
        <translation>Ký số…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>All pages are at the printer.</source>
        <translation>Đã gửi hết các trang đến máy in.</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Đã dừng in.</translation>
    </message>
    <message>
        <source>The pages go to the printer</source>
        <translation>Đang gửi trang đến máy in</translation>
    </message>
</context>
<context>
    <name>OverviewCard</name>
    <message>
        <source>to add</source>
        <translation>hộ sẽ thêm</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>hộ sẽ cập nhật</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>hộ không đổi</translation>
    </message>
    <message>
        <source>cannot be taken in</source>
        <translation>dòng không nhập được</translation>
    </message>
    <message>
        <source>wait for their hamlet</source>
        <translation>dòng chờ chọn thôn, khu</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>điều nên xem lại</translation>
    </message>
</context>
<context>
    <name>OwnAccountCard</name>
    <message>
        <source>My account</source>
        <translation>Tài khoản của tôi</translation>
    </message>
    <message>
        <source>Change my password…</source>
        <translation>Đổi mật khẩu…</translation>
    </message>
    <message>
        <source>signs in with a password and a code of the telephone</source>
        <translation>đăng nhập bằng mật khẩu và mã trên điện thoại</translation>
    </message>
    <message>
        <source>Do without the second factor…</source>
        <translation>Bỏ mã thứ hai…</translation>
    </message>
    <message>
        <source>signs in with a password alone</source>
        <translation>đăng nhập chỉ bằng mật khẩu</translation>
    </message>
    <message>
        <source>Set up a second factor…</source>
        <translation>Thêm mã thứ hai…</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Đã đổi mật khẩu.</translation>
    </message>
    <message>
        <source>From now on a code of the telephone is asked for.</source>
        <translation>Từ nay đăng nhập cần thêm mã trên điện thoại.</translation>
    </message>
    <message>
        <source>From now on the password alone is asked for.</source>
        <translation>Từ nay đăng nhập chỉ cần mật khẩu.</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>This station</source>
        <translation>Trạm này</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>Tên của trạm này</translation>
    </message>
    <message>
        <source>Others see it, for example: Counter 2, Uông Bí ward.</source>
        <translation>Trạm khác nhìn thấy tên này, ví dụ: Quầy 2 phường Uông Bí.</translation>
    </message>
    <message>
        <source>Make the card</source>
        <translation>Tạo thẻ</translation>
    </message>
    <message>
        <source>QR code of this station&apos;s card</source>
        <translation>Mã QR của thẻ trạm này</translation>
    </message>
    <message>
        <source>Save the card…</source>
        <translation>Lưu thẻ…</translation>
    </message>
    <message>
        <source>Station id: %1</source>
        <translation>Mã trạm: %1</translation>
    </message>
    <message>
        <source>A card tells other stations who this one is. It holds no secret.</source>
        <translation>Thẻ cho trạm khác biết trạm này là ai. Thẻ không chứa điều gì bí mật.</translation>
    </message>
    <message>
        <source>Fingerprint, to be read out by telephone</source>
        <translation>Mã đối chiếu, để đọc qua điện thoại</translation>
    </message>
</context>
<context>
    <name>OwnPasswordForm</name>
    <message>
        <source>Another password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>The password now</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages as they are printed</source>
        <translation>Các trang như khi in</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>One household: this record stands</source>
        <translation>Cùng một hộ: giữ bản ghi này</translation>
    </message>
</context>
<context>
    <name>PairsCard</name>
    <message>
        <source>Is this the same household?</source>
        <translation>Đây có phải cùng một hộ không?</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Trong danh sách</translation>
    </message>
    <message>
        <source>The same household</source>
        <translation>Cùng một hộ</translation>
    </message>
    <message>
        <source>Two households</source>
        <translation>Hai hộ khác nhau</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Cặp trước</translation>
    </message>
    <message>
        <source>Another one it may be</source>
        <translation>Hộ khác có thể trùng</translation>
    </message>
    <message>
        <source>%1 of %2, %3 not settled</source>
        <translation>%1 trên %2, còn %3 chưa quyết định</translation>
    </message>
    <message>
        <source>settled: two households</source>
        <translation>đã quyết định: hai hộ khác nhau</translation>
    </message>
    <message>
        <source>settled: the same household</source>
        <translation>đã quyết định: cùng một hộ</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>Trong sổ hộ</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>Lưu thành %1</translation>
    </message>
    <message>
        <source>The file is being saved</source>
        <translation>Đang lưu tệp</translation>
    </message>
    <message>
        <source>Walk sheets</source>
        <translation>Phiếu đi rà soát</translation>
    </message>
    <message>
        <source>Minutes of the household</source>
        <translation>Biên bản của hộ</translation>
    </message>
    <message>
        <source>Minutes of the hamlet</source>
        <translation>Biên bản của thôn, khu</translation>
    </message>
    <message>
        <source>Plates on labels</source>
        <translation>Biển số in trên nhãn</translation>
    </message>
    <message>
        <source>List of households</source>
        <translation>Danh sách hộ</translation>
    </message>
    <message>
        <source>List with names and telephones</source>
        <translation>Danh sách hộ kèm họ tên, điện thoại</translation>
    </message>
    <message>
        <source>Progress report</source>
        <translation>Báo cáo tiến độ</translation>
    </message>
    <message>
        <source>The list sent back, corrected</source>
        <translation>Danh sách gửi lại, đã sửa</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Paper slip %1</source>
        <translation>Phiếu giấy %1</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>hợp lệ</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Ẩn mật khẩu</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Hiện mật khẩu</translation>
    </message>
</context>
<context>
    <name>PasswordPair</name>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>at least %1: small and capital letters, digits, signs</source>
        <translation>ít nhất %1 ký tự: chữ thường, chữ hoa, chữ số, ký hiệu</translation>
    </message>
    <message>
        <source>at least %1 characters</source>
        <translation>ít nhất %1 ký tự</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Có vẻ phím Caps Lock đang bật.</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Which part of the year</source>
        <translation>Phần nào của năm</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>For staff</source>
        <translation>Dành cho cán bộ</translation>
    </message>
    <message>
        <source>The PIN set when the kiosk was started ends it.</source>
        <translation>Nhập mã PIN đã đặt khi mở máy để thoát.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Back to the rating</source>
        <translation>Về trang đánh giá</translation>
    </message>
    <message>
        <source>Delete a digit</source>
        <translation>Xóa một chữ số</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Practice</source>
        <translation>Luyện tập</translation>
    </message>
    <message>
        <source>Invented slips; nothing of this is kept or counted.</source>
        <translation>Phiếu giả định; không lưu và không tính vào số liệu nào.</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Nhập lần hai</translation>
    </message>
    <message>
        <source>Another round</source>
        <translation>Làm lượt nữa</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Đúng.</translation>
    </message>
    <message>
        <source>Keyed wrongly. On the paper stands: %1</source>
        <translation>Nhập sai. Trên phiếu ghi: %1</translation>
    </message>
    <message>
        <source>Practice slip %1 of %2</source>
        <translation>Phiếu luyện tập %1/%2</translation>
    </message>
    <message>
        <source>Complete: Enter saves it</source>
        <translation>Đã đủ: Enter để lưu</translation>
    </message>
    <message>
        <source>%1 slips an hour, %2 errors in %3 fields (%4 in 10.000).</source>
        <translation>%1 phiếu mỗi giờ, %2 lỗi trong %3 ô (%4 trên 10.000).</translation>
    </message>
    <message>
        <source>The round is over</source>
        <translation>Đã xong lượt luyện tập</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
</context>
<context>
    <name>ProblemsCard</name>
    <message>
        <source>Rows that cannot be taken in</source>
        <translation>Các dòng không nhập được</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Lỗi và cách sửa</translation>
    </message>
    <message>
        <source>Save as a spreadsheet…</source>
        <translation>Lưu thành bảng tính…</translation>
    </message>
    <message>
        <source>Leave these rows out and take in the others</source>
        <translation>Bỏ qua các dòng này và nhập các dòng còn lại</translation>
    </message>
    <message>
        <source>Send them back to be put right; nothing is taken in of these rows.</source>
        <translation>Hãy gửi lại để sửa; không nhập gì từ các dòng này.</translation>
    </message>
    <message>
        <source>%1 more stand in the spreadsheet.</source>
        <translation>Còn %1 lỗi nữa trong bảng tính khi lưu.</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>Bỏ qua câu này</translation>
    </message>
    <message>
        <source>More answers</source>
        <translation>Xem thêm</translation>
    </message>
    <message>
        <source>You may choose several answers.</source>
        <translation>Có thể chọn nhiều câu trả lời.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Gửi đánh giá</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Câu %1 / %2</translation>
    </message>
</context>
<context>
    <name>QuestionnairesCard</name>
    <message>
        <source>Questionnaires</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation>Các lỗi trong tệp</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Publish from an XLSForm file…</source>
        <translation>Công bố từ tệp XLSForm…</translation>
    </message>
    <message>
        <source>Slips keep the version they were keyed with.</source>
        <translation>Phiếu giữ nguyên phiên bản mẫu đã dùng khi nhập.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>phiên bản %1</translation>
    </message>
    <message>
        <source>The file is being checked.</source>
        <translation>Đang kiểm tra tệp.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n câu hỏi</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, version %2, %3. Once published, a version never changes.</source>
        <translation>“%1”, phiên bản %2, %3. Đã công bố thì phiên bản không thay đổi nữa.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Published. New batches can use this version now.</source>
        <translation>Đã công bố. Đợt nhập mới có thể dùng phiên bản này.</translation>
    </message>
    <message>
        <source>This very version was published before; nothing had to be done.</source>
        <translation>Phiên bản này đã công bố từ trước, không cần làm gì thêm.</translation>
    </message>
</context>
<context>
    <name>ReadingChoice</name>
    <message>
        <source>Its own unit: %1</source>
        <translation>Đơn vị của trạm: %1</translation>
    </message>
    <message>
        <source>Several units</source>
        <translation>Một số đơn vị</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message>
        <source>Figures of all units only: no slips, no households</source>
        <translation>Chỉ số liệu tổng hợp của mọi đơn vị: không có phiếu, không có hộ</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Units that it may read</source>
        <translation>Các đơn vị được đọc</translation>
    </message>
    <message>
        <source>Tick at least one unit.</source>
        <translation>Hãy chọn ít nhất một đơn vị.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>In Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Thêm lý do</translation>
    </message>
    <message>
        <source>Reason %1 in Vietnamese</source>
        <translation>Lý do %1 bằng tiếng Việt</translation>
    </message>
    <message>
        <source>Reason %1 in English</source>
        <translation>Lý do %1 bằng tiếng Anh</translation>
    </message>
</context>
<context>
    <name>ReasonsSection</name>
    <message>
        <source>Reasons for slips that are not valid</source>
        <translation>Lý do phiếu không hợp lệ</translation>
    </message>
    <message>
        <source>The number is the key that chooses the reason while slips are keyed.</source>
        <translation>Con số là phím dùng để chọn lý do khi nhập phiếu.</translation>
    </message>
    <message>
        <source>Give every reason its Vietnamese words.</source>
        <translation>Hãy ghi nội dung tiếng Việt cho mọi lý do.</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>The key is on paper and kept in a safe place</source>
        <translation>Khóa đã được in ra giấy và cất nơi an toàn</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>Khóa khôi phục</translation>
    </message>
    <message>
        <source>Without a password this key alone opens the store. It is shown this once. Whoever holds it can read everything.</source>
        <translation>Không có mật khẩu thì chỉ khóa này mở được kho dữ liệu. Khóa chỉ hiện một lần này. Ai giữ khóa đều đọc được toàn bộ dữ liệu.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Print the sheet…</source>
        <translation>In tờ khóa…</translation>
    </message>
    <message>
        <source>Save the sheet…</source>
        <translation>Lưu tờ khóa…</translation>
    </message>
    <message>
        <source>Step 4 of 4</source>
        <translation>Bước 4 trên 4</translation>
    </message>
    <message>
        <source>The recovery key: %1</source>
        <translation>Khóa khôi phục: %1</translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>Digital addresses</source>
        <translation>Địa chỉ số</translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Open the register</source>
        <translation>Mở danh sách hộ</translation>
    </message>
    <message>
        <source>Your hamlets: %1 of %2 checked</source>
        <translation>Thôn/khu của bạn: đã rà soát %1/%2</translation>
    </message>
    <message>
        <source>No household is known yet. Take in the list that came from the platform; nothing is stored before you have seen it.</source>
        <translation>Chưa có hộ nào. Hãy nhập danh sách tải từ nền tảng; chưa lưu gì trước khi bạn xem.</translation>
    </message>
    <message>
        <source>%1 households
%2 with a code
%3 checked on the spot</source>
        <translation>%1 hộ
%2 hộ đã có mã
%3 hộ đã rà soát tại chỗ</translation>
    </message>
</context>
<context>
    <name>RegisterFoot</name>
    <message>
        <source>Decisions</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Hộ trùng</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>Thêm hộ</translation>
    </message>
    <message>
        <source>Erase data</source>
        <translation>Xóa dữ liệu</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s) in this list</source>
        <translation>
            <numerusform>%n hộ trong danh sách này</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation>
            <numerusform>%n hộ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n found in the whole register; write on</source>
        <translation>
            <numerusform>%n kết quả đầu trong tất cả các hộ; hãy gõ thêm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n; write on</source>
        <translation>
            <numerusform>%n kết quả đầu; hãy gõ thêm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found in the whole register</source>
        <translation>
            <numerusform>Tìm thấy %n hộ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>Tìm thấy %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one hamlet on the left first.</source>
        <translation>Trước hết hãy chọn một thôn, khu ở bên trái.</translation>
    </message>
    <message>
        <source>F finds  ·  Enter opens</source>
        <translation>F tìm  ·  Enter mở</translation>
    </message>
</context>
<context>
    <name>RegisterHead</name>
    <message>
        <source>Households</source>
        <translation>Hộ gia đình</translation>
    </message>
    <message>
        <source>Print and save</source>
        <translation>In và lưu</translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Next unchecked</source>
        <translation>Hộ tiếp theo</translation>
    </message>
    <message>
        <source>%1 households  ·  %2 with a code  ·  %3 checked  ·  %4 with a plate</source>
        <translation>%1 hộ  ·  %2 có mã  ·  %3 đã rà soát  ·  %4 đã gắn biển</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Map</source>
        <translation>Bản đồ</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
</context>
<context>
    <name>RegisterSection</name>
    <message>
        <source>Every household of this list is checked.</source>
        <translation>Mọi hộ trong danh sách này đã được rà soát.</translation>
    </message>
</context>
<context>
    <name>RekeyingSection</name>
    <message>
        <source>Second keying</source>
        <translation>Nhập lần hai</translation>
    </message>
    <message>
        <source>All slips of a clerk at first; fewer while the errors found stay few; all again at one error. It counts for batches closed from now on.</source>
        <translation>Lúc đầu nhập lại toàn bộ phiếu của mỗi người; ít dần khi lỗi tìm thấy còn ít; gặp một lỗi thì lại toàn bộ. Áp dụng cho các đợt chốt từ nay.</translation>
    </message>
    <message>
        <source>Key closed batches a second time</source>
        <translation>Nhập lần hai các đợt đã chốt</translation>
    </message>
    <message>
        <source>Wrong fields that may stay, in 10.000</source>
        <translation>Số ô sai được phép còn lại trên 10.000 ô</translation>
    </message>
    <message>
        <source>at the worst, while second keying keeps up</source>
        <translation>nhiều nhất, khi nhập lần hai theo kịp nhập lần đầu</translation>
    </message>
    <message>
        <source>Share of each level, %</source>
        <translation>Tỷ lệ của mỗi bậc, %</translation>
    </message>
    <message>
        <source>of the level above it: 50 makes 100, 50, 25 … %</source>
        <translation>so với bậc trên: 50 cho 100, 50, 25 … %</translation>
    </message>
    <message>
        <source>Levels below all</source>
        <translation>Số bậc giảm</translation>
    </message>
    <message>
        <source>0 keys all a second time, always</source>
        <translation>0 là luôn nhập lại toàn bộ</translation>
    </message>
</context>
<context>
    <name>RepairDesk</name>
    <message>
        <source>No backup is in sight. Plug in the disk of the second place, or choose a backup file.</source>
        <translation>Không thấy bản sao lưu nào. Hãy cắm ổ đĩa của nơi thứ hai, hoặc chọn một tệp sao lưu.</translation>
    </message>
    <message>
        <source>The backup of %1 holds %2 events. What was recorded after it is taken from the damaged store as far as that can be read; what is missing is told plainly.</source>
        <translation>Bản sao lưu lúc %1 có %2 sự kiện. Điều ghi sau đó được lấy từ kho hỏng, chừng nào còn đọc được; phần còn thiếu sẽ được báo rõ.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace what is there?</source>
        <translation>Ghi đè tệp đã có?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ghi đè</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>It stands in the folder already. What was changed in it would be lost.</source>
        <translation>Tệp này đã có trong thư mục. Những gì đã sửa trong tệp sẽ mất.</translation>
    </message>
</context>
<context>
    <name>ReportDesk</name>
    <message>
        <source>Sign a PDF file…</source>
        <translation>Ký số một tệp PDF…</translation>
    </message>
    <message>
        <source>Check the signatures of a file…</source>
        <translation>Kiểm tra chữ ký của một tệp…</translation>
    </message>
    <message>
        <source>The report is being saved</source>
        <translation>Đang lưu báo cáo</translation>
    </message>
    <message>
        <source>The monthly pack is being made</source>
        <translation>Đang lập bộ báo cáo tháng</translation>
    </message>
    <message>
        <source>Saved: %1, and the Word file beside it</source>
        <translation>Đã lưu: %1, kèm tệp Word cùng thư mục</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Sign digitally…</source>
        <translation>Ký số…</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Progress report</source>
        <translation>Báo cáo tiến độ</translation>
    </message>
    <message>
        <source>Today&apos;s units</source>
        <translation>Đơn vị hiện nay</translation>
    </message>
    <message>
        <source>As the lists name them</source>
        <translation>Theo tên trong danh sách</translation>
    </message>
    <message>
        <source>Hide numbers under 5</source>
        <translation>Ẩn số nhỏ hơn 5</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Names of units</source>
        <translation>Tên đơn vị</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Chữ ký số</translation>
    </message>
    <message>
        <source>The choice is not complete yet</source>
        <translation>Chưa chọn đủ</translation>
    </message>
    <message>
        <source>Fill in the fields on the left; the report then comes by itself.</source>
        <translation>Hãy điền các ô bên trái; báo cáo sẽ tự hiện ra.</translation>
    </message>
    <message>
        <source>The report is being made</source>
        <translation>Đang lập báo cáo</translation>
    </message>
    <message>
        <source>There are no slips in this period</source>
        <translation>Không có phiếu nào trong kỳ này</translation>
    </message>
    <message>
        <source>Key the first bundle of slips; its summary then stands here.</source>
        <translation>Hãy nhập tập phiếu đầu tiên; bản tổng hợp sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Choose other units on the left, or key the slips of these first.</source>
        <translation>Hãy chọn đơn vị khác ở bên trái, hoặc nhập phiếu của các đơn vị này trước.</translation>
    </message>
    <message>
        <source>Choose another period on the left, or key the slips of this one first.</source>
        <translation>Hãy chọn kỳ khác ở bên trái, hoặc nhập phiếu của kỳ này trước.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Xem %1</translation>
    </message>
    <message>
        <source>The report could not be made</source>
        <translation>Không lập được báo cáo</translation>
    </message>
    <message>
        <source>The reason stands above.</source>
        <translation>Lý do ghi ở phía trên.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>The report was not made. It can still be saved and printed as chosen.</source>
        <translation>Chưa lập bản xem trước. Vẫn có thể lưu và in theo lựa chọn.</translation>
    </message>
    <message>
        <source>Make it now</source>
        <translation>Lập ngay</translation>
    </message>
    <message>
        <source>Monthly pack</source>
        <translation>Bộ báo cáo tháng</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>What is shown of the report</source>
        <translation>Phần báo cáo được hiển thị</translation>
    </message>
    <message>
        <source>Printed page</source>
        <translation>Trang in</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Thu nhỏ (Ctrl+−)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Phóng to (Ctrl++)</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Vừa chiều rộng</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>So sánh</translation>
    </message>
</context>
<context>
    <name>ResetForm</name>
    <message>
        <source>A new password for %1</source>
        <translation>Mật khẩu mới cho %1</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Đặt mật khẩu</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>The register is empty</source>
        <translation>Chưa có hộ nào</translation>
    </message>
    <message>
        <source>Take in the list of households of your commune: a spreadsheet as it is.</source>
        <translation>Hãy nhập danh sách hộ của phường, xã: bảng tính có thế nào nhập thế ấy.</translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>No household is like that</source>
        <translation>Không có hộ nào như vậy</translation>
    </message>
    <message>
        <source>Write fewer or other words, or leave out a filter.</source>
        <translation>Hãy gõ ít chữ hơn hoặc chữ khác, hoặc bỏ bớt điều kiện lọc.</translation>
    </message>
    <message>
        <source>Show all households</source>
        <translation>Xem tất cả các hộ</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>Another role for %1</source>
        <translation>Đổi vai trò của %1</translation>
    </message>
    <message>
        <source>Give this role</source>
        <translation>Giao vai trò này</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
</context>
<context>
    <name>RootsCard</name>
    <message>
        <source>Trusted signatures</source>
        <translation>Chữ ký được tin cậy</translation>
    </message>
    <message>
        <source>Add a root certificate…</source>
        <translation>Thêm chứng thư gốc…</translation>
    </message>
    <message>
        <source>When signatures are checked, those under one of these authorities count as known. Take the certificates from the authority itself, not from the signed paper&apos;s sender.</source>
        <translation>Khi kiểm tra chữ ký, chữ ký thuộc các cơ quan chứng thực này được coi là đã biết. Hãy lấy chứng thư từ chính cơ quan chứng thực, không lấy từ người gửi văn bản.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Gỡ %1</translation>
    </message>
    <message>
        <source>None yet: every signature&apos;s signer is said to be uncertain.</source>
        <translation>Chưa có: mọi người ký đều được báo là chưa chắc chắn.</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules of the summary</source>
        <translation>Quy tắc tổng hợp</translation>
    </message>
    <message>
        <source>They apply to every report made from now on, also of times past.</source>
        <translation>Áp dụng cho mọi báo cáo lập từ nay về sau, kể cả của kỳ trước.</translation>
    </message>
    <message>
        <source>The reporting year begins on</source>
        <translation>Năm báo cáo bắt đầu từ</translation>
    </message>
    <message>
        <source>A year that begins after June bears the name of the next.</source>
        <translation>Năm bắt đầu sau tháng 6 mang tên của năm kế tiếp.</translation>
    </message>
    <message>
        <source>The monthly report is due on day</source>
        <translation>Hạn gửi báo cáo tháng, ngày</translation>
    </message>
    <message>
        <source>of the month, 1 to 28</source>
        <translation>trong tháng, từ 1 đến 28</translation>
    </message>
    <message>
        <source>Target share of satisfied slips, %</source>
        <translation>Chỉ tiêu tỷ lệ hài lòng, %</translation>
    </message>
    <message>
        <source>Margin of error, %</source>
        <translation>Sai số cho phép, %</translation>
    </message>
    <message>
        <source>e in n = N ÷ (1 + N·e²)</source>
        <translation>e trong công thức n = N ÷ (1 + N·e²)</translation>
    </message>
    <message>
        <source>Valid slips wanted in a month</source>
        <translation>Chỉ tiêu số phiếu hợp lệ mỗi tháng</translation>
    </message>
    <message>
        <source>empty for no goal</source>
        <translation>để trống nếu không đặt chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>SampleBand</name>
    <message>
        <source>Sample data: nothing here is real, and nothing of it counts.</source>
        <translation>Dữ liệu mẫu: không có gì ở đây là thật và không được tính vào số liệu.</translation>
    </message>
    <message>
        <source>Leave the sample data</source>
        <translation>Thoát dữ liệu mẫu</translation>
    </message>
</context>
<context>
    <name>SampleStrip</name>
    <message>
        <source>Sample data, to try it out: ratings here do not count.</source>
        <translation>Dữ liệu mẫu để dùng thử: đánh giá ở đây không được tính.</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Where are the scanned slips of this batch, in the order of the paper? They stay where they are.</source>
        <translation>Bản quét phiếu của đợt này nằm ở đâu, xếp theo thứ tự tập giấy? Tệp vẫn nằm nguyên chỗ cũ.</translation>
    </message>
    <message>
        <source>Scanned slip</source>
        <translation>Bản quét của phiếu</translation>
    </message>
    <message>
        <source>Page before (F5)</source>
        <translation>Trang trước (F5)</translation>
    </message>
    <message>
        <source>Next page (F6)</source>
        <translation>Trang sau (F6)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl −)</source>
        <translation>Thu nhỏ (Ctrl −)</translation>
    </message>
    <message>
        <source>Larger (Ctrl +)</source>
        <translation>Phóng to (Ctrl +)</translation>
    </message>
    <message>
        <source>Other scans</source>
        <translation>Chọn bản quét khác</translation>
    </message>
    <message>
        <source>PDF or picture…</source>
        <translation>Tệp PDF hoặc ảnh…</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>Thư mục ảnh…</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>The scans have %n page(s), and none for this slip.</source>
        <translation>
            <numerusform>Bản quét có %n trang, không có trang nào của phiếu này.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose other scans of this batch.</source>
        <translation>Chọn bản quét khác cho đợt này.</translation>
    </message>
</context>
<context>
    <name>ScannedDecidingPage</name>
    <message>
        <source>Scan</source>
        <translation>Bản quét</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Name, address, telephone or code</source>
        <translation>Tên, địa chỉ, điện thoại hoặc mã</translation>
    </message>
    <message>
        <source>Find a household</source>
        <translation>Tìm hộ</translation>
    </message>
</context>
<context>
    <name>SecondDecisionsPage</name>
    <message>
        <source>Open the batch</source>
        <translation>Mở đợt nhập</translation>
    </message>
    <message>
        <source>Where two keyed one paper differently, a third decides here.</source>
        <translation>Chỗ hai người nhập khác nhau, người thứ ba quyết định tại đây.</translation>
    </message>
    <message>
        <source>Second keying</source>
        <translation>Nhập lần hai</translation>
    </message>
    <message>
        <source>Paper %1 of the bundle</source>
        <translation>Phiếu giấy số %1 của tập</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) wait</source>
        <translation>
            <numerusform>%n phiếu đang chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody else is here who keyed neither</source>
        <translation>không còn ai khác chưa nhập phiếu này</translation>
    </message>
    <message>
        <source>Please decide every field that differs.</source>
        <translation>Hãy quyết định mọi ô khác nhau.</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>Bị lệch</translation>
    </message>
    <message>
        <source>A paper was left out or keyed twice: all behind it differ</source>
        <translation>Có phiếu bị bỏ sót hoặc nhập hai lần nên các phiếu sau đều khác</translation>
    </message>
    <message>
        <source>What was keyed stands beside its papers again.</source>
        <translation>Đã xếp lại: mỗi lần nhập đứng đúng với phiếu giấy của nó.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) are to be keyed a second time again.</source>
        <translation>
            <numerusform>Còn %n phiếu giấy cần nhập lần hai lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondEntryPage</name>
    <message>
        <source>Second keying</source>
        <translation>Nhập lần hai</translation>
    </message>
    <message>
        <source>No such paper</source>
        <translation>Không có phiếu này</translation>
    </message>
    <message>
        <source>All drawn slips are keyed</source>
        <translation>Đã nhập hết các phiếu được chọn</translation>
    </message>
    <message>
        <source>Is a paper left over that the bundle should not have? Key it too.</source>
        <translation>Tập phiếu còn thừa phiếu nào không? Nếu có, hãy nhập cả phiếu đó.</translation>
    </message>
    <message>
        <source>Key a paper that is left over</source>
        <translation>Nhập phiếu còn thừa</translation>
    </message>
    <message>
        <source>The slip that was half keyed is back. Please go on.</source>
        <translation>Phiếu đang nhập dở đã trở lại. Hãy nhập tiếp.</translation>
    </message>
    <message>
        <source>A paper that is left over</source>
        <translation>Phiếu còn thừa</translation>
    </message>
    <message>
        <source>Paper %1 of the bundle</source>
        <translation>Phiếu giấy số %1 của tập</translation>
    </message>
    <message numerus="yes">
        <source>%n left to key</source>
        <translation>
            <numerusform>còn %n phiếu</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete: Enter saves it</source>
        <translation>Đã đủ: Enter để lưu</translation>
    </message>
    <message>
        <source>Press Esc again to throw the slip in hand away.</source>
        <translation>Bấm Esc lần nữa để bỏ phiếu đang nhập.</translation>
    </message>
    <message>
        <source>Is there no paper %1 in the bundle? Press F8 again to say so.</source>
        <translation>Tập phiếu không có phiếu số %1? Bấm F8 lần nữa để xác nhận.</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Somebody else has just keyed paper %1. Please go on with the next.</source>
        <translation>Người khác vừa nhập phiếu giấy số %1. Mời nhập phiếu tiếp theo.</translation>
    </message>
</context>
<context>
    <name>SecondFactorForm</name>
    <message>
        <source>A second factor</source>
        <translation>Mã thứ hai</translation>
    </message>
    <message>
        <source>Ask for codes from now on</source>
        <translation>Từ nay hỏi mã</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>the 6 digits shown now</source>
        <translation>6 chữ số đang hiện</translation>
    </message>
    <message>
        <source>The password now</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
    <message>
        <source>Please type the 6 digits.</source>
        <translation>Hãy nhập 6 chữ số.</translation>
    </message>
    <message>
        <source>QR code of the second factor</source>
        <translation>Mã QR của mã thứ hai</translation>
    </message>
    <message>
        <source>Scan this with a code app on your telephone; no network is needed, now or later. Or type these letters there:</source>
        <translation>Hãy quét bằng ứng dụng mã xác thực trên điện thoại; không cần mạng, bây giờ cũng như sau này. Hoặc nhập các chữ sau vào ứng dụng:</translation>
    </message>
    <message>
        <source>The secret in letters</source>
        <translation>Khóa bằng chữ</translation>
    </message>
</context>
<context>
    <name>SecondPage</name>
    <message>
        <source>Second keying</source>
        <translation>Nhập lần hai</translation>
    </message>
    <message>
        <source>Decide differences</source>
        <translation>Quyết định chỗ khác nhau</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>Tất cả đợt nhập</translation>
    </message>
    <message>
        <source>My figures</source>
        <translation>Số liệu của tôi</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Luyện tập</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Được chọn</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>Đã nhập</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>Batches to key a second time</source>
        <translation>Các đợt cần nhập lần hai</translation>
    </message>
    <message>
        <source>Find a batch</source>
        <translation>Tìm đợt nhập</translation>
    </message>
    <message>
        <source>Day or unit (Ctrl+F)</source>
        <translation>Ngày hoặc đơn vị (Ctrl+F)</translation>
    </message>
    <message>
        <source>No batch waits for you</source>
        <translation>Không có đợt nào chờ bạn</translation>
    </message>
    <message>
        <source>Slips that you keyed or changed yourself are for somebody else.</source>
        <translation>Phiếu do chính bạn nhập hoặc sửa thì người khác nhập lần hai.</translation>
    </message>
    <message>
        <source>Somebody else keys the paper again, without seeing what was keyed first.</source>
        <translation>Người khác nhập lại phiếu giấy mà không thấy lần nhập đầu.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) wait for your decision</source>
        <translation>
            <numerusform>%n chỗ khác nhau chờ bạn quyết định</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Create the store</source>
        <translation>Tạo kho dữ liệu</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>Dùng thử với dữ liệu mẫu</translation>
    </message>
    <message>
        <source>Four steps, then the first slip can be keyed. Everything stays on this computer, encrypted.</source>
        <translation>Bốn bước là có thể nhập phiếu đầu tiên. Mọi dữ liệu nằm trên máy này và được mã hóa.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Bước %1 trên %2</translation>
    </message>
    <message>
        <source>Going on makes another key: a sheet of the one before opens nothing.</source>
        <translation>Nếu tiếp tục, khóa mới sẽ được tạo: tờ in khóa trước không mở được gì nữa.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>They apply to this whole store.</source>
        <translation>Áp dụng cho toàn bộ kho dữ liệu này.</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Lưu thay đổi</translation>
    </message>
    <message>
        <source>Changes that were not saved are back.</source>
        <translation>Đã khôi phục các thay đổi chưa lưu.</translation>
    </message>
    <message>
        <source>The changes are saved.</source>
        <translation>Đã lưu thay đổi.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Last slips</source>
        <translation>Phiếu gần nhất</translation>
    </message>
    <message>
        <source>Running tally</source>
        <translation>Kiểm phiếu</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) saved</source>
        <translation>
            <numerusform>Đã lưu %n phiếu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came back</source>
        <translation>
            <numerusform>thu về %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not valid</source>
        <translation>
            <numerusform>%n không hợp lệ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voided</source>
        <translation>
            <numerusform>%n đã hủy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>đang lưu %n</numerusform>
        </translation>
    </message>
    <message>
        <source>voided: %1</source>
        <translation>đã hủy: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n câu trả lời</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign digitally</source>
        <translation>Ký số</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>Mã PIN hoặc mật khẩu</translation>
    </message>
    <message>
        <source>It is used this once and kept nowhere.</source>
        <translation>Chỉ dùng cho lần này, không lưu lại ở đâu.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ký</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>PAdES B-B: the signature says when it was made, but no time-stamp proves it.</source>
        <translation>PAdES B-B: chữ ký ghi thời gian ký nhưng không có dấu thời gian chứng minh.</translation>
    </message>
    <message>
        <source>Choose the file first.</source>
        <translation>Hãy chọn tệp trước.</translation>
    </message>
    <message>
        <source>The paper is being signed</source>
        <translation>Đang ký văn bản</translation>
    </message>
    <message>
        <source>Stopped. Nothing was signed.</source>
        <translation>Đã dừng. Chưa ký gì.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Sample data: the password %1 is filled in.</source>
        <translation>Dữ liệu mẫu: đã điền sẵn mật khẩu %1.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>the 6 digits that your telephone shows now</source>
        <translation>6 chữ số đang hiện trên điện thoại</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở khóa</translation>
    </message>
    <message>
        <source>Satisfaction slips and digital addresses of the one-stop counter</source>
        <translation>Phiếu hài lòng và địa chỉ số của bộ phận một cửa</translation>
    </message>
    <message>
        <source>The screen is locked, and what was being typed is kept. Somebody else can sign in here with another account.</source>
        <translation>Màn hình đã khóa, việc đang nhập dở vẫn được giữ. Người khác có thể đăng nhập bằng tài khoản của mình.</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Có vẻ phím Caps Lock đang bật.</translation>
    </message>
    <message>
        <source>Please type the account&apos;s name.</source>
        <translation>Hãy nhập tên tài khoản.</translation>
    </message>
    <message>
        <source>Please type the 6 digits.</source>
        <translation>Hãy nhập 6 chữ số.</translation>
    </message>
</context>
<context>
    <name>SigningDesk</name>
    <message>
        <source>Open the file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>The signatures are being checked</source>
        <translation>Đang kiểm tra chữ ký</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
</context>
<context>
    <name>SlipDecisionsPage</name>
    <message>
        <source>Open the batch</source>
        <translation>Mở đợt nhập</translation>
    </message>
    <message>
        <source>Where two people corrected one slip differently, it is shown here.</source>
        <translation>Phiếu nào hai người sửa khác nhau sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>Các đợt nhập</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Phiếu số %1</translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) wait</source>
        <translation>
            <numerusform>Còn %n phiếu chờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlipKeysPage</name>
    <message>
        <source>The slip in hand</source>
        <translation>Phiếu đang nhập</translation>
    </message>
</context>
<context>
    <name>SplitsSection</name>
    <message>
        <source>Old units that were split</source>
        <translation>Đơn vị cũ bị chia tách</translation>
    </message>
    <message>
        <source>Reports on today&apos;s units count the slips of the old unit in the one chosen.</source>
        <translation>Báo cáo theo đơn vị hiện nay tính phiếu của đơn vị cũ vào đơn vị được chọn.</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>Chưa quyết định</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>A decision can be changed, but not taken back. Please choose a unit.</source>
        <translation>Có thể đổi quyết định nhưng không thể bỏ. Hãy chọn một đơn vị.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>How were you served today?</source>
        <translation>Xin mời ông/bà đánh giá việc phục vụ</translation>
    </message>
    <message>
        <source>Your answers are anonymous. It takes about a minute.</source>
        <translation>Không hỏi tên. Chỉ mất khoảng một phút.</translation>
    </message>
    <message>
        <source>Touch here to begin</source>
        <translation>Chạm vào đây để bắt đầu</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>Dành cho cán bộ</translation>
    </message>
</context>
<context>
    <name>TallyTable</name>
    <message>
        <source>Running tally</source>
        <translation>Kiểm phiếu</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>Text that is converted</source>
        <translation>Chữ được chuyển mã</translation>
    </message>
    <message>
        <source>%1, sheet %2</source>
        <translation>%1, trang %2</translation>
    </message>
</context>
<context>
    <name>ThanksPage</name>
    <message>
        <source>Thank you for your rating!</source>
        <translation>Cảm ơn ông/bà đã đánh giá!</translation>
    </message>
    <message>
        <source>Your answers help us to serve you better.</source>
        <translation>Ý kiến của ông/bà giúp chúng tôi phục vụ tốt hơn.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>The charts are being drawn…</source>
        <translation>Đang vẽ biểu đồ…</translation>
    </message>
    <message>
        <source>Satisfied, by month, with 95% intervals</source>
        <translation>Tỷ lệ hài lòng theo tháng, khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>Satisfied, by unit, with 95% intervals</source>
        <translation>Tỷ lệ hài lòng theo đơn vị, khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>The interval says how far the share may stray by chance with so many slips; the dashed line is the target.</source>
        <translation>Khoảng tin cậy cho biết tỷ lệ có thể dao động ngẫu nhiên đến đâu với số phiếu như vậy; đường nét đứt là chỉ tiêu.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>%2 against %1:</source>
        <translation>%2 so với %1:</translation>
    </message>
</context>
<context>
    <name>UndoBanner</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>UnitPicker</name>
    <message>
        <source>All units</source>
        <translation>Tất cả đơn vị</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>Tìm đơn vị</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) ticked</source>
        <translation>
            <numerusform>đã chọn %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick at least one unit.</source>
        <translation>Hãy chọn ít nhất một đơn vị.</translation>
    </message>
</context>
<context>
    <name>UnitStep</name>
    <message>
        <source>Units</source>
        <translation>Các đơn vị</translation>
    </message>
    <message>
        <source>Another unit…</source>
        <translation>Đơn vị khác…</translation>
    </message>
    <message>
        <source>Your unit</source>
        <translation>Đơn vị của bạn</translation>
    </message>
    <message>
        <source>type a part of its name, without marks too</source>
        <translation>gõ một phần tên, không cần dấu</translation>
    </message>
    <message>
        <source>Code of the unit</source>
        <translation>Mã đơn vị</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Please choose your unit.</source>
        <translation>Hãy chọn đơn vị của bạn.</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Hãy điền vào đây.</translation>
    </message>
</context>
<context>
    <name>VisitView</name>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Question before</source>
        <translation>Câu trước</translation>
    </message>
    <message>
        <source>Back to the household</source>
        <translation>Về hộ</translation>
    </message>
    <message>
        <source>The questions of the visit</source>
        <translation>Các câu hỏi khi đến hộ</translation>
    </message>
</context>
<context>
    <name>VoidReason</name>
    <message>
        <source>Reason for voiding</source>
        <translation>Lý do hủy</translation>
    </message>
    <message>
        <source>Please give the reason for voiding the slip.</source>
        <translation>Hãy ghi lý do hủy phiếu.</translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message>
        <source>What is striking</source>
        <translation>Điểm đáng chú ý</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Dấu hiệu</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Số phiếu</translation>
    </message>
    <message>
        <source>Find what was seen</source>
        <translation>Tìm dấu hiệu</translation>
    </message>
    <message>
        <source>Day or words (Ctrl+F)</source>
        <translation>Ngày hoặc dấu hiệu (Ctrl+F)</translation>
    </message>
    <message>
        <source>Votes, ticked to be voided</source>
        <translation>Các phiếu, đánh dấu để hủy</translation>
    </message>
    <message>
        <source>Reason for voiding</source>
        <translation>Lý do hủy</translation>
    </message>
    <message>
        <source>Seen, they count</source>
        <translation>Đã xem, vẫn tính</translation>
    </message>
    <message>
        <source>Void the ticked votes</source>
        <translation>Hủy các phiếu đã đánh dấu</translation>
    </message>
    <message>
        <source>How many one-time codes</source>
        <translation>Số mã dùng một lần</translation>
    </message>
    <message>
        <source>One-time codes…</source>
        <translation>In mã dùng một lần…</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>Các đợt nhập</translation>
    </message>
    <message>
        <source>Kiosk votes to look at</source>
        <translation>Phiếu máy đánh giá cần xem</translation>
    </message>
    <message>
        <source>All of them count until somebody here voids them.</source>
        <translation>Mọi phiếu đều được tính cho đến khi có người hủy tại đây.</translation>
    </message>
    <message>
        <source>How many codes</source>
        <translation>Số mã cần in</translation>
    </message>
    <message>
        <source>The votes</source>
        <translation>Các phiếu</translation>
    </message>
    <message>
        <source>No vote is striking</source>
        <translation>Không có phiếu nào đáng chú ý</translation>
    </message>
    <message>
        <source>Bursts, the same answers in a row, votes faster than anybody reads and votes outside the working hours are shown here.</source>
        <translation>Nơi đây hiện các phiếu dồn dập, các phiếu liền nhau giống hệt, phiếu gửi nhanh hơn thời gian đọc và phiếu ngoài giờ làm việc.</translation>
    </message>
    <message>
        <source>Many votes within a short time</source>
        <translation>Phiếu dồn dập</translation>
    </message>
    <message>
        <source>Faster than anybody reads</source>
        <translation>Gửi nhanh hơn thời gian đọc</translation>
    </message>
    <message>
        <source>The same answers in a row</source>
        <translation>Các phiếu liền nhau giống hệt</translation>
    </message>
    <message>
        <source>Outside the working hours</source>
        <translation>Ngoài giờ làm việc</translation>
    </message>
    <message>
        <source>%1. Number of the slip, time, numbers of the answers chosen:</source>
        <translation>%1. Số phiếu, thời điểm, số thứ tự các câu trả lời đã chọn:</translation>
    </message>
    <message>
        <source>Noted: these votes count.</source>
        <translation>Đã ghi nhận: các phiếu này vẫn được tính.</translation>
    </message>
    <message>
        <source>These votes are shown again.</source>
        <translation>Các phiếu này được hiện lại để xem.</translation>
    </message>
    <message>
        <source>Tick the votes to void first.</source>
        <translation>Hãy đánh dấu các phiếu cần hủy trước.</translation>
    </message>
    <message>
        <source>Please give the reason for voiding the slip.</source>
        <translation>Hãy ghi lý do hủy phiếu.</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) voided.</source>
        <translation>
            <numerusform>Đã hủy %n phiếu.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many codes?</source>
        <translation>Cần in bao nhiêu mã?</translation>
    </message>
    <message>
        <source>one-time codes</source>
        <translation>mã đánh giá</translation>
    </message>
    <message>
        <source>The codes are being made</source>
        <translation>Đang tạo mã</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Decide</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>%1 received records wait for a part that is still missing. Ask the other station for its newest bundle; they join by themselves.</source>
        <translation>%1 ghi nhận đã nhận đang chờ phần còn thiếu. Hãy xin trạm kia gói mới nhất; chúng sẽ tự ghép vào.</translation>
    </message>
    <message>
        <source>%1 received records were set apart: another record bears their number. They are kept and not used. Tell the administrator.</source>
        <translation>%1 ghi nhận đã nhận bị cách ly vì trùng số với ghi nhận khác. Chúng được giữ lại nhưng không dùng. Hãy báo người quản trị.</translation>
    </message>
    <message>
        <source>%1 households were corrected differently and wait for a decision.</source>
        <translation>%1 hộ được sửa khác nhau và cần quyết định.</translation>
    </message>
    <message>
        <source>%1 slips were corrected differently and wait for a decision.</source>
        <translation>%1 phiếu được sửa khác nhau và chờ quyết định.</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Get them back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Đã rõ</translation>
    </message>
</context>
<context>
    <name>YearStartField</name>
    <message>
        <source>day %1</source>
        <translation>ngày %1</translation>
    </message>
    <message>
        <source>month %1</source>
        <translation>tháng %1</translation>
    </message>
    <message>
        <source>Day on which the reporting year begins</source>
        <translation>Ngày bắt đầu năm báo cáo</translation>
    </message>
    <message>
        <source>Month in which the reporting year begins</source>
        <translation>Tháng bắt đầu năm báo cáo</translation>
    </message>
</context>
<context>
    <name>deciding</name>
    <message>
        <source>valid, with these answers</source>
        <translation>hợp lệ, với các câu trả lời của người này</translation>
    </message>
    <message>
        <source>not valid: %1</source>
        <translation>không hợp lệ: %1</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Station cards</source>
        <translation>Thẻ trạm</translation>
    </message>
    <message>
        <source>Bundles of data</source>
        <translation>Gói dữ liệu</translation>
    </message>
    <message>
        <source>%1 recorded · %2 received</source>
        <translation>%1 ghi nhận · %2 đã nhận</translation>
    </message>
    <message>
        <source>Nothing was heard of it yet</source>
        <translation>Chưa nhận được gì từ trạm này</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 đang chờ</translation>
    </message>
    <message>
        <source>It has everything</source>
        <translation>Đã có đủ</translation>
    </message>
    <message>
        <source>Last received from: %1 · last written for: %2</source>
        <translation>Nhận gần nhất: %1 · ghi gói gần nhất: %2</translation>
    </message>
    <message>
        <source>%n record(s)</source>
        <translation>%n bản ghi</translation>
    </message>
    <message>
        <source>The bundle is written and was read back: %1 for %2. File: %3</source>
        <translation>Đã ghi gói và đọc lại đúng: %1 cho %2. Tệp: %3</translation>
    </message>
    <message>
        <source>%1 wait for a missing part</source>
        <translation>%1 chờ phần còn thiếu</translation>
    </message>
    <message>
        <source>%1 set apart</source>
        <translation>%1 cách ly</translation>
    </message>
    <message>
        <source>to be decided: %1</source>
        <translation>cần quyết định: %1</translation>
    </message>
    <message>
        <source>%1 erased on request</source>
        <translation>%1 lần ghi đã xóa theo yêu cầu</translation>
    </message>
    <message>
        <source>Taken in from %3: %1 new, %2 known</source>
        <translation>Đã nhận từ %3: %1 mới, %2 đã có</translation>
    </message>
    <message>
        <source>May read all units</source>
        <translation>Được đọc mọi đơn vị</translation>
    </message>
    <message>
        <source>May read figures only</source>
        <translation>Chỉ được đọc số liệu tổng hợp</translation>
    </message>
    <message>
        <source>May read its own unit</source>
        <translation>Được đọc đơn vị của mình</translation>
    </message>
    <message>
        <source>May read %n unit(s)</source>
        <translation>Được đọc %n đơn vị</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>No backup yet</source>
        <translation>Chưa có bản sao lưu</translation>
    </message>
    <message>
        <source>Backup: today %1</source>
        <translation>Sao lưu: hôm nay %1</translation>
    </message>
    <message>
        <source>Backup: %1, %n day(s) ago</source>
        <translation>Sao lưu: %1, cách đây %n ngày</translation>
    </message>
    <message>
        <source>with a second place</source>
        <translation>có nơi lưu thứ hai</translation>
    </message>
    <message>
        <source>no second place</source>
        <translation>chưa có nơi lưu thứ hai</translation>
    </message>
    <message>
        <source>Slips to be decided: %1</source>
        <translation>Phiếu chờ quyết định: %1</translation>
    </message>
    <message>
        <source>Striking votes of the kiosk: %1</source>
        <translation>Điểm đáng chú ý ở phiếu tự đánh giá: %1</translation>
    </message>
    <message>
        <source>Slips to key a second time: %1</source>
        <translation>Phiếu cần nhập lần hai: %1</translation>
    </message>
    <message>
        <source>Differences between two keyings: %1</source>
        <translation>Chỗ hai lần nhập khác nhau: %1</translation>
    </message>
    <message>
        <source>Households to be decided: %1</source>
        <translation>Hộ chờ thống nhất thông tin: %1</translation>
    </message>
    <message>
        <source>Records set apart in the exchange: %1</source>
        <translation>Bản ghi bị tách riêng khi trao đổi: %1</translation>
    </message>
    <message>
        <source>Accounts locked after wrong passwords: %1</source>
        <translation>Tài khoản tạm khóa do nhập sai mật khẩu: %1</translation>
    </message>
    <message>
        <source>The last backup did not succeed, or is too old</source>
        <translation>Lần sao lưu gần nhất không thành công hoặc đã quá cũ</translation>
    </message>
</context>
<context>
    <name>hub</name>
    <message>
        <source>It was stopped. What had gone and come stays.</source>
        <translation>Đã dừng. Những gì đã gửi và đã nhận vẫn được giữ.</translation>
    </message>
    <message>
        <source>Nothing was exchanged with it yet.</source>
        <translation>Chưa trao đổi lần nào với máy chủ này.</translation>
    </message>
    <message>
        <source>Nothing was exchanged with the hub yet</source>
        <translation>Chưa trao đổi được với máy chủ lần nào</translation>
    </message>
    <message>
        <source>No exchange with the hub since %1</source>
        <translation>Chưa trao đổi được với máy chủ từ %1</translation>
    </message>
    <message>
        <source>next try at %1</source>
        <translation>thử lại lúc %1</translation>
    </message>
    <message>
        <source>Last exchange %4: %1 sent, %2 received, %3 waiting</source>
        <translation>Lần trao đổi gần nhất %4: đã gửi %1, đã nhận %2, còn chờ %3</translation>
    </message>
    <message>
        <source>%1 wait for a missing part</source>
        <translation>%1 chờ phần còn thiếu</translation>
    </message>
    <message>
        <source>%1 set apart</source>
        <translation>%1 bị cách ly</translation>
    </message>
    <message>
        <source>By itself again at %1</source>
        <translation>Tự trao đổi lại lúc %1</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something went wrong inside the program (code %1). Nothing saved is lost. Please try again, and tell the administrator the code if it happens again.</source>
        <translation>Chương trình gặp lỗi (mã %1). Dữ liệu đã lưu không bị mất. Hãy thử lại; nếu vẫn lỗi, hãy báo mã này cho người quản trị.</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Lưu tờ khóa khôi phục</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it and delete it.</source>
        <translation>Đã lưu tờ khóa. Hãy in rồi xóa tệp.</translation>
    </message>
    <message>
        <source>The sheet was sent to the printer.</source>
        <translation>Đã gửi tờ khóa tới máy in.</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>formerly %1</source>
        <translation>trước là %1</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Đã gắn</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>Chưa gắn</translation>
    </message>
    <message>
        <source>%1 codes · %2 plates</source>
        <translation>%1 mã · %2 biển</translation>
    </message>
    <message>
        <source>content erased on request</source>
        <translation>nội dung đã xóa theo yêu cầu</translation>
    </message>
    <message>
        <source>from the list “%1”</source>
        <translation>từ danh sách “%1”</translation>
    </message>
    <message>
        <source>checked on the spot</source>
        <translation>rà soát tại chỗ</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>quyết định</translation>
    </message>
    <message>
        <source>merged into another household</source>
        <translation>gộp vào hộ khác</translation>
    </message>
    <message>
        <source>merge undone</source>
        <translation>hoàn tác gộp</translation>
    </message>
    <message>
        <source>taken over from a merged household</source>
        <translation>nhận từ hộ được gộp</translation>
    </message>
    <message>
        <source>Lists of households</source>
        <translation>Danh sách hộ</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Chưa rà soát</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Đúng</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>Cần sửa</translation>
    </message>
    <message>
        <source>Not found or other</source>
        <translation>Không gặp, khác</translation>
    </message>
    <message>
        <source>The list was taken in</source>
        <translation>Đã nhập danh sách</translation>
    </message>
    <message>
        <source>To the register</source>
        <translation>Đến sổ hộ</translation>
    </message>
    <message>
        <source>%1: %2 added, %3 updated, %4 unchanged, %5 left out.</source>
        <translation>%1: thêm %2 hộ, cập nhật %3 hộ, %4 hộ không đổi, bỏ qua %5 dòng.</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quý</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 tháng</translation>
    </message>
    <message>
        <source>9 months</source>
        <translation>9 tháng</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>Cả năm</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>Tháng %1</translation>
    </message>
    <message>
        <source>Quarter %1</source>
        <translation>Quý %1</translation>
    </message>
    <message>
        <source>First 6 months</source>
        <translation>6 tháng đầu năm</translation>
    </message>
    <message>
        <source>Last 6 months</source>
        <translation>6 tháng cuối năm</translation>
    </message>
    <message>
        <source>Year %2</source>
        <translation>Năm %2</translation>
    </message>
    <message>
        <source>First 9 months, %2</source>
        <translation>9 tháng năm %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 năm %2</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Từ ngày đến ngày</translation>
    </message>
    <message>
        <source>to print, sign and send</source>
        <translation>để in, ký và gửi</translation>
    </message>
    <message>
        <source>to paste into a larger report</source>
        <translation>để chép vào báo cáo lớn hơn</translation>
    </message>
    <message>
        <source>to calculate with</source>
        <translation>để tính toán</translation>
    </message>
    <message>
        <source>one figure a line, for other programs</source>
        <translation>mỗi dòng một số liệu, cho chương trình khác</translation>
    </message>
    <message>
        <source>all figures, for other programs</source>
        <translation>toàn bộ số liệu, cho chương trình khác</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>văn bản thuần</translation>
    </message>
    <message>
        <source>Satisfaction report - %1</source>
        <translation>Báo cáo mức độ hài lòng - %1</translation>
    </message>
    <message>
        <source>Satisfaction over time - %1</source>
        <translation>Diễn biến hài lòng - %1</translation>
    </message>
    <message>
        <source>Comparison - %1</source>
        <translation>So sánh hài lòng - %1</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>dao động</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>cao hơn</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>thấp hơn</translation>
    </message>
    <message>
        <source>Hidden, as small numbers follow from it.</source>
        <translation>Ẩn vì từ đó suy ra được số nhỏ.</translation>
    </message>
    <message>
        <source>Difference %1 points, 95% interval %2 to %3: chance alone may make it, so no difference is shown.</source>
        <translation>Chênh lệch %1 điểm phần trăm, khoảng tin cậy 95% từ %2 đến %3: nằm trong phạm vi dao động ngẫu nhiên, chưa đủ căn cứ kết luận là khác nhau.</translation>
    </message>
    <message>
        <source>Difference %1 points, 95% interval %2 to %3: higher, by more than chance.</source>
        <translation>Chênh lệch %1 điểm phần trăm, khoảng tin cậy 95% từ %2 đến %3: cao hơn rõ rệt, vượt phạm vi dao động ngẫu nhiên.</translation>
    </message>
    <message>
        <source>Difference %1 points, 95% interval %2 to %3: lower, by more than chance.</source>
        <translation>Chênh lệch %1 điểm phần trăm, khoảng tin cậy 95% từ %2 đến %3: thấp hơn rõ rệt, vượt phạm vi dao động ngẫu nhiên.</translation>
    </message>
    <message>
        <source>The questionnaire has no overall question, so there is no satisfied share.</source>
        <translation>Mẫu phiếu không có câu hỏi đánh giá chung nên không có tỷ lệ hài lòng.</translation>
    </message>
</context>
<context>
    <name>second</name>
    <message>
        <source>There is such a paper: %1</source>
        <translation>Có phiếu này: %1</translation>
    </message>
    <message>
        <source>There is no such paper</source>
        <translation>Không có phiếu này</translation>
    </message>
    <message>
        <source>Is there a paper %1 in the bundle?</source>
        <translation>Tập phiếu có phiếu giấy số %1 không?</translation>
    </message>
    <message>
        <source>What happened at paper %1 of the bundle?</source>
        <translation>Việc gì đã xảy ra ở phiếu giấy số %1 của tập?</translation>
    </message>
    <message>
        <source>The second keying left it out</source>
        <translation>Lần nhập hai bỏ sót phiếu này</translation>
    </message>
    <message>
        <source>The second keying keyed the paper before it twice</source>
        <translation>Lần nhập hai nhập phiếu trước đó hai lần</translation>
    </message>
    <message>
        <source>The first keying left out a paper before it</source>
        <translation>Lần nhập đầu bỏ sót một phiếu ngay trước đó</translation>
    </message>
    <message>
        <source>The first keying keyed the paper before it twice</source>
        <translation>Lần nhập đầu nhập phiếu trước đó hai lần</translation>
    </message>
    <message>
        <source>Scanned slips</source>
        <translation>Bản quét phiếu</translation>
    </message>
</context>
<context>
    <name>signing</name>
    <message>
        <source>%1 - signed</source>
        <translation>%1 - đã ký</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>Note: %1</source>
        <translation>Ghi chú: %1</translation>
    </message>
    <message>
        <source>Dossier: %1</source>
        <translation>Hồ sơ: %1</translation>
    </message>
    <message>
        <source>keyed</source>
        <translation>nhập phiếu</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>sửa phiếu</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>quyết định</translation>
    </message>
    <message>
        <source>voided: %1</source>
        <translation>đã hủy: %1</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>lấy lại để nhập lại</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>hồ sơ</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>lý do</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>để trống</translation>
    </message>
</context>
<context>
    <name>titles</name>
    <message>
        <source>Correcting slip %1</source>
        <translation>Đang sửa phiếu số %1</translation>
    </message>
    <message>
        <source>Enter saves the correction, Esc leaves it</source>
        <translation>Enter để lưu bản sửa, Esc để bỏ</translation>
    </message>
    <message>
        <source>Keying voided slip %1 again</source>
        <translation>Nhập lại phiếu đã hủy số %1</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Phiếu số %1</translation>
    </message>
    <message>
        <source>Complete: Enter saves it</source>
        <translation>Đã đủ: bấm Enter để lưu</translation>
    </message>
</context>
<context>
    <name>watch</name>
    <message>
        <source>Another machine writes with a copy of this station&apos;s data: its last record is of %1, and %2 of its records are here. Nothing is lost, but please work at one of the two only, and have the other one set up anew.</source>
        <translation>Có máy khác đang ghi trên một bản sao dữ liệu của trạm này: bản ghi cuối của máy đó lúc %1, ở đây đã có %2 bản ghi của máy đó. Không mất gì, nhưng hãy chỉ làm việc trên một máy và thiết lập lại máy kia thành trạm mới.</translation>
    </message>
    <message>
        <source>This machine was restored from a copy of %1. %2 records that were written here after that are missing, and others hold them: exchange with the hub, or take in a bundle of another station, to get them back.</source>
        <translation>Máy này được khôi phục từ bản sao lúc %1. Còn thiếu %2 bản ghi đã ghi ở đây sau lúc đó, nơi khác vẫn giữ: hãy trao đổi với máy chủ hoặc nhận gói của trạm khác để lấy lại.</translation>
    </message>
    <message>
        <source>This machine was restored from a copy of %1. The %2 records that others hold and that were written here after that came back.</source>
        <translation>Máy này được khôi phục từ bản sao lúc %1. Đã lấy lại %2 bản ghi mà nơi khác giữ và đã ghi ở đây sau lúc đó.</translation>
    </message>
    <message>
        <source>%n year(s)</source>
        <translation>%n năm</translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation>%n ngày</translation>
    </message>
    <message>
        <source>%n hour(s)</source>
        <translation>%n giờ</translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation>%n phút</translation>
    </message>
    <message>
        <source>The last record here bears a time %1 later than this machine&apos;s clock shows. Please check its date and time.</source>
        <translation>Bản ghi cuối ở đây mang giờ muộn hơn đồng hồ máy này %1. Hãy kiểm tra ngày giờ của máy.</translation>
    </message>
    <message>
        <source>The newest records of %2 bear a time %1 later than this machine&apos;s clock shows. A clock there is wrong, or was; please tell them.</source>
        <translation>Bản ghi mới nhất của %2 mang giờ muộn hơn đồng hồ máy này %1. Có đồng hồ ở đó đang sai hoặc đã từng sai; hãy báo cho nơi đó.</translation>
    </message>
    <message>
        <source>The clock of %2 is %1 ahead of this machine&apos;s. Please tell them to check date and time.</source>
        <translation>Đồng hồ của %2 chạy trước máy này %1. Hãy báo nơi đó kiểm tra ngày giờ.</translation>
    </message>
    <message>
        <source>The clock of %2 is at least %1 behind this machine&apos;s. Please tell them to check date and time.</source>
        <translation>Đồng hồ của %2 chạy sau máy này ít nhất %1. Hãy báo nơi đó kiểm tra ngày giờ.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is at least %1 behind those of the other stations. Please check its date and time.</source>
        <translation>Đồng hồ máy này chạy sau các trạm khác ít nhất %1. Hãy kiểm tra ngày giờ của máy.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 ahead of that of the hub %2. Please check its date and time.</source>
        <translation>Đồng hồ máy này chạy trước máy chủ %2 là %1. Hãy kiểm tra ngày giờ của máy.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 behind that of the hub %2. Please check its date and time.</source>
        <translation>Đồng hồ máy này chạy sau máy chủ %2 là %1. Hãy kiểm tra ngày giờ của máy.</translation>
    </message>
    <message>
        <source>an earlier day</source>
        <translation>một ngày trước đây</translation>
    </message>
</context>
</TS>
