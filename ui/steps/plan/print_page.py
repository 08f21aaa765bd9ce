"""Printing: documents at the left, the true page in the middle, choices at the right; built in the background."""

from __future__ import annotations

import shutil
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from ui.actions import Action as Command
from ui.pages.stepped import SteppedPage, SubPage
from ui.widgets.controls import CheckBox, ChoiceBox
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card, FieldMessage, HintLine, StepHeader, button, plain_label
from ui.widgets.picture import ProgressLine
from workshop_app.domain.message import Message
from workshop_app.i18n import Words
from workshop_app.services.document import Change
from workshop_app.steps.plan.view import PlanView

if TYPE_CHECKING:
    from ui.tasks import Task

KEY_ROLE = 256
FIRST = "action-plan"


class PrintPage(SubPage):
    """A page, not a dialog. Errors in the plan do not block: they are printed as open."""

    name = "print"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._folder = Path(tempfile.mkdtemp(prefix="paper-"))
        self._task: Task[Path] | None = None
        self._again = False
        self._shown: Path | None = None
        self._number = 0
        self.pdf = QPdfDocument(self)
        self._build()
        self._connect()
        self.destroyed.connect(lambda _object=None, folder=self._folder: shutil.rmtree(folder, ignore_errors=True))

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.documents = QListWidget()
        self.documents.setAccessibleName(_("Documents"))
        self.documents.setFixedWidth(240)
        self.view = QPdfView(self)
        self.view.setDocument(self.pdf)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setAccessibleName(_("Preview"))
        self.progress = ProgressLine(theme)
        save = button(_("Save as PDF …"), "sec", self.save, icons=icons, icon="file-text", theme=theme)
        self.print_button = button(_("Print …"), "pri", self.print_out, icons=icons, icon="printer", theme=theme)
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(self.view, 1)
        middle.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.documents)
        row.addLayout(middle, 1)
        row.addWidget(self._options())
        hints = [("↑↓", _("document")), ("PgUp/PgDn", _("page")), ("Ctrl+P", _("print")), ("Esc", _("back"))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Print and PDF"), theme, (save, self.print_button)))
        column.addLayout(row, 1)
        column.addWidget(HintLine(hints, theme))

    def _options(self) -> Card:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        card = Card(margins=14, spacing=10)
        card.setFixedWidth(236)
        self.language = ChoiceBox(theme, icons, _("Language"))
        self.language.set_items([("ru", "По-русски"), ("en", "English")])
        self.paper = ChoiceBox(theme, icons, _("Paper"))
        self.paper.set_items([("a4", "A4"), ("letter", "Letter"), ("a3", "A3")])
        self.person = ChoiceBox(theme, icons, _("For whom"))
        self.amounts = CheckBox(_("Show sums of money"), theme)
        self.economical = CheckBox(_("Save toner"), theme)
        self.what = plain_label("", theme, "control", "text2", wrap=True)
        self.message = FieldMessage(theme)
        card.body.addWidget(self.what)
        self._person_field = LabeledField(_("For whom"), self.person, theme)
        card.body.addWidget(LabeledField(_("Language"), self.language, theme))
        card.body.addWidget(LabeledField(_("Paper"), self.paper, theme))
        card.body.addWidget(self._person_field)
        card.body.addWidget(self.amounts)
        card.body.addWidget(self.economical)
        card.body.addWidget(self.message)
        card.body.addStretch(1)
        note = _("Private notes are never printed. Sums of other people never stand in a personal sheet.")
        card.body.addWidget(plain_label(note, theme, "caption", "text3", wrap=True))
        return card

    def _connect(self) -> None:
        self.documents.currentRowChanged.connect(lambda _row: self.rebuild())
        for choice in (self.language, self.paper, self.person):
            choice.picked.connect(lambda _key: self.rebuild())
        for box in (self.amounts, self.economical):
            box.toggled.connect(lambda _on: self.rebuild())

    def show_view(self, view: PlanView, change: Change | None) -> None:
        """Documents once, people each time; the preview is built anew when anything changed."""
        engagement = self.page.engagement
        if not self.documents.count():
            self.language.set_current(engagement.company.language)
            self.economical.setChecked(self.context.preferences.settings.economical_printing)
            self._fill_documents()
        _ = self.context.words
        people = [(person.id, person.name) for person in engagement.people if person.active]
        self.person.set_items([("", _("everybody")), *people])
        self.rebuild()

    def _fill_documents(self) -> None:
        from reports.documents import DOCUMENTS

        self.documents.blockSignals(True)
        for name, kind in DOCUMENTS.items():
            item = QListWidgetItem(self.context.words(kind.title))
            item.setData(KEY_ROLE, name)
            self.documents.addItem(item)
            if name == FIRST:
                self.documents.setCurrentItem(item)
        self.documents.blockSignals(False)

    def document(self) -> str:
        """The name of the chosen document."""
        item = self.documents.currentItem()
        return str(item.data(KEY_ROLE)) if item is not None else FIRST

    def choose(self, name: str) -> None:
        """Another document."""
        for row in range(self.documents.count()):
            if self.documents.item(row).data(KEY_ROLE) == name:
                self.documents.setCurrentRow(row)

    def rebuild(self) -> None:
        """Build the chosen document in the background; while one is being built, the next waits."""
        if self._task is not None:
            self._task.cancel()
            self._again = True
            return
        self._again = False
        self.message.say("")
        self._task = self._start()
        self._task.progress.connect(self._progressed)
        self._task.done.connect(self._built)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._ended)

    def _start(self) -> Task[Path]:
        from reports.documents import DOCUMENTS, PrintOptions, build

        name, kind = self.document(), DOCUMENTS[self.document()]
        self.what.setText(self.context.words(kind.about))
        self._person_field.setVisible(kind.per_person)
        self._number += 1
        out = self._folder / f"{name}-{self._number}.pdf"
        engagement, context = self.page.engagement, self.context.bridge.view_context
        words = Words(self.language.current())
        paper: Literal["a4", "letter"] = "letter" if self.paper.current() == "letter" else "a4"
        person = self.person.current() or None if kind.per_person else None
        options = PrintOptions(amounts=self.amounts.isChecked(), economical=self.economical.isChecked())

        def work(task: Task[Path]) -> Path:
            build(
                name, engagement, context, words, out, paper=paper, person_id=person, options=options,
                progress=task.progress.emit, cancelled=task.stopping,
            )  # fmt: skip
            return out

        return self.context.tasks.start(work)

    def _built(self, path: Path) -> None:
        at = self.view.pageNavigator().currentPage()
        self._shown = path
        self.pdf.load(str(path))
        if at < self.pdf.pageCount():
            self.view.pageNavigator().jump(at, self.view.pageNavigator().currentLocation(), 0)
        self._ended()

    def _failed(self, message: Message) -> None:
        self.message.say(self.context.words.message(message))
        self._ended()

    def _progressed(self, share: float) -> None:
        percent = round(share * 100)
        self.progress.set_share(Fraction(percent, 100), self.context.words.percent(percent, 0))

    def _ended(self) -> None:
        self._task = None
        self._progressed(0.0)
        if self._again:
            self.rebuild()

    def save(self) -> None:
        """The built file under a name of the person's choice; the old file stays until the new one is whole."""
        _ = self.context.words
        if self._shown is None:
            return
        stem = f"{self.context.bridge.document.file.path.stem} – {self.documents.currentItem().text()}"
        suggested = str(Path(self.context.preferences.settings.last_folder or Path.home()) / f"{stem}.pdf")
        target, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), suggested, "PDF (*.pdf)")
        if target:
            self.save_to(Path(target).with_suffix(".pdf"))

    def save_to(self, target: Path) -> None:
        """Copy the built file; a problem is said with another place offered."""
        _ = self.context.words
        if self._shown is None:
            return
        temporary = target.with_name(f".{target.name}.part")
        try:
            shutil.copyfile(self._shown, temporary)
            temporary.replace(target)
        except OSError:
            temporary.unlink(missing_ok=True)
            self.message.say(_("“{name}” could not be written there. Choose another folder.", name=target.name))
            return
        self.context.shell.toast(_("Saved: {name}", name=target.name))

    def print_out(self) -> None:
        """Hand the file to the system's PDF program: it knows the printers."""
        if self._shown is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._shown)))

    def sub_actions(self) -> tuple[Command, ...]:
        """Saving and printing."""
        _ = self.context.words
        section = _("Print and PDF")
        return (
            Command("print_save", _("Save as PDF …"), self.save, section, ("Ctrl+Shift+P",), "file-text"),
            Command("print_out", _("Print …"), self.print_out, section, (), "printer"),
        )

    def room_scene(self) -> str:
        """The room keeps seeing the plan."""
        return "plan.actions"
