"""The common goals: cards in two columns, the one that is edited becomes a form, the last tile adds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from ui.actions import Action
from ui.audience.ballot import VoteKind
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.pages.tile_page import TilePage
from ui.pages.tiles import TileArea, TileCell
from ui.steps.goals.goal_form import GoalForm
from ui.steps.goals.goal_tile import GoalTile
from ui.steps.goals.vote_turns import ConfidenceTurns, named_focus
from ui.turns.desk import TurnDesk
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, EmptyState, StepHeader, button, plain_label
from ui.widgets.text_field import TextField
from ui.widgets.tips import plain_tip
from workshop_app.domain.message import N_
from workshop_app.domain.model import Goal
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Change, Operation
from workshop_app.steps.goals.ballots import discard_confidence, named_confidence, sealed_people
from workshop_app.steps.goals.operations import add_goal, remove_goal
from workshop_app.steps.goals.pasting import add_all, pasted_texts
from workshop_app.steps.goals.samples import SAMPLES, Sample, add_sample
from workshop_app.steps.goals.view import GoalsView

LEAST_HEIGHT = 250


class GoalListPage(TilePage[Goal]):
    """Enter edits, Alt+arrows move, Del removes, Ins adds."""

    name = "goals"
    row_type = Goal

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self.add_tile = self._add_tile()
        self.area = TileArea(
            self.context,
            lambda: GoalTile(self.context),
            lambda: GoalForm(self.context),
            extra=(self.add_tile,),
            least=LEAST_HEIGHT,
        )
        self._build()
        self.connect_area()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.samples = button(_("Samples"), "ghost", self._samples_menu, icons=icons, icon="lightbulb", theme=theme)
        forward = self.forward_button(_("To roles"), Place("roles"))
        self.turns = TurnDesk(self, self.context, self._make_turns)
        turn = button(_("Confidence in turn"), "ghost", self.turns.begin, icons=icons, icon="users", theme=theme)
        turn.setToolTip(plain_tip(_("One after another votes on this laptop, unseen by the next")))
        self.header = StepHeader(_("Common goals"), theme, (turn, self.samples, forward))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self._empty())
        hints = [
            ("← ↑ → ↓", _("other goal")),
            ("Enter", _("edit")),
            ("Esc", _("done")),
            ("Alt+↑/↓", _("order")),
            ("Del", _("delete")),
            ("Ins", _("new goal")),
        ]
        self.lay_out(self.header, self.stack, grows=self.stack, hints=hints)

    def past_the_end(self) -> None:
        """To the line of the last tile."""
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def cells(self) -> Mapping[str, TileCell]:
        """The goals' places in the grid, by id."""
        return self.area.cells

    def _add_tile(self) -> Card:
        _, theme = self.context.words, self.context.theme
        tile = Card("dashed", 20, 8)
        tile.body.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        tile.body.addWidget(IconLabel("plus", theme, self.context.icons, "accent", 22), 0, middle)
        tile.body.addWidget(plain_label(_("New common goal"), theme, "card_title", "accent"), 0, middle)
        what = _("What changes, for whom, by how much, by when")
        self.entry = TextField(theme, what, _("New common goal"))
        self.entry.committed.connect(self._enter)
        self.entry.installEventFilter(self)
        tile.body.addWidget(self.entry)
        hint = plain_label(
            _("Enter writes it down. Or take one of five samples."), theme, "caption", "text3", wrap=True
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        tile.body.addWidget(hint)
        tile.body.addStretch(1)
        tile.setMinimumHeight(theme.theme.pixels(LEAST_HEIGHT))
        return tile

    def _empty(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "target",
            _("A common goal is one that no department reaches alone."),
            self.context.theme,
            self.context.icons,
            (_("Write a goal"), self.add_new),
            (_("Take a sample"), self._samples_menu),
        )

    def show_view(self, view: GoalsView, change: Change | None) -> None:
        """Cards in their order."""
        self.area.set_items(view.goals)
        count = len(view.goals)
        if count:
            self.stack.setCurrentIndex(0)
        elif not self.entry.hasFocus():
            self.stack.setCurrentIndex(1)
        words = self.context.words
        note = words.plural("{n} goal", "{n} goals", count)
        said = words("{goals}, three to five are enough", goals=note) if count else ""
        waiting = sealed_people(self.context.bridge.engagement)
        unopened = words.plural("{n} ballot not opened", "{n} ballots not opened", waiting) if waiting else ""
        self.header.set_note(" · ".join(filter(None, (said, unopened))))

    def edit(self, goal_id: str) -> None:
        """Open the form of a goal."""
        self.area.edit(goal_id)

    def removal(self, record: Goal) -> Operation:
        """Its actions stay."""
        return remove_goal(record)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Tab after a title goes on in the new goal's form, as Enter does."""
        tab = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if watched is self.entry and tab and self.entry.text().strip():
            self.entry.commit()
            return True
        return super().eventFilter(watched, event)

    def _enter(self, typed: str) -> None:
        """A title that was typed is a goal; its form opens unless the person has gone elsewhere."""
        title = single_line(typed)
        if title:
            self._add(add_goal(title), open_form=self.entry.hasFocus())

    def paste(self, rows: list[list[str]]) -> None:
        """A goal a row; what else the rows have is typed on their cards."""
        known = [goal.title for goal in self.context.bridge.engagement.goals]
        operation = add_all(pasted_texts(rows, known), add_goal, N_("{n} goals pasted"))
        if operation is not None:
            self.run_and_tell(operation)

    def _add(self, operation: Operation, *, open_form: bool = True) -> None:
        if self.run(operation):
            self.entry.clear()
            self.entry.set_value("")
            if not open_form:
                return
            form = self.open_newest()
            if isinstance(form, GoalForm):
                form.measured.setFocus(Qt.FocusReason.TabFocusReason)

    def _samples_menu(self) -> None:
        menu = self.samples_menu()
        menu.exec(self.samples.mapToGlobal(self.samples.rect().bottomLeft()))
        menu.deleteLater()

    def samples_menu(self) -> QMenu:
        """Five goals to begin with."""
        menu = QMenu(self)
        for sample in SAMPLES:
            menu.addAction(self.context.words(sample.title), partial(self.take_sample, sample))
        return menu

    def take_sample(self, sample: Sample) -> None:
        """Add a sample; its numbers are typed next."""
        self._add(add_sample(sample, self.context.words))

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, samples, edit."""
        _ = self.context.words
        section = _("Common goals")
        return (
            Action("goal_add", _("New common goal"), self.add_new, section, (), "plus"),
            Action("goal_turns", _("Confidence in turn on this laptop"), self.turns.begin, section, (), "users"),
            Action("goal_names", _("Room: who voted how"), self.name_votes, section, (), "users"),
            Action("goal_discard", _("Throw away the votes not opened"), self.discard_votes, section, (), "trash-2"),
            Action("goal_edit", _("Edit the goal"), self._edit_current, section, ("Enter",), "pencil", local=True),
            *(
                Action(f"goal_{sample.id}", _(sample.title), partial(self.take_sample, sample), _("Samples"))
                for sample in SAMPLES
            ),
        )

    def _make_turns(self) -> ConfidenceTurns:
        return ConfidenceTurns(self.context.bridge, self.context.words)

    def name_votes(self) -> None:
        """Who believes how far in the current goal, in the room: after an open vote, once it is opened."""
        goal = self.record(self.area.current)
        named = named_confidence(self.context.bridge.engagement, goal.id) if goal else ()
        if goal is None or not named or self.turns.going:
            self.context.shell.toast(self.context.words("There are names only after an open vote in turn."))
        else:
            self.context.room.put("vote", named_focus(goal.title, VoteKind.CONFIDENCE, goal.confidence, named))

    def discard_votes(self) -> None:
        """A round of confidence that nobody has opened goes unseen; nothing brings it back."""
        if self.turns.going or not sealed_people(self.context.bridge.engagement):
            self.context.shell.toast(self.context.words("No votes wait to be opened."))
        elif self.run(discard_confidence()):
            self.turns.forget()
            self.context.shell.toast(self.context.words("Votes thrown away, not opened"))

    def open_to_room(self) -> bool:
        """F5 while people vote opens nothing."""
        return self.turns.show_counts()

    def _edit_current(self) -> None:
        if self.area.current is not None:
            self.edit(self.area.current)

    def add_new(self) -> None:
        """Ins: the line of the last tile."""
        self.stack.setCurrentIndex(0)
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(self.add_tile)
