"""Charts: one drawing for paper and screen; labels inside and apart, no colour alone, no data said in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from reportlab.graphics import shapes as rl

from reports import fonts
from reports.brand import Brand
from reports.charts.bars import Bar, Month, Series, columns_chart, months, stacked_years
from reports.charts.indicator_run import indicator_chart
from reports.charts.lanes import Handoff, Stage, swim_lanes
from reports.charts.look import ChartLook, nice_steps, spread
from reports.charts.rows import LoadRow, Part, load_bars, split_bar
from reports.charts.runs import RunData, RunTexts, run_chart, spark
from reports.style import ERROR, WARN
from tests.reports.specimen_data import FIRST, SECOND
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.indicators import trend
from workshop_app.domain.model import Indicator, IndicatorPoint
from workshop_app.i18n import Words

LOOK = ChartLook.paper()
MONTHS = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
SERIES = [
    Series("продление", "pale", "83,7 млн"),
    Series("доп. услуги", "accent", "9,6 млн"),
    Series("вернувшиеся", "hatch", "0,0 млн · 0,0 %"),
    Series("новые", "ink", "4,7 млн"),
]
BARS = [
    Bar("2021", 86.3, "86,3"),
    Bar("2024", 98.1, "98,1", (83.4, 8.9, 0, 5.8), ("85,0 %", "9,1", "", "5,9")),
    Bar("2025", 98.1, "98,1", (83.7, 9.6, 0, 4.7), ("85,3 %", "9,8", "", "4,8")),
]
VALUES = [30, 350, 2519, 130, 140, 1710, -20, 230, 1684, 180, 260, 2014]
POINTS = [(index, value) for index, value in enumerate([62, 66, 64, 67, 70, 66, 64, 62, 60, 57])]
RUN = RunData(POINTS, target=90, alarm=60, median=70, session=4.5, bad={6, 7, 8, 9}, alarming=True)
RUN_TEXTS = RunTexts("цель 90", "граница 60", "медиана 64", "сессия", "мало точек, о тренде рано", "янв", "апр")


def number(value: float) -> str:
    """Russian."""
    return f"{value:g}".replace(".", ",")


@pytest.fixture(autouse=True)
def _fonts() -> None:
    fonts.register()


def leaves(node: Any, x: float = 0, y: float = 0) -> list[tuple[Any, float, float]]:
    """All shapes with the offset of their groups."""
    if not isinstance(node, rl.Group):
        return [(node, x, y)]
    if not isinstance(node, rl.Drawing):
        x, y = x + node.transform[4], y + node.transform[5]
    return [leaf for child in node.getContents() for leaf in leaves(child, x, y)]


def labels(chart: Any) -> dict[str, tuple[float, float, float, float]]:
    """Texts and the boxes they fill."""
    found = {}
    for leaf, x, y in leaves(chart):
        if isinstance(leaf, rl.String) and leaf.text:
            width = fonts.measure(leaf.text, leaf.fontName, leaf.fontSize)
            left = x + leaf.x - {"start": 0, "middle": width / 2, "end": width}[leaf.textAnchor]
            found[f"{leaf.text}@{left:.0f},{y + leaf.y:.0f}"] = (
                left,
                y + leaf.y,
                left + width,
                y + leaf.y + leaf.fontSize * 0.7,
            )
    return found


PARTS = [
    Part(123, "123 ч разделить", "tint"),
    Part(38, "38 ч", "ink", under="закрепить"),
    Part(21, "21 ч", under="вместе"),
]
LOADS = [LoadRow("Корнеева", [2, 1.5, 3], "6,5 ч"), LoadRow("Зимин", [1, 1, 0], "2 ч")]
STAGES = [Stage("Заявка", 0), Stage("Встреча", 0), Stage("Исполнение", 1)]
HANDOFFS = [Handoff(0, 1, "H1"), Handoff(1, 2, "H4 40 ч", longest=True)]
YEAR = [
    Month(name, value, number(value), place in {2, 5, 8, 11})
    for place, (name, value) in enumerate(zip(MONTHS, VALUES, strict=True))
]


def charts(width: float) -> dict[str, Any]:
    """One of each kind; some can't be narrower than on a half page."""
    few = RunData(POINTS[:4], target=75, alarm=60)
    notes = ["7 %", "11 %", "33 %"]
    return {
        "years": stacked_years(LOOK, max(width, 300), 170, SERIES, BARS, number, "нет\nистории"),
        "months": months(LOOK, width, 130, YEAR, 804, "ровно 804"),
        "columns": columns_chart(LOOK, width, 120, [15, 21, 55], ["15", "21", "55"], ["2021", "2022", "2025"], notes),
        "run": run_chart(LOOK, width, 110, RUN, RUN_TEXTS, number),
        "few": run_chart(LOOK, max(width, 260), 110, few, RUN_TEXTS, number),
        "split": split_bar(LOOK, width, PARTS),
        "load": load_bars(LOOK, width, LOADS, ["ink", "pale", "hatch"], 6, "6 ч"),
        "lanes": swim_lanes(LOOK, max(width, 420), [FIRST, SECOND], STAGES, HANDOFFS),
    }


