"""The pulse survey: index, participation, privacy; shares before and now; quick entry of paper answers."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action as Command
from ui.audience.guarding import RoomGuard
from ui.audience.scene import Focus
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.import_preview.opening import begin_import
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.feedback.ballot_entry import BallotEntry
from ui.steps.feedback.pulse_cards import CommentsCard, WaitingCard
from ui.steps.feedback.pulse_columns import QuestionLine, question_columns, question_lines
from ui.steps.feedback.pulse_strip import PulseStrip
from ui.steps.feedback.wave_choice import WaveChoice
from ui.steps.feedback.wave_editor import WaveEditor
from ui.widgets.buttons import IconButton
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.layout import EmptyState, button
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Survey
from workshop_app.domain.places import places_of
from workshop_app.domain.pulse import LOWEST_THRESHOLD, is_second_wave, next_wave_day
from workshop_app.i18n import Words
from workshop_app.services.document import Change
from workshop_app.steps.feedback.operations import add_survey
from workshop_app.steps.feedback.view import FeedbackView, Wave

RESULTS, ENTRY, NOTHING = range(3)
QUESTIONS, UNANSWERED = range(2)
LEAST_TABLE = 96
WIDE = 800
"""From this width on (at 100 %) the waves stand side by side."""


class PulsePage(SubPage):
    """Anonymous: no names, no times; small departments stay hidden."""

    name = "pulse"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        reason = self.context.words("The room is frozen while answers are entered. F5 shows it again.")
        self._guard = RoomGuard(self, self.context.room, "pulse", reason, stays=True)
        self._view: FeedbackView | None = None
        theme, icons = self.context.theme, self.context.icons
        self.model: TableModel[QuestionLine] = TableModel(question_columns(self.context.words), self.context.bridge.run)
        self.table = LineTable(self.model, RowDelegate(theme, icons, self, height=29))
        self.table.ring_rows()
        self.table.set_widths((0, 210, 176, 90), optional=(2,))
        self.table.setAccessibleName(self.context.words("Statements of the survey"))
        self.table.selected.connect(lambda _id: self.tell_moved())
        self.entry = BallotEntry(self.context)
        self.entry.left.connect(lambda: self.enter_answers(False))
        self.strip = PulseStrip(self.context)
        self.comments, self.waiting = CommentsCard(self.context), WaitingCard(self.context)
        self.editor = WaveEditor(self.context)
        self._build()

    def _build(self) -> None:
        _ = self.context.words
        self.stack = QStackedWidget()
        self.stack.addWidget(self._results())
        self.stack.addWidget(self.entry)
        self.stack.addWidget(self._nothing())
        hints = [
            ("F4", _("next difference")),
            ("Ctrl+E", _("enter answers")),
            ("F2", _("edit the wave")),
            ("F5", _("room: company only")),
        ]
        self.hints = self.lay_out(tabbed_header(self, self._tools()), self.stack, grows=self.stack, hints=hints)

    def _tools(self) -> tuple[QWidget, ...]:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.waves = WaveChoice(theme, icons, _("Wave of the survey"))
        self.waves.chosen.connect(lambda _key: self._fill())
        self.edit_button = IconButton("pencil", _("Edit the wave"), theme, icons)
        self.edit_button.setCheckable(True)
        self.edit_button.toggled.connect(self._edit)
        self.load = IconButton("upload", _("Load answers from a file"), theme, icons, self.load_answers)
        new = IconButton("plus", _("New wave"), theme, icons, self.add_new)
        self.enter = button(_("Enter answers"), "pri", lambda: self.enter_answers(True), theme=theme)
        return self.waves, self.edit_button, self.load, new, self.enter

    def _results(self) -> QWidget:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        card = TableCard()
        self.questions = QStackedWidget()
        self.questions.setMinimumHeight(LEAST_TABLE)
        self.questions.addWidget(self.table)
        waiting = EmptyState(
            "message-square", _("No answers yet. Print the ballots, enter them by hand or load a file."), theme, icons,
            primary=(_("Enter answers"), lambda: self.enter_answers(True)),
            quiet=(_("Print ballots"), self._print),
        )  # fmt: skip
        self.questions.addWidget(waiting)
        card.body.addWidget(self.questions)
        notes = QWidget()
        row = QHBoxLayout(notes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.comments, 5)
        row.addWidget(self.waiting, 6)
        self.notes = notes
        for part in (notes, self.editor):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.editor.hide()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addWidget(card, 1)
        column.addWidget(notes)
        column.addWidget(self.editor)
        return holder

    def _nothing(self) -> EmptyState:
        _ = self.context.words
        text = _("No survey yet. Eleven statements, five minutes, no names.")
        return EmptyState(
            "message-square", text, self.context.theme, self.context.icons,
            primary=(_("First wave"), self.add_new), quiet=(_("Load answers from a file"), self.load_answers),
        )  # fmt: skip

    def show_view(self, view: FeedbackView, change: Change | None) -> None:
        """Waves, strip, questions, comments."""
        self._view = view
        chosen = self.waves.current()
        self.waves.set_items([(wave.survey.id, short_title(wave, self.context.words)) for wave in view.waves])
        if view.waves and chosen not in {wave.survey.id for wave in view.waves}:
            self.waves.set_current(_latest(view).survey.id)
        self.waves.setVisible(bool(view.waves))
        self.enter.setEnabled(bool(view.waves))
        self.edit_button.setEnabled(bool(view.waves))
        self._fill()

    def _wave(self) -> tuple[Wave | None, Wave | None]:
        """The wave in front, and the last one before it that has answers."""
        waves = self._view.waves if self._view else ()
        at = next((at for at, wave in enumerate(waves) if wave.survey.id == self.waves.current()), len(waves) - 1)
        if at < 0:
            return None, None
        earlier = [wave for wave in waves[:at] if wave.results.company]
        return waves[at], earlier[-1] if earlier else None

    def _fill(self) -> None:
        wave, before = self._wave()
        if wave is None or self._view is None:
            self.stack.setCurrentIndex(NOTHING)
            return
        if self.stack.currentIndex() == NOTHING:
            self.stack.setCurrentIndex(RESULTS)
        departments = self._view.departments
        self.waves.set_current(wave.survey.id)
        self.strip.show_wave(wave, before, departments)
        self.model.set_lines(question_lines(wave, before, places_of(departments)))
        self.questions.setCurrentIndex(QUESTIONS if wave.results.n_total else UNANSWERED)
        self.comments.show_results(wave.results)
        self.waiting.show_view(self._view)
        self.editor.show_wave(wave, departments)
        self.entry.show_wave(wave, departments)

    def enter_answers(self, on: bool) -> None:
        """Quick entry comes to the front; the room is frozen meanwhile."""
        if on and not (self._view and self._view.waves):
            return
        (self._guard.begin if on else self._guard.end)()
        self.stack.setCurrentIndex(ENTRY if on else RESULTS)
        self.hints.setVisible(not on)
        if on:
            self.entry.begin()
        else:
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where room is short the waves are a list."""
        super().resizeEvent(event)
        self.waves.set_narrow(self.width() < self.context.theme.theme.pixels(WIDE))

    def load_answers(self) -> None:
        """Answers of a form service or a table, looked at before anything is done."""
        begin_import(self.context, self, "survey", Place(self.page.step_id, self.name))

    def edit_wave(self) -> None:
        """F2: title, day, threshold, how many were asked."""
        if self.edit_button.isEnabled() and self.stack.currentIndex() == RESULTS:
            self.edit_button.toggle()
            (self.editor.title if self.edit_button.isChecked() else self.table).setFocus()

    def _edit(self, on: bool) -> None:
        self.editor.setVisible(on)
        self.notes.setVisible(not on)

    def _print(self) -> None:
        self.context.shell.go(Place("plan", "print", None, "ballots"))

    def add_new(self) -> None:
        """A new wave with the method's questions on the day it is due; everybody active is asked."""
        engagement = self.page.engagement
        words, day = Words(engagement.company.language), next_wave_day(engagement, self.context.bridge.as_of)
        invited = {
            department.id: sum(p.active and p.department_id == department.id for p in engagement.people)
            for department in engagement.departments
        }
        title = words("Wave {n}", n=len(engagement.surveys) + 1)
        if not engagement.surveys:
            title = words("Before the session")
        elif is_second_wave(engagement, day):
            title = words("60 days after")
        threshold = max(LOWEST_THRESHOLD, engagement.settings.anonymity_threshold)
        if self.run(add_survey(title, day, words.language, threshold, invited)):
            self.waves.set_current(self.page.engagement.surveys[-1].id)
            self._fill()

    def next_problem(self, way: int) -> bool:
        """F4: the next question on which departments differ, or that fell."""
        return self.table.select_next([line.id for line in self.model.lines if line.wide or line.fell], way)

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
        """Entering answers, a file, a new wave, the wave's own fields."""
        _ = self.context.words
        section = _("Feedback and monitoring")
        enter = _("Enter answers of the pulse survey")
        return (
            Command("pulse_enter", enter, lambda: self.enter_answers(True), section, ("Ctrl+E",), "pencil"),
            Command("pulse_load", _("Load answers from a file"), self.load_answers, section, (), "upload"),
            Command("pulse_edit", _("Edit the wave"), self.edit_wave, section, ("F2",), "pencil"),
            Command("pulse_new", _("New wave of the pulse survey"), self.add_new, section, (), "plus"),
        )


def short_title(wave: Wave, words: Words) -> str:
    """The wave's title without the words that the tab says already."""
    title = wave.survey.title.strip()
    for prefix in (words("Pulse survey"), "Pulse survey", "Пульс-опрос"):
        rest = title[len(prefix) :].strip(" :,–-")
        if title.casefold().startswith(prefix.casefold()) and rest:
            return rest[:1].upper() + rest[1:]
    return title or words("untitled")


def _latest(view: FeedbackView) -> Wave:
    """The latest wave with answers, else the first that waits for them."""
    answered = [wave for wave in view.waves if wave.results.n_total]
    return answered[-1] if answered else view.waves[0]
