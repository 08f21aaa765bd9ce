"""From a kind of document and an engagement to a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from reports import document as engine
from reports.brand import Brand, logo_bytes
from reports.documents.kind import DocumentKind, PaperName
from reports.page import PaperSize, Sheet
from reports.paper import Paper
from reports.sections.source import PrintOptions, Source
from reports.spec import STEP_COUNT, DocumentSpec
from reports.text import clean
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import NBSP, Words

_SIZES: Mapping[str, PaperSize] = MappingProxyType({"a4": "A4", "letter": "Letter", "a3": "A3"})
_PLANS: Mapping[int, str] = MappingProxyType(
    {
        2: N_("Joint plan of two departments"),
        3: N_("Joint plan of three departments"),
        4: N_("Joint plan of four departments"),
        5: N_("Joint plan of five departments"),
        6: N_("Joint plan of six departments"),
        7: N_("Joint plan of seven departments"),
        8: N_("Joint plan of eight departments"),
    }
)


def make(
    kind: DocumentKind,
    source: Source,
    words: Words,
    out: Path | BinaryIO,
    paper: PaperName = "a4",
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Build the document; see ``reports.documents.build``."""
    if source.person_id is not None and source.engagement.person(source.person_id) is None:
        raise ProblemError(Message(N_("This person is not in the workshop file.")))
    if paper not in kind.papers:
        values = {"document": Message(kind.title), "sizes": ", ".join(_SIZES[each] for each in kind.papers)}
        raise ProblemError(Message(N_("“{document}” is made on {sizes} only."), values))

    def story(sheet: Paper) -> Sequence[Any]:
        wanted = source.options.sections
        blocks: list[Any] = [*kind.opening(sheet, source)] if kind.opening else []
        for part in kind.sections:
            if wanted is None or part.id in wanted:
                blocks += part.make(sheet, source)
        return blocks

    engine.build(
        story, spec_of(kind, source, words, paper), out, progress, cancelled, invariant=source.options.invariant
    )


def spec_of(kind: DocumentKind, source: Source, words: Words, paper: PaperName) -> DocumentSpec:
    """The document's frame: margins, footer, step bar."""
    engagement = source.engagement
    return DocumentSpec(
        title=_title(kind, source, words),
        words=words.in_year(source.as_of.year),
        brand=brand_of(engagement, source.options),
        sheet=Sheet(_SIZES[paper], "landscape" if kind.landscape else "portrait"),
        steps=kind.steps,
        step_label=_label(kind, words),
        plan=plan_name(words, engagement),
        session=engagement.session.date,
        as_of=source.as_of if kind.dated else None,
        privacy=words(kind.privacy) if kind.privacy else "",
        cover=kind.cover,
        subject=words(kind.about),
        two_sided=source.options.two_sided,
    )


def _title(kind: DocumentKind, source: Source, words: Words) -> str:
    """The document's name; a sheet for one person has the name of that person too."""
    if kind.per_person and source.person_id is not None:
        return f"{words(kind.title)}: {source.short(source.person_id).replace(NBSP, ' ')}"
    return words(kind.title)


def _label(kind: DocumentKind, words: Words) -> str:
    """What the masthead says at the right: the step, and the kind of sheet where the title is a person's name."""
    parts = [words(kind.title)] if kind.per_person else []
    if len(kind.steps) == 1:
        parts.append(words("Step {step} of {total}", step=min(kind.steps), total=STEP_COUNT))
    return " · ".join(parts)


def plan_name(words: Words, engagement: Engagement) -> str:
    """“Joint plan of two departments”."""
    return words(_PLANS.get(len(engagement.departments), N_("Joint plan")))


def brand_of(engagement: Engagement, options: PrintOptions) -> Brand:
    """The company's look: what the document carries, else the person's own default.

    A colour or a logo that can't be printed is left out: it never keeps a document from being made.
    """
    settings, house = engagement.settings, options.house
    wished = Brand(
        company=clean(engagement.company.name).strip() or house.company,
        accent=(settings.brand_accent or "").strip() or house.accent,
        logo=logo_bytes(settings.brand_logo) or house.logo,
        footer=clean(settings.brand_footer).strip() or house.footer,
        economical=options.economical,
    )
    bare = replace(wished, logo=None), replace(wished, accent=""), replace(wished, logo=None, accent="")
    return next(brand for brand in (wished, *bare) if _can_be_printed(brand))


def _can_be_printed(brand: Brand) -> bool:
    try:
        brand.check()
    except ProblemError:
        return False
    return True
