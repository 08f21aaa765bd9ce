"""The materials: what is there, where it came from, what is missing; files come in and forms go out here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ui.actions import Action
from ui.models.table import Column, TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.widgets import roles
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import tint
from ui.widgets.layout import button, plain_label
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department
from workshop_app.i18n import Words
from workshop_app.services.document import Change
from workshop_app.steps.prepare.materials import Material, materials
from workshop_app.steps.prepare.view import PrepareView

KINDS = {"functions": "functions", "activities": "activities", "ledger": "ledger", "survey": "survey"}
"""The kind of file that a material is loaded from."""


class MaterialsPage(SubPage):
    """A list like the plan's; Enter goes where a material is kept."""

    name = "materials"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        context = self.context
        self.model: TableModel[Material] = TableModel(_columns(context.words), context.bridge.run)
        self.table = LineTable(self.model, CellDelegate(context.theme, context.icons, self, height=44))
        self.table.ring_rows()
        self.table.setAccessibleName(context.words("Materials"))
        self.table.set_widths((220, 0, 230, 150))
        self._build()
        self.table.opened.connect(lambda _id: self.open())
        self.table.doubleClicked.connect(lambda _index: self.open())
        self.table.selected.connect(lambda _id: self._say_form())

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        load = button(_("Load a file …"), "pri", self.load, theme=theme, icons=icons, icon="upload")
        card = TableCard()
        card.body.addWidget(self.table)
        self.count = plain_label("", theme, "body_strong")
        self.note = ElidedLabel(_("A form is filled in by the department and loaded here again"))
        self.note.setFont(theme.theme.font("caption"))
        tint(self.note, theme, "text3")
        self.form = button(
            _("Form for a department …"), "sec", self.save_form, theme=theme, icons=icons, icon="download"
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.form)
        self.lay_out(
            tabbed_header(self, (load,)),
            card,
            foot,
            grows=card,
            hints=[("Enter", _("go there")), ("Ins", _("load a file"))],
        )

    def show_view(self, view: PrepareView, change: Change | None) -> None:
        """The lines, and how many are ready."""
        lines = materials(self.page.engagement)
        self.model.set_lines(lines)
        needed = [line for line in lines if line.needed]
        ready = sum(line.ready for line in needed)
        self.count.setText(self.context.words("Ready: {n} of {all}", n=ready, all=len(needed)))
        if not self.table.currentIndex().isValid() and lines:
            self.table.select(lines[0].id)
        self._say_form()

    def _current(self) -> Material | None:
        return self.model.line(self.table.currentIndex())

    def _department(self) -> Department | None:
        """The department of the line, else the first one."""
        line, departments = self._current(), self.page.engagement.departments
        own = self.page.engagement.department(line.department_id) if line else None
        return own or (departments[0] if departments else None)

    def _say_form(self) -> None:
        _, department = self.context.words, self._department()
        self.form.setEnabled(department is not None)
        text = _("Form for {code} …", code=department.short) if department else _("Form for a department …")
        self.form.set_text(text)

    def open(self) -> None:
        """Go where the material is kept."""
        line = self._current()
        if line is not None:
            self.context.shell.go(Place(line.step, line.sub_step or None))

    def load(self) -> None:
        """A file of the kind that the line is loaded from; its content decides for the others."""
        from ui.pages.import_preview.opening import begin_import

        line = self._current()
        kind = KINDS.get(line.id.partition(":")[0]) if line else None
        begin_import(self.context, self, kind, Place("prepare", "materials"))

    def add_new(self) -> None:
        """Ins."""
        self.load()

    def save_form(self) -> None:
        """The function list of a department as a workbook to send out."""
        department = self._department()
        if department is None:
            return
        _ = self.context.words
        name = _("Functions {code}.xlsx", code=department.short)
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the form"), name, _("Workbooks (*.xlsx)"))
        if path:
            self._write_form(Path(path), department)

    def _write_form(self, path: Path, department: Department) -> None:
        from workshop_app.exchange.forms import functions_form

        _ = self.context.words
        try:
            path.write_bytes(functions_form(self.page.engagement, department, self.context.words))
        except OSError:
            text = N_("{file} can't be written there. Choose another folder or close it in other programs.")
            self.context.shell.problem(Message(text, {"file": path.name}))
            return
        self.context.shell.toast(_("Form saved: {file}", file=path.name))

    def select(self, row_id: str | None) -> None:
        """A material."""
        self.table.select(row_id)
        self.table.setFocus()

    def room_scene(self) -> str:
        """Nothing for the room."""
        return "blank"

    def sub_actions(self) -> tuple[Action, ...]:
        """Loading and forms."""
        _ = self.context.words
        section = _("Materials")
        return (
            Action("materials_load", _("Load a file …"), self.load, section, (), "upload"),
            Action("materials_form", _("Form for a department …"), self.save_form, section, (), "download"),
        )


def _columns(words: Words) -> list[Column[Material]]:
    say = words.message
    return [
        Column(
            "material",
            words("Material"),
            lambda line: words(line.name),
            roles={
                roles.ICON: _sign,
                roles.CAPTION: lambda line: line.of,
                roles.STRONG: lambda line: line.needed,
            },
        ),
        Column("there", words("What is there"), lambda line: say(line.there) if line.there else "—"),
        Column(
            "missing",
            words("What is missing"),
            lambda line: say(line.missing) if line.missing else "",
            roles={roles.TONE: lambda line: "warn" if line.needed else "text3"},
        ),
        Column(
            "source",
            words("File, date"),
            lambda line: line.source or (words.date_year(line.day) if line.day else "—"),
            roles={
                roles.TONE: lambda line: "text2",
                roles.CAPTION: lambda line: words.date_year(line.day) if line.source and line.day else "",
            },
        ),
    ]


def _sign(line: Material) -> tuple[str, str]:
    if line.ready:
        return "circle-check", "ok"
    return ("circle-alert", "warn") if line.needed and line.there else ("circle", "text3")
