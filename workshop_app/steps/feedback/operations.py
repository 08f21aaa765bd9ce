"""Operations on indicators, pulse surveys and suggestions (METHOD S10, C.11, C.12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import (
    Company,
    Goal,
    Indicator,
    IndicatorPoint,
    Suggestion,
    SuggestionStatus,
    Survey,
    SurveyComment,
    SurveyInvitation,
    SurveyQuestion,
    SurveyResponse,
)
from workshop_app.domain.pulse import LOWEST_THRESHOLD
from workshop_app.domain.survey_catalogue import survey_form
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows


def add_indicator(title: str, **values: Any) -> Operation:
    """A new indicator."""
    wording = single_line(title)
    name = Message(N_("Indicator: {text}"), {"text": wording})
    return Operation(name, lambda edit: edit.add(Indicator(id=edit.new_id(Indicator), title=wording, **values)))


def indicators_from_goals(goals: Iterable[Goal]) -> Operation:
    """An indicator for every goal that has none, with the goal's numbers; the goal is linked to it."""
    wanted = tuple(goal for goal in goals if goal.indicator_id is None)

    def apply(edit: Edit) -> None:
        for goal in wanted:
            made = edit.add(
                Indicator(
                    id=edit.new_id(Indicator),
                    title=goal.metric or goal.title,
                    unit=goal.unit,
                    direction=goal.direction,
                    baseline=goal.baseline,
                    baseline_date=goal.baseline_date,
                    target=goal.target,
                    deadline=goal.deadline,
                    owner_id=goal.owner_id,
                    source=goal.source,
                )
            )
            edit.change(goal, indicator_id=made.id)

    return Operation(Message(N_("{n} indicators from goals"), {"n": len(wanted)}), apply)


def change_indicator(indicator: Indicator, **values: Any) -> Operation:
    """Any field of an indicator."""
    return change_row(Message(N_("Indicator: {text}"), {"text": indicator.title}), indicator, **values)


def remove_indicator(indicator: Indicator) -> Operation:
    """Delete an indicator with its points."""
    return remove_rows(Message(N_("Indicator removed: {text}"), {"text": indicator.title}), [indicator])


def enter_value(indicator: Indicator, day: date, value: Decimal) -> Operation:
    """A measured value; one of the same day is overwritten."""

    def apply(edit: Edit) -> None:
        points = edit.engagement.indicator_points
        same = next((point for point in points if (point.indicator_id, point.date) == (indicator.id, day)), None)
        if same is not None:
            edit.change(same, value=value)
        else:
            row_id = edit.numbered_id(IndicatorPoint, indicator.id)
            edit.add(IndicatorPoint(id=row_id, indicator_id=indicator.id, date=day, value=value))

    return Operation(Message(N_("Value: {text}"), {"text": indicator.title}), apply)


def remove_value(indicator: Indicator, point: IndicatorPoint) -> Operation:
    """Delete a measured value."""
    return remove_rows(Message(N_("Value removed: {text}"), {"text": indicator.title}), [point])


def set_channel(company: Company, text: str) -> Operation:
    """Where suggestions go, who keeps them, in how many days they are answered."""
    return change_row(Message(N_("Channel for suggestions")), company, feedback_channel=single_line(text))


def add_survey(title: str, day: date, language: str, threshold: int, invited: Mapping[str, int]) -> Operation:
    """A wave with the method's questions; ``invited`` people by department id."""
    form = survey_form(language)

    def apply(edit: Edit) -> None:
        survey = edit.add(Survey(id=edit.new_id(Survey), title=title, date=day, threshold=threshold))
        for question in form.questions:
            edit.add(
                SurveyQuestion(
                    id=f"{survey.id}/{question.code}",
                    survey_id=survey.id,
                    code=question.code,
                    recommendation=question.recommendation,
                    reversed=question.reversed,
                    text=question.text,
                )
            )
        for department_id, count in invited.items():
            edit.add(
                SurveyInvitation(
                    id=f"{survey.id}/{department_id}", survey_id=survey.id, department_id=department_id, invited=count
                )
            )

    return Operation(Message(N_("Pulse survey: {text}"), {"text": title}), apply)


def change_survey(survey: Survey, **values: Any) -> Operation:
    """Title, date or threshold of a wave; the threshold is never below four."""
    if "threshold" in values:
        values["threshold"] = max(LOWEST_THRESHOLD, values["threshold"])
    return change_row(Message(N_("Pulse survey: {text}"), {"text": survey.title}), survey, **values)


def set_invited(survey: Survey, department_id: str, count: int) -> Operation:
    """How many people of a department were asked."""

    def apply(edit: Edit) -> None:
        row_id = f"{survey.id}/{department_id}"
        row = SurveyInvitation(id=row_id, survey_id=survey.id, department_id=department_id)
        stored = edit.get(SurveyInvitation, row_id) or edit.add(row)
        edit.change(stored, invited=max(0, count))

    return Operation(Message(N_("Invited: {text}"), {"text": survey.title}), apply)


def add_response(
    survey: Survey, department_id: str, answers: Mapping[str, int], comments: Iterable[str] = ()
) -> Operation:
    """One paper answer: numbers 1…5 by question, and what was written by hand; not in undo, without time or name."""
    given = tuple((code, value) for code, value in answers.items() if 1 <= value <= 5)
    texts = [text for comment in comments if (text := single_line(comment))]

    def apply(edit: Edit) -> None:
        edit.add(
            SurveyResponse(
                id=edit.new_id(SurveyResponse), survey_id=survey.id, department_id=department_id, answers=given
            )
        )
        for text in texts:
            edit.add(
                SurveyComment(
                    id=edit.new_id(SurveyComment), survey_id=survey.id, department_id=department_id, text=text
                )
            )

    return Operation(Message(N_("An answer to the pulse survey")), apply)


def remove_survey(survey: Survey) -> Operation:
    """Delete a wave with its answers; undo brings the wave back, never its answers."""
    return remove_rows(Message(N_("Pulse survey removed: {text}"), {"text": survey.title}), [survey])


def add_suggestion(text: str, day: date, department_id: str | None) -> Operation:
    """A suggestion or remark; without a department it stays nameless."""
    wording = single_line(text)
    return Operation(
        Message(N_("Suggestion: {text}"), {"text": wording}),
        lambda edit: edit.add(
            Suggestion(id=edit.new_id(Suggestion), date=day, department_id=department_id, title=wording, text=wording)
        ),
    )


def reply(suggestion: Suggestion, status: SuggestionStatus, text: str, day: date) -> Operation:
    """An answer, even if it is “no, because …”: a no without words is none (``ProblemError``)."""
    name = Message(N_("Answer to a suggestion: {text}"), {"text": suggestion.title})
    wording = single_line(text) or None
    values = {"status": status, "reply": wording, "reply_date": None if status is SuggestionStatus.NEW else day}

    def apply(edit: Edit) -> None:
        if status is SuggestionStatus.DECLINED and wording is None:
            raise ProblemError(Message(N_("Say why not: “no, because …”")))
        edit.change(suggestion, **values)

    return Operation(name, apply)


def change_suggestion(suggestion: Suggestion, **values: Any) -> Operation:
    """Any field of a suggestion."""
    return change_row(Message(N_("Suggestion: {text}"), {"text": suggestion.title}), suggestion, **values)


def remove_suggestion(suggestion: Suggestion) -> Operation:
    """Delete a suggestion."""
    return remove_rows(Message(N_("Suggestion removed: {text}"), {"text": suggestion.title}), [suggestion])
