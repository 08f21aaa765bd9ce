"""Toast, banner and offer over the workspace: nothing modal, one of each at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

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
MARGIN, GAP, ABOVE = 16, 4, 8


class Messages(QObject):
    """What the window says over ``area``. It goes with its area."""

    def __init__(
        self, area: QWidget, theme: ThemeService, icons: Icons, words: Words, undo: Callable[[], object]
    ) -> None:
        super().__init__(area)
        self._area, self._words = area, words
        self._broken = self._details = ""
        self.toast_frame = UndoToast(area, theme, icons, words, undo)
        self.banner = Banner(theme, icons, words)
        self.offer_plate = OfferPlate(theme, icons, words)
        plates: tuple[QWidget, ...] = (self.banner, self.offer_plate, self.toast_frame)
        for plate in plates:
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
        closing = tuple((words, partial(self._close_and_run, run)) for words, run in actions)
        self.banner.say(text, "warn", closing)
        self.place()

    def forget(self, text: str) -> None:
        """A problem is over: the banner does not tell it any more."""
        if self.banner.text.text() == text:
            self.banner.put_away()

    def _close_and_run(self, run: Callable[[], object]) -> None:
        self.banner.put_away()
        run()

    def broken(self, count: int, details: str, unsaved: str = "") -> None:
        """An error nobody expected: said calmly, with its details for whoever can mend it; ``unsaved`` tells what
        keeps the last change from the disk.

        Once, while it is read: an error of a painting would come again with the painting of each new banner.
        """
        _ = self._words
        self._details = details
        if self._tells_broken():
            return
        saved = _("All is saved but perhaps the last change: see if it is there, and go on working.")
        text = f"{_('Something went wrong inside the program.')} {unsaved or saved}"
        many = self._words.plural("{n} error since the start.", "{n} errors since the start.", count)
        copy = (_("Copy the details"), lambda: QGuiApplication.clipboard().setText(self._details))
        self._broken = f"{text} {many}" if count > 1 else text
        self.problem(self._broken, (copy,))

    def _tells_broken(self) -> bool:
        return not self.banner.isHidden() and self.banner.text.text() == self._broken

    def dismiss(self) -> bool:
        """Put away the toast, else the banner; False when nothing is said."""
        if not self.toast_frame.isHidden():
            self.toast_frame.hide()
        elif not self.banner.isHidden():
            self.banner.put_away()
        else:
            return False
        return True

    def place(self) -> None:
        """The banner at the top; offer and toast in the line of the hints: they hide nothing else."""
        area = self._area.rect()
        self._place_banner(area.width())
        offered = not self.offer_plate.isHidden()
        self.toast_frame.share(share=offered)
        if offered:
            height, left = self.offer_plate.sizeHint().height(), MARGIN
            right = self.toast_frame.x() - GAP if self.toast_frame.isVisible() else area.width() - MARGIN
            self.offer_plate.setGeometry(left, area.height() - height - GAP, right - left, height)
            self.offer_plate.raise_()
        self.toast_frame.raise_()

    def _place_banner(self, room: int) -> None:
        """The page makes room for it: nothing of its head is hidden."""
        top = 0
        if not self.banner.isHidden():
            width = min(room - 2 * MARGIN, WIDEST)
            height = max(48, self.banner.heightForWidth(width))
            self.banner.setGeometry((room - width) // 2, ABOVE, width, height)
            self.banner.raise_()
            top = ABOVE + height
        if self._area.contentsMargins().top() != top:
            self._area.setContentsMargins(0, top, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the area's size, and the plates that come and go.

        A plate is told its size on the way to being shown too: moved then, it would not lay out what it holds.
        """
        moves = (QEvent.Type.Show, QEvent.Type.Hide) if watched is not self._area else ()
        plate_comes = watched is not self._area and not cast("QWidget", watched).isVisible()
        if event.type() in moves or (event.type() == QEvent.Type.Resize and not plate_comes):
            self.place()
        return False
