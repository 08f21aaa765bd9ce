"""What the room sees of competence and goals: how many voted, then the marks; the goals large."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import LIST, SMALLEST, STATUS, TITLE, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.goal_cards import GOALS
from ui.audience.scenes.shared import first_page
from ui.widgets.opinions import apart
from workshop_app.domain.competence import CRITERIA, PASS, VERDICTS, Source, Verdict
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.places import places_of
from workshop_app.domain.rounding import half_up
from workshop_app.steps.goals.view import CandidateLine, GoalsView, goals_view
from workshop_app.steps.goals.voting import voted_criteria

SHORT = (
    ("K1", N_("Would a client notice?")),
    ("K2", N_("Do clients come back for it?")),
    ("K3", N_("A competitor can't repeat it?")),
    ("K4", N_("Will it help to sell more?")),
    ("K5", N_("Are all departments needed?")),
    ("K6", N_("Will it stay without the best?")),
)
"""The questions for the room, said so that 2 always means yes."""

NOTES: Mapping[str, str] = MappingProxyType(
    {
        "": N_("Votes are hidden until everybody has voted"),
        "anonymous": N_("Anonymous: nobody sees who voted how"),
        "open": N_("Open: names will be shown"),
    }
)
"""What the room is told about the votes while they are hidden, by the way they are given in turn."""

MOST_TILES, MOST_ROW, MARK = 40, 170.0, 34.0


@frozen
class CountRow:
    """A question while the votes are hidden: how many have voted, nothing else."""

    question: str
    voted: int
    expected: int
    said: str


@frozen
class MarkRow:
    """A question when the votes are open; ``means`` by the department's place."""

    question: str
    means: tuple[tuple[int, Fraction], ...]
    mean: str
    passed: bool
    word: str
    gap: str


@frozen
class BallotContent:
    """One candidate. ``rows`` are counts or marks; ``verdict`` is empty while the votes are hidden."""

    title: str
    sentence: str
    rows: tuple[CountRow | MarkRow, ...]
    verdict: str
    sign: str
    note: str
    scale: str


def _ballot_content(given: SceneInput) -> BallotContent:
    _ = given.words
    view = goals_view(given.engagement, given.context)
    line = view.candidate(given.focus.row_id) or (view.candidates[0] if view.candidates else None)
    if line is None:
        return BallotContent(_("A client comes to us a second time because …"), "", (), "", "", "", "")
    shown = set(voted_criteria(line.test))
    questions = [(name, _(text)) for name, text in SHORT if name in shown]
    title, sentence = _("Is this about us?"), _("“{text}”", text=line.competence.text)
    if not given.focus.revealed:
        counts = tuple(_count_row(view, line, name, text, given) for name, text in questions)
        note = _(NOTES.get(given.focus.option("mode"), NOTES[""]))
        return BallotContent(title, sentence, counts, "", "", note, _("0 — no, 2 — yes"))
    marks = tuple(_mark_row(view, line, name, text, given) for name, text in questions)
    return BallotContent(title, sentence, marks, _verdict(line, given), line.test.verdict.value, "", "")


def _count_row(view: GoalsView, line: CandidateLine, name: str, text: str, given: SceneInput) -> CountRow:
    progress = view.progress_of(line, name)
    said = given.words("{n} of {total}", n=progress.voted, total=progress.expected)
    return CountRow(text, progress.voted, progress.expected, said)


def _mark_row(view: GoalsView, line: CandidateLine, name: str, text: str, given: SceneInput) -> MarkRow:
    _ = words = given.words
    score = line.test.scores[name]
    places = places_of(view.departments)
    means = tuple(sorted((places[key], mean) for key, mean in score.by_department.items() if key in places))
    mean = words.number(half_up(score.mean, 2), 2) if score.mean is not None else "—"
    gap = _("one department sees it") if score.one_sided else ""
    return MarkRow(text, means, mean, score.passed, _("yes") if score.passed else _("no"), gap)


def _verdict(line: CandidateLine, given: SceneInput) -> str:
    _ = words = given.words
    sentence = words.message(line.test.sentence)
    passed = _("{n} of {total}", n=line.test.passed, total=len(CRITERIA))
    if line.test.verdict is Verdict.KEY:
        return f"{passed}: {_(VERDICTS[Verdict.KEY])}"
    k2 = line.test.scores["K2"]
    known = k2.source is Source.VOTES or k2.mean is not None
    return f"{passed}. {sentence}" if known else sentence


