"""Linking by hand: every line with its activity; change it, take it out, split a wrong merge again."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.widgets import roles
from ui.widgets.controls import CheckBox
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.fields import SearchField
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.picker import Picker, PickerChoice
from ui.widgets.table_view import LineTable
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Function
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.services.document import Operation
from workshop_app.services.operations import together
from workshop_app.steps.audit.collecting import set_outside_list
from workshop_app.steps.audit.matching import map_to_activity, map_to_new, split_off
from workshop_app.steps.audit.view import AuditView, FunctionLine


class ActivityPicker(Picker):
    """One of the activities; a name that none of them has is that of a new one."""

    @property
    def new_title(self) -> str:
        """What a new activity is to be called; empty where one of the list is chosen."""
        return "" if self.current_id else single_line(self.text())

    def _resolve(self, typed: str) -> None:
        key, found = norm_text(typed), self.matches(typed)
        if not key or len(found) == 1 or key in {norm_text(choice.text) for choice in found}:
            super()._resolve(typed)
        else:
            self._current = None


class LinkPanel(Card):
    """All lines of all departments, searched by words; selected ones are linked or split off together."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._view: AuditView | None = None
        _ = context.words
        theme = context.theme
        self.search = SearchField(theme, context.icons, _("Find a line or an activity"))
        self.search.searched.connect(lambda _text: self._fill())
        self.body.addWidget(self.search)
        self.model: TableModel[FunctionLine] = TableModel(self._columns(), context.bridge.run)
        self.table = LineTable(self.model, CellDelegate(theme, context.icons, self))
        self.table.setAccessibleName(_("Function"))
        self.table.set_widths((0, 0, 150))
        self.body.addWidget(self.table, 1)
        self.search.down.connect(self.table.setFocus)
        self.activity = ActivityPicker(
            theme, context.icons, context.words, _("One of the list or a new name"), _("Activity")
        )
        self.along = CheckBox(_("with the decision"), theme)
        self.along.setToolTip(_("The decision goes along with the lines that are split off"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(_("Selected lines to"), theme, "small", "text2"))
        row.addWidget(self.activity, 1)
        row.addWidget(button(_("Link"), "pri", self._link, theme=theme))
        row.addWidget(button(_("Split off"), "sec", self._split, theme=theme, tip=_("Into an activity of their own")))
        row.addWidget(self.along)
        row.addWidget(button(_("Outside the list"), "ghost", self._outside, theme=theme))
        self.body.addLayout(row)

    def _columns(self) -> list[Column[FunctionLine]]:
        _ = self._context.words
        return [
            Column(
                "text",
                _("Function"),
                lambda line: line.text,
                roles={roles.BADGE: self._badge},
                tooltip=self._department,
            ),
            Column(
                "activity",
                _("Activity"),
                lambda line: line.activity or (_("outside the list") if line.outside_list else "—"),
                roles={roles.TONE: lambda line: "text" if line.activity else "text3"},
            ),
            Column(
                "hours",
                _("H/wk"),
                lambda line: self._context.words.hours_alone(line.hours),
                roles=roles.RIGHT,
            ),
        ]

    def _badge(self, line: FunctionLine) -> tuple[str, int] | None:
        departments = self._view.departments if self._view else ()
        return next(
            ((d.short, place) for place, d in enumerate(departments) if d.id == line.function.department_id), None
        )

    def _department(self, line: FunctionLine) -> str:
        department = self._context.bridge.engagement.department(line.function.department_id)
        return department.name if department else ""

    def show_view(self, view: AuditView) -> None:
        """Bring lines and activities up to date."""
        self._view = view
        chosen, typed = self.activity.current_id, self.activity.new_title
        activities = sorted((row.activity for row in view.rows), key=lambda activity: activity.title)
        self.activity.set_choices([PickerChoice(activity.id, activity.title) for activity in activities])
        if not typed:
            self.activity.set_current(chosen)
        self._fill()

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        lines = [line for shown in self._view.lists for line in shown.lines] if self._view else []
        self.model.set_lines(
            [line for line in lines if all(word in f"{line.text} {line.activity or ''}".casefold() for word in words)]
        )

    def _chosen(self) -> list[Function]:
        engagement = self._context.bridge.engagement
        return [engagement.named(Function, row_id) for row_id in self.table.chosen_ids()]

    def _link(self) -> None:
        """All selected lines at once, to a new activity where none of the list is named so; without a name to none."""
        self.activity.commit()
        chosen, known, title = self._chosen(), self.activity.current_id, self.activity.new_title
        if title and chosen:
            self.activity.set_value("")
            self._run([map_to_new(chosen, title)])
        else:
            many = N_("{n} lines mapped") if known else N_("{n} lines are in no activity any more")
            self._run([map_to_activity(function, known) for function in chosen], many)

    def _split(self) -> None:
        chosen = self._chosen()
        along = self.along.isChecked()
        self._run([split_off(chosen, chosen[0].text, decisions_follow=along)] if chosen else [])

    def _outside(self) -> None:
        lines = [set_outside_list(function, not function.outside_list) for function in self._chosen()]
        self._run(lines, N_("{n} lines: outside the list, or in it again"))

    def _run(self, operations: list[Operation], many: str = "") -> None:
        """One undo step, told with a way back."""
        if not operations:
            self._context.shell.toast(self._context.words("Choose lines in the list first"))
            return
        name = operations[0].name if len(operations) == 1 else Message(many, {"n": len(operations)})
        if self._context.bridge.run(together(name, operations)) is not None:
            self._context.shell.toast(self._context.words.message(name), undo=True)
            self.table.setFocus()
