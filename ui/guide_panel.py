"""The guide: say, ask, done when, traps, private notes; at its foot the live thumbnail of the room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.i18n import Words
from workshop_app.services.guide import Guide

WIDTH, STRIP_WIDTH = 268, 48


class GuidePanel(QFrame):
    """Texts for the facilitator alone. ``toggle_wanted`` when its button is pressed."""

    toggle_wanted = Signal()
    notes_edited = Signal(str)

    def __init__(self, theme: ThemeService, icons: Icons, words: Words, thumbnail: QWidget) -> None:
        super().__init__()
        self._theme, self._icons, self._words = theme, icons, words
        self.folded = False
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(72)
        self.notes.textChanged.connect(lambda: self.notes_edited.emit(self.notes.toPlainText()))
        self._thumbnail = thumbnail
        self._lay_out()
        self.setFixedWidth(WIDTH)

    def _lay_out(self) -> None:
        _ = self._words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._header())
        self._scroll = ScrollColumn((16, 0, 16, 12))
        self._scroll.column.addLayout(self._body)
        self._scroll.column.addStretch(1)
        self._scroll.column.addWidget(self._head(_("Private notes on this step")))
        self.notes.setAccessibleName(_("Private notes on this step"))
        self.notes.setPlaceholderText(_("Never in the room, never on paper"))
        self._scroll.column.addWidget(self.notes)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._thumbnail)
        outer.addStretch(0)

    def _header(self) -> QWidget:
        _ = self._words
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(box)
        row.setContentsMargins(8, 12, 8, 8)
        self._title = QLabel(_("Guide"))
        self._title.setFont(self._theme.theme.font("card_title"))
        self.fold_button = QToolButton()
        self.fold_button.setAutoRaise(True)
        self.fold_button.setIconSize(QSize(18, 18))
        self.fold_button.setToolTip(f"{_('Guide')} (Ctrl+G)")
        self.fold_button.setAccessibleName(_("Open or fold the guide"))
        self.fold_button.clicked.connect(lambda _checked=False: self.toggle_wanted.emit())
        self._hidden_note = QLabel(_("The room does not see this"))
        row.addSpacing(8)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self.fold_button)
        self._icon_fold()
        return box

    def _icon_fold(self) -> None:
        name = "panel-right" if self.folded else "panel-right-close"
        pixmap = self._icons.pixmap(name, 18, self._theme.theme.color("text2"), self.devicePixelRatioF())
        self.fold_button.setIcon(QIcon(pixmap))

    def set_folded(self, folded: bool) -> None:
        """A 48 px strip, or the whole panel."""
        self.folded = folded
        self._title.setVisible(not folded)
        self._scroll.setVisible(not folded)
        self._thumbnail.setVisible(not folded)
        self.setFixedWidth(STRIP_WIDTH if folded else WIDTH)
        self._icon_fold()

    def show_guide(self, guide: Guide, done: tuple[tuple[str, bool | None], ...], notes: str) -> None:
        """Show a step's texts, its computed conditions and the private notes."""
        _ = self._words
        self._clear()
        self._body.addWidget(self._line("eye-off", _("The room does not see this"), "caption", "text3"))
        self._part(_("Say"), tuple(("", text) for text in guide.say))
        self._part(_("Ask"), tuple(("message-square", text) for text in guide.ask))
        marks = {True: "circle-check", False: "circle", None: "circle-help"}
        self._part(_("Done when"), tuple((marks[state], text) for text, state in done))
        self._part(_("Traps"), tuple(("triangle-alert", text) for text in guide.traps))
        if self.notes.toPlainText() != notes and not self.notes.hasFocus():
            self.notes.blockSignals(True)
            self.notes.setPlainText(notes)
            self.notes.blockSignals(False)
        self._scroll.fit_later()

    def _part(self, title: str, lines: tuple[tuple[str, str], ...]) -> None:
        if not lines:
            return
        self._body.addSpacing(6)
        self._body.addWidget(self._head(title))
        for icon, text in lines:
            self._body.addWidget(self._line(icon, text, "body", "text"))

    def _head(self, title: str) -> QLabel:
        label = QLabel(title)
        label.setFont(self._theme.theme.font("caption_strong"))
        label.setStyleSheet("")
        palette = label.palette()
        palette.setColor(label.foregroundRole(), self._theme.theme.color("text2"))
        label.setPalette(palette)
        return label

    def _line(self, icon: str, text: str, font: str, token: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if icon:
            mark = QLabel()
            tone = "ok" if icon == "circle-check" else "text3"
            mark.setPixmap(self._icons.pixmap(icon, 14, self._theme.theme.color(tone), self.devicePixelRatioF()))
            mark.setFixedWidth(14)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(40)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        label.setFont(self._theme.theme.font(font))
        palette = label.palette()
        palette.setColor(label.foregroundRole(), self._theme.theme.color(token))
        label.setPalette(palette)
        row.addWidget(label, 1)
        return box

    def _clear(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
