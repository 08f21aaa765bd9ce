"""Opening for work: who may write, what is backed up and where, and a copy to practise on."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_app.domain.message import Message
from workshop_app.domain.model import Department
from workshop_app.services.document import Document
from workshop_app.services.opening import OpenWorkshop, create_workshop, open_rehearsal, open_workshop
from workshop_app.services.operations import add_row
from workshop_app.storage.backups import Reason, list_backups
from workshop_app.storage.errors import NameTaken
from workshop_app.storage.lock import lock_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Plan.workshop"


def write(opened: OpenWorkshop, name: str) -> None:
    opened.document.run(add_row(Message("department"), Department(id="", name=name)))


def reasons(path: Path) -> list[Reason]:
    return [backup.reason for backup in reversed(list_backups(path))]


def test_the_second_one_reads_until_told_that_the_first_is_not_at_work(path: Path) -> None:
    first = create_workshop(path)
    write(first, "Sales")
    second = open_workshop(path)
    assert second.document.read_only and second.held_by is not None and second.lock is None
    assert [each.name for each in second.document.engagement.departments] == ["Sales"]
    second.close()
    assert lock_path(path).exists(), "who only reads takes nobody's lock away"
    third = open_workshop(path, take_it=True)
    assert not third.document.read_only and third.held_by is None
    third.close()
    first.close()


def test_a_workshop_closed_well_leaves_one_file(path: Path) -> None:
    opened = create_workshop(path)
    assert {each.name for each in path.parent.iterdir()} > {path.name}
    opened.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_opening_and_every_change_since_make_one_backup(path: Path) -> None:
    opened = create_workshop(path)
    assert reasons(path) == [Reason.OPEN]
    opened.back_up()
    assert reasons(path) == [Reason.OPEN], "nothing has changed"
    write(opened, "Sales")
    opened.back_up()
    assert reasons(path) == [Reason.OPEN, Reason.TIMED]
    opened.close()
    opened.back_up()
    assert reasons(path) == [Reason.OPEN, Reason.TIMED], "a closed one is left alone"


def test_who_only_reads_backs_nothing_up(path: Path, tmp_path: Path) -> None:
    first = create_workshop(path)
    write(first, "Sales")
    second = open_workshop(path)
    second.back_up()
    second.back_up_twice(tmp_path / "stick")
    assert reasons(path) == [Reason.OPEN] and not (tmp_path / "stick").exists()
    second.close()
    first.close()


def test_a_second_folder_gets_a_backup_at_once_and_each_one_after(path: Path, tmp_path: Path) -> None:
    opened = create_workshop(path)
    stick = tmp_path / "stick"
    opened.back_up_twice(stick)
    assert len(list(stick.rglob("*.workshop"))) == 1 and opened.folder_without_backup is None
    write(opened, "Sales")
    opened.back_up()
    assert len(list(stick.rglob("*.workshop"))) == 2
    opened.back_up_twice(None)
    write(opened, "Service")
    opened.back_up()
    assert len(list(stick.rglob("*.workshop"))) == 2, "no other folder any more"
    opened.close()


def test_a_folder_that_takes_no_backup_is_named_and_stops_nobody(path: Path, tmp_path: Path) -> None:
    opened = create_workshop(path)
    (tmp_path / "stick").write_text("a file where a folder is wanted", encoding="utf-8")
    opened.back_up_twice(tmp_path / "stick")
    assert opened.folder_without_backup == tmp_path / "stick"
    write(opened, "Sales")
    opened.back_up_twice(None)
    write(opened, "Service")
    opened.back_up()
    assert opened.folder_without_backup is None
    opened.close()


def test_a_rehearsal_changes_nothing_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    create_workshop(path).close()
    before, known = path.read_bytes(), reasons(path)
    rehearsal = open_rehearsal(path)
    assert rehearsal.rehearsal and rehearsal.path != path and not rehearsal.document.read_only
    write(rehearsal, "Sales")
    rehearsal.back_up()
    rehearsal.back_up_twice(tmp_path / "stick")
    assert list_backups(rehearsal.path) == () and not (tmp_path / "stick").exists()
    rehearsal.close()
    assert not rehearsal.path.exists() and path.read_bytes() == before and reasons(path) == known


def test_a_new_workshop_never_takes_the_place_of_another_unasked(path: Path) -> None:
    opened = create_workshop(path)
    write(opened, "Sales")
    opened.close()
    with pytest.raises(NameTaken):
        create_workshop(path)
    create_workshop(path, replace=True).close()
    fresh = Document.open(path)
    assert fresh.engagement.departments == ()
    fresh.close()
