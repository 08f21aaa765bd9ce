"""Where the keys are after a click on what stands around a list: back in it, so that its single keys work at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QPushButton, QWidget
from shiboken6 import isValid

from ui.widgets.over_lists import is_over_list

if TYPE_CHECKING:
    from ui.page_host import PageHost

_KNOWN = "leads_keys_home"


class KeysHome(QObject):
    """Watches the pages of one window.

    A button takes the keys when it is pressed, so that what is being typed elsewhere is entered; when it is let go, and
    before it does its work, they go back: a tool's to where they were, those of tabs, filters and numbers to the list.
    So they do from the bars of the window. Whoever came to the button by keys stays there.
    """

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self._just_came: QAbstractButton | None = None
        self._pressed: QAbstractButton | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        page = self._host.page
        if page is None or not isinstance(new, QAbstractButton):
            return
        if not (is_over_list(new) if page.isAncestorOf(new) else self._in_bar(new)):
            return
        self._before = _home(old) if old is not None and page.isAncestorOf(old) else None
        self._just_came = new
        QTimer.singleShot(0, self, self._forget)  # only the mouse presses a button in the same event
        if not new.property(_KNOWN):
            new.setProperty(_KNOWN, True)
            new.pressed.connect(partial(self._is_pressed, new))
            new.released.connect(partial(self._is_released, new))

    def _forget(self) -> None:
        self._just_came = None

    def _is_pressed(self, button: QAbstractButton) -> None:
        self._pressed = button if self._just_came is button else None

    def _is_released(self, button: QAbstractButton) -> None:
        by_mouse, self._pressed = self._pressed is button, None
        page, before = self._host.page, self._before
        if not by_mouse or page is None or not button.hasFocus():
            return
        stays = before is not None and isValid(before) and before.isVisible()
        own = page.isAncestorOf(button)
        tool = not own or isinstance(button, QPushButton) or isinstance(before, QAbstractItemView)
        if stays and before is not None and tool:
            before.setFocus()
        elif own:
            page.take_focus()
            QTimer.singleShot(0, page, page.take_focus)  # what the button shows may be the list

    def _in_bar(self, button: QWidget) -> bool:
        at: QWidget | None = button
        while at is not None and at.property("cls") != "bar":
            at = at.parentWidget()
        return at is not None and at.window() is self._host.window()


def _home(widget: QWidget) -> QWidget | None:
    """The list in which somebody typed, else the widget itself; a button is nobody's home."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QAbstractItemView):
        at = at.parentWidget()
    return at or (None if isinstance(widget, QAbstractButton) else widget)
