"""The person's own settings, kept outside every document: a small TOML file in the user's configuration folder."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from workshop_app.domain.frozen import frozen
from workshop_app.storage.places import PROGRAM, keep_note

FILE_NAME = "preferences.toml"
RECENT_LIMIT = 12


@frozen
class Settings:
    """What a person chose. ``language`` and ``theme`` may be ``system``; ``size`` is 100, 115 or 130 per cent."""

    language: str = "system"
    theme: str = "system"
    size: int = 100
    recent: tuple[str, ...] = ()
    recent_notes: tuple[str, ...] = ()
    backup_folder: str = ""
    audience_screen: str = ""
    room_on_command: bool = False
    room_zoom: int = 100
    remote_mode: bool = False
    raci_russian_letters: bool = False
    last_folder: str = ""
    rail_folded: bool = False
    economical_printing: bool = False
    brand_name: str = ""
    brand_accent: str = ""
    brand_logo: str = ""
    brand_footer: str = ""


class Preferences:
    """Reads the settings once and writes each change at once; a damaged file means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self.settings = _read(self._path)

    def change(self, **values: Any) -> None:
        """Change settings and write them; a folder that can't be written is not an error."""
        self.settings = replace(self.settings, **values)
        keep_note(self._path, _toml(asdict(self.settings)))

    def remember(self, path: Path) -> None:
        """Put a workshop on top of the recent ones."""
        text = str(path)
        others = tuple(other for other in self.settings.recent if other != text)
        self.change(recent=(text, *others)[:RECENT_LIMIT], last_folder=str(path.parent))

    def forget(self, path: str) -> None:
        """Take a workshop off the recent ones."""
        self.change(recent=tuple(other for other in self.settings.recent if other != path))


def user_preferences() -> Preferences:
    """The preferences of the person who is logged in."""
    from platformdirs import user_config_path

    return Preferences(user_config_path(PROGRAM, appauthor=False))


def _read(path: Path) -> Settings:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    defaults = Settings()
    kept: dict[str, Any] = {}
    for field in fields(Settings):
        value = found.get(field.name)
        if isinstance(value, list):
            value = tuple(str(item) for item in value)
        if type(value) is type(getattr(defaults, field.name)):
            kept[field.name] = value
    return Settings(**kept)


def _toml(values: Mapping[str, Any]) -> str:
    return "".join(f"{name} = {_literal(value)}\n" for name, value in values.items())


def _literal(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(json.dumps(item, ensure_ascii=True) for item in value) + "]"
    return json.dumps(value, ensure_ascii=True)
