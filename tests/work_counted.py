"""The work of Python code as a number that is the same on every machine, where a time would depend on its load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def work_of(call: Callable[[], object]) -> int:
    """Lines run by the call in this thread, those of loops once a turn (trace function of the sys module)."""
    ran = 0

    def count(_frame: FrameType, event: str, _arg: object) -> object:
        nonlocal ran
        ran += event == "line"
        return count

    former = sys.gettrace()
    sys.settrace(count)
    try:
        call()
    finally:
        sys.settrace(former)
    return ran
