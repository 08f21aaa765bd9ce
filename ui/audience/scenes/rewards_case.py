"""Keep the lead or pass it on: two equal cards, per cents of the year's bonus, nobody's name (METHOD C.10.6)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import LIST, SMALLEST, STATUS, SUMMARY, Canvas, spans_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page
from ui.widgets.paint import paint_hatch
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.rewards import CooperationTest
from workshop_app.domain.rewards.cooperation_test import Verdict
from workshop_app.i18n import Words
from workshop_app.steps.rewards.case import Case, Outcome, first_case, outcome_of
from workshop_app.steps.rewards.view import RewardsView, rewards_view


def gain_bar(canvas: Canvas, bar: QRectF, *, weaker: bool) -> None:
    """Accent for what pays more, a hatched outline for the weaker one."""
    painter = canvas.painter
    painter.setPen(QPen(canvas.color("text"), 2) if weaker else Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color("surface" if weaker else "accent"))
    painter.drawRoundedRect(bar, 6, 6)
    if weaker:
        paint_hatch(painter, bar, canvas.color("border_strong"), 11, 2)


@frozen
class SideContent:
    """Keeping or passing on: what it adds to the year's bonus."""

    title: str
    gain: str
    chance: str
    length: float
    weaker: bool


@frozen
class CaseContent:
    """The case: nobody's name, no personal sums; the amount of the deal only where it is shown on purpose."""

    title: str
    story: str
    sides: tuple[SideContent, ...]
    under: str
    verdict: str
    warns: bool
    company: str
    company_kept: str
    company_passed: str
    question: str


def _case_content(given: SceneInput) -> CaseContent:
    _ = words = given.words
    view = rewards_view(given.engagement, given.context)
    case = Case.from_options(dict(given.focus.options)) or first_case(given.engagement, view)
    title, question = _("Keep it or pass it on?"), _("At what credit would you gladly pass it on?")
    if case is None:
        return CaseContent(title, "", (), "", "", False, "", "", "", question)
    outcome = outcome_of(given.engagement, view, case)
    story, kept, passed = _deal_words(case, view, words, amounts=bool(given.focus.option("amounts")))
    test = outcome.after
    return CaseContent(
        title,
        story,
        _sides(outcome, test, words) if test else (),
        _("of the year's bonus"),
        _verdict(test, words) if test else "",
        test is not None and test.verdict in (Verdict.KEEP, Verdict.UNKNOWN),
        _("The company expects:"),
        kept,
        passed,
        question,
    )


def _deal_words(case: Case, view: RewardsView, words: Words, *, amounts: bool) -> tuple[str, str, str]:
    """The story and what the company expects: in money where it is asked for, else as shares of the order."""
    _ = words
    if amounts:
        kept, passed = (words.money(amount, view.currency) for amount in case.expected)
        deal = words.money(case.amount, view.currency)
        story = _("An order of {amount} suits the neighbours better. What pays you more?", amount=deal)
        return story, _("{amount} if kept", amount=kept), _("{amount} if passed on", amount=passed)
    kept, passed = (words.percent(chance * 100, 0) for chance in (case.q_alone, case.q_other))
    story = _("An order suits the neighbours better. What pays you more?")
    return story, _("{share} of the order if kept", share=kept), _("{share} of the order if passed on", share=passed)


def _sides(outcome: Outcome, test: CooperationTest, words: Words) -> tuple[SideContent, ...]:
    _, case = words, outcome.case
    top = max(test.keep, test.pass_) or Fraction(1)
    alone, other = words.percent(case.q_alone * 100, 0), words.percent(case.q_other * 100, 0)
    credit = words.percent(case.credit * 100, 0)
    chances = (
        _("chance to sell {chance}", chance=alone),
        _("chance {chance}, credit {share}", chance=other, share=credit),
    )
    return tuple(
        SideContent(name, _gain(outcome, test, gain, words), chance, float(gain / top), gain < top)
        for name, gain, chance in zip((_("Keep"), _("Pass on")), (test.keep, test.pass_), chances, strict=True)
    )


