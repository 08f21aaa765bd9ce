"""The whole engagement format as data: which key is which field of which table (METHOD E, DECISIONS)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_app.domain import model as m
from workshop_app.domain.competence import CRITERIA
from workshop_app.domain.model import Row
from workshop_app.domain.rewards.scheme import AFTER, ASIDE, BEFORE
from workshop_app.exchange.engagement_json.parts import (
    Folder,
    Keyed,
    ListOfTables,
    Many,
    One,
    Part,
    Table,
    TableOfTables,
    Tuples,
)
from workshop_app.exchange.engagement_json.shape import Group, Shape, entries
from workshop_app.exchange.engagement_json.values import STEP, kind_of, within

FORMAT = "joint-plan-engagement/1"


def _shape(
    row_type: type[Row],
    spec: str,
    *,
    groups: tuple[Group, ...] = (),
    parts: tuple[Part, ...] = (),
    limits: Mapping[str, tuple[int, int]] | None = None,
) -> Shape:
    return Shape(row_type, entries(row_type, spec, limits), groups, parts)


def _many(key: str, row_type: type[Row], spec: str, **options: Any) -> Many:
    shape_options = {name: options.pop(name) for name in ("groups", "parts", "limits") if name in options}
    return Many(key, _shape(row_type, spec, **shape_options), **options)


_SETTINGS = One(
    "settings",
    _shape(
        m.Settings,
        "currency hours_norm anonymity_threshold notice_days weeks_per_year round_to steps_off? strict_runs?"
        " brand_accent? brand_footer? brand_logo?",
    ),
)
_SESSION = One(
    "session",
    _shape(
        m.Session,
        "date dates? format starts_at? facilitator place participants absent? rules",
        parts=(_many("agenda", m.AgendaItem, "step! minutes", row_id="{count}"),),
    ),
)
_ORGANISATION: tuple[Part, ...] = (
    _many("departments", m.Department, "id! name short aliases? head_person_id"),
    _many("positions", m.Position, "id! title department_id level"),
    _many("people", m.Person, "id! name department_id position_id employment active joined_on? left_on?"),
)
_AUDIT: tuple[Part, ...] = (
    _many(
        "activities",
        m.Activity,
        "id! title group key audited same_object existing_rule existing_rule_confirmed_by",
    ),
    _many(
        "functions",
        m.Function,
        "id! department_id person_id position_id? performed_by? text hours_per_week activity_id outside_list? comment?",
    ),
    _many(
        "claims",
        m.Claim,
        "activity_id! department_id! answer! others wave?",
        row_id="{activity_id}/{department_id}/{wave}",
    ),
    _many(
        "decisions",
        m.Decision,
        "id! activity_id type! owner_department_id split_rule confirmed_by reason decided_on deferred_until dissent?"
        " awaits_owner?",
    ),
    Folder(
        "matching",
        (
            *(
                Tuples(
                    kind.value,
                    m.MatchAnswer,
                    entries(m.MatchAnswer, "a b"),
                    row_id="{count}",
                    fixed={"kind": kind},
                    addition=True,
                )
                for kind in m.MatchKind
            ),
            Table("dictionary", m.DictionaryEntry, "word", "synonyms", row_id="{count}", addition=True),
        ),
        addition=True,
    ),
)
_ROLES: tuple[Part, ...] = (
    _many(
        "raci",
        m.RaciRow,
        "activity_id!",
        parts=(Table("cells", m.RaciCell, "person_id", "letters", "activity_id", "{parent}/{person_id}"),),
        row_id="{activity_id}",
    ),
    _many(
        "role_cards",
        m.RoleCard,
        "person_id! purpose decides_alone stops_doing acknowledged_on",
        row_id="{person_id}",
    ),
)
_GOALS: tuple[Part, ...] = (
    _many(
        "competences",
        m.Competence,
        "id! text chosen k2_score",
        parts=(
            TableOfTables(
                "votes",
                m.CompetenceVotes,
                CRITERIA,
                outer="criterion",
                by="department_id",
                value="votes",
                kind=within(kind_of(m.CompetenceVotes, "votes"), 0, 2),
                parent="competence_id",
                row_id="{parent}/{criterion}/{department_id}",
            ),
            _many(
                "open_votes",
                m.NamedVote,
                "criterion! department_id! name vote!",
                parent="competence_id",
                row_id="{parent}/{n}",
                limits={"vote": (0, 2)},
                addition=True,
            ),
        ),
        limits={"k2_score": (0, 2)},
    ),
    _many(
        "goals",
        m.Goal,
        "id! title metric unit unit_kind baseline target direction baseline_date deadline owner_id source indicator_id"
        " confidence",
        parts=(
            Table("contributions", m.Contribution, "department_id", "text", "goal_id", "{parent}/{department_id}"),
            _many(
                "open_votes",
                m.NamedConfidence,
                "name vote!",
                parent="goal_id",
                row_id="{parent}/{n}",
                limits={"vote": (1, 5)},
                addition=True,
            ),
        ),
        limits={"confidence": (1, 5)},
    ),
)
_COOPERATION: tuple[Part, ...] = (
    _many(
        "handoffs",
        m.Handoff,
        "id! title from_department_id to_department_id from_person_id to_person_id activity_id trigger package"
        " acceptance response_hours escalation accepted_by?",
    ),
    _many(
        "projects",
        m.Project,
        "id! title kind? purpose leader_id sponsor_id team start end result_metric result_target cost? hours?",
        parts=(_many("stages", m.ProjectStage, "title due status", parent="project_id", row_id="{parent}/{n}"),),
    ),
    _many(
        "training",
        m.Training,
        "id! title kind host_department_id audience date hours evaluation status cost?",
    ),
    _many("skills", m.Skill, "id! title critical", addition=True),
    _many(
        "skill_levels",
        m.SkillLevel,
        "skill_id! person_id! level confirmed",
        row_id="{skill_id}/{person_id}",
        limits={"level": (0, 4)},
        addition=True,
    ),
    _many(
        "meetings",
        m.Meeting,
        "id! title purpose cadence weekday? time? timezone? duration_min owner_id participants agenda first_date"
        " last_held minutes_kept",
        parts=(
            _many(
                "log",
                m.MeetingLog,
                "date held decisions rating",
                parent="meeting_id",
                row_id="{parent}/{n}",
                addition=True,
            ),
        ),
    ),
)
_SCHEME = _shape(
    m.RewardScheme,
    "name valid_from approved_on? notice_date? owner_approved? period? transition_rule? round_to personal_cap"
    " fund_limit",
    groups=(
        Group(
            "gate",
            entries(
                m.RewardScheme,
                "indicator=gate_indicator min_achievement=gate_min_achievement multiplier=gate_multiplier"
                " applies_to=gate_applies_to",
            ),
            nullable=True,
        ),
    ),
    parts=(
        _many(
            "indicators",
            m.RewardIndicator,
            "id=code! title level kind direction T=threshold? pT=payout_at_threshold? k=slope? C=cap? source zero_sum",
            parent="scheme_id",
            row_id="{parent}/{code}",
        ),
        ListOfTables(
            "weights",
            m.RewardWeight,
            whose="position_id",
            table="weights",
            by="indicator",
            value="weight",
            parent="scheme_id",
            row_id="{parent}/{position_id}/{indicator}",
        ),
        Table("target_bonus", m.TargetBonus, "person_id", "amount", "scheme_id", "{parent}/{person_id}"),
        _many(
            "facts",
            m.RewardFact,
            "indicator_id=indicator! subject! plan fact",
            parent="scheme_id",
            row_id="{parent}/{indicator}/{subject}",
        ),
        _many(
            "credit_rules",
            m.CreditRule,
            "id=code! title method shares",
            parent="scheme_id",
            row_id="{parent}/{code}",
            addition=True,
        ),
    ),
)
_REWARDS: tuple[Part, ...] = (
    Keyed("reward_schemes", _SCHEME, (BEFORE, AFTER, ASIDE)),
    _many(
        "recognition",
        m.Recognition,
        "id! title form cadence criteria owner_id",
        parts=(
            _many(
                "nominations",
                m.Nomination,
                "department_id! person_id! reason date",
                parent="recognition_id",
                row_id="{parent}/{n}",
                addition=True,
            ),
        ),
    ),
)
_SURVEY_PARTS: tuple[Part, ...] = (
    Table("invited", m.SurveyInvitation, "department_id", "invited", "survey_id", "{parent}/{department_id}"),
    _many(
        "questions",
        m.SurveyQuestion,
        "id=code! rec=recommendation reversed text",
        parent="survey_id",
        row_id="{parent}/{code}",
        limits={"recommendation": (1, 7)},
    ),
    _many("responses", m.SurveyResponse, "department_id! answers", parent="survey_id", row_id="{count}"),
    _many("comments", m.SurveyComment, "department_id text", parent="survey_id", row_id="{count}"),
)
_FEEDBACK: tuple[Part, ...] = (
    _many("surveys", m.Survey, "id! title date threshold scale", parts=_SURVEY_PARTS),
    _many(
        "indicators",
        m.Indicator,
        "id! title unit direction frequency baseline baseline_date target deadline alarm_limit owner_id source",
        parts=(Tuples("points", m.IndicatorPoint, entries(m.IndicatorPoint, "date value"), parent="indicator_id"),),
    ),
    _many("suggestions", m.Suggestion, "id! date department_id title text status reply_date reply"),
)
_PLAN: tuple[Part, ...] = (
    _many(
        "actions",
        m.Action,
        "id! title owner_id co_owner_id due status rec=recommendations result goal_id done_on depends_on cost? hours?"
        " original_due? moves? moved_reason?",
        limits={"recommendations": (1, 7)},
    ),
    _many("followups", m.FollowUp, "day! date held_on notes hours?", row_id="{day}"),
    _many("sign_offs", m.SignOff, "person_id! signed_on", row_id="{person_id}", addition=True),
    _many("waivers", m.Waiver, "rule! object_id! reason", row_id="{rule}/{object_id}", addition=True),
)
_NOTES: tuple[Part, ...] = (
    _many("notes", m.Note, "id! kind step text created_at resolved action_id", addition=True),
    Table("private_notes", m.PrivateNote, "id", "text", name_kind=STEP, addition=True),
    Table("wordings", m.Wording, "id", "text", addition=True),
    One(
        "diagnosis",
        _shape(
            m.Diagnosis,
            "problem_statement? accepted_by?",
            parts=(_many("image_cards", m.ImageCard, "id! department_id! list! text", addition=True),),
        ),
        addition=True,
    ),
)
_LEDGER = One(
    "ledger",
    Shape(
        m.LedgerSource,
        entries(m.LedgerSource, "file addon_services currency"),
        groups=(
            Group(
                "aliases",
                entries(
                    m.LedgerSource,
                    "client=client_aliases? service=service_aliases? department=department_aliases?",
                ),
                addition=True,
            ),
        ),
    ),
    addition=True,
)

ENGAGEMENT = Shape(
    m.Company,
    entries(m.Company, "lang=language as_of? owner_question feedback_channel"),
    groups=(Group("company", entries(m.Company, "name about founded")),),
    parts=(
        _SETTINGS,
        _SESSION,
        *_ORGANISATION,
        *_AUDIT,
        *_ROLES,
        *_GOALS,
        *_COOPERATION,
        *_REWARDS,
        *_FEEDBACK,
        *_PLAN,
        _LEDGER,
        *_NOTES,
    ),
    ignored=frozenset({"format"}),
)
"""The file itself: an object that is the company's row and owns everything else."""
