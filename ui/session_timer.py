"""The step timer: an even clock, pause, +1 / +5, overrun; no sound, no flashing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from ui.steady_clock import steady_seconds

SLEPT, OVERNIGHT = 120, 4 * 3600
"""Seconds without a tick: the computer slept; so many of them belong to no step."""


class SessionTimer(QObject):
    """Counts a step's minutes. ``ticked`` once a second while running and at every change.

    ``spent`` remembers the seconds of each step (and of a part of it, ``step/part``): plan against actual. ``earlier``
    are those of the session's other days. ``lengthened`` are seconds a step got or lost. ``slept`` carries the seconds
    the computer was asleep while the clock ran: they count, but a night stops the clock and does not. ``starting``
    before it runs.
    """

    ticked = Signal()
    slept = Signal(float)
    starting = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = steady_seconds) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._second)
        self._ticked_at = 0.0
        self.step: str | None = None
        self.part = ""
        self.planned = 0
        self.spent: dict[str, float] = {}
        self.earlier: dict[str, float] = {}
        self._started: float | None = None
        self._offered = 0
        self.lengthened: dict[str, int] = {}

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self._started is not None

    @property
    def present(self) -> str:
        """What ``spent`` calls the present step, or the part of it."""
        return f"{self.step or ''}/{self.part}" if self.part else self.step or ""

    @property
    def elapsed(self) -> float:
        """Seconds spent on the present step."""
        before = self.spent.get(self.present, 0.0)
        return before + (self._clock() - self._started if self._started is not None else 0.0)

    def take_over(
        self, spent: Mapping[str, float], earlier: Mapping[str, float], lengthened: Mapping[str, float]
    ) -> None:
        """Go on from the seconds counted before the workshop was closed, today and on the session's other days, and
        from the lengths that steps were given today.
        """
        self.spent, self.earlier = dict(spent), dict(earlier)
        self.lengthened = {key: round(seconds) for key, seconds in lengthened.items()}
        self.ticked.emit()

    def go_on_from(self, other: SessionTimer) -> None:
        """Take over from the clock of another window, which stops; where both have counted, the longer time."""
        running = other.running
        other.pause()
        self.step, self.part, self.planned, self._offered = other.step, other.part, other.planned, other._offered
        counted = (*self.spent.items(), *other.spent.items())
        spent = {key: max(seconds for name, seconds in counted if name == key) for key, _seconds in counted}
        self.take_over(spent, self.earlier or other.earlier, {**self.lengthened, **other.lengthened})
        if running:
            self.start()

    def counted(self) -> dict[str, float]:
        """The seconds of today by step and part, the running one included."""
        return {key: spent for key, spent in {**self.spent, self.present: self.elapsed}.items() if key and spent > 0}

    def minutes(self) -> dict[str, int]:
        """Whole minutes spent by step, the running one and its parts included."""
        seconds: dict[str, float] = {}
        for counted in (self.earlier, self.counted()):
            for key, spent in counted.items():
                step = key.partition("/")[0]
                seconds[step] = seconds.get(step, 0.0) + spent
        return {step: round(spent / 60) for step, spent in seconds.items()}

    @property
    def remaining(self) -> int:
        """Whole seconds left; negative in overrun."""
        return round(self.planned - self.elapsed)

    @property
    def timed(self) -> bool:
        """Whether there is anything to show: a length, or time that has run (a step before the session has none)."""
        return self.planned > 0 or self.running or self.elapsed > 0

    @property
    def offered(self) -> bool:
        """Whether a length is set, but the clock has not run yet."""
        return self.planned > 0 and not self.running and self.elapsed == 0

    def offer(self, step: str, minutes: int, part: str = "") -> None:
        """A new step, or a part of it: its planned length, not started; the running one is stopped."""
        if (step, part) == (self.step, self.part):
            return
        self.pause()
        self.step, self.part, self._offered = step, part, minutes * 60
        self.planned = max(0, self._offered + self.lengthened.get(self.present, 0))
        self.ticked.emit()

    def start(self, minutes: int | None = None) -> None:
        """Start or go on; ``minutes`` sets another length."""
        if minutes is not None:
            self._set_length(minutes * 60)
        if self._started is None:
            self.starting.emit()
            self._started = self._ticked_at = self._clock()
            self._tick.start()
        self.ticked.emit()

    def _second(self) -> None:
        now = self._clock()
        gap, self._ticked_at = now - self._ticked_at, now
        if gap >= OVERNIGHT and self._started is not None:
            self._started += gap
            self.pause()
        if gap >= SLEPT:
            self.slept.emit(gap)
        self.ticked.emit()

    def leave_out(self, key: str, seconds: float) -> None:
        """Seconds of a step (``present``) that shall not count."""
        own = key == self.present
        counted = self.elapsed if own else self.spent.get(key, 0.0)
        self.spent[key] = self.spent.get(key, 0.0) - min(seconds, counted)
        self.ticked.emit()

    def begin_day(self, earlier: Mapping[str, float]) -> None:
        """Count from nothing: what has been counted belongs to another day."""
        self.spent, self.earlier, self.lengthened = {}, dict(earlier), {}

    def pause(self) -> None:
        """Stop the clock, keep the time."""
        if self._started is not None:
            self.spent[self.present] = self.elapsed
            self._started = None
            self._tick.stop()
            self.ticked.emit()

    def toggle(self) -> None:
        """Start, pause or go on."""
        if self.running:
            self.pause()
        else:
            self.start()

    def add(self, minutes: int) -> None:
        """Lengthen (or shorten) the step."""
        self._set_length(max(0, self.planned + minutes * 60))
        self.ticked.emit()

    def _set_length(self, seconds: int) -> None:
        self.planned = seconds
        self.lengthened[self.present] = seconds - self._offered


def clock_text(seconds: int) -> str:
    """«12:18», in overrun «+02:10»."""
    sign = "+" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes:02d}:{rest:02d}"
