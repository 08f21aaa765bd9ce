"""The RACI matrix: people by department and position, one key a letter, verdicts in words, fixes below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from ui.actions import Action
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.roles.matrix_delegate import ROW, MatrixDelegate
from ui.steps.roles.matrix_header import HEIGHT
from ui.steps.roles.matrix_model import MatrixModel
from ui.steps.roles.matrix_view import Fix, MatrixView
from ui.steps.roles.problems import ProblemList
from ui.steps.roles.words import cure_text
from ui.steps.roles.writing import Writing
from ui.widgets.frozen import FrozenGrid, Widths
from ui.widgets.layout import Choice, EmptyState, button
from ui.widgets.over_lists import stands_over_list
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_look import TableCard
from workshop_app.domain.checks import CheckResult
from workshop_app.domain.raci_cures import Cure, cures
from workshop_app.services.document import Change
from workshop_app.steps.roles.columns import MatrixColumn, columns_by_person, columns_by_position
from workshop_app.steps.roles.operations import apply_cure, fill_from_today
from workshop_app.steps.roles.view import ActivityRow, RolesView

PEOPLE = Widths(least=56, most=84, head=220, tail=170)
POSITIONS = Widths(least=84, most=108, head=220, tail=170)
LOW = 700
SETTLE_MS = 250
"""The room follows the cursor at once; rail and guide when it rests."""


class MatrixPage(SubPage):
    """The matrix with its filters, the fold to positions and the list of problems."""

    name = "matrix"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: RolesView | None = None
        self._folded = False
        self.model = MatrixModel(self.context.words)
        self.table = MatrixView(self.context, self.model)
        self.grid = FrozenGrid(
            self.table,
            self.context.theme,
            PEOPLE,
            row_height=ROW,
            head_height=HEIGHT,
            side_delegate=MatrixDelegate(self.context, self.model, self.table),
            header=self.table.people,
        )
        self.filter = SegmentedControl(self.context.theme, self.context.icons)
        stands_over_list(self.filter)
        self.problems = ProblemList(self.context, self._cures_of, self.filter)
        self.writing = Writing(self.context, self.table, self.model)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.fold = button(_("By position"), "ghost", self.toggle_fold, icons=icons, icon="users", theme=theme)
        self.fold.setCheckable(True)
        self.fold.setToolTip(_("One column per position (Ctrl+U)"))
        forward = self.forward_button(_("To the cards"), Place("roles", "cards"))
        card = TableCard()
        card.body.addWidget(self.grid)
        self.stack = QStackedWidget()
        self.stack.addWidget(card)
        header = tabbed_header(self, (self.fold, forward))
        self.hints = self.lay_out(header, self.stack, self.problems, grows=self.stack, hints=self._hints())

    def _hints(self) -> list[tuple[str, str]]:
        _ = self.context.words
        russian = self.context.preferences.settings.raci_russian_letters
        a, r, c, i = "ОИКУ" if russian else "ARCI"
        return [
            (a, _("accountable, exactly one")),
            (r, _("does the work")),
            (c, _("is asked before")),
            (i, _("is told after")),
            (f"Shift+{r}", _("A and R together")),
            ("Del", _("clear")),
            ("Ctrl+V", _("paste from Excel")),
        ]

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda _key: self._fill())
        self.table.fixes = self._fixes
        self.table.walked.connect(self._walked)
        self._settled.timeout.connect(self._rests)
        self.writing.wanted.connect(self.run)
        self.writing.said.connect(self.context.shell.toast)
        self.problems.went.connect(self._go)
        self.problems.cured.connect(self._cure)
        self.problems.rule_wanted.connect(self._to_rule)
        self.problems.fill_wanted.connect(self._fill_rows)

    def show_view(self, view: RolesView, change: Change | None) -> None:
        """Rows, heads, verdicts and problems."""
        self._view = view
        self._fill()

    def _fill(self) -> None:
        view = self._view
        if view is None:
            return
        self._count(view)
        rows = [row for row in view.rows if self._fits(row)]
        self._show_state(view, rows)
        self.model.show(rows, self._columns(view), [department.id for department in view.departments])
        self.problems.show_problems(view.problems)
        if not self.table.currentIndex().isValid() and rows and self.model.columns:
            self.grid.choose(0, 1)

    def _columns(self, view: RolesView) -> tuple[MatrixColumn, ...]:
        return columns_by_position(view.columns) if self._folded else columns_by_person(view.columns)

    def _fits(self, row: ActivityRow) -> bool:
        which = self.filter.current()
        return which == "all" or (row.lacks_accountable if which == "no_a" else bool(row.problems))

    def _count(self, view: RolesView) -> None:
        _ = self.context.words
        items = [
            ("all", _("All {n}", n=len(view.rows))),
            ("no_a", _("Without A {n}", n=sum(row.lacks_accountable for row in view.rows))),
            ("faulty", _("Errors {n}", n=sum(bool(row.problems) for row in view.rows))),
        ]
        if items != getattr(self, "_items", None):
            self._items = items
            self.filter.set_items(items)

    def _show_state(self, view: RolesView, rows: list[ActivityRow]) -> None:
        state = None
        if not view.columns:
            state = self._no_people()
        elif not view.rows:
            state = self._no_work()
        elif not rows:
            state = self._all_fits()
        old = self.stack.widget(1)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        if state is not None:
            self.stack.addWidget(state)
        self.stack.setCurrentIndex(0 if state is None else 1)
        self.problems.setVisible(bool(view.rows and view.columns))

    def _empty(self, sign: str, sentence: str, first: Choice, second: Choice | None = None) -> EmptyState:
        return EmptyState(sign, sentence, self.context.theme, self.context.icons, first, second)

    def _no_people(self) -> EmptyState:
        _, go = self.context.words, self.context.shell.go
        return self._empty(
            "users",
            _("The columns of the matrix are people: there are none yet."),
            (_("To departments and people"), lambda: go(Place("prepare", "people"))),
            (_("To the audit of functions"), lambda: go(Place("audit", "overlay"))),
        )

    def _no_work(self) -> EmptyState:
        _, go = self.context.words, self.context.shell.go
        return self._empty(
            "layers",
            _("The rows of the matrix are the common activities: there are none yet."),
            (_("To the audit of functions"), lambda: go(Place("audit", "overlay"))),
        )

    def _all_fits(self) -> EmptyState:
        _ = self.context.words
        no_a = self.filter.current() == "no_a"
        sentence = _("Every row has somebody accountable.") if no_a else _("No row has an error.")
        return self._empty("circle-check", sentence, (_("Show all rows"), lambda: self._filter_to("all")))

    def _cures_of(self, result: CheckResult) -> tuple[Cure, ...]:
        return cures(self.page.engagement, result.check.id, result.object_id)

    def _fixes(self, activity_id: str) -> list[Fix]:
        """The fixes of all open checks of a row, for the menu."""
        place = self.model.row_of(activity_id)
        problems = self.model.rows[place].problems if place >= 0 else ()
        found = [cure for result in problems for cure in self._cures_of(result)]
        return [(cure_text(cure, self.context.words), partial(self._cure, cure)) for cure in found]

    def _cure(self, cure: Cure) -> None:
        if self.run(apply_cure(cure)):
            self.context.shell.toast(cure_text(cure, self.context.words), undo=True)

    def _fill_rows(self, activity_ids: list[str]) -> None:
        operation = fill_from_today(self.page.engagement, activity_ids)
        if operation is None:
            self.context.shell.toast(self.context.words("Nothing is known of who does these rows today"))
        else:
            self.run_and_tell(operation)

    def _go(self, result: CheckResult) -> None:
        self.select(result.object_id)
        self.table.setFocus()

    def _to_rule(self, activity_id: str) -> None:
        """Who does which part is written down with the decision."""
        self.context.shell.go(Place("audit", "overlay", "activity", activity_id))

    def _walked(self) -> None:
        self.grid.head.viewport().update()
        self.grid.tail.viewport().update()
        if self.isVisible():
            self.page.follow_in_room(self.context.room)
            self._settled.start()

    def _rests(self) -> None:
        if self.isVisible():
            self.tell_moved()

    def toggle_fold(self) -> None:
        """Ctrl+U: people, or one column per position."""
        person = self._current_person()
        row = self.table.currentIndex().row()
        self._folded = not self._folded
        self.fold.setChecked(self._folded)
        self.grid.set_widths(POSITIONS if self._folded else PEOPLE)
        self._fill()
        self.grid.choose(max(0, row), max(1, self.model.column_of(person)))
        self.table.setFocus()

    def _current_person(self) -> str | None:
        column = self.model.column(self.table.currentIndex().column())
        return column.people[0].id if column else None

    def select(self, row_id: str | None) -> None:
        """An activity (at its faulty cell), or a person's column; filters give way."""
        column = self.model.column_of(row_id)
        if column > 0:
            self.grid.choose(max(0, self.table.currentIndex().row()), column)
            self.problems.mark(row_id or "")
        elif row_id and self._select_row(row_id):
            self.problems.mark(row_id)
        self.table.setFocus()

    def _select_row(self, activity_id: str) -> bool:
        if self.model.row_of(activity_id) < 0:
            self.filter.set_current("all")
            self._fill()
        place = self.model.row_of(activity_id)
        if place >= 0:
            row = self.model.rows[place]
            faulty = [at for at in (self.model.column_of(person_id) for person_id in row.faults) if at > 0]
            self.grid.choose(place, min(faulty) if faulty else max(1, self.table.currentIndex().column()))
        return place >= 0

    def focus_id(self) -> str | None:
        """The current activity."""
        row = self.model.row(self.table.currentIndex())
        return row.id if row else None

    def room_focus(self) -> Focus:
        """The row, the person, people or positions."""
        options = (("person", self._current_person() or ""), ("fold", "position" if self._folded else "person"))
        return Focus(self.focus_id(), options=options)

    def sub_actions(self) -> tuple[Action, ...]:
        """Fold, filters, letters."""
        _ = self.context.words
        section = _("Roles")
        return (
            Action("raci_fold", _("Matrix by people or by positions"), self.toggle_fold, section, ("Ctrl+U",), "users"),
            Action("raci_all", _("Matrix: all rows"), lambda: self._filter_to("all"), section),
            Action("raci_no_a", _("Matrix: rows without A"), lambda: self._filter_to("no_a"), section),
            Action("raci_faulty", _("Matrix: rows with errors"), lambda: self._filter_to("faulty"), section),
            Action("raci_fill", _("Fill all empty rows from today's work"), self._fill_empty, section, (), "users"),
            Action("raci_letters", _("Letters in a cell"), lambda: None, section, ("A R C I",), local=True),
            Action("raci_add", _("Add a letter to a cell"), lambda: None, section, ("Shift+R",), local=True),
        )

    def _fill_empty(self) -> None:
        self._fill_rows(self.problems.empty_rows())

    def _filter_to(self, key: str) -> None:
        self.filter.set_current(key)
        self._fill()
        self.table.setFocus()

    def add_new(self) -> None:
        """Ins: new work is named in the audit."""
        self.context.shell.go(Place("audit", "overlay"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the problems shrink to their summary in a low window."""
        super().resizeEvent(event)
        self.problems.set_low(self.window().height() < LOW)
