"""The pulse survey: index, participation, privacy; shares before and now; quick entry of paper answers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action as Command
from ui.audience.scene import Focus
from ui.models.table import Column, TableModel
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.feedback.ballot_entry import BallotEntry
from ui.widgets import roles
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.layout import Card, EmptyState, HintLine, NumberCell, NumberStrip, button, plain_label
from ui.widgets.opinions import GapPaint, HiddenPaint, ShiftPaint
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Survey
from workshop_app.domain.pulse import SurveyResults
from workshop_app.services.document import Change
from workshop_app.steps.feedback.operations import add_survey
from workshop_app.steps.feedback.view import FeedbackView, Wave

HUNDRED = Fraction(100)


@dataclass(frozen=True)
class QuestionLine:
    """A question with shares (0…1) before and now, departments' shares, and the gap in points."""

    id: str
    text: str
    before: Fraction | None
    now: Fraction | None
    departments: tuple[tuple[int, Fraction], ...]
    hidden: bool
    gap: Fraction | None
    wide: bool


def question_lines(wave: Wave, before: Wave | None, order: dict[str, int]) -> list[QuestionLine]:
    """Widest gap first, then the order of the questions."""
    results = wave.results
    gaps = {gap.code: gap for gap in results.gaps if gap.is_shown}
    lines = []
    for question in wave.questions:
        figures = results.company.get(question.code)
        old = before.results.company.get(question.code) if before else None
        shares = tuple(
            (order[name], results.shown[name][question.code].favourable / HUNDRED)
            for name in results.shown
            if question.code in results.shown[name] and name in order
        )
        gap = gaps.get(question.code)
        lines.append(
            QuestionLine(
                question.id,
                question.text,
                old.favourable / HUNDRED if old else None,
                figures.favourable / HUNDRED if figures else None,
                shares,
                bool(results.hidden_small or results.hidden_complementary) and len(shares) < 2,
                gap.points if gap else None,
                bool(gap and gap.is_alarm),
            )
        )
    return sorted(lines, key=lambda line: -(line.gap or 0))


