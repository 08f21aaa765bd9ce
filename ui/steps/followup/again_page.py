"""Day 90: the ten priority activities are answered again, before and after side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QVBoxLayout

from ui.models.table import Column, TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.widgets import roles
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.delegates.special import FindingDelegate
from ui.widgets.layout import Card, EmptyState, HintLine, StepHeader
from ui.widgets.table_view import LineTable
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.followup import OUTCOMES, Outcome
from workshop_app.domain.model import Answer, Department
from workshop_app.services.document import Change
from workshop_app.steps.followup.operations import answer_again
from workshop_app.steps.followup.view import AskedAgain, FollowUpView

ANSWERS = (Answer.WE, Answer.THEY, Answer.BOTH, Answer.NOBODY, Answer.UNKNOWN)
ICONS = {
    Outcome.VERIFIED: ("circle-check", "ok"),
    Outcome.AGREED: ("circle-check", "text3"),
    Outcome.STILL_OPEN: ("triangle-alert", "warn"),
    Outcome.NOT_ANSWERED: ("circle", "text3"),
}


class AgainDelegate(CellDelegate):
    """Findings as chips, the rest as text."""

    def __init__(self, page: AgainPage) -> None:
        super().__init__(page.context.theme, page.context.icons, page)
        self._finding = FindingDelegate(page.context.theme, page.context.icons, page)

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Chip or text."""
        if index.data(roles.FINDING) is not None:
            self._finding.content(painter, box, option, index)
        else:
            super().content(painter, box, option, index)


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
        self.table = LineTable(self.model, AgainDelegate(self))
        self.table.single_keys = self._key
        self.table.selected.connect(lambda _id: self.tell_moved())
        card = Card(margins=1, spacing=0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        empty = _("There are no activities to ask again yet: they come from the audit.")
        to_audit = (_("To the audit of functions"), lambda: self.context.shell.go(Place("audit")))
        self.stack.addWidget(EmptyState("repeat", empty, theme, icons, primary=to_audit))
        card.body.addWidget(self.stack)
        words_of_answers = (_("we"), _("they"), _("together"), _("nobody"), _("don't know"))
        hints = [(str(key), word) for key, word in enumerate(words_of_answers, start=1)]
        hints.append(("0", _("clear")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Asked again: before and after"), theme))
        column.addWidget(card, 1)
        column.addWidget(HintLine(hints, theme))

    def _columns(self) -> list[Column[AskedAgain]]:
        _ = words = self.context.words

        columns: list[Column[AskedAgain]] = [
            Column("title", _("Activity"), lambda line: line.activity.title, tooltip=lambda line: line.activity.title),
            Column(
                "before",
                _("Before"),
                lambda line: _(LABELS[line.answer.before.primary]),
                roles={
                    roles.FINDING: lambda line: (
                        line.answer.before.primary.value,
                        _(LABELS[line.answer.before.primary]),
                    )
                },
            ),
        ]
        for department in self._departments:
            columns.append(
                Column(
                    f"claim:{department.id}",
                    _("{department} now", department=department.short),
                    self._claim_text(department),
                )
            )
        columns.append(
            Column(
                "after",
                _("After"),
                lambda line: _(OUTCOMES[line.answer.outcome]),
                roles={roles.ICON: lambda line: ICONS[line.answer.outcome]},
                tooltip=lambda line: words(OUTCOMES[line.answer.outcome]),
            )
        )
        return columns

    def _claim_text(self, department: Department) -> Callable[[AskedAgain], str]:
        _ = self.context.words
        names = {
            Answer.WE: _("we"),
            Answer.THEY: _("they"),
            Answer.BOTH: _("together"),
            Answer.NOBODY: _("nobody"),
            Answer.UNKNOWN: _("don't know"),
        }

        def text(line: AskedAgain) -> str:
            claim = line.claims.get(department.id)
            return names[claim.answer] if claim else "—"

        return text

    def show_view(self, view: FollowUpView, change: Change | None) -> None:
        """Rows in the order of the first agenda."""
        if view.departments != self._departments or not self.model.columns:
            self._departments = view.departments
            self.model.set_columns(self._columns())
            self.table.set_widths((0, 200, *([110] * len(view.departments)), 240))
        self.model.set_lines(view.asked_again)
        self.stack.setCurrentIndex(0 if view.asked_again else 1)
        if view.asked_again and not self.table.currentIndex().isValid():
            self.table.select(view.asked_again[0].id, 2)

    def _key(self, event: QKeyEvent) -> bool:
        line = self.model.line(self.table.currentIndex())
        text = event.text()
        if line is None or text not in tuple("012345") or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        place = min(max(self.table.currentIndex().column() - 2, 0), len(self._departments) - 1)
        code = None if text == "0" else ANSWERS[int(text) - 1]
        department = self._departments[place]
        others = tuple(d.id for d in self._departments if d.id != department.id) if code is Answer.THEY else ()
        done = self.run(answer_again(line.activity, department.id, code, others))
        if done and place + 1 < len(self._departments):
            self.table.setCurrentIndex(self.model.index(self.table.currentIndex().row(), place + 3))
        return done

    def select(self, row_id: str | None) -> None:
        """An activity."""
        self.table.select(row_id, 2)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current activity."""
        return self.table.current_id() or None
