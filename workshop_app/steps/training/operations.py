"""Operations on skills, levels and training (METHOD S7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Skill, SkillLevel, Training, TrainingKind, TrainingStatus
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows


def add_skills(titles: Iterable[str], *, critical: bool = False) -> Operation:
    """Skills at the end; those that are in the list already stay one."""
    made = [single_line(title) for title in titles if title.strip()]

    def apply(edit: Edit) -> None:
        known = {norm_text(skill.title) for skill in edit.engagement.skills}
        for title in made:
            if norm_text(title) not in known:
                known.add(norm_text(title))
                edit.add(Skill(id=edit.new_id(Skill), title=title, critical=critical))

    if len(made) == 1:
        return Operation(Message(N_("Skill: {text}"), {"text": made[0]}), apply)
    return Operation(Message(N_("{n} skills"), {"n": len(made)}), apply)


def change_skill(skill: Skill, **values: Any) -> Operation:
    """Title, or whether the skill is critical."""
    return change_row(Message(N_("Skill: {text}"), {"text": skill.title}), skill, **values)


def remove_skills(skills: Sequence[Skill]) -> Operation:
    """Delete skills with their levels."""
    if len(skills) == 1:
        return remove_rows(Message(N_("Skill removed: {text}"), {"text": skills[0].title}), skills)
    return remove_rows(Message(N_("{n} skills removed"), {"n": len(skills)}), skills)


def set_level(skill: Skill, person_id: str, level: int | None) -> Operation:
    """A person's level 0…4, not confirmed until the head says so; None clears it."""

    def apply(edit: Edit) -> None:
        row_id = f"{skill.id}/{person_id}"
        stored = edit.get(SkillLevel, row_id)
        if level is None:
            if stored is not None:
                edit.remove(stored)
        elif stored is None:
            edit.add(SkillLevel(id=row_id, skill_id=skill.id, person_id=person_id, level=level))
        elif stored.level != level:
            edit.change(stored, level=level, confirmed=False)

    return Operation(Message(N_("Level: {text}"), {"text": skill.title}), apply)


def confirm_level(skill: Skill, level: SkillLevel) -> Operation:
    """The head confirms a level, or takes that back."""
    name = N_("Not confirmed any more: {text}") if level.confirmed else N_("Confirmed: {text}")
    return change_row(Message(name, {"text": skill.title}), level, confirmed=not level.confirmed)


def paste_skills(rows: Sequence[Sequence[str]], people: Sequence[str]) -> Operation:
    """Rows of a spreadsheet: a skill, then the levels of the people in order; cells that are no level are left out."""

    def apply(edit: Edit) -> None:
        add_skills(row[0] for row in rows if row).apply(edit)
        skills = {norm_text(skill.title): skill for skill in edit.engagement.skills}
        for row in rows:
            skill = skills.get(norm_text(row[0])) if row else None
            for person_id, cell in zip(people, row[1:] if skill else (), strict=False):
                if skill is not None and cell in {"0", "1", "2", "3", "4"}:
                    set_level(skill, person_id, int(cell)).apply(edit)

    return Operation(Message(N_("{n} skills pasted"), {"n": len(rows)}), apply)


def _named(title: str) -> Message:
    return Message(N_("Training: {text}"), {"text": title})


def add_training(title: str, kind: TrainingKind, **values: Any) -> Operation:
    """A new item of the training plan."""
    wording = single_line(title)

    def apply(edit: Edit) -> None:
        edit.add(Training(id=edit.new_id(Training), title=wording, kind=kind, **values))

    return Operation(_named(wording), apply)


def change_training(training: Training, **values: Any) -> Operation:
    """Any field of an item."""
    return change_row(_named(training.title), training, **values)


def toggle_done(training: Training) -> Operation:
    """Planned → done → planned."""
    done = training.status is TrainingStatus.DONE
    return change_training(training, status=TrainingStatus.PLANNED if done else TrainingStatus.DONE)


def remove_training(items: Sequence[Training]) -> Operation:
    """Delete items of the plan."""
    if len(items) == 1:
        return remove_rows(Message(N_("Training removed: {text}"), {"text": items[0].title}), items)
    return remove_rows(Message(N_("{n} training items removed"), {"n": len(items)}), items)
