"""The survey's questions are the method's, in both languages."""

from __future__ import annotations

from workshop_app.domain.survey_catalogue import survey_form


def test_eleven_statements_serve_the_seven_recommendations_in_both_languages() -> None:
    russian, english = survey_form("ru"), survey_form("en")
    codes = [question.code for question in russian.questions]
    assert codes == [f"Q{number}" for number in range(1, 12)]
    assert codes == [question.code for question in english.questions]
    assert {question.recommendation for question in english.questions} == {1, 2, 3, 4, 5, 6, 7}
    assert [question.code for question in russian.questions if question.reversed] == ["Q2"]
    assert russian.questions[0].text.startswith("Я точно знаю") and english.questions[0].text.startswith("I know")


def test_scale_and_open_questions() -> None:
    form = survey_form("ru")
    assert form.threshold == 5
    assert form.scale[1] == "совсем не согласен" and form.scale[5] == "полностью согласен"
    assert form.open_questions == ("Что одно мешает работать вместе?", "За что спасибо соседнему отделу?")
