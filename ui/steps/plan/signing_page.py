"""Follow-ups after 30, 60 and 90 days with their dates, and who has signed the plan."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.models.table import Column, TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.widgets import roles
from ui.widgets.date_field import DateField
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card, EmptyState, StepHeader, button, plain_label
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from ui.widgets.text_field import TextField
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import FollowUp
from workshop_app.domain.plan import FOLLOW_UP_DAYS
from workshop_app.services.document import Change
from workshop_app.steps.plan.operations import sign
from workshop_app.steps.plan.view import PlanView, Signature
from workshop_app.steps.session import propose_follow_ups, set_follow_up


@frozen
class SignatureLine:
    """A participant in the list."""

    id: str
    signature: Signature
    department: str
    home: str
    place: int | None
    """The department's place among the participating ones; None for people outside them."""


SIGNED = 2
"""The column that a click turns."""


class FollowUpCard(Card):
    """One follow-up: date, notes."""

    def __init__(self, page: SubPage, day: int) -> None:
        super().__init__(margins=14, spacing=8)
        self._page, self.day = page, day
        context = page.context
        _ = context.words
        self.body.addWidget(plain_label(_("Day {n}", n=day), context.theme, "card_title"))
        self.date = DateField(context.theme, context.icons, context.words, context.bridge.as_of, _("Date"))
        self.date.chosen.connect(lambda value: page.run(set_follow_up(day, date=value)))
        self.body.addWidget(LabeledField(_("Date"), self.date, context.theme))
        self.notes = TextField(context.theme, _("What to look at"), _("Notes"))
        self.notes.committed.connect(lambda text: page.run(set_follow_up(day, notes=text.strip() or None)))
        self.body.addWidget(LabeledField(_("Notes"), self.notes, context.theme))
        self.held = plain_label("", context.theme, "caption", "text2")
        self.body.addWidget(self.held)

    def show_follow_up(self, followup: FollowUp | None) -> None:
        """The stored follow-up, or an empty one."""
        _ = words = self._page.context.words
        self.date.set_current(followup.date if followup else None)
        self.notes.set_value((followup.notes or "") if followup else "")
        held = followup.held_on if followup else None
        self.held.setText(_("held on {date}", date=words.date_year(held)) if held else _("60 minutes, all departments"))


class SigningPage(SubPage):
    """Nothing is finished in the room: dates first, then signatures."""

    name = "signing"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        _ = self.context.words
        theme = self.context.theme
        propose = button(
            _("Set 30, 60 and 90 days"), "pri", self._propose, icons=self.context.icons, icon="calendar", theme=theme
        )
        self.cards = [FollowUpCard(self, day) for day in FOLLOW_UP_DAYS]
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in self.cards:
            row.addWidget(card, 1)
        self.model: TableModel[SignatureLine] = TableModel(self._columns(), self.context.bridge.run)
        self.table = LineTable(self.model, CellDelegate(theme, self.context.icons, self))
        self.table.ring_rows()
        self.table.set_widths((0, 160, 180))
        self.table.setAccessibleName(_("Follow-ups and signatures"))
        self.table.single_keys = self._key
        self.table.clicked.connect(self._clicked)
        self.nobody = EmptyState(
            "signature",
            _("Nobody signs yet. Tick in the list of people who takes part."),
            theme,
            self.context.icons,
            quiet=(_("To departments and people"), lambda: self.context.shell.go(Place("prepare", "people"))),
        )
        list_card = TableCard()
        list_card.body.addWidget(self.table)
        list_card.body.addWidget(self.nobody, 1)
        self.lay_out(
            StepHeader(_("Follow-ups and signatures"), theme, (propose,)),
            row,
            list_card,
            grows=list_card,
            hints=[(_("Space"), _("signed today, or not"))],
        )

    def _columns(self) -> list[Column[SignatureLine]]:
        _ = words = self.context.words
        return [
            Column(
                "name",
                _("Participant"),
                lambda line: line.signature.person.name,
                roles={
                    roles.ICON: lambda line: ("circle-check", "ok") if line.signature.signed_on else ("circle", "text3")
                },
            ),
            Column(
                "department",
                _("Department"),
                lambda line: "" if line.place is not None else line.department,
                roles={
                    roles.BADGE: lambda line: (line.department, line.place) if line.place is not None else None,
                    roles.TONE: lambda _l: "text2",
                },
                tooltip=lambda line: line.home,
                accessible=lambda line: line.home,
            ),
            Column(
                "signed",
                _("Signed"),
                lambda line: words.date_year(line.signature.signed_on) if line.signature.signed_on else "—",
            ),
        ]

    def show_view(self, view: PlanView, change: Change | None) -> None:
        """Cards and list."""
        by_day = {followup.day: followup for followup in view.followups}
        for card in self.cards:
            card.show_follow_up(by_day.get(card.day))
        engagement = self.page.engagement
        lines = []
        for signature in view.signatures:
            department = engagement.department(signature.person.department_id)
            outside = signature.person.department_text or ""
            name, home = (department.short, department.name) if department else (outside, outside)
            place = engagement.departments.index(department) if department else None
            lines.append(SignatureLine(signature.id, signature, name, home, place))
        self.model.set_lines(lines)
        self.table.setVisible(bool(lines))
        self.nobody.setVisible(not lines)

    def _key(self, event: QKeyEvent) -> bool:
        line = self.model.line(self.table.currentIndex())
        return event.key() == Qt.Key.Key_Space and line is not None and self._turn(line)

    def _clicked(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if index.column() == SIGNED and line is not None:
            self._turn(line)

    def _turn(self, line: SignatureLine) -> bool:
        today = None if line.signature.signed_on else self.context.bridge.as_of
        return self.run(sign(line.id, line.signature.person.name, today))

    def _propose(self) -> None:
        session = self.page.engagement.session.date or self.context.bridge.as_of
        self.run(propose_follow_ups(session))

    def select(self, row_id: str | None) -> None:
        """A follow-up's date field, or a participant."""
        for card in self.cards:
            if str(card.day) == row_id:
                card.date.setFocus()
                return
        self.table.select(row_id)
