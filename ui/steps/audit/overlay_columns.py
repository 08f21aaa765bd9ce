"""Columns of the overlay: activity, an answer per department, hours, finding, decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.models.table import Column
from ui.widgets import roles
from ui.widgets.claims import claim_paint
from ui.widgets.marks import ClaimPaint
from workshop_app.domain.decisions import LABELS as DECISION_LABELS
from workshop_app.domain.decisions import STATES, DecisionState
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.model import Department
from workshop_app.domain.text_key import single_line
from workshop_app.i18n import Words
from workshop_app.steps.audit.deciding import change_activity
from workshop_app.steps.audit.view import OverlayRow

if TYPE_CHECKING:
    from workshop_app.services.document import Operation


NARROW, CROWDED = 4, 6
"""From so many departments on the heads are badges alone, and the answers marks alone (SCREENS 26)."""


def decision_text(row: OverlayRow, departments: tuple[Department, ...], words: Words) -> str:
    """What was decided, in a word or two."""
    if row.decision is None:
        return words("none") if row.finding.must_be_decided else "—"
    label = words(DECISION_LABELS[row.decision.type])
    owner = next((d.short for d in departments if d.id == row.decision.owner_department_id), "")
    return f"{label} {owner}".strip()


def owner_badge(row: OverlayRow, departments: tuple[Department, ...]) -> tuple[str, int] | None:
    """The department that a decision names: code and place."""
    owner = row.decision.owner_department_id if row.decision else None
    return next(((d.short, place) for place, d in enumerate(departments) if d.id == owner), None)


def owner_name(row: OverlayRow, departments: tuple[Department, ...]) -> str:
    """The department that a decision names, in full; empty without one."""
    owner = row.decision.owner_department_id if row.decision else None
    return next((department.name for department in departments if department.id == owner), "")


def hours_text(row: OverlayRow, departments: tuple[Department, ...], words: Words) -> str:
    """«14 + 9» in department order; «—» where nobody performs, «?» where somebody does for unknown hours."""
    if not row.hours:
        return "—"
    known = (row.hours.get(department.id) for department in departments)
    return " + ".join("—" if hours is None else words.hours_alone(hours) if hours else "?" for hours in known)


def own_hours(row: OverlayRow, department: Department, words: Words) -> str:
    """A department's own hours: «14 ч», «? ч» where they are unknown; nothing where nobody of it performs."""
    hours = row.hours.get(department.id)
    if hours is None:
        return ""
    return words.hours(hours) if hours else f"? {words('h')}"


def overlay_columns(departments: tuple[Department, ...], words: Words) -> list[Column[OverlayRow]]:
    """The columns in order; claim columns have the key ``claim:<department>``."""
    _ = words
    columns: list[Column[OverlayRow]] = [_title_column(words)]
    columns += [_claim_column(department, departments, words) for department in departments]
    columns.append(
        Column(
            "hours",
            _("Hours"),
            lambda row: hours_text(row, departments, words),
            tooltip=lambda row: "\n".join(f"{d.name}: {words.hours(row.hours.get(d.id))}" for d in departments),
        )
    )
    columns.append(_finding_column(words))
    columns.append(
        Column(
            "decision",
            _("Decision"),
            lambda row: decision_text(row, departments, words),
            roles={
                roles.TONE: lambda row: "text" if row.decision else "text3",
                roles.ICON: lambda row: _state_icon(row.state),
                roles.BADGE: lambda row: owner_badge(row, departments),
            },
            tooltip=lambda row: "\n".join(filter(None, (owner_name(row, departments), _state_words(row, words)))),
        )
    )
    return columns


def _state_words(row: OverlayRow, words: Words) -> str:
    """How far it has come; of a decision that is put off who takes it, and till when."""
    decision, state = row.decision, words(STATES[row.state])
    if row.state is not DecisionState.DEFERRED or decision is None:
        return state
    who = words("The owner decides later") if decision.awaits_owner else state
    until = decision.deferred_until
    return words("{text}, by {date}", text=who, date=words.date_year(until)) if until else who


def _state_icon(state: DecisionState) -> tuple[str, str] | None:
    icons = {
        DecisionState.CLOSED: ("circle-check", "ok"),
        DecisionState.VERIFIED: ("circle-check", "ok"),
        DecisionState.DEFERRED: ("clock", "text3"),
        DecisionState.INCOMPLETE: ("triangle-alert", "warn"),
    }
    return icons.get(state)


def _title_column(words: Words) -> Column[OverlayRow]:
    _ = words

    def rename(row: OverlayRow, value: str) -> Operation | None:
        title = single_line(value)
        return change_activity(row.activity, title=title) if title and title != row.activity.title else None

    return Column(
        "title",
        _("Activity"),
        lambda row: row.activity.title,
        rename,
        roles={roles.ICON: lambda row: ("star", "accent") if row.activity.key else None},
        tooltip=lambda row: (
            _("Key activity: {text}", text=row.activity.title) if row.activity.key else row.activity.title
        ),
    )


def _claim_column(department: Department, departments: tuple[Department, ...], words: Words) -> Column[OverlayRow]:
    _ = words

    def paint(row: OverlayRow, *, narrow: bool = len(departments) >= CROWDED) -> ClaimPaint:
        cell = row.claims.get(department.id)
        return claim_paint(cell.claim if cell else None, departments, words, narrow=narrow)

    def spoken(row: OverlayRow) -> str:
        shown = paint(row, narrow=False)
        named = ", ".join(departments[place].name for _code, place in shown.badges)
        return _("{department} says: {answer}", department=department.name, answer=shown.word or named)

    return Column(
        f"claim:{department.id}",
        _("Says") if len(departments) < NARROW else "",
        lambda row: paint(row).word,
        roles={roles.CLAIM: paint, roles.CAPTION: lambda row: own_hours(row, department, words)},
        accessible=spoken,
        tooltip=spoken,
        header={
            roles.BADGE: (department.short, departments.index(department)),
            int(Qt.ItemDataRole.ToolTipRole): _("What {department} says", department=department.name),
        },
    )


def _finding_column(words: Words) -> Column[OverlayRow]:
    def others(row: OverlayRow) -> str:
        return "\n".join(words(LABELS[code]) for code in row.finding.codes)

    return Column(
        "finding",
        words("Finding"),
        lambda row: words(LABELS[row.finding.primary]),
        roles={
            roles.FINDING: lambda row: (
                row.finding.primary.value,
                words(LABELS[row.finding.primary]),
                len(row.finding.codes) - 1,
            )
        },
        tooltip=others,
    )