def _paint_ballots(canvas: Canvas, content: BallotContent, page: int) -> None:
    width = canvas.right - canvas.left
    if not content.rows:
        height = canvas.paragraph_height(content.title, width, TITLE, strong=True)
        canvas.paragraph(canvas.left, (canvas.height - height) / 2 - 60, width, content.title, TITLE, strong=True)
        return
    y = _paint_sentence(canvas, content)
    foot = _foot_height(canvas, content)
    per = _per_page(canvas, content)
    rows = content.rows[page * per : (page + 1) * per]
    number = 64 if per < len(content.rows) else 0
    height = min(MOST_ROW, (canvas.height - 60 - foot - number - y) / per)
    question = _question_width(canvas)
    for row in rows:
        _paint_question(canvas, row.question, y, question, height)
        box = QRectF(canvas.left + question + 20, y, width - question - 20, height)
        if isinstance(row, CountRow):
            _paint_count(canvas, row, box)
        else:
            _paint_marks(canvas, row, box)
        y += height
        canvas.rule(y - 2)
    _paint_foot(canvas, content, canvas.height - 60 - foot)
    pages = _ballot_pages(canvas, content)
    if pages > 1:
        where, wide = f"{page + 1} / {pages}", canvas.text_width(f"{page + 1} / {pages}", STATUS) + 4
        box = QRectF(canvas.right - wide, canvas.height - 60 - foot - 64, wide, 64)
        canvas.text(box, where, STATUS, "text2")


def _question_width(canvas: Canvas) -> float:
    return (canvas.right - canvas.left) * (0.36 if canvas.width > 1500 else 0.42)


def _least_row(canvas: Canvas, content: BallotContent) -> float:
    lines = max(len(canvas.lines(row.question, _question_width(canvas), LIST)) for row in content.rows)
    return max(76.0, lines * LIST * 1.12 + 10)


