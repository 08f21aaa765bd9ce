"""The common goals: cards in two columns, the one that is edited becomes a form, the last tile adds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.context import WindowContext
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.goals.goal_form import GoalForm
from ui.steps.goals.goal_tile import GoalTile
from ui.widgets.card_drag import CardDrag, place_before
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, EmptyState, HintLine, StepHeader, button, plain_label
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Goal
from workshop_app.services.document import Change, Operation
from workshop_app.services.operations import move_row
from workshop_app.steps.goals.operations import add_goal, remove_goal
from workshop_app.steps.goals.samples import SAMPLES, Sample, add_sample
from workshop_app.steps.goals.view import GoalCard, GoalsView

COLUMNS, LEAST_HEIGHT = 2, 250


class GoalCell(QWidget):
    """A goal's place in the grid: its tile, or its form while it is edited."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self.tile = GoalTile(context)
        self.form: GoalForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tile)
        self.setMinimumHeight(context.theme.theme.pixels(LEAST_HEIGHT))

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self.form is not None and not self.form.isHidden()

    def show_card(self, card: GoalCard) -> None:
        """Bring tile and form up to date."""
        self._card = card
        self.tile.show_card(card)
        if self.form is not None and self.editing:
            self.form.show_card(card)

    def open_form(self) -> GoalForm:
        """Edit."""
        if self.form is None:
            self.form = GoalForm(self._context)
            self.form.wanted.connect(self.wanted)
            self.form.closed.connect(self.closed)
            self._column.addWidget(self.form)
            self._column.addStretch(1)
        self.form.show_card(self._card)
        self.tile.hide()
        self.form.show()
        return self.form

    def close_form(self) -> None:
        """Read."""
        if self.form is not None:
            self.form.hide()
        self.tile.show()