class PulsePage(SubPage):
    """Anonymous: no names, no times; small departments stay hidden."""

    name = "pulse"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: FeedbackView | None = None
        theme, icons = self.context.theme, self.context.icons
        self.model: TableModel[QuestionLine] = TableModel(self._columns(), self.context.bridge.run)
        self.table = LineTable(self.model, RowDelegate(theme, icons, self, height=38))
        self.table.set_widths((0, 250, 190, 90))
        self.table.selected.connect(lambda _id: self.tell_moved())
        self.entry = BallotEntry(self.context)
        self.entry.left.connect(lambda: self._entering(False))
        self._build()

    def _columns(self) -> list[Column[QuestionLine]]:
        _ = words = self.context.words

        def departments(line: QuestionLine) -> object:
            return HiddenPaint(_("hidden")) if line.hidden else GapPaint(line.departments, line.wide)

        return [
            Column("text", _("Statement"), lambda line: line.text, tooltip=lambda line: line.text),
            Column(
                "shift",
                _("Company: before → now"),
                lambda line: words.percent(line.now * HUNDRED, 0) if line.now is not None else "—",
                roles={roles.PICTURE: lambda line: ShiftPaint(line.before, line.now)},
            ),
            Column("departments", _("Departments now"), lambda line: "", roles={roles.PICTURE: departments}),
            Column(
                "gap",
                _("Difference"),
                lambda line: _("{n} p.", n=words.number(line.gap, 0)) if line.gap is not None and line.wide else "",
                roles={
                    roles.TONE: lambda line: "warn",
                    roles.ICON: lambda line: ("triangle-alert", "warn") if line.wide else None,
                },
            ),
        ]

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.waves = SegmentedControl(theme, icons)
        self.waves.chosen.connect(lambda _key: self._fill())
        new = button(_("New wave"), "sec", self.add_new, icons=icons, icon="plus", theme=theme)
        self.enter = button(
            _("Enter answers"), "pri", lambda: self._entering(True), icons=icons, icon="pencil", theme=theme
        )
        self.strip = NumberStrip(theme)
        self.privacy = plain_label("", theme, "control", "text2", wrap=True)
        card = Card(margins=1, spacing=0)
        card.body.addWidget(self.table)
        bottom = Card(margins=12, spacing=6)
        bottom.body.addWidget(
            plain_label(_("What one thing gets in the way of working together?"), theme, "card_title")
        )
        self.comments = plain_label("", theme, "body", "text2", wrap=True)
        bottom.body.addWidget(self.comments)
        results = QVBoxLayout()
        results.setSpacing(8)
        results.addWidget(self.strip)
        results.addWidget(self.privacy)
        results.addWidget(card, 1)
        results.addWidget(bottom)
        holder = QWidget()
        results.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(results)
        self.stack = QStackedWidget()
        self.stack.addWidget(holder)
        self.stack.addWidget(self.entry)
        self.stack.addWidget(
            EmptyState(
                "message-square", _("No survey yet. Eleven statements, five minutes, no names."), theme, icons,
                primary=(_("First wave"), self.add_new),
            )
        )  # fmt: skip
        hints = [("F4", _("next problem")), ("Ctrl+E", _("enter answers")), ("F5", _("room: company only"))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(tabbed_header(self, (self.waves, new, self.enter)))
        column.addWidget(self.stack, 1)
        column.addWidget(HintLine(hints, theme))

    def show_view(self, view: FeedbackView, change: Change | None) -> None:
        """Waves, numbers, questions, comments."""
        self._view = view
        chosen = self.waves.current()
        self.waves.set_items([(wave.survey.id, wave.survey.title) for wave in view.waves])
        if view.waves and chosen not in {wave.survey.id for wave in view.waves}:
            self.waves.set_current(view.waves[-1].survey.id)
        self.waves.setVisible(bool(view.waves))
        self.enter.setEnabled(bool(view.waves))
        self._fill()

    def _wave(self) -> tuple[Wave | None, Wave | None]:
        waves = self._view.waves if self._view else ()
        at = next((at for at, wave in enumerate(waves) if wave.survey.id == self.waves.current()), len(waves) - 1)
        if at < 0:
            return None, None
        return waves[at], waves[at - 1] if at else None

    def _fill(self) -> None:
        wave, before = self._wave()
        if wave is None or self._view is None:
            self.stack.setCurrentIndex(2)
            return
        if self.stack.currentIndex() == 2:
            self.stack.setCurrentIndex(0)
        self.waves.set_current(wave.survey.id)
        order = {department.id: at for at, department in enumerate(self._view.departments)}
        self.strip.set_cells(self._cells(wave.results, before.results if before else None))
        self.privacy.setText(self._privacy(wave.results))
        self.model.set_lines(question_lines(wave, before, order))
        self._show_comments(wave.results)
        self.entry.show_wave(wave, self._view.departments)

    def _cells(self, results: SurveyResults, before: SurveyResults | None) -> list[NumberCell]:
        _ = words = self.context.words
        was = before.cooperation_index if before else None
        unit = _("% (was {n})", n=words.number(was, 1)) if was is not None else "%"
        answered, invited = results.n_total, results.invited_total
        cells = [
            NumberCell("index", words.number(results.cooperation_index, 1), _("cooperation index"), unit),
            NumberCell("answered", str(answered), _("answered"), _("of {n}", n=invited)),
        ]
        for department in self._view.departments if self._view else ():
            shown = department.id in results.visible
            caption = department.short if shown else _("{department}: hidden", department=department.short)
            cells.append(NumberCell(department.id, str(results.n.get(department.id, 0)), caption, _("answers")))
        return cells

    def _privacy(self, results: SurveyResults) -> str:
        _ = words = self.context.words
        names = {d.id: d.short for d in (self._view.departments if self._view else ())}
        parts = []
        small = ", ".join(names.get(d, d) for d in results.hidden_small)
        second = ", ".join(names.get(d, d) for d in results.hidden_complementary)
        if small:
            parts.append(_("{names}: fewer than {n} answers, hidden", names=small, n=results.threshold))
        if second:
            parts.append(_("{names}: hidden too, or the rest could be worked out", names=second))
        if not parts:
            parts.append(_("All departments are shown: threshold {n}", n=results.threshold))
        one = results.one_person()
        if one is not None:
            parts.append(_("One person = {n} points", n=words.number(one, 0)))
        return "   ".join(parts)

    def _show_comments(self, results: SurveyResults) -> None:
        _ = self.context.words
        lines = [f"·  {comment.text}" for comment in results.comments[:4]]
        named = any(comment.names for comment in results.comments)
        if named:
            lines.append(_("There are names in the comments: read them before you show them."))
        self.comments.setText("\n".join(lines) or _("Comments are shown from ten answers on."))

    def _entering(self, on: bool) -> None:
        """Entering answers freezes the room."""
        reason = self.context.words("The room is frozen while answers are entered. F5 shows it again.")
        if on:
            self.context.room.guard("pulse", reason)
        else:
            self.context.room.unguard("pulse")
        self.stack.setCurrentIndex(1 if on else 0)
        if on:
            self.entry.begin()

    def add_new(self) -> None:
        """A new wave with the method's questions; everybody active is invited."""
        engagement = self.page.engagement
        invited: dict[str, int] = {}
        for department in engagement.departments:
            invited[department.id] = sum(p.active and p.department_id == department.id for p in engagement.people)
        number = len(engagement.surveys) + 1
        title = self.context.words("Wave {n}", n=number)
        threshold = max(4, engagement.settings.anonymity_threshold)
        day = self.context.bridge.as_of
        if self.run(add_survey(title, day, engagement.company.language, threshold, invited)):
            self.waves.set_current(self.page.engagement.surveys[-1].id)
            self._fill()

    def select(self, row_id: str | None) -> None:
        """A wave or a question."""
        if self.page.engagement.get(Survey, row_id) is not None:
            self.waves.set_current(row_id or "")
            self._fill()
        else:
            self.table.select(row_id)

    def room_focus(self) -> Focus:
        """The wave in front."""
        return Focus(self.waves.current())

    def sub_actions(self) -> tuple[Command, ...]:
        """Entering answers, a new wave."""
        _ = self.context.words
        section = _("Feedback and monitoring")
        return (
            Command(
                "pulse_enter",
                _("Enter answers of the pulse survey"),
                lambda: self._entering(True),
                section,
                ("Ctrl+E",),
                "pencil",
            ),
            Command("pulse_new", _("New wave of the pulse survey"), self.add_new, section, (), "plus"),
        )
