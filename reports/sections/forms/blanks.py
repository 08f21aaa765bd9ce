"""The worksheets of the steps: what a group or a person writes down before it goes into the file.

Questions stand in the order of the fields on the step's page, so that a sheet is typed in from top to bottom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.flowables.badge import Department
from reports.paper import Paper
from reports.sections.forms.lined import LinedQuestions, Question
from reports.sections.forms.sheet import Form, form_page, hand_table
from reports.sections.source import Source
from workshop_app.domain.message import N_
from workshop_app.domain.schedule import FOLLOW_UP_AGENDA

Field = tuple[str, int]
"""A message id and how many lines there are to write on at least."""
Blank = Callable[[Paper, Source, bool, str], list[Any]]
PerDepartment = Callable[[Paper, Source, Department | None], Sequence[Question]]


def lined(
    step: int, title: str, standfirst: str, items: Sequence[Field], mine: bool = True, named: bool = False
) -> Blank:
    """A form of questions with lines; texts are message ids. ``named``: with a line for the person's name."""

    def make(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
        form = Form(paper.words(title), paper.words(standfirst), step, kind)
        asked = [Question(paper.words(text), lines) for text, lines in items]
        return form_page(paper, source, form, first, [LinedQuestions(paper, asked)], mine=mine, named=named)

    return make


def gridded(
    step: int,
    title: str,
    standfirst: str,
    heads: Sequence[tuple[str, float]],
    rows: int,
    mine: bool = True,
    each: bool = False,
    named: bool = False,
) -> Blank:
    """A form that is a table to write in; texts are message ids.

    ``each``: a sheet for each department; ``named``: with a line for the person's name.
    """

    def make(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
        words = paper.words
        form = Form(words(title), words(standfirst), step, kind)
        blocks: list[Any] = []
        for number, whose in enumerate(source.departments if each and source.departments else (None,)):
            table = hand_table(paper, [(words(head), share) for head, share in heads], rows)
            blocks += form_page(paper, source, form, first and not number, [table], mine=mine, whose=whose, named=named)
        return blocks

    return make


def per_department(step: int, title: str, standfirst: str, ask: PerDepartment) -> Blank:
    """A sheet of questions for each department, or one that leaves the name open while there are none."""

    def make(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
        form = Form(paper.words(title), paper.words(standfirst), step, kind)
        blocks: list[Any] = []
        for number, whose in enumerate(source.departments or (None,)):
            asked = LinedQuestions(paper, ask(paper, source, whose))
            blocks += form_page(paper, source, form, first and not number, [asked], mine=False, whose=whose)
        return blocks

    return make


case = lined(
    1,
    N_("One case of the last year"),
    N_("To bring along: a client waited while the departments settled whose client it was. No names."),
    (
        (N_("What the client wanted, and when"), 2),
        (N_("What happened, day by day"), 5),
        (N_("Who waited for whom: department and what for"), 3),
        (N_("What it cost the client and the company"), 2),
        (N_("What would have helped"), 3),
    ),
)
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
    each=True,
)


def _image_questions(paper: Paper, source: Source, whose: Department | None) -> list[Question]:
    """The three lists of the image exchange with the departments' names, then the problem.

    Of more than three departments the others are asked about together, as they are typed in.
    """
    _ = paper.words
    others = [other for other in source.departments if other != whose]
    problem = Question(_("Our common problem is …"), 2)
    if whose is None or len(others) not in (1, 2):
        other = [Question(_("How we see our neighbours"), 5), Question(_("How we think they see us"), 5)]
        own = _("How we see ourselves, {department}", department=whose.name) if whose else _("How we see ourselves")
        return [Question(own, 5), *other, problem]
    lines = 5 if len(others) == 1 else 3
    seen = [Question(_("How we see {department}", department=other.name), lines) for other in others]
    guessed = [Question(_("How we think {department} sees us", department=other.name), lines) for other in others]
    return [Question(_("How we see ourselves, {department}", department=whose.name), lines), *seen, *guessed, problem]


images = per_department(
    2,
    N_("How we see each other"),
    N_("In your own group, 12 minutes. At least three lines in each list; about work, without names."),
    _image_questions,
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


def goal(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """One sheet for one goal, with a question for each department's contribution."""
    _ = paper.words
    told = _("One sheet for one goal. If one department can reach it alone, it is not a common goal.")
    gives = [Question(_("What {department} contributes", department=each.name), 2) for each in source.departments]
    asked = [
        Question(_("The goal: what changes, for whom, by how much, by when"), 2),
        Question(_("What is counted, in which unit"), 1),
        Question(_("It was: the number and its date"), 1),
        Question(_("It will be: the number and the deadline"), 1),
        Question(_("Who answers for it; from which report or system the number comes"), 1),
        *(gives or [Question(_("What each department contributes"), 4)]),
        Question(_("How could we hit this number and still fail?"), 2),
    ]
    form = Form(_("A common goal"), told, 4, kind)
    return form_page(paper, source, form, first, [LinedQuestions(paper, asked)], mine=False)


role = lined(
    5,
    N_("My role"),
    N_("Draft of a role card: to be talked through with the head."),
    (
        (N_("My role in one sentence"), 2),
        (N_("I answer for the result"), 4),
        (N_("I do"), 4),
        (N_("I stop doing"), 3),
        (N_("I decide without approval"), 2),
        (N_("My questions to the head"), 2),
    ),
    named=True,
)


def handoff(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """One sheet for one handoff, with the departments to choose from."""
    _ = paper.words
    told = _("One sheet for one place where a client or a task changes hands.")
    codes = " / ".join(each.code for each in source.departments)
    choice = f" ({codes})" if codes else ""
    asked = [
        Question(_("What changes hands"), 1),
        Question(_("When: the event that starts it"), 2),
        Question(_("Who hands over: department and name") + choice, 1),
        Question(_("Who receives: department and name") + choice, 1),
        Question(_("What is in the package"), 3),
        Question(_("Within how many working hours"), 1),
        Question(_("Accepted when"), 2),
        Question(_("If it is late: who settles it"), 1),
        Question(_("What went wrong last time"), 3),
    ]
    form = Form(_("A handoff"), told, 6, kind)
    return form_page(paper, source, form, first, [LinedQuestions(paper, asked)], mine=False)


training = gridded(
    7,
    N_("What I can teach, what I want to learn"),
    N_("Look at your neighbours too: what of theirs would help you?"),
    ((N_("I can teach"), 58), (N_("I want to learn"), 58), (N_("How we would see it after 30 days"), 58)),
    14,
    named=True,
)
meeting = lined(
    8,
    N_("A regular meeting"),
    N_("Few, short, with an agenda. Which old meeting does it replace?"),
    (
        (N_("What it is called"), 1),
        (N_("What does this meeting decide?"), 2),
        (N_("How often, how many minutes, weekday, time, first date"), 1),
        (N_("Who leads first, who takes part"), 2),
        (N_("Agenda: four points at most"), 4),
        (N_("Where decisions are written: decided, who, when"), 1),
        (N_("Which meeting we give up for it"), 2),
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
        (N_("Whom of a neighbouring department would you thank, and what for?"), 4),
    ),
)
indicator = gridded(
    10,
    N_("How we see that it works"),
    N_("Five to ten numbers; each has an owner, a source and a limit at which we meet at once."),
    (
        (N_("Indicator and unit"), 54),
        (N_("How often, who enters it"), 38),
        (N_("Now"), 18),
        (N_("Target, by when"), 30),
        (N_("Alarm limit"), 22),
    ),
    12,
    mine=False,
)
actions = gridded(
    11,
    N_("My actions"),
    N_("A verb and a result: “How shall we see it is done?” At least two within 30 days."),
    ((N_("What I do"), 66), (N_("Due"), 22), (N_("Visible result"), 50), (N_("Together with"), 34)),
    14,
    named=True,
)


def followup(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """Sixty minutes of a follow-up with room for what was decided."""
    _ = paper.words
    form = Form(_("Follow-up meeting"), _("Sixty minutes. Day 30, 60 or 90: ______"), 12, kind)
    asked = [
        Question(f"{_(text)}, {_('{n} min', n=minutes)}", max(round(minutes / 4), 2))
        for text, minutes in FOLLOW_UP_AGENDA
    ]
    return form_page(paper, source, form, first, [LinedQuestions(paper, asked)], mine=False)
