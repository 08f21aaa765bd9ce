"""The organisation's own dictionary: a word and what else it is called here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.table_view import LineTable
from ui.widgets.text_field import TextField
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import DictionaryEntry
from workshop_app.services.operations import change_row, together
from workshop_app.steps.audit.matching import add_word, change_word, remove_word


@frozen
class WordLine:
    """An entry."""

    id: str
    entry: DictionaryEntry


class DictionaryPanel(Card):
    """Words typed here count in the next ranking."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        _ = context.words
        theme = context.theme
        self.body.addWidget(plain_label(_("The organisation's own words"), theme, "card_title"))
        hint = _("For example: KAM = key account manager, large clients. The proposals take them into account at once.")
        self.body.addWidget(plain_label(hint, theme, "small", "text2", wrap=True))
        self.word = TextField(theme, _("Word"))
        self.synonyms = TextField(theme, _("Means the same, separated by commas"))
        for field in (self.word, self.synonyms):
            field.returnPressed.connect(self._add)
        row = QHBoxLayout()
        row.addWidget(self.word, 1)
        row.addWidget(self.synonyms, 2)
        row.addWidget(button(_("Add"), "pri", self._add, theme=theme))
        self.body.addLayout(row)
        self.model: TableModel[WordLine] = TableModel(self._columns(), context.bridge.run)
        self.table = LineTable(self.model, CellDelegate(theme, context.icons, self))
        self.table.set_widths((220, 0))
        self.table.setAccessibleName(_("The organisation's own words"))
        self.table.delete_wanted.connect(self._remove)
        self.table.pasted.connect(self.paste)
        self.body.addWidget(self.table, 1)

    def _columns(self) -> list[Column[WordLine]]:
        _ = self._context.words
        return [
            Column(
                "word",
                _("Word"),
                lambda line: line.entry.word,
                lambda line, value: change_row(add_word(value, ()).name, line.entry, word=value.strip()),
            ),
            Column(
                "synonyms",
                _("Means the same"),
                lambda line: ", ".join(line.entry.synonyms),
                lambda line, value: change_word(line.entry, value.split(",")),
            ),
        ]

    def show_words(self) -> None:
        """Bring the list up to date."""
        entries = self._context.bridge.engagement.dictionary
        self.model.set_lines([WordLine(entry.id, entry) for entry in entries])

    def _add(self) -> None:
        word, synonyms = self.word.text().strip(), self.synonyms.text().split(",")
        if "=" in word:
            word, _equals, rest = word.partition("=")
            synonyms = [*rest.split(","), *synonyms]
        if word.strip() and self._context.bridge.run(add_word(word, synonyms)) is not None:
            for field in (self.word, self.synonyms):
                field.commit()
                field.set_value("")
            self.word.setFocus()

    def paste(self, rows: list[list[str]]) -> None:
        """A word in the first cell, what means the same in the others; a lone cell may hold «word = same, same»."""
        made = []
        for first, *others in rows:
            word, _equals, rest = first.partition("=")
            synonyms = [text for cell in (rest, *others) for text in cell.replace(";", ",").split(",")]
            if word.strip() and any(text.strip() for text in synonyms):
                made.append(add_word(word.strip(), synonyms))
        if made:
            name = made[0].name if len(made) == 1 else Message(N_("{n} words of the dictionary"), {"n": len(made)})
            if self._context.bridge.run(together(name, made)) is not None:
                self._context.shell.toast(self._context.words.message(name), undo=True)

    def _remove(self, ids: list[str]) -> None:
        for entry_id in ids:
            entry = self._context.bridge.engagement.get(DictionaryEntry, entry_id)
            if entry is not None and self._context.bridge.run(remove_word(entry)) is not None:
                text = self._context.words.message(remove_word(entry).name)
                self._context.shell.toast(text, undo=True)
