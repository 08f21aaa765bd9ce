"""Files of any office read into grids: encodings, separators, workbooks, and what can't be read."""

import io
import struct
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from workshop_app.domain.message import ProblemError
from workshop_app.exchange.grid import Cell, Field, Grid, cell_text, find_table
from workshop_app.exchange.grid.book import open_grids
from workshop_app.exchange.grid.encoding import detect_encoding

RUSSIAN = "Отдел;Функция\nОП-1;«Готовит» коммерческие предложения\n"
ENGLISH = "Department;Function\nSales;Coffee at the café, £5\n"


def first(path: Path) -> Grid:
    return next(iter(open_grids(path)))


def cells(path: Path) -> list[list[Cell]]:
    return [list(row) for _, row in first(path).rows()]


def saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8-sig"),
        (RUSSIAN, "utf-16", "utf-16"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN.replace("«", "").replace("»", ""), "cp866", "cp866"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-8", "utf-8"),
        ("A;B\n1;2\n", "ascii", "utf-8"),
    ],
)
def test_the_encoding_is_found_out(tmp_path: Path, text: str, encoding: str, found: str) -> None:
    path = saved(tmp_path / "list.csv", text.encode(encoding))
    assert detect_encoding(path) == found
    assert cells(path) == [line.split(";") for line in text.splitlines()]


def test_a_letter_cut_by_the_end_of_a_piece_does_not_confuse(tmp_path: Path) -> None:
    path = saved(tmp_path / "long.csv", b"x" + "я".encode() * 600_000)
    assert detect_encoding(path) == "utf-8"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_found_out_and_quotes_keep_everything(tmp_path: Path, separator: str) -> None:
    rows = ["Отдел|Функция|Часы", 'ОП-1|"Готовит, пишет; и\nзвонит\tклиенту"|"1,5"', 'ОП-2|"Говорит ""да"""|2']
    path = saved(tmp_path / "list.csv", "\r\n".join(rows).replace("|", separator).encode())
    assert cells(path) == [
        ["Отдел", "Функция", "Часы"],
        ["ОП-1", "Готовит, пишет; и\nзвонит\tклиенту", "1,5"],
        ["ОП-2", 'Говорит "да"', "2"],
    ]


