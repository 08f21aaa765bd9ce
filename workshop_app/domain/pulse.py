"""Results of a pulse survey, shown so that nobody's answers can be worked out (METHOD C.11)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Survey, SurveyComment, SurveyQuestion, SurveyResponse
from workshop_app.domain.person_names import people_named
from workshop_app.domain.plan import follow_up_date

LOWEST_THRESHOLD = 4
"""Answers of fewer people than this are never shown, whatever the survey says (SRV-04)."""

COMMENTS_FROM = 10
"""Comments are shown from this many responses on, and only such departments are named beside one."""

GAP_ALARM = Fraction(20)
CHANGE_ALARM = Fraction(15)
ENOUGH_PARTICIPATION = Fraction(60)
FEW_PEOPLE = 20
_SCALE = (1, 5)

SECOND_WAVE = (timedelta(days=45), timedelta(days=75))
QUARTER = timedelta(days=91)


@frozen(slots=True)
class QuestionFigures:
    """Answers of a group to one question: how many, favourable ones in %, mean; reversed items are turned round."""

    n: int
    favourable: Fraction
    mean: Fraction


@frozen(slots=True)
class Gap:
    """Favourable answers of ``one`` minus those of ``other``, in points.

    ``is_shown`` is false where the question of one of them is withheld on screen and paper.
    """

    code: str
    one: str
    other: str
    points: Fraction
    is_shown: bool

    @property
    def is_alarm(self) -> bool:
        """Whether the two differ by 20 points or more, on exact values."""
        return abs(self.points) >= GAP_ALARM


@frozen(slots=True)
class Comment:
    """A comment; ``department_id`` only where naming it tells nobody who wrote. ``names``: people named in it."""

    text: str
    department_id: str | None
    names: tuple[str, ...]


@frozen(slots=True, kw_only=True)
class SurveyResults:
    """One wave. Departments and questions stand in their order; shares are exact and in %.

    ``n``, ``invited``, ``participation``: by department. ``hidden_small``: fewer responses than the threshold;
    ``hidden_complementary``: hidden besides, because company minus visible would give the small ones away.
    ``by_department`` holds the visible departments' questions with enough answers. ``shown`` is the same without the
    cells from which withheld answers to that one question could be worked out: what screens and paper may show.
    """

    survey_id: str
    threshold: int
    n: Mapping[str, int]
    invited: Mapping[str, int]
    visible: tuple[str, ...]
    hidden_small: tuple[str, ...]
    hidden_complementary: tuple[str, ...]
    company: Mapping[str, QuestionFigures]
    by_department: Mapping[str, Mapping[str, QuestionFigures]]
    shown: Mapping[str, Mapping[str, QuestionFigures]]
    gaps: tuple[Gap, ...]
    comments: tuple[Comment, ...]

    @property
    def n_total(self) -> int:
        """All responses."""
        return sum(self.n.values())

    @property
    def invited_total(self) -> int:
        """Everybody who was asked."""
        return sum(self.invited.values())

    @property
    def participation(self) -> Mapping[str, Fraction | None]:
        """Responses ÷ invited in % by department; None where nobody was invited."""
        return {name: _percent(n, self.invited.get(name, 0)) for name, n in self.n.items()}

    @property
    def participation_total(self) -> Fraction | None:
        """Responses ÷ invited in %; None when nobody was invited."""
        return _percent(self.n_total, self.invited_total)

    @property
    def cooperation_index(self) -> Fraction | None:
        """The mean of the company's favourable shares in %; None while the company is hidden."""
        shares = [figures.favourable for figures in self.company.values()]
        return sum(shares, Fraction(0)) / len(shares) if shares else None

    @property
    def gap_alarms(self) -> tuple[Gap, ...]:
        """The gaps of 20 points or more."""
        return tuple(gap for gap in self.gaps if gap.is_alarm)

    def one_person(self, department_id: str | None = None) -> Fraction | None:
        """How many points one person's answer makes, of the company or a department; None from 20 people on."""
        n = self.n_total if department_id is None else self.n.get(department_id, 0)
        return Fraction(100, n) if 0 < n < FEW_PEOPLE else None


