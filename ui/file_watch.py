"""What others do with the open file: who has it, what they changed, and taking it over when the person says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from workshop_app.i18n import Words
from workshop_app.services.opening import LockHeldBy, OpenWorkshop

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

LOOK_MS = 2000


class FileWatch(QObject):
    """Lives as long as its window. A file opened for reading follows the changes made elsewhere every two seconds;
    one opened for work is looked at when the window comes to the front, and before every change by the bridge.
    """

    def __init__(
        self, window: FacilitatorWindow, opened: OpenWorkshop, words: Callable[[], Words], take_over: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window, self._opened, self._words, self.take_over = window, opened, words, take_over
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(window.bridge.follow)
        window.installEventFilter(self)
        window.closed.connect(self._timer.stop)
        if opened.document.read_only:
            self._timer.start()
            self._say_read_only()
            window.rebuilt.connect(self._say_read_only)
            window.bridge.problem.connect(
                lambda _message: self._say_read_only()
            )  # a change was tried: the way out again

    def _say_read_only(self) -> None:
        _, holder = self._words(), self._opened.held_by
        if holder is None:
            text = _(
                "The workshop is open for reading only: its folder takes no changes. Save a copy to go on working."
            )
            actions = [(_("Save a copy …"), lambda: self._window.actions_list.run("copy"))]
        else:
            text = _("Open for reading only, changes are followed. Who has the file: {who}", who=who_has(holder, _))
            actions = [(_("Take it over"), self.take_over)]
        self._window.messages.notice(text, actions)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the window came to the front."""
        if event.type() == QEvent.Type.WindowActivate:
            self._window.bridge.follow()
        return False


def who_has(holder: LockHeldBy, words: Words) -> str:
    """«olga, NOTEBOOK-7, since 9:40»; whatever of it is known."""
    _ = words
    since = holder.since.astimezone() if holder.since else None
    parts = [holder.user, holder.host, _("since {time}", time=f"{since:%H:%M}") if since else ""]
    return ", ".join(part for part in parts if part) or _("another program")
