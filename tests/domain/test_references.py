"""What the object of a check is called in a message (METHOD D, {title})."""

from __future__ import annotations

import pytest

from tests.domain.sound_plan import changed, decision, edited, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS
from workshop_app.domain.message import Message
from workshop_app.domain.references import UNTITLED, department_label, title_of
from workshop_app.i18n import Words

NAMED = changed(
    sound_plan(),
    decision("stop"),
    m.RewardIndicator(id="before/N1", scheme_id="before", code="N1", title="Old revenue"),
    m.RewardIndicator(id="after/N1", scheme_id="after", code="N1", title="Own revenue"),
    m.CreditRule(id="after/CR1", scheme_id="after", code="CR1", title="Passed lead"),
    m.Survey(id="W1", title="Before"),
    m.Suggestion(id="S1", title="One price list"),
    m.Handoff(id="H1", title="New client"),
    m.Project(id="PR1", title="Common queue"),
    m.Training(id="T1", title="A day next door"),
    m.Meeting(id="M1", title="Client council"),
    m.Position(id="POS9", title="Manager"),
)


@pytest.mark.parametrize(
    ("kind", "name", "title"),
    [
        ("function", "F1", "Line F1"),
        ("person", "PA", "Anna Ash"),
        ("activity", "ACT1", "Quotations"),
        ("decision", "D1", "Client meetings"),
        ("department", "A", "S1"),
        ("position", "POS9", "Manager"),
        ("competence", "C1", "We remember every date for the client"),
        ("goal", "G1", "Keep 93 % of last year's clients"),
        ("handoff", "H1", "New client"),
        ("project", "PR1", "Common queue"),
        ("training", "T1", "A day next door"),
        ("meeting", "M1", "Client council"),
        ("indicator", "I1", "Retention"),
        ("survey", "W1", "Before"),
        ("suggestion", "S1", "One price list"),
        ("action", "X1", "Draw up the list of shared clients"),
        ("indicator_reward", "N1", "Own revenue"),
        ("credit_rule", "CR1", "Passed lead"),
        ("recommendation", "4", "4 (regular joint meetings)"),
        ("followup", "30", "30"),
        ("plan", "plan", ""),
    ],
)
def test_titles(kind: str, name: str, title: str) -> None:
    found = title_of(NAMED, kind, name)
    assert (Words("en").message(found) if isinstance(found, Message) else found) == title


def test_every_kind_of_a_check_has_a_title() -> None:
    known = {"function", "person", "activity", "decision", "department", "position", "competence", "goal", "handoff"}
    known |= {"project", "training", "meeting", "indicator", "survey", "suggestion", "action", "indicator_reward"}
    known |= {"credit_rule", "recommendation", "followup", "plan"}
    assert {check.object for check in CHECKS} <= known


@pytest.mark.parametrize("kind", ["person", "decision", "department", "indicator_reward"])
def test_what_is_not_there_has_no_name(kind: str) -> None:
    assert title_of(NAMED, kind, "?") == UNTITLED


def test_a_line_without_a_text_is_untitled() -> None:
    assert title_of(edited(sound_plan(), m.Function, "F1", text=""), "function", "F1") == UNTITLED


def test_a_department_without_a_code_goes_by_its_name() -> None:
    assert department_label(m.Department(id="C", name="Service")) == "Service"
