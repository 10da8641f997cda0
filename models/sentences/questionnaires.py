"""What the program says about questionnaires."""

from __future__ import annotations

from typing import Final

_WORKBOOK: Final[dict[str, tuple[str, str]]] = {
    "version_exists": (
        "Phiếu {code} phiên bản {version} đã được công bố với nội dung khác. Hãy đổi số phiên "
        "bản trong trang settings.",
        "Version {version} of the questionnaire {code} is already published with other content. "
        "Change the version in the settings sheet.",
    ),
    "unknown": (
        "Chưa có phiếu nào mang mã {code}. Hãy kiểm tra mã hoặc công bố phiếu trước.",
        "There is no questionnaire with the code {code}. Check the code or publish it first.",
    ),
    "refused": (
        "Chưa đọc được phiếu trong tệp {file}. Hãy sửa các chỗ nêu dưới đây rồi thử lại.",
        "The questionnaire in {file} cannot be used yet. Correct the places named below and try "
        "again.",
    ),
    "file_missing": (
        "Không tìm thấy tệp này. Hãy kiểm tra lại tên và thư mục.",
        "This file was not found. Check its name and folder.",
    ),
    "file_unreadable": (
        "Không đọc được tệp {file}. Hãy đóng tệp nếu đang mở trong chương trình khác rồi thử lại.",
        "The file {file} cannot be read. Close it if another program has it open, then try again.",
    ),
    "file_empty": (
        "Tệp này rỗng. Hãy chọn đúng tệp bảng tính .xlsx.",
        "This file is empty. Choose the right .xlsx workbook.",
    ),
    "file_large": (
        "Tệp này lớn hơn {most} MB nên không được mở. Một phiếu khảo sát chỉ cần vài trăm kB.",
        "This file is larger than {most} MB and is not opened. A questionnaire needs a few hundred "
        "kB.",
    ),
    "file_bomb": (
        "Tệp này khi giải nén lớn bất thường nên không được mở. Hãy chép các trang cần dùng sang "
        "một tệp .xlsx mới.",
        "This file unpacks to an unreasonable size and is not opened. Copy the sheets you need "
        "into a new .xlsx workbook.",
    ),
    "file_password": (
        "Tệp này được đặt mật khẩu. Hãy bỏ mật khẩu trong Excel, lưu lại rồi thử lại.",
        "This workbook is protected by a password. Remove the password in Excel, save, and try "
        "again.",
    ),
    "file_old_format": (
        "Tệp này ở định dạng cũ. Hãy mở bằng Excel và lưu thành .xlsx.",
        "This file is in an old format. Open it in Excel and save it as .xlsx.",
    ),
    "file_damaged": (
        "Tệp này bị hỏng hoặc bị cắt ngắn. Hãy chép hoặc tải lại bản đầy đủ.",
        "This file is damaged or cut short. Copy or download it again in full.",
    ),
    "file_not_workbook": (
        "Tệp này không phải bảng tính .xlsx. Hãy chọn tệp XLSForm có đuôi .xlsx.",
        "This file is no .xlsx workbook. Choose an XLSForm that ends in .xlsx.",
    ),
    "sheet_missing": (
        "Thiếu trang tính này. Hãy thêm một trang tính đúng tên như vậy.",
        "This sheet is missing. Add a sheet with exactly this name.",
    ),
    "sheet_misspelt": (
        "Thiếu trang tính này, nhưng có trang “{found}” tên gần giống. Hãy đổi lại tên trang, hoặc "
        "thêm dấu _ vào đầu tên nếu trang đó không thuộc phiếu.",
        "This sheet is missing, but there is a sheet “{found}” with a similar name. Rename it, or "
        "put _ before its name if it is no part of the questionnaire.",
    ),
    "sheet_empty": (
        "Trang tính này trống. Hãy điền hàng tiêu đề và ít nhất một hàng nội dung.",
        "This sheet is empty. Fill in the header row and at least one row below it.",
    ),
    "sheet_unsupported": (
        "Chương trình chưa hỗ trợ trang tính này của XLSForm. Hãy xóa trang hoặc thêm dấu _ vào "
        "đầu tên trang.",
        "The program does not support this XLSForm sheet. Delete it or put _ before its name.",
    ),
    "column_missing": (
        "Thiếu cột này. Hãy thêm cột vào hàng tiêu đề.",
        "This column is missing. Add it to the header row.",
    ),
    "column_twice": (
        "Có hai cột cùng tiêu đề này. Hãy đổi tên hoặc xóa một cột.",
        "Two columns have this header. Rename or delete one of them.",
    ),
    "column_same": (
        "Cột này có cùng ý nghĩa với cột “{other}”. Hãy chỉ giữ lại một cột.",
        "This column means the same as “{other}”. Keep only one of them.",
    ),
    "column_nameless": (
        "Ô này có nội dung nhưng cột không có tiêu đề. Hãy ghi tiêu đề ở hàng 1 hoặc xóa ô.",
        "This cell is filled but its column has no header. Write a header in row 1 or clear the "
        "cell.",
    ),
    "column_name": (
        "Tên cột riêng chỉ gồm chữ, số và dấu _, không có dấu cách. Hãy đổi tên cột.",
        "A column of your own may only have letters, digits and _ in its name, no blanks. Rename "
        "it.",
    ),
    "column_unsupported": (
        "Chương trình không dùng được cột này nên không thể bỏ qua nội dung của nó. Hãy kiểm tra "
        "chính tả, xóa cột, hoặc thêm dấu _ vào đầu tiêu đề nếu chỉ là ghi chú.",
        "The program cannot use this column and does not ignore it in silence. Check the spelling, "
        "delete the column, or put _ before its header if it is only a note.",
    ),
    "language_code": (
        "Tên ngôn ngữ “{language}” thiếu mã trong ngoặc. Hãy viết như “Vietnamese (vi)”.",
        "The language “{language}” has no code in brackets. Write it like “Vietnamese (vi)”.",
    ),
    "language_unknown": (
        "Ngôn ngữ mặc định “{language}” không có cột nào dùng. Hãy ghi đúng như trong tiêu đề các "
        "cột, ví dụ “Vietnamese (vi)”.",
        "No column uses the default language “{language}”. Write it as in the headers, for example "
        "“Vietnamese (vi)”.",
    ),
    "setting_missing": (
        "Ô này không được để trống. Hãy điền mã phiếu (form_id) và phiên bản (version).",
        "This cell must not be blank. Fill in the questionnaire's form_id and version.",
    ),
    "pyxform": (
        "Phiếu chưa đúng chuẩn XLSForm. Bộ kiểm tra chuẩn báo bằng tiếng Anh: {words}",
        "The questionnaire does not follow the XLSForm standard. The standard's checker says: "
        "{words}",
    ),
}

