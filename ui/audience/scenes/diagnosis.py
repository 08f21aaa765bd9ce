"""What the room sees of the diagnosis: the five numbers, the images once all are ready, the common problem."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import LIST, SMALLEST, STATUS, SUMMARY, TITLE, Canvas, spans_of
from ui.audience.listing import pieces
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.diagnosis_images import images_content, images_page_of, images_pages, paint_images
from ui.audience.scenes.diagnosis_moved import MOVED
from ui.audience.scenes.shared import first_page
from ui.widgets.paint import badge_width
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.figures import QUESTIONS, Figure, FigureLine
from workshop_app.steps.diagnosis.view import DiagnosisView, YearView, diagnosis_view
from workshop_app.steps.diagnosis.wording import QUARTER_ENDS, how_it_came, month_names, scale_of

ROOM_ORDER = (Figure.RENEWAL, Figure.SHARED, Figure.ONCE, Figure.NEW)
"""The numbers with bars; add-ons are the months beside them (SCREENS 40)."""

LEAST_CHART, MOST_CHART, SHARES = 460.0, 1100.0, (0.46, 0.54)


@frozen
class NumberContent:
    """A number, what it means, how much of its bar is full, how it came."""

    number: str
    meaning: str
    share: Fraction
    how: str
    grey: bool


@frozen
class MonthContent:
    """A month of add-ons: its name, its text, its height 0…1."""

    name: str
    text: str
    high: float
    quarter_end: bool


@frozen
class NumbersContent:
    """The four numbers and the months; or one of the five alone."""

    title: str
    numbers: tuple[NumberContent, ...]
    alone: bool
    months_title: str
    months: tuple[MonthContent, ...]
    months_note: str
    unit: str
    question: str
    year: str


def _numbers_content(given: SceneInput) -> NumbersContent:
    _ = words = given.words
    view = diagnosis_view(given.engagement, given.context)
    chosen = given.focus.option("year")
    year = view.year(int(chosen)) if chosen else view.year(None)
    if year is None:
        return NumbersContent(_("What do we live on?"), (), False, "", (), "", "", "", "")
    picked = given.focus.option("figure")
    keys = (Figure(picked),) if picked else ROOM_ORDER
    lines = [line for key in keys if (line := year.figure(key)) is not None]
    months, unit = _months(view, year, words)
    share = year.quarter_end_pct
    return NumbersContent(
        title=_("What do we live on?"),
        numbers=tuple(_number(line, year, words) for line in lines),
        alone=bool(picked),
        months_title=_("Add-ons by month"),
        months=months if not picked or picked == Figure.ADDON else (),
        months_note=""
        if share is None
        else _("{share} of add-ons fall into the last month of a quarter", share=words.percent(share, 0)),
        unit=_("{unit}, {year}", unit=unit, year=year.year),
        question=_("Which of the numbers surprised you?"),
        year=str(year.year),
    )


def _number(line: FigureLine, year: YearView, words: Words) -> NumberContent:
    share = line.share
    return NumberContent(
        words.percent(share) if share is not None else words("no data"),
        words(QUESTIONS[line.figure]),
        Fraction(0) if share is None else min(Fraction(1), max(Fraction(0), share / 100)),
        how_it_came(line, year, words),
        line.figure is Figure.RENEWAL,
    )


def _months(view: DiagnosisView, year: YearView, words: Words) -> tuple[tuple[MonthContent, ...], str]:
    if year.months is None:
        return (), ""
    scale = scale_of(year.months, view.currency, words)
    top = max((amount for amount in year.months), default=Decimal(0)) or Decimal(1)
    names = month_names(words)
    return tuple(
        MonthContent(names[at], scale.text(amount), float(amount / top), at in QUARTER_ENDS)
        for at, amount in enumerate(year.months)
    ), scale.unit


def _paint_numbers(canvas: Canvas, content: NumbersContent, page: int) -> None:
    top = canvas.title(content.title)
    if page == 0 and content.alone and content.numbers:
        _paint_alone(canvas, content)
    elif page == 0:
        _paint_four(canvas, content)
    elif not content.alone and not _note_fits(canvas, content):
        width = canvas.right - canvas.left
        top = canvas.paragraph(canvas.left, top - 10, width, content.months_note, STATUS, "accent", strong=True) + 10
    if content.months and (page == 1 or _pages(canvas, content) == 1):
        _paint_months(canvas, content, _months_box(canvas, content, top, page))
    if content.question:
        y = canvas.bottom - 18
        canvas.rule(y - 6)
        pages = f"{page + 1} / 2" if _pages(canvas, content) > 1 else ""
        canvas.footer(content.question, " · ".join(filter(None, (content.year, pages))))


def _pages(canvas: Canvas, content: NumbersContent) -> int:
    """The months have a page of their own where they fit neither beside the numbers nor under them."""
    if not content.months or _beside(canvas, content):
        return 1
    return 1 if canvas.bottom - 40 - _end(canvas, content) >= LEAST_CHART else 2


def _beside(canvas: Canvas, content: NumbersContent) -> float:
    """The share of the width that the numbers take beside the months: more where they need it; 0 = not beside."""
    if canvas.width < 1500:
        return 0.0
    room = canvas.right - canvas.left
    fitting = (share for share in SHARES if _end_at(canvas, content, room * share) <= canvas.bottom - 20)
    return next(fitting, 0.0)


def _months_box(canvas: Canvas, content: NumbersContent, top: float, page: int) -> QRectF:
    """Where the months are drawn: beside the numbers, under them, or over the whole page."""
    if _beside(canvas, content):
        left = canvas.left + _width(canvas, content) + 90
        return QRectF(left, top - 20, canvas.right - left, canvas.bottom - top - 40)
    y = top if page else _end(canvas, content) + 20
    return QRectF(canvas.left, y, canvas.right - canvas.left, min(MOST_CHART, canvas.bottom - 40 - y))


def _width(canvas: Canvas, content: NumbersContent) -> float:
    """The width of the numbers."""
    return (canvas.right - canvas.left) * ((_beside(canvas, content) if content.months else 0.0) or 1.0)


def _number_width(canvas: Canvas, content: NumbersContent) -> float:
    return max((canvas.text_width(each.number, SUMMARY, strong=True) for each in content.numbers), default=0) + 44


def _end(canvas: Canvas, content: NumbersContent) -> float:
    """The y under the numbers."""
    return _end_at(canvas, content, _width(canvas, content))


def _end_at(canvas: Canvas, content: NumbersContent, width: float) -> float:
    y = canvas.title_height(content.title)
    if content.alone:
        (each,) = content.numbers
        text = canvas.paragraph_height(each.meaning, width, SUMMARY, strong=True)
        return y + 274 + text + canvas.paragraph_height(each.how, width, LIST)
    number = _number_width(canvas, content)
    y += sum(_number_height(canvas, each, width - number) for each in content.numbers)
    return y + canvas.paragraph_height(content.months_note, width, STATUS, strong=True) + 24


def _number_height(canvas: Canvas, each: NumberContent, width: float) -> float:
    return max(len(canvas.lines(each.meaning, width, LIST)) * LIST * 1.1, 70) + 48


def _paint_four(canvas: Canvas, content: NumbersContent) -> None:
    y, width, number = canvas.title_height(content.title), _width(canvas, content), _number_width(canvas, content)
    for each in content.numbers:
        _paint_number(canvas, each, y, number, width)
        y += _number_height(canvas, each, width - number)
    if content.months_note and _note_fits(canvas, content):
        canvas.paragraph(canvas.left, y + 4, width, content.months_note, STATUS, "accent", strong=True)


def _note_fits(canvas: Canvas, content: NumbersContent) -> bool:
    """Whether the words on the months stand under the numbers; else they stand above the months."""
    return _end(canvas, content) <= canvas.bottom - 20


def _paint_number(canvas: Canvas, each: NumberContent, y: float, number: float, width: float) -> None:
    lines = canvas.lines(each.meaning, width - number, LIST)
    height = max(1, len(lines)) * LIST * 1.1
    canvas.text(QRectF(canvas.left, y + (height - 80) / 2, number, 80), each.number, SUMMARY, strong=True)
    for place, line in enumerate(lines):
        box = QRectF(canvas.left + number, y + place * LIST * 1.1, width - number + 2, LIST * 1.1)
        canvas.text(box, line, LIST, "text2")
    _bar(canvas, QRectF(canvas.left, y + max(height, 70) + 8, width, 14), each)


def _bar(canvas: Canvas, track: QRectF, each: NumberContent) -> None:
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("sunken"))
    canvas.painter.drawRoundedRect(track, 7, 7)
    if each.share:
        filled = QRectF(track.left(), track.top(), max(14.0, track.width() * float(each.share)), track.height())
        canvas.painter.setBrush(canvas.color("border_strong" if each.grey else "accent"))
        canvas.painter.drawRoundedRect(filled, 7, 7)


def _paint_months(canvas: Canvas, content: NumbersContent, box: QRectF) -> None:
    canvas.text(QRectF(box.left(), box.top(), box.width(), 70), content.months_title, STATUS, strong=True)
    plot = QRectF(box.left(), box.top() + 96, box.width(), box.height() - 236)
    for at, month in enumerate(content.months):
        _paint_month(canvas, month, at, plot)
    for at, month in enumerate(content.months):
        if month.quarter_end:
            _paint_quarter_end(canvas, content.months, at, plot)
    base = plot.bottom()
    canvas.painter.setPen(QPen(canvas.color("border_strong"), 2))
    canvas.painter.drawLine(QPointF(box.left(), base), QPointF(box.right(), base))
    canvas.text(QRectF(box.left(), base + 70, box.width(), 64), content.unit, SMALLEST, "text2")


def _month_height(month: MonthContent, plot: QRectF) -> float:
    return (plot.height() - 62) * max(0.0, month.high)


def _paint_month(canvas: Canvas, month: MonthContent, at: int, plot: QRectF) -> None:
    each, base = plot.width() / 12, plot.bottom()
    x = plot.left() + at * each
    if month.quarter_end:
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(canvas.color("selected"))
        canvas.painter.drawRoundedRect(QRectF(x - 6, plot.top(), each + 12, plot.height()), 8, 8)
    bar = QRectF(x + each * 0.12, base, each * 0.76, 5)
    token = "err" if month.high < 0 else "accent" if month.quarter_end else "border_strong"
    if month.high >= 0:
        bar.setTop(base - _month_height(month, plot))
        bar.setBottom(base)
    canvas.painter.fillRect(bar, canvas.color(token))


def _paint_quarter_end(canvas: Canvas, months: tuple[MonthContent, ...], at: int, plot: QRectF) -> None:
    """The value over its bar, and over the neighbours' where it is wider than its column; the name under it."""
    month, each = months[at], plot.width() / 12
    wide = canvas.text_width(month.text, SMALLEST, strong=True) > each * 1.24
    beside = months[max(0, at - 1) : at + 2] if wide else (month,)
    top = plot.bottom() - max(_month_height(other, plot) for other in beside)
    left = plot.left() + (at + 0.5) * each - 110
    centre = Qt.AlignmentFlag.AlignHCenter
    canvas.text(QRectF(left, top - 62, 220, 58), month.text, SMALLEST, strong=True, align=centre)
    canvas.text(QRectF(left, plot.bottom() + 8, 220, 58), month.name, SMALLEST, align=centre)