def test_decimal_commas_do_not_pass_for_separators(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.csv", "Имя;Часы\n".encode() + "Анна;1,5\n".encode() * 30)
    assert cells(path)[1] == ["Анна", "1,5"]


def test_excels_hint_names_the_separator(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.csv", b"sep=,\na;b,c\n")
    assert [(number, list(row)) for number, row in first(path).rows()] == [(2, ["a;b", "c"])]


def test_a_list_of_one_column_is_not_cut_at_its_commas(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.csv", "Функция\nГотовит КП, договоры\nЗвонит, пишет\n".encode())
    table = find_table(path, [Field("function", "Function", ("функция",))])
    assert [record.text("function") for record in table.records()] == ["Готовит КП, договоры", "Звонит, пишет"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('a;b\n1;"2\n' + "x;y\n" * 50_000, 2),
        ('a;b\n1;2\n3;"4\nx;y\n', 3),
        ('a;b\n1;"2\nx;"y"\nx;z\n', 2),
    ],
)
def test_a_quotation_mark_that_is_never_closed_is_named(tmp_path: Path, text: str, row: int) -> None:
    with pytest.raises(ProblemError, match=f"Row {row}: a quotation mark"):
        cells(saved(tmp_path / "list.csv", text.encode()))


def test_quotation_marks_inside_a_cell_are_no_trouble(tmp_path: Path) -> None:
    path = saved(tmp_path / "list.csv", 'a;b\nТруба 1/2";x\n"Ромашка" ООО;"y\nz"\nООО "Ива";w\n'.encode())
    assert cells(path)[1:] == [['Труба 1/2"', "x"], ["Ромашка ООО", "y\nz"], ['ООО "Ива"', "w"]]


def workbook(path: Path, rows: list[list[object]], merged: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def test_cells_of_a_workbook_keep_their_types(tmp_path: Path) -> None:
    values = [
        " x ",
        7,
        1234.5,
        0.1 + 0.2,
        True,
        datetime(2024, 1, 2, 3, 4),
        date(2024, 1, 2),
        time(8, 30),
        timedelta(hours=30),
    ]
    path = workbook(tmp_path / "list.xlsx", [values])
    day = date(2024, 1, 2)
    read = ["x", Decimal(7), Decimal("1234.5"), Decimal("0.3"), "true", day, day, "8:30", "30:00"]
    assert cells(path) == [read]
    assert [cell_text(cell) for cell in read[1:6]] == ["7", "1234.5", "0.3", "true", "2024-01-02"]


def test_rows_keep_the_numbers_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [[], [], [None, "a"], [], [None, "b"]])
    assert [number for number, row in first(path).rows() if any(row)] == [3, 5]


def test_merged_text_carries_down_and_merged_numbers_stay(tmp_path: Path) -> None:
    rows: list[list[object]] = [["ОП-1", "Анна", 8], [None, None, None], [None, "Борис", None], [None, None, 3]]
    path = workbook(tmp_path / "list.xlsx", rows, ("A1:A4", "B1:B2", "C1:C2", "B3:B4"))
    assert cells(path) == [
        ["ОП-1", "Анна", Decimal(8)],
        ["ОП-1", "Анна", ""],
        ["ОП-1", "Борис", ""],
        ["ОП-1", "Борис", Decimal(3)],
    ]


def test_only_the_first_fitting_sheet_is_read_and_hidden_ones_are_not(tmp_path: Path) -> None:
    book = Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Заметки"
    notes.append(["Разное", "Прочее"])
    for title, state in (("Скрытый", "hidden"), ("Функции", "visible"), ("Ещё", "visible")):
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        sheet.append(["Отдел", "Функция"])
        sheet.append(["ОП-1", title])
    book.save(tmp_path / "book.xlsx")
    table = find_table(tmp_path / "book.xlsx", [Field("function", "Function", ("функция",))])
    assert (table.grid.name, table.other_sheets) == ("Функции", ("Заметки", "Ещё"))
    records = list(table.records(section={"Функции": "A"}.get))
    assert [(record.text("function"), record.section) for record in records] == [("Функции", "A")]


def test_a_stray_cell_at_the_end_of_the_sheet_is_named(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "a", "b"
    book.save(path)
    with pytest.raises(ProblemError, match="reaches to cell XFD1048576"):
        cells(path)


def protected() -> bytes:
    """The smallest compound file with the stream ``EncryptedPackage``, as Office writes a workbook with a password."""
    free, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    fat = struct.pack("<128I", fat_sector, end, *range(3, 10), end, *[free] * 118)
    entries = entry("Root Entry", 5, child=1, start=end) + entry("EncryptedPackage", 2, start=2, size=4096)
    return header + fat + entries + bytes(256) + bytes(8 * 512)


def entry(name: str, kind: int, child: int = 0xFFFFFFFF, start: int = 0, size: int = 0) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    return text.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(text), kind, 1, none, none, child, start, size)


def zipped(name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "<w/>")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("locked.xlsx", protected(), "locked.xlsx is protected by a password"),
        ("empty.csv", b"", "empty.csv is empty"),
        ("blank.csv", b"\xef\xbb\xbf\r\n\t\n", "blank.csv is empty"),
        ("broken.xlsx", b"PK\x03\x04" + b"junk" * 50, "the workbook is damaged"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"junk" * 200, "the workbook is damaged"),
        ("letter.docx", zipped("word/document.xml"), "letter.docx is not a table"),
        ("plan.pdf", b"%PDF-1.7\n1 0 obj", "plan.pdf is not a table"),
        ("photo.csv", b"\xff\xd8\xff\xe0;1;2\n", "photo.csv is not a table"),
        ("Oka.workshop", b"SQLite format 3\0;", "Oka.workshop is a workshop, not a table"),
        ("report.xls", b"\r\n<html><table><tr><td>1</td></tr></table>", "is a web page, not a table"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    with pytest.raises(ProblemError, match=words):
        cells(saved(tmp_path / name, content))


def test_a_missing_file_and_a_folder_are_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="There is no file"):
        first(tmp_path / "nothing.csv")
    with pytest.raises(ProblemError, match="is a folder"):
        first(tmp_path)


def test_a_file_without_any_titles_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="holds no table"):
        find_table(saved(tmp_path / "x.csv", b"1;2\n3;4\n"), [Field("function", "Function", ("функция",))])


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_a_table_or_refused_in_words(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = saved(tmp_path_factory.getbasetemp() / "any.csv", content)
    with suppress(ProblemError):
        find_table(path, [Field("function", "Function", ("функция",))])


def test_a_row_that_no_sheet_holds_is_named(tmp_path: Path) -> None:
    for text in ("a;b\n1;2\n3;" + "x" * 400_000 + "\n", 'a;b\n1;2\n3;"' + "x" * 200_000 + '"\n'):
        with pytest.raises(ProblemError, match="Row 3 is too long for a table"):
            cells(saved(tmp_path / "long.csv", text.encode()))


def test_a_workbook_that_unfolds_to_far_more_than_a_table_is_not_read(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "x.xlsx")
    with zipfile.ZipFile(tmp_path / "x.xlsx", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", bytes(1 << 26))
    with pytest.raises(ProblemError, match="too large"):
        first(tmp_path / "x.xlsx")
