"""What a person copied elsewhere, to be pasted here."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def clipboard_rows() -> list[list[str]]:
    """Cells of a spreadsheet's text: tabs between cells, newlines between rows, quotes around newlines."""
    import csv
    import io

    text = QGuiApplication.clipboard().text().replace("\r\n", "\n").replace("\r", "\n")
    rows = csv.reader(io.StringIO(text), delimiter="\t")
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