def _paint_alone(canvas: Canvas, content: NumbersContent) -> None:
    (each,) = content.numbers
    room, y = _width(canvas, content), canvas.title_height(content.title) + 20
    canvas.text(QRectF(canvas.left, y, room, 190), each.number, 150, strong=True)
    y = canvas.paragraph(canvas.left, y + 210, room, each.meaning, SUMMARY, strong=True) + 8
    y = canvas.paragraph(canvas.left, y, room, each.how, LIST, "text2") + 24
    _bar(canvas, QRectF(canvas.left, y, room, 22), each)


@frozen
class ProblemContent:
    """The sentence, and which departments accept it."""

    title: str
    statement: str
    departments: tuple[tuple[str, str, bool], ...]
    accepts: str


def _problem_content(given: SceneInput) -> ProblemContent:
    _ = given.words
    view = diagnosis_view(given.engagement, given.context)
    return ProblemContent(
        _("Our common problem is that…"),
        view.problem,
        tuple((d.short, d.name, d.id in view.accepted_by) for d in view.departments),
        _("accepts"),
    )


UNDER_STATEMENT, ACCEPTED, ACCEPTED_ROW = 36.0, 360.0, 84.0


def _statement(canvas: Canvas, content: ProblemContent) -> tuple[float, list[str]]:
    """The size of the sentence, and its parts: one, unless no page holds it whole."""
    width = canvas.right - canvas.left
    size = TITLE if canvas.paragraph_height(content.statement, width, TITLE, strong=True) < 460 else SUMMARY
    room = canvas.bottom - canvas.title_height(content.title) - 40 - UNDER_STATEMENT
    return size, pieces(canvas, content.statement, width, size, room, strong=True)


