"""A column of widgets with wrapped texts that scrolls: as high as its texts need at the present width, no higher."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.clearing import clear_layout
from ui.widgets.scroll_edges import ScrollEdges


class ScrollColumn(QScrollArea):
    """Put widgets into ``column``. ``tight``: what can shrink does so before anything scrolls.

    ``ruled``: a line of its own stands below it, or its lower edge is a card's.
    """

    def __init__(
        self,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        spacing: int = 6,
        *,
        tight: bool = False,
        ruled: bool = False,
    ) -> None:
        super().__init__()
        self._tight = tight
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(QWidget())  # Qt's own would be asked for its kind, for which all kinds of widget are set up
        self.viewport().setAutoFillBackground(False)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(spacing)
        self._inside.installEventFilter(self)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)  # setWidget turns it on
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)
        ScrollEdges(self, below=not ruled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: content changed."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """As wide as the view, as high as the texts."""
        width = self.viewport().width()
        column = self.column
        height = column.minimumHeightForWidth(width) if self._tight else column.totalHeightForWidth(width)
        if height < 0:
            height = (column.totalMinimumSize() if self._tight else column.totalSizeHint()).height()
        self._inside.resize(width, max(height, self.viewport().height()))

    def clear(self) -> None:
        """Take everything out."""
        clear_layout(self.column)

    def fit_later(self) -> None:
        """After the event loop has shown what was added."""
        self._later.start()
