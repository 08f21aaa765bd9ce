"""Buttons, painted without a style sheet: primary, ordinary, quiet, link, icon alone, answer, with progress."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.tips import plain_tip
from workshop_app.domain.frozen import frozen

ICON, LONE_ICON, GAP = 16, 18, 8


@frozen
class Look:
    """Colour tokens of a kind of button: ground, ground under the pointer, edge, text; and its sizes."""

    ground: str
    hover: str
    edge: str
    ink: str
    role: str
    padding: int
    height: int
    focus: str = "accent"


_LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "pri": Look("accent", "accent_hover", "", "on_accent", "control_strong", 14, 32, "text"),
        "sec": Look("surface", "hover", "border_strong", "text", "control_strong", 14, 32),
        "ghost": Look("", "hover", "", "text2", "control", 12, 32),
        "chip": Look("sunken", "hover", "", "text", "small", 8, 28),
        "link": Look("", "", "", "accent", "control_strong", 4, 28),
        "toast-link": Look("", "", "", "toast_link", "control_strong", 4, 28, "toast_link"),
    }
)


class Button(QPushButton):
    """A button of a kind: ``pri`` (one a screen), ``sec``, ``ghost``, ``chip``, ``link``. A literal & stays one.

    ``icon`` stands before the words, ``after`` behind them, ``keys`` are the shortcut printed in it.
    """

    def __init__(
        self,
        text: str,
        kind: str,
        theme: ThemeService,
        icons: Icons | None = None,
        icon: str = "",
        *,
        after: str = "",
        keys: str = "",
    ) -> None:
        super().__init__(text.replace("&", "&&"))
        self._theme, self._icons = theme, icons
        self.kind, self.icon_name, self.after, self.keys = kind, icon, after, keys
        self._folded = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter presses it as Space does."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def set_text(self, text: str) -> None:
        """Other words."""
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    def _follow(self) -> None:
        self.setFont(self._theme.theme.font(self.look.role))
        self.updateGeometry()
        self.update()

    @property
    def look(self) -> Look:
        """Tokens and sizes of its kind."""
        return _LOOKS[self.kind]

    def shown(self) -> str:
        """The words as people read them; none while it is folded to its icon."""
        return "" if self._folded else self.text().replace("&&", "&")

    @property
    def can_fold(self) -> bool:
        """Whether its icon may stand for it where room is short: never for the first button of a screen."""
        return bool(self.icon_name and self.text()) and self.kind != "pri"

    def set_folded(self, folded: bool) -> None:
        """The icon alone, its words as a tooltip; or the words again."""
        if folded == self._folded:
            return
        own_tip = self.toolTip() if self.toolTip() != plain_tip(self.text().replace("&&", "&")) else ""
        self._folded = folded
        self.setToolTip(own_tip or (plain_tip(self.text().replace("&&", "&")) if folded else ""))
        self.updateGeometry()
        self.update()

    def width_of(self, folded: bool) -> int:
        """Its width with words or without."""
        before, self._folded = self._folded, folded
        width = self.sizeHint().width()
        self._folded = before
        return width

    @property
    def _side(self) -> int:
        """An icon alone is a little larger than one beside words (DESIGN.md 4)."""
        return ICON if self.shown() else LONE_ICON

    def _parts_width(self) -> float:
        metrics = QFontMetricsF(self.font())
        words = self.shown()
        width = metrics.horizontalAdvance(words)
        for part in (self.icon_name, self.after):
            width += self._side + (GAP if words else 0) if part else 0
        return width + (metrics.horizontalAdvance(self.keys) + GAP if self.keys and not self._folded else 0)

    def sizeHint(self) -> QSize:
        """Qt: words, icons and padding."""
        theme, look = self._theme.theme, self.look
        width = self._parts_width() + 2 * theme.pixels(look.padding)
        return QSize(max(theme.pixels(look.height), round(width + 1)), theme.pixels(look.height))

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: repaint without the pointer."""
        super().leaveEvent(event)
        self.update()

    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, edge and ink as they are now; None = not drawn."""
        theme, look = self._theme.theme, self.look
        if not self.isEnabled():
            ground = theme.color("sunken") if look.ground else None
            return ground, theme.color("border") if look.edge else None, theme.color("disabled")
        if self.isChecked():
            return theme.color("selected"), theme.color("accent"), theme.color("text")
        hovered = self.underMouse() or self.isDown()
        token = look.hover if hovered and look.hover else look.ground
        ink = "accent_hover" if hovered and self.kind == "link" else look.ink
        return theme.color(token) if token else None, theme.color(look.edge) if look.edge else None, theme.color(ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: ground, edge or focus ring, content."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = self.colors()
        box = QRectF(self.rect())
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        ring = self._theme.theme.color(self.look.focus)
        paint_edge(painter, box, edge, ring if self.hasFocus() else None)
        self.paint_content(painter, box, ink)

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """Icon, words, icon, keys in the middle."""
        x = box.left() + max(2.0, (box.width() - self._parts_width()) / 2)
        if self.icon_name:
            self._icon(painter, x, box, self.icon_name, ink)
            x += self._side + (GAP if self.shown() else 0)
        painter.setPen(ink)
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        room = box.right() - x - (ICON + GAP if self.after else 0)
        words = metrics.elidedText(self.shown(), Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(QRectF(x, box.top(), room + 2, box.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
        x += metrics.horizontalAdvance(words)
        if self.after:
            self._icon(painter, x + GAP, box, self.after, ink)
            x += ICON + GAP
        if self.keys and not self._folded:
            painter.drawText(
                QRectF(x + GAP, box.top(), box.right() - x, box.height()), int(Qt.AlignmentFlag.AlignVCenter), self.keys
            )

    def _icon(self, painter: QPainter, x: float, box: QRectF, name: str, ink: QColor) -> None:
        if self._icons is None:
            return
        side = self._side
        self._icons.paint(painter, x, box.center().y() - side / 2, name, side, ink)


def paint_edge(painter: QPainter, box: QRectF, edge: QColor | None, ring: QColor | None, radius: float = 6) -> None:
    """A control's outline with the painter's brush inside: the focus ring of 2 px wins over the edge of 1 px."""
    line = 2.0 if ring is not None else 1.0
    color = ring if ring is not None else edge
    painter.setPen(QPen(color, line) if color is not None else Qt.PenStyle.NoPen)
    inset = line / 2 if color is not None else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def button(
    text: str,
    cls: str,
    run: Callable[[], object],
    *,
    theme: ThemeService,
    icons: Icons | None = None,
    icon: str = "",
    after: str = "",
    keys: str = "",
    tip: str = "",
) -> Button:
    """A ``Button`` that runs something."""
    made = Button(text, cls, theme, icons, icon, after=after, keys=keys)
    if tip:
        made.setToolTip(plain_tip(tip))
    made.clicked.connect(lambda _checked=False: run())
    return made


class IconButton(Button):
    """An icon alone (panels, «…», undo): its name is tooltip and spoken name. 32 × 32."""

    def __init__(
        self, icon: str, name: str, theme: ThemeService, icons: Icons, run: Callable[[], object] | None = None
    ) -> None:
        super().__init__("", "ghost", theme, icons, icon)
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)
        if run is not None:
            self.clicked.connect(lambda _checked=False: run())

    def set_icon(self, icon: str, name: str) -> None:
        """Another icon and name."""
        self.icon_name = icon
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)
        self.update()

    @property
    def _side(self) -> int:
        """As large as the interface: the square leaves room for it."""
        return self._theme.theme.pixels(LONE_ICON)

    def sizeHint(self) -> QSize:
        """Qt: a square."""
        side = self._theme.theme.pixels(32)
        return QSize(side, side)


class AnswerButton(Button):
    """A big answer: key, word, what it does; 60 high, the chosen one filled (SCREENS B, DESIGN.md 5)."""

    def __init__(self, key: str, text: str, caption: str, theme: ThemeService, icons: Icons | None = None) -> None:
        self.key, self.caption = key, caption
        super().__init__(text, "sec", theme, icons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{key}: {text}")
        self.setAccessibleDescription(caption)
        self.setToolTip(plain_tip(caption))

    def set_primary(self, primary: bool) -> None:
        """Filled: what Enter takes."""
        self.kind = "pri" if primary else "sec"
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: key, two lines."""
        theme = self._theme.theme
        words = QFontMetricsF(theme.font("body_strong")).horizontalAdvance(self.shown())
        caption = QFontMetricsF(theme.font("caption")).horizontalAdvance(self.caption)
        return QSize(round(max(words, caption)) + 62, theme.pixels(60 if self.caption else 44))

    def minimumSizeHint(self) -> QSize:
        """Qt: the key and the word; the caption may be shortened."""
        words = QFontMetricsF(self._theme.theme.font("body_strong")).horizontalAdvance(self.shown())
        return QSize(round(words) + 56, self.sizeHint().height())

    def paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """The key at the left, word over caption."""
        from ui.widgets.key_cap import paint_key

        theme = self._theme.theme
        key = QRectF(12, box.center().y() - 10, 20, 20)
        font = theme.font("caption_strong")
        paint_key(painter, key, self.key, font, self.palette())
        left, room = 42.0, box.width() - 48
        up = 21 if self.caption else 10
        self._line(painter, QRectF(left, box.center().y() - up, room, 20), self.shown(), theme.font("body_strong"), ink)
        soft = QColor(ink)
        soft.setAlphaF(0.85)
        self._line(painter, QRectF(left, box.center().y() + 1, room, 18), self.caption, theme.font("caption"), soft)

    def _line(self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
