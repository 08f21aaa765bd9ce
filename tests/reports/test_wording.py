"""The wording of the invitation: what may stand in it, what it becomes, and that nothing typed breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.wording import INVITATION, LONGEST, PLACEHOLDERS, default_wording, filled, problem_of, wording_of
from tests.reports.printed import demo, printed, text_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Wording

VALUES = {name: f"<{name}>" for name in PLACEHOLDERS}


def with_wording(text: str, language: str = "ru") -> Engagement:
    return Engagement.of([*demo("ru").all_rows(), Wording(id=f"{language}/invitation", text=text)])


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_usual_wording_has_no_problem(language: str) -> None:
    assert problem_of(default_wording(language, INVITATION)) is None


def test_lines_become_headings_points_and_paragraphs() -> None:
    text = (
        "Первый абзац\nидёт дальше.\n\n# Заголовок\n\n- раз **жирно**\n- {{ place }}\n"
        "{% if question %}\nВопрос: {{ question }}\n{% endif %}\n"
    )
    made = filled(text, {**VALUES, "place": "# не заголовок **нет**", "question": "- <b>x</b>"})
    assert [line for line in made.split("\n") if line] == [
        "<p>Первый абзац",
        "идёт дальше.</p>",
        "<h>Заголовок</h>",
        "<li>раз <b>жирно</b></li>",
        "<li># не заголовок **нет**</li>",
        "<p>Вопрос: - &lt;b&gt;x&lt;/b&gt;</p>",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Раз\nДва {{ name", "Line 2"),
        ("{% if name %}\nДва", "endif"),
        ("\n\n{{ salary }}", "Line 3: there is no placeholder “salary”"),
        ("{{ 9 ** 9 ** 9 }}", "Line 1: only placeholders"),
        ("{% for x in name %}{{ x }}{% endfor %}", "only placeholders"),
        ("{{ name.__class__.__mro__ }}", "only placeholders"),
        ("{{ ''.join(name) }}", "only placeholders"),
        ("{% include 'x' %}", "only placeholders"),
        ("{% set a = name %}", "only placeholders"),
        ("{% nothing %}", "Line 1"),
        ("{% if name %}" * 300 + "{% endif %}" * 300, "conditions"),
        ("а" * (LONGEST + 1), "longer"),
    ],
)
def test_what_is_wrong_is_said_and_not_printed(text: str, said: str) -> None:
    problem = problem_of(text)
    assert problem is not None
    assert said in problem.id.format_map(dict(problem.params or {}))
    assert wording_of(with_wording(text), "ru", INVITATION) == default_wording("ru", INVITATION)


def test_signs_print_as_they_are() -> None:
    made = filled("a < b & c > d «{{ name }}» <script>\n", {**VALUES, "name": "Ann"})
    assert made.strip() == "<p>a &lt; b &amp; c &gt; d «Ann» &lt;script&gt;</p>"


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_either_refused_or_printed(text: str) -> None:
    if problem_of(text) is None:
        assert isinstance(filled(text, VALUES), str)


def test_the_workshops_own_wording_is_printed_in_its_language_only() -> None:
    engagement = with_wording("Дорогие **коллеги** {{ name }}, ждём вас.\n\n- Возьмите ручку\n")
    said = text_of(printed("invitation", engagement, person_id="P03"))
    assert "Дорогие коллеги Марина Сергеевна, ждём вас." in said and "Возьмите ручку" in said
    assert "пульс-опрос" not in said and "Диагностика" in said
    assert "pulse survey" in text_of(printed("invitation", engagement, "en", person_id="P03"))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_invitation_is_one_page(language: str) -> None:
    assert len(printed("invitation", language=language, person_id="P01").pages) == 1
