"""Toast, banner and offers over the workspace: nothing modal, one of each at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.banner import Banner
from ui.widgets.toast import UndoToast
from workshop_app.i18n import Words

WIDEST = 760


class Messages(QObject):
    """What the window says over ``area``. It goes with its area."""

    def __init__(
        self, area: QWidget, theme: ThemeService, icons: Icons, words: Words, undo: Callable[[], object]
    ) -> None:
        super().__init__(area)
        self._area, self._words = area, words
        self._accept: Callable[[], object] | None = None
        self.toast_frame = UndoToast(area, theme, icons, words, undo)
        self.banner = Banner(theme, icons, words)
        self.offer_plate = Banner(theme, icons, words, closable=False)
        for plate in (self.banner, self.offer_plate):
            plate.setParent(area)
            plate.installEventFilter(self)
        area.installEventFilter(self)

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say what has just been done."""
        self.toast_frame.say(text, undo=undo)

    def problem(self, text: str, actions: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show a problem, with what can be done, until it is closed."""
        self.banner.say(text, "err", actions)
        self.place()

    def broken(self, count: int, details: str) -> None:
        """An error nobody expected: said calmly, with its details for whoever can mend it."""
        _ = self._words
        text = _("Something went wrong inside the program. What you entered is saved, go on working.")
        many = self._words.plural("{n} error since the start.", "{n} errors since the start.", count)
        copy = (_("Copy the details"), lambda: QGuiApplication.clipboard().setText(details))
        self.problem(f"{text} {many}" if count > 1 else text, (copy,))

    def offer(self, text: str, accept_text: str, accept: Callable[[], object]) -> None:
        """Offer a next thing; a newer offer replaces it."""
        self._accept = accept
        take = (f"{accept_text}  (Alt+Enter)", self.accept)
        self.offer_plate.say(text, "accent", (take, (self._words("Not now"), self.decline)))
        self.place()

    def has_offer(self) -> bool:
        """Whether an offer waits."""
        return self._accept is not None

    def accept(self) -> None:
        """Take the offer."""
        accept, self._accept = self._accept, None
        self.offer_plate.hide()
        if accept is not None:
            accept()

    def decline(self) -> None:
        """Let the offer go."""
        self._accept = None
        self.offer_plate.hide()

    def place(self) -> None:
        """Put the plates where they belong over the area, one under the other."""
        width = min(self._area.width() - 32, WIDEST)
        y = 8
        for plate in (self.banner, self.offer_plate):
            if plate.isHidden():
                continue
            height = max(48, plate.heightForWidth(width))
            plate.setGeometry((self._area.width() - width) // 2, y, width, height)
            plate.raise_()
            y += height + 6

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the area's size; move up when a plate goes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide) and (
            watched is self._area or event.type() == QEvent.Type.Hide
        ):
            self.place()
        return False
