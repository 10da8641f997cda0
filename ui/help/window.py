"""Shows the handbook: pages with pictures, a search, the way back, and print."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.sentences.catalog import Language
from ui.help.handbook import CONTENTS, HelpPage, find_page, pages_about
from ui.papers.printing import ChoosePrinter, choose_printer
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.buttons import SecondaryButton

_SIZE: Final = (1040, 700)
_LIST_WIDTH: Final = 260
_NAME: Final = Qt.ItemDataRole.UserRole
# Tables and words need some room beside a picture.
_MARGIN: Final = 24


class HelpText(QTextBrowser):
    """A page; its pictures are as wide as there is room, and never wider than they are."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        # A bar that comes while a page is laid out changes the width, and the page would begin
        # anew within itself.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.setAccessibleName(self.tr("Page of the handbook"))
        self.document().setDocumentMargin(float(Space.L))
        self._page: HelpPage | None = None
        self._width = 0

    def show_page(self, page: HelpPage) -> None:
        """Show a page from its top on."""
        self._page = page
        self._width = self.viewport().width()
        base = QUrl.fromLocalFile(str(page.path.parent) + "/")
        self.document().setBaseUrl(base)
        self.document().setDefaultFont(current_theme().font("body"))
        self.document().setMarkdown(page.path.read_text(encoding="utf-8"))
        # The words pushed the cursor to their end, and what is laid out anew keeps it in sight.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture in the width that there is."""
        found = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(self.document().baseUrl().resolved(found).toLocalFile())
            room = self.viewport().width() - 2 * int(Space.L) - _MARGIN
            if room > 0 and not picture.isNull():
                wide = min(picture.width(), room)
                # Where letters are large a point of the page is several of the screen.
                dots = min(picture.width(), round(wide * self.devicePixelRatioF()))
                if dots < picture.width():
                    smooth = Qt.TransformationMode.SmoothTransformation
                    picture = picture.scaledToWidth(dots, smooth)
                picture.setDevicePixelRatio(dots / wide)
            return picture
        return super().loadResource(kind, found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to another width."""
        super().resizeEvent(event)
        if self._page is not None and self.viewport().width() != self._width:
            place = self.verticalScrollBar().value()
            self.show_page(self._page)
            self.verticalScrollBar().setValue(place)

    @Slot(QUrl)
    def _on_anchor_clicked(self, link: QUrl) -> None:
        if link.path().endswith(".md"):
            self.page_wanted.emit(link.fileName().removesuffix(".md"))


class HelpWindow(QDialog):
    """Esc closes it, Alt+← goes back, Ctrl+F searches, Ctrl+P prints the page."""

    def __init__(
        self, parent: QWidget | None = None, language: Language = "vi", *,
        ask_printer: ChoosePrinter = choose_printer,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._language: Language = language
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Handbook"))
        self.resize(*_SIZE)
        self._ask_printer = ask_printer
        self._way: list[str] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in the handbook"))
        self.search.setAccessibleName(self.tr("Find in the handbook"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_entered)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the handbook"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._on_chosen)
        self.list.itemClicked.connect(self._on_chosen)
        self.text = HelpText()
        self.text.page_wanted.connect(self.show_topic)
        self.back_button = SecondaryButton(self.tr("Back"), icon="arrow-left", hint="Alt+←")
        self.contents_button = SecondaryButton(self.tr("Contents"), icon="list")
        self.print_button = SecondaryButton(self.tr("Print…"), icon="printer", hint="Ctrl+P")
        self.close_button = SecondaryButton(self.tr("Close"), hint="Esc")
        self._lay_out()
        self._on_searched()

    def topic(self) -> str:
        """Return the name of the page on show, "" before one is."""
        return self._way[-1] if self._way else ""

    @Slot(str)
    def show_topic(self, name: str) -> None:
        """Show a page by its name, the contents for one that does not exist."""
        page = find_page(name, self._language)
        if page is None:
            return
        if self.topic() != page.name:
            self._way.append(page.name)
        self._show(page)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, page: HelpPage) -> None:
        self.text.show_page(page)
        self.back_button.setEnabled(len(self._way) > 1)
        for place in range(self.list.count()):
            if self.list.item(place).data(_NAME) == page.name:
                self.list.setCurrentRow(place)

    def _lay_out(self) -> None:
        for button, slot in (
            (self.back_button, self._on_back), (self.contents_button, self._on_contents),
            (self.print_button, self._on_print), (self.close_button, self.reject),
        ):  # fmt: skip
            button.clicked.connect(slot)
            button.setAutoDefault(False)
        for keys, slot in (
            ("Alt+Left", self._on_back), ("Ctrl+P", self._on_print), ("Ctrl+F", self._on_find),
        ):  # fmt: skip
            QShortcut(keys, self).activated.connect(slot)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.back_button)
        head.addWidget(self.contents_button)
        head.addStretch(1)
        head.addWidget(self.print_button)
        head.addWidget(self.close_button)
        side = QVBoxLayout()
        side.setSpacing(Space.S)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        self.search.setFixedWidth(_LIST_WIDTH)
        self.list.setFixedWidth(_LIST_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addLayout(side)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addLayout(row, 1)

    @Slot()
    def _on_searched(self) -> None:
        self.list.clear()
        for page in pages_about(self.search.text(), self._language):
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            self.list.addItem(item)

    @Slot()
    def _on_entered(self) -> None:
        if self.list.count():
            self._on_chosen(self.list.item(max(self.list.currentRow(), 0)))

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        words = self.search.text()
        self.show_topic(str(item.data(_NAME)))
        if words:
            self.text.find(words)

    @Slot()
    def _on_back(self) -> None:
        if len(self._way) > 1:
            self._way.pop()
            page = find_page(self._way[-1], self._language)
            assert page is not None
            self._show(page)

    @Slot()
    def _on_contents(self) -> None:
        self.show_topic(CONTENTS)

    @Slot()
    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_print(self) -> None:
        printer = self._ask_printer(self, self.text.document().pageCount())
        if printer is not None:
            self.text.print_(printer)
