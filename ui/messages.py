"""Toast, banner and offer over the workspace: nothing modal, one of each at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.banner import Banner
from ui.widgets.offer_plate import OfferPlate
from ui.widgets.toast import DONE, UndoToast
from workshop_app.i18n import Words

WIDEST = 760
MARGIN, GAP = 16, 4


class Messages(QObject):
    """What the window says over ``area``. It goes with its area."""

    def __init__(
        self, area: QWidget, theme: ThemeService, icons: Icons, words: Words, undo: Callable[[], object]
    ) -> None:
        super().__init__(area)
        self._area, self._words = area, words
        self.toast_frame = UndoToast(area, theme, icons, words, undo)
        self.banner = Banner(theme, icons, words)
        self.offer_plate = OfferPlate(theme, icons, words)
        for plate in (self.banner, self.offer_plate):
            plate.setParent(area)
            plate.installEventFilter(self)
        area.installEventFilter(self)

    def toast(self, text: str, *, undo: bool = False, icon: str = DONE) -> None:
        """Say what has just been done."""
        self.toast_frame.say(text, undo=undo, icon=icon)

    def problem(self, text: str, actions: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show a problem, with what can be done, until it is closed."""
        self.banner.say(text, "err", actions)
        self.place()

    def notice(self, text: str, actions: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Something to know and what can be done, until it is closed."""
        self.banner.say(text, "warn", actions)
        self.place()

    def broken(self, count: int, details: str) -> None:
        """An error nobody expected: said calmly, with its details for whoever can mend it."""
        _ = self._words
        text = _("Something went wrong inside the program. What you entered is saved, go on working.")
        many = self._words.plural("{n} error since the start.", "{n} errors since the start.", count)
        copy = (_("Copy the details"), lambda: QGuiApplication.clipboard().setText(details))
        self.problem(f"{text} {many}" if count > 1 else text, (copy,))

    def place(self) -> None:
        """The banner at the top; the offer at the bottom, over the hints, and the toast above it."""
        area = self._area.rect()
        if not self.banner.isHidden():
            width = min(area.width() - 2 * MARGIN, WIDEST)
            height = max(48, self.banner.heightForWidth(width))
            self.banner.setGeometry((area.width() - width) // 2, 8, width, height)
            self.banner.raise_()
        self.toast_frame.raise_()
        offered = not self.offer_plate.isHidden()
        height = self.offer_plate.sizeHint().height()
        self.toast_frame.lift(height if offered else 0)
        if offered:
            self.offer_plate.setGeometry(MARGIN, area.height() - height - GAP, area.width() - 2 * MARGIN, height)
            self.offer_plate.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the area's size, and the plates that come and go."""
        plate = event.type() in (QEvent.Type.Show, QEvent.Type.Hide) and watched is not self._area
        if plate or (event.type() == QEvent.Type.Resize and watched is self._area):
            self.place()
        return False