@pytest.mark.parametrize("width", [230, 340, 490])
def test_labels_stay_inside_and_do_not_cover_each_other(width: float) -> None:
    for name, chart in charts(width).items():
        boxes = labels(chart)
        for text, (left, low, right, high) in boxes.items():
            assert left >= -0.5 and right <= chart.width + 0.5, (name, text)
            assert low >= -1.5 and high <= chart.height + 0.5, (name, text)
        for (one, a), (two, b) in combinations(boxes.items(), 2):
            assert a[2] <= b[0] + 0.3 or b[2] <= a[0] + 0.3 or a[3] <= b[1] + 0.3 or b[3] <= a[1] + 0.3, (
                name,
                one,
                two,
            )


def test_a_long_stage_makes_its_own_lane_higher_and_no_word_is_broken_or_left_out() -> None:
    long = "Согласование графика планово-предупредительных ремонтов котельного оборудования с каждым заказчиком " * 2
    stages = [Stage("Заявка", 0), Stage(long, 1), Stage("Договор", 0), Stage("Оплата", 1), Stage("Акт", 0)]
    chart = swim_lanes(LOOK, 490, [FIRST, SECOND], stages, HANDOFFS[:1])
    lines = [leaf.text for leaf, _x, _y in leaves(chart) if isinstance(leaf, rl.String)]
    said = " ".join(lines).replace("планово- ", "планово-")
    assert said.count("планово-предупредительных ремонтов котельного") == 2 and "…" not in said
    frames = sorted(
        round(leaf.height) for leaf, _x, _y in leaves(chart) if isinstance(leaf, rl.Rect) and leaf.height > 20
    )
    assert frames[0] == frames[-2] < frames[-1] / 2, "only the box with the long title is high"


def test_three_lines_of_a_stage_keep_off_the_frame_of_their_box() -> None:
    stages = [Stage("Заявка из промышленности или энергетики", 0), *[Stage("Акт", 0)] * 4]
    drawn = swim_lanes(LOOK, 490, [FIRST], stages, [Handoff(0, 1, "4 ч")])
    rects = [(y + leaf.y, leaf.height) for leaf, _x, y in leaves(drawn) if isinstance(leaf, rl.Rect)]
    low, high = max(rects, key=lambda rect: rect[1])
    lines = [y + leaf.y for leaf, _x, y in leaves(drawn) if isinstance(leaf, rl.String) and len(leaf.text) > 8]
    assert len(lines) == 3
    assert min(lines) - low > 0.5 * LOOK.size and low + high - max(lines) > 1.1 * LOOK.size
    assert max(bottom + tall for bottom, tall in rects) <= drawn.height, "the pill stays in its lane"


def test_a_year_without_history_is_a_dashed_outline_with_words() -> None:
    chart = charts(490)["years"]
    dashed = [leaf for leaf, _, _ in leaves(chart) if isinstance(leaf, rl.Rect) and leaf.strokeDashArray]
    assert len(dashed) == 1
    assert {"нет", "истории"} <= {text.split("@")[0] for text in labels(chart)}


def test_a_class_of_zero_keeps_its_label() -> None:
    assert any(text.startswith("0,0 млн · 0,0 %") for text in labels(charts(490)["years"]))


