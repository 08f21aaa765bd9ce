"""The training plan: items by kind, what facts ask for between dashed lines, a form under them while one is edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.training.plan_columns import PlanColumns, PlanRow, plan_rows
from ui.steps.training.training_form import TrainingForm
from ui.widgets.delegates.offered import OfferedRowDelegate
from ui.widgets.layout import EmptyState, HintLine, button
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Training, TrainingKind
from workshop_app.services.document import Change
from workshop_app.services.operations import move_row, together
from workshop_app.steps.training.offers import take_suggested
from workshop_app.steps.training.operations import add_training, remove_training, toggle_done
from workshop_app.steps.training.view import TrainingLine, TrainingView


class TrainingPlanPage(SubPage):
    """Enter edits or takes a suggestion, Space = done, Del removes, Ins adds."""

    name = "plan"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        theme, icons = self.context.theme, self.context.icons
        self.model: TableModel[PlanRow] = TableModel(PlanColumns(self.context).all(), self.context.bridge.run)
        self.delegate = OfferedRowDelegate(theme, icons, self, _is_offered, height=44)
        self.table = LineTable(self.model, self.delegate, reorder=True)
        self.table.set_widths((0, 82, 76, 58, 212, 108))
        self.table.setAccessibleName(self.context.words("Training plan"))
        self.form = TrainingForm(self.context)
        self._build()
        self._connect()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        add = button(_("Training"), "sec", self.add_new, icons=icons, icon="plus", theme=theme)
        add.setToolTip(_("New training (Ins)"))
        forward = button(
            _("To meetings"),
            "pri",
            lambda: self.context.shell.go(Place("meetings")),
            icons=icons,
            after="arrow-right",
            theme=theme,
        )
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(theme.theme.pixels(80))
        self.stack.addWidget(TableCard(self.table))
        self.stack.addWidget(
            EmptyState(
                "graduation-cap",
                _("A day in the other department, and one practice in talking to each other."),
                theme,
                icons,
                (_("Plan a training"), self.add_new),
                (_("To the skill matrix"), lambda: self.page.go_to(Place("training", "skills"))),
            )
        )
        self.form.hide()
        hints = [
            ("Enter", _("edit, or take a suggestion")),
            (_("Space"), _("done")),
            ("F2", _("edit a cell")),
            ("Ins", _("new training")),
            ("Alt+↑/↓", _("order")),
            ("Del", _("delete")),
            ("Ctrl+V", _("paste titles")),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(tabbed_header(self, (add, forward)))
        column.addWidget(self.stack, 1)
        column.addWidget(self.form)
        column.addWidget(HintLine(hints, theme))

    def _connect(self) -> None:
        self.table.selected.connect(self._chosen)
        self.table.delete_wanted.connect(self._remove)
        self.table.move_wanted.connect(self._move)
        self.table.pasted.connect(self._paste)
        self.table.single_keys = self._key
        self.delegate.problem.connect(self.context.shell.toast)
        self.form.wanted.connect(self.run)
        self.form.closed.connect(self.close_form)

    def show_view(self, view: TrainingView, change: Change | None) -> None:
        """Lines and form."""
        activities = {activity.id: activity.title for activity in self.page.engagement.activities}
        self.model.set_lines(plan_rows(view, activities, self.context.words))
        self.stack.setCurrentIndex(0 if self.model.lines else 1)
        if self.model.lines and not self.table.currentIndex().isValid():
            self.table.select(next(row.id for row in self.model.lines if row.line is not None))
        self._follow()

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def _row(self) -> PlanRow | None:
        return self.model.line(self.table.currentIndex())

    def _training(self) -> Training | None:
        row = self._row()
        return row.line.training if row is not None and row.line is not None and row.stored else None

    def _follow(self) -> None:
        training = self._training()
        if self.editing and training is not None:
            self.form.show_training(training)
        elif self.editing:
            self.close_form()

    def _chosen(self, _row_id: str) -> None:
        self._follow()
        if self.isVisible():
            self.tell_moved()

    def edit(self) -> None:
        """Enter: the form of the current item; a suggested one is taken first."""
        row = self._row()
        if row is None or row.line is None:
            return
        if not row.stored and not self._take(row, row.line):
            return
        training = self._training()
        if training is not None:
            self.form.show_training(training)
            self.form.show()
            self.form.evaluation.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, row: PlanRow, line: TrainingLine) -> bool:
        return self.run(take_suggested(row.title, line)) and self.table.select(self.page.engagement.training[-1].id)

    def close_form(self) -> None:
        """Back to the table."""
        self.form.hide()
        self.table.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit()
            return True
        training = self._training()
        if event.key() == Qt.Key.Key_Space and training is not None:
            return self.run(toggle_done(training))
        return False

    def _items(self, ids: list[str]) -> list[Training]:
        return [item for item in self.page.engagement.training if item.id in set(ids)]

    def _remove(self, ids: list[str]) -> None:
        items = self._items(ids)
        if items:
            self.run_and_tell(remove_training(items))

    def _move(self, moved: str, before: str) -> None:
        row, there = self._items([moved]), self._items([before])
        if row and (there or not before) and (not there or there[0].kind is row[0].kind):
            self.run(move_row(row[0], there[0] if there else None))
            self.table.select(moved)

    def _paste(self, rows: list[list[str]]) -> None:
        kind = (training.kind if (training := self._training()) else None) or TrainingKind.SKILL
        made = [add_training(row[0], kind) for row in rows if row[0].strip()]
        if made:
            self.run(together(made[0].name, made))

    def select(self, row_id: str | None) -> None:
        """An item of the plan, or a suggestion."""
        if self.table.select(row_id):
            self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current item."""
        training = self._training()
        return training.id if training else None

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, edit, done."""
        _ = self.context.words
        section = _("Training")
        return (
            Action("training_add", _("New training"), self.add_new, section, (), "plus"),
            Action("training_edit", _("Edit the training"), self.edit, section, ("Enter",), "pencil", local=True),
            Action("training_done", _("Training is done, or not"), lambda: None, section, ("Space",), local=True),
        )

    def add_new(self) -> None:
        """Ins: a new item of the current kind, its title being typed."""
        row = self._row()
        kind = row.line.training.kind if row is not None and row.line is not None else TrainingKind.CROSS_DEPARTMENT
        if self.run(add_training(self.context.words("New training"), kind)):
            self.table.select(self.page.engagement.training[-1].id)
            self.edit()
            self.form.title.setFocus()
            self.form.title.selectAll()


def _is_offered(row: PlanRow) -> bool:
    return row.line is not None and not row.stored