class GoalListPage(SubPage):
    """Enter edits, Alt+arrows move, Del removes, Ins adds."""

    name = "goals"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self.cells: dict[str, GoalCell] = {}
        self._current: str | None = None
        self._view: GoalsView | None = None
        self._drag = CardDrag(self)
        self._drag.moved.connect(self._dragged)
        self._build()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.samples = button(_("Samples"), "ghost", self._samples_menu, icons=icons, icon="lightbulb", theme=theme)
        forward = button(
            _("To roles"),
            "pri",
            lambda: self.context.shell.go(Place("roles")),
            icons=icons,
            after="arrow-right",
            theme=theme,
        )
        self.header = StepHeader(_("Common goals"), theme, (self.samples, forward))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._cards())
        self.stack.addWidget(self._empty())
        hints = [
            ("← ↑ → ↓", _("other goal")),
            ("Enter", _("edit")),
            ("Esc", _("done")),
            ("Alt+↑ ↓", _("order")),
            ("Del", _("delete")),
            ("Ins", _("new goal")),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        column.addWidget(HintLine(hints, theme))

    def _cards(self) -> QScrollArea:
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.grid = QGridLayout(inner)
        self.grid.setContentsMargins(0, 0, 2, 0)
        self.grid.setSpacing(12)
        for column in range(COLUMNS):
            self.grid.setColumnStretch(column, 1)
        self.area.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self.add_tile = self._add_tile()
        return self.area

    def _add_tile(self) -> Card:
        _, theme = self.context.words, self.context.theme
        tile = Card("dashed", 20, 8)
        tile.body.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        tile.body.addWidget(IconLabel("plus", theme, self.context.icons, "accent", 22), 0, middle)
        tile.body.addWidget(plain_label(_("New common goal"), theme, "card_title", "accent"), 0, middle)
        what = _("What changes, for whom, by how much, by when")
        self.entry = TextField(theme, what, _("New common goal"))
        self.entry.returnPressed.connect(self._enter)
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
        self._view = view
        ids = [card.id for card in view.goals]
        if ids != list(self.cells):
            self._arrange(ids)
        for card in view.goals:
            self.cell_of(card.id).show_card(card)
        if self._current not in self.cells:
            self._current = ids[0] if ids else None
        self._mark()
        if ids:
            self.stack.setCurrentIndex(0)
        elif not self.entry.hasFocus():
            self.stack.setCurrentIndex(1)
        words = self.context.words
        note = words.plural("{n} goal", "{n} goals", len(ids))
        self.header.set_note(words("{goals}, three to five are enough", goals=note) if ids else "")

    def cell_of(self, goal_id: str) -> GoalCell:
        """The cell of a goal."""
        return self.cells[goal_id]

    def _arrange(self, ids: list[str]) -> None:
        focused = next((key for key, cell in self.cells.items() if cell.isAncestorOf(self.focusWidget() or self)), None)
        while self.grid.count():
            self.grid.takeAt(0)
        old = self.cells
        for goal_id in old.keys() - set(ids):
            old[goal_id].hide()
            old[goal_id].deleteLater()
        self.cells = {goal_id: old.get(goal_id) or self._made(goal_id) for goal_id in ids}
        for place, cell in enumerate(self.cells.values()):
            self.grid.addWidget(cell, *divmod(place, COLUMNS))
        self.grid.addWidget(self.add_tile, *divmod(len(ids), COLUMNS))
        for row in range(self.grid.rowCount()):
            self.grid.setRowStretch(row, 0)
        self._align()
        if focused in self.cells and not self.cells[focused].editing:
            self.cells[focused].tile.setFocus()

    def _made(self, goal_id: str) -> GoalCell:
        cell = GoalCell(self.context)
        cell.wanted.connect(self.run)
        cell.closed.connect(partial(self.close_form, goal_id))
        cell.tile.chosen.connect(partial(self._choose, goal_id))
        cell.tile.opened.connect(partial(self.edit, goal_id))
        cell.tile.moved.connect(partial(self._move, goal_id))
        cell.tile.walked.connect(partial(self._walk, goal_id))
        cell.tile.removed.connect(partial(self._remove, goal_id))
        self._drag.add(cell.tile, goal_id)
        return cell

    def _mark(self) -> None:
        for goal_id, cell in self.cells.items():
            cell.tile.set_selected(goal_id == self._current)

    def _choose(self, goal_id: str) -> None:
        if goal_id != self._current:
            self._current = goal_id
            self._mark()
            self.tell_moved()

    def edit(self, goal_id: str) -> None:
        """Open the form of a goal; another open one closes."""
        for other, cell in self.cells.items():
            if other != goal_id and cell.editing and cell.form is not None:
                cell.form.close_form()
        self._choose(goal_id)
        form = self.cells[goal_id].open_form()
        self._align()
        form.title.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, partial(self._bring, goal_id))

    def _align(self) -> None:
        """Tiles beside an open form keep their own height."""
        cells = list(self.cells.values())
        for start in range(0, len(cells), COLUMNS):
            row = cells[start : start + COLUMNS]
            tall = any(cell.editing for cell in row)
            for cell in row:
                self.grid.setAlignment(cell, Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag(0))

    def _bring(self, goal_id: str) -> None:
        cell = self.cells.get(goal_id)
        if cell is None:
            return
        bar, room = self.area.verticalScrollBar(), self.area.viewport().height()
        if cell.y() < bar.value() or cell.height() > room:
            bar.setValue(cell.y())
        elif cell.y() + cell.height() > bar.value() + room:
            bar.setValue(cell.y() + cell.height() - room)

    def close_form(self, goal_id: str) -> None:
        """Back to the card."""
        cell = self.cells.get(goal_id)
        if cell is not None:
            cell.close_form()
            self._align()
            cell.tile.setFocus()

    def _walk(self, goal_id: str, way: int) -> None:
        ids = list(self.cells)
        at = ids.index(goal_id) + way
        if 0 <= at < len(ids):
            self.cells[ids[at]].tile.setFocus(Qt.FocusReason.TabFocusReason)
            self._bring(ids[at])
        elif at >= len(ids):
            self.entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _goal(self, goal_id: str) -> Goal | None:
        return self.context.bridge.engagement.get(Goal, goal_id or None)

    def _move(self, goal_id: str, way: int) -> None:
        ids = list(self.cells)
        at = ids.index(goal_id)
        before = at - 1 if way < 0 else at + 2
        goal = self._goal(goal_id)
        if goal is not None and 0 <= before <= len(ids):
            self.run(move_row(goal, self._goal(ids[before]) if before < len(ids) else None))
            self.cells[goal_id].tile.setFocus()

    def _dragged(self, moved: str, target: str) -> None:
        goal = self._goal(moved)
        if goal is not None:
            self.run(move_row(goal, self._goal(place_before(list(self.cells), moved, target))))

    def _remove(self, goal_id: str) -> None:
        goal, ids = self._goal(goal_id), list(self.cells)
        if goal is None:
            return
        operation = remove_goal(goal)
        at = ids.index(goal_id)
        if self.run(operation):
            self.context.shell.toast(self.context.words.message(operation.name), undo=True)
            left = list(self.cells)
            if left:
                self.cells[left[min(at, len(left) - 1)]].tile.setFocus()

    def _enter(self) -> None:
        title = " ".join(self.entry.text().split())
        if title:
            self._add(add_goal(title))

    def _add(self, operation: Operation) -> None:
        if self.run(operation):
            self.entry.set_value("")
            self.entry.clear()
            made = self.context.bridge.engagement.goals[-1]
            self.edit(made.id)
            form = self.cells[made.id].form
            if form is not None:
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

    def select(self, row_id: str | None) -> None:
        """A goal's card."""
        if row_id in self.cells and row_id is not None:
            self._choose(row_id)
            self.cells[row_id].tile.setFocus()
            QTimer.singleShot(0, partial(self._bring, row_id))

    def focus_id(self) -> str | None:
        """The current goal."""
        return self._current

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, samples, edit."""
        _ = self.context.words
        section = _("Common goals")
        return (
            Action("goal_add", _("New common goal"), self.add_new, section, (), "plus"),
            Action("goal_edit", _("Edit the goal"), self._edit_current, section, ("Enter",), "pencil", local=True),
            *(
                Action(f"goal_{sample.id}", _(sample.title), partial(self.take_sample, sample), _("Samples"))
                for sample in SAMPLES
            ),
        )

    def _edit_current(self) -> None:
        if self._current is not None:
            self.edit(self._current)

    def add_new(self) -> None:
        """Ins: the line of the last tile."""
        self.stack.setCurrentIndex(0)
        if not self.cells:
            self._arrange([])
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(self.add_tile)