def _gain(outcome: Outcome, test: CooperationTest, gain: Fraction, words: Words) -> str:
    return words("no data") if test.verdict is Verdict.UNKNOWN else f"+{words.percent(outcome.percent(gain))}"


def _verdict(test: CooperationTest, words: Words) -> str:
    _ = words
    if test.verdict is Verdict.UNKNOWN:
        return _("The deal counts in no indicator yet")
    if test.verdict is Verdict.EVEN:
        return _("To the scheme it is all the same")
    if test.verdict is Verdict.PASS:
        return _("The scheme pays for passing on")
    if test.break_even is None:
        return _("The scheme pays for keeping, at any credit")
    even = words.percent(test.break_even * 100, 0)
    return _("The scheme pays for keeping. Passing on pays from {share}", share=even)


SIDES_GAP, INNER, BLOCK_GAP, MOST_SPARE, LEAST_INNER = 60.0, 40.0, 28.0, 24.0, 440.0
Block = tuple[float, Callable[[float], None]]
"""A part of the page: its height, and how it is painted from a y on."""


def _blocks(canvas: Canvas, content: CaseContent) -> list[Block]:
    """Story, the cards, the verdict, what the company gets: a page takes as many as fit whole."""
    width = canvas.right - canvas.left
    story = canvas.paragraph_height(content.story, width, STATUS)

    def paint_story(y: float) -> None:
        canvas.paragraph(canvas.left, y, width, content.story, STATUS, "text2")

    return [
        (story, paint_story),
        *_side_blocks(canvas, content),
        (_verdict_height(canvas, content), lambda y: _paint_verdict(canvas, content, y)),
        (_company_height(canvas, content), lambda y: _paint_company(canvas, content, y)),
    ]


def _case_spans(canvas: Canvas, content: CaseContent) -> list[tuple[int, int]]:
    heights = [height + BLOCK_GAP for height, _paint in _blocks(canvas, content)]
    return spans_of(heights, _rule(canvas, content) - 10 - canvas.title_height(content.title) + BLOCK_GAP)


def _rule(canvas: Canvas, content: CaseContent) -> float:
    """The y of the line above the question."""
    return canvas.bottom - 24 - canvas.foot_growth(content.question, "1 / 2")


def _case_pages(canvas: Canvas, content: CaseContent) -> int:
    return len(_case_spans(canvas, content)) if content.sides else 1


def _paint_case(canvas: Canvas, content: CaseContent, page: int) -> None:
    y = canvas.title(content.title)
    blocks, spans = _blocks(canvas, content), _case_spans(canvas, content)
    start, end = spans[page]
    spare = (
        _rule(canvas, content) - 10 - y + BLOCK_GAP - sum(height + BLOCK_GAP for height, _paint in blocks[start:end])
    )
    gap = BLOCK_GAP + min(MOST_SPARE, max(0.0, spare) / (end - start))
    y += gap - BLOCK_GAP
    for height, paint in blocks[start:end]:
        paint(y)
        y += height + gap
    canvas.rule(_rule(canvas, content))
    canvas.footer(content.question, f"{page + 1} / {len(spans)}" if len(spans) > 1 else "")


def _beside(canvas: Canvas, content: CaseContent) -> bool:
    """Whether the two cards stand side by side: each holds its head and its number in a line."""
    inner = _half(canvas) - 2 * INNER
    heads = (
        canvas.text_width(side.title, SUMMARY, strong=True) + canvas.text_width(side.gain, SUMMARY, strong=True)
        for side in content.sides
    )
    return inner >= LEAST_INNER and all(head + 30 <= inner for head in heads)


def _half(canvas: Canvas) -> float:
    return (canvas.right - canvas.left - SIDES_GAP) / 2


def _side_width(canvas: Canvas, content: CaseContent) -> float:
    return _half(canvas) if _beside(canvas, content) else canvas.right - canvas.left


def _side_height(canvas: Canvas, content: CaseContent) -> float:
    inner = _side_width(canvas, content) - 2 * INNER
    under = canvas.paragraph_height(content.under, inner, SMALLEST)
    chance = max(canvas.paragraph_height(side.chance, inner, SMALLEST) for side in content.sides)
    return 26 + 78 + chance + 14 + 50 + 10 + under + 20


