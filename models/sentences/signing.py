"""What the program says about digital signatures."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "signing.no_module": (
        "Không có tệp thư viện {file}. Hãy cài phần mềm đi kèm USB token rồi chọn lại thư viện PKCS#11 của nó.",
        "There is no library {file}. Please install the software that came with the token, then choose its PKCS#11 library again.",
    ),
    "signing.bad_module": (
        "Tệp {file} không phải thư viện PKCS#11 dùng được trên máy này (có thể là bản 32 bit). Hãy chọn tệp khác trong thư mục phần mềm của USB token.",
        "The file {file} is no PKCS#11 library that works on this computer (it may be the 32-bit one). Please choose another in the folder of the token's software.",
    ),
    "signing.no_token": (
        "Chưa thấy USB token nào. Hãy cắm USB token, đợi đèn sáng rồi thử lại.",
        "No token is plugged in. Please plug it in, wait for its light, then try again.",
    ),
    "signing.token_missing": (
        "Không thấy USB token “{token}”. Hãy cắm đúng USB token hoặc chọn token khác rồi thử lại.",
        "The token “{token}” is not plugged in. Please plug it in or choose another, then try again.",
    ),
    "signing.choose_token": (
        "Có nhiều USB token đang cắm: {tokens}. Hãy chọn một token (lệnh: --token).",
        "Several tokens are plugged in: {tokens}. Please choose one (command: --token).",
    ),
    "signing.pin_missing": (
        "Chưa nhập mã PIN hoặc mật khẩu của khóa ký. Hãy nhập rồi ký lại (lệnh: biến MOTCUA_PIN).",
        "The PIN or passphrase of the key is missing. Please type it, then sign again (command: the variable MOTCUA_PIN).",
    ),
    "signing.wrong_pin": (
        "Mã PIN không đúng. Hãy kiểm tra Caps Lock rồi nhập lại; sai nhiều lần USB token sẽ bị khóa.",
        "The PIN is wrong. Please check Caps Lock and type it again; too many wrong tries lock the token.",
    ),
    "signing.wrong_pin_low": (
        "Mã PIN không đúng, USB token báo số lần thử còn lại đã giảm. Hãy hỏi lại mã PIN trước khi nhập tiếp.",
        "The PIN is wrong, and the token says that fewer tries are left. Please make sure of the PIN before you try again.",
    ),
    "signing.wrong_pin_last": (
        "Mã PIN không đúng, USB token báo chỉ còn một lần thử. Nếu không chắc, hãy dừng lại và hỏi nơi cấp USB token.",
        "The PIN is wrong, and the token says that one try is left. If you are not sure, stop and ask who issued the token.",
    ),
    "signing.token_locked": (
        "USB token đã bị khóa vì nhập sai mã PIN nhiều lần. Hãy liên hệ nơi cấp USB token để mở khóa.",
        "The token is locked after too many wrong PINs. Please ask who issued it to unlock it.",
    ),
    "signing.pin_expired": (
        "Mã PIN của USB token đã hết hạn. Hãy đổi mã PIN bằng phần mềm của token rồi ký lại.",
        "The token's PIN has expired. Please change it with the token's own software, then sign again.",
    ),
    "signing.no_pin_set": (
        "USB token chưa được đặt mã PIN. Hãy đặt mã PIN bằng phần mềm của token rồi ký lại.",
        "The token has no PIN yet. Please set one with the token's own software, then sign again.",
    ),
    "signing.token_removed": (
        "USB token đã bị rút ra trong lúc ký, chưa ký gì. Hãy cắm lại rồi ký lại.",
        "The token was pulled out, so nothing was signed. Please plug it in again, then sign again.",
    ),
    "signing.token_failed": (
        "USB token báo lỗi ({what}), chưa ký gì. Hãy rút ra cắm lại rồi thử lại; nếu vẫn lỗi, hãy báo người quản trị.",
        "The token reports a fault ({what}), so nothing was signed. Please plug it in anew and try again; if this stays, tell the administrator.",
    ),
    "signing.no_certificate": (
        "USB token không có chứng thư số dùng để ký. Hãy kiểm tra bằng phần mềm của token hoặc liên hệ nơi cấp.",
        "The token holds no certificate to sign with. Please look with the token's own software or ask who issued it.",
    ),
    "signing.certificate_unknown": (
        "USB token không có chứng thư số mang mã {certificate}. Hãy chọn chứng thư khác.",
        "The token holds no certificate with the id {certificate}. Please choose another.",
    ),
    "signing.choose_certificate": (
        "USB token có nhiều chứng thư số: {certificates}. Hãy chọn một chứng thư (lệnh: --certificate).",
        "The token holds several certificates: {certificates}. Please choose one (command: --certificate).",
    ),
    "signing.no_key": (
        "Chứng thư số của {name} không kèm khóa ký trên USB token này. Hãy chọn chứng thư khác hoặc cắm đúng token.",
        "The certificate of {name} has no key on this token. Please choose another certificate or plug in the right token.",
    ),
    "signing.expired": (
        "Chứng thư số của {name} đã hết hạn ngày {day}. Hãy gia hạn chứng thư, hoặc kiểm tra đồng hồ máy.",
        "The certificate of {name} expired on {day}. Please have it renewed, or check the computer's clock.",
    ),
    "signing.not_yet_valid": (
        "Chứng thư số của {name} chỉ có hiệu lực từ ngày {day}. Hãy kiểm tra đồng hồ máy, hoặc đợi đến ngày đó.",
        "The certificate of {name} is valid from {day} only. Please check the computer's clock, or wait for that day.",
    ),
    "signing.key_usage": (
        "Chứng thư số của {name} không dùng để ký văn bản (thiếu mục đích chữ ký số). Hãy chọn chứng thư khác.",
        "The certificate of {name} is not meant for signing papers (digital signature is not among its uses). Please choose another.",
    ),
    "signing.key_kind": (
        "Khóa ký của {name} thuộc loại chưa dùng được ở đây. Hãy dùng khóa RSA hoặc ECDSA.",
        "The key of {name} is of a kind that cannot be used here. Please use an RSA or ECDSA key.",
    ),
    "signing.no_key_file": (
        "Không đọc được tệp khóa {file}. Hãy kiểm tra tên tệp và thư mục.",
        "The key file {file} cannot be read. Please check its name and folder.",
    ),
    "signing.not_pkcs12": (
        "Tệp {file} không phải tệp khóa PKCS#12 (.p12, .pfx). Hãy chọn tệp khác.",
        "The file {file} is no PKCS#12 key file (.p12, .pfx). Please choose another.",
    ),
    "signing.wrong_passphrase": (
        "Mật khẩu của tệp khóa {file} không đúng. Hãy kiểm tra Caps Lock rồi nhập lại.",
        "The passphrase of the key file {file} is wrong. Please check Caps Lock and type it again.",
    ),
    "signing.file_without_key": (
        "Tệp {file} không có khóa ký kèm chứng thư số. Hãy chọn tệp khóa khác.",
        "The file {file} holds no key with its certificate. Please choose another key file.",
    ),
    "signing.choose_key": (
        "Hãy chọn nơi có khóa ký: USB token (--pkcs11) hoặc tệp khóa (--pkcs12), chỉ một trong hai.",
        "Please choose where the key is: a token (--pkcs11) or a key file (--pkcs12), one of the two.",
    ),
    "signing.no_pdf": (
        "Không đọc được tệp {file}. Hãy kiểm tra tên tệp và thư mục.",
        "The file {file} cannot be read. Please check its name and folder.",
    ),
    "signing.not_pdf": (
        "Tệp {file} không phải PDF hoặc đã hỏng. Hãy lưu lại báo cáo thành PDF rồi thử lại.",
        "The file {file} is no PDF, or is damaged. Please save the report as PDF again, then try again.",
    ),
    "signing.too_large": (
        "Tệp {file} lớn hơn {most} MB nên không mở. Hãy chọn tệp khác.",
        "The file {file} is larger than {most} MB, so it is not opened. Please choose another.",
    ),
    "signing.encrypted": (
        "Tệp {file} có mật khẩu mở nên không ký và không kiểm tra được. Hãy bỏ mật khẩu của tệp trước.",
        "The file {file} is locked by a password, so it can be neither signed nor checked. Please take the password off first.",
    ),
    "signing.closed": (
        "Người ký trước đã khóa tệp {file}, không cho ký thêm. Hãy xin bản khác từ người đó.",
        "Who signed {file} before closed it to further signatures. Please ask them for another copy.",
    ),
    "signing.earlier_bad": (
        "Tệp {file} có chữ ký trước không còn nguyên vẹn hoặc đã bị sửa sau khi ký, nên không ký thêm. Hãy kiểm tra chữ ký và xin bản gốc từ người ký trước.",
        "The file {file} bears an earlier signature that is damaged, or was changed after it, so no other is added. Please check the signatures and ask the earlier signer for the original.",
    ),
    "signing.not_proven": (
        "Chữ ký vừa tạo không kiểm tra lại được nên tệp không được lưu. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị.",
        "The new signature does not prove right, so the file was not saved. Please try again; if this stays, tell the administrator.",
    ),
    "signing.no_root_file": (
        "Không đọc được tệp chứng thư gốc {file}. Hãy kiểm tra tên tệp và thư mục.",
        "The root certificate file {file} cannot be read. Please check its name and folder.",
    ),
    "signing.not_certificate": (
        "Tệp {file} không có chứng thư số (PEM hoặc DER). Hãy chọn tệp khác.",
        "The file {file} holds no certificate (PEM or DER). Please choose another.",
    ),
    "signing.done": (
        "{name} đã ký {file} (PAdES B-B, không có dấu thời gian); chữ ký đã được kiểm tra lại.",
        "{name} signed {file} (PAdES B-B, without a time-stamp); the signature was checked again.",
    ),
    "signing.done_unseen": (
        "Tệp không có chỗ trống cho khung chữ ký nên chữ ký không hiện trên trang giấy.",
        "The file has no free place for a stamp, so the signature is not seen on paper.",
    ),
    "signing.none": (
        "Tệp {file} chưa có chữ ký số nào.",
        "The file {file} holds no digital signature.",
    ),
    "signing.who": ("Chữ ký {number}: {name}", "Signature {number}: {name}"),
    "signing.who_for": ("Chữ ký {number}: {name}, {office}", "Signature {number}: {name}, {office}"),
    "signing.when": (
        "Thời gian ký: {time}, do máy người ký ghi, không được chứng minh.",
        "Signed at {time}, as the signer's computer says; nothing proves it.",
    ),
    "signing.when_unknown": (
        "Chữ ký không ghi thời gian ký.",
        "The signature does not say when it was made.",
    ),
    "signing.intact": (
        "Nguyên vẹn: nội dung đúng như khi ký.",
        "Intact: the content is as it was signed.",
    ),
    "signing.broken": (
        "KHÔNG nguyên vẹn: nội dung đã bị sửa hoặc chữ ký bị hỏng. Đừng dùng tệp này; hãy xin bản khác.",
        "NOT intact: the content was changed or the signature is damaged. Do not use this file; ask for another copy.",
    ),
    "signing.covers_all": (
        "Chữ ký bao trùm toàn bộ tệp.",
        "It covers the whole file.",
    ),
    "signing.covers_then_allowed": (
        "Sau chữ ký này chỉ thêm chữ ký khác hoặc điền biểu mẫu, nội dung đã ký không đổi.",
        "After it only other signatures or form fields were added; what was signed is unchanged.",
    ),
    "signing.covers_then_changed": (
        "Sau chữ ký này tệp đã bị sửa: phần sửa không được ký. Hãy xin bản gốc từ người ký.",
        "After it the file was changed, and the change is not signed. Please ask the signer for the original.",
    ),
    "signing.trust_trusted": (
        "Chứng thư do {issuer} cấp, thuộc cơ quan chứng thực được tin cậy ở đây (chưa tra danh sách thu hồi).",
        "The certificate was issued by {issuer}, under an authority trusted here (lists of revoked ones were not asked).",
    ),
    "signing.trust_unknown_root": (
        "Chứng thư do {issuer} cấp, chưa có trong danh sách chứng thư gốc được tin cậy ở đây: chưa biết chắc người ký là ai.",
        "The certificate was issued by {issuer}, which is under no root trusted here: who signed is not certain.",
    ),
    "signing.trust_expired": (
        "Chứng thư do {issuer} cấp đã hết hạn; còn hạn vào lúc ghi trên chữ ký, nhưng không có gì chứng minh lúc đó.",
        "The certificate issued by {issuer} is out of date; it was valid at the time that the signature says, which nothing proves.",
    ),
    "signing.trust_refused": (
        "Chứng thư do {issuer} cấp không được chấp nhận để ký văn bản.",
        "The certificate issued by {issuer} is not accepted for signing papers.",
    ),
    "signing.help_sign": (
        "Ký số một tệp PDF (PAdES B-B) bằng USB token hoặc tệp khóa",
        "Sign a PDF (PAdES B-B) with a token or a key file",
    ),
    "signing.help_out": ("Tệp đã ký", "The signed file"),
    "signing.help_pkcs12": ("Tệp khóa .p12 hoặc .pfx", "Key file, .p12 or .pfx"),
    "signing.help_pkcs11": (
        "Thư viện PKCS#11 của USB token (.dll hoặc .so)",
        "The token's PKCS#11 library (.dll or .so)",
    ),
    "signing.help_token": ("Nhãn của USB token", "The token's label"),
    "signing.help_certificate": (
        "Mã chứng thư trên USB token, dạng thập lục phân",
        "The certificate's id on the token, hexadecimal",
    ),
    "signing.help_verify": ("Kiểm tra các chữ ký của một tệp PDF", "Check the signatures of a PDF"),
    "signing.help_trust": (
        "Chứng thư gốc được tin cậy, tệp PEM hoặc DER",
        "Root certificates to trust, PEM or DER",
    ),
    "signing.prompt": ("Mã PIN hoặc mật khẩu của khóa ký:", "PIN or passphrase of the key:"),
}
