"""Pictures put into files: one chart, or all of them side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from reports.brand import PLAIN, Brand
from reports.pictures.catalogue import available, record
from reports.pictures.png import png_bytes
from reports.pictures.recorder import Recording
from reports.pictures.svg import svg_bytes
from reports.sections.source import Source
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.whole_file import write_file
from workshop_app.i18n import Words

WRITERS: Mapping[str, Callable[[Recording], bytes]] = MappingProxyType({".png": png_bytes, ".svg": svg_bytes})
"""By the ending of the file's name."""


def write_picture(source: Source, words: Words, name: str, target: Path, brand: Brand = PLAIN) -> None:
    """One chart by name; ``ProblemError`` for one that is unknown or has no data, or a place that can't be written."""
    offered = available(source, words)
    if name not in offered:
        names = ", ".join(offered) or words("none")
        raise ProblemError(Message(N_("Which chart? There is data for: {names}."), {"names": names}))
    write_file(target, WRITERS[target.suffix.lower()](record(offered[name], source, words, brand)))


def write_all_pictures(
    source: Source,
    words: Words,
    target: Path,
    brand: Brand = PLAIN,
    progress: Callable[[float], object] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Path]:
    """Every chart that has data beside ``target``, its name after a dash: «plan-goals.svg»; the files written.

    Safe in a worker thread when the source's context is ``ready``. ``ProblemError`` as for one.
    """
    offered = available(source, words)
    written: list[Path] = []
    for number, (name, picture) in enumerate(offered.items()):
        if cancelled():
            break
        path = target.with_stem(f"{target.stem}-{name}")
        write_file(path, WRITERS[target.suffix.lower()](record(picture, source, words, brand)))
        written.append(path)
        progress((number + 1) / len(offered))
    return written