def _side_blocks(canvas: Canvas, content: CaseContent) -> list[Block]:
    """The two cards in a row; one under the other each is a part of its own."""
    width, height = _side_width(canvas, content), _side_height(canvas, content)

    def paint(y: float, sides: tuple[SideContent, ...]) -> None:
        for place, side in enumerate(sides):
            left = canvas.left + place * (width + SIDES_GAP)
            _paint_side(canvas, content, side, QRectF(left, y, width, height))

    rows = [content.sides] if _beside(canvas, content) else [(side,) for side in content.sides]
    return [(height, partial(paint, sides=sides)) for sides in rows]


def _paint_side(canvas: Canvas, content: CaseContent, side: SideContent, box: QRectF) -> None:
    pen = QPen(canvas.color("border_strong" if side.weaker else "accent"), 2 if side.weaker else 6)
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(canvas.color("surface"))
    canvas.painter.drawRoundedRect(box, 18, 18)
    inner = box.adjusted(INNER, 26, -INNER, -20)
    canvas.text(QRectF(inner.left(), inner.top(), inner.width() * 0.6, 76), side.title, SUMMARY, strong=True)
    gain = QRectF(inner.left(), inner.top(), inner.width(), 76)
    canvas.text(gain, side.gain, SUMMARY, strong=True, align=Qt.AlignmentFlag.AlignRight)
    canvas.paragraph(inner.left(), inner.top() + 78, inner.width(), side.chance, SMALLEST, "text2")
    under = canvas.paragraph_height(content.under, inner.width(), SMALLEST)
    top = inner.bottom() - under - 60
    bar = QRectF(inner.left(), top, max(4.0, (inner.width() - 60) * side.length), 50)
    gain_bar(canvas, bar, weaker=side.weaker)
    canvas.paragraph(inner.left(), top + 60, inner.width(), content.under, SMALLEST, "text2")


def _verdict_height(canvas: Canvas, content: CaseContent) -> float:
    return canvas.paragraph_height(content.verdict, canvas.right - canvas.left - 80, STATUS, strong=True) + 36


def _paint_verdict(canvas: Canvas, content: CaseContent, y: float) -> None:
    width, height = canvas.right - canvas.left, _verdict_height(canvas, content)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("warn_soft" if content.warns else "selected"))
    canvas.painter.drawRoundedRect(QRectF(canvas.left, y, width, height), 12, 12)
    token = "warn" if content.warns else "text"
    canvas.paragraph(canvas.left + 40, y + 18, width - 80, content.verdict, STATUS, token, strong=True)


def _company_lines(canvas: Canvas, content: CaseContent) -> list[tuple[tuple[str, bool], ...]]:
    """What the company expects, on one line or one part a line; the better part is strong."""
    parts = ((f"{content.company} {content.company_kept}", False), (content.company_passed, True))
    width = sum(canvas.text_width(text, LIST, strong=strong) for text, strong in parts)
    if width + SIDES_GAP <= canvas.right - canvas.left:
        return [parts]
    return [((content.company, False),), ((content.company_kept, False),), ((content.company_passed, True),)]


def _company_height(canvas: Canvas, content: CaseContent) -> float:
    return len(_company_lines(canvas, content)) * LIST * 1.3


def _paint_company(canvas: Canvas, content: CaseContent, y: float) -> None:
    for line in _company_lines(canvas, content):
        x = canvas.left
        for text, strong in line:
            width = canvas.text_width(text, LIST, strong=strong) + 6
            canvas.text(QRectF(x, y, width, LIST * 1.3), text, LIST, strong=strong)
            x += width + SIDES_GAP
        y += LIST * 1.3


CASE = Scene(
    "rewards.test",
    "rewards",
    N_("Keep or pass on"),
    _case_content,
    _paint_case,
    _case_pages,
    first_page,
    waiting=Waiting("sides", N_("The lead suits our neighbours better. Keep it or pass it on?")),
)
