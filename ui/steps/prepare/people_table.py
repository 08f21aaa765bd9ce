"""The people as a table: in the room, name, department, position, share of a post, works here, functions, hours."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import partial
from types import MappingProxyType

from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.steps.prepare.fields import ShareField
from ui.widgets import roles
from ui.widgets.bars import BarPaint
from ui.widgets.completing import OfferedTexts
from ui.widgets.delegates.cell import BADGE_HEIGHT, PADDING, Index
from ui.widgets.delegates.editing import EditingDelegate
from ui.widgets.delegates.special import BarDelegate
from ui.widgets.paint import badge_font, badge_width
from ui.widgets.table_view import LineTable
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.text_key import single_line
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.steps.prepare.people import (
    change_department_of,
    change_employment,
    change_position_of,
    rename_person,
)
from workshop_app.steps.prepare.view import PersonLine

PRESENT, NAME, DEPARTMENT, POSITION, EMPLOYMENT, ACTIVE, FUNCTIONS, HOURS = range(8)
ROW_HEIGHT = 34
WIDEST_PLACE = 150
"""Pixels at 100 % of a department that stands as a text; a longer one is whole in its tooltip."""


def people_columns(context: WindowContext, norm: Decimal) -> list[Column[PersonLine]]:
    """The columns; a person who works here no more is quiet."""
    words = context.words
    return [
        _present_column(words),
        _name_column(words),
        _department_column(words),
        Column("position", words("Position"), lambda line: line.position, _change_position, roles=_QUIET),
        Column(
            "employment",
            words("FTE"),
            lambda line: words.number(line.person.employment),
            lambda line, share: change_employment(line.person, share),
            value=lambda line: line.person.employment,
            roles={**_QUIET, **roles.RIGHT, roles.EDITOR: lambda _line: partial(ShareField, context.theme, words)},
            tooltip=lambda line: words("Share of a full post: 1, 0.5 or 50%"),
        ),
        _active_column(words),
        Column(
            "functions",
            words("Functions"),
            lambda line: str(line.functions) if line.functions else "—",
            roles={**_QUIET, **roles.RIGHT},
        ),
        _hours_column(words, norm),
    ]


_QUIET = MappingProxyType({roles.TONE: lambda line: "text2" if line.person.active else "text3"})


def _present_column(words: Words) -> Column[PersonLine]:
    def said(line: PersonLine) -> str:
        return words("In the room") if line.present else words("Not in the room")

    tick = {roles.CHECKED: lambda line: line.present}
    return Column("present", "", lambda line: "", roles=tick, tooltip=said, accessible=said)


def _name_column(words: Words) -> Column[PersonLine]:
    return Column(
        "name",
        words("Employee"),
        lambda line: line.person.name,
        lambda line, text: rename_person(line.person, text),
        roles={roles.TONE: lambda line: "text" if line.person.active else "text3"},
        tooltip=lambda line: words("Head of the department") if line.is_head else "",
    )


def _active_column(words: Words) -> Column[PersonLine]:
    return Column(
        "active",
        words("Works"),
        lambda line: "",
        roles={roles.CHECKED: lambda line: line.person.active},
        accessible=lambda line: words("Works here") if line.person.active else words("Works here no more"),
    )


def _hours_column(words: Words, norm: Decimal) -> Column[PersonLine]:
    return Column(
        "hours",
        words("H/wk, norm {norm}", norm=norm),
        lambda line: words.hours(line.hours) if line.functions else "—",
        roles={
            roles.BAR: lambda line: BarPaint(Fraction(line.hours), Fraction(line.norm), Fraction(line.limit)),
            roles.STRONG: lambda line: bool(line.functions),
            roles.TONE: lambda line: "warn" if line.overloaded else "text" if line.functions else "text3",
        },
        accessible=lambda line: words.hours(line.hours),
    )


def _department_column(words: Words) -> Column[PersonLine]:
    return Column(
        "department",
        words("Department"),
        lambda line: "" if line.place is not None else line.department,
        lambda line, text: None if text.strip() == line.department else change_department_of(line.person, text),
        value=lambda line: line.department,
        roles={
            roles.BADGE: lambda line: (line.department, line.place) if line.place is not None else None,
            roles.TONE: lambda line: "text2",
        },
        tooltip=lambda line: line.department_name,
        accessible=lambda line: line.department_name,
    )


def _change_position(line: PersonLine, text: str) -> Operation | None:
    return None if single_line(text) == line.position else change_position_of(line.person, text)


class PeopleDelegate(BarDelegate, EditingDelegate):
    """Bars and ticks; editors that offer the departments and positions there are."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(context.theme, context.icons, parent, height=ROW_HEIGHT)
        self._context = context

    def text_font(self, index: Index, *, selected: bool) -> QFont:
        """The name of a selected row is semibold."""
        return (
            self.theme.font("body_strong")
            if selected and index.column() == NAME
            else super().text_font(index, selected=False)
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: a line that completes."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            engagement = self._context.bridge.engagement
            if index.column() == DEPARTMENT:
                OfferedTexts(editor, department_words(engagement))
            elif index.column() == POSITION:
                OfferedTexts(editor, position_words(engagement))
        return editor


def department_words(engagement: Engagement) -> list[str]:
    """Codes and names of departments, and what people outside them belong to."""
    own = [text for d in engagement.departments for text in (d.short, d.name)]
    return [*own, *dict.fromkeys(p.department_text for p in engagement.people if p.department_text)]


def position_words(engagement: Engagement) -> list[str]:
    """All titles of positions."""
    return list(dict.fromkeys(position.title for position in engagement.positions))


class PeopleTable(LineTable):
    """A click on a tick turns it: ``on_tick`` gets the line's id and the column."""

    def __init__(self, model: TableModel[PersonLine], context: WindowContext, owner: QWidget) -> None:
        super().__init__(model, PeopleDelegate(context, owner), reorder=True)
        self._context = context
        self.on_tick: Callable[[str, int], object] | None = None
        self.setAccessibleName(context.words("Departments and people"))

    def fit_columns(self) -> None:
        """Widths; where there is no room for the name, «works», the share and the functions go."""
        place = max(70, self._badge_width() + 2 * PADDING, min(WIDEST_PLACE, self._text_width() + 2 * PADDING))
        self.set_widths((40, 0, place, 188, 64, 84, 76, 174), optional=(ACTIVE, EMPLOYMENT, FUNCTIONS))

    def _text_width(self) -> int:
        """The widest department of those that take no part, at 100 %."""
        theme = self._context.theme.theme
        metrics = QFontMetricsF(theme.font("body"))
        texts = {person.department_text or "" for person in self._context.bridge.engagement.people}
        return round(max(map(metrics.horizontalAdvance, texts), default=0.0) * 100 / theme.size) + 2

    def _badge_width(self) -> int:
        """The widest code, or the column's title, at 100 %."""
        theme = self._context.theme.theme
        font = badge_font(theme, theme.pixels(BADGE_HEIGHT))
        codes = [department.short for department in self._context.bridge.engagement.departments]
        widest = max((badge_width(code, theme.pixels(BADGE_HEIGHT), font) for code in codes), default=0.0)
        title = QFontMetricsF(theme.font("caption_strong")).horizontalAdvance(self.lines.columns[DEPARTMENT].title)
        return round(max(widest, title) * 100 / theme.size) + 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a tick turns, the row is selected."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.lines.line(index)
        if (
            line is not None
            and index.column() in (PRESENT, ACTIVE)
            and self.on_tick is not None
            and not event.modifiers()
        ):
            self.on_tick(line.id, index.column())
