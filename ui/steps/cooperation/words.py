"""What handoffs and projects say in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from workshop_app.domain.model import ProjectKind, StageStatus
from workshop_app.i18n import NBSP, Words
from workshop_app.steps.cooperation.view import CooperationView, HandoffLine, ProjectCard


def hours_short(hours: Decimal | None, words: Words) -> str:
    """«40 ч»; «—» where it is not known."""
    return words.hours(hours)


def way_note(view: CooperationView, words: Words) -> str:
    """«шесть передач, рабочие часы на ответ»."""
    count = words.plural("{n} handoff", "{n} handoffs", len(view.handoffs))
    return words("{handoffs}, working hours to respond", handoffs=count)


def longest_note(view: CooperationView, words: Words) -> str:
    """Where the client waits longest; empty where no hours are known."""
    line = view.longest
    if line is None:
        return ""
    hours = hours_short(line.handoff.response_hours, words)
    return words("Longest wait: “{title}”, {hours}", title=line.handoff.title, hours=hours)


def handoff_fault(line: HandoffLine, words: Words) -> tuple[str, str]:
    """What is wrong with a handoff and its colour token; empty where it is whole."""
    _ = words
    if line.suggested is not None:
        return "", ""
    if not line.two_sides:
        return _("Who gives and who receives? Two different departments"), "err"
    if line.missing:
        return _("Not described: {parts}", parts=", ".join(_(part) for part in line.missing)), "warn"
    if not line.named:
        return _("A name on each side, please"), "warn"
    return "", ""


def until_text(card: ProjectCard, words: Words) -> str:
    """«до 30 апреля», «постоянная», «без срока»."""
    _ = words
    if card.project.kind is ProjectKind.TEAM:
        return _("standing team")
    if card.project.end is None:
        return _("no end date")
    return _("until {date}", date=words.date_year(card.project.end))


def project_faults(card: ProjectCard, today: date, words: Words) -> list[tuple[str, str]]:
    """Warnings with their colour tokens, errors first."""
    _, found = words, []
    if not card.cross_departmental:
        found.append((_("Not cross-departmental: add people from another department"), "err"))
    if card.missing:
        found.append((_("Lacks {parts}", parts=", ".join(_(part) for part in card.missing)), "warn"))
    if card.team_size and not card.sound_size and card.cross_departmental:
        size = words.plural("{n} person in the team", "{n} people in the team", card.team_size)
        found.append((_("{size}: 2 to 7 are right", size=size), "warn"))
    if card.too_long:
        found.append((too_long_text(card, words), "warn"))
    late = [stage for stage in card.stages if stage.due and stage.due < today and _is_open(stage.status)]
    if late:
        found.append((_("Overdue: {stage}", stage=late[0].title), "err"))
    return found


def _is_open(status: StageStatus) -> bool:
    return status in (StageStatus.OPEN, StageStatus.IN_PROGRESS)


def too_long_text(card: ProjectCard, words: Words) -> str:
    """What to do with a project of more than 90 days."""
    stage = next((stage for stage in card.stages if _is_open(stage.status) and stage.due), None)
    if stage is None:
        return words("Longer than 90 days: cut it into stages of 60–90 days")
    return words(
        "Longer than 90 days: close “{stage}” on {date}, then decide whether to go on",
        stage=stage.title,
        date=words.date_short(stage.due),
    )


def goal_text(card: ProjectCard, words: Words) -> str:
    """The one number: «Вернувшихся клиентов: цель 20»."""
    project = card.project
    if project.result_target is None:
        return words("number not set")
    return words("target {n}", n=words.number(project.result_target))


def facts_text(card: ProjectCard, currency: str, words: Words) -> str:
    """«40 ч · 120 000 ₽»: what it takes; empty where nothing is known."""
    parts = []
    if card.project.hours is not None:
        parts.append(words.hours(card.project.hours))
    if card.project.cost is not None:
        parts.append(words.money(card.project.cost, currency))
    return f"{NBSP}· ".join(parts)
