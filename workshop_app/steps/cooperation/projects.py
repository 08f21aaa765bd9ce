"""Operations on joint projects, standing teams and their stages (METHOD S6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Project, ProjectKind, ProjectStage
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows

USUAL_DAYS = 75
"""Projects of METHOD S6 take 60–90 days; a new one is proposed in the middle."""

_NAMES: Mapping[ProjectKind, str] = MappingProxyType(
    {ProjectKind.PROJECT: N_("Project: {text}"), ProjectKind.TEAM: N_("Team: {text}")}
)


def _named(kind: ProjectKind, title: str) -> Message:
    return Message(_NAMES[kind], {"text": title})


def add_project(title: str, kind: ProjectKind, start: date | None = None) -> Operation:
    """A project from its start for 75 days, or a team without end."""
    wording = single_line(title)
    dated = kind is ProjectKind.PROJECT and start is not None
    end = start + timedelta(days=USUAL_DAYS) if dated and start else None

    def apply(edit: Edit) -> None:
        edit.add(Project(id=edit.new_id(Project), title=wording, kind=kind, start=start if dated else None, end=end))

    return Operation(_named(kind, wording), apply)


def change_project(project: Project, **values: Any) -> Operation:
    """Any field of a project; a leader belongs to the team."""
    leader = values.get("leader_id")
    if leader and leader not in values.get("team", project.team):
        values["team"] = (leader, *values.get("team", project.team))
    return change_row(_named(project.kind, project.title), project, **values)


def remove_project(project: Project) -> Operation:
    """Delete a project with its stages."""
    return remove_rows(Message(N_("Project removed: {text}"), {"text": project.title}), [project])


def add_stage(project: Project, title: str, due: date | None = None) -> Operation:
    """One more stage at the end."""
    wording = single_line(title)

    def apply(edit: Edit) -> None:
        row_id = edit.numbered_id(ProjectStage, project.id)
        edit.add(ProjectStage(id=row_id, project_id=project.id, title=wording, due=due))

    return Operation(Message(N_("Stage: {text}"), {"text": wording}), apply)


def change_stage(stage: ProjectStage, **values: Any) -> Operation:
    """Title, date or status of a stage; an emptied title takes it away."""
    if values.get("title") == "":
        return remove_rows(Message(N_("Stage removed: {text}"), {"text": stage.title}), [stage])
    return change_row(Message(N_("Stage: {text}"), {"text": stage.title}), stage, **values)
