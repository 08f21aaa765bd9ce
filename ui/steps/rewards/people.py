"""Everybody's pay before and after: money on this screen only, or per cent of the target bonus."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.widgets import roles
from ui.widgets.bars import DeltaPaint
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.paint import badges_of
from ui.widgets.table_view import LineTable
from workshop_app.domain.short_names import short_name
from workshop_app.i18n import MINUS, NBSP, Words
from workshop_app.steps.rewards.pay import DepartmentPay, Pay, PayLine
from workshop_app.steps.rewards.view import RewardsView

ROW, LEAST_BAR = 28, 150
NAME_WIDTH, POSITION_WIDTH, ICON_WIDTH = 182, 188, 22
BOTH = ("compare", "aside")
"""The modes that show two schemes side by side."""


class PayTable(LineTable):
    """``show_pay`` with amounts or per cent; mode ``compare``, ``aside`` (the variant), ``before``, ``after``."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        self._context = context
        self._model: TableModel[Pay] = TableModel([], context.bridge.run)
        self._made: tuple[object, ...] | None = None
        super().__init__(self._model, RowDelegate(context.theme, context.icons, parent, height=ROW))
        self.ring_rows()
        self.setAccessibleName(context.words("Pay before and after"))

    @property
    def pay(self) -> TableModel[Pay]:
        """The lines shown."""
        return self._model

    def show_pay(self, view: RewardsView, mode: str, *, amounts: bool) -> None:
        """Each department and its people in the order of positions: no league table."""
        shown = view.variant if mode == "aside" and view.variant else view
        widest = max((line.delta for line in shown.people if line.delta is not None), default=Fraction(0))
        marked = any(_no_data(line, mode, self._context.words) for line in shown.people)
        name = NAME_WIDTH + (ICON_WIDTH if marked else 0)
        made = (mode, amounts, widest, name, tuple(d.id for d in view.departments))
        if made != self._made:
            self._made = made
            self._model.set_columns(self._columns(view, mode, amounts, widest))
            compared = (name, POSITION_WIDTH, 88, 88, 0)
            one = (name, 0, 120, 120, 120)
            self.set_widths(compared, (1,), LEAST_BAR) if mode in BOTH else self.set_widths(one)
        totals = {total.id: total for total in shown.totals}
        lines: list[Pay] = []
        for line in shown.people:
            total = totals.pop(line.department.id, None) if line.department else None
            lines += [line] if total is None else [total, line]
        self._model.set_lines(lines)

    def _columns(self, view: RewardsView, mode: str, amounts: bool, widest: Fraction) -> list[Column[Pay]]:
        _ = words = self._context.words
        badges = badges_of(view.departments)
        first: list[Column[Pay]] = [
            Column(
                "name",
                _("Person"),
                lambda line: short_name(line.person.name) if isinstance(line, PayLine) else _("Total"),
                roles={
                    roles.BADGE: lambda line: badges.get(line.department.id) if line.department else None,
                    roles.STRONG: lambda line: isinstance(line, DepartmentPay),
                    roles.ICON: lambda line: ("circle-help", "warn") if _no_data(line, mode, words) else None,
                },
                tooltip=lambda line: "\n".join(filter(None, (_name(line), _no_data(line, mode, words)))),
            ),
            Column(
                "position",
                _("Position"),
                lambda line: _position(line, words),
                roles={roles.TONE: _quiet},
                tooltip=lambda line: _position(line, words),
            ),
        ]
        unit = view_unit(view, words) if amounts else "%"
        if mode not in BOTH:
            return [*first, *_one_scheme(mode, amounts, unit, words)]
        old = _("Set aside, {unit}", unit=unit) if mode == "aside" else _("Was, {unit}", unit=unit)
        new = _("Now, {unit}", unit=unit) if mode == "aside" else _("Will be, {unit}", unit=unit)
        return [
            *first,
            _money("before", old, lambda line: line.before, amounts, words, tone="text2"),
            _money("after", new, lambda line: line.after, amounts, words, strong=True),
            Column(
                "delta",
                _("Change, %"),
                lambda line: "—" if line.delta is None else signed(line.delta, words),
                roles={
                    roles.PICTURE: lambda line: None if line.delta is None else DeltaPaint(line.delta, widest),
                    roles.STRONG: lambda line: True,
                    roles.TONE: lambda line: "text3" if line.draft else "text",
                },
            ),
        ]


def _name(line: Pay) -> str:
    if isinstance(line, PayLine):
        return ", ".join(part for part in (line.person.name, line.position) if part)
    return line.department.name if line.department else ""


def _no_data(line: Pay, mode: str, words: Words) -> str:
    """Which facts are missing for the pay that is shown (DECISIONS, "Meaning"); empty when none is."""
    if not isinstance(line, PayLine):
        return ""
    old = () if mode == "after" else line.no_data_before
    new = () if mode == "before" else line.no_data_after
    missing = ", ".join(dict.fromkeys((*old, *new)))
    said = words("No data, pays 0: {names}.", names=missing) if missing else ""
    gate = words("No data for the gate: it stays open.") if line.gate_unknown else ""
    return "\n".join(filter(None, (said, gate)))


def _position(line: Pay, words: Words) -> str:
    if isinstance(line, DepartmentPay):
        return words.plural("{n} person", "{n} people", line.people)
    return line.position if isinstance(line, PayLine) else ""


def _quiet(line: Pay) -> str:
    return "text2"


def view_unit(view: RewardsView, words: Words) -> str:
    """The sign of the currency."""
    return words.money(0, view.currency).replace("0", "").replace(NBSP, "").strip()


def signed(value: Fraction, words: Words) -> str:
    """«+37,1», «−6,5»."""
    text = words.number(value, 1)
    return text if text.startswith(MINUS) or value == 0 else f"+{text}"


def _money(
    key: str,
    title: str,
    of: Callable[[Pay], Fraction | None],
    amounts: bool,
    words: Words,
    *,
    tone: str = "text",
    strong: bool = False,
) -> Column[Pay]:
    def text(line: Pay) -> str:
        value = of(line)
        return words.number(value, 0) if amounts else words.number(line.share(value), 1)

    return Column(
        key,
        title,
        text,
        roles={
            **roles.RIGHT,
            roles.TONE: lambda line: "text3" if line.draft and key == "after" else tone,
            roles.STRONG: lambda line: strong or isinstance(line, DepartmentPay),
        },
    )


def _one_scheme(mode: str, amounts: bool, unit: str, words: Words) -> list[Column[Pay]]:
    _ = words

    def paid(line: Pay) -> Fraction | None:
        return line.before if mode == "before" else line.after

    columns = [_money("share", _("Of the target bonus, %"), paid, False, words, strong=not amounts)]
    if amounts:
        target = _money(
            "target", _("Target bonus, {unit}", unit=unit), lambda line: line.target, True, words, tone="text2"
        )
        columns = [target, _money("paid", _("Paid, {unit}", unit=unit), paid, True, words, strong=True), *columns]
    return columns
