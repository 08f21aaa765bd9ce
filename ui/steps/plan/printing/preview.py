"""The true pages: thumbnails at the left, the page in the middle, page number, search and zoom below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.steps.plan.printing.thumbs import THUMB, ThumbDelegate
from ui.theme.service import ThemeService
from ui.widgets.buttons import IconButton
from ui.widgets.fields import SearchField
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_label
from ui.widgets.segmented import SegmentedControl
from workshop_app.i18n import Words

_STRIP = 112
_NUMBER_WIDTH = 84
_SEARCH, _LEAST_SEARCH = 190, 180


class Preview(QWidget):
    """Shows a finished file. The page stays where it was when the same document is built anew."""

    def __init__(self, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._theme, self._icons, self._words = theme, icons, words
        self.pdf = QPdfDocument(self)
        self.search = QPdfSearchModel(self)
        self.search.setDocument(self.pdf)
        self._build()
        self.view.pageNavigator().currentPageChanged.connect(self._at_page)
        self.search.countChanged.connect(self._found)
        theme.changed.connect(self._follow)
        self._follow()

    def _build(self) -> None:
        _ = self._words
        self.view = QPdfView(self)
        self.view.setDocument(self.pdf)
        self.view.setSearchModel(self.search)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setAccessibleName(_("Preview"))
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.thumbs = QListWidget()
        self.thumbs.setProperty("cls", "paper")
        self.thumbs.setItemDelegate(ThumbDelegate(self._theme, self.thumbs))
        self.thumbs.setMouseTracking(True)
        self.thumbs.setAccessibleName(_("Pages"))
        self.thumbs.setViewMode(QListView.ViewMode.IconMode)
        self.thumbs.setFlow(QListView.Flow.TopToBottom)
        self.thumbs.setWrapping(False)
        self.thumbs.setMovement(QListView.Movement.Static)
        self.thumbs.setUniformItemSizes(False)
        self.thumbs.setSpacing(3)
        self.thumbs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.thumbs.setFixedWidth(self._theme.theme.pixels(_STRIP))
        self.thumbs.currentRowChanged.connect(self.go)
        self.thumbs.verticalScrollBar().valueChanged.connect(lambda _value: self._draw_seen())
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.thumbs)
        pages.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(pages, 1)
        column.addLayout(self._bar())

    def _bar(self) -> FlowLayout:
        _ = self._words
        theme, icons = self._theme, self._icons
        self.back = IconButton("chevron-left", _("Page back"), theme, icons, lambda: self.turn(-1))
        self.forward = IconButton("chevron-right", _("Page forward"), theme, icons, lambda: self.turn(1))
        self.number = plain_label("", theme, "small", "text2")
        self.number.setMinimumWidth(theme.theme.pixels(_NUMBER_WIDTH))
        self.field = SearchField(theme, icons, _("Find in the document"))
        self.field.setMinimumWidth(_LEAST_SEARCH)
        self.field.setMaximumWidth(theme.theme.pixels(_SEARCH))
        self.field.searched.connect(self._seek)
        self.field.down.connect(self.next_hit)
        self.hits = plain_label("", theme, "caption", "text2")
        self.zoom = SegmentedControl(theme, icons)
        self.zoom.set_items([("page", _("Page")), ("width", _("Width"))])
        self.zoom.setAccessibleName(_("Zoom"))
        self.zoom.chosen.connect(self._zoomed)
        bar = FlowLayout()
        for parts in ((self.back, self.number, self.forward), (self.zoom,), (self.field, self.hits)):
            bar.addWidget(_in_a_row(parts))
        return bar

    def _follow(self) -> None:
        theme = self._theme.theme
        self.thumbs.setFont(theme.font("caption"))
        ground = self.view.palette()
        ground.setColor(QPalette.ColorRole.Dark, theme.color("sunken"))  # the colour Qt lays the pages on
        self.view.setPalette(ground)

    def load(self, path: Path, *, keep_place: bool) -> None:
        """Show a file; from its first page unless the place is kept."""
        at = self.view.pageNavigator().currentPage() if keep_place else 0
        where = self.view.pageNavigator().currentLocation() if keep_place else QPointF()
        self.pdf.load(str(path))
        self._fill_thumbs()
        if at < self.pdf.pageCount():
            self.view.pageNavigator().jump(at, where, 0)
        self._at_page(min(at, self.pdf.pageCount() - 1))

    def pages(self) -> int:
        """How many pages are shown."""
        return self.pdf.pageCount()

    def turn(self, by: int) -> None:
        """Pages forward or back."""
        self.go(self.view.pageNavigator().currentPage() + by)

    def go(self, page: int) -> None:
        """A page, counted from 0."""
        if 0 <= page < self.pdf.pageCount():
            self.view.pageNavigator().jump(page, QPointF(), 0)

    def next_hit(self) -> None:
        """The next place that was found, from the last one to the first again."""
        count = self.search.rowCount(self.search.index(-1, 0))
        if count:
            at = (self.view.currentSearchResultIndex() + 1) % count
            self.view.setCurrentSearchResultIndex(at)
            link = self.search.resultAtIndex(at)
            self.view.pageNavigator().jump(link.page(), link.location(), 0)
            self.hits.setText(self._words("{n} of {all}", n=at + 1, all=count))

    def _seek(self, text: str) -> None:
        self.search.setSearchString(text.strip())
        self._found()

    def _found(self) -> None:
        wanted, count = self.search.searchString(), self.search.rowCount(self.search.index(-1, 0))
        self.view.setCurrentSearchResultIndex(-1)
        said = self._words("found: {n}", n=count) if count else self._words("not found")
        self.hits.setText(said if wanted else "")

    def _zoomed(self, key: str) -> None:
        mode = QPdfView.ZoomMode.FitInView if key == "page" else QPdfView.ZoomMode.FitToWidth
        self.view.setZoomMode(mode)

    def _at_page(self, page: int) -> None:
        count = self.pdf.pageCount()
        self.number.setText(self._words("page {page} of {total}", page=page + 1, total=count) if count else "")
        self.back.setEnabled(page > 0)
        self.forward.setEnabled(page + 1 < count)
        self.thumbs.blockSignals(True)
        self.thumbs.setCurrentRow(page)
        self.thumbs.blockSignals(False)
        self._draw_seen()

    def _fill_thumbs(self) -> None:
        self.thumbs.blockSignals(True)
        self.thumbs.clear()
        self.thumbs.setIconSize(QSize(THUMB, THUMB * 2))
        for page in range(self.pdf.pageCount()):
            item = QListWidgetItem(str(page + 1))
            size = self.pdf.pagePointSize(page)
            item.setSizeHint(ThumbDelegate.size_of(_STRIP - 22, size.height() / max(size.width(), 1)))
            self.thumbs.addItem(item)
        self.thumbs.blockSignals(False)
        self.thumbs.setVisible(self.pdf.pageCount() > 1)

    def _draw_seen(self) -> None:
        """Draw the thumbnails that can be seen and have not been drawn yet."""
        seen = self.thumbs.viewport().rect()
        for page in range(self.thumbs.count()):
            item = self.thumbs.item(page)
            if item.icon().isNull() and self.thumbs.visualItemRect(item).intersects(seen):
                item.setIcon(QIcon(self._thumb(page)))

    def _thumb(self, page: int) -> QPixmap:
        size = self.pdf.pagePointSize(page)
        ratio = self.devicePixelRatioF()
        wide = round(THUMB * ratio)
        image = self.pdf.render(page, QSize(wide, round(wide * size.height() / max(size.width(), 1))))
        picture = QPixmap(image.size())
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as painter:
            painter.drawImage(0, 0, image)
        picture.setDevicePixelRatio(ratio)
        return picture


def _in_a_row(parts: Sequence[QWidget]) -> QWidget:
    """Parts of the bar that go to the next line together."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    return group
