"""Runs one command: parses, dispatches, prints, and turns errors into exit codes.

0 done; 1 a bug; 2 the command or its input is wrong; 3 the environment stands in the way.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from desktop.cli.invocation import Invocation, check_text
from desktop.cli.parser import build_parser
from models.errors import CodedError, KnownError, ProblemsError
from models.sentences.catalog import Language, say

Command = Callable[[Invocation], tuple[int, dict[str, Any]]]
BUG: Final = 1
WRONG: Final = 2
ENVIRONMENT: Final = 3


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; stdout holds the result and nothing else."""
    language = _language(arguments)
    as_json = "--json" in arguments
    try:
        check_text(*arguments)
        options = build_parser(language).parse_args(list(arguments))
        invocation = Invocation(options, language)
        code, result = _command(options)(invocation)
    except CodedError as error:
        return _refuse(error, language, as_json=as_json)
    except KeyboardInterrupt:
        print(say("commands.interrupted", language), file=sys.stderr)
        return 130
    if as_json:
        _print_json(result)
    else:
        _print_plain(result, language)
    return code


def _command(options: Any) -> Command:
    # Each group is imported when it is asked for: `motcua --help` loads nothing.
    key = (options.command, getattr(options, "action", None))
    if options.command in {"init", "join", "demo", "reset-password", "doctor"}:
        from desktop.cli import store_commands as store

        chosen: dict[Any, Command] = {
            "init": store.init, "join": store.join, "demo": store.demo,
            "reset-password": store.reset, "doctor": store.doctor,
        }  # fmt: skip
        return chosen[options.command]
    if options.command == "account":
        from desktop.cli import account_commands as accounts

        chosen = {
            "add": accounts.add, "list": accounts.list_all, "role": accounts.role,
            "remove": accounts.remove, "password": accounts.password, "reset": accounts.reset,
            "second-factor": accounts.second_factor,
        }  # fmt: skip
        return chosen[options.action]
    if options.command == "audit":
        from desktop.cli import audit_commands as audit

        chosen = {"list": audit.list_entries, "export": audit.export, "slips": audit.slips}
        return chosen[options.action]
    if options.command == "second":
        from desktop.cli import second_commands as second

        chosen = {"list": second.list_drawn, "figures": second.figures}
        return chosen[options.action]
    if options.command in {"kiosk", "kiosk-codes"}:
        from desktop.cli import kiosk_commands as kiosk

        chosen = {"kiosk": kiosk.run_kiosk, "kiosk-codes": kiosk.print_codes}
        return chosen[options.command]
    if options.command in {"sign", "verify"}:
        from desktop.cli import signing_commands as signing

        chosen = {"sign": signing.sign, "verify": signing.verify}
        return chosen[options.command]
    if options.command in {"backup", "restore"}:
        from desktop.cli import backup_commands as backups

        chosen = {"backup": backups.backup, "restore": backups.restore}
        return chosen[options.command]
    if options.command == "questionnaire":
        from desktop.cli import questionnaire_commands as questionnaire

        chosen = {
            "check": questionnaire.check_form, "publish": questionnaire.publish_form,
            "list": questionnaire.list_forms,
        }  # fmt: skip
        return chosen[options.action]
    if options.command == "surveys":
        from desktop.cli import survey_commands as surveys

        chosen = {"import": surveys.import_file, "export": surveys.export_file}
        return chosen[options.action]
    if options.command == "households":
        from desktop.cli import household_commands as households
        from desktop.cli import household_personal as personal

        chosen = {
            "import": households.import_file, "search": households.search,
            "check": households.check, "erase": personal.erase, "export": personal.export_file,
        }  # fmt: skip
        return chosen[options.action]
    if options.command in {"report", "pack"}:
        from desktop.cli import report_commands as report
        from desktop.cli import seeing_commands as seeing

        chosen = {
            ("report", "satisfaction"): report.satisfaction,
            ("report", "households"): report.households, ("report", "compare"): seeing.compare,
            ("report", "trend"): seeing.trend, ("pack", None): seeing.pack,
        }  # fmt: skip
        return chosen[key]
    if options.command in {"station", "bundle"}:
        from desktop.cli import exchange_commands as exchange

        chosen = {
            ("station", "card"): exchange.card, ("station", "enrol"): exchange.enrol_station,
            ("station", "list"): exchange.list_stations,
            ("station", "revoke"): exchange.revoke_station,
            ("bundle", "export"): exchange.export_bundle,
            ("bundle", "import"): exchange.import_bundle,
        }  # fmt: skip
        return chosen[key]
    if options.command in {"hub", "sync"}:
        from desktop.cli import hub_commands as hub

        chosen = {
            ("hub", "serve"): hub.serve, ("hub", "card"): hub.card,
            ("hub", "enrol"): hub.enrol_station, ("hub", "list"): hub.list_stations,
            ("hub", "revoke"): hub.revoke_station, ("sync", None): hub.sync,
        }  # fmt: skip
        return chosen[key]
    raise AssertionError(key)


def _language(arguments: Sequence[str]) -> Language:
    for index, word in enumerate(arguments):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("vi", "en"):
            return "en" if value == "en" else "vi"
    return "en" if os.environ.get("LANG", "").startswith("en") else "vi"


def _refuse(error: CodedError, language: Language, *, as_json: bool) -> int:
    sentence = say(error, language)
    print(sentence, file=sys.stderr)
    if as_json:
        data: dict[str, Any] = {"error": {"code": error.code, "message": sentence}}
        if isinstance(error, ProblemsError):
            data["problems"] = [
                {"row": item.row, "column": item.column, "message": say(item, language)}
                for item in error.problems
            ]
        _print_json(data)
    return ENVIRONMENT if isinstance(error, KnownError) else WRONG


def _print_json(data: dict[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def _print_plain(result: dict[str, Any], language: Language) -> None:
    lines: list[str] = []
    for key, value in result.items():
        if isinstance(value, list):
            lines += [_line(item, language) for item in value]
        elif not isinstance(value, dict) and value is not None:
            lines.append(f"{key}: {value}")
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())
    sys.stdout.buffer.flush()


def _line(item: Any, language: Language) -> str:
    if not isinstance(item, dict):
        return str(item)
    if "message" in item:
        place = [
            say("commands.place_row", language, row=item["row"]) if item.get("row") else "",
            say("commands.place_column", language, column=item["column"])
            if item.get("column")
            else "",
        ]
        return ", ".join(part for part in place if part) + ": " + str(item["message"])
    if "ok" in item:
        mark = "ok " if item["ok"] else "!! "
        return f"{mark} {item['name']}: {item['detail']}"
    plain = [value for value in item.values() if not isinstance(value, (list, dict, bool))]
    return "  ".join(str(value) for value in plain if value not in (None, ""))
