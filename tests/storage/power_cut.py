"""What a disk may hold after a power cut, rebuilt from a trace of system calls.

Everything that was fsynced is there. Of the rest a random part survives, writes possibly torn at 512-byte sectors.
New and removed names that no fsync of the folder covered may or may not have happened, in their order.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_CALL = re.compile(r"\d+\s+(\w+)\((.*)\)\s+= (-?\w+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OF_DESCRIPTOR = re.compile(r"\d+<((?:\\x[0-9a-f]{2})+)")


@dataclass(frozen=True)
class Call:
    """One traced call: ``kind`` is write, cut, sync, create, remove, sync_folder or told."""

    kind: str
    name: str = ""
    place: int = 0
    content: bytes = b""


def read_trace(trace: Path, document: Path) -> list[Call]:
    """The calls of ``strace -f -y -xx`` that concern a document, its journal, its folder and standard output."""
    calls = []
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _CALL.match(line)
        if match and not match[3].startswith("-"):
            call = _read(match[1], match[2], document)
            if call:
                calls.append(call)
    return calls


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _read(name: str, arguments: str, document: Path) -> Call | None:
    match = _OF_DESCRIPTOR.match(arguments)
    target = _bytes(match[1]).decode(errors="replace") if match else ""
    texts = [_bytes(text) for text in _TEXT.findall(arguments)]
    last = arguments.rsplit(",", 1)[-1].strip()
    if name == "write" and arguments.startswith("1<"):
        return Call("told", place=int(texts[0]))
    if name in {"fsync", "fdatasync"} and target == str(document.parent):
        return Call("sync_folder")
    if name in {"unlink", "unlinkat", "openat"}:
        path = texts[0].decode(errors="replace") if texts else ""
        if not path.startswith(str(document)) or (name == "openat" and "O_CREAT" not in arguments):
            return None
        return Call("create" if name == "openat" else "remove", path)
    if not target.startswith(str(document)):
        return None
    if name == "pwrite64":
        return Call("write", target, int(last), texts[0])
    if name == "ftruncate":
        return Call("cut", target, int(last))
    return Call("sync", target) if name in {"fsync", "fdatasync"} else None


@dataclass
class Disk:
    """Contents by number of the file; what is sure, and what still waits in the machine's memory."""

    sure: dict[int, bytearray]
    names: dict[str, int]
    sure_names: dict[str, int]
    waiting: dict[int, list[Call]] = field(default_factory=lambda: defaultdict(list))
    waiting_names: list[tuple[str, int | None]] = field(default_factory=list)
    told: int = 0

    @classmethod
    def holding(cls, document: Path, content: bytes) -> Disk:
        """A disk with one file."""
        return cls({0: bytearray(content)}, {str(document): 0}, {str(document): 0})

    def run(self, calls: Iterable[Call]) -> None:
        """Carry out calls as the system does for a running program."""
        for call in calls:
            self._run(call)

    def _run(self, call: Call) -> None:
        if call.kind == "told":
            self.told = call.place
        elif call.kind == "sync_folder":
            self._make_names_sure(self.sure_names, len(self.waiting_names))
            self.waiting_names.clear()
        elif call.kind == "create":
            if call.name not in self.names:
                number = len(self.sure)
                self.names[call.name] = number
                self.sure[number] = bytearray()
                self.waiting_names.append((call.name, number))
        elif call.kind == "remove":
            self.names.pop(call.name, None)
            self.waiting_names.append((call.name, None))
        elif call.kind == "sync":
            number = self.names[call.name]
            for write in self.waiting.pop(number, []):
                _apply(self.sure[number], write)
        else:
            self.waiting[self.names[call.name]].append(call)

    def _make_names_sure(self, names: dict[str, int], count: int) -> None:
        for name, number in self.waiting_names[:count]:
            if number is None:
                names.pop(name, None)
            else:
                names[name] = number

    def after_power_cut(self, survival: str, chance: random.Random) -> dict[str, bytes]:
        """Files by name. ``survival`` of what waited: none, all or some."""
        contents = {number: bytearray(content) for number, content in self.sure.items()}
        for number, writes in self.waiting.items():
            for write in writes:
                luck = {"none": 1.0, "all": 0.0}.get(survival, chance.random())
                if luck < 0.4:
                    _apply(contents[number], write)
                elif luck < 0.6:
                    _apply(contents[number], write, lambda: chance.random() < 0.5)
        names = dict(self.sure_names)
        count = {"none": 0, "all": len(self.waiting_names)}.get(survival)
        self._make_names_sure(names, chance.randint(0, len(self.waiting_names)) if count is None else count)
        return {name: bytes(contents[number]) for name, number in names.items()}


def _apply(content: bytearray, call: Call, survives: Callable[[], bool] = lambda: True) -> None:
    if call.kind == "cut":
        del content[call.place :]
        content.extend(bytes(call.place - len(content)))
        return
    end = call.place + len(call.content)
    content.extend(bytes(max(0, end - len(content))))
    for start in range(0, len(call.content), SECTOR):
        if survives():
            piece = call.content[start : start + SECTOR]
            content[call.place + start : call.place + start + len(piece)] = piece
