"""Day 90: the ten priority activities are answered again, before and after side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from ui.models.table import Column, TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.turns.claims import AGAIN
from ui.turns.waiting import AnswersInTurn
from ui.widgets import roles
from ui.widgets.claims import answer_hints, claim_paint
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.layout import EmptyState, StepHeader, button
from ui.widgets.marks import ClaimPaint
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from ui.widgets.tips import plain_tip
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import Finding
from workshop_app.domain.followup import OUTCOMES, Outcome
from workshop_app.domain.model import Department
from workshop_app.domain.typed_answer import MANY, typed_answer
from workshop_app.services.document import Change
from workshop_app.steps.followup.operations import answer_again
from workshop_app.steps.followup.view import AskedAgain, FollowUpView

FIRST_CLAIM = 2
"""The first column of answers."""
CROWDED = 6
"""From so many departments on the answers are marks alone (SCREENS 26)."""
ICONS = {
    Outcome.VERIFIED: ("circle-check", "ok"),
    Outcome.AGREED: ("circle-check", "text3"),
    Outcome.STILL_AGREED: ("circle-check", "ok"),
    Outcome.STILL_OPEN: ("triangle-alert", "warn"),
    Outcome.NOT_ANSWERED: ("circle", "text3"),
}


class AgainPage(SubPage):
    """Second answers by the same keys as in the audit."""

    name = "again"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self._departments: tuple[Department, ...] = ()
        self.model: TableModel[AskedAgain] = TableModel((), self.context.bridge.run)
        self.table = LineTable(self.model, RowDelegate(theme, icons, self, height=44))
        self.table.setAccessibleName(_("Asked again: before and after"))
        self.table.single_keys = self._key
        self.table.selected.connect(lambda _id: self.tell_moved())
        card = TableCard()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        empty = _("There are no activities to ask again yet: they come from the audit.")
        to_audit = (_("To the audit of functions"), lambda: self.context.shell.go(Place("audit")))
        self.stack.addWidget(EmptyState("repeat", empty, theme, icons, primary=to_audit))
        card.body.addWidget(self.stack)
        self.in_turn = AnswersInTurn(self.context, AGAIN)
        self.in_turn.changed.connect(self.tell_moved)
        turn = button(_("In turn"), "ghost", self.in_turn.desk.begin, icons=icons, icon="users", theme=theme)
        turn.setToolTip(plain_tip(_("Departments or people answer one after another, unseen by the next")))
        self.header = StepHeader(_("Asked again: before and after"), theme, (turn,))
        hints = answer_hints(len(self.page.engagement.departments), _)
        self.lay_out(self.header, self.in_turn, card, grows=card, hints=hints)

    def _columns(self) -> list[Column[AskedAgain]]:
        _ = self.context.words
        return [
            Column(
                "title",
                _("Activity"),
                lambda line: line.activity.title,
                roles={roles.CAPTION: self._decided},
                tooltip=lambda line: line.rule or line.activity.title,
            ),
            self._finding("before", _("Before"), lambda line: line.answer.before),
            *(self._claim(department) for department in self._departments),
            self._finding("after", _("After"), lambda line: line.answer.after),
            Column(
                "outcome",
                _("What it says"),
                lambda line: _(OUTCOMES[line.answer.outcome]),
                roles={roles.ICON: lambda line: ICONS[line.answer.outcome], roles.TONE: lambda _line: "text2"},
                tooltip=lambda line: _(OUTCOMES[line.answer.outcome]),
            ),
        ]

    def _decided(self, line: AskedAgain) -> str:
        """«decided: split»."""
        _ = self.context.words
        if line.decided:
            return _("decided: {kind}", kind=_(line.decided).lower())
        return _("not decided") if line.answer.before.must_be_decided else _("no decision was needed")

    def _finding(self, key: str, title: str, found: Callable[[AskedAgain], Finding | None]) -> Column[AskedAgain]:
        words = self.context.words

        def text(line: AskedAgain) -> str:
            finding = found(line)
            return words(LABELS[finding.primary]) if finding else "—"

        def chip(line: AskedAgain) -> tuple[str, str] | None:
            finding = found(line)
            return (finding.primary.value, words(LABELS[finding.primary])) if finding else None

        return Column(key, title, text, roles={roles.FINDING: chip})

    def _claim(self, department: Department) -> Column[AskedAgain]:
        words = self.context.words

        def paint(line: AskedAgain, *, narrow: bool = len(self._departments) >= CROWDED) -> ClaimPaint:
            return claim_paint(line.claims.get(department.id), self._departments, words, narrow=narrow)

        def spoken(line: AskedAgain) -> str:
            shown = paint(line, narrow=False)
            return shown.word or ", ".join(code for code, _place in shown.badges)

        return Column(
            f"claim:{department.id}",
            department.short,
            lambda line: paint(line).word,
            roles={roles.CLAIM: paint},
            accessible=spoken,
            tooltip=spoken,
        )

    def show_view(self, view: FollowUpView, change: Change | None) -> None:
        """Rows in the order of the first agenda."""
        if view.departments != self._departments or not self.model.columns:
            self._departments = view.departments
            self.model.set_columns(self._columns())
            count = len(view.departments)
            claim = 96 if count < MANY else 130 if count == MANY else 112 if count < CROWDED else 70
            finding = 180 if count < CROWDED else 150
            after = FIRST_CLAIM + count
            optional = (after,) if count < CROWDED else (after + 1, FIRST_CLAIM - 1)
            self.table.set_widths((0, finding, *([claim] * count), finding, 190), optional=optional)
        self.model.set_lines(view.asked_again)
        self.in_turn.renew()
        self.stack.setCurrentIndex(0 if view.asked_again else 1)
        lives = sum(line.answer.outcome is Outcome.VERIFIED for line in view.asked_again)
        asked = sum(line.answer.after is not None for line in view.asked_again)
        words = self.context.words
        self.header.set_note(
            words("{n} of {m} answered, {k} decisions live", n=asked, m=len(view.asked_again), k=lives)
        )
        if view.asked_again and not self.table.currentIndex().isValid():
            self.table.select(view.asked_again[0].id, 2)

    def _key(self, event: QKeyEvent) -> bool:
        line = self.model.line(self.table.currentIndex())
        names = [department.id for department in self._departments]
        if line is None or not names or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        place = min(max(self.table.currentIndex().column() - FIRST_CLAIM, 0), len(names) - 1)
        typed = typed_answer(event.text(), names[place], line.claims.get(names[place]), names)
        if typed is None:
            return False
        done = self.run(answer_again(line.activity, names[place], *typed))
        if done and typed[0] is not None and len(names) < MANY:
            self._next_cell(place, len(names))
        return done

    def _next_cell(self, place: int, count: int) -> None:
        """The next department's answer; after the last one the next activity."""
        row = self.table.currentIndex().row()
        if place + 1 < count:
            self.table.setCurrentIndex(self.model.index(row, FIRST_CLAIM + place + 1))
        elif row + 1 < len(self.model.lines):
            self.table.setCurrentIndex(self.model.index(row + 1, FIRST_CLAIM))

    def select(self, row_id: str | None) -> None:
        """An activity."""
        self.table.select(row_id, 2)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current activity."""
        return self.table.current_id() or None

    def room_scene(self) -> str:
        """How many answers there are while they wait to be opened."""
        return self.in_turn.scene("followup.again")

    def open_to_room(self) -> bool:
        """F5: answers that wait."""
        return self.in_turn.open_to_room()