_ROWS: Final[dict[str, tuple[str, str]]] = {
    "type_missing": (
        "Hàng này có nội dung nhưng chưa có loại câu hỏi. Hãy điền cột type hoặc xóa hàng.",
        "This row is filled but has no question type. Fill in the type column or delete the row.",
    ),
    "type_unknown": (
        "Không có loại câu hỏi “{type}”. Hãy dùng một loại như select_one, select_multiple, "
        "integer, decimal, text, date, time, note, calculate, hidden.",
        "There is no question type “{type}”. Use one such as select_one, select_multiple, integer, "
        "decimal, text, date, time, note, calculate, hidden.",
    ),
    "type_unsupported": (
        "Chương trình chưa hỗ trợ loại câu hỏi “{type}”. Hãy xóa hàng hoặc đổi sang loại khác.",
        "The program does not support the question type “{type}”. Delete the row or choose another "
        "type.",
    ),
    "type_extra": (
        "Chương trình chưa hỗ trợ “{extra}” sau tên danh sách. Hãy bỏ phần này; nếu cần, thêm lựa "
        "chọn “Khác” và một câu hỏi text.",
        "The program does not support “{extra}” after the list's name. Remove it; if needed, add a "
        "choice “Other” and a text question.",
    ),
    "list_unknown": (
        "Trang choices không có danh sách “{list}”. Hãy thêm danh sách hoặc sửa lại tên.",
        "The choices sheet has no list “{list}”. Add the list or correct its name.",
    ),
    "list_from_answers": (
        "Chương trình chưa hỗ trợ lấy lựa chọn từ câu trả lời trước ({list}). Hãy dùng một danh "
        "sách trong trang choices.",
        "The program does not support choices taken from earlier answers ({list}). Use a list of "
        "the choices sheet.",
    ),
    "name_missing": (
        "Hàng này chưa có tên. Hãy điền cột name.",
        "This row has no name. Fill in the name column.",
    ),
    "name_wrong": (
        "Tên “{name}” không dùng được: phải bắt đầu bằng chữ hoặc dấu _, sau đó chỉ có chữ, số, "
        "dấu _, - hoặc chấm.",
        "The name “{name}” cannot be used: it must begin with a letter or _, then have only "
        "letters, digits, _, - or dots.",
    ),
    "name_twice": (
        "Tên “{name}” đã dùng ở hàng {other} trong cùng nhóm. Hãy đặt tên khác.",
        "The name “{name}” is already used in row {other} of the same group. Choose another one.",
    ),
    "name_reserved": (
        "Tên “{name}” được XLSForm dành riêng. Hãy đặt tên khác.",
        "XLSForm keeps the name “{name}” for itself. Choose another one.",
    ),
    "repeat_twice": (
        "Đã có một repeat khác mang tên “{name}”. Tên repeat phải khác nhau trong cả phiếu.",
        "Another repeat is called “{name}”. Names of repeats must differ in the whole questionnaire.",
    ),
    "label_missing": (
        "“{name}” chưa có lời (cột label). Hãy điền nội dung để người trả lời đọc được.",
        "“{name}” has no text (column label). Fill it in so that people can read it.",
    ),
    "begin_unmatched": (
        "Có begin {kind} ở hàng này nhưng thiếu end {kind}. Hãy thêm hàng kết thúc.",
        "This row has a begin {kind} but its end {kind} is missing. Add the closing row.",
    ),
    "end_unmatched": (
        "Có end {kind} ở hàng này nhưng không khớp với begin nào đang mở. Hãy kiểm tra thứ tự các "
        "hàng begin và end.",
        "This row has an end {kind} that matches no open begin. Check the order of the begin and "
        "end rows.",
    ),
    "groups_deep": (
        "Các nhóm lồng nhau quá {most} lớp. Hãy bớt số lớp.",
        "Groups lie more than {most} deep in one another. Use fewer levels.",
    ),
    "choice_nameless": (
        "Lựa chọn này chưa có tên. Hãy điền cột name.",
        "This choice has no name. Fill in the name column.",
    ),
    "choice_blank": (
        "Tên lựa chọn “{name}” có dấu cách. Hãy thay bằng dấu _.",
        "The choice's name “{name}” has blanks in it. Replace them by _.",
    ),
    "choice_twice": (
        "Danh sách “{list}” đã có lựa chọn “{name}”. Hãy đặt tên khác.",
        "The list “{list}” already has a choice “{name}”. Choose another name.",
    ),
    "points_wrong": (
        "Điểm “{value}” không phải là số. Hãy ghi số, hoặc để trống nếu không chấm điểm.",
        "The points “{value}” are no number. Write a number, or leave it blank if not scored.",
    ),
    "yes_no_wrong": (
        "“{value}” không dùng được ở đây. Hãy ghi yes hoặc để trống.",
        "“{value}” cannot be used here. Write yes or leave it blank.",
    ),
    "calculation_missing": (
        "“{name}” là loại calculate nhưng chưa có công thức. Hãy điền cột calculation.",
        "“{name}” is a calculate without a formula. Fill in the calculation column.",
    ),
    "rule_misplaced": (
        "Cột này không dùng cho loại câu hỏi của “{name}”. Hãy xóa ô.",
        "This column does not apply to the type of “{name}”. Clear the cell.",
    ),
    "cycle": (
        "Các câu hỏi chờ kết quả của nhau thành vòng tròn: {circle} (trong ngoặc là số hàng). Hãy "
        "bỏ một điều kiện hoặc công thức trong vòng.",
        "These questions wait for one another in a circle: {circle} (rows in brackets). Remove one "
        "condition or formula in it.",
    ),
    "check_empty": (
        "Hàng kiểm tra này chưa có điều kiện. Hãy điền cột condition.",
        "This check has no condition. Fill in the condition column.",
    ),
    "check_silent": (
        "Hàng kiểm tra này chưa có lời nhắc. Hãy điền cột message.",
        "This check has no message. Fill in the message column.",
    ),
}

