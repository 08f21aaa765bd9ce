"""The training plan: items by kind, what facts ask for between dashed lines, a form under them while one is edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.pages.table_page import TableFormPage
from ui.pages.tabs import tabbed_header
from ui.steps.training.plan_columns import PlanColumns, PlanRow, plan_rows
from ui.steps.training.training_form import TrainingForm
from ui.widgets.delegates.offered import OfferedRowDelegate
from ui.widgets.layout import EmptyState, button
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Training, TrainingKind
from workshop_app.services.document import Change, Operation
from workshop_app.services.operations import together
from workshop_app.steps.training.offers import take_suggested
from workshop_app.steps.training.operations import add_training, remove_training, toggle_done
from workshop_app.steps.training.view import TrainingView


class TrainingPlanPage(TableFormPage[PlanRow, Training]):
    """Enter edits or takes a suggestion, Space = done, Del removes, Ins adds."""

    name = "plan"
    wide = True
    row_type = Training
    form: TrainingForm

    def __init__(self, page: SteppedPage) -> None:
        context = page.context
        model: TableModel[PlanRow] = TableModel(PlanColumns(context).all(), context.bridge.run)
        delegate = OfferedRowDelegate(context.theme, context.icons, page, _is_offered, height=44)
        table = LineTable(model, delegate, reorder=True)
        table.set_widths((0, 82, 94, 58, 0, 108))
        table.setAccessibleName(context.words("Training plan"))
        super().__init__(page, model, table, TrainingForm(context))
        self._build()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        add = button(_("Training"), "sec", self.add_new, icons=icons, icon="plus", theme=theme)
        add.setToolTip(_("New training (Ins)"))
        forward = self.forward_button(_("To meetings"), Place("meetings"))
        self.fill_stack(
            EmptyState(
                "graduation-cap",
                _("A day in the other department, and one practice in talking to each other."),
                theme,
                icons,
                (_("Plan a training"), self.add_new),
                (_("To the skill matrix"), lambda: self.page.go_to(Place("training", "skills"))),
            )
        )
        hints = [
            ("Enter", _("edit, or take a suggestion")),
            (_("Space"), _("done")),
            ("F2", _("edit a cell")),
            ("F4", _("next problem")),
            ("Ins", _("new training")),
            ("Alt+↑/↓", _("order")),
            ("Del", _("delete")),
            ("Ctrl+V", _("paste titles")),
        ]
        self.lay_out(tabbed_header(self, (add, forward)), self.stack, self.form, grows=self.stack, hints=hints)

    def show_view(self, view: TrainingView, change: Change | None) -> None:
        """Lines and form."""
        self.show_lines(plan_rows(view, self.page.engagement, self.context.words))

    def is_heading(self, line: PlanRow) -> bool:
        """Kinds head their items."""
        return line.line is None

    def taking(self, line: PlanRow) -> Operation | None:
        """What facts ask for becomes an item."""
        return take_suggested(line.title, line.line) if line.line is not None else None

    def table_key(self, event: QKeyEvent) -> bool:
        """Done or not."""
        training = self.current()
        return event.key() == Qt.Key.Key_Space and training is not None and self.run(toggle_done(training))

    def next_problem(self, way: int) -> bool:
        """F4: the next item without a date, or past and not checked."""
        lines = [row.line for row in self.model.lines if row.line is not None and row.stored]
        return self.table.select_next([x.id for x in lines if x.training.date is None or x.unchecked], way)

    def removal(self, records: Sequence[Training]) -> Operation:
        """Items of the plan."""
        return remove_training(records)

    def paste(self, rows: list[list[str]]) -> None:
        """Titles, of the current kind."""
        made = [add_training(row[0], self._kind(TrainingKind.SKILL)) for row in rows if row[0].strip()]
        if made:
            self.run(together(made[0].name, made))

    def _kind(self, otherwise: TrainingKind) -> TrainingKind:
        return kind_of(self.line()) or otherwise

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
        self.add_and_edit(add_training(self.context.words("New training"), self._kind(TrainingKind.CROSS_DEPARTMENT)))


def kind_of(row: PlanRow | None) -> TrainingKind | None:
    """The kind of an item or of what is offered; None for a heading."""
    return row.line.training.kind if row is not None and row.line is not None else None


def _is_offered(row: PlanRow) -> bool:
    return row.line is not None and not row.stored
