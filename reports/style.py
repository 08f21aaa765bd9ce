"""Type, colour and spacing of paper (PAPER.md 2–4, DESIGN.md 2). Lengths are points unless a name says millimetres."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from reportlab.lib.colors import HexColor

from reports.fonts import ITALIC, MEDIUM, REGULAR, SEMIBOLD
from workshop_app.domain.frozen import frozen

MM = 72 / 25.4
Colour = Any
Align = Literal["left", "right", "center"]

INK = HexColor("#18202B")
TEXT2 = HexColor("#465160")
TEXT3 = HexColor("#5F6A79")
STRONG = HexColor("#808A99")
HAIRLINE = HexColor("#C4CAD3")
TINT = HexColor("#F1F3F6")
TINT_DARK = HexColor("#E4E8EE")
WHITE = HexColor("#FFFFFF")
ACCENT = HexColor("#2356C4")
OK = HexColor("#1B7340")
WARN = HexColor("#8A5300")
WARN_SOFT = HexColor("#FDF0D9")
ERROR = HexColor("#B3261E")

RULE_SECTION = 1.3
RULE_HEAD = 0.8
RULE_GROUP = 0.7
RULE_ROW = 0.4
RULE_WRITE = 0.5

SECTION_GAP = 4.4 * MM
SQUEEZE = 2 * MM
"""How much a section gap gives way when it saves a nearly empty last page."""
INNER_GAP = 2 * MM
CELL_GAP = 3.2 * MM
COLUMN_GAP = 8 * MM


@frozen
class Role:
    """How a piece of text is set: font, size and leading in points, colour."""

    name: str
    size: float
    leading: float
    font: str = REGULAR
    colour: Colour = INK

    def bold(self) -> Role:
        """The same in SemiBold."""
        return replace(self, font=SEMIBOLD)

    def medium(self) -> Role:
        """The same in Medium."""
        return replace(self, font=MEDIUM)

    def coloured(self, colour: Colour) -> Role:
        """The same in another colour."""
        return replace(self, colour=colour)

    def sized(self, size: float) -> Role:
        """The same at another size, the leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


COVER_TITLE = Role("cover-title", 36, 41, SEMIBOLD)
KEY_NUMBER = Role("key-number", 42, 44, SEMIBOLD)
KEY_NUMBER_COVER = Role("key-number-cover", 30, 32, SEMIBOLD)
KEY_NUMBER_SMALL = Role("key-number-small", 21, 25, SEMIBOLD)
TITLE = Role("title", 24.5, 28, SEMIBOLD)
CHAPTER = Role("chapter", 22, 26, SEMIBOLD)
STATEMENT = Role("statement", 14.5, 19, MEDIUM)
SECTION = Role("section", 12.5, 15.5, SEMIBOLD)
STANDFIRST = Role("standfirst", 11.5, 16.5, REGULAR, TEXT2)
QUOTE = Role("quote", 11.5, 15.8, ITALIC)
SUBHEAD = Role("subhead", 10.5, 14, SEMIBOLD)
ITEM = Role("item", 10, 13.8, REGULAR)
ITEM_HEAD = Role("item-head", 10, 13.8, SEMIBOLD)
BODY = Role("body", 9.5, 13.4, REGULAR)
CELL = Role("cell", 8.4, 10.8, REGULAR)
CELL_NAME = Role("cell-name", 8.4, 10.8, MEDIUM)
CELL_BOLD = Role("cell-bold", 8.4, 10.8, SEMIBOLD)
CELL_DENSE = Role("cell-dense", 7.9, 9.9, REGULAR)
CELL_NAME_DENSE = Role("cell-name-dense", 7.9, 9.9, MEDIUM)
CELL_GREY = Role("cell-grey", 7.9, 9.9, REGULAR, TEXT3)
CELL_NUMBER = Role("cell-number", 11, 13, SEMIBOLD)
CAPTION = Role("caption", 7.6, 10, REGULAR, TEXT3)
CAPTION2 = Role("caption2", 7.6, 10, REGULAR, TEXT2)
LABEL = Role("label", 7.6, 10, SEMIBOLD, TEXT3)
COLUMN_HEAD = Role("column-head", 7.4, 9.4, SEMIBOLD, TEXT3)
FACT = Role("fact", 8, 10.4, REGULAR, TEXT3)
LEGEND = Role("legend", 8, 10.4, REGULAR, TEXT2)
POINT = Role("point", 8.8, 11.4, REGULAR)
RUNNING = Role("running", 8.2, 10, REGULAR, TEXT3)
RUNNING_BOLD = Role("running-bold", 8.2, 10, SEMIBOLD, INK)
FOOTER = Role("footer", 7.4, 10, REGULAR, TEXT3)
FOOTER_BOLD = Role("footer-bold", 7.6, 10, SEMIBOLD, INK)
RACI_NAME = Role("raci-name", 6.9, 8.4, SEMIBOLD)


@frozen
class DepartmentLook:
    """Fill, text on the fill, outline and shape of one department's marks, always the light set."""

    fill: Colour
    ink: Colour
    outline: Colour
    shape: Literal["circle", "square", "diamond", "triangle"]


_LOOKS = (
    DepartmentLook(HexColor("#0A5C54"), WHITE, HexColor("#0A5C54"), "circle"),
    DepartmentLook(HexColor("#E59A2B"), HexColor("#2A1A00"), HexColor("#9A5B00"), "square"),
    DepartmentLook(HexColor("#8A5AC8"), WHITE, HexColor("#8A5AC8"), "diamond"),
    DepartmentLook(HexColor("#A9CBF2"), HexColor("#10233F"), HexColor("#3F6FA8"), "triangle"),
)
_OUTSIDE = DepartmentLook(WHITE, TEXT2, STRONG, "square")


def department_look(index: int | None) -> DepartmentLook:
    """The look of the department with this place in the order (0 first); None is «outside the departments».

    From the fifth on shapes stay and fills repeat; from the seventh fills are white: the code tells them apart.
    """
    if index is None:
        return _OUTSIDE
    look = _LOOKS[index % len(_LOOKS)]
    if index < 6:
        return look
    return DepartmentLook(WHITE, INK, INK, look.shape)


def department_fills() -> tuple[Colour, ...]:
    """All department fills: the brand accent must keep away from them."""
    return tuple(look.fill for look in _LOOKS)
