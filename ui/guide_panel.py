"""The guide: say, ask, done when, traps, private notes; at its foot the live thumbnail of the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.audience.room import RoomState
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import IconButton
from ui.widgets.card import Divider
from ui.widgets.clearing import clear_layout
from ui.widgets.labels import IconLabel, plain_label
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.i18n import Words
from workshop_app.services.guide import Guide

WIDTH, STRIP_WIDTH = 268, 48
IDLE_MS = 600


class GuidePanel(QFrame):
    """Texts for the facilitator alone. ``toggle_wanted`` when its button is pressed."""

    toggle_wanted = Signal()
    notes_edited = Signal(str, str)
    """Step and text, when the typing rests or the field is left."""

    def __init__(self, theme: ThemeService, icons: Icons, words: Words, thumbnail: QWidget) -> None:
        super().__init__()
        self._theme, self._icons, self._words = theme, icons, words
        self.folded = False
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        self._step = ""
        self._shown: tuple[Guide, tuple[tuple[str, bool | None], ...]] | None = None
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(72)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.commit_notes)
        self.notes.textChanged.connect(self._idle.start)
        self.notes.installEventFilter(self)
        self._thumbnail = thumbnail
        self._lay_out()
        theme.changed.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        _ = self._words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._header())
        self._scroll = ScrollColumn((16, 0, 16, 12), ruled=True)
        self._scroll.column.addLayout(self._body)
        self._scroll.column.addStretch(1)
        self._scroll.column.addWidget(self._head(_("Private notes on this step")))
        self.notes.setAccessibleName(_("Private notes on this step"))
        self.notes.setPlaceholderText(_("Never in the room, never on paper"))
        self._scroll.column.addWidget(self.notes)
        outer.addWidget(self._scroll, 1)
        self._rule = Divider()
        outer.addWidget(self._rule)
        outer.addSpacing(6)
        outer.addWidget(self._thumbnail)
        self._strip = self._strip_of_signs()
        outer.addWidget(self._strip, 1)
        outer.addStretch(0)

    def _header(self) -> QWidget:
        _ = self._words
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(box)
        row.setContentsMargins(8, 12, 8, 8)
        self._title = plain_label(_("Guide"), self._theme, "card_title")
        self.fold_button = IconButton("panel-right", "", self._theme, self._icons, self.toggle_wanted.emit)
        self._title.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self.fold_button)
        self._icon_fold()
        return box

    def _strip_of_signs(self) -> QWidget:
        """What stands in the strip for the folded panel: that there are texts, and whether the room sees this."""
        text = f"{self._words('Guide')} (Ctrl+G)"
        strip = QWidget()
        column = QVBoxLayout(strip)
        column.setContentsMargins(8, 0, 8, 8)
        self.room_sign = IconButton("monitor", "", self._theme, self._icons, self.toggle_wanted.emit)
        column.addWidget(IconButton("lightbulb", text, self._theme, self._icons, self.toggle_wanted.emit))
        column.addStretch(1)
        column.addWidget(self.room_sign)
        strip.hide()
        return strip

    def set_room(self, state: RoomState, text: str) -> None:
        """The strip's sign of the room."""
        icon = {RoomState.SHOW: "monitor", RoomState.FREEZE: "snowflake", RoomState.BLANK: "eye-off"}[state]
        self.room_sign.set_icon(icon, text)

    def _icon_fold(self) -> None:
        name = "panel-right" if self.folded else "panel-right-close"
        self.fold_button.set_icon(name, f"{self._words('Open or fold the guide')} (Ctrl+G)")

    def _follow(self) -> None:
        self.setFixedWidth(STRIP_WIDTH if self.folded else self._theme.theme.pixels(WIDTH))
        self._scroll.fit_later()

    def set_folded(self, folded: bool) -> None:
        """A 48 px strip, or the whole panel."""
        self.folded = folded
        self._title.setVisible(not folded)
        self._scroll.setVisible(not folded)
        self._rule.setVisible(not folded)
        self._thumbnail.setVisible(not folded)
        self._strip.setVisible(folded)
        self._icon_fold()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: leaving the notes writes them down."""
        if watched is self.notes and event.type() == QEvent.Type.FocusOut:
            self.commit_notes()
        return False

    def commit_notes(self) -> None:
        """Write down what was typed since the last time."""
        if self._idle.isActive():
            self._idle.stop()
            self.notes_edited.emit(self._step, self.notes.toPlainText())

    def show_guide(self, step: str, guide: Guide, done: tuple[tuple[str, bool | None], ...], notes: str) -> None:
        """Show a step's texts, its computed conditions and the private notes."""
        _ = self._words
        typing = self._idle.isActive() and step == self._step
        if not typing and self.notes.toPlainText() != notes:
            self.notes.blockSignals(True)
            self.notes.setPlainText(notes)
            self.notes.blockSignals(False)
        if step != self._step:
            self._scroll.verticalScrollBar().setValue(0)
        self._step = step
        if self._shown == (guide, done):
            return
        self._shown = (guide, done)
        clear_layout(self._body)
        self._body.addWidget(self._line("eye-off", _("The room does not see this"), "caption", "text3"))
        self._part(_("Say"), tuple(("", text) for text in guide.say))
        self._part(_("Ask"), tuple(("message-square", text) for text in guide.ask))
        marks = {True: "circle-check", False: "circle", None: "circle-help"}
        self._part(_("Done when"), tuple((marks[state], text) for text, state in done))
        self._part(_("Traps"), tuple(("triangle-alert", text) for text in guide.traps))
        for place in range(self._body.count()):
            item = self._body.itemAt(place)
            line = item.widget() if item is not None else None
            if line is not None:
                line.show()  # Qt would a turn later: until then the column is measured without it
        self._scroll.fit()

    def _part(self, title: str, lines: tuple[tuple[str, str], ...]) -> None:
        if not lines:
            return
        self._body.addSpacing(6)
        self._body.addWidget(self._head(title))
        for icon, text in lines:
            self._body.addWidget(self._line(icon, text, "body", "text"))

    def _head(self, title: str) -> QLabel:
        return plain_label(title, self._theme, "caption_strong", "text2")

    def _line(self, icon: str, text: str, role: str, token: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if icon:
            tone = "ok" if icon == "circle-check" else "text3"
            sign = IconLabel(icon, self._theme, self._icons, tone, 14, line=role)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(text, self._theme, role, token, wrap=True), 1)
        return box
