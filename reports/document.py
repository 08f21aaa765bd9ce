"""From a story to a PDF file: page X of Y, contents, bookmarks, tags, in one pass.

A document is a ``DocumentSpec`` and a story: a function that is handed the ``Paper`` and returns blocks in order.

    def story(paper: Paper) -> list[Block]:
        return [
            TitleBlock(paper, "План действий", badges=departments, standfirst="Кто, что и к какому сроку делает."),
            quote_pair(paper, "Вопрос собственника", "«В чём наша сила?»", "Наш ответ", "Помним за клиента его сроки"),
            Section(paper, "Решения по функциям", "23 решения; 22 приняты, одно отложено"),
            PaperTable(
                paper,
                [Column("Деятельность", 3, role=CELL_NAME, row_head=True), Column("Было", 2), Column("Подтвердили", 1)],
                [Row(["Обработка заявок", MarkText(paper, finding("GAP"), "Пробел"), badge(department)])],
                foot=Legend(paper, [(tick(), "подтверждено")]),
            ),
            Section(paper, "Подписи"),
            Signatures(paper, [Signature("Корнеева И. Л.", "ОП-1")]),
        ]

    build(story, DocumentSpec("План действий", Words("ru"), steps=frozenset({11}), as_of=date), Path("plan.pdf"))

Where things are: ``flowables/heading`` titles and sections, ``flowables/text`` paragraphs, ``flowables/table`` and
``table_model`` tables, ``flowables/layout`` stacks, columns and panels, ``flowables/numbers`` key numbers, legends,
lists, figures, ``flowables/signing`` lines to sign and tick, ``badge``, ``finding``, ``status``, ``raci``, ``gantt``
marks, ``goal_track``, ``timeline``, ``raci_matrix``, ``scale_cells``, ``cover``, ``contents``; ``charts/`` drawings
for ``Figure``; ``style`` roles, colours, gaps. Blocks take widths from where they stand; nothing is tied to A4.

Texts are plain: what a person typed prints exactly as typed, never as markup. Headings look after themselves: they
never stand alone at the foot of a page. The full report puts ``Contents(paper)`` before its ``Chapter`` blocks,
``turn("landscape")`` starts a page lying on its side, ``new_page()`` a new one, ``booklet(title, first)`` a document
of its own (one person's sheets) with its own page numbers.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.platypus.doctemplate import LayoutError

from reports import fonts
from reports.estimate import NEARLY_EMPTY
from reports.flow import arrange, booklet, new_page, turn
from reports.flowables.block import Block
from reports.paper import Paper
from reports.spec import DocumentSpec
from reports.template import BuildCancelled, PageTemplateDocument
from reports.text import LIMIT
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import ProblemError
from workshop_app.exchange.whole_file import write_file

__all__ = ["BuildCancelled", "BuildResult", "DocumentSpec", "Paper", "Story", "booklet", "build", "new_page", "turn"]

Story = Callable[[Paper], Sequence[Any]]
_SHORT = 12
_LONGEST = (LIMIT, 1_500, 300, 60, 24)
"""Characters of a text that are printed: less where a block would be higher than a page."""
Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@frozen
class BuildResult:
    """How many pages were made, and the characters printed as «□» because no font has them."""

    pages: int
    missing: frozenset[str]


def build(
    story: Story,
    spec: DocumentSpec,
    out: Path | BinaryIO,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    invariant: bool = False,
) -> BuildResult:
    """Make the PDF. ``progress`` gets 0 to 1; ``cancelled`` is asked before every block.

    A file is written whole beside its place and then renamed: the old one stays until then. ``invariant`` leaves the
    time of making out, so that the same story gives the same bytes. Safe to run in a worker thread. When the last page
    of a short document is nearly empty the story is asked for once more with tighter gaps.
    Raises ``ProblemError`` when the file can't be written, ``BuildCancelled`` when ``cancelled`` says so.
    """
    fonts.register()
    with _settled_heap():
        made = _Order(story, spec, progress, cancelled, invariant).fitting()
    if isinstance(out, Path):
        write_file(out, made.content)
    else:
        out.write(made.content)
    if progress is not None:
        progress(1.0)
    return BuildResult(made.pages, made.missing)


@contextmanager
def _settled_heap() -> Iterator[None]:
    """What lives already is not looked through again and again for garbage: a third of the time of a long report."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@frozen
class _Made:
    content: bytes
    pages: int
    last_page: float
    missing: frozenset[str]


@frozen
class _Order:
    """What is to be made, and who is told of it meanwhile."""

    story: Story
    spec: DocumentSpec
    progress: Progress | None
    cancelled: Cancelled | None
    invariant: bool

    def fitting(self) -> _Made:
        """The document; where a text is too long for any page, again with texts that are cut and say so."""
        for longest in _LONGEST[:-1]:
            try:
                return self._balanced(longest)
            except ProblemError as error:
                if not isinstance(error.__cause__, LayoutError):
                    raise
        return self._balanced(_LONGEST[-1])

    def _balanced(self, longest: int) -> _Made:
        made = self._made(self.progress, longest)
        if 1 < made.pages <= _SHORT and made.last_page < NEARLY_EMPTY:
            tighter = self._made(None, longest, squeezed=True)
            return tighter if tighter.pages < made.pages else made
        return made

    def _made(self, progress: Progress | None, longest: int, *, squeezed: bool = False) -> _Made:
        spec, buffer = self.spec, BytesIO()
        paper = Paper(spec.words, spec.brand, spec.sheet, squeezed=squeezed, longest=longest)
        blocks: list[Block] = arrange(self.story(paper))
        document = PageTemplateDocument(buffer, paper, spec, blocks, progress, self.cancelled, self.invariant)
        pages = document.make()
        return _Made(buffer.getvalue(), pages, document.last_page_fill, frozenset(paper.missing))
