"""Reading a finished PDF in tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

from reports.document import DocumentSpec, Story, build
from reports.flowables.block import Block


def made(story: Story, spec: DocumentSpec, **options: Any) -> PdfReader:
    """The document as a reader."""
    return PdfReader(BytesIO(made_bytes(story, spec, **options)))


def made_bytes(story: Story, spec: DocumentSpec, **options: Any) -> bytes:
    """The document's bytes, without the time of making."""
    out = BytesIO()
    build(story, spec, out, invariant=True, **options)
    return out.getvalue()


def of(*blocks: Any) -> Story:
    """A story of makers: each gets the paper and returns a block or blocks."""
    return lambda paper: [maker(paper) if callable(maker) else maker for maker in blocks]


def words(source: PdfReader | Path | str) -> list[str]:
    """Text of every page as a PDF viewer finds it: plain spaces and apostrophes, hyphens at line ends kept."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(source.stream.getvalue() if isinstance(source, PdfReader) else Path(source).read_bytes()))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return [" ".join(text.replace("\u00a0", " ").replace("\ufffe", "- ").replace("’", "'").split()) for text in texts]


def font_names(reader: PdfReader) -> set[str]:
    """Names of all fonts of the file, without the subset's prefix."""
    names = set()
    for item in reader.xref_objStm or reader.xref[0]:
        entry = reader.get_object(item)
        if isinstance(entry, dict) and entry.get("/Type") == "/Font":
            names.add(str(entry["/BaseFont"]).split("+")[-1].lstrip("/"))
    return names


def elements(reader: PdfReader) -> Iterator[Any]:
    """All structure elements in reading order."""
    tree = reader.trailer["/Root"]["/StructTreeRoot"]
    yield from _walk(tree["/K"])


def _walk(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, dict) and "/S" in node:
        yield node
        for kid in node.get("/K", []):
            if not isinstance(kid, int):
                yield from _walk(kid)


def tags(reader: PdfReader) -> Counter[str]:
    """How often each tag stands in the structure tree."""
    return Counter(str(element["/S"]).lstrip("/") for element in elements(reader))


class Bar(Block):
    """A block of a known height."""

    def __init__(self, high: float) -> None:
        super().__init__()
        self.high = high

    def measure(self, width: float, height: float) -> float:
        return self.high

    def draw(self) -> None:
        """Nothing."""
