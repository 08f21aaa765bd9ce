"""The window fixtures for the tests of the steps."""

from tests.ui.conftest import open_window, program, window

__all__ = ["open_window", "program", "window"]
