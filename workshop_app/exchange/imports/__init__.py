"""Tables of any office into the document: what a file would change is worked out first, then done as one operation.

::

    plan = plan_import(engagement, path, kind=None, answers={})    # ProblemError in words
    plan.questions, plan.skipped, plan.as_json(words.message)      # for a person to look at
    document.run(plan.operation())

The sales ledger and the engagement have their own ways: ``exchange.ledger_loading``, and
``exchange.engagement_json``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.grid import Answers, Field, Grid, Table, find_columns, find_table
from workshop_app.exchange.grid.book import open_grids
from workshop_app.exchange.imports import actions, activities, claims, functions, indicators, people, raci, survey
from workshop_app.exchange.imports.plan import Fate, ImportPlan, Repeat
from workshop_app.exchange.ledger_file import FIELDS as LEDGER_FIELDS

ENGAGEMENT, LEDGER = "engagement", "ledger"

Plan = Callable[[Engagement, Table, Path, Answers | None], ImportPlan]


@frozen
class TableKind:
    """A kind of table: its columns, how it is read, and whether a table looks like it."""

    fields: tuple[Field, ...]
    plan: Plan
    is_likely: Callable[[Table, Engagement], bool]


KINDS: Mapping[str, TableKind] = MappingProxyType(
    {
        functions.KIND: TableKind(functions.FIELDS, functions.plan_functions, lambda t, _: functions.is_likely(t)),
        activities.KIND: TableKind(activities.FIELDS, activities.plan_activities, lambda t, _: activities.is_likely(t)),
        claims.KIND: TableKind(claims.FIELDS, claims.plan_claims, claims.is_likely),
        raci.KIND: TableKind(raci.FIELDS, raci.plan_raci, raci.is_likely),
        survey.KIND: TableKind(survey.FIELDS, survey.plan_survey, lambda t, _: survey.is_likely(t)),
        indicators.KIND: TableKind(indicators.FIELDS, indicators.plan_indicators, lambda t, _: indicators.is_likely(t)),
        people.KIND: TableKind(people.FIELDS, people.plan_people, lambda t, _: people.is_likely(t)),
        actions.KIND: TableKind(actions.FIELDS, actions.plan_actions, lambda t, _: actions.is_likely(t)),
    }
)
_GUESS_ORDER = (
    claims.KIND,
    raci.KIND,
    survey.KIND,
    indicators.KIND,
    actions.KIND,
    functions.KIND,
    activities.KIND,
    people.KIND,
)


def guess_kind(path: Path, engagement: Engagement) -> str:
    """What a file is, by its content: a kind of ``KINDS``, ``ledger`` or ``engagement``.

    ``ProblemError`` when it is none of them, or can't be read.
    """
    if _is_json(path):
        return ENGAGEMENT
    if not find_table(path, LEDGER_FIELDS).columns.missing:
        return LEDGER
    for grid in open_grids(path):
        for kind in _GUESS_ORDER:
            if _likely(grid, kind, engagement):
                return kind
    kinds = ", ".join((*KINDS, LEDGER, ENGAGEMENT))
    message = N_("{file}: it is not clear what this table is. Say the kind: {kinds}.")
    raise ProblemError(Message(message, {"file": path.name, "kinds": kinds}))


def kinds_in(path: Path, engagement: Engagement) -> tuple[tuple[str, str], ...]:
    """The kinds of ``KINDS`` that the sheets of a workbook are, each with its first sheet, in the order of the sheets.

    ``ProblemError`` when the file can't be read.
    """
    found: dict[str, str] = {}
    for grid in open_grids(path):
        looked_for = (kind for kind in _GUESS_ORDER if kind not in found)
        kind = next((kind for kind in looked_for if grid.name and _likely(grid, kind, engagement)), None)
        if kind is not None:
            found[kind] = grid.name
    return tuple(found.items())


def plan_import(engagement: Engagement, path: Path, kind: str, answers: Answers | None = None) -> ImportPlan:
    """Work out what a table of one of ``KINDS`` changes. ``ProblemError`` in words when it can't be read."""
    return KINDS[kind].plan(engagement, table_in(engagement, path, kind, answers), path, answers)


def table_in(engagement: Engagement, path: Path, kind: str, answers: Answers | None = None) -> Table:
    """The table of a kind in a file. ``ProblemError`` in words when it can't be read.

    Of a workbook it is the first sheet that looks like the kind, else the first one that has its columns.
    """
    names: list[str] = []
    found: Table | None = None
    for grid in open_grids(path, answers):
        names.append(grid.name)
        found = found or _likely(grid, kind, engagement, answers)
    if found is None or not found.grid.name:
        return find_table(path, KINDS[kind].fields, answers)
    return Table(found.grid, found.columns, tuple(name for name in names if name != found.grid.name))


def _likely(grid: Grid, kind: str, engagement: Engagement, answers: Answers | None = None) -> Table | None:
    """The grid as a table of a kind, if it looks like one."""
    table = Table(grid, find_columns(grid, KINDS[kind].fields, answers))
    has_columns = bool(table.columns.header_rows) and not table.columns.missing
    return table if has_columns and KINDS[kind].is_likely(table, engagement) else None


def _is_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            start = file.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    except OSError:
        return False
    return start.startswith(b"{") or (path.suffix.lower() == ".json" and start.startswith((b"[", b'"')))


__all__ = [
    "ENGAGEMENT",
    "KINDS",
    "LEDGER",
    "Fate",
    "ImportPlan",
    "Repeat",
    "guess_kind",
    "kinds_in",
    "plan_import",
    "table_in",
]
