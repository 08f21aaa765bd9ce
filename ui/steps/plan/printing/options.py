"""How it is printed: language, paper, person, parts, money, toner, both sides, the company's look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from ui.context import WindowContext
from ui.steps.plan.printing.choice import PaperName, PrintChoice, kind_of
from ui.widgets.card import Card
from ui.widgets.controls import CheckBox, ChoiceBox
from ui.widgets.fields import LabeledField
from ui.widgets.layout import button, plain_label
from ui.widgets.scroll_column import ScrollColumn

WIDTH = 268
_PAPERS: tuple[tuple[PaperName, str], ...] = (("a4", "A4"), ("letter", "Letter"), ("a3", "A3"))


class PrintOptionsCard(Card):
    """``changed`` when a person chose something else; ``look_wanted`` to edit the company's look."""

    changed = Signal()
    look_wanted = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=8)
        self._context = context
        self._document = ""
        self._left_out: dict[str, set[str]] = {}
        self._parts: list[tuple[str, CheckBox]] = []
        self.setFixedWidth(context.theme.theme.pixels(WIDTH))
        self._make()
        self._lay_out()
        for choice in (self.language, self.paper, self.person):
            choice.picked.connect(lambda _key: self.changed.emit())
        for box in (self.amounts, self.economical, self.two_sided):
            box.toggled.connect(lambda _on: self.changed.emit())

    def _make(self) -> None:
        _ = self._context.words
        theme, icons = self._context.theme, self._context.icons
        self.what = plain_label("", theme, "small", "text2", wrap=True)
        self.language = ChoiceBox(theme, icons, _("Language"))
        self.language.set_items([("ru", "По-русски"), ("en", "English")])
        self.paper = ChoiceBox(theme, icons, _("Paper"))
        self.person = ChoiceBox(theme, icons, _("For whom"))
        self.amounts = CheckBox(_("Show sums of money"), theme)
        self.economical = CheckBox(_("Save toner"), theme)
        self.two_sided = CheckBox(_("On both sides"), theme)
        self.separate = CheckBox(_("A file for each person"), theme)
        self.look = button(_("Look of the company …"), "ghost", self.look_wanted.emit, theme=theme)

    def _lay_out(self) -> None:
        _ = self._context.words
        theme = self._context.theme
        scroll = ScrollColumn(spacing=6)
        self.body.addWidget(scroll, 1)
        column = scroll.column
        column.addWidget(self.what)
        column.addWidget(LabeledField(_("Language"), self.language, theme))
        column.addWidget(LabeledField(_("Paper"), self.paper, theme))
        self._person_field = LabeledField(_("For whom"), self.person, theme)
        column.addWidget(self._person_field)
        for box in (self.separate, self.two_sided, self.amounts, self.economical):
            column.addWidget(box)
        self._parts_head = plain_label(_("What it contains"), theme, "caption", "text2")
        column.addWidget(self._parts_head)
        self._parts_column = Card("soft", margins=4, spacing=0)
        column.addWidget(self._parts_column)
        column.addStretch(1)
        self.body.addWidget(self.look)
        note = _("Private notes are never printed. Sums of other people never stand in a personal sheet.")
        self.body.addWidget(plain_label(note, theme, "caption", "text3", wrap=True))

    def set_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Whom personal documents can be made for."""
        self.person.set_items([("", self._context.words("everybody")), *people])

    def show_document(self, document: str) -> None:
        """Show the choices that this document has."""
        if document == self._document:
            return
        self._document = document
        kind, _ = kind_of(document), self._context.words
        self.what.setText(_(kind.about))
        self.paper.set_items([item for item in _PAPERS if item[0] in kind.papers])
        self._person_field.setVisible(kind.per_person)
        self.separate.setVisible(kind.per_person)
        self.two_sided.setVisible(kind.per_person or kind.booklets)
        self._show_parts()

    def _show_parts(self) -> None:
        kind, _ = kind_of(self._document), self._context.words
        for _name, box in self._parts:
            self._parts_column.body.removeWidget(box)
            box.hide()
            box.deleteLater()
        several = len(kind.sections) > 1
        self._parts = [(part.id, CheckBox(_(part.title), self._context.theme)) for part in kind.sections if several]
        left_out = self._left_out.setdefault(self._document, set())
        for name, box in self._parts:
            box.setChecked(name not in left_out)
            box.setToolTip(box.text())
            box.toggled.connect(lambda on, part=name: self._tick_part(part, on))
            self._parts_column.body.addWidget(box)
        self._parts_head.setVisible(several)
        self._parts_column.setVisible(several)

    def _tick_part(self, part: str, on: bool) -> None:
        left_out = self._left_out[self._document]
        if on:
            left_out.discard(part)
        else:
            left_out.add(part)
        self.changed.emit()

    def choose_person(self, person_id: str) -> None:
        """Make personal documents for this person."""
        self.person.set_current(person_id)

    def choice(self, document: str) -> PrintChoice:
        """Everything that is chosen, as far as the document has it."""
        left_out = self._left_out.get(document)
        parts = (
            frozenset(part.id for part in kind_of(document).sections if part.id not in left_out) if left_out else None
        )
        paper: PaperName = next((key for key, _word in _PAPERS if key == self.paper.current()), "a4")
        made = PrintChoice(document, self.language.current(), paper, self.person.current() or None, parts)
        made = replace(made, amounts=self.amounts.isChecked(), economical=self.economical.isChecked())
        return replace(made, two_sided=self.two_sided.isChecked()).fitted()
