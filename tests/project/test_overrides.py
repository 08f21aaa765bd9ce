"""What Qt calls of the windows' classes tells its errors, and no painter outlives its picture."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FunctionType

from shiboken6 import Shiboken

import ui
from ui.overrides import ANSWERS

ONLY_PYTHON_CALLS = {"setOffset", "setText", "text"}
"""Names that Qt's classes have too, but that Qt itself never calls of a class made from them."""


def classes(of: type) -> Iterator[type]:
    for made in of.__subclasses__():
        yield made
        yield from classes(made)


def test_every_override_tells_its_errors() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found, untold, silenced = set(), [], []
    for made in classes(Shiboken.Object):
        qt = [part for part in made.__mro__ if part.__module__.partition(".")[0] == "PySide6"]
        for part in (part for part in made.__mro__ if part.__module__.startswith("ui.")):
            for name, method in vars(part).items():
                if isinstance(method, FunctionType) and name[0] != "_":
                    told, place = hasattr(method, "__wrapped__"), f"{part.__module__}.{part.__name__}.{name}"
                    if not any(name in vars(base) for base in qt):
                        silenced += [place] if told else []
                        continue
                    found.add(name)
                    untold += [place] if not told and name not in ONLY_PYTHON_CALLS else []
    assert not silenced, "errors of what Python calls reach the caller"
    assert not untold, "into ANSWERS of ui.overrides, or into ONLY_PYTHON_CALLS"
    assert found == ANSWERS.keys() | ONLY_PYTHON_CALLS


def test_a_painter_that_fails_ends_before_its_picture_does(trees: Mapping[Path, ast.Module]) -> None:
    """``QPainter(picture)`` stands in a ``with``: left to itself it outlives the picture, and Qt ends the process."""
    for path, tree in trees.items():
        if path.parts[0] == "ui":
            nodes = list(ast.walk(tree))
            ended = {id(item.context_expr) for node in nodes if isinstance(node, ast.With) for item in node.items}
            for node in nodes:
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QPainter":
                    of_widget = [ast.unparse(part) for part in node.args] in ([], ["self"], ["self.viewport()"])
                    assert of_widget or id(node) in ended, f"{path}:{node.lineno}"
