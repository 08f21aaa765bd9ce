"""What is painted can be told apart without colour, cells shorten honestly, charts are drawn as on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.widgets.tools import Show
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.theme.theme import DepartmentColors, Theme, load_theme
from ui.widgets import roles
from ui.widgets.bars import BarPaint, DeltaPaint, delta_zero, paint_delta, paint_hours_bar
from ui.widgets.chart import ChartTable, ChartWidget
from ui.widgets.delegates.raci import RaciDelegate
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.delegates.text import lines_of
from ui.widgets.opinions import GapPaint, VotePaint, paint_gap, paint_votes
from ui.widgets.paint import badge_font, badge_width, paint_badge, paint_mark
from ui.widgets.pictograms import FINDING_CODES, paint_pictogram
from ui.widgets.table_look import dress_table
from ui.widgets.timelines import GanttPaint, gantt_x
from ui.widgets.tips import plain_tip
from workshop_app.domain.time_strip import month_starts
from workshop_app.i18n import Words

RU = Words("ru")
Index = QModelIndex | QPersistentModelIndex


def picture(width: int, height: int, paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        paint(painter)
    finally:
        painter.end()
    return image


def darkness(image: QImage) -> list[list[int]]:
    return [[255 - image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())]


def difference(first: QImage, second: QImage) -> int:
    """How many pixels differ clearly in grey."""
    pairs = zip(darkness(first), darkness(second), strict=True)
    return sum(abs(a - b) > 60 for row, other in pairs for a, b in zip(row, other, strict=True))


@pytest.mark.parametrize("mean", [Fraction(0), Fraction(1), Fraction(2)])
def test_departments_of_one_opinion_hide_none_of_each_other(qapp: object, mean: Fraction) -> None:
    theme, box = load_theme("light", 100), QRectF(10, 0, 150, 40)
    votes, gap = VotePaint(((0, mean), (1, mean), (2, mean))), GapPaint(((0, mean / 2), (2, mean / 2)))
    pictures = (
        picture(170, 40, lambda painter: paint_votes(painter, box, votes, theme)),
        picture(170, 40, lambda painter: paint_gap(painter, box, gap, theme)),
    )
    for image in pictures:
        shown = [image.pixelColor(x, y) for x in range(170) for y in range(40)]
        assert min(shown.count(theme.department(place).fill) for place in (0, 2)) > 30


def test_all_pictograms_differ_without_colour(qapp: object) -> None:
    black = QColor("black")
    shown = {
        code: picture(45, 30, lambda p, code=code: paint_pictogram(p, code, QRectF(3, 3, 39, 24), black))
        for code in FINDING_CODES
    }
    assert len(shown) == 12
    for first, second in combinations(shown, 2):
        assert difference(shown[first], shown[second]) >= 40, (first, second)


def test_badges_of_the_same_fill_and_code_differ_by_shape(theme: ThemeService) -> None:
    black = DepartmentColors(QColor("white"), QColor("black"), QColor("black"))
    font = badge_font(load_theme("light"), 24)

    def badge(place: int) -> QImage:
        return picture(60, 30, lambda p: paint_badge(p, QRectF(3, 3, 52, 24), "ПС", place, black, font))

    for first, second in combinations(range(6), 2):
        assert difference(badge(first), badge(second)) >= 8, (first, second)


def test_marks_differ_by_shape_and_hollow_from_filled(qapp: object) -> None:
    theme = load_theme("light")

    def mark(place: int, filled: bool) -> QImage:
        colors = theme.department(0)
        return picture(30, 30, lambda p: paint_mark(p, QPointF(15, 15), 22, place, colors, filled=filled))

    for first, second in combinations(range(4), 2):
        assert difference(mark(first, True), mark(second, True)) >= 20
    assert all(difference(mark(place, True), mark(place, False)) >= 60 for place in range(6))


@pytest.mark.parametrize("code", ["А", "ПС", "ОП-1", "WWWW"])
@pytest.mark.parametrize("height", [18.0, 24.0])
def test_a_code_fits_its_badge(code: str, height: float, theme: ThemeService) -> None:
    font = badge_font(theme.theme, height)
    width = badge_width(code, height, font)
    look = DepartmentColors(QColor("white"), QColor("black"), QColor("white"))
    image = picture(round(width) + 1, 24, lambda p: paint_badge(p, QRectF(0, 0, width, height), code, 0, look, font))
    edges = [row[at] for row in darkness(image) for at in (0, 1, round(width) - 2, round(width) - 1)]
    assert max(edges) < 40


def columns_painted(image: QImage, token: str, theme: Theme) -> list[int]:
    wanted = theme.color(token).getRgb()[:3]
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).getRgb()[:3] == wanted for y in range(image.height()))
    ]


def test_a_bar_warns_above_its_limit_and_shows_the_norm(qapp: object) -> None:
    theme = load_theme("light")

    def bar(hours: int) -> QImage:
        value = BarPaint(Fraction(hours), Fraction(40), Fraction(46))
        return picture(200, 20, lambda p: paint_hours_bar(p, QRectF(0, 0, 200, 20), value, theme))

    assert not columns_painted(bar(46), "warn", theme)
    assert columns_painted(bar(47), "warn", theme)
    assert columns_painted(bar(20), "text", theme)


def test_a_loss_goes_left_of_zero_and_a_gain_right(qapp: object) -> None:
    theme, box = load_theme("light"), QRectF(0, 0, 300, 24)

    def delta(value: int) -> QImage:
        return picture(300, 24, lambda p: paint_delta(p, box, DeltaPaint(Fraction(value), Fraction(40)), theme))

    zero, _unit = delta_zero(box, DeltaPaint(Fraction(10), Fraction(40)))
    assert min(columns_painted(delta(10), "accent", theme)) >= zero - 1
    assert not columns_painted(delta(-10), "accent", theme)
    assert difference(delta(-10), delta(-1)) > 50


def test_days_stand_in_their_place_on_a_strip() -> None:
    box, starts, ends = QRectF(100, 0, 200, 20), date(2026, 1, 1), date(2026, 1, 21)
    assert gantt_x(box, starts, ends, date(2026, 1, 11)) == 200
    assert gantt_x(box, starts, ends, date(2025, 1, 1)) == 100
    assert gantt_x(box, starts, ends, date(2027, 1, 1)) == 300
    months = list(month_starts(date(2025, 11, 5), date(2026, 2, 10)))
    assert months == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]


class Cells(QAbstractTableModel):
    """Cells given as roles."""

    def __init__(self, rows: list[list[dict[int, object]]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()][index.column()].get(role)


def test_a_text_is_broken_into_two_lines_and_only_then_shortened(theme: ThemeService) -> None:
    font = theme.theme.font("body")
    short, long = "КП на допуслуги действующим клиентам", "Продление годовых договоров " * 6
    assert lines_of(short, font, 200, 2) == (["КП на допуслуги", "действующим клиентам"], False)
    lines, shortened = lines_of(long, font, 200, 2)
    assert shortened and len(lines) == 2 and lines[1].endswith("…")
    assert lines_of("а\nб", font, 200, 2)[0] == ["а б"]
    assert lines_of("Рождественский М. В.", font, 60, 2)[1]  # no word and no number is torn apart
    assert lines_of("1\u00a0012,5", font, 30, 2)[0][0].endswith("…")
    assert lines_of("Дорохов\u00a0С.\u00a0М.", font, 80, 2) == (["Дорохов", "С.\u00a0М."], False)


@pytest.fixture
def table(theme: ThemeService, icons: Icons, show: Show) -> Iterator[QTableView]:
    view = QTableView()
    display = int(Qt.ItemDataRole.DisplayRole)
    model = Cells([[{display: "<b>Коротко</b>"}, {display: "Продление годовых договоров " * 6}]])
    view.setModel(model)
    view.setItemDelegate(RowDelegate(theme, icons, view))
    dress_table(view, theme, 40)
    view.setColumnWidth(0, 160)
    view.setColumnWidth(1, 160)
    show(view)
    yield view
    QToolTip.hideText()


def tip_of(table: QTableView, column: int) -> str:
    index = table.model().index(0, column)
    at = table.visualRect(index).center()
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, table.viewport().mapToGlobal(QPoint(at)))
    QToolTip.hideText()
    delegate = table.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.helpEvent(event, table, option, index)
    return QToolTip.text()


def test_a_shortened_cell_tells_its_whole_text(table: QTableView) -> None:
    assert tip_of(table, 0) == ""
    assert tip_of(table, 1) == "Продление годовых договоров " * 6
    cells = table.model()
    assert isinstance(cells, Cells)
    name = "Рождественский Максимилиан"
    cells.rows[0][1] = {int(Qt.ItemDataRole.DisplayRole): name, int(Qt.ItemDataRole.ToolTipRole): "Начальник"}
    assert tip_of(table, 1) == "Начальник"  # two lines hold the name
    table.setRowHeight(0, 34)
    assert tip_of(table, 1) == f"{name}\nНачальник"  # one line does not


def test_a_tooltip_never_becomes_markup() -> None:
    assert plain_tip("Сверка долгов") == "Сверка долгов"
    assert "&lt;b&gt;" in plain_tip("<b>жирно</b>") and "<b>" not in plain_tip("<b>жирно</b>")


def test_every_kind_of_cell_can_be_painted(theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot) -> None:
    from ui.widgets.marks import ClaimPaint, SkillPaint, Status
    from ui.widgets.opinions import HiddenPaint

    display = int(Qt.ItemDataRole.DisplayRole)
    day = date(2026, 2, 10)
    strip = GanttPaint(day, date(2026, 5, 1), date(2026, 3, 1), None, day, day, overdue=False)
    cells: list[dict[int, object]] = [
        {roles.FINDING: ("SHIFTED", "Перекладывание", 2)},
        {roles.CLAIM: ClaimPaint("оба", 2, frozenset({0, 1}))},
        {roles.GANTT: strip},
        {roles.BAR: BarPaint(Fraction(46), Fraction(40), Fraction(44)), display: "46 ч"},
        {roles.PICTURE: SkillPaint(3, confirmed=False, alone=True)},
        {roles.PICTURE: HiddenPaint("скрыто")},
        {roles.STATUS: Status.WATCH, display: "внимание"},
        {roles.BADGE: ("ОП-1", 0), display: "Зимин А. В.", roles.CHECKED: True},
        {roles.ICON: ("star", "accent"), display: "Заявка", roles.CAPTION: "начало: заявка"},
        {roles.GROUP: True, display: "Марина Колесова", roles.CAPTION: "3 действия"},
        {roles.FAULT: True},
    ]
    view = QTableView()
    view.setModel(Cells([cells]))
    view.setItemDelegate(RowDelegate(theme, icons, view))
    dress_table(view, theme, 40)
    show(view).resize(1300, 160)
    shown = view.grab().toImage()
    for column in range(len(cells)):
        rect = view.visualRect(view.model().index(0, column))
        colors = {shown.pixelColor(x, rect.center().y() + 34).name() for x in range(rect.left(), rect.right())}
        assert len(colors) > 1 or column == len(cells) - 1, cells[column]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_raci_tile_is_drawn_once(ratio: float, theme: ThemeService, icons: Icons, qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    delegate = RaciDelegate(theme, icons, view)
    first = delegate.tile("AR", ratio)
    assert delegate.tile("AR", ratio).cacheKey() == first.cacheKey()
    assert first.devicePixelRatio() == ratio
    theme.choose("dark")
    assert delegate.tile("AR", ratio).cacheKey() != first.cacheKey()


def chart_of(look: object, width: float, height: float) -> object:
    from reportlab.graphics import shapes
    from reportlab.lib.colors import HexColor

    from reports.charts.look import drawing

    accent = HexColor("#2356C4")
    return drawing(
        width,
        height,
        shapes.Rect(0, 0, width / 2, height / 2, fillColor=accent, strokeColor=None),
        shapes.String(width / 2, height - 20, "Продление", fontName="Plex", fontSize=12, textAnchor="middle"),
        shapes.Line(0, 0, width, height, strokeColor=accent, strokeDashArray=[3, 2]),
        shapes.Circle(width - 20, 20, 8, fillColor=accent),
        shapes.Group(shapes.Polygon([0, 0, 5, 0, 5, 5], fillColor=accent)),
    )


@pytest.fixture
def chart(theme: ThemeService, icons: Icons, show: Show) -> ChartWidget:
    made = ChartWidget(theme, icons, RU, "Чем живёт компания", "выручка по годам")
    made.show_chart(chart_of, ChartTable(("Год", "Выручка"), (("2024", "98,1"), ("2025", "98,1"))))
    show(made).resize(640, 360)
    return made


def test_a_drawing_fills_the_screen_the_right_way_up(chart: ChartWidget, qtbot: QtBot) -> None:
    view = chart.view
    qtbot.waitUntil(lambda: view.drawing().width == view.width())
    image = view.grab().toImage()
    assert image.pixelColor(4, image.height() - 14).name() == "#2356c4"
    assert image.pixelColor(4, 4).name() != "#2356c4"


def test_t_shows_the_numbers_and_the_chart_again(chart: ChartWidget, qtbot: QtBot) -> None:
    chart.view.setFocus()
    qtbot.keyClick(chart.view, Qt.Key.Key_T)
    assert chart.table.hasFocus() and chart.table.model().index(1, 1).data() == "98,1"
    qtbot.keyClick(chart.table, Qt.Key.Key_Down)
    assert chart.table.currentIndex().row() == 1, "every number is reached by the arrows"
    qtbot.keyClick(chart.table, Qt.Key.Key_T)
    assert chart.view.hasFocus()
    assert "Год 2024, Выручка 98,1" in chart.view.accessibleDescription()


def test_a_shape_nobody_can_paint_is_an_error(qapp: object) -> None:
    from reportlab.graphics import shapes

    from ui.widgets.chart_painter import paint_drawing

    drawing = shapes.Drawing(10, 10)
    drawing.add(shapes.Image(0, 0, 5, 5, "nothing.png"))
    with pytest.raises(TypeError):
        picture(10, 10, lambda p: paint_drawing(p, drawing, QRectF(0, 0, 10, 10)))


def test_every_chart_of_paper_can_be_painted(qapp: object) -> None:
    from reports.charts.look import ChartLook
    from ui.widgets.chart_painter import paint_drawing

    for dark in (False, True):
        look = ChartLook.screen(dark)
        for kind in ("pale", "accent", "hatch", "ink", "white", "tint", "dots"):
            from reports.charts.look import drawing

            made = drawing(80, 40, look.box(4, 4, 60, 30, kind), look.plate(30, 12, "48 %"))
            image = picture(80, 40, lambda p, made=made: paint_drawing(p, made, QRectF(0, 0, 80, 40)))
            assert any(image.pixelColor(x, 20) != QColor("white") for x in range(80))
