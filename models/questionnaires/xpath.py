"""The XPath parser for questionnaires: elementpath's XPath 1.0 grammar with ODK's functions added.

Heavy to import: only `expressions` does, when a sheet is read.
"""

from __future__ import annotations

from elementpath.tdop import Parser
from elementpath.xpath1 import XPath1Parser
from elementpath.xpath_tokens import XPathToken

from models.questionnaires.functions import FUNCTIONS


class QuestionnaireParser(XPath1Parser):  # type: ignore[misc, unused-ignore]
    """Parses an expression to elementpath's token tree; raises its ElementPathError."""

    def parse(self, source: str) -> XPathToken:
        """Return the root token, without elementpath's own evaluation of what is constant."""
        return Parser.parse(self, source)


def plain_name(function: str) -> str:
    """Return a function's name as the parser knows it: without a prefix, of the same length."""
    return function.replace(":", "-")


def _register() -> None:
    for function, declared in FUNCTIONS.items():
        symbol = plain_name(function)
        # Registering over an inherited symbol would change elementpath's own parser.
        QuestionnaireParser.symbol_table.pop(symbol, None)
        least, most = declared.least, declared.most
        nargs = least if least == most else (least, most)
        QuestionnaireParser.function(symbol, nargs=nargs)
    QuestionnaireParser.build()


_register()
