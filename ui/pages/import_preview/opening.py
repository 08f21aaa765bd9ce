"""How an import begins: a file is chosen, its kind is known or guessed, the page comes to the front."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from ui.context import WindowContext
from ui.pages.base import Place
from ui.pages.import_preview.page import ImportPage
from ui.pages.import_preview.preview import ImportSource
from ui.pages.import_preview.tables import TableImport
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.imports import ENGAGEMENT, LEDGER, guess_kind, kinds_in


def source_of(context: WindowContext, path: Path, kind: str | None = None) -> ImportSource:
    """The source of a file; the kind is guessed where it is None. ``ProblemError`` in words."""
    found = kind or guess_kind(path, context.bridge.engagement)
    if found == ENGAGEMENT:
        text = N_("{file} is a whole workshop. Open it from the start screen: it becomes a file of its own.")
        raise ProblemError(Message(text, {"file": path.name}))
    if found == LEDGER:
        from ui.pages.import_preview.ledger import LedgerImport

        return LedgerImport(path, context.words)
    return TableImport(path, found, context.words)


def choose_file(context: WindowContext, parent: QWidget) -> Path | None:
    """The system's file dialog; None when it was cancelled. The folder is remembered."""
    _ = context.words
    folder = context.preferences.settings.last_folder
    kinds = _("Tables (*.xlsx *.xls *.csv *.tsv *.txt *.ods)")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a file to import"), folder, kinds)
    if not chosen:
        return None
    context.preferences.change(last_folder=str(Path(chosen).parent))
    return Path(chosen)


def begin_import(
    context: WindowContext,
    parent: QWidget,
    kind: str | None = None,
    back: Place | None = None,
    path: Path | None = None,
    sheets: Sequence[tuple[str, str]] = (),
) -> ImportPage | None:
    """Ask for a file and show what would be imported; afterwards go ``back``. None when nothing was chosen.

    A workbook with tables of several kinds offers them all (``sheets``: kinds with the names of their sheets).
    """
    path = path or choose_file(context, parent)
    if path is None:
        return None
    try:
        source = source_of(context, path, kind)
    except ProblemError as error:
        context.shell.problem(error.message)
        return None
    return _show_page(context, ImportPage(context, source), kind, back, sheets)


def _show_page(
    context: WindowContext, page: ImportPage, kind: str | None, back: Place | None, sheets: Sequence[tuple[str, str]]
) -> ImportPage:
    context.shell.show_over(page, again=partial(_show_again, context, page, kind, back))
    page.finished.connect(lambda: context.shell.show_over(None, back))
    page.other_file.connect(lambda: begin_import(context, page.window(), kind, back))
    page.setFocus()
    source = page.source
    if isinstance(source, TableImport):
        offer = partial(_offer_sheets, context, back, page, source)
        if sheets:
            offer(sheets)
        elif kind is None:
            engagement = context.bridge.engagement
            context.tasks.start(lambda _task: kinds_in(source.path, engagement)).done.connect(offer)
    return page


def _show_again(context: WindowContext, before: ImportPage, kind: str | None, back: Place | None) -> None:
    """The same file in the language that has been chosen meanwhile, with everything that was said about it."""
    read_as = before.source.kind if isinstance(before.source, TableImport) else LEDGER
    source = source_of(context, before.source.path, read_as)
    _show_page(context, ImportPage(context, source, before=before), kind, back, before.sheets)


def _offer_sheets(
    context: WindowContext,
    back: Place | None,
    page: ImportPage,
    source: TableImport,
    sheets: Sequence[tuple[str, str]],
) -> None:
    if isValid(page) and page.isVisible():
        page.sheets = sheets
        page.strip.offer_sheets(sheets, source.kind)
        page.strip.kind_chosen.connect(lambda other: _other_sheet(context, page, other, back, sheets))


def _other_sheet(
    context: WindowContext, before: ImportPage, kind: str, back: Place | None, sheets: Sequence[tuple[str, str]]
) -> None:
    """The page of another sheet, where the arrows go on choosing."""
    page = begin_import(context, before.window(), kind, back, before.source.path, sheets)
    if page is not None:
        page.strip.sheets.setFocus()
