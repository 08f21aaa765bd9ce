"""The window fixtures for whole workshops."""

from tests.ui.conftest import open_window, program

__all__ = ["open_window", "program"]
