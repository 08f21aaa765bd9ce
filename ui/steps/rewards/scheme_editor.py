"""The schemes themselves: indicators, weights, target bonuses, plans and facts, conditions. Money guards the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.audience.guarding import RoomGuard
from ui.context import WindowContext
from ui.steps.rewards.conditions import ConditionsPart
from ui.steps.rewards.money_tables import BonusesPart, FactsPart
from ui.steps.rewards.scheme_tables import IndicatorsPart, WeightsPart
from ui.steps.rewards.table_part import TablePart
from ui.widgets.layout import HintLine, StepHeader, button
from ui.widgets.segmented import HeaderTabs, SegmentedControl
from workshop_app.domain.rewards.scheme import AFTER, BEFORE
from workshop_app.steps.rewards.view import RewardsView

MONEY = ("bonuses", "facts", "conditions")


class SchemeEditor(QWidget):
    """``left`` when the person is done. Parts are tables that are edited where they stand."""

    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._view: RewardsView | None = None
        _, theme, icons = context.words, context.theme, context.icons
        reason = _("The room is frozen while money is entered.")
        self._guard = RoomGuard(self, context.room, "rewards", reason, stays=True)
        self.which = SegmentedControl(theme, icons)
        self.which.setAccessibleName(_("Scheme"))
        self.which.set_items([(BEFORE, _("Before")), (AFTER, _("After"))])
        self.which.set_current(AFTER)
        self.which.chosen.connect(lambda _key: self._again())
        self.tabs = HeaderTabs(theme)
        self.tabs.set_items(
            [
                ("indicators", _("Indicators")),
                ("weights", _("Weights")),
                ("bonuses", _("Target bonuses")),
                ("facts", _("Plan and fact")),
                ("conditions", _("Conditions")),
            ]
        )
        self.tabs.chosen.connect(self.open_part)
        done = button(_("Done"), "pri", self.leave, icons=icons, icon="check", theme=theme)
        self.parts: dict[str, TablePart | ConditionsPart] = {
            "indicators": IndicatorsPart(context),
            "weights": WeightsPart(context),
            "bonuses": BonusesPart(context),
            "facts": FactsPart(context),
            "conditions": ConditionsPart(context),
        }
        self.stack = QStackedWidget()
        for part in self.parts.values():
            self.stack.addWidget(part)
        hints = [
            ("Enter", _("edit")),
            ("Tab", _("next field")),
            ("Ctrl+←/→", _("next part")),
            ("Alt+S", _("old or new scheme")),
            ("Ins", _("new indicator")),
            ("Del", _("delete")),
            ("Esc", _("done")),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Scheme"), theme, (self.which, done), tabs=self.tabs))
        column.addWidget(self.stack, 1)
        column.addWidget(HintLine(hints, theme))

    def enter(self) -> None:
        """Come to the front where one was."""
        self.open_part(self.tabs.current())

    def open_part(self, key: str) -> None:
        """Show a part; the keys go to what is filled in there."""
        self.show_part(key)
        self.parts[key].take_focus()

    def new_indicator(self) -> None:
        """Ins: the line for a new indicator."""
        self.show_part("indicators")
        self.parts["indicators"].take_focus_empty()

    def next_part(self, way: int) -> None:
        """Ctrl+← →: the neighbour, round the end."""
        keys = list(self.parts)
        self.open_part(keys[(keys.index(self.tabs.current()) + way) % len(keys)])

    def other_scheme(self) -> None:
        """Alt+S: the old scheme or the new one; bonuses are the same in both."""
        if self.which.isVisibleTo(self):
            self.which.set_current(BEFORE if self.which.current() == AFTER else AFTER)
            self.open_part(self.tabs.current())

    def show_part(self, key: str) -> None:
        """Another part; those with money freeze the room."""
        self.tabs.set_current(key)
        self.stack.setCurrentWidget(self.parts[key])
        self.which.setVisible(key != "bonuses")
        if key in MONEY:
            self._guard.begin()
        else:
            self._guard.end()
        self._again()

    def show_view(self, view: RewardsView) -> None:
        """The schemes as they are now."""
        self._view = view
        part = self.stack.currentWidget()
        scheme = self.which.current()
        if isinstance(part, TablePart | ConditionsPart):
            part.show_scheme(view, scheme)

    def _again(self) -> None:
        if self._view is not None:
            self.show_view(self._view)

    def leave(self) -> None:
        """Done: the room may be shown again."""
        self.setFocus()
        self._guard.end()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc is done, Ins adds an indicator."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
