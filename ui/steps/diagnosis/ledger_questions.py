"""What a ledger leaves to a person: near-equal names, unknown departments, what 1,500 means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.controls import ChoiceBox
from ui.widgets.labels import icon_line
from ui.widgets.layout import Card, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.ledger import NearPair
from workshop_app.exchange.grid import Question
from workshop_app.exchange.ledger_file import DIFFERENT, SAME, near_key
from workshop_app.steps.diagnosis.importing import LedgerPreview

MOST_SPELLINGS = 30


class QuestionsCard(Card):
    """``answered`` carries the answer and whether the file has to be read again at once (its counts change)."""

    answered = Signal(dict, bool)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=6)
        self._context = context
        self._keys: tuple[str, ...] | None = None
        theme = context.theme
        self.title = plain_label("", theme, "card_title")
        self.count = plain_label("", theme, "caption", "text2")
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        self.list = ScrollColumn(spacing=6)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self.segments: dict[str, SegmentedControl] = {}
        self.boxes: dict[str, ChoiceBox] = {}

    def show_preview(self, preview: LedgerPreview, answers: dict[str, str]) -> None:
        """The questions of a file; the answers given stay to be seen and changed."""
        plan = preview.plan
        if plan is None:
            return
        _ = words = self._context.words
        near = {near_key(pair): pair for pair in plan.report.near}
        others = [question for question in plan.questions if question.key not in near]
        asked = len(near) + len(others)
        self.title.setText(_("Near-equal names: one client?") if near and not others else _("Questions"))
        self.count.setText(
            words.plural("{n} question; unanswered means different", "{n} questions; unanswered means different", asked)
            if asked
            else ""
        )
        self.list.clear()
        self.segments, self.boxes = {}, {}
        for question in others:
            self.list.column.addWidget(self._choice(question, answers))
        for key, pair in near.items():
            self.list.column.addWidget(self._pair(key, pair, answers.get(key, DIFFERENT)))
        if plan.report.spellings_merged:
            self.list.column.addWidget(self._merged(preview))
        if not asked and not plan.report.spellings_merged:
            self.list.column.addWidget(
                plain_label(_("No questions: everything is clear."), self._context.theme, "control", "text2", wrap=True)
            )
        self.list.column.addStretch(1)
        self.list.fit_later()

    def _pair(self, key: str, pair: NearPair, answer: str) -> QWidget:
        _, theme = self._context.words, self._context.theme
        line, names = QWidget(), QVBoxLayout()
        names.setSpacing(0)
        first, second = (pair.first, pair.second) if pair.rows[0] >= pair.rows[1] else (pair.second, pair.first)
        names.addWidget(plain_label(first, theme, "body", wrap=True))
        names.addWidget(plain_label(second, theme, "body_strong", wrap=True))
        rows = sorted(pair.rows, reverse=True)
        choice = SegmentedControl(theme, self._context.icons)
        choice.setAccessibleName(_("“{first}” and “{second}”: one client?", first=first, second=second))
        choice.set_items([(SAME, _("Merge"), "merge"), (DIFFERENT, _("Two clients"))])
        choice.set_current(answer)
        choice.chosen.connect(self._later(key))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(names, 1)
        row.addWidget(plain_label(_("{a} and {b} rows", a=rows[0], b=rows[1]), theme, "caption", "text2"))
        row.addWidget(choice)
        self.segments[key] = choice
        return line

    def _later(self, key: str) -> Callable[[str], None]:
        return lambda answer: self.answered.emit({key: answer}, False)

    def _choice(self, question: Question, answers: dict[str, str]) -> QWidget:
        words, theme = self._context.words, self._context.theme
        line = QWidget()
        text = words.message(question.text)
        box = ChoiceBox(theme, self._context.icons, text)
        items = [(option.value, words.message(option.label)) for option in question.options]
        chosen = answers.get(question.key, question.default or "")
        if question.blocking and not chosen:
            items.insert(0, ("", words("choose…")))
        box.set_items(items)
        box.set_current(chosen)
        key = question.key
        box.picked.connect(lambda value: self.answered.emit({key: value}, True) if value else None)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(text, theme, "body", wrap=True), 1)
        row.addWidget(box)
        self.boxes[key] = box
        return line

    def _merged(self, preview: LedgerPreview) -> QWidget:
        words, theme = self._context.words, self._context.theme
        plan = preview.plan
        assert plan is not None
        line = icon_line(
            "check",
            words.plural(
                "{n} spelling merged by rule: quotes, spaces, legal forms",
                "{n} spellings merged by rule: quotes, spaces, legal forms",
                plan.report.spellings_merged,
            ),
            theme,
            self._context.icons,
            "ok",
            wrap=True,
        )
        line.setToolTip("\n".join(" = ".join(each.names) for each in plan.report.merged[:MOST_SPELLINGS]))
        return line
