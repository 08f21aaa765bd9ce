"""A goal to read: title, measure, way from baseline to target, what each department gives, SMART in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.context import WindowContext
from ui.pages.tiles import Tile
from ui.steps.goals.words import confidence_text, smart_reason
from ui.theme.theme import Theme
from ui.widgets.badge import DepartmentBadge
from ui.widgets.bars import GoalPaint, paint_goal
from ui.widgets.card import Divider
from ui.widgets.clearing import clear_layout
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layout import plain_label
from ui.widgets.marks import paint_letter
from ui.widgets.picture import Picture
from workshop_app.domain.goals import LETTERS, Letter
from workshop_app.domain.model import Department
from workshop_app.domain.short_names import short_name
from workshop_app.steps.goals.view import GoalCard

_LETTER = 24


class SmartRow(QHBoxLayout):
    """Five letters; failing ones dashed with the reasons in words beside."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context, self._failing = context, frozenset[Letter]()
        self.setSpacing(12)
        width = len(Letter) * (_LETTER + 3)
        self.letters = Picture(context.theme, self._paint, height=_LETTER, name="SMART", width=width)
        self.reason = plain_label("", context.theme, "caption", "text2", wrap=True)
        self.addWidget(self.letters, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(self.reason, 1)

    def show_smart(self, card: GoalCard) -> None:
        """Which letters fail and why; a big jump alone is only said aloud."""
        words = self._context.words
        self._failing = frozenset(letter for letter in Letter if card.smart.of(letter))
        reason = smart_reason(card, words)
        self.reason.setText(reason or words("All five letters hold"))
        self.reason.set_token("warn" if reason else "text2")
        failing = ", ".join(words(LETTERS[letter]) for letter in Letter if letter in self._failing)
        self.letters.show_picture(self._paint, f"SMART: {failing or words('All five letters hold')}")

    def _paint(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        side = min(box.height(), _LETTER * theme.size / 100)
        for place, letter in enumerate(Letter):
            square = QRectF(box.left() + place * (side + 3), box.top(), side, side)
            paint_letter(painter, square, letter.value, theme, fault=letter in self._failing)


class GoalTile(Tile):
    """A goal to read."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._departments: tuple[Department, ...] = ()
        theme = context.theme
        self.title = plain_label("", theme, "card_title", wrap=True)
        self.measured = ToneLabel(theme, "small", "text2")
        self.due = plain_label("", theme, "small", "text2")
        self.track = Picture(theme, lambda p, b, t: paint_goal(p, b, GoalPaint(), t), height=22, name="")
        self.start = plain_label("", theme, "small", "text2")
        self.now = plain_label("", theme, "small", "accent")
        self.end = plain_label("", theme, "control_strong")
        self.owner = ToneLabel(theme, "body_strong")
        self.confidence = plain_label("", theme, "caption", "text2")
        self._gives = QGridLayout()
        self._given: list[PlainLabel] = []
        self.smart = SmartRow(context)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, icons = self.context.theme, self.context.icons
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        measure = QHBoxLayout()
        measure.setSpacing(6)
        measure.addWidget(IconLabel("activity", theme, icons, "text2", 16))
        measure.addWidget(self.measured, 1)
        measure.addWidget(IconLabel("calendar", theme, icons, "text2", 16))
        measure.addWidget(self.due)
        ends = QHBoxLayout()
        ends.addWidget(self.start)
        ends.addStretch(1)
        ends.addWidget(self.now)
        ends.addStretch(1)
        ends.addWidget(self.end)
        who = QHBoxLayout()
        who.setSpacing(6)
        who.addWidget(IconLabel("user-check", theme, icons, "text2", 16))
        who.addWidget(self.owner, 1)
        who.addWidget(self.confidence)
        self._gives.setHorizontalSpacing(10)
        self._gives.setVerticalSpacing(5)
        self._gives.setColumnStretch(1, 1)
        self.body.addLayout(head)
        self.body.addLayout(measure)
        self.body.addWidget(self.track)
        self.body.addLayout(ends)
        self.body.addWidget(Divider())
        self.body.addLayout(who)
        self.body.addLayout(self._gives)
        self.body.addStretch(1)
        self.body.addLayout(self.smart)

    def show_item(self, card: GoalCard) -> None:
        """Another goal, or the same brought up to date."""
        _ = words = self.context.words
        goal = card.goal
        self.title.setText(goal.title)
        self.setAccessibleName(goal.title)
        self.measured.setText(goal.metric or _("No measure yet"))
        self.due.setText(words.date_year(goal.deadline) if goal.deadline else _("no date"))
        self.due.set_token("text2" if goal.deadline else "warn")
        self.start.setText(words.measured(goal.baseline, goal.unit))
        self.end.setText(words.measured(goal.target, goal.unit))
        self.now.setText(_("now {amount}", amount=words.measured(card.now, goal.unit)) if card.way is not None else "")
        said = _("From {start} to {end}", start=self.start.text(), end=self.end.text())
        self.track.show_picture(lambda p, b, t: paint_goal(p, b, GoalPaint(card.way), t), said)
        self.owner.setText(short_name(card.owner) if card.owner else _("Nobody owns it yet"))
        self.owner.set_token("text" if card.owner else "err")
        self.confidence.setText(confidence_text(card, words))
        self._show_gives(card)
        self.smart.show_smart(card)

    def _show_gives(self, card: GoalCard) -> None:
        departments = tuple(department for department, _text in card.contributions)
        if departments != self._departments:
            self._rebuild_gives(departments)
        words = self.context.words
        for label, (_department, text) in zip(self._given, card.contributions, strict=True):
            label.setText(text or words("contribution is not written yet"))
            label.set_token("text2" if text else "err")

    def _rebuild_gives(self, departments: tuple[Department, ...]) -> None:
        clear_layout(self._gives)
        self._departments, self._given = departments, []
        for row, department in enumerate(departments):
            badge = DepartmentBadge(department.short, department.name, row, self.context.theme, 22)
            label = plain_label("", self.context.theme, "body", "text2", wrap=True)
            self._gives.addWidget(badge, row, 0, Qt.AlignmentFlag.AlignTop)
            self._gives.addWidget(label, row, 1)
            self._given.append(label)