def _per_page(canvas: Canvas, content: BallotContent) -> int:
    """All questions on one page unless the type is enlarged."""
    room, least = (
        canvas.height - 60 - _foot_height(canvas, content) - _rows_top(canvas, content),
        _least_row(canvas, content),
    )
    fits = int(room // least)
    return max(1, len(content.rows) if fits >= len(content.rows) else int((room - 64) // least))


def _ballot_pages(canvas: Canvas, content: BallotContent) -> int:
    return pages_of(len(content.rows), _per_page(canvas, content)) if content.rows else 1


def _is_low(canvas: Canvas) -> bool:
    """Enlarged type: the candidate stands without the question above it."""
    return canvas.height < 900


def _sentence_top(canvas: Canvas, content: BallotContent) -> float:
    if _is_low(canvas):
        return 24.0
    return 52 + canvas.paragraph_height(content.title, canvas.right - canvas.left, TITLE, strong=True) + 16


def _sentence_height(canvas: Canvas, content: BallotContent) -> float:
    return canvas.paragraph_height(content.sentence, canvas.right - canvas.left - 70, STATUS, strong=True) + 32


def _rows_top(canvas: Canvas, content: BallotContent) -> float:
    return _sentence_top(canvas, content) + _sentence_height(canvas, content) + 10


def _paint_sentence(canvas: Canvas, content: BallotContent) -> float:
    """Title and the candidate on a soft ground; returns the y below."""
    if not _is_low(canvas):
        canvas.title(content.title)
    y, width = _sentence_top(canvas, content), canvas.right - canvas.left
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("selected"))
    ground = QRectF(canvas.left, y, width, _sentence_height(canvas, content))
    canvas.painter.drawRoundedRect(ground, 16, 16)
    canvas.paragraph(canvas.left + 35, y + 14, width - 70, content.sentence, STATUS, strong=True)
    return _rows_top(canvas, content)


def _paint_question(canvas: Canvas, text: str, y: float, width: float, height: float) -> None:
    lines = canvas.lines(text, width, LIST)
    step = LIST * 1.12
    start = y + (height - step * len(lines)) / 2
    for place, line in enumerate(lines):
        canvas.text(QRectF(canvas.left, start + place * step, width + 20, step), line, LIST)


def _paint_count(canvas: Canvas, row: CountRow, box: QRectF) -> None:
    """A tile for everybody, filled when voted: never who, never what."""
    painter, right = canvas.painter, 250.0
    tiles = min(MOST_TILES, max(row.expected, 1))
    step = min(45.0, (box.width() - right) / tiles)
    size = step * 0.78
    filled = row.voted * tiles // row.expected if row.expected else 0
    for place in range(tiles):
        tile = QRectF(box.left() + place * step, box.center().y() - size / 2, size, size)
        painter.setPen(QPen(canvas.color("border_strong"), 2.5))
        painter.setBrush(canvas.color("text2" if place < filled else "surface"))
        painter.drawRoundedRect(tile, size * 0.22, size * 0.22)
    done = row.voted >= row.expected
    beside = QRectF(box.right() - right, box.top(), right, box.height())
    align = Qt.AlignmentFlag.AlignRight
    canvas.text(beside, row.said, STATUS, "text" if done else "text2", strong=True, align=align)


def _paint_marks(canvas: Canvas, row: MarkRow, box: QRectF) -> None:
    painter, right = canvas.painter, 400.0
    track = QRectF(box.left() + 14, box.center().y() - 4, box.width() - right - 28, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color("track"))
    painter.drawRoundedRect(track, 4, 4)
    at = track.left() + track.width() * float(PASS / 2)
    painter.fillRect(QRectF(at - 2, box.center().y() - 36, 4, 72), canvas.color("text2"))
    sides = [place % 2 for place, _mean in row.means]
    across = [track.left() + track.width() * float(mean / 2) for _place, mean in row.means]
    across = apart(across, sides, track.left(), track.right(), MARK + 4)
    points = [QPointF(x, box.center().y() + (18 if side else -18)) for x, side in zip(across, sides, strict=True)]
    if row.gap and len(points) > 1:
        order = sorted(range(len(points)), key=lambda at: row.means[at][1])
        painter.setPen(QPen(canvas.color("warn"), 5))
        painter.drawLine(points[order[0]], points[order[-1]])
    for (place, _mean), point in zip(row.means, points, strict=True):
        canvas.mark(point.x() - MARK / 2, point.y(), place, filled=True, size=MARK)
    x = box.right() - right + 20
    canvas.text(QRectF(x, box.top(), 140, box.height()), row.mean, STATUS, strong=True)
    token = "ok" if row.passed else "text2"
    _paint_sign(canvas, QPointF(x + 190, box.center().y()), token, passed=row.passed)
    canvas.text(QRectF(x + 228, box.top(), 172, box.height()), row.word, STATUS, token, strong=True)


def _paint_sign(canvas: Canvas, at: QPointF, token: str, *, passed: bool) -> None:
    """A tick, or a cross."""
    pen = QPen(canvas.color(token), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    canvas.painter.setPen(pen)
    if passed:
        canvas.painter.drawPolyline([at + QPointF(-21, 1), at + QPointF(-7, 15), at + QPointF(21, -14)])
        return
    for way in (-1, 1):
        canvas.painter.drawLine(at + QPointF(-14, -14 * way), at + QPointF(14, 14 * way))


def _gaps(content: BallotContent) -> str:
    """The questions that one department sees differently, said once."""
    named = [row.question for row in content.rows if isinstance(row, MarkRow) and row.gap]
    gap = next((row.gap for row in content.rows if isinstance(row, MarkRow) and row.gap), "")
    return f"{gap}: {' '.join(named)}" if named else ""


def _foot_height(canvas: Canvas, content: BallotContent) -> float:
    width = canvas.right - canvas.left
    if not content.verdict:
        return 90.0 if _one_foot_line(canvas, content) else 156.0
    height = canvas.paragraph_height(content.verdict, width - 70, STATUS, strong=True)
    gaps = _gaps(content)
    return height + (canvas.paragraph_height(gaps, width - 70, SMALLEST) if gaps else 0) + 26


def _one_foot_line(canvas: Canvas, content: BallotContent) -> bool:
    """Whether what is hidden and the scale stand beside each other."""
    words = canvas.text_width(content.note, SMALLEST) + canvas.text_width(content.scale, SMALLEST)
    return words + 104 <= canvas.right - canvas.left


def _paint_foot(canvas: Canvas, content: BallotContent, y: float) -> None:
    width = canvas.right - canvas.left
    if content.verdict:
        painter = canvas.painter
        painter.setPen(QPen(canvas.color("accent"), 5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(canvas.left + 24, y + 46), 21, 21)
        if content.sign != Verdict.NOT_KEY.value:
            painter.setBrush(canvas.color("accent"))
            painter.drawEllipse(QPointF(canvas.left + 24, y + 46), 7, 7)
        y = canvas.paragraph(canvas.left + 70, y + 14, width - 70, content.verdict, STATUS, strong=True)
        gaps = _gaps(content)
        if gaps:
            canvas.paragraph(canvas.left + 70, y, width - 70, gaps, SMALLEST, "warn")
        return
    scale = canvas.text_width(content.scale, SMALLEST)
    beside = scale + 104 if _one_foot_line(canvas, content) else 74
    canvas.closed_eye(canvas.left, y + 46)
    canvas.text(QRectF(canvas.left + 74, y + 14, width - beside, 64), content.note, SMALLEST, "text2")
    at = QRectF(canvas.right - scale, y + 14, scale + 4, 64)
    if not _one_foot_line(canvas, content):
        at = QRectF(canvas.left + 74, y + 76, scale + 4, 64)
    canvas.text(at, content.scale, SMALLEST, "text2")


SCENES = (
    Scene("goals.competence", "goals", N_("Voting"), _ballot_content, _paint_ballots, _ballot_pages, first_page),
    GOALS,
)
