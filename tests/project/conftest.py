"""The sources of the program, read once for everything that is asked of them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("workshop_app", "ui", "reports", "resources")


@pytest.fixture(scope="package")
def trees() -> Mapping[Path, ast.Module]:
    """Every source file of the program, below the root, with its syntax tree."""
    return {
        path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8"))
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
    }
