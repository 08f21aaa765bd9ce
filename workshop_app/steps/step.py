"""What every step of the workshop declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from workshop_app.domain.frozen import frozen

if TYPE_CHECKING:
    from datetime import date

    from workshop_app.domain.checks import Check, LedgerFigures
    from workshop_app.domain.engagement import Engagement
    from workshop_app.domain.ledger import Ledger
    from workshop_app.domain.message import Message
    from workshop_app.domain.model import Row
    from workshop_app.services.document import Operation


@frozen
class SubStep:
    """A view inside a step, shown under it in the rail; ``title`` is a message id."""

    id: str
    title: str


@frozen
class DoneItem:
    """One condition of "done when" (METHOD B); ``done`` None = only people can tell.

    ``sub_step``: where it is fulfilled; a sub-step whose conditions hold has a tick in the rail.
    """

    text: Message
    done: bool | None
    sub_step: str | None = None


def _nothing() -> None:
    return None


@frozen
class ViewContext:
    """What a view needs beside the document: the day, and the sales ledger where one is loaded.

    ``load`` works out the ledger's metrics when they are first wanted, in the thread of the document. A long ledger's
    may come later; ``waiting`` is then how another thread works them out for itself.
    """

    as_of: date
    load: Callable[[], Ledger | None] = _nothing
    waiting: Callable[[], Callable[[], Ledger | None] | None] = _nothing

    @cached_property
    def ledger(self) -> Ledger | None:
        """The metrics of the active rows; None where no ledger is loaded, or while they are worked out."""
        return self.load()

    @cached_property
    def is_ledger_coming(self) -> bool:
        """Whether the metrics are being worked out."""
        return self.ledger is None and self.waiting() is not None

    @cached_property
    def ledger_figures(self) -> LedgerFigures | None:
        """The two figures that the key competence needs."""
        if self.ledger is None:
            return None
        from workshop_app.services.ledger import figures_of

        return figures_of(self.ledger)

    def ready(self) -> ViewContext:
        """The same with the ledger worked out, for another thread."""
        ledger = self.ledger
        return replace(self, load=self.waiting() or (lambda: ledger), waiting=_nothing)


@frozen
class Offer:
    """What one step gives to the next, to be taken with one key: «decided jointly, describe the handoff?».

    ``key`` stays the same from state to state as long as it is the same offer; ``step`` receives it.
    """

    key: str
    step: str
    text: Message
    operation: Operation


@frozen
class Step:
    """A step of the workshop.

    ``id`` is used in code, files and tables, ``code`` (S1…S12) in JSON. ``title`` and ``question`` (the key question
    for the room) are message ids. The step's package holds ``view`` (what page, room and paper draw from) and ``done``,
    imported when first wanted: a window is there before all rules are.
    """

    id: str
    code: str
    title: str
    question: str
    recommendations: tuple[int, ...]
    tables: tuple[type[Row], ...]
    sub_steps: tuple[SubStep, ...] = ()
    tabbed: bool = False
    """The sub-steps are tabs in the page's head (``ui.pages.tabs``) and do not stand in the rail (SCREENS 0, 20)."""
    takes_offers: bool = False
    """The package holds ``offers`` too: what other steps give to this one."""

    def done_when(self, engagement: Engagement, context: ViewContext) -> tuple[DoneItem, ...]:
        """The conditions of "done when", each with how it stands."""
        rules = import_module(f"workshop_app.steps.{self.id}.done")
        items: tuple[DoneItem, ...] = rules.done_when(engagement, context)
        return items

    def offers(self, engagement: Engagement) -> tuple[Offer, ...]:
        """What other steps give to this one and it has not taken yet."""
        if not self.takes_offers:
            return ()
        rules = import_module(f"workshop_app.steps.{self.id}.offers")
        found: Iterable[Offer] = rules.offers(engagement)
        return tuple(found)


def open_rules(engagement: Engagement, context: ViewContext, checks: tuple[Check, ...]) -> frozenset[str]:
    """The ids of those checks that find something which is not waived: for "done when"."""
    from workshop_app.domain.checks import CheckContext, run_checks

    results = run_checks(engagement, CheckContext(context.as_of, context.ledger_figures), checks)
    return frozenset(result.check.id for result in results if result.waived is None)
