"""A canvas that writes a tagged PDF: a structure tree a screen reader can follow, decoration marked as artifact.

An ``Element`` stands for one logical piece of the document (a heading, a cell); it enters the tree when it is first
drawn, so the tree has the order of reading. Pieces of a paragraph or table that goes over a page share their element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from reports.text import clean


class Element:
    """One logical piece: ``tag`` is a standard PDF type (P, H1, Table, TH…), ``alt`` the words for a picture."""

    __slots__ = ("actual", "alt", "tag")

    def __init__(self, tag: str, alt: str = "", actual: str = "") -> None:
        self.tag = tag
        self.alt = clean(alt)
        self.actual = clean(actual)


class _Node:
    __slots__ = ("box", "contents", "element", "kids")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.kids: list[_Node] = []
        self.contents: list[tuple[int, int]] = []
        self.box: tuple[float, float, float, float] | None = None


class TagCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """ReportLab's canvas with marked content; ``xmp_title`` goes into the metadata."""

    xmp_title = ""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._root = _Node(Element("Document"))
        self._nodes: dict[Element, _Node] = {}
        self._containers = [self._root]
        self._tag_pages: list[tuple[Any, list[_Node]]] = []
        self._page_nodes: list[_Node] = []
        self._marking = False
        self._outline_level = -1
        self._bookmarks = self._forms = 0
        self._stamps: dict[int, tuple[Any, str]] = {}
        self.setViewerPreference("DisplayDocTitle", "true")

    def _node(self, element: Element) -> _Node:
        node = self._nodes.get(element)
        if node is None:
            node = self._nodes[element] = _Node(element)
            self._containers[-1].kids.append(node)
        return node

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """What is drawn in this block belongs to the element (a table, a row, a list)."""
        if self._marking:
            yield
            return
        self._containers.append(self._node(element))
        try:
            yield
        finally:
            self._containers.pop()

    @contextmanager
    def content(self, element: Element, box: tuple[float, float] | None = None) -> Iterator[None]:
        """What is drawn in this block is the element's content; ``box`` is its width and height from the origin."""
        if self._marking:
            yield
            return
        node = self._node(element)
        if box is not None:
            node.box = (*self.absolutePosition(0, 0), *self.absolutePosition(*box))
        number = len(self._page_nodes)
        self._page_nodes.append(node)
        node.contents.append((len(self._tag_pages), number))
        with self._marked(f"/{element.tag} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn in this block is decoration or repeated matter."""
        if self._marking:
            yield
            return
        with self._marked("/Artifact BMC"):
            yield

    @contextmanager
    def _marked(self, operator: str) -> Iterator[None]:
        self._marking = True
        self._code.append(operator)
        try:
            yield
        finally:
            self._code.append("EMC")
            self._marking = False

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
            self.endForm()
        self.doForm(name)

    def outline(self, title: str, level: int, top: float, key: str = "") -> None:
        """Bookmark the place ``top`` points above the origin; a level deeper than the last one's child is raised."""
        self._bookmarks += 1
        key = key or f"heading-{self._bookmarks}"
        level = min(level, self._outline_level + 1)
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
        self._write_structure()
        self._write_metadata()
        super().save()

    def _write_structure(self) -> None:
        document = self._doc
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        tree_reference = document.Reference(tree)
        references: dict[int, Any] = {}
        tree.dict["K"] = self._write_node(self._root, tree_reference, references)
        numbers: list[Any] = []
        for index, (_, nodes) in enumerate(self._tag_pages):
            numbers += [index, document.Reference(PDFArray([references[id(node)] for node in nodes]))]
        tree.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree.dict["ParentTreeNextKey"] = len(self._tag_pages)
        document.Catalog.StructTreeRoot = tree_reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _write_node(self, node: _Node, parent: Any, references: dict[int, Any]) -> Any:
        element = node.element
        entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent})
        reference = references[id(node)] = self._doc.Reference(entry)
        if element.alt:
            entry.dict["Alt"] = PDFString(element.alt)
        if element.actual:
            entry.dict["ActualText"] = PDFString(element.actual)
        if element.tag == "TH":
            entry.dict["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
        if node.box is not None:
            box = PDFArray([round(value, 2) for value in node.box])
            entry.dict["A"] = PDFDictionary({"O": PDFName("Layout"), "BBox": box})
        marks = self._write_contents(node, entry)
        kids = [self._write_node(kid, reference, references) for kid in node.kids]
        entry.dict["K"] = PDFArray([*marks, *kids])
        return reference

    def _write_contents(self, node: _Node, entry: Any) -> list[Any]:
        """References to the node's marked content: plain numbers on its first page, dictionaries on others."""
        if not node.contents:
            return []
        first = node.contents[0][0]
        entry.dict["Pg"] = self._tag_pages[first][0]
        return [
            number
            if page == first
            else PDFDictionary({"Type": PDFName("MCR"), "Pg": self._tag_pages[page][0], "MCID": number})
            for page, number in node.contents
        ]

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
