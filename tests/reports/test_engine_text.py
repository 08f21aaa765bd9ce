"""Text on its way to paper: what is stripped, what stays, where lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import fonts
from reports.lines import Run, break_lines, longest, words_of
from reports.style import CELL, CELL_BOLD
from reports.text import LIMIT, clean, prepare
from workshop_app.typesetting import NBSP, typeset


@pytest.fixture(autouse=True)
def _fonts() -> None:
    fonts.register()


def shown(text: str, width: float) -> list[str]:
    """Lines of a text as they are printed."""
    lines = break_lines(words_of([Run(text, CELL)]), width)
    return ["".join(run.text for _, run in line.pieces) for line in lines]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("зло\u202eвред\u2066", "зловред"),
        ("и\u0306", "й"),
        ("один\tдва", "один два"),
        ("один\r\nдва\u2028три", "один\nдва\nтри"),
        ("мяг\u00adкий\u200b", "мягкий"),
        ("\ud800", "□"),
        ("a" + "\u0301" * 500, "á\u0301\u0301\u0301"),
    ],
)
def test_what_can_not_be_printed_is_taken_out(typed: str, printed: str) -> None:
    assert clean(typed) == printed


def test_a_very_long_text_is_cut_at_the_limit() -> None:
    assert len(clean("слово " * LIMIT)) == LIMIT
    assert clean("слово " * LIMIT).endswith("…")


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("и приходим к 16 сотрудникам", "и_приходим к_16_сотрудникам"),
        ("без правила и для всех", "без_правила и_для_всех"),
        ("компания — один раз", "компания_— один раз"),
        ("на 93 % клиентов за 4 ч", "на_93_% клиентов за_4_ч"),
        ("Отдел продаж № 1", "Отдел продаж №_1"),
        ("отвечает Верещагин М. А. и все", "отвечает Верещагин_М._А. и_все"),
        ("фонд 4 337 тыс.", "фонд 4_337_тыс."),
        ("если же нет, ли бы", "если_же нет,_ли_бы"),
        ("карточка в CRM", "карточка в_CRM"),
        ("данные CRM", "данные_CRM"),
        ("было 66 → 64", "было 66 →_64"),
        ("слово-и дело", "слово-и дело"),
    ],
)
def test_russian_lines_do_not_end_where_they_must_not(typed: str, bound: str) -> None:
    assert typeset(typed, "ru").replace(NBSP, "_") == bound


@given(st.text(alphabet="абв. —№%1290-ёCRM→\n", max_size=60), st.sampled_from(["ru", "en"]))
def test_typesetting_changes_only_spaces(text: str, language: str) -> None:
    assert typeset(text, language).replace(NBSP, " ") == text.replace(NBSP, " ")


def test_a_glyph_no_font_has_becomes_a_box() -> None:
    assert fonts.pieces("a☺\U0001f9ff", fonts.REGULAR) == [(fonts.REGULAR, "a"), (fonts.FALLBACK, "☺□")]
    assert list(fonts.missing("a☺\U0001f9ff", fonts.REGULAR)) == ["\U0001f9ff"]


def test_words_stay_whole_while_they_fit() -> None:
    words = words_of([Run("Односторонний взгляд на перекладывание", CELL)])
    narrow = longest(words)
    assert shown("Односторонний взгляд на перекладывание", narrow) == ["Односторонний", "взгляд на", "перекладывание"]


def test_joined_words_open_before_a_word_is_cut() -> None:
    text = f"Верещагин{NBSP}Михаил{NBSP}Александрович"
    width = fonts.measure("Александрович", CELL.font, CELL.size) + 1
    assert shown(text, width) == ["Верещагин", "Михаил", "Александрович"]
    initials = f"Верещагин{NBSP}М.{NBSP}А."
    assert shown(initials, fonts.measure("Верещагин М.", CELL.font, CELL.size) + 1) == ["Верещагин", f"М.{NBSP}А."]


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost() -> None:
    assert "".join(shown("Ы" * 10_000, 100)) == "Ы" * 10_000
    assert shown("клиент-менеджер", fonts.measure("менеджер", CELL.font, CELL.size) + 2) == ["клиент-", "менеджер"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Счёт клиента с актом у них", ["Счёт клиента с актом", "у них"]),
        ("Счёт клиента с актом у них\nда", ["Счёт клиента с актом", "у них", "да"]),
        ("Счёт клиента с актом у выполненных", ["Счёт клиента с актом у", "выполненных"]),
        ("Счёт с них", ["Счёт с них"]),
    ],
)
def test_a_short_word_is_not_left_alone_on_the_last_line(text: str, lines: list[str]) -> None:
    assert shown(text, fonts.measure("Счёт клиента с актом у", CELL.font, CELL.size) + 1) == lines


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("within 4 working hours", "within 4_working hours"),
        ("(60 minutes)", "(60_minutes)"),
        ("no more than 5 client–service pairs", "no more than 5 client–service pairs"),
        ("in 2026 when", "in 2026_when"),
        ("a client", "a_client"),
    ],
)
def test_an_english_number_stays_with_what_it_counts(typed: str, bound: str) -> None:
    assert typeset(typed, "en").replace(NBSP, "_") == bound


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ("the client's way, clients' cards", "en", "the client’s way, clients’ cards"),
        ("'quoted' 5'", "en", "'quoted’ 5'"),
        ("д'Артаньян", "ru", "д'Артаньян"),
    ],
)
def test_apostrophes_of_english_are_round(typed: str, language: str, printed: str) -> None:
    assert prepare(typed, language).replace(NBSP, " ") == printed


@settings(deadline=None)
@given(
    st.lists(st.text(alphabet="абвгдеж -/\u00a0\n", max_size=30), min_size=1, max_size=4),
    st.floats(min_value=12, max_value=200),
)
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(texts: list[str], width: float) -> None:
    runs = [Run(text, CELL if index % 2 else CELL_BOLD) for index, text in enumerate(texts)]
    lines = break_lines(words_of(runs), width)
    assert all(line.width <= width + 0.02 for line in lines)
    printed = "".join(run.text for line in lines for _, run in line.pieces)
    assert _letters(printed) == _letters("".join(texts))


def _letters(text: str) -> str:
    return "".join(text.split())