_EXPRESSIONS: Final[dict[str, tuple[str, str]]] = {
    "syntax_wrong": (
        "Công thức sai ở ký tự thứ {place}. Hãy kiểm tra dấu ngoặc, dấu nháy và phép toán.",
        "The formula is wrong at letter {place}. Check brackets, quotes and operators.",
    ),
    "syntax_unsupported": (
        "Chương trình chưa hỗ trợ “{what}” ở ký tự thứ {place} của công thức. Hãy viết lại bằng "
        "tham chiếu dạng ${{tên}}.",
        "The program does not support “{what}” at letter {place} of the formula. Rewrite it with "
        "references like ${{name}}.",
    ),
    "function_unsupported": (
        "Chương trình không có hàm {function}() (ký tự thứ {place}). Hãy kiểm tra tên hàm hoặc "
        "dùng hàm khác.",
        "The program has no function {function}() (letter {place}). Check its name or use another "
        "one.",
    ),
    "function_arguments": (
        "Hàm {function}() ở ký tự thứ {place} thiếu hoặc thừa tham số. Hãy kiểm tra lại.",
        "The function {function}() at letter {place} has too few or too many arguments. Check "
        "them.",
    ),
    "reference_unknown": (
        "Không có câu hỏi “{name}” (ký tự thứ {place}). Hãy kiểm tra lại tên trong cột name.",
        "There is no question “{name}” (letter {place}). Check the name in the name column.",
    ),
    "reference_ambiguous": (
        "Có nhiều câu hỏi cùng tên “{name}” (ký tự thứ {place}). Hãy đặt tên khác nhau để tham "
        "chiếu được.",
        "Several questions are called “{name}” (letter {place}). Give them different names to "
        "refer to one.",
    ),
    "reference_malformed": (
        "Tham chiếu “{text}” ở ký tự thứ {place} viết sai. Hãy viết dạng ${{tên}}.",
        "The reference “{text}” at letter {place} is not well written. Write it as ${{name}}.",
    ),
    "reference_in_text": (
        "Tham chiếu nằm trong dấu nháy “{text}” (ký tự thứ {place}) sẽ không được thay. Hãy dùng "
        "concat().",
        "A reference inside quotes “{text}” (letter {place}) is not replaced. Use concat().",
    ),
    "reference_group": (
        "“{name}” là nhóm, không có giá trị (ký tự thứ {place}). Hãy tham chiếu một câu hỏi; với "
        "repeat chỉ dùng được trong count(), position() và indexed-repeat().",
        "“{name}” is a group and has no value (letter {place}). Refer to a question; a repeat may "
        "only stand in count(), position() and indexed-repeat().",
    ),
    "repeat_expected": (
        "“{name}” ở ký tự thứ {place} không phải là repeat. Hàm này cần một repeat.",
        "“{name}” at letter {place} is no repeat. This function needs one.",
    ),
    "indexed_repeat": (
        "Hàm indexed-repeat() ở ký tự thứ {place} cần một câu hỏi nằm trong repeat đó.",
        "The function indexed-repeat() at letter {place} needs a question inside that repeat.",
    ),
    "bare_name": (
        "“{name}” ở ký tự thứ {place} chưa phải là tham chiếu. Hãy viết ${{{name}}}, hoặc đặt "
        "trong dấu nháy nếu là chữ.",
        "“{name}” at letter {place} is no reference. Write ${{{name}}}, or put it in quotes if it "
        "is text.",
    ),
    "self_unsupported": (
        "Dấu chấm ở ký tự thứ {place} không dùng được ở đây. Hãy viết ${{tên}} của câu hỏi.",
        "The dot at letter {place} cannot be used here. Write the question's ${{name}}.",
    ),
    "column_unknown": (
        "Trang choices không có cột “{header}” (ký tự thứ {place}). Hãy thêm cột hoặc sửa lại tên.",
        "The choices sheet has no column “{header}” (letter {place}). Add it or correct the name.",
    ),
    "expression_long": (
        "Công thức dài quá {most} ký tự. Hãy tách ra nhiều câu calculate.",
        "The formula is longer than {most} letters. Split it into several calculate questions.",
    ),
    "expression_deep": (
        "Công thức có quá nhiều lớp ngoặc. Hãy tách ra nhiều câu calculate.",
        "The formula has too many levels of brackets. Split it into several calculate questions.",
    ),
    "regex_wrong": (
        "Mẫu regex “{pattern}” (ký tự thứ {place}) viết sai: {detail}. Hãy sửa lại mẫu.",
        "The regex pattern “{pattern}” (letter {place}) is wrong: {detail}. Correct it.",
    ),
    "regex_risky": (
        "Mẫu regex “{pattern}” (ký tự thứ {place}) có thể chạy rất lâu vì lặp lồng nhau. Hãy viết "
        "đơn giản hơn, ví dụ [ab]* thay cho (a|b)*.",
        "The regex pattern “{pattern}” (letter {place}) could run very long because it repeats "
        "within repetitions. Write it more simply, for example [ab]* instead of (a|b)*.",
    ),
    "regex_long": (
        "Mẫu regex ở ký tự thứ {place} dài quá 500 ký tự. Hãy viết ngắn lại.",
        "The regex pattern at letter {place} is longer than 500 letters. Shorten it.",
    ),
}

