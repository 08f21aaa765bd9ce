"""Qt's own Python support, made cheap to load.

PySide6 carries a support package (``shibokensupport``: signatures for help texts and for messages about wrong
arguments) as source inside its library, and compiles that source and its regular expressions anew in every process:
two thirds of what importing PySide6 costs. Here the compiled source is kept from one start to the next, as Python keeps
that of any module, and an expression waits until a signature is asked for.
"""

from __future__ import annotations

import builtins
import marshal
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

PACKAGE = "shibokensupport"
FILES = (f"{PACKAGE}/", "signature_bootstrap.py")
"""How the names of the files begin that PySide6 compiles while it is imported."""


def import_qt() -> None:
    """Import QtCore, which loads the support package; nothing is left in place of Python's own functions.

    Qt's ``import`` would read the source of every module imported after it, to see whether it may ask for
    ``__feature__``; this program asks for none.
    """
    kept = KeptCode(Path(cache_from_source(str(Path(__file__).with_name(f"{PACKAGE}.py")))))
    with _in_place_of(builtins, "compile", kept.compile), _in_place_of(re, "compile", _waiting):
        import PySide6.QtCore  # noqa: F401  imported for what it does

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    kept.write()


@contextmanager
def _in_place_of(module: ModuleType, name: str, function: Callable[..., Any]) -> Iterator[None]:
    own = getattr(module, name)
    setattr(module, name, function)
    try:
        yield
    finally:
        setattr(module, name, own)


class KeptCode:
    """The compiled files of the support package, kept in one file; one that is damaged or old counts for nothing."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._compiled: dict[str, tuple[bytes, CodeType]] = {}
        self._complete = True
        with suppress(OSError, ValueError, TypeError, EOFError), place.open("rb") as file:
            if file.read(len(MAGIC_NUMBER)) == MAGIC_NUMBER:
                self._compiled = dict(marshal.loads(file.read()))

    def compile(self, source: Any, filename: Any, *rest: Any, own: Callable[..., Any] = compile, **named: Any) -> Any:
        """What ``compile`` returns, without compiling a file of the support package that has not changed."""
        if not str(filename).startswith(FILES):
            return own(source, filename, *rest, **named)
        mark = source_hash(source)
        known, code = self._compiled.get(filename, (b"", None))
        if known != mark or code is None:
            code = own(source, filename, *rest, **named)
            self._compiled[filename] = (mark, code)
            self._complete = False
        return code

    def write(self) -> None:
        """Keep what had to be compiled, where Python may keep its own; whole or not at all."""
        if self._complete or sys.dont_write_bytecode:
            return
        half = self.place.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            half.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(MAGIC_NUMBER + marshal.dumps(self._compiled))
            half.replace(self.place)


class WaitingExpression:
    """A regular expression that is compiled when one of its methods is first called."""

    def __init__(self, compiled: Callable[[], re.Pattern[str]]) -> None:
        self._compiled = cache(compiled)

    def __getattr__(self, method: str) -> Callable[..., Any]:
        return lambda *values, **named: getattr(self._compiled(), method)(*values, **named)


def _waiting(pattern: Any, flags: Any = 0, *, own: Callable[..., Any] = re.compile) -> Any:
    """What ``re.compile`` returns; for the support package one that waits."""
    asking = sys._getframe(1).f_globals.get("__name__", "")
    return WaitingExpression(partial(own, pattern, flags)) if asking.startswith(PACKAGE) else own(pattern, flags)
