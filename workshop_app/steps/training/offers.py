"""What audit, survey and matrix give to training: the items that facts ask for (METHOD S7)."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import TrainingKind
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.steps.step import Offer
from workshop_app.steps.training.operations import add_training
from workshop_app.steps.training.view import TrainingLine, suggested_lines


def offers(engagement: Engagement) -> Iterator[Offer]:
    """Every suggested item of the plan with its reason; another reason makes another offer."""
    words = Words(engagement.company.language)
    for line in suggested_lines(engagement):
        found = line.suggestion
        if found is None or line.because is None:
            continue
        activity = engagement.activity(found.activity_id)
        title = suggested_title(line, activity.title if activity else "", words)
        text = Message(N_("Training “{title}”: {why}"), {"title": title, "why": line.because})
        whose = found.activity_id or found.department_id or ""
        key = "/".join((found.kind, whose, line.because.id, *found.audience))
        yield Offer(key, "training", text, take_suggested(title, line))


def suggested_title(line: TrainingLine, activity: str, words: Words) -> str:
    """What a suggested training is called; ``activity``: the title of the activity that is new to people."""
    _ = words
    if line.training.kind is TrainingKind.COMMUNICATION:
        return _("A difficult conversation: how to object and agree")
    if line.training.kind is TrainingKind.SKILL:
        return activity
    learners = ", ".join(department.short for department, _place in line.learners)
    if line.host is not None:
        return _("A day in the other department: {learners} at {host}", learners=learners, host=line.host.short)
    return _("A day in the other department: {learners}", learners=learners)


def take_suggested(title: str, line: TrainingLine) -> Operation:
    """The suggested item becomes one of the plan."""
    item = line.training
    return add_training(title, item.kind, host_department_id=item.host_department_id, audience=item.audience)
