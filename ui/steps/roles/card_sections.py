"""The computed parts of a role card: headings, lines with a number at the right, thin lines between the parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.card import Divider
from ui.widgets.clearing import clear_layout
from ui.widgets.layout import plain_label
from ui.widgets.tips import plain_tip
from workshop_app.domain.model import Handoff
from workshop_app.domain.role_card import Duty, RoleCardContent
from workshop_app.domain.short_names import short_name
from workshop_app.steps.trail import ground_text

Pair = tuple[str, str]


class CardSections(QWidget):
    """A column of parts; parts without lines are left out."""

    def __init__(self, context: WindowContext, indent: int = 0) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(indent, 0, 0, 0)
        self._column.setSpacing(8)

    def show_duties(self, card: RoleCardContent) -> None:
        """What the person answers for, does, is asked and told."""
        _ = words = self._context.words
        self._clear()
        self._part(
            _("Answers for the result"), [(duty.activity.title, duty.letters.marks) for duty in card.answers_for],
            grounds=[self._ground(duty) for duty in card.answers_for],
        )  # fmt: skip
        does = [(duty.activity.title, words.hours(duty.hours)) for duty in card.does]
        said = _("today a week") if does else ""
        self._part(_("Does"), does, said, grounds=[self._ground(duty) for duty in card.does])
        self._listing(_("Is asked before"), card.is_asked)
        self._listing(_("Is told after"), card.is_told)

    def show_rest(self, card: RoleCardContent) -> None:
        """Handoffs, goals, what is paid for."""
        _ = words = self._context.words
        self._clear()
        handed = [(self._handed(h, out=True), words.hours(h.response_hours)) for h in card.hands_over]
        handed += [(self._handed(h, out=False), words.hours(h.response_hours)) for h in card.takes_over]
        self._part(_("Hands over and takes over"), handed, _("answer within") if handed else "")
        self._part(_("Owns the goals"), [(share.goal.title, "") for share in card.goals if share.is_owned])
        self._part(
            _("Contributes to the goals"), [(share.goal.title, "") for share in card.goals if not share.is_owned]
        )
        paid = [(share.indicator.title, words.percent(share.weight, 0)) for share in card.paid_for]
        since = _("from {date}", date=words.date_year(card.paid_from)) if paid and card.paid_from else ""
        self._part(_("What is paid for"), paid, since)

    def _ground(self, duty: Duty) -> str:
        """Why it is in the card: the finding and what was decided."""
        return ground_text(self._context.bridge.engagement, duty.activity.id, self._context.words)

    def _handed(self, handoff: Handoff, *, out: bool) -> str:
        _ = self._context.words
        other = self._context.bridge.engagement.person(handoff.to_person_id if out else handoff.from_person_id)
        sign = "→" if out else "←"
        return f"{sign} {handoff.title}" + (f", {short_name(other.name)}" if other else "")

    def _listing(self, heading: str, duties: Sequence[Duty]) -> None:
        if duties:
            text = "; ".join(duty.activity.title for duty in duties)
            self._part(heading, [(text, "")])

    def _clear(self) -> None:
        clear_layout(self._column)

    def _part(self, heading: str, lines: Iterable[Pair], note: str = "", grounds: Sequence[str] = ()) -> None:
        """``grounds``: what each line's tooltip says of where it comes from."""
        lines = list(lines)
        if not lines:
            return
        if self._column.count():
            self._column.addWidget(Divider())
        theme, part = self._context.theme, QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.addWidget(plain_label(heading, theme, "caption_strong", "text2"))
        head.addStretch(1)
        head.addWidget(plain_label(note, theme, "caption", "text3"))
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (text, number) in enumerate(lines):
            left = plain_label(text, theme, "body", "text", wrap=True)
            left.setToolTip(plain_tip(grounds[row]) if row < len(grounds) else "")
            grid.addWidget(left, row, 0)
            right = plain_label(number, theme, "small", "text2")
            grid.addWidget(right, row, 1, top | Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        self._column.addWidget(part)
