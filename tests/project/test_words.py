"""Every text for people has its Russian words, with the same named values, and no text is made up at run time."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.project.conftest import ROOT

PACKAGES = ("workshop_app", "ui", "reports")
KEYWORDS = {"_": None, "N_": None, "words": None, "_words": None, "plural": (1, 2)}
FIELD = re.compile(r"\{(\w+)[^}]*\}")


def message_ids() -> dict[str, str]:
    found: dict[str, str] = {}
    for package in PACKAGES:
        rows = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
        for name, line, message, _comments, _context in rows:
            for text in message if isinstance(message, tuple) else (message,):
                if text:
                    found.setdefault(text, f"{package}/{name}:{line}")
    return found


@cache
def catalogues() -> dict[str, Catalog]:
    """The Russian words by the name of their file."""
    files = sorted((ROOT / "resources/locale/ru").glob("*.po"))
    return {path.name: read_po(io.BytesIO(path.read_bytes())) for path in files}


def russian() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for catalogue in catalogues().values():
        for entry in catalogue:
            if entry.id and not entry.fuzzy:
                ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
                texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
                if all(texts):
                    for key in ids:
                        found[key] = tuple(texts)
    return found


def test_every_text_is_in_the_russian_catalogue() -> None:
    known = russian()
    missing = [f"{place}: {text!r}" for text, place in sorted(message_ids().items()) if text not in known]
    assert not missing, "\n".join(missing[:60]) + f"\n{len(missing)} in all"


def test_no_translation_is_kept_of_a_text_that_is_gone(trees: Mapping[Path, ast.Module]) -> None:
    texts = {
        node.value
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    kinds = (".toml", ".json", ".csv", ".txt", ".j2")
    files = (path for path in (ROOT / "resources").rglob("*") if path.suffix in kinds)
    written = "".join(path.read_text(encoding="utf-8") for path in files)
    gone = []
    for name, catalogue in catalogues().items():
        for entry in catalogue:
            text = entry.id[0] if isinstance(entry.id, tuple) else entry.id
            if text and text not in texts and text not in written:
                gone.append(f"{name}: {text!r}")
    assert not gone, "\n".join(gone)


def test_translations_keep_the_named_values() -> None:
    wrong = [
        key
        for key, texts in russian().items()
        for text in texts
        if set(FIELD.findall(text)) - set(FIELD.findall(key)) - {"n"}
    ]
    assert not wrong


def test_no_text_is_built_before_it_is_translated(trees: Mapping[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "N_"}:
                wrong += [f"{path}:{node.lineno}" for arg in node.args[:1] if isinstance(arg, ast.JoinedStr)]
    assert not wrong


def test_one_text_has_one_translation() -> None:
    seen: dict[object, tuple[object, str]] = {}
    clashes = []
    for name, catalogue in catalogues().items():
        for entry in catalogue:
            if entry.id and entry.id in seen and seen[entry.id][0] != entry.string:
                clashes.append(f"{entry.id!r}: {seen[entry.id]} and {(entry.string, name)}")
            seen.setdefault(entry.id, (entry.string, name))
    assert not clashes, "\n".join(clashes)
