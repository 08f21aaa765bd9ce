"""Putting finished files where a person wants them: one copy, or several documents into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.steps.plan.printing.choice import Content, PrintChoice, file_name, kind_of

if TYPE_CHECKING:
    from ui.steps.plan.printing.options import PrintOptionsCard
    from ui.tasks import Task


def copy_to(shown: Path, target: Path) -> Path:
    """The built file under another name; the old file stays until the new one is whole. Raises ``ProblemError``."""
    from workshop_app.exchange.whole_file import write_file

    write_file(target, shown.read_bytes())
    return target


def write_all(content: Content, choices: Sequence[PrintChoice], folder: Path, workshop: str, task: Task[Path]) -> Path:
    """Each choice as a file of its own in the folder; stops between and within documents when asked to."""
    for number, choice in enumerate(choices):
        if task.stopping():
            break
        target = folder / file_name(choice, workshop, content.engagement)

        def tell(share: float, done: int = number) -> None:
            task.progress.emit((done + share) / len(choices))

        content.write(choice, target, tell, task)
    return folder


def choices_of(documents: Sequence[str], options: PrintOptionsCard, content: Content) -> list[PrintChoice]:
    """What is saved: a choice for each document; a personal one for each person where files of their own are wanted."""
    made: list[PrintChoice] = []
    for name in documents:
        choice = options.choice(name)
        alone = options.separate.isChecked() and kind_of(name).per_person and choice.person_id is None
        people = _people(content, name) if alone else []
        made += [replace(choice, person_id=person_id) for person_id in people] or [choice]
    return made


def _people(content: Content, document: str) -> list[str]:
    """Those who get a sheet of the document, in its order."""
    from reports.sections.source import Source

    choose = kind_of(document).people
    return [person.id for person in choose(Source(content.engagement, content.context))] if choose else []
