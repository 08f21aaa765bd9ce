import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.text_key import is_total, norm_text, without_mark


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ООО «Ромашка»", "ооо ромашка"),
        ('  ООО\u00a0"РОМАШКА". ', "ооо ромашка"),
        ("“Alfa”  Ltd.,", "alfa ltd"),
        ("Берёзовский", "березовский"),
        ("Ёлка;", "елка"),
        ("O'Neil", "oneil"),
        ("O\u2019Neil", "oneil"),
        ("Отдел продаж №\u202f1", "отдел продаж no 1"),
        ("Straße", "strasse"),
        ("е\u0308лка", "елка"),
        ("a.b , c", "a.b , c"),
        ("...", ""),
        ("", ""),
    ],
)
def test_a_key_forgets_case_quotes_spaces_and_marks_at_the_ends(typed: str, key: str) -> None:
    assert norm_text(typed) == key


@given(st.text())
def test_a_key_of_a_key_is_itself(text: str) -> None:
    key = norm_text(text)
    assert norm_text(key) == key


@given(st.text(alphabet="абвёЁАБ «»\"' .,;:xyzXYZ"))
def test_case_and_composition_do_not_change_the_key(text: str) -> None:
    assert norm_text(text.upper()) == norm_text(text) == norm_text(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("text", ["Итого", "ИТОГО за декабрь:", " всего, руб.", "Total", "Totals 2025", "Общий итог"])
def test_totals_are_known_by_their_first_word(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["Итоговая отчётность", "TotalEnergies", "Всеволод", "Не всего", ""])
def test_words_that_only_begin_alike_are_not_totals(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("- Продажа", "Продажа"),
        ("–Продажа", "Продажа"),
        ("• 10 звонков", "10 звонков"),
        ("2) Продажа", "Продажа"),
        ("-10 % брака", "-10 % брака"),
        ("1.5 ставки", "1.5 ставки"),
    ],
)
def test_a_line_of_a_list_loses_its_mark_and_no_sign(typed: str, text: str) -> None:
    assert without_mark(typed) == text
