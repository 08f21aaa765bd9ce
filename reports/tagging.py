"""A canvas that writes a tagged PDF: a structure tree a screen reader can follow, decoration marked as artifact.

An ``Element`` stands for one logical piece of the document (a heading, a cell); it enters the tree when it is first
drawn, so the tree has the order of reading. Pieces of a paragraph or table that goes over a page share their element.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFResourceDictionary, PDFStream

from reports.ink import InkCanvas
from reports.structure import Element, Node, write_structure

__all__ = ["Element", "TagCanvas"]

_NOTHING = nullcontext()


class _Marked:
    """A stretch of marked content between its beginning and its end."""

    __slots__ = ("_canvas", "_operator")

    def __init__(self, canvas: TagCanvas, operator: str) -> None:
        self._canvas, self._operator = canvas, operator

    def __enter__(self) -> None:
        self._canvas.marking = True
        self._canvas.write(self._operator)

    def __exit__(self, *_: object) -> None:
        self._canvas.write("EMC")
        self._canvas.marking = False


class _Inside:
    """What is drawn here belongs to a node."""

    __slots__ = ("_containers", "_node")

    def __init__(self, containers: list[Node], node: Node) -> None:
        self._containers, self._node = containers, node

    def __enter__(self) -> None:
        self._containers.append(self._node)

    def __exit__(self, *_: object) -> None:
        self._containers.pop()


class TagCanvas(InkCanvas):
    """ReportLab's canvas with marked content; ``xmp_title`` goes into the metadata."""

    xmp_title = ""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._root = Node(Element("Document"))
        self._nodes: dict[Element, Node] = {}
        self._containers = [self._root]
        self._tag_pages: list[tuple[Any, list[Node]]] = []
        self._page_nodes: list[Node] = []
        self.marking = False
        self._outline_level, self._has_chapters = -1, False
        self._bookmarks = self._forms = 0
        self._stamps: dict[int, tuple[Any, str]] = {}
        self.setViewerPreference("DisplayDocTitle", "true")

    def _node(self, element: Element) -> Node:
        node = self._nodes.get(element)
        if node is None:
            node = self._nodes[element] = Node(element)
            self._containers[-1].kids.append(node)
        return node

    def inside(self, element: Element) -> AbstractContextManager[None]:
        """What is drawn in this block belongs to the element (a table, a row, a list)."""
        return _NOTHING if self.marking else _Inside(self._containers, self._node(element))

    def content(self, element: Element, box: tuple[float, float] | None = None) -> AbstractContextManager[None]:
        """What is drawn in this block is the element's content; ``box`` is its width and height from the origin."""
        if self.marking:
            return _NOTHING
        node = self._node(element)
        if box is not None:
            node.box = (*self.absolutePosition(0, 0), *self.absolutePosition(*box))
        number = len(self._page_nodes)
        self._page_nodes.append(node)
        node.contents.append((len(self._tag_pages), number))
        return _Marked(self, f"/{element.tag} <</MCID {number}>> BDC")

    def artifact(self) -> AbstractContextManager[None]:
        """What is drawn in this block is decoration or repeated matter."""
        return _NOTHING if self.marking else _Marked(self, "/Artifact BMC")

    def stamp(self, shapes: Any, width: float, height: float, paint: Callable[[Any, Any], None]) -> None:
        """Paint the shapes; from the second time on as one form, which keeps files small."""
        known = self._stamps.get(id(shapes))
        if known is None:
            self._stamps[id(shapes)] = (shapes, "")
            paint(self, shapes)
            return
        name = known[1]
        if not name:
            self._forms += 1
            name = f"mark-{self._forms}"
            self._stamps[id(shapes)] = (shapes, name)
            self.beginForm(name, -2, -2, width + 2, height + 2)
            paint(self, shapes)
            self.endForm(**self._needs_of_a_form())
        self.doForm(name)

    def _needs_of_a_form(self) -> dict[str, Any]:
        """Shapes without text need no fonts, which viewers would look up anew at every one of thousands of marks."""
        if any("Tj" in code for code in self._code):
            return {}
        resources = PDFResourceDictionary()
        resources.basicProcs()
        return {"Resources": resources}

    def outline(self, title: str, level: int, top: float, key: str = "") -> None:
        """Bookmark the place ``top`` points above the origin; a level deeper than the last one's child is raised."""
        self._bookmarks += 1
        key = key or f"heading-{self._bookmarks}"
        self._has_chapters |= level == 0
        level = min(level, self._outline_level + 1) if self._has_chapters else 0
        self._outline_level = level
        _, y = self.absolutePosition(0, top)
        self.bookmarkPage(key, fit="XYZ", left=0, top=y + 12)
        self.addOutlineEntry(title.replace("\N{NO-BREAK SPACE}", " "), key, level, closed=False)

    def showPage(self) -> None:
        reference = self._doc.thisPageRef()
        nodes, self._page_nodes = self._page_nodes, []
        super().showPage()
        page = self._doc.idToObject[reference.name]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._tag_pages)
        page.Tabs = PDFName("S")
        self._tag_pages.append((reference, nodes))

    def save(self) -> None:
        if len(self._code):
            self.showPage()
        write_structure(self._doc, self._root, self._tag_pages)
        self._write_metadata()
        super().save()

    def _write_metadata(self) -> None:
        xmp = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
            f"{escape(self.xmp_title)}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
            '<?xpacket end="w"?>'
        )
        entry = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        self._doc.Catalog.Metadata = self._doc.Reference(PDFStream(entry, xmp.encode(), filters=[]))
