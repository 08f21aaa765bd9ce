"""One question: is this the same work? Two cards, why it was proposed, the common name, three answers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.audit.match_queue import Proposal
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import AnswerButton
from ui.widgets.card import Divider
from ui.widgets.clearing import clear_layout
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import IconLabel, icon_line
from ui.widgets.layout import Card, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Function
from workshop_app.domain.short_names import told_apart
from workshop_app.steps.audit.matching import lines_asked_about
from workshop_app.steps.audit.view import performer_name

ICONS = {"dictionary": "languages", "own_dictionary": "languages", "similar": "target"}


class PairCard(Card):
    """``answered`` carries 1 (same), 2 (partly) or 3 (different)."""

    answered = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=18, spacing=10)
        self._context = context
        _ = context.words
        theme = context.theme
        self.place = plain_label("", theme, "caption", "text3")
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Is this one and the same work?"), theme, "title"), 1)
        head.addWidget(self.place)
        self.body.addLayout(head)
        self._talk = ScrollColumn(spacing=10)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(10)
        self._talk.column.addLayout(self._pair)
        self._talk.column.addWidget(plain_label(_("Why it is proposed"), theme, "caption_strong", "text2"))
        self._why = QVBoxLayout()
        self._why.setSpacing(4)
        self._talk.column.addLayout(self._why)
        self.score = plain_label("", theme, "caption", "text3")
        self._talk.column.addWidget(self.score)
        self._talk.column.addWidget(Divider())
        row = QHBoxLayout()
        row.addWidget(plain_label(_("Common name"), theme, "small", "text2"))
        self.name = TextField(theme, "", _("Common name"))
        self.name.returnPressed.connect(lambda: self.answered.emit("1"))
        row.addWidget(self.name, 1)
        self._talk.column.addLayout(row)
        self.effect = plain_label("", theme, "small", "text2", wrap=True)
        outcome = QHBoxLayout()
        outcome.setSpacing(8)
        outcome.addWidget(IconLabel("arrow-right", theme, context.icons), 0, Qt.AlignmentFlag.AlignTop)
        outcome.addWidget(self.effect, 1)
        self._talk.column.addLayout(outcome)
        self._talk.column.addStretch(1)
        self.body.addWidget(self._talk, 1)
        self.body.addLayout(self._answers())
        self._shown: Proposal | None = None

    def _answers(self) -> QHBoxLayout:
        _ = self._context.words
        row = QHBoxLayout()
        row.setSpacing(8)
        answers = (
            ("1", _("One and the same"), _("merge")),
            ("2", _("Partly"), _("common and own")),
            ("3", _("Different"), _("do not merge")),
        )
        self._answer_buttons: dict[str, AnswerButton] = {}
        for key, text, caption in answers:
            made = self._answer_buttons[key] = AnswerButton(key, text, caption, self._context.theme)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.clicked.connect(self._say(key))
            row.addWidget(made, 1)
        return row

    def _say(self, key: str) -> Callable[..., None]:
        return lambda *_checked: self.answered.emit(key)

    def show_pair(self, proposal: Proposal | None, place: int, count: int) -> None:
        """Ask about another pair, the ``place``-th of ``count``; the name being typed for the same pair stays."""
        self.place.setText(self._context.words("pair {n} of {total}", n=place, total=count))
        if proposal is None or proposal == self._shown:
            return
        same = self._shown is not None and proposal.id == self._shown.id
        self._shown = proposal
        _ = words = self._context.words
        clear_layout(self._pair)
        for function in (proposal.a, proposal.b):
            self._pair.addWidget(self._side(function), 1)
        self._answer_buttons["1"].set_primary(proposal.confident)
        clear_layout(self._why)
        for icon, text in self._reasons(proposal):
            self._why.addWidget(
                icon_line(icon, text, self._context.theme, self._context.icons, "text", "body", wrap=True)
            )
        self._talk.fit_later()
        self.score.setText(_("Likeness {n} of 100. The group decides, not the program.", n=proposal.per_cent))
        if not same:
            self.name.set_value(self._common_name(proposal))
        hours = [self._hours(f) for f in (proposal.a, proposal.b)]
        if all(hour is not None for hour in hours):
            total = words.hours_alone(sum(hour for hour in hours if hour is not None))
            parts = " + ".join(words.hours_alone(hour) for hour in hours)
            text = _("“The same” makes one row in the overlay: {parts} = {total} h/wk", parts=parts, total=total)
        else:
            text = _("“The same” makes one row in the overlay")
        self.effect.setText(text)

    def _hours(self, function: Function) -> Decimal | None:
        """Of the line and of those it speaks for; None where none of them says."""
        lines = lines_asked_about(self._context.bridge.engagement, function)
        said = [line.hours_per_week for line in lines if line.hours_per_week is not None]
        return sum(said, Decimal(0)) if said else None

    def _performers(self, function: Function) -> str:
        engagement = self._context.bridge.engagement
        short = told_apart(person.name for person in engagement.people)
        names = [
            short.get(name, name) if line.person_id else name
            for line in lines_asked_about(engagement, function)
            if (name := performer_name(engagement, line))
        ]
        return ", ".join(dict.fromkeys(names)) or self._context.words("The whole department")

    def _common_name(self, proposal: Proposal) -> str:
        engagement = self._context.bridge.engagement
        activity = engagement.activity(proposal.a.activity_id) or engagement.activity(proposal.b.activity_id)
        if activity is not None:
            return activity.title
        return min((proposal.a.text, proposal.b.text), key=len)

    def _reasons(self, proposal: Proposal) -> list[tuple[str, str]]:
        _ = self._context.words
        sources = {
            "dictionary": _("dictionary"),
            "own_dictionary": _("your dictionary"),
            "similar": _("similar in meaning"),
            "lemma": _("the same word"),
            "same": _("the same word"),
        }
        reasons = []
        for because in proposal.because[:4]:
            source = sources.get(because.kind, because.kind)
            text = _("“{a}” ~ “{b}”", a=because.a, b=because.b) if because.a != because.b else _("“{a}”", a=because.a)
            reasons.append((ICONS.get(because.kind, "file-text"), f"{text}  ({source})"))
        return reasons or [("target", _("The lines as a whole are close in meaning"))]

    def _side(self, function: Function) -> QWidget:
        engagement, theme = self._context.bridge.engagement, self._context.theme
        _ = words = self._context.words
        side = Card("soft", margins=14, spacing=6)
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        departments = engagement.departments
        place = next((i for i, d in enumerate(departments) if d.id == function.department_id), 0)
        head = QHBoxLayout()
        if departments:
            department = departments[place]
            head.addWidget(DepartmentBadge(department.short, department.name, place, theme))
            head.addWidget(plain_label(department.name, theme, "caption", "text2", wrap=True), 1)
        side.body.addLayout(head)
        side.body.addWidget(plain_label(function.text, theme, "card_title", wrap=True))
        performer = self._performers(function)
        hours = _("{hours} h/wk", hours=words.hours_alone(self._hours(function)))
        facts = FlowLayout(gap=12)
        for icon, text in (("users", performer), ("clock", hours)):
            facts.addWidget(icon_line(icon, text, theme, self._context.icons, shorten=True))
        side.body.addLayout(facts)
        side.body.addStretch(1)
        return side
