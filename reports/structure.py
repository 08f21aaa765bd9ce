"""The structure tree of a tagged PDF, written straight as bytes: a long report has tens of thousands of elements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference

from reports.text import clean

Box = tuple[float, float, float, float]


class Element:
    """One logical piece: ``tag`` is a standard PDF type (P, H1, Table, TH…), ``alt`` the words for a picture."""

    __slots__ = ("actual", "alt", "tag")

    def __init__(self, tag: str, alt: str = "", actual: str = "") -> None:
        self.tag = tag
        self.alt = clean(alt) if alt else ""
        self.actual = clean(actual) if actual else ""


class Node:
    """An element in the tree. ``contents``: (number of the page, number of the marked content on it)."""

    __slots__ = ("box", "contents", "element", "kids", "number")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.kids: list[Node] = []
        self.contents: list[tuple[int, int]] = []
        self.box: Box | None = None
        self.number = 0


class _Written(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object whose bytes are known."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """ReportLab: the bytes."""
        return self.content


def write_structure(document: Any, root: Node, pages: Sequence[tuple[Any, Sequence[Node]]]) -> None:
    """Put the tree into the document. ``pages``: a reference to each page, and its nodes by marked content."""
    first = document.objectcounter + 1
    nodes = list(_walk(root))
    for number, (node, _) in enumerate(nodes, first + 1):
        node.number = number
    numbers = [document.idToObjectNumberAndVersion[reference.name][0] for reference, _ in pages]
    parents = _parent_tree(pages)
    tree = f"<< /Type /StructTreeRoot /K {root.number} 0 R /ParentTree {parents} /ParentTreeNextKey {len(pages)} >>"
    _add(document, first, tree)
    for node, parent in nodes:
        _add(document, node.number, _entry(node, parent.number if parent else first, numbers))
    document.objectcounter = first + len(nodes)
    document.Catalog.StructTreeRoot = PDFObjectReference(f"R{first}")
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _add(document: Any, number: int, content: str) -> None:
    name = f"R{number}"
    document.idToObjectNumberAndVersion[name] = number, 0
    document.numberToId[number] = name
    document.idToObject[name] = _Written(content.encode("ascii"))


def _walk(root: Node) -> Iterator[tuple[Node, Node | None]]:
    """Every node with its parent, in the order of reading."""
    waiting: list[tuple[Node, Node | None]] = [(root, None)]
    while waiting:
        node, parent = waiting.pop()
        yield node, parent
        waiting += [(kid, node) for kid in reversed(node.kids)]


def _parent_tree(pages: Sequence[tuple[Any, Sequence[Node]]]) -> str:
    """From a page and the number of marked content to its element."""
    rows = (f"{index} [{' '.join(f'{node.number} 0 R' for node in nodes)}]" for index, (_, nodes) in enumerate(pages))
    return f"<< /Nums [{' '.join(rows)}] >>"


def _entry(node: Node, parent: int, pages: Sequence[int]) -> str:
    element = node.element
    words = f"<< /Type /StructElem /S /{element.tag} /P {parent} 0 R"
    if element.alt:
        words += f" /Alt {_string(element.alt)}"
    if element.actual:
        words += f" /ActualText {_string(element.actual)}"
    if element.tag == "TH":
        words += " /A << /O /Table /Scope /Column >>"
    if node.box is not None:
        words += f" /A << /O /Layout /BBox [{' '.join(f'{value:.2f}' for value in node.box)}] >>"
    kids = []
    if node.contents:
        first = node.contents[0][0]
        words += f" /Pg {pages[first]} 0 R"
        kids = [_content(number, pages[page], page == first) for page, number in node.contents]
    kids += [f"{kid.number} 0 R" for kid in node.kids]
    return f"{words} /K [{' '.join(kids)}] >>"


def _content(number: int, page: int, at_home: bool) -> str:
    """Marked content: a plain number on the element's first page, a dictionary on others."""
    return str(number) if at_home else f"<< /Type /MCR /Pg {page} 0 R /MCID {number} >>"


def _string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex()}>"
