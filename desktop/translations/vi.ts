<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AnswerList</name>
    <message>
        <source>Questions of the slip</source>
        <translation>Các câu hỏi của phiếu</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Creating the store …</source>
        <translation>Đang tạo kho dữ liệu …</translation>
    </message>
    <message>
        <source>Making the sample data; this takes a few seconds …</source>
        <translation>Đang tạo dữ liệu mẫu, mất vài giây …</translation>
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
        <source>New batch</source>
        <translation>Đợt nhập mới</translation>
    </message>
    <message>
        <source>No slips have been keyed yet</source>
        <translation>Chưa có phiếu nào được nhập</translation>
    </message>
    <message>
        <source>Open a batch for the bundle in your hand, then key its slips.</source>
        <translation>Hãy mở một đợt cho tập phiếu đang cầm, rồi nhập từng phiếu.</translation>
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
        <source>Slips of the batch</source>
        <translation>Các phiếu của đợt</translation>
    </message>
    <message>
        <source>Reason for voiding</source>
        <translation>Lý do hủy</translation>
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
        <source>Please give the reason for voiding the slip.</source>
        <translation>Hãy ghi lý do hủy phiếu.</translation>
    </message>
    <message>
        <source>The slip is voided. It can be keyed again in its place.</source>
        <translation>Đã hủy phiếu. Có thể nhập lại phiếu vào chỗ cũ.</translation>
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
    <name>FieldRow</name>
    <message>
        <source>required</source>
        <translation>bắt buộc</translation>
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
    <message>
        <source>valid slips, %1</source>
        <translation>phiếu hợp lệ, %1</translation>
    </message>
    <message>
        <source>satisfied; the target is %1</source>
        <translation>hài lòng; chỉ tiêu %1</translation>
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
    <message numerus="yes">
        <source>%n slip(s) keyed</source>
        <translation>
            <numerusform>đã nhập %n phiếu</numerusform>
        </translation>
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
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
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
    <name>NumberField</name>
    <message>
        <source>Enter a number from {first} to {last}.</source>
        <translation>Hãy nhập một số từ {first} đến {last}.</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>The pages are being made</source>
        <translation>Đang dựng trang in</translation>
    </message>
    <message>
        <source>The report is being saved</source>
        <translation>Đang lưu báo cáo</translation>
    </message>
    <message>
        <source>The pages go to the printer</source>
        <translation>Đang gửi trang đến máy in</translation>
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
    <message>
        <source>What is wrong</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation>Các lỗi trong tệp</translation>
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
    <name>QuestionnairesCard</name>
    <message>
        <source>Questionnaires</source>
        <translation>Mẫu phiếu</translation>
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
        <source>Save the sheet for printing</source>
        <translation>Lưu tờ khóa để in</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>Khóa khôi phục</translation>
    </message>
    <message>
        <source>Without a password this key alone opens the store. It is shown this once. Whoever holds it can read everything.</source>
        <translation>Không có mật khẩu thì chỉ khóa này mở được kho dữ liệu. Khóa chỉ hiện một lần này. Ai giữ khóa đều đọc được toàn bộ dữ liệu.</translation>
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
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
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
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Another unit …</source>
        <translation>Đơn vị khác …</translation>
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
        <source>at least 8 characters</source>
        <translation>ít nhất 8 ký tự</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Nhập lại mật khẩu</translation>
    </message>
    <message>
        <source>Create the store</source>
        <translation>Tạo kho dữ liệu</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>Dùng thử với dữ liệu mẫu</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Xin chào</translation>
    </message>
    <message>
        <source>Three things, then the first slip can be keyed. Everything stays on this computer, encrypted.</source>
        <translation>Chỉ ba việc là có thể nhập phiếu đầu tiên. Mọi dữ liệu nằm trên máy này và được mã hóa.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Please type a name, without your title.</source>
        <translation>Hãy nhập tên tài khoản.</translation>
    </message>
    <message>
        <source>Please type a password.</source>
        <translation>Hãy nhập mật khẩu.</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Hãy điền ô này.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
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
        <source>Opening …</source>
        <translation>Đang mở …</translation>
    </message>
    <message>
        <source>Satisfaction slips and digital addresses of the one-stop counter</source>
        <translation>Phiếu hài lòng và địa chỉ số của bộ phận một cửa</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Có vẻ phím Caps Lock đang bật.</translation>
    </message>
    <message>
        <source>Please type the account&apos;s name.</source>
        <translation>Hãy nhập tên tài khoản.</translation>
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
    <name>TallyTable</name>
    <message>
        <source>Running tally</source>
        <translation>Kiểm phiếu</translation>
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
    <name>messages</name>
    <message>
        <source>Something went wrong inside the program (code %1). Nothing saved is lost. Please try again, and tell the administrator the code if it happens again.</source>
        <translation>Chương trình gặp lỗi (mã %1). Dữ liệu đã lưu không bị mất. Hãy thử lại; nếu vẫn lỗi, hãy báo mã này cho người quản trị.</translation>
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
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
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
</TS>