@frozen(slots=True)
class WaveChange:
    """A question's favourable share of the company in two waves, in %."""

    code: str
    before: Fraction
    after: Fraction

    @property
    def points(self) -> Fraction:
        """After minus before."""
        return self.after - self.before

    @property
    def is_alarm(self) -> bool:
        """Whether the share fell by 15 points or more, on exact values."""
        return self.points <= -CHANGE_ALARM


def results(engagement: Engagement, survey_id: str) -> SurveyResults:
    """The results of one wave; KeyError when there is no such survey."""
    return all_results(engagement)[survey_id]


def all_results(engagement: Engagement) -> Mapping[str, SurveyResults]:
    """The results of every wave by survey id, in order."""
    return engagement.derive(_all_results)


def _all_results(engagement: Engagement) -> dict[str, SurveyResults]:
    return {survey.id: _results(engagement, survey) for survey in engagement.surveys}


def changes(before: SurveyResults, after: SurveyResults) -> tuple[WaveChange, ...]:
    """The company's questions shown in both waves, in the order of the later one."""
    return tuple(
        WaveChange(code, before.company[code].favourable, figures.favourable)
        for code, figures in after.company.items()
        if code in before.company
    )


def waves(engagement: Engagement) -> tuple[SurveyResults, ...]:
    """The waves that have responses, oldest first; a survey without a date stands last."""
    answered = [survey for survey in engagement.surveys if results(engagement, survey.id).n_total]
    dated = sorted(answered, key=lambda survey: (survey.date is None, survey.date or 0))
    return tuple(results(engagement, survey.id) for survey in dated)


def is_second_wave(engagement: Engagement, day: date | None) -> bool:
    """Whether a day is that of the wave after the session: 45–75 days after it (METHOD C.11)."""
    session = engagement.session.date
    return session is not None and day is not None and SECOND_WAVE[0] <= day - session <= SECOND_WAVE[1]


def next_wave_day(engagement: Engagement, as_of: date) -> date:
    """When the next wave is due: the first one at once, the second 60 days after the session, then quarterly."""
    days = [survey.date for survey in engagement.surveys if survey.date is not None]
    session = engagement.session.date
    if session is not None and days and not any(is_second_wave(engagement, day) for day in days):
        return follow_up_date(session, 60)
    return max(as_of, max(days) + QUARTER) if days else as_of


def _results(engagement: Engagement, survey: Survey) -> SurveyResults:
    order = tuple(department.id for department in engagement.departments)
    questions = tuple(question for question in engagement.survey_questions if question.survey_id == survey.id)
    responses = [response for response in engagement.survey_responses if response.survey_id == survey.id]
    n = {name: sum(1 for response in responses if response.department_id == name) for name in order}
    threshold = max(survey.threshold, LOWEST_THRESHOLD)
    small = frozenset(name for name in order if n[name] < threshold)
    second = _hidden_besides(n, small, threshold)
    visible = tuple(name for name in order if name not in small | second)
    figures = {name: _figures(survey, questions, responses, name) for name in order}
    by_department = {name: _enough(figures[name], threshold) for name in visible}
    company = _enough(_figures(survey, questions, responses), threshold)
    shown = _shown(figures, by_department, company, threshold)
    return SurveyResults(
        survey_id=survey.id,
        threshold=threshold,
        n=n,
        invited=_invited(engagement, survey, order),
        visible=visible,
        hidden_small=tuple(name for name in order if name in small),
        hidden_complementary=tuple(name for name in order if name in second),
        company=company,
        by_department=by_department,
        shown=shown,
        gaps=_gaps(by_department, shown, company),
        comments=_comments(engagement, survey, n, frozenset(visible)),
    )


def _invited(engagement: Engagement, survey: Survey, order: tuple[str, ...]) -> dict[str, int]:
    asked = {line.department_id: line.invited for line in engagement.survey_invitations if line.survey_id == survey.id}
    return {name: asked.get(name, 0) for name in order}


