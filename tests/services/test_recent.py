"""The recent workshops with what was noted of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workshop_app.services.preferences import RECENT_LIMIT, Preferences
from workshop_app.services.recent import Recent, note_progress, recent_workshops

MARCH = Recent(Path("/work/March.workshop"), "Plan for March", date(2026, 3, 2), done=5, steps=12)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


def test_a_workshop_is_listed_as_it_was_closed_last(preferences: Preferences, tmp_path: Path) -> None:
    preferences.remember(MARCH.path)
    note_progress(preferences, Recent(MARCH.path, "Plan"))
    note_progress(preferences, MARCH)
    assert recent_workshops(preferences) == recent_workshops(Preferences(tmp_path)) == (MARCH,)
    assert len(preferences.settings.recent_notes) == 1


def test_a_workshop_without_a_note_is_called_by_its_file(preferences: Preferences) -> None:
    preferences.remember(MARCH.path)
    assert recent_workshops(preferences) == (Recent(MARCH.path, "March"),)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "[]",
        '{"path": "/work/March.workshop"}',
        '{"path": "/work/March.workshop", "title": "", "opened": "soon", "done": 1, "steps": 12}',
        '{"path": "/work/March.workshop", "title": "", "opened": null, "done": "some", "steps": 12}',
        '{"path": 7, "title": "", "opened": null, "done": 1, "steps": 12}',
    ],
)
def test_a_note_that_cannot_be_read_is_none(preferences: Preferences, note: str) -> None:
    preferences.remember(MARCH.path)
    preferences.change(recent_notes=(note,))
    assert recent_workshops(preferences) == (Recent(MARCH.path, "March"),)


def test_only_the_latest_are_kept(preferences: Preferences) -> None:
    paths = [Path(f"/work/{number}.workshop") for number in range(RECENT_LIMIT + 1)]
    for path in paths:
        preferences.remember(path)
        note_progress(preferences, Recent(path, path.stem))
    assert [recent.path for recent in recent_workshops(preferences)] == paths[:0:-1]
    assert len(preferences.settings.recent_notes) == RECENT_LIMIT
