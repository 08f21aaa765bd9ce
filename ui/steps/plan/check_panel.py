"""The plan check: how many checks hold, what is open with its cure; go there, or leave it open with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.pages.base import Place
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_field import TextField
from workshop_app.domain.checks import CHECKS, CheckResult, Severity, message_of
from workshop_app.steps import step_of
from workshop_app.steps.plan.fixes import fix_of
from workshop_app.steps.plan.operations import waive

WIDTH = 284
SHOWN = 40
ICONS = {
    Severity.ERROR: ("octagon-x", "err"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.INFO: ("info", "text3"),
}


LINK_EDGE = 4
"""Pixels before the words of a link: what stands over links has them too, so that all words begin at one edge."""


class CheckPanel(Card):
    """All open checks, errors first; waived ones at the end. ``told`` with how many are open, for a button."""

    told = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=0, spacing=4)
        self._context = context
        self._results: tuple[CheckResult, ...] = ()
        self._waiving: tuple[str, str] | None = None
        self.head = plain_label("", context.theme, "card_title", wrap=True)
        self.head.setContentsMargins(16, 12, 16, 0)
        self.tail = plain_label("", context.theme, "caption", "text2", wrap=True)
        self.tail.setContentsMargins(16, 0, 16, 4)
        self.body.addWidget(self.head)
        self.body.addWidget(self.tail)
        self.list = ScrollColumn((16, 4, 8, 10), 8, ruled=True)
        self._items: dict[tuple[str, ...], QWidget] = {}
        self.more = plain_label("", context.theme, "caption", "text2")
        self.list.column.addWidget(self.more)
        self.list.column.addStretch(1)
        self.body.addWidget(self.list, 1)
        context.theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """A large type has its lines wrapped rather than the plan squeezed."""
        self.setFixedWidth(WIDTH + (self._context.theme.theme.pixels(WIDTH) - WIDTH) // 4)

    def show_results(self, results: tuple[CheckResult, ...]) -> None:
        """Another list; nothing is rebuilt where it is the same."""
        if results == self._results and self._items:
            return
        self._results = results
        self._rebuild()

    def _rebuild(self) -> None:
        _ = words = self._context.words
        live = [result for result in self._results if result.waived is None]
        held = len(CHECKS) - len({result.check.id for result in live})
        self.head.setText(_("{n} of {total} checks hold", n=held, total=len(CHECKS)))
        counts = {severity: sum(r.check.severity is severity for r in live) for severity in Severity}
        parts = (
            (counts[Severity.ERROR], words.plural("{n} error", "{n} errors", counts[Severity.ERROR])),
            (counts[Severity.WARNING], words.plural("{n} warning", "{n} warnings", counts[Severity.WARNING])),
            (counts[Severity.INFO], words.plural("{n} hint", "{n} hints", counts[Severity.INFO])),
        )
        self.tail.setText(", ".join(text for count, text in parts if count))
        self.told.emit(_("Check: {n}", n=len(live)))
        waived = [result for result in self._results if result.waived is not None]
        self._lay_out([*live[:SHOWN], *waived])
        self.more.setText(_("and {n} more", n=len(live) - SHOWN))
        self.more.setVisible(len(live) > SHOWN)
        self.list.fit_later()

    def _lay_out(self, results: list[CheckResult]) -> None:
        """One item for each; those that say the same stay, with the focus they have."""
        focus = self.window().focusWidget()
        left = next((item for item in self._items.values() if focus is not None and item.isAncestorOf(focus)), None)
        at = self.list.column.indexOf(left) if left is not None else -1
        gone, self._items = self._items, {}
        for place, result in enumerate(results):
            fix = fix_of(self._context.bridge.engagement, result, self._context.bridge.as_of)
            label = self._context.words.message(fix.label) if fix is not None else ""
            waiving = self._waiving == _named(result)
            key = (*_named(result), message_of(result, self._context.words), label, str(result.waived), str(waiving))
            kept = gone.pop(key, None)
            item = self._items[key] = kept if kept is not None else self._item(result, label)
            standing = self.list.column.itemAt(place)
            if standing is None or standing.widget() is not item:
                self.list.column.removeWidget(item)
                self.list.column.insertWidget(place, item)
        if left in gone.values() and self._items:
            items = list(self._items.values())
            items[min(at, len(items) - 1)].findChildren(Button)[0].setFocus()
        for item in gone.values():
            self.list.column.removeWidget(item)
            item.hide()
            item.deleteLater()

    def _item(self, result: CheckResult, label: str) -> QWidget:
        _ = words = self._context.words
        theme = self._context.theme
        item = Card("soft", margins=10, spacing=4)
        item.body.setContentsMargins(10 - LINK_EDGE, 10, 10, 6)
        row = QHBoxLayout()
        row.setContentsMargins(LINK_EDGE, 0, 0, 0)
        row.setSpacing(8)
        icon, token = ICONS[result.check.severity]
        row.addWidget(IconLabel(icon, theme, self._context.icons, token), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(message_of(result, words), theme, "control_strong", wrap=True), 1)
        item.body.addLayout(row)
        fix = result.waived.reason if result.waived else words(result.check.fix)
        advice = plain_label(fix, theme, "caption", "text2", wrap=True)
        advice.setContentsMargins(LINK_EDGE, 0, 0, 0)
        item.body.addWidget(advice)
        item.body.addLayout(self._links(result, label))
        if self._waiving == _named(result):
            item.body.addWidget(self._reason_field(result))
        return item

    def _links(self, result: CheckResult, label: str) -> FlowLayout:
        _ = self._context.words
        links = FlowLayout(gap=8)
        if label and result.waived is None:
            links.addWidget(button(label, "link", lambda: self._fix(result), theme=self._context.theme))
        links.addWidget(button(_("Go there"), "link", lambda: self._go(result), theme=self._context.theme))
        if result.waived is None:
            links.addWidget(
                button(_("Leave open …"), "link", lambda: self._ask_reason(result), theme=self._context.theme)
            )
        else:
            links.addWidget(
                button(_("Check again"), "link", lambda: self._waive(result, ""), theme=self._context.theme)
            )
        return links

    def _fix(self, result: CheckResult) -> None:
        fix = fix_of(self._context.bridge.engagement, result, self._context.bridge.as_of)
        if fix is not None and self._context.bridge.run(fix.operation) is not None:
            self._context.shell.toast(self._context.words.message(fix.operation.name), undo=True)

    def _reason_field(self, result: CheckResult) -> TextField:
        field = TextField(self._context.theme, self._context.words("Why is it left open? Enter"))
        field.committed.connect(lambda text: self._waive(result, text))
        field.setFocus()
        return field

    def _ask_reason(self, result: CheckResult) -> None:
        self._waiving = _named(result)
        self._rebuild()
        for field in self.findChildren(TextField):
            field.setFocus()

    def _waive(self, result: CheckResult, reason: str) -> None:
        self._waiving = None
        said = message_of(result, self._context.words)
        self._context.bridge.run(waive(result.check.id, result.object_id, reason, said))

    def _go(self, result: CheckResult) -> None:
        step = step_of(result.check.step).id
        self._context.shell.go(Place(step, None, result.check.object, result.object_id))

    def fix_first(self) -> None:
        """Go to the first open check."""
        live = [result for result in self._results if result.waived is None]
        if live:
            self._go(live[0])


def _named(result: CheckResult) -> tuple[str, str]:
    return result.check.id, result.object_id
