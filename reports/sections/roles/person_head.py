"""Whose sheet it is: badge, position, name and role in one sentence on a tint with the department's edge."""

from __future__ import annotations

from reports import shapes
from reports.flowables.badge import Department, badge
from reports.flowables.block import Block
from reports.flowables.layout import Panel
from reports.flowables.mark import MarkText
from reports.flowables.text import Text
from reports.paint import paint
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import STANDFIRST, STATEMENT, TITLE, WHITE, DepartmentLook, department_look
from workshop_app.domain.role_card import RoleCardContent

_EDGE = 14.0
_BADGE = 20.0


class DepartmentPanel(Panel):
    """A tinted panel whose edge carries the department's fill and its second cue."""

    look: DepartmentLook | None = None

    def draw(self) -> None:
        """Panel, then the edge's hatch or outline."""
        super().draw()
        if self.look is None:
            return
        area = shapes.box_points(0, 0, _EDGE, self.height)
        with self.artifact():
            if self.look.shape == "square":
                paint(self.canv, shapes.hatch(area, self.look.outline, 1.1, 4))
            elif self.look.shape == "diamond":
                paint(self.canv, shapes.dots(1, 1, _EDGE - 2, self.height - 2, self.look.ink, 0.7, 4))
            if self.look.shape == "triangle" or self.look.fill == WHITE:
                paint(self.canv, shapes.polygon(area, fill=None, stroke=self.look.outline, stroke_width=1))


def person_panel(paper: Paper, source: Source, card: RoleCardContent) -> Block:
    """The head of a role card."""
    home = source.home(card.person)
    position = card.position.title if card.position else ""
    blocks: list[Block] = []
    if home is not None:
        blocks.append(MarkText(paper, badge(home, _BADGE), position or home.name, STANDFIRST, gap=9, says=True))
    elif position:
        blocks.append(Text(paper, position, STANDFIRST))
    blocks.append(Text(paper, card.person.name, TITLE, tag="H1", before=2))
    blocks.append(Text(paper, card.purpose.strip() or paper.words("Role in one sentence: not written yet"), STATEMENT))
    look = department_look(home.index) if isinstance(home, Department) and home.index is not None else None
    panel = DepartmentPanel(blocks, edge=look.fill if look else None, padding=(14, 12), after=4)
    panel.look = look
    return panel
