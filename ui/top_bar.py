"""The top bar: the workshop's name, saved sign, undo and redo, the timer, the palette, and what the room sees."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui.audience.room import RoomState
from ui.icons import Icons
from ui.room_desk import RoomSight
from ui.saved_sign import SavedSign
from ui.session_timer import SessionTimer
from ui.theme.service import ThemeService
from ui.timer_view import TimerView
from ui.widgets.buttons import Button, IconButton, button
from ui.widgets.card import UprightRule
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel
from ui.widgets.segmented import SegmentedControl
from ui.widgets.tips import plain_tip
from workshop_app.i18n import Words

HEIGHT, NAME_WIDTH = 52, 220
NARROW, ROOMY = 1200, 1400
ROOM_WIDTH, LARGE_ROOM_WIDTH = 152, 124
"""Pixels for the name of what the room sees; at a larger interface the bar has less to spare."""


class TopBar(QFrame):
    """The frame's head. Buttons only emit; the window decides."""

    wants = Signal(str)
    """An action id of the window."""

    room_state_chosen = Signal(object)

    def __init__(self, timer: SessionTimer, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._timer, self._theme, self._icons, self._words = timer, theme, icons, words
        self._calm, self._failed = True, False
        _ = words
        self.name = ToneLabel(theme, "control_strong")
        self.saved_sign = IconLabel("circle-check", theme, icons, "ok", 14)
        self.saved = ToneLabel(theme, "caption", "text2")
        self.place_button = button(_("Choose a place …"), "link", lambda: self.wants.emit("copy"), theme=theme)
        self.place_button.hide()
        self.rail_button = self._button("panel-left", f"{_('Open or fold the steps')} (Ctrl+B)", "rail")
        self.menu_button = self._button("ellipsis", _("Menu"), "menu")
        self.undo_button = self._button("undo-2", _("Undo"), "undo")
        self.redo_button = self._button("redo-2", _("Redo"), "redo")
        self.pause_button = self._button("play", _("Start or pause the timer"), "timer_toggle")
        self.palette_button = Button("Ctrl+K", "ghost", theme, icons, "search")
        self.palette_button.setAccessibleName(_("Commands and search"))
        self.palette_button.setToolTip(_("Commands and search"))
        self.palette_button.clicked.connect(lambda _checked=False: self.wants.emit("palette"))
        self.timer_view = TimerView(timer, theme, icons, words)
        self.timer_view.clicked.connect(lambda: self.wants.emit("timer_menu"))
        self.room_caption = ToneLabel(theme, "caption", "text2")
        self.room_scene = ToneLabel(theme, "control_strong")
        self.room_switch = SegmentedControl(theme, icons, accent=True)
        self._fill_room_switch()
        self._lay_out()
        timer.ticked.connect(self._show_running)
        theme.changed.connect(self._follow)
        self._follow()

    def _fill_room_switch(self) -> None:
        _ = self._words
        self.room_switch.set_items(
            [
                (RoomState.SHOW.value, _("Show"), "eye"),
                (RoomState.FREEZE.value, _("Freeze"), "snowflake"),
                (RoomState.BLANK.value, _("Blank"), "eye-off"),
            ]
        )
        self.room_switch.setAccessibleName(_("What the room sees"))
        self.room_switch.chosen.connect(lambda key: self.room_state_chosen.emit(RoomState(key)))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self.rail_button)
        row.addWidget(self.menu_button)
        for label in (self.name, self.saved):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self.name)
        row.addSpacing(6)
        for widget in (self.saved_sign, self.saved, self.place_button, self.undo_button, self.redo_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.timer_view)
        row.addWidget(self.pause_button)
        row.addStretch(1)
        row.addWidget(self.palette_button)
        self._room_block = QWidget()
        column = QVBoxLayout(self._room_block)
        column.setContentsMargins(8, 0, 4, 0)
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self.room_caption)
        column.addWidget(self.room_scene)
        column.addStretch()
        row.addWidget(UprightRule())
        row.addWidget(self._room_block)
        row.addWidget(self.room_switch)

    def _button(self, icon: str, name: str, wants: str) -> IconButton:
        return IconButton(icon, name, self._theme, self._icons, lambda: self.wants.emit(wants))

    def _follow(self) -> None:
        theme = self._theme.theme
        self.name.setMaximumWidth(theme.pixels(NAME_WIDTH))
        self.setFixedHeight(theme.pixels(HEIGHT))
        self._room_block.setFixedWidth(theme.pixels(ROOM_WIDTH if theme.size <= 100 else LARGE_ROOM_WIDTH))
        self._fit()

    def set_history(self, undo: str | None, redo: str | None) -> None:
        """Names of what undo and redo would do; None = nothing."""
        _ = self._words
        for taking, word, name, keys in (
            (self.undo_button, _("Undo"), undo, "Ctrl+Z"),
            (self.redo_button, _("Redo"), redo, "Ctrl+Y"),
        ):
            taking.setEnabled(name is not None)
            taking.set_icon(taking.icon_name, f"{word}: {name} ({keys})" if name else _("Nothing to take back"))
            taking.setAccessibleName(word)

    def set_saved(self, sign: SavedSign) -> None:
        """The saved sign: «Saved» in calm, an error in its colour with the way out beside it."""
        self.saved.setText(sign.text(self._words))
        self.saved.set_token(sign.token)
        icon = {"err": "circle-alert", "warn": "eye"}.get(sign.token, "circle-check")
        self.saved_sign.set_icon(icon, "ok" if icon == "circle-check" else sign.token)
        self.saved_sign.setToolTip(plain_tip(self.saved.text()))
        self.saved_sign.setAccessibleName(self.saved.text())
        self._calm, self._failed = icon == "circle-check", sign.failure is not None
        self._fit()
        self.place_button.setVisible(sign.failure is not None)

    def _fit(self) -> None:
        """Where there is little room the calm sign does without its word, so that the name can be read; what is wrong
        takes the place of the palette's button.
        """
        pixels = self._theme.theme.pixels
        self.saved.setVisible(not self._calm or self.width() >= pixels(NARROW))
        self.palette_button.setVisible(not self._failed or self.width() >= pixels(ROOMY))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width."""
        super().resizeEvent(event)
        self._fit()

    def _show_running(self) -> None:
        icon = "pause" if self._timer.running else "play"
        self.pause_button.set_icon(icon, self._words("Start or pause the timer"))

    def set_room(self, sight: RoomSight, state: RoomState) -> None:
        """What the room sees, unmistakably: warn colour when frozen, err when blank, pale while nobody sees it."""
        self.room_caption.setText(sight.caption)
        self.room_caption.set_token("warn" if sight.token == "warn" else "text2")
        self.room_scene.setText(sight.scene)
        self.room_scene.set_token(sight.token)
        self._room_block.setAccessibleName(sight.whole)
        self.room_switch.set_current(state.value)

    def popup_below(self, under: QWidget, menu: QMenu) -> None:
        """Open a menu under one of the bar's widgets."""
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))
