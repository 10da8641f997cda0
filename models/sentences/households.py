"""What the program says about households, lists and checks."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "households.bad_code": (
        "“{value}” không phải mã địa chỉ số. Mã gồm đúng 10 chữ số, kể cả số 0 đứng đầu.",
        "“{value}” is no digital address code. A code has exactly 10 digits, leading zeros included.",
    ),
    "households.is_erased": (
        "Dữ liệu của hộ này đã xóa theo yêu cầu, không còn gì để ghi thêm. Nếu có căn cứ mới, hãy thêm hộ như một hộ mới.",
        "The data of this household was erased on request; nothing more can be recorded of it. If there is a new ground, please add it as a new household.",
    ),
    "households.row_erased": (
        "Hộ này đã xóa theo yêu cầu trước đây nên dòng không được ghi vào sổ.",
        "The data of this household was erased on request before, so the row is left out.",
    ),
    "households.bad_erasure_reason": (
        "Không có lý do xóa “{reason}”. Hãy chọn một trong: {reasons}.",
        "There is no reason for an erasure “{reason}”. Please choose one of: {reasons}.",
    ),
    "households.bad_place_id": (
        "“{value}” không phải mã định danh địa điểm. Mã gồm đúng 12 chữ số.",
        "“{value}” is no place identifier. It has exactly 12 digits.",
    ),
    "households.bad_outcome": (
        "Không có kết quả rà soát “{value}”. Hãy chọn một kết quả trong danh sách.",
        "There is no outcome “{value}”. Please choose one from the list.",
    ),
    "households.bad_day": (
        "“{value}” không phải ngày. Hãy nhập theo dạng ngày/tháng/năm.",
        "“{value}” is no date. Please type day/month/year.",
    ),
    "households.bad_place": (
        "Tọa độ “{value}” nằm ngoài trái đất. Vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180.",
        "The coordinates “{value}” lie outside the earth. Latitude runs from -90 to 90, longitude from -180 to 180.",
    ),
    "households.bad_place_source": (
        "Không có nguồn tọa độ “{value}”.",
        "There is no source of coordinates “{value}”.",
    ),
    "households.too_long": (
        "Nội dung dài quá {most} ký tự. Hãy rút gọn.",
        "The text is longer than {most} characters. Please shorten it.",
    ),
    "households.no_field": (
        "Hộ không có trường “{field}”.",
        "A household has no field “{field}”.",
    ),
    "households.code_short": (
        "Mã địa chỉ số thiếu chữ số và không biết chắc thiếu số nào. Hãy đối chiếu rồi nhập đủ 10 chữ số.",
        "The digital address code lacks digits, and which ones is not certain. Please look it up and enter all 10 digits.",
    ),
    "households.digits_lost": (
        "Bảng tính đã ghi số này ở dạng lũy thừa (như 2,1E+09) nên mất chữ số. Hãy định dạng cột là Văn bản rồi nhập lại số.",
        "The spreadsheet wrote this number in scientific notation (such as 2.1E+09) and lost digits. Please format the column as text and enter the number again.",
    ),
    "households.bad_phone": (
        "Số điện thoại không đúng. Số di động gồm 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09; số máy bàn bắt đầu bằng 02, như 0203.",
        "The telephone number is wrong. A mobile number has 10 digits and begins with 03, 05, 07, 08 or 09; a landline begins with 02, such as 0203.",
    ),
    "households.several_phones": (
        "Ở đây có nhiều số điện thoại. Hãy chỉ giữ lại một số.",
        "There are several telephone numbers here. Please keep only one.",
    ),
    "households.card_damaged": (
        "Không đọc được thẻ căn cước vừa quét và không lưu lại gì. Hãy tắt bộ gõ tiếng Việt rồi quét lại vào ô trống, hoặc nhập tay họ tên và địa chỉ.",
        "The identity card could not be read and nothing of it was kept. Please switch the Vietnamese keyboard off and scan again into an empty field, or type name and address.",
    ),
    "households.place_unreadable": (
        "Không đọc được tọa độ. Hãy nhập vĩ độ rồi kinh độ (như 21,0345; 106,7712), dán liên kết bản đồ hoặc nhập mã cộng (như 7PH82QMC+RF).",
        "The coordinates cannot be read. Please type latitude and longitude (such as 21.0345, 106.7712), paste a map link or type a plus code (such as 7PH82QMC+RF).",
    ),
    "households.place_short_link": (
        "Liên kết rút gọn chỉ mở được khi có mạng. Hãy mở nó trên máy có mạng rồi chép tọa độ hoặc địa chỉ đầy đủ của trang bản đồ vào đây.",
        "A shortened link can only be opened online. Please open it on a machine with a network and copy the coordinates or the map page's full address here.",
    ),
    "households.place_link_empty": (
        "Liên kết này không chỉ đúng một điểm. Hãy chọn ngôi nhà trên bản đồ rồi chép tọa độ hoặc liên kết của điểm đó.",
        "This link marks no single point. Please pick the house on the map and copy the coordinates or the link of that point.",
    ),
    "households.plus_code_short": (
        "Mã cộng rút gọn {code} chỉ có nghĩa khi biết ở gần đâu. Hãy nhập mã đầy đủ, có 8 ký tự trước dấu cộng.",
        "The shortened plus code {code} needs a place nearby to mean anything. Please type the full code, with 8 characters before the plus sign.",
    ),
    "households.plus_code_bad": (
        "Mã cộng {code} nằm ngoài trái đất. Hãy đối chiếu và nhập lại.",
        "The plus code {code} lies outside the earth. Please compare and type it again.",
    ),
    "households.place_swapped": (
        "Vĩ độ và kinh độ bị đảo chỗ, đã đổi lại thành {value}. Hãy xem có đúng không.",
        "Latitude and longitude stood the other way round and were turned: {value}. Please check.",
    ),
    "households.place_outside": (
        "Tọa độ {value} nằm ngoài Việt Nam. Hãy kiểm tra lại trước khi lưu.",
        "The coordinates {value} lie outside Vietnam. Please check before saving.",
    ),
    "households.place_middle": (
        "Liên kết không đánh dấu điểm nào nên lấy tâm bản đồ. Hãy kiểm tra đó có phải ngôi nhà không.",
        "The link marks no point, so the middle of its map was taken. Please check that it is the house.",
    ),
    "households.no_household": (
        "Không tìm thấy hộ này trong sổ. Hãy tìm lại theo tên, địa chỉ hoặc mã.",
        "This household is not in the register. Please search by name, address or code.",
    ),
    "households.several": (
        "Mã “{named}” đang ghi cho nhiều hộ. Hãy chọn một hộ theo ID: {ids}.",
        "The code “{named}” is given to more than one household. Please name one by its id: {ids}.",
    ),
    "households.is_merged": (
        "Hộ này đã được gộp vào hộ khác. Hãy mở hộ còn lại, hoặc hoàn tác việc gộp.",
        "This household was merged into another. Please open that one, or undo the merge.",
    ),
    "households.not_merged": (
        "Hộ này chưa được gộp vào hộ nào nên không có gì để hoàn tác.",
        "This household was not merged into another, so there is nothing to undo.",
    ),
    "households.not_apart": (
        "Hai hộ này chưa được ghi là hai hộ khác nhau nên không có gì để hoàn tác.",
        "Nobody said that these are two households, so there is nothing to undo.",
    ),
    "households.merge_itself": (
        "Không thể gộp một hộ vào chính nó. Hãy chọn hai hộ khác nhau.",
        "A household cannot be merged into itself. Please choose two different ones.",
    ),
    "households.no_outcome": (
        "Chưa chọn kết quả rà soát. Hãy bấm số của một kết quả.",
        "No outcome was chosen. Please press the digit of one.",
    ),
    "households.right_but_corrected": (
        "Đã sửa thông tin của hộ. Nếu danh sách ghi sai, hãy chọn kết quả 2 – Sai thông tin.",
        "The household was corrected. If the list was wrong, please choose 2, wrong information.",
    ),
    "households.day_to_come": (
        "Ngày {day} chưa đến. Hãy nhập ngày không sau hôm nay.",
        "The day {day} is yet to come. Please give a day not after today.",
    ),
    "households.day_too_old": (
        "Ngày {day} quá xa. Hãy nhập ngày từ năm 2000 trở đi.",
        "The day {day} is too long ago. Please give a day of the year 2000 or later.",
    ),
    "households.hamlet_needed": (
        "Không để trống thôn, khu được. Hãy chọn thôn, khu trong danh sách.",
        "The hamlet cannot be left blank. Please choose one from the list.",
    ),
    "households.words_needed": (
        "Hộ cần có tên chủ hộ hoặc địa chỉ. Hãy giữ lại ít nhất một trong hai.",
        "A household needs the head's name or an address. Please keep one of them at least.",
    ),
    "households.nobody": (
        "Hộ mới cần có tên chủ hộ hoặc địa chỉ.",
        "A new household needs the head's name or an address.",
    ),
    "households.no_hamlet": (
        "Hộ mới cần có thôn, khu. Hãy chọn thôn, khu trong danh sách.",
        "A new household needs a hamlet. Please choose one from the list.",
    ),
    "households.nothing_to_settle": (
        "Thông tin này không còn khác nhau nên không cần quyết định. Hãy mở lại hộ.",
        "There is no difference left to settle here. Please open the household again.",
    ),
    "households.rows_may_be_one": (
        "Có thể trùng với hộ “{name}” ở dòng {other} (trang “{sheet}”). Sau khi nhập, hãy xem ở mục Hộ trùng.",
        "This may be the same household as “{name}” in row {other} (sheet “{sheet}”). After taking the list in, look under Duplicates.",
    ),
    "households.no_list": (
        "Không tìm thấy danh sách này. Hãy mở lại trang danh sách.",
        "This list was not found. Please open the page of lists again.",
    ),
    # Lists that come in
    "households.no_header": (
        "Không tìm thấy dòng tiêu đề trong 30 dòng đầu của trang “{sheet}”. Bảng cần một dòng ghi tên cột, ví dụ: Họ và tên chủ hộ, Địa chỉ, Thôn/Khu, Mã địa chỉ số. Hãy thêm dòng đó, hoặc tự chọn cột.",
        "No header was found in the first 30 rows of sheet “{sheet}”. The table needs a row of column names, such as: Họ và tên chủ hộ, Địa chỉ, Thôn/Khu, Mã địa chỉ số. Add it, or choose the columns yourself.",
    ),
    "households.header_missing": (
        "Trang này không có dòng tiêu đề: các cột được hiểu theo nội dung, và dòng này được tính là một hộ. Hãy xem lại các cột; nếu đây là tiêu đề, hãy ghi tên cột quen thuộc, ví dụ: Họ và tên chủ hộ, Địa chỉ.",
        "This sheet has no header: its columns are judged by what they hold, and this row counts as a household. Look over the columns; if this is a header, use usual names, such as: Họ và tên chủ hộ, Địa chỉ.",
    ),
    "households.header_guessed": (
        "Không nhận ra tên cột nào. Dòng này được coi là tiêu đề nên không tính là hộ; các cột được hiểu theo nội dung. Hãy xem lại các cột.",
        "No name of a column was recognised. This row was taken for the header, so it counts as no household; the columns are judged by what they hold. Look over the columns.",
    ),
    "households.sheet_hidden": (
        "Trang “{sheet}” đang ẩn nên không được đọc. Nếu trang này có hộ, hãy cho hiện trang trong bảng tính, lưu lại rồi mở lại tệp.",
        "Sheet “{sheet}” is hidden and was not read. If it holds households, unhide it in the spreadsheet, save, and open the file again.",
    ),
    "households.header_only": (
        "Bảng chỉ có dòng tiêu đề, chưa có hộ nào. Hãy kiểm tra lại tệp.",
        "The table has a header but no households. Check the file.",
    ),
    "households.row_nobody": (
        "Dòng này không có tên chủ hộ lẫn địa chỉ. Hãy ghi ít nhất một trong hai, hoặc xóa dòng.",
        "This row has neither a head of household nor an address. Fill in one of them, or delete the row.",
    ),
    "households.row_no_hamlet": (
        "Dòng này không cho biết thôn, khu. Hãy ghi thôn, khu cho hộ này, hoặc chọn một thôn, khu chung khi nhập.",
        "This row does not say its hamlet. Fill it in, or choose one hamlet for all rows when importing.",
    ),
    "households.unit_unknown": (
        "Không có phường, xã nào tên hoặc mã “{value}”. Hãy sửa lại theo tên hoặc mã của phường, xã cũ hay mới.",
        "No ward or commune has the name or code “{value}”. Correct it to the name or code of a former or present one.",
    ),
    "households.no_unit": (
        "Dòng này không cho biết phường, xã. Hãy ghi phường, xã cho hộ này.",
        "This row does not say its ward or commune. Fill it in.",
    ),
    "households.code_twice": (
        "Mã địa chỉ số {value} đã được ghi cho một hộ khác ở dòng {other}, trang “{sheet}”. Hãy xác định mã thuộc hộ nào và sửa dòng còn lại.",
        "Digital address code {value} is given to another household in row {other} of sheet “{sheet}”. Find out whose it is and correct the other row.",
    ),
    "households.list_code_twice": (
        "Mã hộ “{value}” đã được ghi cho một hộ khác ở dòng {other}, trang “{sheet}”. Mỗi hộ cần một mã riêng; hãy sửa một trong hai dòng.",
        "Household code “{value}” is given to another household in row {other} of sheet “{sheet}”. Each needs its own; correct one of the two rows.",
    ),
    "households.row_twice": (
        "Dòng này giống hệt dòng {other}, trang “{sheet}”. Hãy xóa một trong hai dòng.",
        "This row is the same as row {other} of sheet “{sheet}”. Delete one of the two.",
    ),
    "households.row_again": (
        "Dòng này là cùng một hộ với dòng {other} (trùng thôn khu, địa chỉ và chủ hộ, không kể dấu). Hãy xóa một trong hai dòng, hoặc ghi mã hộ, số nhà để phân biệt.",
        "This row is the same household as row {other} (same hamlet, address and head, marks aside). Delete one of the two, or tell them apart by a household code or house number.",
    ),
    "households.unsettled": (
        "Chưa biết các thôn, khu này nay thuộc phường, xã nào: {hamlets}. Hãy chọn cho từng thôn, khu rồi nhập lại.",
        "It is not known to which of today's units these hamlets belong: {hamlets}. Choose one for each, then take the list in again.",
    ),
    "households.bad_hamlet_place": (
        "Không thể đặt {hamlet} của đơn vị {old} vào {unit}. Hãy ghi mã của một đơn vị đã chia tách và một đơn vị hình thành từ đó.",
        "{hamlet} of unit {old} cannot be placed in {unit}. Give the code of a unit that was split, and one of those that it became.",
    ),
    "households.changed_meanwhile": (
        "Sổ hộ vừa thay đổi từ khi xem trước nên chưa ghi gì. Hãy xem lại bản xem trước rồi nhập.",
        "The register has changed since the preview, so nothing was stored. Please look at the preview again, then take the list in.",
    ),
    "households.row_alike": (
        "Dòng này cùng thôn, khu, địa chỉ và chủ hộ với dòng {other}, trang “{sheet}”, nhưng khác mã hoặc điện thoại. Nếu là hai hộ, hãy ghi thêm số nhà hoặc mã hộ; nếu là một, hãy xóa một dòng.",
        "This row has the hamlet, address and head of row {other} of sheet “{sheet}”, but another code or telephone. If they are two households, add house numbers or household codes; if one, delete a row.",
    ),
    "households.place_of_row": (
        "Không đọc được tọa độ “{value}”. Hãy ghi độ thập phân WGS-84, ví dụ 21,0345 và 106,7712, hoặc bỏ chọn cột tọa độ khi nhập.",
        "The coordinates “{value}” cannot be read. Write decimal degrees of WGS-84, such as 21.0345 and 106.7712, or leave the column out when importing.",
    ),
    # Worth a look, nothing is refused
    "households.code_restored": (
        "Mã này mất số 0 đứng đầu trong bảng tính; đã khôi phục thành {value}.",
        "This code had lost its leading zero in the spreadsheet; it was restored to {value}.",
    ),
    "households.name_no_letters": (
        "Ô này không giống tên người. Hãy xem lại cột họ tên của bảng tính.",
        "This does not look like a name. Please check the column of names in the spreadsheet.",
    ),
    "households.house_date": (
        "Bảng tính đã đổi số nhà này thành ngày tháng; được đọc lại là “{value}”. Hãy kiểm tra.",
        "The spreadsheet had turned this house number into a date; it was read as “{value}”. Check it.",
    ),
    "households.plate_unclear": (
        "Không rõ “{value}” là đã gắn biển hay chưa; được coi là chưa gắn.",
        "It is not clear whether “{value}” means that the plate is attached; it counts as not attached.",
    ),
    "households.row_not_read": (
        "Dòng “{value}” không được hiểu là hộ hay tên thôn, khu nên không được nhập.",
        "The row “{value}” was understood neither as a household nor as the name of a hamlet and is not imported.",
    ),
    "households.sheet_not_read": (
        "Trang “{sheet}” không phải là danh sách hộ nên không được đọc.",
        "Sheet “{sheet}” is no list of households and was not read.",
    ),
    "households.units_on_old_map": (
        "Tên phường, xã vừa có trước vừa có sau ngày 01/07/2025 ({names}) được hiểu theo địa giới cũ.",
        "Names of wards and communes that existed both before and after 1 July 2025 ({names}) are read on the former map.",
    ),
    "households.units_on_today_map": (
        "Tên phường, xã vừa có trước vừa có sau ngày 01/07/2025 ({names}) được hiểu theo địa giới hiện nay.",
        "Names of wards and communes that existed both before and after 1 July 2025 ({names}) are read on today's map.",
    ),
    "households.label_size": (
        "Không in được nhãn {width} × {height} mm. Hãy chọn nhãn rộng từ {least_width} đến {most_width} mm, cao từ {least_height} đến {most_height} mm.",
        "Labels of {width} × {height} mm cannot be printed. Choose a width of {least_width} to {most_width} mm and a height of {least_height} to {most_height} mm.",
    ),
    "households.label_start": (
        "Tờ nhãn này không có ô số {start}. Hãy chọn ô bắt đầu từ 1 đến {most}.",
        "This sheet has no label {start}. Choose the first label from 1 to {most}.",
    ),
    "households.no_plates": (
        "Không có biển nào để in: các hộ đã chọn chưa có mã địa chỉ số. Hãy chọn hộ có mã.",
        "There is no plate to print: none of the chosen households has a code. Choose households with a code.",
    ),
    "households.nothing_to_print": (
        "Danh sách đang chọn không có hộ nào để in hoặc lưu. Hãy chọn khu khác hoặc bỏ bớt bộ lọc.",
        "The chosen list has no household to print or save. Choose another hamlet, or leave out a filter.",
    ),
    "households.choose_one_hamlet": (
        "Biên bản lập cho từng thôn, khu. Hãy chọn một thôn, khu ở cột bên trái.",
        "Minutes are made for one hamlet. Choose one hamlet on the left.",
    ),
}
