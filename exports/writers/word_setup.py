"""Sets up a Word file: page, styles, page number, check code, and properties without a date."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from exports.document import Document
from exports.wording import CHECK_CODE

FACE: Final = "Times New Roman"
BODY: Final = "Body Text"
HEADING: Final = "Heading 1"
CAPTION: Final = "Caption"
REMARK: Final = "Body Text 2"
CELL: Final = "NoSpacing"  # the identifier of the style "No Spacing"
# As long as the format lets a property be.
_MOST_PROPERTY: Final = 255
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
_SCRIPTS: Final = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


def set_up(word: Any, document: Document) -> None:
    """Give an empty Word document its page, styles, header, footer and properties."""
    _set_page(word.sections[0])
    _set_styles(word.styles, document.language)
    _set_header(word.sections[0], document.check_code)
    _set_properties(word, document)
    _drop_template_traces(word)


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.header_distance, section.footer_distance = Mm(10), Mm(9)
    section.different_first_page_header_footer = True


def _set_styles(styles: Any, language: str) -> None:
    defaults = styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _set_face(run)
    run.find(qn("w:lang")).set(qn("w:val"), language)
    spacing = next(defaults.iter(qn("w:spacing")))
    spacing.set(qn("w:after"), "0")
    spacing.set(qn("w:line"), "240")
    _style(styles["Normal"], 13)
    _style(styles["No Spacing"], 11)
    _style(styles["Header"], 13)
    _style(styles["Footer"], 9)
    _style(styles[BODY], 13, before=6, indent=10, align=WD_ALIGN_PARAGRAPH.JUSTIFY)
    _style(styles[REMARK], 12, before=6, indent=10, align=WD_ALIGN_PARAGRAPH.JUSTIFY, italic=True)
    for name in (HEADING, CAPTION):
        _style(styles[name], 13, before=10, align=WD_ALIGN_PARAGRAPH.CENTER, bold=True)
        styles[name].paragraph_format.space_after = Pt(6)
        styles[name].paragraph_format.keep_with_next = True


def _style(
    style: Any,
    size: int,
    *,
    before: int = 0,
    indent: int = 0,
    align: Any = WD_ALIGN_PARAGRAPH.LEFT,
    bold: bool = False,
    italic: bool = False,
) -> None:
    _set_face(style.element.get_or_add_rPr())
    style.font.size = Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    layout = style.paragraph_format
    layout.alignment = align
    layout.space_before, layout.space_after = Pt(before), Pt(0)
    layout.line_spacing = 1.0 if style.name != BODY else 1.08
    layout.first_line_indent = Mm(indent)
    layout.widow_control = True


def _set_face(run: Any) -> None:
    """Set one face for all scripts; names from a theme would win over it, so they are removed."""
    for old in run.findall(qn("w:rFonts")):
        run.remove(old)
    face = OxmlElement("w:rFonts")
    for script in _SCRIPTS:
        face.set(qn(script), FACE)
    run.insert(0, face)


def _set_header(section: Any, check_code: str) -> None:
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(number, "PAGE")
    section.first_page_header.is_linked_to_previous = False
    if check_code:
        for footer in (section.footer, section.first_page_footer):
            footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            footer.paragraphs[0].add_run(f"{CHECK_CODE} {check_code}")


def _add_field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _set_properties(word: Any, document: Document) -> None:
    core = word.core_properties
    core.title = f"{document.kind}: {document.subject}"[:_MOST_PROPERTY]
    core.subject = document.subject[:_MOST_PROPERTY]
    core.author = document.letterhead.issuing_body[:_MOST_PROPERTY] if document.letterhead else ""
    core.last_modified_by = core.comments = core.keywords = ""
    core.language = document.language
    core.created = core.modified = _CREATED
    core.revision = 1


def _drop_template_traces(word: Any) -> None:
    """Remove the template's thumbnail, and state today's layout rules instead of those of 2010."""
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package.rels.pop(key)
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for zoom in word.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for theme in word.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), "vi-VN")
