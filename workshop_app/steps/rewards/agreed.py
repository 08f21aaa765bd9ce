"""A credit rule that was agreed goes into the plan: whoever writes it out, and by when (METHOD C.10.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, CreditMethod, CreditRule
from workshop_app.domain.plan import is_live, quick_date
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.steps.rewards.case import Case
from workshop_app.steps.rewards.operations import write_lead_rule

SERVES = (5,)
"""Joint effort is rewarded: what a credit rule serves."""


def rule_title(case: Case, words: Words) -> str:
    """The rule on passed leads in words."""
    _ = words
    if case.method is CreditMethod.DOUBLE:
        return _("Passed lead: 100% to both")
    if case.method is CreditMethod.SINGLE:
        return _("Passed lead: all to who runs it")
    passer, lead = (words.number(share * 100, 0) for share in (case.share, 1 - case.share))
    return _("Passed lead: {lead} to who runs it, {passer} to who passed it on", lead=lead, passer=passer)


def action_of(engagement: Engagement, title: str, words: Words) -> Action | None:
    """The action that puts the rule with this title into practice."""
    wanted = norm_text(_action_title(title, words))
    return next((action for action in engagement.actions if norm_text(action.title) == wanted), None)


def planned_action(
    engagement: Engagement, case: Case, rule: CreditRule | None, words: Words, as_of: date
) -> tuple[Action, bool]:
    """The action for the rule of the case, and whether the plan has it already, perhaps for an older wording.

    The head of the department that passes owns it with the head of a neighbour; it is due a month after the session.
    """
    title = rule_title(case, words)
    known = action_of(engagement, title, words) or (action_of(engagement, rule.title, words) if rule else None)
    if known is not None and is_live(known):
        return replace(known, title=_action_title(title, words)), True
    person = engagement.person(case.person_id)
    home = person.department_id if person else None
    heads = {department.id: department.head_person_id for department in engagement.departments}
    others = [head for department, head in heads.items() if department != home and head]
    new = Action(
        id="",
        title=_action_title(title, words),
        owner_id=heads.get(home or "") or case.person_id,
        co_owner_id=next(iter(others), None),
        due=quick_date(engagement.session.date or as_of),
        recommendations=SERVES,
        result=words("Half a page: what counts as passing on, until when, who settles disputes"),
    )
    return new, False


def _action_title(rule: str, words: Words) -> str:
    return words("Put the credit rule into practice: “{rule}”", rule=rule)


def agree(case: Case, rule: CreditRule | None, action: Action, words: Words, *, known: bool) -> Operation:
    """The rule and its action in one step."""
    write = write_lead_rule(rule_title(case, words), case.method, case.share, rule)

    def apply(edit: Edit) -> None:
        write.apply(edit)
        stored = edit.get(Action, action.id) if known else None
        if stored is None:
            edit.add(replace(action, id=edit.new_id(Action)))
        else:
            edit.change(stored, title=action.title)

    return Operation(Message(N_("Credit rule and its action: {text}"), {"text": rule_title(case, words)}), apply)
