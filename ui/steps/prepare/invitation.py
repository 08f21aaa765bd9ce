"""The invitation: its wording at the left, checked while it is typed; how it reads for a person at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.prepare.wording_colors import WordingColors
from ui.widgets.controls import ChoiceBox
from ui.widgets.fields import LabeledField
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import Card, FieldMessage, button, plain_label
from ui.widgets.text_field import TextArea
from workshop_app.i18n import Words
from workshop_app.services.document import Change
from workshop_app.steps.prepare.view import PrepareView
from workshop_app.steps.prepare.wording import change_wording, own_wording, usual_wording
from workshop_app.typesetting import typeset

WAIT_MS = 400
CONDITIONS = ("head", "outside", "claims_before")


class InvitationPage(SubPage):
    """A text that nobody can break: what is wrong is said with its line, and the usual wording is used until then."""

    name = "invitation"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.language = ChoiceBox(theme, icons, _("Language"))
        self.language.set_items([("ru", "По-русски"), ("en", "English")])
        self.person = ChoiceBox(theme, icons, _("How it reads for"))
        self.text = TextArea("", _("Wording of the invitation"))
        self.colors = WordingColors(self.text.document(), theme)
        self.problem = FieldMessage(theme)
        self.preview = QTextBrowser()
        self.preview.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.preview.document().setDocumentMargin(0)
        self.preview.setAccessibleName(_("Preview"))
        self.preview.setOpenLinks(False)
        self.usual = button(_("Usual wording"), "sec", self.take_usual, theme=theme, icons=icons, icon="undo-2")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        show = button(_("Print and PDF …"), "pri", self.open_print, theme=theme, icons=icons, icon="printer")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._wording(), 1)
        row.addWidget(self._reading(), 1)
        hints = [("Ctrl+Enter", _("take over")), ("Esc", _("take back")), ("Ctrl+P", _("print"))]
        self.lay_out(tabbed_header(self, (self.usual, show)), row, grows=row, hints=hints)

    def _wording(self) -> Card:
        _, theme = self.context.words, self.context.theme
        card = Card(margins=14, spacing=8)
        card.body.addWidget(LabeledField(_("Language of the letter"), self.language, theme))
        card.body.addWidget(self.text, 1)
        card.body.addWidget(self.problem)
        told = _("An empty line ends a paragraph, “# ” begins a heading, “- ” a point, **bold** is bold. Filled in:")
        card.body.addWidget(plain_label(told, theme, "caption", "text2", wrap=True))
        card.body.addWidget(self._placeholders())
        return card

    def _placeholders(self) -> QWidget:
        from reports.wording import PLACEHOLDERS

        _, theme = self.context.words, self.context.theme
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for name, meaning in PLACEHOLDERS.items():
            sample = f"{{% if {name} %}} … {{% endif %}}" if name in CONDITIONS else f"{{{{ {name} }}}}"
            chip = button(name, "chip", partial(self.insert, sample), theme=theme, tip=_(meaning))
            flow.addWidget(chip)
        return holder

    def _reading(self) -> Card:
        _, theme = self.context.words, self.context.theme
        card = Card(margins=14, spacing=8)
        card.body.addWidget(LabeledField(_("How it reads for"), self.person, theme))
        card.body.addWidget(self.preview, 1)
        note = _("The agenda and the rules of the room follow under the letter.")
        card.body.addWidget(plain_label(note, theme, "caption", "text2", wrap=True))
        return card

    def _connect(self) -> None:
        self.language.picked.connect(lambda _key: self._show_language())
        self.person.picked.connect(lambda _key: self.read())
        self.text.textChanged.connect(self._later.start)
        self.text.committed.connect(self._commit)
        self._later.timeout.connect(self.read)

    def show_view(self, view: PrepareView, change: Change | None) -> None:
        """The wording as it is kept; what is being typed stays."""
        engagement = self.page.engagement
        if change is None:
            self.language.set_current(engagement.company.language)
        chosen = self.person.current()
        people = [(person.id, person.name) for person in engagement.people if person.active]
        self.person.set_items([*people, ("", self.context.words("somebody without a name"))])
        if people:
            self.person.set_current(chosen if change is not None and chosen in dict(people) else people[0][0])
        self._show_text()

    def _show_language(self) -> None:
        self.text.commit()
        self._show_text()

    def _show_text(self) -> None:
        from reports.wording import INVITATION, default_wording

        language = self.language.current()
        own = own_wording(self.page.engagement, language, INVITATION)
        self.text.set_value(own or default_wording(language, INVITATION))
        self.usual.setEnabled(own is not None)
        self.read()

    def insert(self, sample: str) -> None:
        """A placeholder at the cursor."""
        self.text.insertPlainText(sample)
        self.text.setFocus()

    def read(self) -> None:
        """Check what is typed and show how it reads; with a problem the last good reading stays."""
        from reports.sections.prepare.invitation import values_of
        from reports.sections.source import Source
        from reports.wording import filled, problem_of

        self._later.stop()
        typed = self.text.toPlainText()
        problem = problem_of(typed)
        _ = self.context.words
        self.problem.say(f"{_.message(problem)} {_('Until then the usual wording is printed.')}" if problem else "")
        if problem is None:
            words = Words(self.language.current())
            source = Source(self.page.engagement, self.context.bridge.view_context)
            values = values_of(words, source, self.page.engagement.person(self.person.current()))
            self.preview.setHtml(as_page(typeset(filled(typed, values), words.language)))

    def _commit(self, typed: str) -> None:
        from reports.wording import INVITATION, default_wording

        language, engagement = self.language.current(), self.page.engagement
        if typed.strip() == default_wording(language, INVITATION).strip():
            self.run(usual_wording(engagement, language, INVITATION))
        else:
            self.run(change_wording(engagement, language, INVITATION, typed))

    def take_usual(self) -> None:
        """The usual wording again; it can be undone."""
        from reports.wording import INVITATION, default_wording

        self.text.setPlainText(default_wording(self.language.current(), INVITATION))
        self.text.commit()

    def open_print(self) -> None:
        """The true pages, for one person or for everybody."""
        self.text.commit()
        self.context.shell.go(Place("plan", "print", None, "invitation"))

    def room_scene(self) -> str:
        """Nothing for the room."""
        return "blank"


def as_page(elements: str) -> str:
    """The letter's elements as Qt shows them."""
    shown = elements.replace("<h>", "<h3>").replace("</h>", "</h3>")
    return shown.replace("<li>", "<p>•&nbsp;").replace("</li>", "</p>")
