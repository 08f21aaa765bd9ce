"""Timings are for the bench: a test that compares them fails on a busy machine."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
CLOCK = re.compile(r"\b(?:perf_counter|process_time|thread_time)(?:_ns)?\b|\btime\.time\b")


def test_no_test_reads_a_stopwatch() -> None:
    measuring = {
        str(path.relative_to(TESTS))
        for path in TESTS.rglob("test_*.py")
        if path != Path(__file__) and CLOCK.search(path.read_text(encoding="utf-8"))
    }
    assert measuring == set()
