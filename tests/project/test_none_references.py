"""PySide6 6.12.0 on Python 3.11 drops a reference to None at each call that returns it; the bound keeps it out."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_their_reference_to_none() -> None:
    before = sys.getrefcount(None)
    for _ in range(500):
        QObject().setObjectName("x")
    assert sys.getrefcount(None) >= before - 20
