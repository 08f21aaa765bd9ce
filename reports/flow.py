"""How the blocks of a story follow each other on the pages: what must stay together, where pages begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import ActionFlowable, NextPageTemplate, PageBreak
from reportlab.platypus.doctemplate import FrameBreak

from reports.estimate import NEARLY_EMPTY, later_room, pages_and_fill
from reports.flowables.block import Block
from reports.flowables.booklet import Booklet
from reports.flowables.contents import Contents
from reports.flowables.heading import Chapter, Heading, Section, SubHead, TitleBlock
from reports.flowables.layout import Stack
from reports.flowables.signing import Signatures
from reports.flowables.table import PaperTable
from reports.page import Orientation

_MOSTLY_EMPTY, _BEGINNING = 0.42, 2
"""A chapter begins on the last page of the one before when no more of it is used, and so many of its blocks fit."""


def new_page() -> list[Any]:
    """Go on at the top of the next page."""
    return [PageBreak()]


def turn(orientation: Orientation) -> list[Any]:
    """Go on at the top of a new page that lies this way."""
    return [NextPageTemplate(f"later-{orientation}"), PageBreak()]


def booklet(title: str, first: bool, *, steps: frozenset[int] | None = None, label: str | None = None) -> list[Any]:
    """A document of its own with masthead, running head and page numbers; all but the first start a page."""
    return [*([] if first else [SheetBreak()]), Booklet(title, steps, label)]


class SheetBreak(ActionFlowable):  # type: ignore[misc]  # reportlab has no types
    """Goes to a first page; when printing on both sides, to the front of the next sheet of paper."""

    def __init__(self) -> None:
        super().__init__(())

    def apply(self, doc: Any) -> None:
        """ReportLab: end the page, and leave the back of a sheet empty where the next one begins."""
        if doc.spec.two_sided and doc.page % 2:
            doc.handle_nextPageTemplate("blank")
            doc.handle_pageBreak()
            doc.clean_hanging()
        doc.handle_nextPageTemplate("first")
        doc.handle_pageBreak()


class ChapterBreak(ActionFlowable):  # type: ignore[misc]  # reportlab has no types
    """Begins a page for a chapter, unless the one before has left most of its last page empty."""

    def __init__(self) -> None:
        super().__init__(())

    def apply(self, doc: Any) -> None:
        """ReportLab: go on at the top of the next page, or stay where that leaves no page nearly empty."""
        frame = doc.frame
        used = frame._y2 - frame._y
        turned = doc.pageTemplate.id != f"later-{doc.spec.sheet.orientation}"
        if frame._atTop:
            return
        if turned or used > _MOSTLY_EMPTY * (frame._y2 - frame._y1p) or not _ends_well(doc, used):
            doc.handle_pageBreak()


def _ends_well(doc: Any, used: float) -> bool:
    """Whether the chapter that follows saves a page when it begins on this one, or fills its last page enough.

    A last page that stays nearly empty is filled by the chapter after it where that one ends well from there.
    """
    for blocks in _chapters(doc.blocks):
        if pages_and_fill(doc.paper, blocks[:_BEGINNING], used)[0] > 1:
            return False
        pages, fill = pages_and_fill(doc.paper, blocks, used)
        if fill >= NEARLY_EMPTY or pages <= pages_and_fill(doc.paper, blocks)[0]:
            return True
        if not all(isinstance(block, Block) for block in blocks):  # the paper is turned: nothing goes on there
            return False
        used = fill * later_room(doc.paper)
    return False


def _chapters(coming: Sequence[Any]) -> Iterator[list[Any]]:
    """The blocks up to each break between chapters."""
    blocks: list[Any] = []
    for block in coming:
        if isinstance(block, ChapterBreak):
            yield blocks
            blocks = []
        elif not isinstance(block, Room):
            blocks.append(block)
    yield blocks


class Room(Block):
    """Goes to the next page unless there is room for the blocks that follow it."""

    locChanger = 1

    def __init__(self, followers: Sequence[Block]) -> None:
        super().__init__()
        self.followers = followers

    def needed(self, width: float) -> float:
        """Height of the headings and of the least beginning of what follows them."""
        total, gap = 0.0, 0.0
        for block in self.followers:
            total += max(gap, block.spaceBefore)
            heading = isinstance(block, Heading)
            total += block.measure(width, 10_000) if heading else block.start_height(width)
            gap = block.spaceAfter
        return total

    def measure(self, width: float, height: float) -> float:
        frame = self._frame
        if not frame._atTop and self.needed(width) > height:
            frame.add_generated_content(FrameBreak)
        return 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Takes no room."""
        self.measure(width, height)
        return 0, 0

    def draw(self) -> None:
        """Nothing."""


def arrange(story: Sequence[Any]) -> list[Any]:
    """The story with room kept for headings, signatures tied to what they close, and the contents filled in."""
    flat = list(flattened(story))
    _fill_contents(flat)
    _level_heads(flat)
    _tie_signatures(flat)
    result: list[Any] = []
    for index, block in enumerate(flat):
        if isinstance(block, Heading) and not (index and isinstance(flat[index - 1], Heading)):
            result.append(Room(_chain(flat, index)))
        result.append(block)
    return result


def flattened(items: Sequence[Any]) -> Iterator[Any]:
    """The blocks of nested lists in order; None is nothing."""
    for item in items:
        if isinstance(item, list | tuple):
            yield from flattened(item)
        elif item is not None:
            yield item


def _chain(flat: Sequence[Any], index: int) -> list[Block]:
    """The headings from here on and the first block after them."""
    chain: list[Block] = []
    for block in flat[index:]:
        if not isinstance(block, Block):
            break
        chain.append(block)
        if not isinstance(block, Heading):
            break
    return chain


def _walk(blocks: Sequence[Any]) -> Iterator[Any]:
    for block in blocks:
        yield block
        if isinstance(block, Stack):
            yield from _walk(block.blocks)


def _level_heads(flat: Sequence[Any]) -> None:
    """Levels of headings never skip one: a small head with no section above it counts as one."""
    in_section = False
    for block in _walk(flat):
        if isinstance(block, TitleBlock | Chapter):
            in_section = False
        elif isinstance(block, Section):
            in_section = True
        elif isinstance(block, SubHead) and not in_section:
            block.raise_level()


def _fill_contents(flat: Sequence[Any]) -> None:
    chapters = [block for block in _walk(flat) if isinstance(block, Chapter)]
    for number, chapter in enumerate(chapters):
        chapter.key = f"chapter-{number}"
    for block in flat:
        if isinstance(block, Contents):
            block.fill(chapters)


def _tie_signatures(flat: Sequence[Any]) -> None:
    """A table before the signatures keeps rows back for their page: they never stand there alone."""
    for index, block in enumerate(flat):
        if isinstance(block, Signatures):
            start = index
            while start > 0 and isinstance(flat[start - 1], Heading):
                start -= 1
            if start > 0 and isinstance(flat[start - 1], PaperTable):
                flat[start - 1].tail = flat[start : index + 1]
