"""The budgets of the code: file and function length, cycles, forbidden names, module state."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path

from tests.project.conftest import ROOT

Trees = Mapping[Path, ast.Module]
FILE_LINES = 400
FUNCTION_LINES = 50
DRAWERS = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "data2"}


def test_no_file_outgrows_its_budget(trees: Trees) -> None:
    files = [*trees, *(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))]
    lines = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in files}
    assert len(files) > len(trees) > 0
    assert {str(path): n for path, n in lines.items() if n > FILE_LINES} == {}, "split it by what changes together"


def test_no_function_outgrows_its_budget(trees: Trees) -> None:
    long = {
        f"{path}: {node.name}": node.end_lineno - node.lineno + 1
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
    }
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_LINES} == {}


def test_names_say_what_is_inside(trees: Trees) -> None:
    assert [str(path) for path in trees if DRAWERS & set(path.with_suffix("").parts)] == []


def module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def runtime_imports(tree: ast.AST) -> list[ast.Import | ast.ImportFrom]:
    found: list[ast.Import | ast.ImportFrom] = []
    for node in ast.iter_child_nodes(tree):
        if is_type_checking(node) or isinstance(node, ast.expr):
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.append(node)
        found += runtime_imports(node)
    return found


def imported(tree: ast.Module, names: set[str]) -> set[str]:
    targets: set[str] = set()
    for node in runtime_imports(tree):
        if isinstance(node, ast.Import):
            targets |= {alias.name for alias in node.names}
        elif node.module:
            targets |= {
                f"{node.module}.{alias.name}" if f"{node.module}.{alias.name}" in names else node.module
                for alias in node.names
            }
    return targets & names


def test_no_import_cycles_even_inside_functions(trees: Trees) -> None:
    known = {module_name(path): tree for path, tree in trees.items()}
    graph = {name: imported(tree, set(known)) - {name} for name, tree in known.items()}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join((*path[path.index(name) :], name))
        if name in done:
            return
        for target in sorted(graph[name]):
            visit(target, (*path, name))
        done.add(name)

    assert any(graph.values())
    for name in sorted(graph):
        visit(name, ())


MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def mutable_globals(tree: ast.Module) -> list[str]:
    found = []
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, MUTABLE):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            found += [name for name in names if not name.startswith("__") and not name.isupper()]
    for inner in ast.walk(tree):
        if isinstance(inner, ast.Global):
            found += inner.names
    return [name for name in found if not re.fullmatch(r"_?[A-Z][A-Z0-9_]*", name)]


def test_no_module_level_state(trees: Trees) -> None:
    assert {str(path): names for path, tree in trees.items() if (names := mutable_globals(tree))} == {}


def test_state_of_a_module_would_be_seen() -> None:
    assert mutable_globals(ast.parse("seen = []\nKNOWN = {}\n")) == ["seen"]
    assert mutable_globals(ast.parse("def f():\n    global last\n    last = 1\n")) == ["last"]
