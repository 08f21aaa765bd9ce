"""The window fixtures for the tests of the steps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.steps.shared_window import opened_desk
from tests.ui.conftest import open_window, program, window
from ui.main_window import FacilitatorWindow

__all__ = ["open_window", "program", "window"]


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FacilitatorWindow]:
    """One window on the demo for a file of tests."""
    yield from opened_desk(qapp, tmp_path_factory.mktemp("desk"))
