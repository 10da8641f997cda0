"""The pages of the handbook, each with the test that does its main job by keys alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

import ui.help

ROOT: Final = Path(__file__).parents[2]
_OFFICE: Final = "tests/pages/test_jobs_of_the_office.py::"
_SLIPS: Final = "tests/pages/test_jobs_of_slips.py::"
_HOMES: Final = (
    "tests/pages/test_jobs_of_households.py::"
    "test_a_list_is_taken_in_households_are_checked_decided_told_apart_merged_and_erased"
)
_STATIONS: Final = (
    "tests/pages/test_jobs_of_stations.py::"
    "test_a_station_is_named_another_enrolled_and_bundles_go_both_ways"
)
_CORRECTED: Final = (
    _SLIPS + "test_a_slip_is_corrected_its_batch_closed_and_another_voided_and_keyed_again"
)
_SECOND: Final = _SLIPS + "test_a_batch_is_keyed_a_second_time_and_a_third_decides"
_SETTINGS: Final = _OFFICE + "test_settings_a_questionnaire_and_passwords_are_changed"
_REPORT: Final = _OFFICE + "test_a_report_is_chosen_looked_at_saved_and_the_months_pack_made"
JOBS: Final = {
    "accounts": _SECOND,
    "audit": _OFFICE + "test_the_audit_is_filtered_and_saved",
    "backup": _OFFICE + "test_a_backup_is_made_and_tried",
    "check": _HOMES,
    "close-batch": _CORRECTED,
    "correct-slip": _CORRECTED,
    "decisions": _SLIPS + "test_two_answers_to_one_question_are_decided_from_the_first_page",
    "duplicates": _HOMES,
    "erase": _HOMES,
    "exchange": _STATIONS,
    "home": _SLIPS + "test_two_answers_to_one_question_are_decided_from_the_first_page",
    "hub": "tests/ui/exchange/test_hub.py::test_the_hub_is_chosen_and_exchanged_with_by_keyboard",
    "keying": _CORRECTED,
    "kiosk": _OFFICE + "test_the_kiosk_takes_a_vote_and_is_left_with_its_pin",
    "list-import": _HOMES,
    "monthly-pack": _REPORT,
    "password": _SETTINGS,
    "register": _HOMES,
    "repair": "tests/desktop/test_damage_at_the_door.py::"
              "test_who_signs_in_at_a_damaged_store_restores_it_with_one_key",
    "reports": _REPORT,
    "second-keying": _SECOND,
    "set-up": _OFFICE + "test_the_first_start_ends_at_the_first_page",
    "settings": _SETTINGS,
    "sign-in": "tests/pages/test_by_keyboard.py::"
               "test_each_role_reaches_all_of_its_pages_by_keys",
    "signing": "tests/ui/signing/test_sign_dialog.py::"
               "test_a_paper_is_signed_by_keyboard_and_the_token_remembered",
    "stick": _STATIONS,
    "walk-sheets": _HOMES,
}  # fmt: skip
# The first page of the handbook, and what is done outside the window.
WITHOUT: Final = {"index", "administrator"}


def test_every_page_of_the_handbook_has_a_job() -> None:
    pages = {file.stem for file in (Path(ui.help.__file__).parent / "pages/vi").glob("*.md")}
    assert set(JOBS) | WITHOUT == pages


@pytest.mark.parametrize("job", sorted(set(JOBS.values())))
def test_every_job_is_done_and_nothing_is_clicked_in_it(job: str) -> None:
    file, _, name = job.partition("::")
    text = (ROOT / file).read_text("utf-8")
    start = text.index(f"def {name}(")
    body = text[start : text.find("\ndef ", start + 1)]
    for forbidden in (".click(", "mouseClick", ".setText(", ".setFocus("):
        assert forbidden not in body
