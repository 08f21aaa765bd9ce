"""The worksheets of the steps: what a group or a person writes down before it goes into the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.flowables.heading import Section
from reports.flowables.signing import WritingLines
from reports.paper import Paper
from reports.sections.forms.sheet import Form, form_page, hand_table
from reports.sections.source import Source
from reports.style import MM
from workshop_app.domain.message import N_
from workshop_app.domain.schedule import FOLLOW_UP_AGENDA

Field = tuple[str, int]
"""A message id and how many lines there are to write on."""
Blank = Callable[[Paper, Source, bool, str], list[Any]]


def fields(paper: Paper, items: Sequence[Field]) -> list[Any]:
    """Labels with lines under them."""
    return [WritingLines(paper, lines, paper.words(text), before=4 * MM) for text, lines in items]


def lined(step: int, title: str, standfirst: str, items: Sequence[Field], mine: bool = True) -> Blank:
    """A form of questions with lines; texts are message ids."""

    def make(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
        form = Form(paper.words(title), paper.words(standfirst), step, kind)
        return form_page(paper, source, form, first, fields(paper, items), mine=mine)

    return make


def gridded(
    step: int, title: str, standfirst: str, heads: Sequence[tuple[str, float]], rows: int, mine: bool = True
) -> Blank:
    """A form that is a table to write in; texts are message ids."""

    def make(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
        words = paper.words
        form = Form(words(title), words(standfirst), step, kind)
        table = hand_table(paper, [(words(head), share) for head, share in heads], rows)
        return form_page(paper, source, form, first, [table], mine=mine)

    return make


function_list = gridded(
    3,
    N_("What we do"),
    N_("Real work, not the job description. One line for one thing; hours in a usual week."),
    (
        (N_("What is done, for whom"), 96),
        (N_("Who does it"), 40),
        (N_("Hours a week"), 24),
    ),
    24,
)
images = lined(
    2,
    N_("How we see each other"),
    N_("In your own group, 12 minutes. At least three lines in each list; about work, without names."),
    (
        (N_("How we see ourselves"), 5),
        (N_("How we see the other department"), 5),
        (N_("How we think they see us"), 5),
        (N_("Our common problem is …"), 2),
    ),
)
competence = lined(
    4,
    N_("Why a client comes again"),
    N_("In silence, four minutes. One sentence that begins with what the client gets."),
    (
        (N_("A client comes to us a second time because …"), 3),
        (N_("What the client would lose if one of the departments vanished"), 3),
        (N_("Candidates of the group, in one sentence each"), 6),
    ),
)
goal = lined(
    4,
    N_("A common goal"),
    N_("One sheet for one goal. If one department can reach it alone, it is not a common goal."),
    (
        (N_("What changes, for whom"), 2),
        (N_("From … to … by which date, and where the number comes from"), 2),
        (N_("What each department contributes"), 4),
        (N_("Who answers for it"), 1),
        (N_("How could we hit this number and still fail?"), 3),
    ),
    mine=False,
)
role = lined(
    5,
    N_("My role"),
    N_("Draft of a role card: to be talked through with the head."),
    (
        (N_("My role in one sentence"), 2),
        (N_("I answer for the result"), 4),
        (N_("I do"), 4),
        (N_("I decide without approval"), 2),
        (N_("I stop doing"), 3),
        (N_("My questions to the head"), 2),
    ),
)
handoff = lined(
    6,
    N_("A handoff"),
    N_("One sheet for one place where a client or a task changes hands."),
    (
        (N_("Who hands over to whom (names)"), 1),
        (N_("When: the event that starts it"), 2),
        (N_("What is in the package"), 3),
        (N_("Accepted when"), 2),
        (N_("Within how many working hours"), 1),
        (N_("If it is late: who settles it"), 1),
        (N_("What went wrong last time"), 3),
    ),
    mine=False,
)
training = gridded(
    7,
    N_("What I can teach, what I want to learn"),
    N_("Look at the other department too: what of theirs would help you?"),
    ((N_("I can teach"), 58), (N_("I want to learn"), 58), (N_("How we would see it after 30 days"), 58)),
    14,
)
meeting = lined(
    8,
    N_("A regular meeting"),
    N_("Few, short, with an agenda. Which old meeting does it replace?"),
    (
        (N_("What for, in one sentence"), 2),
        (N_("How often, weekday, time, minutes"), 1),
        (N_("Who leads, who takes part"), 2),
        (N_("Agenda: three points at most"), 3),
        (N_("Which meeting we give up for it"), 2),
        (N_("Where decisions are written: decided, who, when"), 1),
    ),
    mine=False,
)
rewards = lined(
    9,
    N_("What we are paid for"),
    N_("Principles, not sums. The scheme itself is approved by the owner later."),
    (
        (N_("What are you really paid for today?"), 4),
        (N_("What do you do although it is not paid?"), 3),
        (N_("At what share would you gladly pass a client on?"), 2),
        (N_("Whom of the other department would you thank, and what for?"), 4),
    ),
)
indicator = gridded(
    10,
    N_("How we see that it works"),
    N_("Five to ten numbers; each has an owner, a source and a limit at which we meet at once."),
    (
        (N_("Indicator and unit"), 54),
        (N_("Now"), 18),
        (N_("Target, by when"), 30),
        (N_("Alarm limit"), 22),
        (N_("Who enters it, how often"), 40),
    ),
    12,
    mine=False,
)
actions = gridded(
    11,
    N_("My actions"),
    N_("A verb and a result: “How shall we see it is done?” At least two within 30 days."),
    ((N_("What I do"), 66), (N_("Visible result"), 50), (N_("Together with"), 34), (N_("Due"), 22)),
    14,
)


def followup(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """Sixty minutes of a follow-up with room for what was decided."""
    _ = paper.words
    form = Form(_("Follow-up meeting"), _("Sixty minutes. Day 30, 60 or 90: ______"), 12, kind)
    blocks: list[Any] = []
    for text, minutes in FOLLOW_UP_AGENDA:
        blocks += [Section(paper, _(text), _("{n} min", n=minutes)), WritingLines(paper, 3 if minutes > 5 else 2)]
    return form_page(paper, source, form, first, blocks, mine=False)
