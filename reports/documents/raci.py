"""The responsibility matrix on one page that lies on its side."""

from __future__ import annotations

from reports.documents.kind import DocumentKind, Part
from reports.sections.roles.matrix import matrix, title
from workshop_app.domain.message import N_

KIND = DocumentKind(
    name="raci",
    title=N_("RACI matrix"),
    about=N_("Who answers, who does, who is asked and told: one page for the wall"),
    opening=title,
    sections=(Part("matrix", N_("RACI matrix"), matrix),),
    steps=frozenset({5}),
    landscape=True,
    papers=("a4", "letter", "a3"),
)
