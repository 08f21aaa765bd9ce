"""The page loop: ReportLab's document template with this paper's pages, in one pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from reports import fonts
from reports.flowables.booklet import Booklet
from reports.flowables.contents import contents_form
from reports.flowables.heading import Chapter
from reports.flowables.privacy import PrivacyNote
from reports.furniture import Furniture, page_form, put
from reports.page import LATER_TOP, Sheet
from reports.paper import Paper
from reports.spec import DocumentSpec
from reports.style import FOOTER_BOLD, MM, SUBHEAD
from reports.tagging import TagCanvas
from reports.text import prepare
from workshop_app.domain.message import N_, Message, ProblemError


class BuildCancelled(Exception):
    """The person who waited for the document stopped it; nothing was written."""


class PageTemplateDocument(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """One document on its way: pages, bookmarks, the forms that hold page numbers."""

    def __init__(
        self,
        out: BinaryIO,
        paper: Paper,
        spec: DocumentSpec,
        blocks: Sequence[Any],
        progress: Callable[[float], None] | None,
        cancelled: Callable[[], bool] | None,
        invariant: bool,
    ) -> None:
        super().__init__(
            out,
            pagesize=spec.sheet.page,
            title=spec.title,
            author=spec.brand.company,
            subject=spec.subject or spec.plan,
            creator="joint-plan-workshop",
            lang=spec.language,
            invariant=int(invariant),
            initialFontName=fonts.REGULAR,
            pageCompression=1,
            allowSplitting=1,
        )
        self.paper, self.spec, self.blocks = paper, spec, list(blocks)
        self.furniture = Furniture(paper, spec)
        self._progress, self._cancelled = progress, cancelled
        self._total = max(sum(_weight(block) for block in self.blocks), 1)
        self._chapter_pages: dict[str, int] = {}
        self._pages: list[int] = []
        self._doSave = 0
        self.addPageTemplates(self._templates())

    def make(self) -> int:
        """Lay out all pages and write the PDF; returns how many pages there are."""
        title = prepare(self.spec.title, self.spec.language)

        def canvas(*args: Any, **options: Any) -> TagCanvas:
            made = TagCanvas(*args, **options)
            made.xmp_title = title
            return made

        rl_config.useA85 = 0
        try:
            self.build(self.blocks, canvasmaker=canvas)
        except LayoutError as error:
            raise ProblemError(
                Message(N_("A block of “{document}” does not fit on a page"), {"document": title})
            ) from error
        self._write_forms()
        self.canv.save()
        return int(self.page)

    @property
    def last_page_fill(self) -> float:
        """How much of the last page is used, 0 to 1."""
        frame = self.pageTemplate.frames[0]
        return float((frame._y2 - frame._y) / (frame._y2 - frame._y1p))

    def _templates(self) -> list[Any]:
        sheet = self.spec.sheet
        other = sheet.turned("portrait" if sheet.landscape else "landscape")
        later = [
            self._template(f"later-{each.orientation}", each, LATER_TOP if not each.landscape else 19 * MM)
            for each in (sheet, other)
        ]
        later_name = f"later-{sheet.orientation}"
        if self.spec.cover:
            first = self._template("cover", sheet, LATER_TOP, later_name)
        else:
            logo = 5 * MM if self.spec.brand.logo and not sheet.landscape else 0
            first = self._template("first", sheet, 14.5 * MM if sheet.landscape else 22.5 * MM + logo, later_name)
        blank = PageTemplate("blank", [Frame(0, 0, *sheet.page)], self._leave_blank, pagesize=sheet.page)
        return [first, *later, blank]

    def _leave_blank(self, canvas: TagCanvas, document: Any) -> None:
        self.furniture.blank.add(self.page)

    def _template(self, name: str, sheet: Sheet, top: float, following: str | None = None) -> Any:
        width, height = sheet.page
        frame = Frame(
            sheet.left,
            sheet.bottom,
            sheet.text_width,
            height - top - sheet.bottom,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
            id=name,
        )
        return PageTemplate(
            id=name,
            frames=[frame],
            pagesize=(width, height),
            onPage=lambda canvas, document: self._begin_page(canvas, name, sheet),
            onPageEnd=lambda canvas, document: self._end_page(canvas, name, sheet),
            autoNextPageTemplate=following,
        )

    def _begin_page(self, canvas: TagCanvas, name: str, sheet: Sheet) -> None:
        if name != "cover":
            with canvas.artifact():
                self.furniture.punch(canvas, sheet)

    def _end_page(self, canvas: TagCanvas, name: str, sheet: Sheet) -> None:
        if name != "cover":
            with canvas.artifact():
                if name == "first":
                    self.furniture.masthead(canvas)
                else:
                    self.furniture.running_head(canvas, sheet)
                self.furniture.footer(canvas, sheet, self.page)
            self._pages.append(self.page)
        if self._progress is not None:
            left = sum(_weight(block) for block in self.blocks)
            self._progress(min(1 - left / self._total, 0.99))

    def handle_flowable(self, flowables: list[Any]) -> None:
        """One block; asks first whether to go on."""
        if self._cancelled is not None and self._cancelled():
            raise BuildCancelled
        self.blocks = flowables
        super().handle_flowable(flowables)

    def afterFlowable(self, flowable: Any) -> None:
        """Remember where chapters begin and which pages carry a privacy note of their own."""
        if isinstance(flowable, Chapter) and flowable.key:
            self._chapter_pages[flowable.key] = self.page
        elif isinstance(flowable, PrivacyNote):
            self.furniture.privacy[self.page] = flowable.text
        elif isinstance(flowable, Booklet):
            self.furniture.begin(self.page, flowable)

    def _write_forms(self) -> None:
        language = self.spec.language
        for page in self._pages:
            self.canv.beginForm(page_form(page), -200, -5, 5, 20)
            number = prepare(self.furniture.page_number(page, self.page), language)
            put(self.canv, 0, 0, number, FOOTER_BOLD, "right")
            self.canv.endForm()
        for key, page in self._chapter_pages.items():
            self.canv.beginForm(contents_form(key), -100, -5, 5, 30)
            put(self.canv, 0, 0, str(page), SUBHEAD.sized(11.5), "right")
            self.canv.endForm()


def _weight(block: Any) -> int:
    weight = getattr(block, "weight", None)
    return int(weight()) if callable(weight) else 1
