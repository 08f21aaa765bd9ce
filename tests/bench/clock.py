"""Timing with a floor: the median of several runs, and the ratio to something that can't be faster."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def median_ms(work: Callable[[], object], times: int = 7) -> float:
    """Milliseconds of one run, median of several."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def line(name: str, ms: float, floor: float | None = None, floor_name: str = "", goal: str = "") -> str:
    """A line of the report."""
    text = f"{name:<58} {ms:9.1f} ms"
    if floor:
        text += f"   × {ms / floor:5.2f} of {floor_name} ({floor:.1f} ms)"
    return text + (f"   goal {goal}" if goal else "")