_ANSWERS: Final[dict[str, tuple[str, str]]] = {
    "answer_required": (
        "Câu hỏi này cần được trả lời.",
        "This question needs an answer.",
    ),
    "answer_constraint": (
        "Câu trả lời chưa đúng điều kiện của câu hỏi. Hãy kiểm tra lại.",
        "The answer does not meet the question's condition. Check it.",
    ),
    "answer_choice": (
        "Lựa chọn này không có trong các lựa chọn của câu hỏi. Hãy chọn lại.",
        "This is not among the question's choices. Choose again.",
    ),
    "value_integer": (
        "“{value}” không phải là số nguyên. Hãy nhập số như 12 hoặc 1.234.",
        "“{value}” is no whole number. Type a number such as 12 or 1.234.",
    ),
    "value_decimal": (
        "“{value}” không phải là số. Hãy nhập như 1,5 hoặc 1.234,5.",
        "“{value}” is no number. Type it like 1,5 or 1.234,5.",
    ),
    "value_ambiguous": (
        "Không rõ “{value}” là {whole} hay {fraction}. Hãy nhập một trong hai cách đó.",
        "“{value}” may mean {whole} or {fraction}. Type one of the two.",
    ),
    "value_date": (
        "“{value}” không phải là ngày. Hãy nhập như 08/10/2026.",
        "“{value}” is no date. Type it like 08/10/2026.",
    ),
    "value_no_such_day": (
        "Không có ngày {value} trong lịch. Hãy kiểm tra lại.",
        "There is no day {value} in the calendar. Check it.",
    ),
    "value_time": (
        "“{value}” không phải là giờ. Hãy nhập như 08:30.",
        "“{value}” is no time of day. Type it like 08:30.",
    ),
    "value_choice": (
        "“{value}” không có trong các lựa chọn của câu hỏi. Hãy chọn một trong các lựa chọn.",
        "“{value}” is not among the question's choices. Choose one of them.",
    ),
    "value_long": (
        "Nội dung dài quá {most} ký tự. Hãy rút gọn.",
        "The text is longer than {most} letters. Shorten it.",
    ),
}

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    f"questionnaires.{code}": said
    for part in (_WORKBOOK, _ROWS, _EXPRESSIONS, _ANSWERS)
    for code, said in part.items()
}
