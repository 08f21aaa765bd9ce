"""The key competence: candidates, hidden votes, open verdicts, the room's choice."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.audience.ballot import VoteKind
from ui.audience.guarding import RoomGuard
from ui.audience.room import RoomState
from ui.audience.scene import Focus
from ui.audience.scenes.goals import SHORT
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.unwritten import Unwritten
from ui.steps.goals.ballot_delegate import LEAST_ROW, ROW, TEXT_HEIGHT, BallotDelegate
from ui.steps.goals.ballot_model import TEXT_ROW, BallotModel
from ui.steps.goals.ballot_view import BallotView
from ui.steps.goals.entry import EntryCard
from ui.steps.goals.legend import VoteLegend
from ui.steps.goals.verdicts import VerdictRow
from ui.steps.goals.vote_turns import CompetenceTurns, named_focus
from ui.steps.goals.voting_keys import VotingKeys
from ui.turns.desk import TurnDesk
from ui.widgets.frozen import FrozenGrid, Widths
from ui.widgets.layout import Card, EmptyState, StepHeader, button, plain_label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextArea
from ui.widgets.tips import plain_tip
from workshop_app.domain.competence import CRITERIA
from workshop_app.domain.message import N_
from workshop_app.domain.model import Competence
from workshop_app.services.document import Change
from workshop_app.services.operations import move_row
from workshop_app.steps.goals.ballots import named_votes
from workshop_app.steps.goals.operations import (
    add_competence,
    change_competence,
    choose_competence,
    remove_competence,
)
from workshop_app.steps.goals.pasting import add_all, pasted_texts
from workshop_app.steps.goals.view import CandidateLine, GoalsView

LOW = 700
WIDTHS = Widths(least=180, most=2000, head=312)


class CompetencePage(SubPage):
    """Votes are hidden until they are opened; a workshop whose competence is chosen opens with them open."""

    name = "competence"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: GoalsView | None = None
        self._doomed: tuple[int, str] | None = None
        self._unwritten = Unwritten(self.context.bridge)
        self.revealed: bool | None = None
        self._told: str | None = None
        self.model = BallotModel(self.context.words)
        self.table = BallotView(self.context, self.model)
        side = BallotDelegate(self.context, self.model, self.table)
        self.grid = FrozenGrid(
            self.table, self.context.theme, WIDTHS, row_height=ROW, head_height=0, side_delegate=side
        )
        self.grid.set_own_height(TEXT_ROW, TEXT_HEIGHT)
        self.keys = VotingKeys(self.context, self.table, self.model)
        reason = self.context.words("The room is frozen while votes are entered. F5 shows it again.")
        self._guard = RoomGuard(self, self.context.room, "competence", reason)
        self.turns = TurnDesk(self, self.context, self._make_turns)
        self.entry = EntryCard(self.context)
        self.verdicts = VerdictRow(self.context)
        self._build()
        self._connect()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.which = SegmentedControl(theme, icons)
        self.which.set_items([("hidden", _("Votes hidden"), "eye-off"), ("open", _("Votes open"), "eye")])
        turn = button(_("In turn"), "ghost", self._begin_turns, icons=icons, icon="users", theme=theme)
        turn.setToolTip(plain_tip(_("One after another votes on this laptop, unseen by the next")))
        add = button(_("Candidate"), "ghost", self.add_new, icons=icons, icon="plus", theme=theme)
        forward = self.forward_button(_("To common goals"), Place("goals", "goals"))
        card = Card("card", 1, 0)
        card.body.addWidget(self.grid)
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        self.stack.addWidget(self._empty())
        self.below = QWidget()
        self._lay_out_below()
        header = StepHeader(_("The key competence"), theme, (add, turn, self.which, forward))
        self.hints = self.lay_out(header, self.stack, self.below, grows=self.stack, hints=self._hints())

    def _lay_out_below(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.legend = VoteLegend(theme, self.context.words)
        self.voted = plain_label("", theme, "body_strong")
        self.show_button = button(_("Open the votes"), "sec", self._show_in_room, icons=icons, icon="eye", theme=theme)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.legend, 1)
        line.addWidget(self.voted)
        line.addWidget(self.show_button)
        column = QVBoxLayout(self.below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.entry)
        column.addWidget(self.verdicts)

    def _empty(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "message-square",
            _("“A client comes a second time because …”"),
            self.context.theme,
            self.context.icons,
            (_("Add a sentence"), self.add_new),
            (_("To common goals"), lambda: self.page.go_to(Place("goals", "goals"))),
            detail=_("In silence, four minutes: everybody completes the sentence. Two to four candidates remain."),
        )

    def _hints(self) -> list[tuple[str, str]]:
        _ = self.context.words
        choose = ("Ctrl+Enter", _("choose the candidate"))
        if self.revealed:
            return [("← →", _("candidate")), ("F2", _("edit the sentence")), choose]
        return [
            ("0 1 2", _("vote")),
            ("Tab", _("next person")),
            ("Backspace", _("take back")),
            ("Enter", _("next question")),
            ("F5", _("open the votes")),
            choose,
        ]

    def _connect(self) -> None:
        self.which.chosen.connect(lambda key: self.set_revealed(key == "open"))
        self.table.walked.connect(self._walked)
        self.table.removed.connect(self._remove)
        self.table.moved.connect(self._move)
        self.table.begun.connect(self._begin)
        self.table.edited.connect(self._unwritten.drop)
        self.turns.changed.connect(self.tell_moved)
        self.keys.voting.connect(self._guard.begin)
        self.keys.wanted.connect(self.run)
        self.keys.said.connect(self.context.shell.toast)
        self.keys.changed.connect(self._show_entry)
        self.entry.k2_chosen.connect(self._score_k2)
        self.entry.seat_chosen.connect(self.keys.choose)
        self.verdicts.pointed.connect(self.select)
        self.verdicts.wanted.connect(self._choose_id)

    def show_view(self, view: GoalsView, change: Change | None) -> None:
        """Table, counts or verdicts."""
        if self.revealed is None:
            self.revealed = view.chosen is not None
        self._view = view
        self._show()

    def _show(self) -> None:
        view, revealed = self._view, bool(self.revealed)
        if view is None:
            return
        self.stack.setCurrentIndex(0 if view.candidates else 1)
        self.below.setVisible(bool(view.candidates))
        self.which.set_current("open" if revealed else "hidden")
        self.table.voting = not revealed
        candidate = self.focus_id()
        row = self.table.currentIndex().row()
        self.model.show(view, revealed)
        if view.candidates and not self.table.currentIndex().isValid():
            self.grid.choose(row if row >= 0 else 1, max(1, self.model.column_of(candidate)))
        self.hints.set_hints(self._hints())
        self.entry.setVisible(not revealed)
        self.verdicts.setVisible(revealed)
        if revealed:
            self.verdicts.show_verdicts(view)
        self.legend.show_legend(view.departments, revealed)
        self._count(view)
        self.keys.follow()
        self._show_entry()

    def _count(self, view: GoalsView) -> None:
        _ = self.context.words
        progress = view.ballots_complete()
        self.voted.setText(_("{n} of {total} have voted", n=progress.voted, total=progress.expected))
        self.show_button.set_text(_("Show the room") if self.revealed else _("Open the votes"))

    def _show_entry(self) -> None:
        if self._view is not None and not self.revealed:
            index = self.table.currentIndex()
            line, criterion = self.model.candidate(index.column()), self.model.criterion(index.row())
            self.entry.show_entry(self._view, line, criterion, self.keys.cursor)

    def _walked(self) -> None:
        self.keys.follow()
        self._show_entry()
        self.grid.head.viewport().update()
        if self.focus_id() != self._told:
            self._told = self.focus_id()
            self.verdicts.reveal(self._told)
            self.tell_moved()

    def set_revealed(self, revealed: bool) -> None:
        """Open or hide all votes, here and in the room."""
        self.revealed = revealed
        self._guard.end()
        self._show()
        self._fit_rows()
        self.table.setFocus()
        self.tell_moved()

    def _current(self) -> CandidateLine | None:
        return self.model.candidate(self.table.currentIndex().column())

    def _remove(self) -> None:
        line = self._current()
        if self.table.currentIndex().row() != TEXT_ROW:
            self._clear_cell()
        elif line is not None:
            self.run_and_tell(remove_competence(line.competence))

    def _clear_cell(self) -> None:
        """A typed score at once; votes, which no undo brings back, with the second Del on the same cell."""
        shell, words, criterion = self.context.shell, self.context.words, self.keys.cell_name()
        cell = (self.table.currentIndex().column(), criterion)
        if self.keys.has_votes() and self._doomed != cell:
            self._doomed = cell
            text = words("Del again clears all votes on {criterion}. They do not come back.", criterion=criterion)
            shell.toast(text)
            return
        typed = not self.keys.has_votes()
        self._doomed = None
        if self.keys.clear():
            shell.toast(words("Votes cleared: {criterion}", criterion=criterion), undo=typed)

    def _move(self, way: int) -> None:
        view, line = self._view, self._current()
        if view is None or line is None:
            return
        at = view.candidates.index(line)
        before = at - 1 if way < 0 else at + 2
        if 0 <= before <= len(view.candidates):
            target = view.candidates[before].competence if before < len(view.candidates) else None
            if self.run(move_row(line.competence, target)):
                self.select(line.id)

    def _score_k2(self, key: str) -> None:
        line = self._current()
        if line is not None:
            self.run(change_competence(line.competence, k2_score=None if key == "votes" else int(key)))
        self.table.setFocus()

    def choose(self) -> None:
        """Ctrl+Enter: the current candidate is the key competence, or is not any more."""
        self._choose_id(self.focus_id() or "")

    def _choose_id(self, candidate_id: str) -> None:
        view, words, shell = self._view, self.context.words, self.context.shell
        line = view.candidate(candidate_id) if view else None
        if view is None or line is None:
            return
        if not self.revealed and view.progress_all().voted:
            shell.toast(words("Open the votes first: F5."))
            return
        self.run_and_tell(choose_competence(line.competence, not line.competence.chosen))

    def select(self, row_id: str | None) -> None:
        """A candidate's column."""
        column = self.model.column_of(row_id)
        if column > 0:
            self.grid.choose(max(0, self.table.currentIndex().row()), column)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The candidate under the cursor."""
        line = self._current()
        return line.id if line else None

    def room_focus(self) -> Focus:
        """The candidate, and whether its votes are open."""
        mode = (("mode", self.turns.panel.turns.mode),) if self.turns.going and self.turns.panel else ()
        return Focus(self.focus_id(), revealed=bool(self.revealed), options=mode)

    def _make_turns(self) -> CompetenceTurns:
        return CompetenceTurns(self.context.bridge, self.context.words, lambda: self.set_revealed(True))

    def _begin_turns(self) -> None:
        self.set_revealed(False)
        self.turns.begin()

    def name_votes(self) -> None:
        """Who voted how on the question under the cursor, in the room: after an open vote, once it is opened."""
        cell, words = self.keys.cell(), self.context.words
        named = named_votes(self.context.bridge.engagement, cell[0].id, cell[1]) if cell else ()
        if cell is None or not named or not self.revealed:
            self.context.shell.toast(words("There are names only after an open vote in turn."))
            return
        line, criterion = cell
        votes = [vote for cast in line.cast(criterion).values() for vote in cast]
        text = words(dict(SHORT)[criterion])
        self.context.room.put("vote", named_focus(text, VoteKind.SCALE, votes, named))

    def _show_in_room(self) -> None:
        self.context.actions.run("room_show")

    def open_to_room(self) -> bool:
        """F5: show; pressed again, open the votes once everybody has voted."""
        room = self.context.room
        live = room.state is RoomState.SHOW and room.live.scene == self.room_scene()
        if self.turns.show_counts():
            return True
        if self.revealed or not live or self._view is None:
            return False
        missing = self._missing(self._view)
        if missing:
            self.context.shell.toast(missing)
        else:
            self.set_revealed(True)
        return True

    def _missing(self, view: GoalsView) -> str:
        """Which question of which candidate is not voted to the end; empty when all is."""
        words = self.context.words
        for line in view.candidates:
            for criterion in view.open_criteria(line):
                progress = view.progress_of(line, criterion)
                return words(
                    "{criterion}, “{text}”: {n} of {total} have voted. “Votes open” opens them all the same.",
                    criterion=criterion,
                    text=line.competence.text,
                    n=progress.voted,
                    total=progress.expected,
                )
        return ""

    def sub_actions(self) -> tuple[Action, ...]:
        """Choose, add, open, hide."""
        _ = self.context.words
        section = _("The key competence")
        return (
            Action("cmp_choose", _("Choose the candidate"), self.choose, section, ("Ctrl+Return",), "check"),
            Action("cmp_add", _("Add a candidate"), self.add_new, section, (), "plus"),
            Action("cmp_open", _("Open the votes"), lambda: self.set_revealed(True), section, (), "eye"),
            Action("cmp_hide", _("Hide the votes"), lambda: self.set_revealed(False), section, (), "eye-off"),
            Action("cmp_turns", _("Votes in turn on this laptop"), self._begin_turns, section, (), "users"),
            Action("cmp_names", _("Room: who voted how"), self.name_votes, section, (), "users"),
            Action("cmp_vote", _("Vote 0, 1 or 2"), lambda: None, section, ("0 1 2",), local=True),
            Action("cmp_next", _("Next person"), lambda: None, section, ("Tab",), local=True),
        )

    def paste(self, rows: list[list[str]]) -> None:
        """A candidate a row."""
        known = [candidate.text for candidate in self.context.bridge.engagement.competences]
        operation = add_all(pasted_texts(rows, known), add_competence, N_("{n} candidates pasted"))
        if operation is not None:
            self.run_and_tell(operation)

    def add_new(self) -> None:
        """Ins: a candidate whose sentence is typed in place; votes are hidden again."""
        self._begin()

    def _begin(self, first: str = "") -> None:
        """Another candidate; a letter typed over a sentence is the first one of the next."""
        if self.revealed:
            self.set_revealed(False)
        if self.run(add_competence(self.context.words("The client gets …"))):
            made = self.context.bridge.engagement.rows(Competence)[-1]
            self._unwritten.begin(made)
            self.grid.choose(TEXT_ROW, self.model.column_of(made.id))
            self.table.setFocus()
            if self.table.currentIndex().isValid():
                self.table.edit(self.table.currentIndex())
            editor = self.table.focusWidget()
            if first and isinstance(editor, TextArea):
                editor.insertPlainText(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: rows as high as there is room."""
        super().resizeEvent(event)
        self.verdicts.set_low(self.window().height() < LOW)
        self._fit_rows()

    def _fit_rows(self) -> None:
        theme = self.context.theme.theme
        room = self.stack.height() / (theme.size / 100) - TEXT_HEIGHT - 6
        self.grid.set_row_height(int(max(LEAST_ROW, min(ROW, room // len(CRITERIA)))))
