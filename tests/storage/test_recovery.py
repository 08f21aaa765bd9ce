"""After a crash: unfinished changes, the notice at start, the newest whole copy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workshop_app.storage.backups import Backups, Reason
from workshop_app.storage.errors import NameTaken, UnfinishedReadOnly
from workshop_app.storage.file import WorkshopFile, open_file
from workshop_app.storage.migrations import Format
from workshop_app.storage.open_marks import mark_open, not_closed
from workshop_app.storage.recovery import newest_whole_copy, restore

Opened = Callable[..., WorkshopFile]


@pytest.fixture
def cut_off(document: WorkshopFile, tmp_path: Path) -> Path:
    """The document as a crash left it: half a change in the file, what it replaced in the journal."""
    crashed = tmp_path / "crashed" / document.path.name
    crashed.parent.mkdir()
    connection = document.connection
    connection.execute("PRAGMA cache_size = 1")
    with pytest.raises(KeyboardInterrupt), document.transaction():
        connection.executemany("INSERT INTO answer VALUES ('half', ?, ?)", ((str(i), "x" * 500) for i in range(300)))
        connection.execute("UPDATE answer SET value = 'half done'")
        for name in (document.path.name, document.path.name + "-journal"):
            shutil.copy(document.path.with_name(name), crashed.with_name(name))
        raise KeyboardInterrupt
    document.close()
    assert crashed.with_name(crashed.name + "-journal").stat().st_size > 0
    return crashed


def answers(path: Path, fmt: Format, folder: Path) -> int:
    with open_file(path, fmt=fmt, data_folder=folder) as file:
        return int(file.connection.execute("SELECT count(*) FROM answer").fetchone()[0])


def test_a_change_that_was_cut_off_is_taken_back(cut_off: Path, fmt: Format, tmp_path: Path) -> None:
    journal = cut_off.with_name(cut_off.name + "-journal").read_bytes()
    assert answers(cut_off, fmt, tmp_path / "person") == 5
    assert [path.name for path in cut_off.parent.iterdir()] == [cut_off.name]
    (kept,) = (tmp_path / "person" / "recovery").iterdir()
    assert (kept / (cut_off.name + "-journal")).read_bytes() == journal


def test_only_the_newest_snapshots_stay(cut_off: Path, fmt: Format, tmp_path: Path) -> None:
    for place in range(7):
        again = tmp_path / str(place)
        shutil.copytree(cut_off.parent, again)
        assert answers(again / cut_off.name, fmt, tmp_path / "person") == 5
    assert len(list((tmp_path / "person" / "recovery").iterdir())) == 5


def test_reading_does_not_take_it_back(cut_off: Path, fmt: Format) -> None:
    content = cut_off.read_bytes()
    with pytest.raises(UnfinishedReadOnly, match="journal"):
        open_file(cut_off, read_only=True, fmt=fmt)
    assert cut_off.read_bytes() == content


def test_the_cut_off_document_is_its_own_newest_whole_copy(cut_off: Path, fmt: Format, tmp_path: Path) -> None:
    content = cut_off.read_bytes()
    copy = newest_whole_copy(cut_off, data_folder=tmp_path / "person", fmt=fmt)
    assert copy is not None and copy.path == cut_off and copy.backup is None
    assert cut_off.read_bytes() == content and len(list(cut_off.parent.iterdir())) == 2


def test_a_cut_off_document_that_is_damaged_as_well_is_no_whole_copy(
    cut_off: Path, fmt: Format, tmp_path: Path
) -> None:
    cut_off.write_bytes(cut_off.read_bytes()[:5000])
    assert newest_whole_copy(cut_off, data_folder=tmp_path / "person", fmt=fmt) is None


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:5000])])
def test_the_newest_backup_that_is_whole(
    document: WorkshopFile, data_folder: Path, fmt: Format, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    moments = iter(datetime(2026, 11, 25, hour, tzinfo=UTC) for hour in (8, 9, 10, 10, 10))
    backups = Backups(document.path, data_folder=data_folder, now=lambda: next(moments))
    good = backups.make(document, Reason.OPEN).backup
    torn = backups.folder / "20261125T093000000000Z-timed.workshop"
    torn.write_bytes(good.path.read_bytes()[:9000])
    document.close()
    damage(document.path)
    copy = newest_whole_copy(document.path, data_folder=data_folder, fmt=fmt)
    assert copy is not None and copy.path == good.path
    assert copy.at == datetime(2026, 11, 25, 8, tzinfo=UTC) and copy.backup == good
    restored = tmp_path / "Спасено.workshop"
    restore(copy.path, restored, fmt=fmt)
    assert answers(restored, fmt, data_folder) == 5
    with pytest.raises(NameTaken):
        restore(copy.path, restored, fmt=fmt)


def test_nothing_to_offer(path: Path, data_folder: Path, fmt: Format) -> None:
    assert newest_whole_copy(path, data_folder=data_folder, fmt=fmt) is None


def test_a_document_that_was_not_closed_is_told_at_the_next_start(document: WorkshopFile, data_folder: Path) -> None:
    mark = mark_open(document.path, data_folder=data_folder, now=lambda: datetime(2026, 11, 25, 8, tzinfo=UTC))
    assert not_closed(data_folder=data_folder) == (), "it is open here"
    content = json.loads(mark.note.read_text(encoding="utf-8"))
    content["process"]["run"] = "an earlier run"
    mark.note.write_text(json.dumps(content), encoding="utf-8")
    (told,) = not_closed(data_folder=data_folder)
    assert told.document == document.path.resolve() and told.since == datetime(2026, 11, 25, 8, tzinfo=UTC)
    told.clear()
    told.clear()
    assert not_closed(data_folder=data_folder) == ()


def test_unreadable_notes_do_not_stop_the_start(data_folder: Path) -> None:
    (data_folder / "open").mkdir(parents=True)
    for number, content in enumerate((b"", b"[]", b"\xff", b'{"document": 5, "process": []}')):
        (data_folder / "open" / f"{number}.json").write_bytes(content)
    assert not_closed(data_folder=data_folder) == ()


def test_no_notes_at_all(data_folder: Path) -> None:
    assert not_closed(data_folder=data_folder) == ()
