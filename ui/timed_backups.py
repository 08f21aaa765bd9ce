"""Backs a workshop up while it is open, and says once where the copies do not get to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workshop_app.services.opening import OpenWorkshop

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

BACKUP_MS = 5 * 60 * 1000


class TimedBackups(QObject):
    """The backups of one window, from the one that was made when the workshop was opened."""

    def __init__(self, window: FacilitatorWindow, opened: OpenWorkshop) -> None:
        super().__init__(window)
        self._window, self._opened = window, opened
        self._told: Path | None = None
        timer = QTimer(self, interval=BACKUP_MS)
        timer.timeout.connect(self.back_up)
        timer.start()
        QTimer.singleShot(0, self, self._tell)

    def change_folder(self, folder: Path | None) -> None:
        """Another second folder, None = no other."""
        self._told = None
        self._opened.back_up_twice(folder)
        self._tell()

    def back_up(self) -> None:
        """Make one now, if anything changed since the last."""
        self._opened.back_up()
        self._tell()

    def _tell(self) -> None:
        folder = self._opened.folder_without_backup
        if folder != self._told and folder is not None:
            _ = self._window.words
            said = _(
                "Everything is saved, but not copied to {folder}. Look whether the folder is there and has room.",
                folder=str(folder),
            )
            self._window.notice(said, ())
        self._told = folder
