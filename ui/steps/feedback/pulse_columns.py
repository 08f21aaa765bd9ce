"""Questions of a wave as lines of a table: the company before and now, departments now, the difference."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ui.models.table import Column
from ui.widgets import roles
from ui.widgets.opinions import GapPaint, HiddenPaint, ShiftPaint
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words
from workshop_app.steps.feedback.view import Wave

HUNDRED = Fraction(100)


@frozen
class QuestionLine:
    """A question with shares (0…1) before and now, departments' shares, and the largest gap in points.

    ``wide``: the gap is an alarm; ``fell``: the company's share fell so much since the wave before.
    """

    id: str
    text: str
    before: Fraction | None
    now: Fraction | None
    departments: tuple[tuple[int, Fraction], ...]
    hidden: bool
    gap: Fraction | None
    wide: bool
    fell: bool


def question_lines(wave: Wave, before: Wave | None, order: Mapping[str, int]) -> list[QuestionLine]:
    """Widest gap first, then the order of the questions."""
    results = wave.results
    alarms = {change.code for change in wave.changes(before) if change.is_alarm}
    lines = []
    for question in wave.questions:
        figures = results.company.get(question.code)
        old = before.results.company.get(question.code) if before else None
        shares = tuple(
            (order[name], shown[question.code].favourable / HUNDRED)
            for name, shown in results.shown.items()
            if question.code in shown and name in order
        )
        gaps = [abs(gap.points) for gap in results.gaps if gap.is_shown and gap.code == question.code]
        hidden = bool(results.hidden_small or results.hidden_complementary)
        lines.append(
            QuestionLine(
                id=question.id,
                text=question.text,
                before=old.favourable / HUNDRED if old else None,
                now=figures.favourable / HUNDRED if figures else None,
                departments=shares,
                hidden=hidden and len(shares) < 2,
                gap=max(gaps, default=None),
                wide=any(gap.is_alarm and gap.is_shown and gap.code == question.code for gap in results.gaps),
                fell=question.code in alarms,
            )
        )
    return sorted(lines, key=lambda line: -(line.gap or 0))


def question_columns(words: Words) -> list[Column[QuestionLine]]:
    """Statement, company, departments, difference."""
    _ = words

    def departments(line: QuestionLine) -> object:
        return HiddenPaint(_("hidden")) if line.hidden else GapPaint(line.departments, line.wide)

    def gap(line: QuestionLine) -> str:
        return _("{n} p.", n=words.number(line.gap, 0)) if line.gap is not None and line.wide else ""

    def share(line: QuestionLine) -> str:
        return words.percent(line.now * HUNDRED, 0) if line.now is not None else "—"

    def spoken(line: QuestionLine) -> str:
        was = words.percent(line.before * HUNDRED, 0) if line.before is not None else "—"
        return f"{was} → {share(line)}"

    return [
        Column("text", _("Statement"), lambda line: line.text, tooltip=lambda line: line.text),
        Column(
            "shift",
            _("Company: before → now"),
            share,
            roles={
                roles.PICTURE: lambda line: ShiftPaint(line.before, line.now),
                roles.STRONG: lambda _line: True,
                roles.TONE: lambda line: "err" if line.fell else "text",
            },
            accessible=spoken,
            tooltip=lambda line: _("It fell by 15 points or more: ask why") if line.fell else spoken(line),
        ),
        Column("departments", _("Departments now"), lambda line: "", roles={roles.PICTURE: departments}),
        Column(
            "gap",
            _("Difference"),
            gap,
            roles={
                roles.TONE: lambda line: "warn",
                roles.STRONG: lambda line: line.wide,
                roles.ICON: lambda line: ("triangle-alert", "warn") if line.wide else None,
            },
        ),
    ]
