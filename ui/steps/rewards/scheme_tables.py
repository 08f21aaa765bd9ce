"""The tables of a scheme itself: indicators, and weights by position."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt

from ui.context import WindowContext
from ui.models.table import Column
from ui.steps.rewards.table_part import HUNDRED, TablePart
from ui.widgets import roles
from ui.widgets.paint import badges_of
from ui.widgets.picker import PickerChoice
from ui.widgets.table_header import TableHeader
from ui.widgets.text_field import TextField
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Position, RewardIndicator, RewardKind, RewardLevel
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.steps.rewards.operations import (
    add_indicator,
    change_indicator,
    facts_of,
    remove_indicator,
    set_weights,
)
from workshop_app.steps.rewards.view import RewardsView
from workshop_app.steps.rewards.wording import KINDS, LEVELS

DEFAULTS = {
    "threshold": Decimal("0.8"),
    "payout_at_threshold": Decimal("0.5"),
    "slope": Decimal(1),
    "cap": Decimal("1.2"),
}


_WEIGHTS = 520
"""Room for the columns of all weights together, beside the positions."""


@frozen
class IndicatorLine:
    """An indicator of the scheme."""

    id: str
    row: RewardIndicator


class IndicatorsPart(TablePart):
    """Title, level, kind, threshold, payout at it, slope, cap, source."""

    def __init__(self, context: WindowContext) -> None:
        _ = context.words
        note = _("Three or four indicators at most. Below the threshold nothing is paid; above the cap nothing more.")
        super().__init__(context, _("Indicators"), note)
        self.entry = TextField(context.theme, _("New indicator"), _("New indicator"))
        self.entry.committed.connect(self._add)
        self.column.addWidget(self.entry)
        self.table.delete_wanted.connect(self._remove)
        self.model.set_columns(self._columns())
        rates = (self.table.title_width(column, 76, 120) for column in range(3, 7))
        self.table.set_widths((0, 132, 112, *rates, 150), optional=(7,), least=160)

    def take_focus_empty(self) -> None:
        """The first indicator."""
        self.entry.setFocus()

    def _columns(self) -> list[Column[IndicatorLine]]:
        _ = self.context.words
        levels = [PickerChoice(level.value, _(LEVELS[level])) for level in RewardLevel]
        kinds = [PickerChoice(kind.value, _(KINDS[kind])) for kind in RewardKind]
        return [
            Column(
                "title",
                _("Indicator"),
                lambda line: line.row.title,
                _text("title"),
                roles={roles.STRONG: lambda _l: True},
            ),
            Column(
                "level",
                _("Whose result"),
                lambda line: _(LEVELS[line.row.level]),
                self._level,
                value=lambda line: line.row.level.value,
                roles=self.pick(levels),
            ),
            Column(
                "kind",
                _("How"),
                lambda line: _(KINDS[line.row.kind]),
                _kind,
                value=lambda line: line.row.kind.value,
                roles=self.pick(kinds),
            ),
            self._per_cent("threshold", _("Threshold, %")),
            self._per_cent("payout_at_threshold", _("Pays at it, %")),
            self._plain("slope", _("Slope")),
            self._per_cent("cap", _("Cap, %")),
            Column(
                "source",
                _("Source of data"),
                lambda line: line.row.source or "",
                _text("source"),
                roles={roles.TONE: lambda line: "text2"},
            ),
        ]

    def _per_cent(self, name: str, title: str) -> Column[IndicatorLine]:
        words = self.context.words

        def value(line: IndicatorLine) -> Decimal:
            stored = getattr(line.row, name)
            return (DEFAULTS[name] if stored is None else stored) * HUNDRED

        return Column(
            name,
            title,
            lambda line: words.number(value(line)) if line.row.kind is RewardKind.RATIO else "—",
            lambda line, typed: change_indicator(line.row, **{name: None if typed is None else typed / HUNDRED}),
            value=value,
            roles=self.number(),
            editable=lambda line: line.row.kind is RewardKind.RATIO,
        )

    def _plain(self, name: str, title: str) -> Column[IndicatorLine]:
        words = self.context.words

        def value(line: IndicatorLine) -> Decimal:
            stored: Decimal | None = getattr(line.row, name)
            return DEFAULTS[name] if stored is None else stored

        return Column(
            name,
            title,
            lambda line: words.number(value(line)) if line.row.kind is RewardKind.RATIO else "—",
            lambda line, typed: change_indicator(line.row, **{name: typed}),
            value=value,
            roles=self.number(),
            editable=lambda line: line.row.kind is RewardKind.RATIO,
        )

    def show_scheme(self, view: RewardsView, scheme: str) -> None:
        """The indicators of a scheme."""
        self.scheme = scheme
        rows = self.context.bridge.engagement.reward_indicators
        self.model.set_lines([IndicatorLine(row.id, row) for row in rows if row.scheme_id == scheme])

    def _level(self, line: IndicatorLine, chosen: Any) -> Operation | None:
        """Facts that go with the former level are told of."""
        if not chosen or RewardLevel(chosen) is line.row.level:
            return None
        bridge, words = self.context.bridge, self.context.words
        lost = len(facts_of(bridge.engagement, line.row))
        operation = change_indicator(line.row, level=RewardLevel(chosen))
        if not lost:
            return operation
        if bridge.run(operation) is not None:
            said = words.plural(
                "“{text}”: {n} fact entered for the former level is gone",
                "“{text}”: {n} facts entered for the former level are gone",
                lost,
                text=line.row.title,
            )
            self.context.shell.toast(said, undo=True)
        return None

    def _add(self, title: str) -> None:
        if title.strip() and self.context.bridge.run(add_indicator(self.scheme, title)) is not None:
            self.entry.clear()
            self.entry.set_value("")

    def _remove(self, ids: list[str]) -> None:
        _ = self.context.words
        for line in [line for line in self.model.lines if line.id in ids]:
            if self.context.bridge.run(remove_indicator(line.row)) is not None:
                self.context.shell.toast(_("Removed: {text}", text=line.row.title), undo=True)


def _text(name: str) -> Callable[[IndicatorLine, Any], Operation | None]:
    def edit(line: IndicatorLine, typed: Any) -> Operation | None:
        wording = single_line(str(typed or ""))
        if name == "title" and not wording:
            return None
        return change_indicator(line.row, **{name: wording or None})

    return edit


def _kind(line: IndicatorLine, chosen: Any) -> Operation | None:
    if not chosen:
        return None
    kind = RewardKind(chosen)
    return change_indicator(line.row, kind=kind, zero_sum=kind is RewardKind.RANK)


@frozen
class PositionLine:
    """A position and its weights by code."""

    id: str
    position: Position
    weights: tuple[tuple[str, Decimal], ...]

    def weight(self, code: str) -> Decimal:
        """The weight of an indicator in %."""
        return dict(self.weights).get(code, Decimal(0))

    @property
    def total(self) -> Decimal:
        """The sum of the weights."""
        return sum((weight for _code, weight in self.weights), Decimal(0))


class WeightsPart(TablePart):
    """A row per position, a column per indicator, the sum last."""

    def __init__(self, context: WindowContext) -> None:
        _ = context.words
        note = _("Weights of a position sum to 100; a joint share of 20 to 60, the same for equal positions.")
        super().__init__(context, _("Weights"), note)
        self._codes: tuple[tuple[str, str], ...] = ()
        head = self.table.horizontalHeader()
        assert isinstance(head, TableHeader)
        head.set_high()

    def show_scheme(self, view: RewardsView, scheme: str) -> None:
        """The weights of a scheme."""
        self.scheme = scheme
        engagement = self.context.bridge.engagement
        codes = tuple((row.code, row.title) for row in engagement.reward_indicators if row.scheme_id == scheme)
        if (scheme, codes) != (getattr(self, "_shown", None), self._codes):
            self._codes, self._shown = codes, scheme
            self.model.set_columns(self._columns(engagement))
            most = max(148, _WEIGHTS // max(1, len(codes)))
            weights = (self.table.title_width(column, 96, most, lines=2) for column in range(1, len(codes) + 1))
            self.table.set_widths((0, *weights, 90))
        taking_part = {department.id for department in engagement.departments}
        self.model.set_lines(
            [
                PositionLine(position.id, position, _stored(engagement, scheme, position.id))
                for position in engagement.positions
                if position.department_id in taking_part
            ]
        )

    def _columns(self, engagement: Engagement) -> list[Column[PositionLine]]:
        _ = words = self.context.words
        badges = badges_of(engagement.departments)
        badge = {roles.BADGE: lambda line: badges.get(line.position.department_id)}
        columns: list[Column[PositionLine]] = [
            Column("position", _("Position"), lambda line: line.position.title, roles=badge)
        ]
        columns += [self._weight(code, title) for code, title in self._codes]
        tone = {roles.TONE: lambda line: "text" if line.total == HUNDRED else "err", roles.STRONG: lambda _l: True}
        columns.append(
            Column("total", _("Sum, %"), lambda line: words.number(line.total), roles={**roles.RIGHT, **tone})
        )
        return columns

    def _weight(self, code: str, title: str) -> Column[PositionLine]:
        words, scheme = self.context.words, self.scheme

        def edit(line: PositionLine, typed: Any) -> Operation:
            return set_weights(scheme, [line.id], {code: Fraction(typed or 0)})

        return Column(
            code,
            title,
            lambda line: words.number(line.weight(code)) if line.weight(code) else "·",
            edit,
            value=lambda line: line.weight(code),
            roles=self.number(HUNDRED),
            header={int(Qt.ItemDataRole.ToolTipRole): title},
        )


def _stored(engagement: Engagement, scheme: str, position_id: str) -> tuple[tuple[str, Decimal], ...]:
    return tuple(
        (row.indicator, row.weight)
        for row in engagement.reward_weights
        if (row.scheme_id, row.position_id) == (scheme, position_id)
    )
