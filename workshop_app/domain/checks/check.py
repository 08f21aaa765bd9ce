"""What a plan check is: when it fires, how bad that is, what it says and how to cure it (METHOD D)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from workshop_app.domain.competence import LedgerFigures
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import Message
from workshop_app.domain.model import Waiver
from workshop_app.domain.rounding import half_up

PLAN = "plan"
"""The object id of a check on the whole plan."""


class Severity(StrEnum):
    """error = the plan can't be called ready; warning = say it aloud and decide; info = a hint."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(slots=True)
class CheckContext:
    """What checks need beside the engagement: the day they are run for, and the ledger's figures when one is loaded."""

    as_of: Date
    ledger: LedgerFigures | None = None


Word = str | Message | int | Decimal | Fraction
Detail = Word | tuple[Word, ...]
"""What stands for ``{n}`` in a check's text: a word, a number with its fraction, or a list of them."""


@frozen(slots=True)
class Hit:
    """One object a check found. ``number`` is the results' whole number; ``detail`` fills ``{n}`` instead of it."""

    object_id: str
    number: int | None = None
    detail: Detail | None = None


@frozen(slots=True, kw_only=True)
class Check:
    """A check of METHOD D. ``object`` is the kind of its objects, ``step`` the step where it is cured.

    ``work_of``: the step whose work it looks at, where that is another one.

    ``message`` and ``fix`` are message ids; ``message`` may hold ``{title}`` and ``{n}``. ``recommendation`` is the
    number 1…7 of the recommendation it serves, None when it serves all.
    """

    id: str
    severity: Severity
    object: str
    step: str
    recommendation: int | None
    message: str
    fix: str
    find: Callable[[Engagement, CheckContext], Iterable[Hit]]
    work_of: str = ""

    @property
    def steps(self) -> frozenset[str]:
        """The steps without which it has nothing to say: where it is cured, and whose work it looks at."""
        return frozenset({self.step, self.work_of or self.step})


@frozen(slots=True)
class CheckResult:
    """An open check: the object, what it is called, and the waiver when it is left open on purpose."""

    check: Check
    object_id: str
    number: int | None
    title: str | Message
    detail: Detail | None
    waived: Waiver | None = None


class Speaker(Protocol):
    """Whoever says texts in one language (``i18n.Words``)."""

    def __call__(self, text: str, /, **params: object) -> str: ...

    def message(self, message: Message, /) -> str: ...

    def number(self, value: Decimal | Fraction | int | None, /) -> str: ...


_INNER_QUOTES = str.maketrans("«»", "„“")


def message_of(result: CheckResult, words: Speaker) -> str:
    """The check's message in the language of ``words``, with the object's name and the number or list.

    Quotation marks inside a name become inner ones, since the message quotes the name itself.
    """
    n = result.number if result.detail is None else result.detail
    title = _said(result.title, words).translate(_INNER_QUOTES)
    return words(result.check.message, title=title, n="" if n is None else _said(n, words))


def _said(detail: Detail, words: Speaker) -> str:
    if isinstance(detail, tuple):
        return ", ".join(_said(word, words) for word in detail)
    if isinstance(detail, Message):
        return words.message(detail)
    return detail if isinstance(detail, str) else words.number(half_up(detail, 2))


def whole_plan(broken: object, number: int | None = None, detail: Detail | None = None) -> tuple[Hit, ...]:
    """The one hit of a check on the whole plan, or none."""
    return (Hit(PLAN, number, detail),) if broken else ()
