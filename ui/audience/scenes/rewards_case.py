"""Keep the lead or pass it on: two equal cards, per cents of the year's bonus, nobody's name (METHOD C.10.6)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import LIST, SMALLEST, STATUS, SUMMARY, Canvas
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page, one_page
from ui.widgets.paint import paint_hatch
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


@dataclass(frozen=True)
class SideContent:
    """Keeping or passing on: what it adds to the year's bonus."""

    title: str
    gain: str
    chance: str
    length: float
    weaker: bool


@dataclass(frozen=True)
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
        test is not None and test.verdict is Verdict.KEEP,
        _("The company expects:"),
        kept,
        passed,
        question,
    )


def _deal_words(case: Case, view: RewardsView, words: Words, *, amounts: bool) -> tuple[str, str, str]:
    """The story and what the company expects: in money where it is asked for, else as shares of the order."""
    _ = words
    if amounts:
        kept, passed = (words.money(chance * case.amount, view.currency) for chance in (case.q_alone, case.q_other))
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
        SideContent(name, f"+{words.percent(outcome.percent(gain))}", chance, float(gain / top), gain < top)
        for name, gain, chance in zip((_("Keep"), _("Pass on")), (test.keep, test.pass_), chances, strict=True)
    )


def _verdict(test: CooperationTest, words: Words) -> str:
    _ = words
    if test.verdict is Verdict.EVEN:
        return _("To the scheme it is all the same")
    if test.verdict is Verdict.PASS:
        return _("The scheme pays for passing on")
    if test.break_even is None:
        return _("The scheme pays for keeping, at any credit")
    even = words.percent(test.break_even * 100, 0)
    return _("The scheme pays for keeping. Passing on pays from {share}", share=even)


def _paint_case(canvas: Canvas, content: CaseContent, page: int) -> None:
    y = canvas.title(content.title)
    width = canvas.right - canvas.left
    y = canvas.paragraph(canvas.left, y, width, content.story, STATUS, "text2") + 24
    if content.sides:
        y = _paint_sides(canvas, content, y) + 30
        y = _paint_verdict(canvas, content, y) + 30
        y = _paint_company(canvas, content, y)
    canvas.rule(canvas.bottom - 24)
    canvas.footer(content.question)


def _paint_sides(canvas: Canvas, content: CaseContent, y: float) -> float:
    gap, height = 60.0, 310.0
    beside = canvas.width >= 1500
    width = (canvas.right - canvas.left - gap) / 2 if beside else canvas.right - canvas.left
    if not beside:
        height = 240.0
    for place, side in enumerate(content.sides):
        left = canvas.left + place * (width + gap) if beside else canvas.left
        top = y if beside else y + place * (height + 24)
        _paint_side(canvas, content, side, QRectF(left, top, width, height))
    return y + height if beside else y + 2 * height + 24


def _paint_side(canvas: Canvas, content: CaseContent, side: SideContent, box: QRectF) -> None:
    pen = QPen(canvas.color("border_strong" if side.weaker else "accent"), 2 if side.weaker else 6)
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(canvas.color("surface"))
    canvas.painter.drawRoundedRect(box, 18, 18)
    inner = box.adjusted(44, 26, -44, -20)
    canvas.text(QRectF(inner.left(), inner.top(), inner.width() * 0.6, 76), side.title, SUMMARY, strong=True)
    gain = QRectF(inner.left(), inner.top(), inner.width(), 76)
    canvas.text(gain, side.gain, SUMMARY, strong=True, align=Qt.AlignmentFlag.AlignRight)
    canvas.text(QRectF(inner.left(), inner.top() + 78, inner.width(), 60), side.chance, SMALLEST, "text2")
    bar = QRectF(inner.left(), inner.top() + 150, max(4.0, (inner.width() - 60) * side.length), 50)
    gain_bar(canvas, bar, weaker=side.weaker)
    if box.height() > 280:
        canvas.text(QRectF(inner.left(), inner.top() + 206, inner.width(), 60), content.under, SMALLEST, "text2")


def _paint_verdict(canvas: Canvas, content: CaseContent, y: float) -> float:
    width = canvas.right - canvas.left
    height = canvas.paragraph_height(content.verdict, width - 80, STATUS, strong=True) + 44
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("warn_soft" if content.warns else "selected"))
    canvas.painter.drawRoundedRect(QRectF(canvas.left, y, width, height), 12, 12)
    token = "warn" if content.warns else "text"
    canvas.paragraph(canvas.left + 40, y + 20, width - 80, content.verdict, STATUS, token, strong=True)
    return y + height


def _paint_company(canvas: Canvas, content: CaseContent, y: float) -> float:
    if canvas.width >= 1500:
        known = f"{content.company} {content.company_kept}"
        width = canvas.text_width(known, LIST) + 6
        passed = canvas.text_width(content.company_passed, LIST, strong=True) + 6
        if canvas.left + width + 60 + passed <= canvas.right:
            canvas.text(QRectF(canvas.left, y, width, 70), known, LIST)
            canvas.text(QRectF(canvas.left + width + 60, y, passed, 70), content.company_passed, LIST, strong=True)
            return y + 70
    for text in (content.company, content.company_kept, content.company_passed):
        if y + 60 < canvas.bottom - 30:
            y = canvas.paragraph(canvas.left, y, canvas.right - canvas.left, text, LIST)
    return y


CASE = Scene(
    "rewards.test",
    "rewards",
    N_("Keep or pass on"),
    _case_content,
    _paint_case,
    one_page,
    first_page,
    waiting=Waiting("sides", N_("The lead suits our neighbours better. Keep it or pass it on?")),
)
