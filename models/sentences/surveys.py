"""What the program says about batches, slips and periods."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "surveys.no_batch": (
        "Không tìm thấy đợt nhập này. Hãy mở lại danh sách đợt nhập.",
        "This batch was not found. Please open the list of batches again.",
    ),
    "surveys.batch_closed": (
        "Đợt nhập này đã chốt. Phiếu trong đợt chỉ có thể hủy (có lý do) rồi nhập lại.",
        "This batch is closed. Its slips can only be voided, with a reason, and keyed again.",
    ),
    "surveys.difference_unexplained": (
        "Đã nhập {keyed} phiếu nhưng thu về {returned} phiếu. Hãy nhập tiếp hoặc ghi lý do chênh lệch.",
        "{keyed} slips were keyed but {returned} came back. Key the rest, or give the reason.",
    ),
    "surveys.form_repeats": (
        "Mẫu phiếu “{title}” có phần lặp nên chưa nhập được ở màn hình này. Hãy chọn mẫu phiếu khác.",
        "The questionnaire “{title}” has repeats and cannot be keyed here yet. Please choose another.",
    ),
    "surveys.no_slip": (
        "Phiếu này không còn hiệu lực để sửa hoặc hủy.",
        "This slip no longer stands, so it cannot be changed or voided.",
    ),
    "surveys.nothing_to_settle": (
        "Phiếu này không còn chờ quyết định ở chỗ đó. Hãy mở lại danh sách chờ quyết định.",
        "That part of the slip no longer waits for a decision. Please open the list of decisions again.",
    ),
    "surveys.nothing_to_undo": (
        "Không có phiếu nào để hoàn tác trong đợt này.",
        "There is no slip to take back in this batch.",
    ),
    "surveys.reason_missing": (
        "Hãy ghi lý do hủy phiếu.",
        "Please give the reason for voiding the slip.",
    ),
    "surveys.not_voided": (
        "Chỉ phiếu đã hủy mới có thể nhập lại vào chỗ cũ.",
        "Only a voided slip can be keyed again in its place.",
    ),
    "surveys.already_replaced": (
        "Phiếu này đã được nhập lại rồi.",
        "This slip was keyed again already.",
    ),
    "surveys.dossier_rated": (
        "Hồ sơ {dossier} đã có phiếu đánh giá. Mỗi hồ sơ chỉ đánh giá một lần.",
        "Dossier {dossier} has a slip already. A dossier is rated once only.",
    ),
    "surveys.date_to_come": (
        "Ngày thu phiếu {day} chưa đến. Hãy kiểm tra lại ngày.",
        "The day of collection {day} has not come yet. Please check the date.",
    ),
    "surveys.count_negative": (
        "Số phiếu không thể là số âm.",
        "A number of slips cannot be negative.",
    ),
    "surveys.period_reversed": (
        "Ngày bắt đầu {start} sau ngày kết thúc {end}. Hãy chọn lại kỳ báo cáo.",
        "The first day {start} is after the last day {end}. Please choose the period again.",
    ),
    "surveys.period_far": (
        "Kỳ báo cáo phải nằm trong các năm từ {first} đến {last}. Hãy chọn lại ngày.",
        "The period must lie in the years {first} to {last}. Please choose the days again.",
    ),
    "surveys.row_known": (
        "Phiếu này đã được nhập vào kho trước đó.",
        "This slip is in the store already.",
    ),
    "surveys.row_dossier_rated": (
        "Hồ sơ {dossier} đã có phiếu đánh giá trong kho. Mỗi hồ sơ chỉ đánh giá một lần.",
        "Dossier {dossier} has a slip in the store already. A dossier is rated once only.",
    ),
}
