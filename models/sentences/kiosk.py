"""What the program says about the kiosk."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "kiosk.pin_digits": (
        "Mã PIN phải có từ {least} đến {most} chữ số.",
        "The PIN must have {least} to {most} digits.",
    ),
    "kiosk.pin_simple": (
        "Mã PIN này dễ đoán quá. Hãy chọn các chữ số khác nhau, không theo thứ tự.",
        "This PIN is too easy to guess. Choose digits that differ and are not in order.",
    ),
    "kiosk.pin_differs": (
        "Hai lần nhập mã PIN không giống nhau. Hãy nhập lại.",
        "The two PINs differ. Please type them again.",
    ),
    "kiosk.pin_wrong": (
        "Mã PIN không đúng. Hãy nhập lại.",
        "The PIN is wrong. Please try again.",
    ),
    "kiosk.pin_wait": (
        "Nhập sai nhiều lần. Hãy chờ {seconds} giây rồi nhập lại.",
        "Too many wrong tries. Please wait {seconds} seconds, then try again.",
    ),
    "kiosk.pin_missing": (
        "Hãy đặt mã PIN thoát máy đánh giá trong MOTCUA_PIN, hoặc chạy lệnh ở cửa sổ có bàn phím.",
        "Put the PIN that ends the kiosk into MOTCUA_PIN, or run the command where it can be typed.",
    ),
    "kiosk.prompt_pin": (
        "Mã PIN để thoát máy đánh giá:",
        "PIN that ends the kiosk:",
    ),
    "kiosk.started": (
        "Máy đánh giá đang chạy. Chỉ thoát được bằng mã PIN vừa đặt.",
        "The kiosk is running. Only the PIN just set ends it.",
    ),
    "kiosk.ended": (
        "Đã thoát máy đánh giá.",
        "The kiosk has ended.",
    ),
    "kiosk.window_open": (
        "Chương trình đang mở dữ liệu này ở một cửa sổ khác. Hãy đóng cửa sổ đó rồi chạy lại.",
        "A window of the program works on this store. Please close it, then start the kiosk again.",
    ),
    "kiosk.not_started": (
        "Máy tính không mở thêm được chương trình nào nên chưa mở được máy đánh giá. Hãy đóng bớt chương trình khác, đăng nhập rồi mở lại.",
        "The computer could not start another program, so the kiosk was not opened. Close other programs, sign in, then start it again.",
    ),
    "kiosk.not_shown": (
        "Không mở được máy đánh giá. Xem lý do trong tệp {file}, chạy doctor rồi thử lại.",
        "The kiosk could not be shown. See the reason in {file}, run doctor, then try again.",
    ),
    "kiosk.form_typed": (
        "Mẫu phiếu “{title}” bắt buộc gõ câu trả lời (“{question}”) nên không dùng được ở máy đánh giá. Hãy chọn mẫu khác.",
        "The questionnaire “{title}” requires a typed answer (“{question}”) and cannot be used at the kiosk. Please choose another.",
    ),
    "kiosk.form_empty": (
        "Mẫu phiếu “{title}” không có câu nào để chọn nên không dùng được ở máy đánh giá. Hãy chọn mẫu khác.",
        "The questionnaire “{title}” has nothing to choose from and cannot be used at the kiosk. Please choose another.",
    ),
    "kiosk.code_wrong": (
        "Mã này chưa đúng. Xin quét hoặc nhập lại mã in trên phiếu hẹn.",
        "This code is not right. Please scan or type the code on your receipt again.",
    ),
    "kiosk.code_used": (
        "Mã này đã được dùng để đánh giá rồi. Cảm ơn ông/bà đã tham gia.",
        "This code has been used for a rating already. Thank you for taking part.",
    ),
    "kiosk.code_wait": (
        "Mã chưa đúng nhiều lần. Xin chờ {seconds} giây rồi nhập lại, hoặc hỏi cán bộ tại quầy.",
        "The code was wrong several times. Please wait {seconds} seconds, or ask at the counter.",
    ),
    "kiosk.codes_count": (
        "Mỗi lần in được từ 1 đến {most} mã. Hãy nhập lại số lượng.",
        "From 1 to {most} codes can be printed at a time. Please type another number.",
    ),
    "kiosk.codes_file": (
        "Tờ mã chỉ ghi ra tệp .pdf. Hãy đặt tên tệp kết thúc bằng .pdf.",
        "The codes are written to a .pdf file. Please give a name that ends in .pdf.",
    ),
    "kiosk.vote_stands": (
        "Đây là phiếu người dân tự đánh giá nên không sửa được. Nếu phiếu không đáng tin, người kiểm tra có thể hủy và ghi lý do.",
        "Citizens gave this slip themselves, so it cannot be changed. A reviewer can void it for a reason.",
    ),
    "kiosk.votes_alone": (
        "Đây là lô của máy đánh giá, chỉ nhận phiếu người dân tự đánh giá. Hãy mở một lô mới để nhập phiếu giấy.",
        "This batch is the kiosk's and takes only what citizens say there. Please open a new batch for paper slips.",
    ),
    "kiosk.nothing_found": (
        "Các phiếu này đã được xem hoặc đã hủy. Hãy mở lại danh sách.",
        "These slips were seen or voided already. Please open the list again.",
    ),
    "kiosk.help_kiosk": (
        "mở máy đánh giá toàn màn hình; chỉ mã PIN (MOTCUA_PIN hoặc gõ khi được hỏi) mới thoát được",
        "shows the kiosk on the whole screen; only the PIN (MOTCUA_PIN or a prompt) ends it",
    ),
    "kiosk.help_officer": (
        "cán bộ phục vụ tại quầy, hiện trên màn hình",
        "the officer at the counter, as shown on the screen",
    ),
    "kiosk.help_procedure": (
        "thủ tục đang làm, hiện trên màn hình",
        "the procedure, as shown on the screen",
    ),
    "kiosk.help_codes": (
        "chỉ nhận phiếu của người có mã dùng một lần",
        "lets in only who has a one-time code",
    ),
    "kiosk.help_print": (
        "ghi tờ mã đánh giá dùng một lần ra tệp PDF",
        "writes a sheet of one-time codes as a PDF",
    ),
    "kiosk.help_count": (
        "số mã, 27 mã một trang",
        "how many codes, 27 to a page",
    ),
}