def _accepted_width(canvas: Canvas, code: str) -> float:
    """The room of a department's name between badge and tick."""
    badge = badge_width(code, 62, canvas.font(SMALLEST, strong=True)) + 20
    return canvas.right - canvas.left - badge - ACCEPTED - 20


def _problem_spans(canvas: Canvas, content: ProblemContent) -> list[tuple[int, int]]:
    """The sentence and the departments as rows of pages."""
    width = canvas.right - canvas.left
    size, parts = _statement(canvas, content)
    heights = [canvas.paragraph_height(part, width, size, strong=True) + UNDER_STATEMENT for part in parts]
    for code, name, _accepted in content.departments:
        name_height = canvas.paragraph_height(name, _accepted_width(canvas, code), LIST)
        heights.append(max(ACCEPTED_ROW, name_height + 16))
    return spans_of(heights, canvas.bottom - canvas.title_height(content.title) - 40)


def _problem_pages(canvas: Canvas, content: ProblemContent) -> int:
    return len(_problem_spans(canvas, content))


def _paint_problem(canvas: Canvas, content: ProblemContent, page: int) -> None:
    y = canvas.title(content.title) + 40
    size, parts = _statement(canvas, content)
    spans = _problem_spans(canvas, content)
    for place in range(*spans[page]):
        if place < len(parts):
            width = canvas.right - canvas.left
            y = canvas.paragraph(canvas.left, y, width, parts[place], size, strong=True) + UNDER_STATEMENT
        else:
            y = _paint_accepted(canvas, content, place - len(parts), y)
    canvas.footer("", f"{page + 1} / {len(spans)}" if len(spans) > 1 else "")


