"""«Saved», «Saving …», «Not saved: …»: how the last change stands on the disk."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui.bridge import DocumentBridge
from workshop_app.domain.message import N_
from workshop_app.i18n import Words
from workshop_app.storage.errors import (
    ChangedElsewhere,
    DiskFull,
    DocumentError,
    DriveProblem,
    FileBusy,
    FileGone,
    NoAccess,
    ReadOnlyFile,
)

SLOW_MS = 400

_REASONS: tuple[tuple[type[DocumentError], str], ...] = (
    (DiskFull, N_("the disk is full")),
    (FileGone, N_("the file is gone")),
    (DriveProblem, N_("the drive does not answer")),
    (FileBusy, N_("the file is busy")),
    (ChangedElsewhere, N_("changed elsewhere")),
    (NoAccess, N_("no access")),
    (ReadOnlyFile, N_("no access")),
)


class SavedSign(QObject):
    """Follows the bridge. A failure stays until a later change is on the disk; ``changed`` when it says otherwise,
    ``recovered`` with the failure that is over.
    """

    changed = Signal()
    recovered = Signal(object)

    def __init__(self, bridge: DocumentBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.failure: DocumentError | None = None
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._late = False
        self._slow.timeout.connect(self._is_slow)
        bridge.saving.connect(self._slow.start)
        bridge.settled.connect(self._settled)

    def _is_slow(self) -> None:
        self._late = True
        self.changed.emit()

    def _settled(self, outcome: object) -> None:
        """``outcome``: True = on the disk, an error of the file, or None where nothing was to be written."""
        self._slow.stop()
        self._late = False
        if outcome is True:
            former, self.failure = self.failure, None
            if former is not None:
                self.recovered.emit(former)
        elif isinstance(outcome, DocumentError):
            self.failure = outcome
        self.changed.emit()

    def text(self, words: Words) -> str:
        """What the top bar says."""
        _ = words
        if self.failure is not None:
            reason = next((text for kind, text in _REASONS if isinstance(self.failure, kind)), "")
            return _("Not saved: {reason}", reason=_(reason)) if reason else _("Not saved")
        if self._late:
            return _("Saving …")
        return _("Reading only") if self._bridge.document.read_only else _("Saved")

    @property
    def token(self) -> str:
        """The colour of the sign."""
        if self.failure is not None:
            return "err"
        return "warn" if self._bridge.document.read_only else "text2"
