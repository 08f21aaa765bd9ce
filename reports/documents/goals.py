"""The key competence and the common goals."""

from __future__ import annotations

from reports.documents.kind import DocumentKind, Part, titled
from reports.sections.goals.candidates import candidates
from reports.sections.goals.competence import question_and_answer
from reports.sections.goals.soundness import soundness
from reports.sections.goals.tracks import common_goals
from workshop_app.domain.message import N_

KIND = DocumentKind(
    name="goals",
    title=N_("Key competence and goals"),
    about=N_("The owner's question, the answer, the common goals and how sound they are"),
    opening=titled(
        N_("Key competence and goals"),
        N_("What the company lives on, and what the departments want to reach together."),
    ),
    sections=(
        Part("question", N_("The owner's question and the key competence"), question_and_answer),
        Part("goals", N_("Common goals"), common_goals),
        Part("soundness", N_("How sound the goals are"), soundness),
        Part("candidates", N_("Candidates for the key competence"), candidates),
    ),
    steps=frozenset({4}),
)