def _paint_accepted(canvas: Canvas, content: ProblemContent, at: int, y: float) -> float:
    """A department, and whether it accepts the sentence; returns the y below."""
    code, name, accepted = content.departments[at]
    x, width = canvas.badge(canvas.left, y + 36, code, at) + 20, _accepted_width(canvas, code)
    said = f"✓ {content.accepts}" if accepted else "—"
    box = QRectF(canvas.right - ACCEPTED, y, ACCEPTED, 72)
    token = "ok" if accepted else "text2"
    canvas.text(box, said, LIST, token, strong=True, align=Qt.AlignmentFlag.AlignRight)
    height = max(ACCEPTED_ROW, canvas.paragraph_height(name, width, LIST) + 16)
    canvas.text(QRectF(x, y, width, height - 12), name, LIST)
    return y + height


SCENES = (
    Scene(
        "diagnosis.numbers",
        "diagnosis",
        N_("Five numbers"),
        _numbers_content,
        _paint_numbers,
        _pages,
        first_page,
        waiting=Waiting("numbers", N_("Which number of last year do you know by heart?")),
    ),
    MOVED,
    Scene(
        "diagnosis.images",
        "diagnosis",
        N_("Image exchange"),
        images_content,
        paint_images,
        images_pages,
        images_page_of,
        waiting=Waiting("departments", N_("How do we see ourselves, how our neighbours, and how do they see us?")),
    ),
    Scene(
        "diagnosis.problem",
        "diagnosis",
        N_("Common problem"),
        _problem_content,
        _paint_problem,
        _problem_pages,
        first_page,
        waiting=Waiting("statement", N_("Everybody writes one sentence. Nobody is to blame in it.")),
    ),
)
