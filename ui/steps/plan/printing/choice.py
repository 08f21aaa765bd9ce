"""What is to be printed, and how it is built: in a worker thread, into a file that is whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from reports.brand import Brand
    from reports.documents import DocumentKind
    from ui.tasks import Task
    from workshop_app.steps.step import ViewContext

PaperName = Literal["a4", "letter", "a3"]


@frozen
class PrintChoice:
    """A document with everything a person may choose about it. ``sections``: ids of its parts, None = all."""

    document: str
    language: str = "ru"
    paper: PaperName = "a4"
    person_id: str | None = None
    sections: frozenset[str] | None = None
    amounts: bool = False
    economical: bool = False
    two_sided: bool = False

    def fitted(self) -> PrintChoice:
        """Without what the document does not have: a person, a size of paper."""
        kind = kind_of(self.document)
        return replace(
            self,
            paper=self.paper if self.paper in kind.papers else kind.papers[0],
            person_id=self.person_id if kind.per_person else None,
            two_sided=self.two_sided and (kind.per_person or kind.booklets),
        )


@frozen
class Content:
    """The data a document is made from: one state of the workshop and the person's own look."""

    engagement: Engagement
    context: ViewContext
    house: Brand

    def write(self, choice: PrintChoice, out: Path, progress: Callable[[float], None], task: Task[Path]) -> None:
        """Build one PDF in the worker's thread. A task that was stopped leaves no file and is no error."""
        from reports.document import BuildCancelled
        from reports.documents import PrintOptions, build

        options = PrintOptions(
            amounts=choice.amounts,
            economical=choice.economical,
            sections=choice.sections,
            two_sided=choice.two_sided,
            house=self.house,
        )
        try:
            build(
                choice.document,
                self.engagement,
                self.context,
                Words(choice.language),
                out,
                paper=choice.paper,
                person_id=choice.person_id,
                options=options,
                progress=progress,
                cancelled=task.stopping,
            )
        except BuildCancelled:
            return


def kind_of(document: str) -> DocumentKind:
    """What a document is."""
    from reports.documents import DOCUMENTS

    return DOCUMENTS[document]


def file_name(choice: PrintChoice, workshop: str, engagement: Engagement) -> str:
    """“Workshop – Role card – Name.pdf” in the language of the document; safe on every system."""
    from reports.documents.per_person import sheet_name
    from reports.files import safe_name

    title = Words(choice.language)(kind_of(choice.document).title)
    parts = [workshop, title, sheet_name(engagement, choice.person_id)]
    return f"{safe_name(' – '.join(part for part in parts if part))}.pdf"
