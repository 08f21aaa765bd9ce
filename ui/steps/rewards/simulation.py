"""Before and after on last year's facts: weights of a group on sliders, everybody's pay beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.rewards.fund_cells import fund_cells
from ui.steps.rewards.people import PayTable
from ui.steps.rewards.scheme_editor import SchemeEditor
from ui.steps.rewards.weights_card import WeightsCard
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, EmptyState, HintLine, NumberStrip, StepHeader, button
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_look import TableCard
from workshop_app.services.document import Change
from workshop_app.steps.rewards.operations import begin_schemes
from workshop_app.steps.rewards.sample import take_sample
from workshop_app.steps.rewards.variant import drop, set_aside, swap
from workshop_app.steps.rewards.view import RewardsView

WEIGHTS, LARGE_WEIGHTS = 336, 306
"""Width of the weights at 100 %; at a larger interface the bars beside them need room."""


class SimulationPage(SubPage):
    """The room never sees this table: its scene has percentages by position."""

    name = "simulation"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: RewardsView | None = None
        self.group_id: str | None = None
        self.amounts = True
        self._build()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.mode = SegmentedControl(theme, icons)
        self.mode.setAccessibleName(_("What is shown"))
        self.mode.set_items(self._modes(None))
        self.mode.set_current("compare")
        self.mode.chosen.connect(lambda _key: self._again())
        self.edit_button = button(
            _("Edit the scheme"), "ghost", self.open_editor, icons=icons, icon="pencil", theme=theme
        )
        self.forward = self.forward_button(_("Test on a case"), Place("rewards", "test"))
        self.editor = SchemeEditor(self.context)
        self.editor.left.connect(self.close_editor)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._body())
        self.stack.addWidget(self._empty())
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Rewards: before and after"), theme, (self.mode, self.edit_button, self.forward)))
        column.addWidget(self.stack, 1)
        self.whole = QStackedWidget()
        self.whole.addWidget(front)
        self.whole.addWidget(self.editor)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.whole)

    def _modes(self, view: RewardsView | None) -> list[tuple[str, str]]:
        _ = self.context.words
        aside = [("aside", _("Variants"))] if view is not None and view.variant is not None else []
        return [("before", _("Before")), ("after", _("After")), ("compare", _("Compare")), *aside]

    def _body(self) -> QWidget:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.strip = NumberStrip(theme, icons)
        self.weights = WeightsCard(self.context)
        self.weights.setFixedWidth(theme.theme.pixels(WEIGHTS if theme.theme.size <= 100 else LARGE_WEIGHTS))
        self.weights.chosen.connect(self.choose_group)
        self.weights.variant.compared.connect(self.compare_variants)
        self.weights.variant.swapped.connect(lambda: self.run_and_tell(swap()))
        self.weights.variant.dropped.connect(lambda: self.run_and_tell(drop()))
        self.table = PayTable(self.context, self)
        self.table.selected.connect(lambda _id: self.tell_moved())
        self.lock = Card("soft", 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(14, 2, 6, 2)
        note = ElidedLabel(_("Room and paper show per cent; amounts are on this screen only."))
        note.setFont(theme.theme.font("small"))
        self.amounts_button = button(
            "", "ghost", self.toggle_amounts, icons=icons, icon="eye-off", keys="Ctrl+H", theme=theme
        )
        row.addWidget(IconLabel("lock", theme, icons, "text2"))
        row.addWidget(note, 1)
        row.addWidget(self.amounts_button)
        self.lock.body.addLayout(row)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.pay = QStackedWidget()
        self.pay.addWidget(TableCard(self.table))
        self.pay.addWidget(self._nothing_to_compute())
        right.addWidget(self.pay, 1)
        right.addWidget(self.lock)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.weights)
        middle.addLayout(right, 1)
        hints = [
            ("←/→", _("±5 points, Shift ±1")),
            ("Tab", _("next weight")),
            ("Ctrl+H", _("amounts or per cent")),
            ("Alt+L", _("who loses most")),
            ("Alt+V", _("another variant")),
        ]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addLayout(middle, 1)
        column.addWidget(HintLine(hints, theme))
        return body

    def _empty(self) -> QWidget:
        _ = self.context.words
        return EmptyState(
            "trophy",
            _("There is no reward scheme yet."),
            self.context.theme,
            self.context.icons,
            primary=(_("Take the sample"), self.take_sample),
            quiet=(_("Begin with an empty one"), self.begin),
            detail=_("The old scheme and the new one are computed on the same facts of last year."),
        )

    def _nothing_to_compute(self) -> QWidget:
        _ = self.context.words
        return EmptyState(
            "users",
            _("There is nothing to compute the schemes on yet."),
            self.context.theme,
            self.context.icons,
            primary=(_("Target bonuses"), lambda: self.open_editor("bonuses")),
            quiet=(_("Plan and fact"), lambda: self.open_editor("facts")),
            detail=_("Type the target bonuses of the positions, then last year's plan and fact."),
        )

    def take_sample(self) -> None:
        """Schemes to begin with; the editor opens for bonuses and facts."""
        if self.run(take_sample(self.context.words)):
            self.open_editor()

    def begin(self) -> None:
        """Two empty schemes."""
        if self.run(begin_schemes()):
            self.open_editor()

    def show_view(self, view: RewardsView, change: Change | None) -> None:
        """Strip, sliders, people."""
        self._view = view
        there = view.after is not None or view.before is not None
        self.stack.setCurrentIndex(0 if there else 1)
        self.edit_button.setVisible(there)
        self.mode.setVisible(there)
        self._offer_modes(view)
        self.forward.setVisible(there)
        mirrored = self.context.room.mirrored
        amounts = self.amounts and not mirrored
        if there:
            aside = self.mode.current() == "aside"
            self.strip.set_cells(fund_cells(view, self.context.words, amounts=amounts, aside=aside))
            self.weights.show_view(view, self.group_id, amounts=amounts, aside=aside)
            self.table.show_pay(view, self.mode.current(), amounts=amounts)
            self.pay.setCurrentIndex(0 if view.people else 1)
        if mirrored:
            self.whole.setCurrentIndex(0)
        _ = self.context.words
        self.amounts_button.set_text(_("Hide the amounts") if self.amounts else _("Show the amounts"))
        self.amounts_button.icon_name = "eye-off" if self.amounts else "eye"
        if self.whole.currentIndex():
            self.editor.show_view(view)

    def _offer_modes(self, view: RewardsView) -> None:
        """Where the variant is gone, the schemes are compared again."""
        gone = self.mode.current() == "aside" and view.variant is None
        self.mode.set_items(self._modes(view))
        if gone:
            self.mode.set_current("compare")

    def _again(self) -> None:
        if self._view is not None:
            self.show_view(self._view, None)

    def choose_group(self, group_id: str) -> None:
        """Another group of positions."""
        self.group_id = group_id
        self._again()

    def toggle_amounts(self) -> None:
        """Ctrl+H: money, or per cent of the target bonus."""
        self.amounts = not self.amounts
        self._again()

    def compare_variants(self) -> None:
        """Alt+V: the scheme as it is now is set aside, then compared with what the sliders make of it; and back."""
        if self._view is None or self._view.after is None:
            return
        if self._view.variant is None:
            self.run_and_tell(set_aside())
            self._view = self.page.view()
            self._offer_modes(self._view)
            self.mode.set_current("aside")
        else:
            self.mode.set_current("compare" if self.mode.current() == "aside" else "aside")
        self._again()

    def open_editor(self, part: str = "") -> None:
        """The scheme itself: indicators, weights, bonuses, facts, conditions. Not while the room sees this window."""
        if self.context.room.mirrored:
            return
        self.whole.setCurrentIndex(1)
        self._view = self.page.view()
        self.editor.show_view(self._view)
        self.editor.enter()
        if part:
            self.editor.open_part(part)

    def close_editor(self) -> None:
        """Back to the comparison."""
        self.whole.setCurrentIndex(0)
        self._again()
        self.edit_button.setFocus()

    def worst(self) -> None:
        """Alt+L: the person who loses most for the same results."""
        losing = [
            line for line in (self._view.people if self._view else ()) if line.delta is not None and line.delta < 0
        ]
        if losing:
            self.table.select(min(losing, key=lambda line: line.delta or 0).id)
            self.table.setFocus()

    def select(self, row_id: str | None) -> None:
        """A person, or the group of a position."""
        if not self.table.select(row_id) and self._view is not None:
            group = next((g for g in self._view.groups if row_id in {p.id for p in g.positions}), None)
            if group is not None:
                self.choose_group(group.id)

    def focus_id(self) -> str | None:
        """Nobody: the room never follows a person here."""
        return None

    def room_focus(self) -> Focus:
        """Percentages by position only."""
        return Focus(None)

    def add_new(self) -> None:
        """Ins: a new indicator, in the editor."""
        self.open_editor()
        if self.whole.currentIndex():
            self.editor.new_indicator()

    def sub_actions(self) -> tuple[Action, ...]:
        """Amounts, editor, who loses most."""
        _ = self.context.words
        section, part = _("Rewards"), self.editor.next_part
        variant = _("Compare with another variant")

        def there() -> bool:
            return self.whole.currentIndex() == 1

        return (
            Action("rewards.amounts", _("Amounts or per cent"), self.toggle_amounts, section, ("Ctrl+H",), "eye-off"),
            Action("rewards.variant", variant, self.compare_variants, section, ("Alt+V",), "split"),
            Action("rewards.edit", _("Edit the scheme"), self.open_editor, section, ("Ctrl+E",), "pencil"),
            Action(
                "rewards.next", _("Next part of the scheme"), lambda: part(1), section, ("Ctrl+Right",), enabled=there
            ),
            Action(
                "rewards.back",
                _("Previous part of the scheme"),
                lambda: part(-1),
                section,
                ("Ctrl+Left",),
                enabled=there,
            ),
            Action(
                "rewards.which", _("Old or new scheme"), self.editor.other_scheme, section, ("Alt+S",), enabled=there
            ),
            Action("rewards.worst", _("Who loses most"), self.worst, section, ("Alt+L",)),
        )
