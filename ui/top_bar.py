"""The top bar: the workshop's name, saved sign, undo and redo, the timer, the palette, and what the room sees."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from ui.audience.room import RoomState
from ui.icons import Icons
from ui.session_timer import SessionTimer, clock_text
from ui.theme.service import ThemeService
from ui.widgets.elided import ElidedLabel
from ui.widgets.segmented import SegmentedControl
from workshop_app.i18n import Words

HEIGHT = 52


class TimerView(QWidget):
    """Remaining time, planned length and a bar; warns by colour and icon below a fifth, counts up in overrun."""

    clicked = Signal()

    def __init__(self, timer: SessionTimer, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._timer, self._theme, self._icons, self._words = timer, theme, icons, words
        self.setFixedSize(150, 40)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        timer.ticked.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        _ = self._words
        self.setAccessibleName(_("Timer: {time} left", time=clock_text(self._timer.remaining)))
        self.setToolTip(_("F8 – start or pause, Shift+F8 – five minutes more"))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click opens the timer's menu."""
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the clock."""
        _ = self._words
        theme, timer = self._theme.theme, self._timer
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low = timer.planned > 0 and timer.remaining <= timer.planned / 5
        tone = theme.color("warn" if low and timer.elapsed else "text")
        icon = "triangle-alert" if low and timer.elapsed else "timer"
        painter.drawPixmap(0, 11, self._icons.pixmap(icon, 18, tone, self.devicePixelRatioF()))
        painter.setPen(tone)
        painter.setFont(theme.font("timer"))
        painter.drawText(QRectF(24, 0, 66, 40), int(Qt.AlignmentFlag.AlignVCenter), clock_text(timer.remaining))
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("caption"))
        planned = _("of {n} min", n=timer.planned // 60)
        painter.drawText(QRectF(90, 4, 60, 18), int(Qt.AlignmentFlag.AlignVCenter), planned)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(90, 25, 58, 4), 2, 2)
        if timer.planned:
            share = min(1.0, timer.elapsed / timer.planned)
            painter.setBrush(theme.color("warn" if low else "accent"))
            painter.drawRoundedRect(QRectF(90, 25, 58 * share, 4), 2, 2)


class TopBar(QFrame):
    """The frame's head. Buttons only emit; the window decides."""

    wants = Signal(str)
    """An action id of the window."""

    room_state_chosen = Signal(object)

    def __init__(self, timer: SessionTimer, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._theme, self._icons, self._words = theme, icons, words
        self.setFixedHeight(HEIGHT)
        _ = words
        self.name = ElidedLabel()
        self.name.setFont(theme.theme.font("control_strong"))
        self.saved = QLabel()
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.saved.setFont(theme.theme.font("caption"))
        self.rail_button = self._button("panel-left", _("Open or fold the steps"), "rail")
        self.menu_button = self._button("ellipsis", _("Menu"), "menu")
        self.undo_button = self._button("undo-2", _("Undo"), "undo")
        self.redo_button = self._button("redo-2", _("Redo"), "redo")
        self.pause_button = self._button("play", _("Start or pause the timer"), "timer_toggle")
        self.palette_button = self._button("search", _("Commands and search"), "palette")
        self.palette_button.setText("Ctrl+K")
        self.palette_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.timer_view = TimerView(timer, theme, icons, words)
        self.timer_view.clicked.connect(lambda: self.wants.emit("timer_menu"))
        self.room_caption = QLabel(_("The room sees"))
        self.room_caption.setFont(theme.theme.font("caption"))
        self.room_scene = ElidedLabel()
        self.room_scene.setFont(theme.theme.font("control_strong"))
        self.room_switch = SegmentedControl(theme, icons, accent=True)
        self._fill_room_switch()
        self._lay_out()

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
        row.addWidget(self.name, 2)
        row.addWidget(self.saved)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addStretch(1)
        row.addWidget(self.timer_view)
        row.addWidget(self.pause_button)
        row.addStretch(1)
        row.addWidget(self.palette_button)
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(0)
        column.addWidget(self.room_caption)
        column.addWidget(self.room_scene)
        block.setFixedWidth(124)
        row.addWidget(block)
        row.addWidget(self.room_switch)

    def _button(self, icon: str, name: str, wants: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        button.setFixedHeight(32)
        button.setMinimumWidth(32)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIcon(self._icon(icon, "text2"))
        button.clicked.connect(lambda _checked=False: self.wants.emit(wants))
        return button

    def _icon(self, name: str, token: str) -> QIcon:
        return QIcon(self._icons.pixmap(name, 18, self._theme.theme.color(token), self.devicePixelRatioF()))

    def set_history(self, undo: str | None, redo: str | None) -> None:
        """Names of what undo and redo would do; None = nothing."""
        _ = self._words
        for button, word, name, keys in (
            (self.undo_button, _("Undo"), undo, "Ctrl+Z"),
            (self.redo_button, _("Redo"), redo, "Ctrl+Y"),
        ):
            button.setEnabled(name is not None)
            button.setToolTip(f"{word}: {name} ({keys})" if name else _("Nothing to take back"))

    def set_saved(self, text: str, token: str) -> None:
        """The saved sign: «Saved» in calm, an error in its colour."""
        palette = self.saved.palette()
        palette.setColor(self.saved.foregroundRole(), self._theme.theme.color(token))
        self.saved.setPalette(palette)
        self.saved.setText(text)

    def set_running(self, running: bool) -> None:
        """Pause or play on the timer's button."""
        self.pause_button.setIcon(self._icon("pause" if running else "play", "text2"))

    def set_room(self, scene: str, state: RoomState) -> None:
        """What the room sees, unmistakably: warn colour when frozen, err when blank."""
        self.room_scene.setText(scene)
        token = {RoomState.SHOW: "text", RoomState.FREEZE: "warn", RoomState.BLANK: "err"}[state]
        palette = self.room_scene.palette()
        palette.setColor(self.room_scene.foregroundRole(), self._theme.theme.color(token))
        self.room_scene.setPalette(palette)
        self.room_switch.set_current(state.value)

    def popup_below(self, button: QWidget, menu: QMenu) -> None:
        """Open a menu under one of the bar's widgets."""
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
