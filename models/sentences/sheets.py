"""What the program says about sheets: files that come in and go out as tables."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # The file
    "sheets.missing": (
        "Không tìm thấy tệp “{file}”. Hãy kiểm tra lại tên và nơi lưu tệp.",
        "The file “{file}” was not found. Check its name and folder.",
    ),
    "sheets.not_a_file": (
        "“{file}” không phải là tệp. Hãy chọn một tệp bảng tính (.xlsx, .xls hoặc .csv).",
        "“{file}” is not a file. Choose a spreadsheet (.xlsx, .xls or .csv).",
    ),
    "sheets.unreadable": (
        "Không đọc được tệp “{file}” từ ổ đĩa. Hãy đóng tệp nếu đang mở ở nơi khác rồi thử lại.",
        "The file “{file}” could not be read from the disk. Close it elsewhere and try again.",
    ),
    "sheets.empty_file": (
        "Tệp “{file}” trống, không có dữ liệu nào.",
        "The file “{file}” is empty.",
    ),
    "sheets.too_big": (
        "Tệp “{file}” lớn hơn {megabytes} MB. Hãy tách thành các tệp nhỏ hơn.",
        "The file “{file}” is larger than {megabytes} MB. Split it into smaller files.",
    ),
    "sheets.bomb": (
        "Tệp “{file}” khi giải nén lớn bất thường nên không được mở. Hãy mở bằng Excel, sao chép dữ "
        "liệu sang bảng tính mới rồi lưu lại.",
        "The file “{file}” unpacks to an abnormal size and was not opened. Open it in Excel, copy "
        "the data to a new workbook and save that.",
    ),
    "sheets.entities": (
        "Tệp “{file}” chứa khai báo không được phép trong bảng tính nên không được mở. Hãy mở bằng "
        "Excel rồi lưu lại dạng .xlsx.",
        "The file “{file}” holds declarations that do not belong in a spreadsheet and was not "
        "opened. Open it in Excel and save it as .xlsx again.",
    ),
    "sheets.spread": (
        "Trong tệp “{file}” dữ liệu trải quá rộng (đến ô {cell}). Hãy xóa những ô thừa nằm xa bảng "
        "rồi lưu lại.",
        "The data in “{file}” spreads too far (to cell {cell}). Delete stray cells far from the "
        "table and save it again.",
    ),
    "sheets.password": (
        "Tệp “{file}” được đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập lại.",
        "The file “{file}” is protected by a password. Open it in Excel, remove the password, save "
        "it and try again.",
    ),
    "sheets.damaged": (
        "Tệp “{file}” bị hỏng hoặc chưa được chép đủ. Hãy chép lại tệp, hoặc mở bằng Excel rồi lưu "
        "lại.",
        "The file “{file}” is damaged or was not copied completely. Copy it again, or open it in "
        "Excel and save it again.",
    ),
    "sheets.other_format": (
        "Tệp “{file}” thuộc loại bảng tính chưa được hỗ trợ. Hãy lưu lại dạng .xlsx rồi nhập lại.",
        "The file “{file}” is a kind of spreadsheet that is not supported. Save it as .xlsx.",
    ),
    "sheets.not_a_table": (
        "Tệp “{file}” không phải là bảng tính. Hãy chọn tệp .xlsx, .xls hoặc .csv.",
        "The file “{file}” is not a spreadsheet. Choose an .xlsx, .xls or .csv file.",
    ),
    "sheets.web_page": (
        "Tệp “{file}” thực ra là trang web hoặc XML mang tên bảng tính. Hãy mở bằng Excel, chọn Lưu "
        "thành, loại .xlsx.",
        "The file “{file}” is really a web page or XML named like a spreadsheet. Open it in Excel "
        "and save it as .xlsx.",
    ),
    "sheets.not_text": (
        "Tệp “{file}” không đọc được như văn bản. Hãy lưu lại dạng .xlsx, hoặc CSV mã hóa UTF-8.",
        "The file “{file}” cannot be read as text. Save it as .xlsx, or as CSV in UTF-8.",
    ),
    "sheets.quote": (
        "Tệp “{file}”, khoảng dòng {row}: có dấu ngoặc kép mở mà không đóng. Hãy sửa dấu ngoặc kép "
        "rồi nhập lại.",
        "File “{file}”, near row {row}: a quotation mark is opened and never closed. Correct it and "
        "try again.",
    ),
    "sheets.too_many_rows": (
        "Tệp “{file}” có quá nhiều dòng hoặc ô (tối đa {rows} dòng). Hãy tách thành nhiều tệp.",
        "The file “{file}” has too many rows or cells (at most {rows} rows). Split it.",
    ),
    "sheets.too_many_columns": (
        "Tệp “{file}” có quá nhiều cột (tối đa {columns} cột). Hãy xóa những cột thừa.",
        "The file “{file}” has too many columns (at most {columns}). Delete those not needed.",
    ),
    "sheets.no_sheets": (
        "Tệp “{file}” không có trang tính nào hiện ra. Hãy bỏ ẩn trang tính cần nhập.",
        "The file “{file}” has no visible sheet. Unhide the one to import.",
    ),
    "sheets.no_such_sheet": (
        "Tệp “{file}” không có trang tính tên “{sheet}”.",
        "The file “{file}” has no sheet named “{sheet}”.",
    ),
    # The header
    "sheets.empty": (
        "Trang tính không có dữ liệu nào.",
        "The sheet holds no data.",
    ),
    "sheets.header_only": (
        "Bảng chỉ có dòng tiêu đề, chưa có phiếu nào.",
        "The table has a header but no slips.",
    ),
    "sheets.no_header": (
        "Không tìm thấy dòng tiêu đề trong 20 dòng đầu. Bảng cần một dòng ghi tên cột, ví dụ: "
        "{wanted}, và mã hoặc tên từng câu hỏi.",
        "No header row was found in the first 20 rows. The table needs a row of column names, for "
        "example: {wanted}, and the code or text of each question.",
    ),
    "sheets.column_missing": (
        "Thiếu cột bắt buộc này. Hãy thêm cột, hoặc chọn một giá trị chung cho cả tệp khi nhập.",
        "This required column is missing. Add it, or choose one value for the whole file.",
    ),
    "sheets.column_twice": (
        "Cột này trùng ý nghĩa với một cột đứng trước. Hãy chỉ giữ lại một cột.",
        "This column means the same as an earlier one. Keep only one of them.",
    ),
    "sheets.column_misspelt": (
        "Tên cột này gần giống câu hỏi “{meant}” nhưng không khớp. Hãy sửa lại tên cột cho đúng.",
        "This column's name is close to the question “{meant}” but does not match. Correct it.",
    ),
    "sheets.no_questions": (
        "Không có cột nào cho các câu hỏi. Hãy đặt tên cột theo mã câu hỏi: {codes}",
        "There is no column for any question. Name the columns by the questions' codes: {codes}",
    ),
    # The cells
    "sheets.blank": (
        "Ô này bắt buộc nhưng đang trống.",
        "This cell is required but blank.",
    ),
    "sheets.error_cell": (
        "Ô này là lỗi công thức {value}. Hãy sửa công thức hoặc nhập giá trị.",
        "This cell is a formula error, {value}. Correct the formula or type the value.",
    ),
    "sheets.date_unreadable": (
        "“{value}” không phải là ngày. Hãy ghi dạng ngày/tháng/năm, ví dụ 05/10/2026.",
        "“{value}” is not a date. Write it as day/month/year, for example 05/10/2026.",
    ),
    "sheets.date_impossible": (
        "Không có ngày “{value}”. Ngày được đọc theo thứ tự ngày/tháng/năm.",
        "There is no day “{value}”. Dates are read as day/month/year.",
    ),
    "sheets.date_future": (
        "Ngày {value} còn ở tương lai. Hãy kiểm tra lại ngày thu phiếu.",
        "The date {value} lies in the future. Check the day the slip was collected.",
    ),
    "sheets.date_old": (
        "Ngày {value} quá xa trong quá khứ. Hãy kiểm tra lại năm.",
        "The date {value} is too long ago. Check the year.",
    ),
    "sheets.unit_unknown": (
        "Không có đơn vị nào mang mã hoặc tên “{value}” vào ngày đó. Hãy sửa lại mã đơn vị.",
        "No unit has the code or name “{value}” on that day. Correct the unit's code.",
    ),
    "sheets.unit_ambiguous": (
        "“{value}” có thể là nhiều đơn vị: {candidates}. Hãy ghi mã của đúng một đơn vị.",
        "“{value}” may be several units: {candidates}. Write the code of one of them.",
    ),
    "sheets.option_unknown": (
        "“{value}” không có trong các lựa chọn. Chỉ nhận: {allowed}",
        "“{value}” is not one of the options. Allowed: {allowed}",
    ),
    "sheets.status_unknown": (
        "Không hiểu “{value}”. Hãy ghi “Hợp lệ” hoặc “Không hợp lệ”.",
        "“{value}” is not understood. Write “valid” or “invalid”.",
    ),
    "sheets.status_contradicts": (
        "Phiếu vừa được ghi là hợp lệ vừa được ghi là không hợp lệ. Hãy chỉ giữ một.",
        "The slip is said to be both valid and invalid. Keep one of the two.",
    ),
    "sheets.reason_missing": (
        "Phiếu không hợp lệ phải ghi lý do.",
        "An invalid slip needs a reason.",
    ),
    "sheets.reason_of_valid": (
        "Phiếu hợp lệ nhưng lại có lý do không hợp lệ. Hãy xóa lý do hoặc ghi là không hợp lệ.",
        "The slip is valid but has a reason for being invalid. Remove one of the two.",
    ),
    "sheets.not_a_number": (
        "“{value}” không phải là số.",
        "“{value}” is not a number.",
    ),
    "sheets.not_whole": (
        "“{value}” không phải là số nguyên.",
        "“{value}” is not a whole number.",
    ),
    "sheets.time_unreadable": (
        "“{value}” không phải là giờ. Hãy ghi dạng giờ:phút, ví dụ 08:30.",
        "“{value}” is not a time. Write it as hours:minutes, for example 08:30.",
    ),
    "sheets.id_twice": (
        "Phiếu này đã có ở dòng {first} (cùng định danh). Hãy bỏ một trong hai dòng.",
        "This slip stands on row {first} already (same identity). Please remove one of the two.",
    ),
    "sheets.identity_wrong": (
        "Định danh “{value}” không đúng. Hãy để trống ô này nếu phiếu không do chương trình xuất ra.",
        "The identity “{value}” is not right. Leave the cell blank for slips not exported by motcua.",
    ),
    "sheets.number_twice": (
        "Số phiếu “{value}” đã có ở dòng {first}, cùng đơn vị và cùng tháng.",
        "Slip number “{value}” stands in row {first} already, for the same unit and month.",
    ),
    "sheets.dossier_twice": (
        "Hồ sơ “{value}” đã được đánh giá ở dòng {first}. Mỗi hồ sơ chỉ được đánh giá một lần.",
        "Dossier “{value}” is rated in row {first} already. A dossier is rated at most once.",
    ),
    "sheets.no_answers": (
        "Dòng này không có câu trả lời nào. Nếu đó là phiếu để trống, hãy ghi số phiếu và ghi rõ hợp "
        "lệ hay không; nếu không phải phiếu, hãy xóa dòng.",
        "This row has no answers. If it is a blank slip, write its number and whether it is valid; "
        "if it is no slip, delete the row.",
    ),
    # Notes: worth a look, nothing is refused
    "sheets.column_not_read": (
        "Cột này không thuộc mẫu phiếu nên không được nhập.",
        "This column is not part of the form and is not imported.",
    ),
    "sheets.question_absent": (
        "Không có cột cho câu hỏi này; câu trả lời được coi là để trống.",
        "There is no column for this question; its answers count as blank.",
    ),
    "sheets.sheet_not_read": (
        "Trang tính này không được đọc; chỉ đọc một trang mỗi lần nhập.",
        "This sheet was not read; one sheet is read at a time.",
    ),
    "sheets.no_header_above": (
        "Ô này nằm trong cột không có tiêu đề nên không được nhập.",
        "This cell stands in a column without a header and is not imported.",
    ),
    "sheets.converted": (
        "Văn bản được nhận ra là {encoding} và đã được chuyển sang Unicode. Hãy xem lại các ví dụ.",
        "The text was recognised as {encoding} and converted to Unicode. Look at the examples.",
    ),
    "sheets.dossier_odd": (
        "Mã hồ sơ “{value}” không có dạng thường gặp (như H15.50.05.13-261008-0975).",
        "Dossier code “{value}” does not look usual (like H15.50.05.13-261008-0975).",
    ),
    "sheets.all_blank": (
        "Phiếu hợp lệ này để trống mọi câu hỏi.",
        "This valid slip leaves every question blank.",
    ),
    # Writing
    "sheets.disk": (
        "Không ghi được tệp “{file}”. Hãy đóng tệp nếu đang mở, kiểm tra ổ đĩa còn chỗ trống và "
        "quyền ghi, rồi thử lại.",
        "The file “{file}” could not be written. Close it if it is open, check free space and "
        "permission, and try again.",
    ),
    "sheets.suffix": (
        "Tên tệp “{file}” phải kết thúc bằng một trong các đuôi: {suffixes}.",
        "The file name “{file}” must end in one of: {suffixes}.",
    ),
    "sheets.too_long": (
        "Không ghi được “{file}”: dòng {row}, cột “{column}” dài hơn một ô bảng tính chứa được. Hãy "
        "xuất dạng .csv.",
        "“{file}” was not written: row {row}, column “{column}” is longer than a cell can hold. "
        "Export it as .csv.",
    ),
}
