"""Which running program it is that holds a file, as written into side files, and whether it still runs."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.storage.places import PROGRAM

_THIS_RUN = os.urandom(8).hex()
_LONGEST_WORD = 200


def utc_now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


@frozen
class LockHeldBy:
    """A program that has a file open; ``since`` in UTC. Empty where the side file does not say.

    ``boot`` and ``run`` tell this start of the computer and of the program from another with the same process number.
    """

    program: str = ""
    host: str = ""
    user: str = ""
    pid: int = 0
    since: datetime | None = None
    boot: str = ""
    run: str = ""

    def to_json(self) -> bytes:
        """The side file's content."""
        since = self.since.isoformat() if self.since else None
        return json.dumps({**asdict(self), "since": since}).encode()

    @classmethod
    def from_json(cls, content: bytes) -> LockHeldBy:
        """Read a side file; what can't be read is somebody unknown, who counts as running elsewhere."""
        try:
            found = json.loads(content)
            words = {name: str(found[name])[:_LONGEST_WORD] for name in ("program", "host", "user", "boot", "run")}
            since = datetime.fromisoformat(found["since"]).astimezone(UTC)
            return cls(pid=int(found["pid"]), since=since, **words)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return cls()

    @property
    def is_gone(self) -> bool:
        """Whether it surely runs no more: it ran on this computer, and its process is dead."""
        if not self.host or self.host != _host():
            return False
        if self.boot != _boot():
            return True
        if self.pid == os.getpid():
            return self.run != _THIS_RUN
        return not process_runs(self.pid)


def this_process(since: datetime) -> LockHeldBy:
    """This program as others will see it."""
    return LockHeldBy(PROGRAM, _host(), _user(), os.getpid(), since, _boot(), _THIS_RUN)


if sys.platform == "win32":

    def process_runs(pid: int) -> bool:
        """Whether a process of this computer is alive (signal 0 would end it on Windows)."""
        import ctypes

        synchronize, access_denied, timeout = 0x0010_0000, 5, 0x102
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(synchronize, False, pid)
        if not handle:
            return ctypes.get_last_error() == access_denied
        try:
            return bool(kernel.WaitForSingleObject(handle, 0) == timeout)
        finally:
            kernel.CloseHandle(handle)
else:

    def process_runs(pid: int) -> bool:
        """Whether a process of this computer is alive."""
        try:
            os.kill(pid, 0)
        except PermissionError:
            return True
        except (ProcessLookupError, OverflowError):
            return False
        return True


def _boot() -> str:
    """The name of this start of the computer, where the system gives it one."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    return ""


def _host() -> str:
    """The computer's name, as ``platform.node`` gives it, without that module's cost at the start."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