def _hidden_besides(n: Mapping[str, int], hidden: frozenset[str], threshold: int) -> frozenset[str]:
    """The second rule: while the hidden ones are 1 … threshold − 1 together, the smallest visible one hides too."""
    besides: set[str] = set()
    while True:
        withheld = sum(number for name, number in n.items() if name in hidden or name in besides)
        visible = [name for name in n if name not in hidden and name not in besides]
        if not 0 < withheld < threshold or not visible:
            return frozenset(besides)
        besides.add(min(visible, key=lambda name: n[name]))


def _figures(
    survey: Survey,
    questions: Sequence[SurveyQuestion],
    responses: Sequence[SurveyResponse],
    department_id: str | None = None,
) -> dict[str, QuestionFigures]:
    """The figures of every question that somebody of the group answered."""
    lowest, highest = min(survey.scale, default=_SCALE[0]), max(survey.scale, default=_SCALE[-1])
    group = [dict(response.answers) for response in responses if department_id in (None, response.department_id)]
    result: dict[str, QuestionFigures] = {}
    for question in questions:
        values = [given[question.code] for given in group if question.code in given]
        values = [value for value in values if lowest <= value <= highest]
        if question.reversed:
            values = [lowest + highest - value for value in values]
        if values:
            liked = sum(1 for value in values if value >= highest - 1)
            result[question.code] = QuestionFigures(
                n=len(values), favourable=Fraction(100 * liked, len(values)), mean=Fraction(sum(values), len(values))
            )
    return result


def _enough(figures: Mapping[str, QuestionFigures], threshold: int) -> dict[str, QuestionFigures]:
    return {code: figure for code, figure in figures.items() if figure.n >= threshold}


def _shown(
    figures: Mapping[str, Mapping[str, QuestionFigures]],
    by_department: Mapping[str, Mapping[str, QuestionFigures]],
    company: Mapping[str, QuestionFigures],
    threshold: int,
) -> dict[str, dict[str, QuestionFigures]]:
    """The second rule once more for every single question: skipped answers can make a withheld group too small."""
    shown: dict[str, dict[str, QuestionFigures]] = {name: {} for name in by_department}
    for code in company:
        answered = {name: cells[code].n for name, cells in figures.items() if code in cells}
        withheld = frozenset(name for name in answered if code not in by_department.get(name, {}))
        withheld |= _hidden_besides(answered, withheld, threshold)
        for name in answered:
            if name not in withheld:
                shown[name][code] = by_department[name][code]
    return shown


def _gaps(
    by_department: Mapping[str, Mapping[str, QuestionFigures]],
    shown: Mapping[str, Mapping[str, QuestionFigures]],
    company: Mapping[str, QuestionFigures],
) -> tuple[Gap, ...]:
    return tuple(
        Gap(
            code=code,
            one=one,
            other=other,
            points=by_department[one][code].favourable - by_department[other][code].favourable,
            is_shown=code in shown[one] and code in shown[other],
        )
        for code in company
        for one, other in combinations(by_department, 2)
        if code in by_department[one] and code in by_department[other]
    )


def _comments(
    engagement: Engagement, survey: Survey, n: Mapping[str, int], visible: frozenset[str]
) -> tuple[Comment, ...]:
    """The comments in an order that tells nothing about when they came; none below ten responses."""
    if sum(n.values()) < COMMENTS_FROM:
        return ()
    nameable = {name for name in visible if n[name] >= COMMENTS_FROM}
    if 0 < sum(number for name, number in n.items() if name not in nameable) < COMMENTS_FROM:
        nameable = set()
    found = [
        comment for comment in engagement.survey_comments if comment.survey_id == survey.id and comment.text.strip()
    ]
    return tuple(
        Comment(
            text=comment.text,
            department_id=comment.department_id if comment.department_id in nameable else None,
            names=people_named(engagement, comment.text),
        )
        for comment in sorted(found, key=_shuffling)
    )


def _shuffling(comment: SurveyComment) -> str:
    """The same for the same text: the order does not change from run to run and does not follow the entry."""
    return hashlib.sha256(f"{comment.survey_id}\n{comment.text}".encode(errors="surrogatepass")).hexdigest()


def _percent(part: int, whole: int) -> Fraction | None:
    return Fraction(100 * part, whole) if whole else None
