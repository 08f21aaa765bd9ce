"""Backups: when they are made, how they thin out, that they are whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.storage.backups import Backup, Backups, Reason, list_backups, superseded
from workshop_app.storage.errors import DocumentError
from workshop_app.storage.file import WorkshopFile, open_copy
from workshop_app.storage.migrations import Format

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
MANY = 10**15


class Clock:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        self.at += timedelta(microseconds=1)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(document: WorkshopFile, data_folder: Path, tmp_path: Path, clock: Clock) -> Backups:
    return Backups(document.path, data_folder=data_folder, second_folder=tmp_path / "флешка", now=clock)


def change(document: WorkshopFile) -> None:
    with document.transaction() as connection:
        connection.execute("UPDATE issue SET pos = pos + 1")


def test_a_backup_is_a_whole_document_in_both_folders(document: WorkshopFile, backups: Backups, fmt: Format) -> None:
    made = backups.make(document, Reason.IMPORT)
    assert made.second_problem is None and backups.second_folder is not None
    assert made.backup.made_at == START + timedelta(microseconds=1) and made.backup.reason == "import"
    assert made.backup.size == document.path.stat().st_size
    for folder in (backups.folder, backups.second_folder):
        (path,) = folder.iterdir()
        with open_copy(path, fmt=fmt) as copy:
            assert copy.connection.execute("SELECT count(*) FROM issue").fetchone() == (9,)
    assert len(backups.all()) == 1, "the same backup in two folders is one"


def test_only_a_changed_document_is_backed_up_again(document: WorkshopFile, backups: Backups) -> None:
    assert backups.make_if_changed(document)
    assert backups.make_if_changed(document) is None
    change(document)
    assert backups.make_if_changed(document)
    assert backups.make_if_changed(document) is None


def test_a_document_that_is_gone_is_still_backed_up(document: WorkshopFile, backups: Backups) -> None:
    backups.make(document, Reason.OPEN)
    document.path.unlink()
    assert backups.make_if_changed(document)
    assert len(list_backups(document.path, data_folder=backups.folder.parent.parent)) == 2


def test_the_newest_comes_first_and_strangers_are_left_alone(
    document: WorkshopFile, backups: Backups, clock: Clock
) -> None:
    for _ in range(4):
        clock.at += timedelta(minutes=5)
        backups.make(document, Reason.TIMED)
    strange = backups.folder / "Мои заметки.txt"
    strange.write_text("не трогать", encoding="utf-8")
    clock.at += timedelta(days=4000)
    backups.make(document, Reason.OPEN)
    times = [backup.made_at for backup in backups.all()]
    assert times == sorted(times, reverse=True) and times[0].year == 2037 and strange.exists()


def test_names_sort_by_time(document: WorkshopFile, backups: Backups, clock: Clock) -> None:
    made = []
    for gap in (timedelta(0), timedelta(seconds=1), timedelta(hours=20)):
        clock.at += gap
        made.append(backups.make(document, Reason.TIMED).backup.path.name)
    assert made == sorted(made)


def test_a_missing_second_folder_does_not_stop_the_first(
    document: WorkshopFile, data_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "файл").write_bytes(b"")
    backups = Backups(document.path, data_folder=data_folder, second_folder=tmp_path / "файл")
    made = backups.make(document, Reason.TIMED)
    assert made.backup.path.exists() and made.second_problem is not None
    assert len(backups.all()) == 1


def test_a_first_folder_that_fails_is_said(document: WorkshopFile, tmp_path: Path) -> None:
    (tmp_path / "файл").write_bytes(b"")
    with pytest.raises(DocumentError):
        Backups(document.path, data_folder=tmp_path / "файл").make(document, Reason.OPEN)


def test_two_documents_of_one_name_have_their_own_backups(tmp_path: Path) -> None:
    first, second = (Backups(tmp_path / place / "План.workshop", data_folder=tmp_path) for place in "ab")
    assert first.folder != second.folder
    assert first.folder == Backups(tmp_path / "b" / ".." / "a" / "План.workshop", data_folder=tmp_path).folder


def test_where_nothing_is_said_backups_go_to_the_persons_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_: tmp_path / "данные" / name)
    assert Backups(tmp_path / "План.workshop").folder.parent == tmp_path / "данные" / "joint-plan-workshop" / "backups"


def made(ages: list[timedelta], size: int = 1) -> list[Backup]:
    return [Backup(Path(str(age)), START - age, "timed", size) for age in ages]


def ages_left(ages: list[timedelta], *, largest: int = MANY, size: int = 1) -> list[timedelta]:
    all_of_them = made(ages, size)
    gone = set(superseded(all_of_them, START, largest))
    return [START - backup.made_at for backup in all_of_them if backup not in gone]


def test_thinning_by_age() -> None:
    every_half_hour = [timedelta(minutes=30 * i) for i in range(2 * 24 * 100)]
    left = ages_left(every_half_hour)
    day, week = timedelta(days=1), timedelta(weeks=1)
    assert sum(age < day for age in left) == 2 * 24
    assert sum(day <= age < week for age in left) in (6, 7)
    assert sum(week <= age < 8 * week for age in left) in (7, 8)
    assert sum(age >= 8 * week for age in left) in (2, 3)


def test_little_room_keeps_hours_then_the_newest() -> None:
    day = [timedelta(minutes=5 * i) for i in range(12 * 8)]
    left = ages_left(day, largest=50, size=1)
    assert len(left) in (12 + 7, 12 + 8) and left[:12] == day[:12]
    assert ages_left(day, largest=1) == day[:3]


ages = st.lists(st.timedeltas(min_value=timedelta(days=-2), max_value=timedelta(days=900)), unique=True, max_size=40)


@given(ages=ages, largest=st.integers(0, 50))
def test_thinning_never_takes_the_newest_and_thinning_twice_takes_no_more(ages: list[timedelta], largest: int) -> None:
    left = ages_left(ages, largest=largest)
    assert sorted(ages)[:3] == sorted(left)[:3]
    assert ages_left(left, largest=largest) == left
    assert len(left) <= max(largest, 3)