def test_parts_are_stacked_in_order_with_a_gap() -> None:
    one = stacked_years(LOOK, 400, 170, SERIES, [Bar("2025", 100, "100", (50, 30, 0, 20))], number, "")
    bars = [leaf for leaf, _, _ in leaves(one) if isinstance(leaf, rl.Rect) and leaf.width > 20]
    lows = [bar.y for bar in bars]
    assert lows == sorted(lows)
    assert len(bars) == 3
    assert bars[1].y > bars[0].y + bars[0].height


def test_a_negative_month_is_a_mark_under_the_line() -> None:
    marks = [
        leaf for leaf, _, _ in leaves(charts(340)["months"]) if isinstance(leaf, rl.Rect) and leaf.fillColor == ERROR
    ]
    assert len(marks) == 1


def test_the_values_of_an_indicator_stand_at_its_chart_as_they_were_measured() -> None:
    indicator = Indicator(id="KPI", title="Share", unit="%")
    points = [
        IndicatorPoint(id=f"KPI/{day}", indicator_id="KPI", date=date(2026, 1, day), value=Decimal(value))
        for day, value in ((1, "62.25"), (2, "64"))
    ]
    found = trend(Engagement.of([indicator, *points]), "KPI", date(2026, 2, 1))
    chart = indicator_chart(indicator, found, None, Words("ru"))(LOOK, 300, 110)
    assert {"62,25", "64"} <= {text.split("@")[0] for text in labels(chart)}


def test_below_six_points_nothing_is_coloured() -> None:
    few = RunData(POINTS[:5], target=75, bad={3, 4}, alarming=True)
    chart = run_chart(LOOK, 300, 110, few, RUN_TEXTS, number)
    assert "мало точек, о тренде рано" in {text.split("@")[0] for text in labels(chart)}
    assert not [leaf for leaf, _, _ in leaves(chart) if isinstance(leaf, rl.Polygon)]


def test_a_signal_marks_the_points_it_is_made_of() -> None:
    triangles = [leaf for leaf, _, _ in leaves(charts(340)["run"]) if isinstance(leaf, rl.Polygon)]
    assert len(triangles) == 4
    assert {leaf.fillColor.hexval() for leaf in triangles} == {LOOK.error.hexval()}
    good = run_chart(LOOK, 300, 110, RunData(POINTS, good={8, 9}), RUN_TEXTS, number)
    assert sum(isinstance(leaf, rl.Circle) and leaf.fillColor == LOOK.ok for leaf, _, _ in leaves(good)) == 2


def test_the_small_run_chart_has_no_words() -> None:
    chart = spark(LOOK, 156, 33, RUN)
    assert (chart.width, chart.height) == (156, 33)
    assert labels(chart) == {}


@pytest.mark.parametrize("points", [[], [(0, 5.0)], [(0, 5.0), (1, 5.0)]])
def test_too_few_points_are_no_trouble(points: list[tuple[float, float]]) -> None:
    assert run_chart(LOOK, 200, 100, RunData(points), RunTexts(), number).width == 200
    assert spark(LOOK, 100, 30, RunData(points)).width == 100


def test_a_load_above_the_limit_has_a_triangle() -> None:
    chart = charts(340)["load"]
    assert sum(isinstance(leaf, rl.Polygon) and leaf.fillColor == LOOK.warn for leaf, _, _ in leaves(chart)) == 1
    assert LOOK.warn == WARN


def test_the_brand_colour_is_the_accent_of_charts() -> None:
    assert ChartLook.paper(Brand(accent="#00808A")).accent == Brand(accent="#00808A").accent_text
    assert ChartLook.screen(dark=True).ground.hexval() == "0x1a2029"
    assert ChartLook.screen().size == 12


def test_steps_are_round_and_labels_move_apart() -> None:
    assert nice_steps(99) == [0, 25, 50, 75, 100]
    assert nice_steps(0) == [0]
    assert nice_steps(0.8) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8])
    assert spread([5, 5, 50], 10, 0, 100) == [5, 15, 50]
    assert spread([99, 98], 10, 0, 100) == [100, 90]
