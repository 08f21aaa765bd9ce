"""What stands on every page around the text: step bar, company line, running head, footer, punch mark.

All of it is artifact for a screen reader; the words are repeated in the text where they matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports import fonts
from reports.flowables.booklet import Booklet
from reports.lines import Run, break_lines, words_of
from reports.paper import Paper
from reports.spec import STEP_COUNT, DocumentSpec
from reports.style import (
    FOOTER,
    FOOTER_BOLD,
    HAIRLINE,
    INK,
    MM,
    RUNNING,
    RUNNING_BOLD,
    STRONG,
    TINT_DARK,
    Align,
    Role,
)
from reports.text import prepare

_BAR_GAP = 2.2
_BAR_HEIGHT = 2.6
_BAR_LIT = 4.4
_LINES, _SECOND_LINE = 2, 3.6 * MM
"""Lines of the company at the top of the first page, and how far the second is below the first."""
LOGO_HEIGHT = 8 * MM
LOGO_WIDTH = 35 * MM


def put(canvas: Any, x: float, y: float, text: str, role: Role, align: Align = "left") -> float:
    """Draw one line of prepared text; returns its width."""
    width = fonts.measure(text, role.font, role.size)
    x -= {"left": 0, "right": width, "center": width / 2}[align]
    canvas.setFillColor(role.colour)
    for font, part in fonts.pieces(text, role.font):
        canvas.setFont(font, role.size)
        canvas.drawString(x, y, part)
        x += fonts.measure(part, font, role.size)
    return width


def step_bar(canvas: Any, paper: Paper, x: float, y: float, width: float, lit: frozenset[int]) -> None:
    """Twelve segments whose tops are at ``y``; the lit ones are thicker and in the accent."""
    segment = (width - (STEP_COUNT - 1) * _BAR_GAP) / STEP_COUNT
    for step in range(1, STEP_COUNT + 1):
        on = step in lit
        height = _BAR_LIT if on else _BAR_HEIGHT
        middle = y - _BAR_LIT / 2
        canvas.setFillColor(paper.accent_bar if on else TINT_DARK)
        outline = on and paper.brand.bar_needs_outline
        if outline:
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.5)
        canvas.rect(x + (step - 1) * (segment + _BAR_GAP), middle - height / 2, segment, height, int(outline), 1)


class Furniture:
    """Draws the repeated parts of one document's pages."""

    def __init__(self, paper: Paper, spec: DocumentSpec) -> None:
        self.paper = paper
        self.spec = spec
        self.privacy: dict[int, str] = {}
        self.booklets: dict[int, Booklet] = {}
        self.blank: set[int] = set()

    def _say(self, text: str) -> str:
        return prepare(text, self.paper.language)

    @property
    def _booklet(self) -> Booklet | None:
        return next(reversed(self.booklets.values()), None)

    @property
    def title(self) -> str:
        """What the document is called in running head and footer."""
        own = self._booklet
        return (own.title if own else "") or self.spec.short_title or self.spec.title

    def begin(self, page: int, booklet: Booklet) -> None:
        """From this page on the document is called so and numbers its own pages."""
        self.booklets[page] = booklet

    def masthead(self, canvas: Any) -> None:
        """Step bar, then company and plan name with the step at the right."""
        sheet, spec = self.paper.sheet, self.spec
        own = self._booklet
        top = sheet.page[1] - sheet.top
        steps = own.steps if own and own.steps is not None else spec.steps
        step_bar(canvas, self.paper, sheet.left, top + 1, sheet.text_width, steps)
        if sheet.landscape:
            return
        baseline = top - 5.5 * MM
        right = sheet.left + sheet.text_width
        label = own.label if own and own.label is not None else spec.step_label
        logo = self.paper.brand.logo_image
        if logo is not None:
            width, height = _fit(logo.getSize(), LOGO_WIDTH, LOGO_HEIGHT)
            canvas.drawImage(logo, right - width, top - 2.4 * MM - height, width, height)
        put(canvas, right, baseline - (8.3 * MM if logo else 0), self._say(label), RUNNING.sized(9), "right")
        taken = 45 * MM if logo else fonts.measure(self._say(label), RUNNING.font, 9) + 8 * MM
        self._company(canvas, baseline, sheet.text_width - taken)

    def _company(self, canvas: Any, baseline: float, room: float) -> None:
        """Company and plan name; a long one in two lines."""
        left, bold, plain = self.paper.sheet.left, RUNNING_BOLD.sized(9), RUNNING.sized(9)
        lines = in_lines(self._say(self.paper.brand.company), room, bold, _LINES)
        width = -3 * MM
        for number, line in enumerate(lines):
            width = put(canvas, left, baseline - number * _SECOND_LINE, line, bold) if line else width
        plan, last = self._say(self.spec.plan), (len(lines) - 1) * _SECOND_LINE
        if width + 3 * MM + fonts.measure(plan, plain.font, plain.size) <= room:
            put(canvas, left + width + 3 * MM, baseline - last, plan, plain)
        elif len(lines) < _LINES:
            put(canvas, left, baseline - _SECOND_LINE, plan, plain)

    def running_head(self, canvas: Any, sheet: Any) -> None:
        """Document name left, plan and session date right, a hairline below."""
        spec, words = self.spec, self.paper.words
        baseline = sheet.page[1] - (13 if sheet.landscape else 10.5) * MM
        right = sheet.left + sheet.text_width
        parts = [spec.plan, words.date(spec.session) if spec.session else ""]
        width = put(canvas, right, baseline, self._say(" · ".join(part for part in parts if part)), RUNNING, "right")
        title = fitting([self._say(self.title)], sheet.text_width - width - 5 * MM, RUNNING_BOLD)
        put(canvas, sheet.left, baseline, title, RUNNING_BOLD)
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5)
        canvas.line(sheet.left, baseline - 1.8 * MM, right, baseline - 1.8 * MM)

    def footer(self, canvas: Any, sheet: Any, page: int) -> None:
        """Company, document, date; at the right the privacy note and the page number's form, filled at the end."""
        words, spec = self.paper.words, self.spec
        dated = words("as of {date}", date=words.date(spec.as_of)) if spec.as_of else ""
        company = self.paper.brand.footer or self.paper.brand.company
        right = sheet.left + sheet.text_width
        gap = fonts.measure("000 из 000", FOOTER_BOLD.font, FOOTER_BOLD.size) * 0.72 + 3 * MM
        note = self.privacy.get(page, spec.privacy)
        taken = put(canvas, right - gap, sheet.footer, self._say(note), FOOTER, "right") + 5 * MM if note else 0
        parts = ((company, self.title, dated), (self.title, dated), (dated,))
        room = sheet.text_width - gap - taken
        texts = [self._say(" · ".join(part for part in choice if part)) for choice in parts]
        put(canvas, sheet.left, sheet.footer, fitting(texts, room, FOOTER), FOOTER)
        canvas.saveState()
        canvas.translate(right, sheet.footer)
        canvas.doForm(page_form(page))
        canvas.restoreState()

    def punch(self, canvas: Any, sheet: Any) -> None:
        """A hairline at the middle of the binding edge: where to punch and where to fold."""
        width, height = sheet.page
        canvas.setStrokeColor(STRONG)
        canvas.setLineWidth(0.4)
        if sheet.landscape:
            canvas.line(width / 2, height - 4 * MM, width / 2, height - 7.5 * MM)
        else:
            canvas.line(4 * MM, height / 2, 7.5 * MM, height / 2)

    def page_number(self, page: int, total: int) -> str:
        """“2 of 3”, counted within a booklet."""
        start = max((each for each in self.booklets if each <= page), default=1)
        stop = min((each - 1 for each in self.booklets if each > page), default=total)
        blank = sum(start <= each <= stop for each in self.blank)
        return self.paper.words("{page} of {total}", page=page - start + 1, total=stop - start + 1 - blank)


def in_lines(text: str, width: float, role: Role, most: int) -> list[str]:
    """The lines of a text; of more than ``most`` the last one says that it goes on."""
    lines = ["".join(run.text for _x, run in line.pieces) for line in break_lines(words_of([Run(text, role)]), width)]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], fitting([" ".join(lines[most - 1 :])], width, role)]


def fitting(texts: Sequence[str], width: float, role: Role) -> str:
    """The first text that is no wider, else the beginning of the last one."""
    for text in texts:
        if fonts.measure(text, role.font, role.size) <= width:
            return text
    shown = texts[-1][: int(width / role.size * 3)]
    while shown and fonts.measure(f"{shown}…", role.font, role.size) > width:
        shown = shown[:-1]
    return f"{shown}…"


def page_form(page: int) -> str:
    """Name of the form that holds a page's number."""
    return f"page-{page}"


def _fit(size: tuple[int, int], width: float, height: float) -> tuple[float, float]:
    scale = min(width / size[0], height / size[1])
    return size[0] * scale, size[1] * scale
