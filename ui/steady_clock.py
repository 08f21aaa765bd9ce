"""Seconds that pass evenly: whoever sets the wall clock, summer time and the computer's sleep leave them alone."""

from __future__ import annotations

import sys
import time


def steady_seconds() -> float:
    """Seconds since some moment, those included in which the computer slept.

    ``time.monotonic`` counts them on Windows only; Linux and macOS have clocks of their own for that.
    """
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    if boot is None and sys.platform == "darwin":
        boot = time.CLOCK_MONOTONIC
    return time.monotonic() if boot is None else time.clock_gettime(boot)
