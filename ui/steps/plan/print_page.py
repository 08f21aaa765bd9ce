"""Printing: documents at the left, the true pages in the middle, choices at the right; built in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ui.actions import Action as Command
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.plan.printing.builder import Builder, Work
from ui.steps.plan.printing.choice import Content, PrintChoice, file_name
from ui.steps.plan.printing.delivery import choices_of, copy_to, write_all
from ui.steps.plan.printing.documents_list import DocumentsList
from ui.steps.plan.printing.options import PrintOptionsCard
from ui.steps.plan.printing.preview import Preview
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.layout import StepHeader, button, plain_label
from ui.widgets.progress_button import ProgressButton
from workshop_app.domain.message import Message
from workshop_app.services.document import Change
from workshop_app.services.new_files import named_file
from workshop_app.steps.plan.view import PlanView

if TYPE_CHECKING:
    from ui.steps.plan.printing.look_panel import LookPanel
    from ui.tasks import Task

FIRST = "action-plan"
DOCUMENTS_WIDTH = 226
_BUTTON_WIDTH = 172
_PATIENCE = 250
"""Milliseconds before a progress bar is shown: most documents are there sooner."""


class PrintPage(SubPage):
    """A page, not a dialog. Errors in the plan do not block: they are printed as open."""

    name = "print"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self.builder = Builder(self.context.tasks, self)
        self._shown_choice: PrintChoice | None = None
        self._content: Content | None = None
        self._pages: dict[str, int] = {}
        self._look: LookPanel | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.documents = DocumentsList(theme, _)
        self.marked = plain_label("", theme, "caption", "text2", wrap=True)
        left = Card(margins=6, spacing=4)
        left.setFixedWidth(theme.theme.pixels(DOCUMENTS_WIDTH))
        left.body.addWidget(self.documents, 1)
        left.body.addWidget(self.marked)
        self.preview = Preview(theme, icons, _)
        self.options = PrintOptionsCard(self.context)
        self.banner = Banner(theme, icons, _)
        self.save_button = button(_("Save as PDF …"), "sec", self.save, icons=icons, icon="file-text", theme=theme)
        self.print_button = ProgressButton(_("Print …"), theme, icons, _, "printer")
        self.print_button.setMinimumWidth(theme.theme.pixels(_BUTTON_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left)
        row.addWidget(self.preview, 1)
        row.addWidget(self.options)
        hints = [
            ("↑ ↓", _("document")),
            (_("Space"), _("tick to save together")),
            ("PgUp PgDn", _("page")),
            ("Ctrl+F", _("find")),
            ("Ctrl+P", _("print")),
            ("Esc", _("back")),
        ]
        self.lay_out(
            StepHeader(_("Print and PDF"), theme, (self.save_button, self.print_button)),
            self.banner,
            row,
            grows=row,
            hints=hints,
        )

    def _connect(self) -> None:
        self.documents.looked.connect(lambda _name: self.rebuild())
        self.documents.ticked.connect(self._say_marked)
        self.documents.turned.connect(self.preview.turn)
        self.options.changed.connect(self.rebuild)
        self.options.look_wanted.connect(self.edit_look)
        self.print_button.wanted.connect(self.print_out)
        self.builder.began.connect(self._began)
        self.builder.built.connect(self._built)
        self.builder.failed.connect(self._failed)
        self.builder.stopped.connect(self._stopped)

    def show_view(self, view: PlanView, change: Change | None) -> None:
        """Documents once, people each time; the preview is built anew when anything changed."""
        engagement = self.page.engagement
        if not self.documents.count():
            self.options.language.set_current(engagement.company.language)
            self.options.economical.setChecked(self.context.preferences.settings.economical_printing)
            self._fill_documents()
        self.options.set_people([(person.id, person.name) for person in engagement.people if person.active])
        if self._look is not None and self._look.isVisible():
            self._look.refresh()
        self.rebuild()

    def _fill_documents(self) -> None:
        from reports.documents import DOCUMENTS

        words = self.context.words
        self.documents.fill([(name, words(kind.title)) for name, kind in DOCUMENTS.items()], FIRST)
        self._say_marked()

    def select(self, row_id: str | None) -> None:
        """A document by its name, with a person behind a slash: ``role-card/P03``."""
        name, _slash, person = (row_id or "").partition("/")
        if person:
            self.options.choose_person(person)
            if name == self.document():
                self.rebuild()
        self.choose(name)
        self.documents.setFocus()

    def document(self) -> str:
        """The name of the document in front."""
        return self.documents.name() or FIRST

    def choose(self, name: str) -> None:
        """Another document in front."""
        self.documents.choose(name)

    def choice(self) -> PrintChoice:
        """The document in front with all that is chosen for it."""
        return self.options.choice(self.document())

    def content(self) -> Content:
        """The present state; the counts of pages belong to one state."""
        from reports.brand import house_look

        engagement = self.page.engagement
        if self._content is None or self._content.engagement is not engagement:
            self._pages.clear()
        look = house_look(self.context.preferences.settings)
        self._content = Content(engagement, self.context.bridge.view_context.ready(), look)
        return self._content

    def rebuild(self) -> None:
        """Build the chosen document in the background."""
        self.options.show_document(self.document())
        self.banner.hide()
        self.builder.build(self.choice(), self.content())

    def _began(self, task: Task[Path]) -> None:
        QTimer.singleShot(_PATIENCE, self, lambda: self._show_progress(task))

    def _show_progress(self, task: Task[Path]) -> None:
        if self.builder.works_on(task):
            self.print_button.follow(task)

    def _built(self) -> None:
        before, choice, shown = self._shown_choice, self.builder.choice, self.builder.shown
        if choice is None or shown is None:
            return
        same = before is not None and (before.document, before.person_id) == (choice.document, choice.person_id)
        self._shown_choice = choice
        self.preview.load(shown, keep_place=same)
        self._pages[choice.document] = self.preview.pages()
        self.documents.set_pages(self._pages)
        self._say_marked()

    def _failed(self, message: Message) -> None:
        _ = self.context.words
        self.banner.say(_.message(message), actions=[(_("Try again"), self.rebuild)])

    def _stopped(self) -> None:
        _ = self.context.words
        said = _("Stopped. The pages below are the ones from before.")
        self.banner.say(said, "warn", [(_("Build"), self.rebuild)])

    def save(self) -> None:
        """The document in front as one file, or all ticked ones into a folder."""
        choices = choices_of(self.documents.chosen() or [self.document()], self.options, self.content())
        if len(choices) > 1:
            self._ask_folder(choices)
        elif choices[0] == self.choice():
            self.builder.when_built(choices[0], self.content(), self._ask_file)
        else:
            self.choose(choices[0].document)
            self.builder.when_built(self.choice(), self.content(), self._ask_file)

    def _stem(self) -> str:
        return self.context.bridge.document.file.path.stem

    def _last_folder(self) -> Path:
        return Path(self.context.preferences.settings.last_folder or Path.home())

    def _ask_file(self) -> None:
        _ = self.context.words
        suggested = self._last_folder() / file_name(self.choice(), self._stem(), self.page.engagement)
        target, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), str(suggested), "PDF (*.pdf)")
        if target:
            self.save_to(named_file(target, ".pdf"))

    def save_to(self, target: Path) -> None:
        """Copy the built file; a problem is said with another place offered."""
        shown = self.builder.shown
        if shown is not None:
            self._deliver(
                lambda _task: copy_to(shown, target), lambda safe: self.save_to(safe / target.name), self._ask_file
            )

    def _ask_folder(self, choices: list[PrintChoice]) -> None:
        _ = self.context.words
        chosen = QFileDialog.getExistingDirectory(self, _("Folder for the documents"), str(self._last_folder()))
        if chosen:
            self.save_all_to(choices, Path(chosen))

    def save_all_to(self, choices: list[PrintChoice], folder: Path) -> None:
        """Several documents, each as a file of its own."""
        content, stem = self.content(), self._stem()
        self._deliver(
            lambda task: write_all(content, choices, folder, stem, task),
            lambda safe: self.save_all_to(choices, safe),
            lambda: self._ask_folder(choices),
        )

    def _deliver(self, work: Work, elsewhere: Callable[[Path], object], ask: Callable[[], object]) -> None:
        """Write in the background; when that fails say why and offer another place."""
        _ = self.context.words
        self.banner.hide()
        own = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        documents = own if own.is_dir() else Path.home()

        def failed(message: Message) -> None:
            safe = _("To “{folder}”", folder=documents.name)
            self.banner.say(
                _.message(message), actions=[(_("Another place …"), ask), (safe, lambda: elsewhere(documents))]
            )

        said = _("Stopped. What was finished before is there.")
        self.builder.deliver(work, self._delivered, failed, lambda: self.banner.say(said, "warn"))

    def _delivered(self, path: Path) -> None:
        _ = self.context.words
        self.context.preferences.change(last_folder=str(path if path.is_dir() else path.parent))
        self.banner.say(_("Saved: {name}", name=str(path)), "accent", [(_("Open"), lambda: _open(path))])

    def print_out(self) -> None:
        """Hand the file to the system's PDF program: it knows the printers."""
        self.builder.when_built(self.choice(), self.content(), self._hand_over)

    def _hand_over(self) -> None:
        _ = self.context.words
        named = self.builder.copy(file_name(self.choice(), self._stem(), self.page.engagement))
        if _open(named):
            self.context.shell.toast(_("Opened in your PDF program: print it there"))
        else:
            said = _("No program for PDF was found. Save the file and open it elsewhere.")
            self.banner.say(said, "warn", [(_("Save as PDF …"), self.save)])

    def edit_look(self) -> None:
        """The company's look, over the page."""
        from ui.steps.plan.printing.look_panel import LookPanel

        if self._look is None:
            self._look = LookPanel(self, self.context, lambda: self.page.engagement, self.run)
        self._look.refresh()
        self._look.open()

    def _say_marked(self) -> None:
        _ = self.context.words
        names = self.documents.chosen()
        said = _.plural("{n} document ticked", "{n} documents ticked", len(names))
        if names and all(name in self._pages for name in names):
            pages = sum(self._pages[name] for name in names)
            said += f", {_.plural('{n} page', '{n} pages', pages)}"
        self.marked.setText(said if names else _("Tick several to save them together."))
        self.save_button.set_text(_("Save {n} …", n=len(names)) if len(names) > 1 else _("Save as PDF …"))

    def event(self, event: QEvent) -> bool:
        """Qt: Ctrl+P and Ctrl+F mean this page while it is in front."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: print, find, stop or back, pages."""
        if event.matches(QKeySequence.StandardKey.Print):
            self.print_out()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.preview.field.setFocus()
            self.preview.field.selectAll()
        elif event.matches(QKeySequence.StandardKey.Cancel):
            if not self.builder.stop():
                self.page.go_to(Place("plan", "actions"))
        else:
            super().keyPressEvent(event)

    def sub_actions(self) -> tuple[Command, ...]:
        """Saving and printing."""
        _ = self.context.words
        section = _("Print and PDF")
        return (
            Command("print_save", _("Save as PDF …"), self.save, section, ("Ctrl+Shift+P",), "file-text"),
            Command("print_out", _("Print …"), self.print_out, section, (), "printer"),
            Command("print_look", _("Look of the company …"), self.edit_look, section, (), "file-text"),
        )

    def room_scene(self) -> str:
        """The room keeps seeing the plan."""
        return "plan.actions"


def _open(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _own_key(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Print) or event.matches(QKeySequence.StandardKey.Find)
