"""What the workshop is, its schemes and its dictionary, as sheets; they stand last, none of them is read back."""

from __future__ import annotations

from workshop_app.domain import model as m
from workshop_app.domain.message import N_
from workshop_app.exchange.sheets.declare import CODE, table

FRAME = (
    table(
        "company",
        N_("Company"),
        m.Company,
        (N_("Name"), "name"),
        (N_("About the company"), "about"),
        (N_("Founded in"), "founded"),
        (N_("The owner's question"), "owner_question"),
        (N_("One channel for suggestions"), "feedback_channel"),
        (N_("Language"), "language"),
    ),
    table(
        "session",
        N_("Session"),
        m.Session,
        (N_("Date"), "date"),
        (N_("Dates"), "dates"),
        (N_("Beginning"), "starts_at"),
        (N_("Place"), "place"),
        (N_("Facilitator"), "facilitator"),
        (N_("Participants"), "participants"),
        (N_("Absent"), "absent"),
        (N_("Rules of the room"), "rules"),
    ),
    table(
        "diagnosis",
        N_("Common problem"),
        m.Diagnosis,
        (N_("Common problem"), "problem_statement"),
        (N_("Accepted by"), "accepted_by"),
    ),
    table(
        "skill_list",
        N_("List of skills"),
        m.Skill,
        (CODE, "id"),
        (N_("Skill"), "title"),
        (N_("Critical"), "critical"),
    ),
    table(
        "reward_schemes",
        N_("Reward schemes"),
        m.RewardScheme,
        (CODE, "id"),
        (N_("Name"), "name"),
        (N_("Period"), "period"),
        (N_("Valid from"), "valid_from"),
        (N_("Notice given on"), "notice_date"),
        (N_("Approved on"), "approved_on"),
        (N_("Approved by the owner"), "owner_approved"),
        (N_("Transition rule"), "transition_rule"),
        (N_("Rounded to"), "round_to"),
        (N_("Personal cap"), "personal_cap"),
        (N_("Fund limit"), "fund_limit"),
        (N_("Gate indicator"), "gate_indicator"),
        (N_("Least achievement of the gate"), "gate_min_achievement"),
        (N_("Multiplier of the gate"), "gate_multiplier"),
        (N_("Gate for"), "gate_applies_to"),
    ),
    table(
        "dictionary",
        N_("Dictionary"),
        m.DictionaryEntry,
        (N_("Word"), "word"),
        (N_("Same as"), "synonyms"),
    ),
)
