"""The full report against a floor: the same words as plain Platypus paragraphs and tables, in one pass, untagged."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Table

from reports import fonts
from reports.documents import DOCUMENTS, PrintOptions, build
from reports.documents.building import spec_of
from reports.flow import arrange
from reports.flowables.block import Block
from reports.flowables.mark import Mark
from reports.flowables.raci_matrix import RaciMatrix
from reports.flowables.table import PaperTable
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.source import Source
from reports.unchecked import shapes
from tests.bench.clock import line
from tests.reports.large import large
from tests.reports.printed import demo
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words
from workshop_app.steps.step import ViewContext

CONTEXT, WORDS = ViewContext(date(2026, 4, 20)), Words("ru")
REPORT = DOCUMENTS["full-report"]
_WIDTH, _ENDLESS = 490.0, 100_000.0
_AROUND = ("followers", "paper", "_paper", "_frame", "tail", "model")


@dataclass(frozen=True)
class Said:
    """A paragraph of the report."""

    text: str
    font: str
    size: float


@dataclass(frozen=True)
class Grid:
    """A table of the report: what each cell says."""

    rows: Sequence[Sequence[Sequence[Said] | str]]
    widths: Sequence[float] | None
    heads: int


def said(item: Any, seen: set[int]) -> Iterator[Said | Grid]:
    """Everything a block prints, in order."""
    if id(item) in seen:
        return
    seen.add(id(item))
    if isinstance(item, Text):
        yield Said(item.plain, item.role.font, item.role.size)
    elif isinstance(item, PaperTable):
        item.wrap(_WIDTH, _ENDLESS)
        rows = [*([item.head] if item.head else []), *item.rows]
        yield Grid([[list(_words(cell, seen)) for cell in row.cells] for row in rows], item.widths, bool(item.head))
        yield from said(item.foot, seen)
    elif isinstance(item, RaciMatrix):
        yield _matrix(item)
    elif isinstance(item, shapes.String):
        yield Said(item.text, item.fontName, item.fontSize)
    else:
        for part in _parts(item):
            yield from said(part, seen)


def _words(cell: Any, seen: set[int]) -> Iterator[Said]:
    for each in said(cell, seen):
        if isinstance(each, Said):
            yield each
        else:
            yield from (word for row in each.rows for cell in row for word in cell if isinstance(word, Said))


def _parts(item: Any) -> Sequence[Any]:
    if isinstance(item, Mark):
        return [item.shapes]
    if isinstance(item, shapes.Group):
        return list(item.contents)
    if isinstance(item, list | tuple):
        return item
    if isinstance(item, dict):
        return list(item.values())
    if isinstance(item, Block):
        return [part for name, part in vars(item).items() if name not in _AROUND]
    return list(vars(item).values()) if type(item).__module__.startswith("reports.flowables") else []


def _matrix(block: RaciMatrix) -> Grid:
    """A letter for each person and four counts in each row."""
    names = [name for columns in block.model.columns for name in columns.names]
    head: list[Sequence[Said] | str] = [[], *([Said(name, fonts.SEMIBOLD, 6.9)] for name in names), *"ARCI"]
    rows = [head]
    for row in (row for group in block.groups for row in group.lines):
        rows.append([[Said(row.title, fonts.REGULAR, 7.9)], *row.letters, *"0000"])
    return Grid(rows, [120.0, *[15.0] * (len(names) + 4)], 1)


class Floor:
    """The content as a plain story on as many pages as the report has."""

    def __init__(self, content: Sequence[Said | Grid], pages: int) -> None:
        self.content, self.more = content, 0
        self.more = max(pages - self.make(), 0)

    def make(self) -> int:
        """Make the PDF; returns how many pages it has."""
        styles: dict[tuple[str, float], ParagraphStyle] = {}
        story: list[Any] = [self._block(each, styles) for each in self.content]
        for _ in range(self.more):
            story += [PageBreak(), self._block(Said("…", fonts.REGULAR, 8), styles)]
        document = BaseDocTemplate(BytesIO(), initialFontName=fonts.REGULAR)
        document.addPageTemplates(PageTemplate(frames=[Frame(50, 50, 500, 740, 0, 0, 0, 0)], onPage=self._around))
        document.build(story)
        return int(document.page)

    def _block(self, item: Said | Grid, styles: dict[tuple[str, float], ParagraphStyle]) -> Any:
        if isinstance(item, Said):
            key = item.font, item.size
            if key not in styles:
                styles[key] = ParagraphStyle("", fontName=item.font, fontSize=item.size, leading=item.size * 1.3)
            return Paragraph(escape(item.text), styles[key])
        width = max(len(row) for row in item.rows)
        cells = [
            [cell if isinstance(cell, str) else [self._block(each, styles) for each in cell] for cell in row]
            + [""] * (width - len(row))
            for row in item.rows
        ]
        style = [("LINEBELOW", (0, 0), (-1, -1), 0.4, (0, 0, 0)), ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR)]
        return Table(cells, colWidths=item.widths, repeatRows=item.heads, style=style)

    @staticmethod
    def _around(canvas: Any, document: Any) -> None:
        canvas.setFont(fonts.REGULAR, 7.4)
        for y, text in ((800, "Полный отчёт"), (30, "Компания · Полный отчёт"), (20, f"Страница {document.page}")):
            canvas.drawString(60, y, text)


def report(engagement: Engagement) -> bytes:
    """The full report."""
    out = BytesIO()
    build(REPORT.name, engagement, CONTEXT, WORDS, out, options=PrintOptions(invariant=True))
    return out.getvalue()


def floor_of(engagement: Engagement) -> Floor:
    """The floor of this workshop's full report."""
    source = Source(engagement, CONTEXT, PrintOptions())
    spec = spec_of(REPORT, source, WORDS, "a4")
    paper = Paper(WORDS, spec.brand, spec.sheet)
    blocks = [block for part in REPORT.sections for block in part.make(paper, source)]
    content = list(said(arrange(blocks), set()))
    return Floor(content, report(engagement).count(b"/Type /Page\n"))


def ratio(engagement: Engagement, times: int = 5) -> tuple[float, float, int]:
    """CPU seconds of the report and of the floor, taken in turn, the best of each; and how many pages."""
    fonts.register()
    floor = floor_of(engagement)
    taken = [(_cpu(lambda: report(engagement)), _cpu(floor.make)) for _ in range(times)]
    return min(ours for ours, _ in taken), min(least for _, least in taken), floor.make()


def _cpu(work: Callable[[], object]) -> float:
    """With the heap at rest for both: the report sees to that itself."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    work()
    taken = time.process_time() - start
    gc.unfreeze()
    return taken


def lines() -> Iterator[str]:
    """The example's report, and that of three departments with 40 people and 120 activities."""
    for name, engagement in (("example", demo("ru")), ("large workshop", large("ru"))):
        ours, floor, pages = ratio(engagement)
        title = f"full report of the {name}, {pages} pages, CPU"
        yield line(title, ours * 1000, floor * 1000, "plain Platypus", "1.5")
