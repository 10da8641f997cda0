"""The words of the command line."""

from __future__ import annotations

import argparse
import re
from typing import Any, Final, NoReturn

from desktop.version import VERSION
from models.audit.events import GROUPS
from models.errors import UserError
from models.households.fields import ERASURE_CODES, OUTCOME_CODES
from models.sentences.catalog import Language, say

# What argparse complains of, in its words, and our sentence for it.
_COMPLAINTS: Final = (
    (re.compile(r"arguments are required: (?P<names>.+)"), "commands.missing"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "commands.unrecognized"),
    (re.compile(r"argument (?P<names>\S+): expected"), "commands.no_value"),
    (
        re.compile(r"argument (?P<names>\S+): invalid choice: (?P<value>\S+)"),
        "commands.bad_choice",
    ),
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are sentences of ours."""

    language: Language = "vi"

    def __init__(self, **options: Any) -> None:
        # A beginning of an option is no option: scripts must not depend on what is unique today.
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Raise UserError in place of printing usage and leaving."""
        for pattern, code in _COMPLAINTS:
            found = pattern.search(message)
            if found:
                message = say(code, self.language, **found.groupdict())
                break
        raise UserError("commands.wrong", detail=message)


def build_parser(language: Language) -> Parser:
    """Return the parser of all commands; see `docs/cli.md` for the contract."""

    def words(name: str) -> str:
        return say(name if "." in name else f"commands.{name}", language)

    Parser.language = language
    common = _common(words)
    parser = Parser(prog="motcua", description=words("about"), parents=[common])
    parser.add_argument("--version", action="version", version=f"motcua {VERSION}",
                        help=words("version"))
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title=words("commands")
    )

    def add(group: Any, name: str, help_: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = group.add_parser(
            name, help=words(help_), description=words(help_), parents=[common]
        )
        return made

    init = add(commands, "init", "init")
    init.add_argument("--unit", required=True, metavar="CODE", help=words("init_unit"))
    init.add_argument("--unit-name", metavar="NAME", help=words("init_unit_name"))
    init.add_argument("--admin", required=True, metavar="NAME", help=words("init_admin"))
    join = add(commands, "join", "join")
    join.add_argument("--admin", required=True, metavar="NAME", help=words("join_admin"))
    join.add_argument("--unit", metavar="CODE", help=words("join_unit"))
    for one in (init, join):
        one.add_argument("--database", metavar="URL", help=words("database"))
    add(commands, "demo", "demo")
    reset = add(commands, "reset-password", "reset")
    reset.add_argument("--admin", required=True, metavar="NAME", help=words("reset_name"))
    _accounts(add, commands, words)
    _surveys(add, commands, words)
    _kiosk(add, commands, words)
    _households(add, commands, words)
    _questionnaires(add, commands)
    _report(add, commands, words)
    pack = add(commands, "pack", "seeing.help_pack")
    pack.add_argument("--month", metavar="YYYY-MM", help=words("seeing.help_month"))
    pack.add_argument("--out", required=True, metavar="FOLDER", help=words("seeing.help_folder"))
    pack.add_argument("--hide-small", action="store_true", help=words("hide_small"))
    _stations(add, commands, words)
    _bundles(add, commands, words)
    sync = add(commands, "sync", "sync")
    sync.add_argument("--hub", metavar="URL", help=words("sync_hub"))
    _hub(add, commands, words)
    _audit(add, commands, words)
    _second(add, commands, words)
    _signing(add, commands, words)
    add(commands, "backup", "backup").add_argument("out", metavar="OUT", help=words("backup_out"))
    restore = add(commands, "restore", "restore")
    restore.add_argument("file", metavar="FILE", nargs="?")
    restore.add_argument("--recovery-key", action="store_true", help=words("restore_key"))
    doctor = add(commands, "doctor", "doctor")
    doctor.add_argument("--rebuild", action="store_true", help=words("doctor_rebuild"))
    return parser


def _common(words: Any) -> argparse.ArgumentParser:
    # SUPPRESS: an option given before the command must not be reset by the command's own default.
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data-dir", metavar="DIR", help=words("data_dir"))
    common.add_argument("--account", metavar="NAME", help=words("account"))
    common.add_argument("--json", action="store_true", help=words("json"))
    common.add_argument("--lang", choices=("vi", "en"), help=words("lang"))
    return common


def _accounts(add: Any, commands: Any, words: Any) -> None:
    accounts = add(commands, "account", "accounts")
    group = accounts.add_subparsers(dest="action", metavar="ACTION", required=True)
    new = add(group, "add", "account_add")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--role", required=True, metavar="ROLE", help=words("account_roles"))
    add(group, "list", "account_list")
    role = add(group, "role", "account_role")
    role.add_argument("name", metavar="NAME")
    role.add_argument("role", metavar="ROLE", help=words("account_roles"))
    add(group, "remove", "account_remove").add_argument("name", metavar="NAME")
    add(group, "password", "account_password")
    add(group, "reset", "account_reset").add_argument("name", metavar="NAME")
    second = add(group, "second-factor", "account_second")
    second.add_argument("--off", action="store_true", help=words("account_second_off"))


def _surveys(add: Any, commands: Any, words: Any) -> None:
    surveys = add(commands, "surveys", "surveys")
    group = surveys.add_subparsers(dest="action", metavar="ACTION", required=True)
    incoming = add(group, "import", "surveys_import")
    incoming.add_argument("file", metavar="FILE")
    incoming.add_argument("--questionnaire", metavar="CODE", default="qn-18-2021",
                          help=words("questionnaire"))  # fmt: skip
    incoming.add_argument("--dry-run", action="store_true", help=words("dry_run"))
    incoming.add_argument("--accept-valid", action="store_true", help=words("accept_valid"))
    outgoing = add(group, "export", "surveys_export")
    outgoing.add_argument("out", metavar="OUT")
    outgoing.add_argument("--from", dest="start", metavar="DATE", help=words("from"))
    outgoing.add_argument("--to", dest="end", metavar="DATE", help=words("to"))
    outgoing.add_argument("--unit", nargs="+", action="extend", metavar="CODE", default=[],
                          help=words("unit"))  # fmt: skip
    outgoing.add_argument("--questionnaire", metavar="CODE", default="qn-18-2021",
                          help=words("questionnaire"))  # fmt: skip


def _households(add: Any, commands: Any, words: Any) -> None:
    households = add(commands, "households", "households")
    group = households.add_subparsers(dest="action", metavar="ACTION", required=True)
    incoming = add(group, "import", "households_import")
    incoming.add_argument("file", metavar="FILE")
    incoming.add_argument("--dry-run", action="store_true", help=words("dry_run"))
    incoming.add_argument("--accept-valid", action="store_true", help=words("accept_valid"))
    incoming.add_argument("--place", action="append", default=[],
                          metavar="OLD/HAMLET=CODE", help=words("place"))  # fmt: skip
    incoming.add_argument("--join-likely", action="store_true", help=words("join_likely"))
    incoming.add_argument("--unit", metavar="CODE", help=words("list_unit"))
    incoming.add_argument("--hamlet", metavar="NAME", default="", help=words("list_hamlet"))
    search = add(group, "search", "households_search")
    search.add_argument("text", metavar="TEXT", nargs="+")
    search.add_argument("--limit", metavar="N", default="50", help=words("limit"))
    check = add(group, "check", "households_check")
    check.add_argument("id", metavar="ID", help=words("household_id"))
    check.add_argument("--outcome", metavar="CODE", required=True,
                       help=f"{words('outcome')}: {', '.join(OUTCOME_CODES)}")  # fmt: skip
    check.add_argument("--field", metavar="NAME=VALUE", action="append", default=[],
                       help=words("field"))  # fmt: skip
    check.add_argument("--note", metavar="TEXT", default="", help=words("check_note"))
    check.add_argument("--on", metavar="DATE", help=words("checked_on"))
    erase = add(group, "erase", "households_erase")
    erase.add_argument("id", metavar="ID", help=words("household_id"))
    erase.add_argument("--reason", metavar="CODE", required=True,
                       help=f"{words('erase_reason')}: {', '.join(ERASURE_CODES)}")  # fmt: skip
    outgoing = add(group, "export", "households_export")
    outgoing.add_argument("out", metavar="OUT")
    outgoing.add_argument("--unit", metavar="CODE", help=words("unit"))
    outgoing.add_argument("--personal", action="store_true", help=words("personal"))


def _stations(add: Any, commands: Any, words: Any) -> None:
    group = add(commands, "station", "stations").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    card = add(group, "card", "station_card")
    card.add_argument("out", metavar="OUT", nargs="?", help=words("station_card_out"))
    card.add_argument("--name", metavar="NAME", default="", help=words("station_name"))
    enrol = add(group, "enrol", "station_enrol")
    enrol.add_argument("file", metavar="FILE")
    enrol.add_argument("--reads", metavar="CODE", nargs="+", help=words("station_reads"))
    add(group, "list", "station_list")
    add(group, "revoke", "station_revoke").add_argument("id", metavar="ID")


def _bundles(add: Any, commands: Any, words: Any) -> None:
    group = add(commands, "bundle", "bundles").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    outgoing = add(group, "export", "bundle_export")
    outgoing.add_argument("out", metavar="OUT")
    outgoing.add_argument("--to", metavar="STATION", nargs="+", help=words("bundle_to"))
    add(group, "import", "bundle_import").add_argument("file", metavar="FILE")


def _audit(add: Any, commands: Any, words: Any) -> None:
    group = add(commands, "audit", "audit.help").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    listed = add(group, "list", "audit.help_list")
    outgoing = add(group, "export", "audit.help_export")
    outgoing.add_argument("out", metavar="OUT")
    slips = add(group, "slips", "audit.help_slips")
    for one in (listed, outgoing, slips):
        is_needed = one is slips
        one.add_argument("--from", dest="start", required=is_needed, metavar="DATE",
                         help=words("from"))  # fmt: skip
        one.add_argument("--to", dest="end", required=is_needed, metavar="DATE", help=words("to"))
    for one in (listed, outgoing):
        one.add_argument("--by", metavar="NAME", help=words("audit.help_by"))
        one.add_argument("--kind", metavar="KIND",
                         help=f"{words('audit.help_kind')}: {', '.join(GROUPS)}")  # fmt: skip


def _second(add: Any, commands: Any, words: Any) -> None:
    group = add(commands, "second", "rekeying.help").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    add(group, "list", "rekeying.help_list")
    figures = add(group, "figures", "rekeying.help_figures")
    figures.add_argument("--by", metavar="NAME", help=words("rekeying.help_by"))
    figures.add_argument("--from", dest="start", metavar="DATE", help=words("from"))
    figures.add_argument("--to", dest="end", metavar="DATE", help=words("to"))


def _kiosk(add: Any, commands: Any, words: Any) -> None:
    kiosk = add(commands, "kiosk", "kiosk.help_kiosk")
    kiosk.add_argument("--questionnaire", metavar="CODE", default="qn-18-2021",
                       help=words("questionnaire"))  # fmt: skip
    kiosk.add_argument("--officer", metavar="NAME", default="", help=words("kiosk.help_officer"))
    kiosk.add_argument("--procedure", metavar="NAME", default="",
                       help=words("kiosk.help_procedure"))  # fmt: skip
    kiosk.add_argument("--codes", action="store_true", help=words("kiosk.help_codes"))
    codes = add(commands, "kiosk-codes", "kiosk.help_print")
    codes.add_argument("out", metavar="OUT.pdf")
    codes.add_argument("--count", metavar="N", default="27", help=words("kiosk.help_count"))


def _signing(add: Any, commands: Any, words: Any) -> None:
    sign = add(commands, "sign", "signing.help_sign")
    sign.add_argument("file", metavar="FILE.pdf")
    sign.add_argument("--out", required=True, metavar="OUT.pdf", help=words("signing.help_out"))
    sign.add_argument("--pkcs12", metavar="FILE", help=words("signing.help_pkcs12"))
    sign.add_argument("--pkcs11", metavar="MODULE", help=words("signing.help_pkcs11"))
    sign.add_argument("--token", metavar="LABEL", default="", help=words("signing.help_token"))
    sign.add_argument("--certificate", metavar="ID", default="",
                      help=words("signing.help_certificate"))  # fmt: skip
    verify = add(commands, "verify", "signing.help_verify")
    verify.add_argument("file", metavar="FILE.pdf")
    verify.add_argument("--trust", nargs="+", action="extend", metavar="ROOT.pem", default=[],
                        help=words("signing.help_trust"))  # fmt: skip


def _hub(add: Any, commands: Any, words: Any) -> None:
    group = add(commands, "hub", "hub").add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    serve = add(group, "serve", "hub_serve")
    serve.add_argument("--listen", metavar="ADDR", default="127.0.0.1:8470",
                       help=words("hub_listen"))  # fmt: skip
    serve.add_argument("--tls-cert", metavar="FILE", help=words("hub_certificate"))
    serve.add_argument("--tls-key", metavar="FILE", help=words("hub_key"))
    card = add(group, "card", "hub_card")
    card.add_argument("out", metavar="OUT")
    card.add_argument("--name", metavar="NAME", default="Hub", help=words("hub_name"))
    enrol = add(group, "enrol", "hub_enrol")
    enrol.add_argument("file", metavar="FILE")
    enrol.add_argument("--reads", metavar="CODE", nargs="+", help=words("station_reads"))
    revoke = add(group, "revoke", "hub_revoke")
    revoke.add_argument("id", metavar="ID")
    for one in (serve, card, enrol, revoke, add(group, "list", "hub_list")):
        one.add_argument("--database", metavar="URL", help=words("hub_database"))


def _questionnaires(add: Any, commands: Any) -> None:
    questionnaire = add(commands, "questionnaire", "questionnaire_group")
    group = questionnaire.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name in ("check", "publish"):
        add(group, name, f"questionnaire_{name}").add_argument("file", metavar="FILE.xlsx")
    add(group, "list", "questionnaire_list")


def _report(add: Any, commands: Any, words: Any) -> None:
    report = add(commands, "report", "report")
    group = report.add_subparsers(dest="action", metavar="REPORT", required=True)
    satisfaction = add(group, "satisfaction", "report_satisfaction")
    households = add(group, "households", "report_households")
    for one in (satisfaction, households):
        one.add_argument("--from", dest="start", required=True, metavar="DATE", help=words("from"))
        one.add_argument("--to", dest="end", required=True, metavar="DATE", help=words("to"))
        one.add_argument("--unit", nargs="+", action="extend", metavar="CODE", default=[],
                         help=words("unit"))  # fmt: skip
        one.add_argument("--out", required=True, metavar="FILE", help=words("out"))
        one.add_argument("--hide-small", action="store_true", help=words("hide_small"))
    compared = add(group, "compare", "seeing.help_compare")
    trend = add(group, "trend", "seeing.help_trend")
    for one in (compared, trend):
        one.add_argument("--from", dest="start", required=True, metavar="DATE", help=words("from"))
        one.add_argument("--to", dest="end", required=True, metavar="DATE", help=words("to"))
        one.add_argument("--unit", nargs="+", action="extend", metavar="CODE", default=[],
                         help=words("unit"))  # fmt: skip
        one.add_argument("--out", metavar="FILE", required=one is trend, help=words("out"))
        one.add_argument("--hide-small", action="store_true", help=words("hide_small"))
        one.add_argument("--questionnaire", metavar="CODE", default="qn-18-2021",
                         help=words("questionnaire"))  # fmt: skip
        one.add_argument("--unit-map", choices=("recorded", "today"), default="recorded",
                         help=words("unit_map"))  # fmt: skip
    compared.add_argument("--with-from", metavar="DATE", help=words("seeing.help_before_from"))
    compared.add_argument("--with-to", metavar="DATE", help=words("seeing.help_before_to"))
    compared.add_argument("--with-unit", nargs="+", action="extend", metavar="CODE",
                          help=words("seeing.help_before_unit"))  # fmt: skip
    households.add_argument("--map", "--unit-map", dest="unit_map", choices=("recorded", "today"),
                            default="recorded", help=words("household_map"))  # fmt: skip
    satisfaction.add_argument("--questionnaire", metavar="CODE", default="qn-18-2021",
                              help=words("questionnaire"))  # fmt: skip
    satisfaction.add_argument("--unit-map", choices=("recorded", "today"), default="recorded",
                              help=words("unit_map"))  # fmt: skip
    satisfaction.add_argument("--population", metavar="N", help=words("population"))
