"""Blocks that stand on a page: goal tracks, timeline, matrix, signatures, stacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from reports import fonts
from reports.document import Paper
from reports.flowables.badge import Department
from reports.flowables.cover import common_part
from reports.flowables.gantt import GanttScale
from reports.flowables.goal_track import GoalTrack, _fraction
from reports.flowables.heading import TitleBlock
from reports.flowables.layout import Columns, Stack, Together
from reports.flowables.numbers import numbered
from reports.flowables.raci_head import HeadName
from reports.flowables.raci_matrix import RaciMatrix
from reports.flowables.raci_model import RaciColumns, RaciGroup, RaciLetters, RaciLine, RaciModel
from reports.flowables.signing import Signature, Signatures
from reports.flowables.text import Text
from reports.flowables.timeline import Milestone, Timeline
from reports.page import PaperSize, Sheet
from reports.style import MM
from tests.reports.pdf import Bar, made, of, tags, words
from tests.reports.specimen import raci, raci_model, raci_spec, spec
from tests.reports.specimen_data import FIRST, SECOND


@pytest.fixture
def paper() -> Paper:
    fonts.register()
    frame = spec("Проба")
    return Paper(frame.words, frame.brand, frame.sheet)


@pytest.mark.parametrize(
    ("baseline", "target", "now", "place"),
    [
        (58, 75, 58, 0),
        (58, 75, 75, 1),
        (26, 4, 15, 0.5),
        (26, 4, 2, 1),
        (95, 100, 93, -0.006),
        (5, 5, 5, 1),
        (None, 5, 4, None),
        (5, 6, None, None),
    ],
)
def test_the_good_end_of_a_goal_is_right(baseline, target, now, place) -> None:
    found = _fraction(baseline, target, now)
    assert found == (None if place is None else pytest.approx(place))


def test_a_goal_without_a_measurement_has_no_now() -> None:
    story = of(lambda p: GoalTrack(p, 17, 5, baseline_text="17", target_text="5"))
    assert words(made(story, spec("Проба")))[0].count("17") == 1


def test_timeline_says_dates_and_months() -> None:
    def timeline(paper: Paper) -> Timeline:
        points = [
            Milestone("0", date(2026, 2, 10), True, "10 фев, сессия"),
            Milestone("90", date(2026, 5, 12), False, "12 мая, впереди", "повторный опрос"),
        ]
        return Timeline(paper, points, date(2026, 4, 20), "сегодня, 20 апр")

    page = words(made(of(timeline), spec("Проба")))[0]
    for text in ("10 фев, сессия", "12 мая, впереди", "повторный опрос", "сегодня, 20 апр", "март", "апрель"):
        assert text in page


def test_an_empty_timeline_takes_no_room(paper: Paper) -> None:
    assert Timeline(paper, [], None).wrap(400, 400)[1] == 0


def test_days_outside_the_strip_stay_at_its_edges() -> None:
    scale = GanttScale(date(2026, 2, 10), date(2026, 5, 24))
    assert scale.x(date(2025, 1, 1), 130) == 0
    assert scale.x(date(2027, 1, 1), 130) == scale.x(date(2026, 5, 24), 130) < 130
    assert list(scale.months()) == [date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)]


def test_the_matrix_of_the_specimen_is_one_landscape_page() -> None:
    reader = made(raci, raci_spec())
    (page,) = words(reader)
    assert "всего 28" in page
    assert "отвечает за результат, ровно один" in page
    assert page.count("Продление годовых договоров") == 2
    assert tags(reader)["TH"] > 28 + 18
    assert tags(reader)["Table"] == 1


def test_totals_count_the_double_tile_twice() -> None:
    model = raci_model()
    assert model.total("A") == 14
    assert model.total("R", 0) == 2
    assert model.total("A", 0) == 3


def test_a_longer_matrix_is_cut_between_groups_with_totals_at_the_end() -> None:
    story = of(lambda p: RaciMatrix(p, raci_model(4)))
    pages = words(made(story, raci_spec()))
    assert len(pages) == 2
    assert ["всего" in text for text in pages] == [False, True]
    assert all("Корнеева" in text and "Деятельность" in text for text in pages)
    assert sum(text.count("Согласование скидок") for text in pages) == 4


def test_one_endless_group_is_cut_too() -> None:
    lines = [RaciLine(f"Дело{number:03}", ["A", "R"]) for number in range(90)]
    model = RaciModel([RaciColumns(FIRST, ["Корнеева"]), RaciColumns(SECOND, ["Дорохов"])], [RaciGroup("Всё", lines)])
    text = " ".join(words(made(of(lambda p: RaciMatrix(p, model)), raci_spec())))
    assert all(f"Дело{number:03}" in text for number in range(90))
    assert text.count("всего 90") == 2


def test_many_people_get_a_matrix_per_department() -> None:
    lines = [RaciLine("Дело", ["A", *[""] * 11, "R", *[""] * 11])]
    columns = [
        RaciColumns(FIRST, [f"Первый{n}" for n in range(12)]),
        RaciColumns(SECOND, [f"Второй{n}" for n in range(12)]),
    ]
    first, second = RaciModel(columns, [RaciGroup("Всё", lines)]).by_department()
    assert (first.people, second.people) == (13, 13)
    assert list(second.groups[0].lines[0].letters) == ["A", "R", *[""] * 11]
    assert raci_model().by_department() == [raci_model()]


def heads_of(
    columns: list[RaciColumns], lines: list[RaciLine], group: str, sheet: PaperSize
) -> tuple[Iterator[HeadName], list[float]]:
    """The names over the columns of a matrix, and the walls around its departments from left to right."""
    frame = spec("Проба", sheet=Sheet(sheet, "landscape"))
    paper = Paper(frame.words, frame.brand, frame.sheet)
    matrix = RaciMatrix(paper, RaciModel(columns, [RaciGroup(group, lines)]))
    places = matrix._places(paper.width)
    return iter(matrix._head(places)[0]), [0, *(start - 1.1 * MM for start in places.starts[1:]), places.totals]


@pytest.mark.parametrize(("sizes", "sheet"), [((1, 6, 1, 4, 1, 3), "A4"), ((1, 12, 3, 9, 1, 6, 1, 7), "A3")])
def test_a_long_surname_breaks_at_its_hyphen_inside_its_walls(sizes: tuple[int, ...], sheet: PaperSize) -> None:
    names = ("Можжевельников-Заозёрский", "Константинопольская", "Зимин")
    columns = [
        RaciColumns(Department(f"О{n}", f"Отдел {n}", n), [names[k % 3] for k in range(size)])
        for n, size in enumerate(sizes)
    ]
    lines = [RaciLine("Дело", ["A", *[""] * (sum(sizes) - 1)])]
    shown, walls = heads_of(columns, lines, "Всё", sheet)
    for each, (left, right) in zip(columns, pairwise(walls), strict=True):
        for name in each.names:
            found = next(shown)
            assert "".join(found.lines) == name and found.role.size >= 5.4
            assert left < found.centre - found.width / 2 < found.centre + found.width / 2 < right + 0.01
            assert len(found.lines) == 2 or len(each.names) > 1


@pytest.mark.parametrize("people", [1, 2])
def test_a_surname_without_a_hyphen_is_cut_between_syllables_rather_than_cross_a_wall(people: int) -> None:
    names = ("Архангелогородскопреображенский\N{NO-BREAK SPACE}И.\N{NO-BREAK SPACE}П.", "Крестовоздвиженскопокровский")
    columns = [
        RaciColumns(Department(f"О{n}", f"Отдел {n}", n), [names[(n + k) % 2] for k in range(people)]) for n in range(8)
    ]
    lines = [RaciLine("Дело", ["A", *[""] * (8 * people - 1)])]
    shown, walls = heads_of(columns, lines, "", "A4")
    for each, (left, right) in zip(columns, pairwise(walls), strict=True):
        for name in each.names:
            found = next(shown)
            assert found.role.size >= 6 and left < found.centre - found.width / 2
            assert found.centre + found.width / 2 < right + 0.01
            first, *_more, last = found.lines
            whole = "".join(found.lines).replace("-", "").replace("\N{NO-BREAK SPACE}", "")
            assert whole == name.replace("\N{NO-BREAK SPACE}", "") and first.endswith("-") and not last.endswith("-")
            assert "И.\N{NO-BREAK SPACE}П." in found.lines or "И." not in name
    text = " ".join(words(made(of(lambda p: RaciMatrix(p, RaciModel(columns, [RaciGroup("", lines)]))), raci_spec())))
    assert "отвечает, строк" in text and "Итого" not in text, "no word lies under the signs where no group has a name"


def test_the_badges_of_eight_departments_stand_clear_of_the_line_below() -> None:
    badges = [Department(f"ОТД{n}", f"Отдел {n}", n) for n in range(8)]
    short, long, heights = "План", "Ключевая компетенция, цели и роли", []

    def blocks_of(paper: Paper) -> list[TitleBlock]:
        blocks = [TitleBlock(paper, title, badges=badges, standfirst="Строка") for title in (short, long)]
        heights.extend(block.wrap(460, 700)[1] for block in blocks)
        return blocks

    made(blocks_of, spec("План"))
    assert heights[1] > heights[0] + 10


def test_small_departments_share_a_page() -> None:
    letters: list[RaciLetters] = ["A", *[""] * 23]
    columns = [RaciColumns(Department(f"О{n}", f"Отдел {n}", n), [f"Лицо{n}{k}" for k in range(3)]) for n in range(8)]
    first, second = RaciModel(columns, [RaciGroup("Всё", [RaciLine("Дело", letters)])]).by_department()
    assert [len(each.names) for each in first.columns] == [3] * 6 + [1] * 2
    assert [len(each.names) for each in second.columns] == [1] * 6 + [3] * 2
    assert second.groups[0].lines[0].letters[0] == "A" and len(second.groups[0].lines[0].letters) == second.people


def test_long_names_under_signatures_do_not_run_into_each_other(paper: Paper) -> None:
    short = Signatures(paper, [Signature("Корнеева И. Л.", "ОП-1")] * 4)
    long = Signatures(
        paper, [Signature("Константинопольская-Преображенская А. В.", "исполняющая обязанности директора")] * 4
    )
    assert long.wrap(480, 500)[1] > short.wrap(480, 500)[1] + 15


def test_a_stack_splits_between_its_blocks(paper: Paper) -> None:
    stack = Stack([Bar(50), Bar(50), Bar(50)])
    first, rest = stack.split(100, 120)
    assert first.wrap(100, 120)[1] == 100
    assert rest.wrap(100, 120)[1] == 50
    assert list(Together([Bar(50), Bar(50)]).split(100, 60)) == []


def test_columns_split_together(paper: Paper) -> None:
    columns = Columns([[Bar(40), Bar(40)], [Text(paper, "слово " * 60)]])
    parts = columns.split(200, 60)
    assert len(parts) == 2
    assert parts[0].wrap(200, 60)[1] <= 60


def test_points_are_numbered() -> None:
    page = words(made(of(lambda p: numbered(p, [("Первое", "срочно"), ("Второе", "")])), spec("Проба")))[0]
    assert "1 Первое срочно 2 Второе" in page


def test_the_shared_part_of_two_shapes() -> None:
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
    moved = [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)]
    assert sorted(common_part(square, moved)) == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert common_part(square, [(5.0, 5.0), (6.0, 5.0), (6.0, 6.0)]) == []
