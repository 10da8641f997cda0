"""Reads the survey sheet's structure: questions, groups and repeats, with their rows at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, cast

from models.questionnaires.choices_sheet import YES
from models.questionnaires.columns import Report, Table
from models.questionnaires.form import Choice, Kind
from models.questionnaires.names import ROOT
from models.questionnaires.workbook import Row

_KINDS: Final[dict[str, Kind]] = {
    "integer": "integer", "int": "integer", "decimal": "decimal", "text": "text",
    "string": "text", "date": "date", "time": "time", "note": "note", "calculate": "calculate",
    "hidden": "hidden",
}  # fmt: skip
_SELECTS: Final[dict[str, Kind]] = {
    "select_one": "select_one", "select one": "select_one", "select one from": "select_one",
    "select1": "select_one", "select_multiple": "select_multiple",
    "select multiple": "select_multiple", "select all that apply": "select_multiple",
    "select all that apply from": "select_multiple",
}  # fmt: skip
_SELECT: Final = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _SELECTS), key=len, reverse=True))}) (\S+)(?: (.+))?"
)
_NAME: Final = re.compile(r"[^\W\d][\w.-]*")
_NO_LABEL: Final = frozenset({"calculate", "hidden", "group", "repeat"})
_DEEPEST: Final = 20
# What XLSForm knows and this program does not: told apart from a slip of the pen.
_UNSUPPORTED: Final = frozenset({
    "acknowledge", "audio", "audit", "background-audio", "background-geopoint", "barcode",
    "begin loop", "csv-external", "datetime", "deviceid", "email", "end", "file", "geopoint",
    "geoshape", "geotrace", "image", "osm", "phonenumber", "photo", "range", "rank",
    "select_multiple_from_file", "select_one_external", "select_one_from_file", "simserial",
    "start", "start-geopoint", "subscriberid", "today", "trigger", "username", "video",
    "xml-external",
})  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A row of the survey sheet with its place in the form; its rules are not parsed yet."""

    row: Row
    kind: Kind
    name: str
    path: str
    choice_list: str | None = None
    children: list[Draft] = field(default_factory=list)

    def walk(self) -> Iterator[Draft]:
        """Yield this draft and all below it, in the sheet's order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class _Structure:
    table: Table
    choices: Mapping[str, tuple[Choice, ...]]
    report: Report
    top: list[Draft] = field(default_factory=list)
    open: list[Draft] = field(default_factory=list)
    repeats: set[str] = field(default_factory=set)

    def say(self, code: str, row: Row, column: str, **params: object) -> None:
        sheet = self.table.sheet.name
        self.report.add(code, sheet, row.number, self.table.header(column), **params)

    def add(self, row: Row) -> None:
        written = " ".join(self.table.text(row, "type").split())
        if not written:
            self.say("type_missing", row, "type")
            return
        kind, opened = _container(written)
        if kind and not opened:
            self._close(kind, row)
            return
        draft = self._draft(row, kind) if kind else self._question(row, written)
        if draft is None:
            return
        (self.open[-1].children if self.open else self.top).append(draft)
        if kind:
            self.open.append(draft)
            if len(self.open) > _DEEPEST:
                self.say("groups_deep", row, "type", most=_DEEPEST)

    def _close(self, kind: Kind, row: Row) -> None:
        if not self.open or self.open[-1].kind != kind:
            self.say("end_unmatched", row, "type", kind=kind)
            return
        self.open.pop()

    def _question(self, row: Row, written: str) -> Draft | None:
        if found := _SELECT.fullmatch(written):
            draft = self._draft(row, _SELECTS[found[1]])
            self._check_list(row, found[2], found[3] or "")
            draft.choice_list = found[2]
            return draft
        kind = _KINDS.get(written)
        if kind is None:
            word = written.split()[0]
            known = written in _UNSUPPORTED or word in _UNSUPPORTED
            self.say("type_unsupported" if known else "type_unknown", row, "type", type=written)
        # A row of unknown type keeps its place, so that references to it are not reported too.
        return self._draft(row, kind or "hidden", labelled=kind is not None)

    def _check_list(self, row: Row, listed: str, extra: str) -> None:
        if extra:
            self.say("type_extra", row, "type", extra=extra)
        if "${" in listed:
            self.say("list_from_answers", row, "type", list=listed)
        elif listed not in self.choices:
            self.say("list_unknown", row, "type", list=listed)

    def _draft(self, row: Row, kind: Kind, *, labelled: bool = True) -> Draft:
        name = self.table.text(row, "name")
        if not name and kind == "note":
            name = f"generated_note_name_{row.number}"
        if not name:
            self.say("name_missing", row, "name")
        elif not _NAME.fullmatch(name):
            self.say("name_wrong", row, "name", name=name)
        self._check_unique(row, kind, name)
        if labelled and kind not in _NO_LABEL and not self.table.labels(row, "label", ""):
            self.say("label_missing", row, "label", name=name or "?")
        parent = self.open[-1].path if self.open else ROOT
        return Draft(row, kind, name, f"{parent}/{name}")

    def _check_unique(self, row: Row, kind: Kind, name: str) -> None:
        if name == "meta" or (name == "data" and kind == "repeat"):
            self.say("name_reserved", row, "name", name=name)
        siblings = self.open[-1].children if self.open else self.top
        twin = next((one for one in siblings if one.name == name), None)
        if name and twin is not None:
            self.say("name_twice", row, "name", name=name, other=twin.row.number)
        elif kind == "repeat" and name:
            if name in self.repeats:
                self.say("repeat_twice", row, "name", name=name)
            self.repeats.add(name)


def read_structure(
    table: Table, choices: Mapping[str, tuple[Choice, ...]], report: Report
) -> list[Draft]:
    """Return the top rows of the form with theirs inside them; what is wrong goes to `report`."""
    structure = _Structure(table, choices, report)
    for row in table.rows:
        if table.text(row, "disabled").lower() not in YES:
            structure.add(row)
    for left_open in structure.open:
        structure.say("begin_unmatched", left_open.row, "type", kind=left_open.kind)
    return structure.top


def _container(written: str) -> tuple[Kind | None, bool]:
    """Return (group or repeat, whether it begins); (None, ...) for any other type."""
    side, _, what = written.replace("_", " ").partition(" ")
    if side in {"begin", "end"} and what in {"group", "repeat"}:
        return cast(Kind, what), side == "begin"
    return None, False
