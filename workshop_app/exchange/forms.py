"""Forms to send to a department as .xlsx; what comes back is imported without questions (DECISIONS, Imports)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import FIRST_WAVE
from workshop_app.domain.membership import department_named, staff_of
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Answer, Department, Function, PerformedBy, Position
from workshop_app.domain.references import department_label
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.enum_words import word
from workshop_app.exchange.sheets import Cell
from workshop_app.exchange.sheets.matrices import answer_text
from workshop_app.exchange.workbook import put_row, safe_text, saved, set_widths
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_EMPTY_ROWS = 60
_HEADER_ROW = 4

Form = Callable[[Engagement, Department, Words], bytes]


def find_department(engagement: Engagement, code: str) -> Department:
    """The department with this code, name, alias or id; ``ProblemError`` that lists the codes."""
    ids = {norm_text(department.id): department for department in engagement.departments}
    found = department_named(engagement, code) or ids.get(norm_text(code))
    if found is not None:
        return found
    codes = ", ".join(department.short or department.id for department in engagement.departments)
    message = N_("There is no department “{code}”. The departments are: {codes}.")
    raise ProblemError(Message(message, {"code": code, "codes": codes}))


def functions_form(engagement: Engagement, department: Department, words: Words) -> bytes:
    """The function list of a department to check and complete, with lists to choose from."""
    _ = words
    header = (_("Person"), _("Position"), _("Function"), _("Hours per week"), _("Activity"), _("Comment"))
    hint = _("A line for each thing that is really done. Hours of a usual week; leave them empty if not known.")
    sheet = _begin(department, _("Function list"), hint, header, words)
    lines = [function for function in engagement.functions if function.department_id == department.id]
    rows = [_function_row(function, engagement, words) for function in lines]
    _fill(sheet, rows, len(header), words)
    people = [person.name for person in staff_of(engagement, department.id)]
    positions = [p.title for p in engagement.positions if p.department_id == department.id]
    last = _HEADER_ROW + len(rows) + _EMPTY_ROWS
    choices = {"A": people, "B": positions, "E": [activity.title for activity in engagement.activities]}
    _add_choices(sheet, choices, last, words)
    _only_hours(sheet, f"D{_HEADER_ROW + 1}:D{last}", words)
    set_widths(sheet, [header, *rows])
    return _saved(sheet)


def claims_form(engagement: Engagement, department: Department, words: Words) -> bytes:
    """The sheet of a department's answers: every activity, and what to choose from."""
    _ = words
    header = (_("Code"), _("Activity"), department.name)
    hint = _("Who does this today, as you see it? Choose from the list, or name the departments.")
    sheet = _begin(department, _("Who does what"), hint, header, words)
    first = (claim for claim in engagement.claims if claim.wave == FIRST_WAVE)
    given = {claim.activity_id: claim for claim in first if claim.department_id == department.id}
    rows: list[tuple[Cell, ...]] = []
    for activity in engagement.activities:
        claim = given.get(activity.id)
        rows.append((activity.id, activity.title, answer_text(claim, engagement.departments, words) if claim else None))
    _fill(sheet, rows, len(header), words)
    answers = [Answer.WE, Answer.THEY, Answer.BOTH, Answer.NOBODY, Answer.UNKNOWN]
    said = [words(word(answer)) for answer in answers]
    if len(engagement.departments) > 2:
        others = [department_label(other) for other in engagement.departments if other.id != department.id]
        said = [said[0], *others, words("all"), *said[3:]]
    _add_choices(sheet, {"C": said}, _HEADER_ROW + len(rows), words)
    set_widths(sheet, [header, *rows])
    return _saved(sheet)


FORMS: Mapping[str, Form] = MappingProxyType({"functions": functions_form, "claims": claims_form})
"""The forms by the kind that their return is imported as."""


def _function_row(function: Function, engagement: Engagement, words: Words) -> tuple[Cell, ...]:
    person = engagement.person(function.person_id)
    unknown = engagement.unresolved(function.table, function.id, "person_id")
    name = person.name if person else (unknown[0].text if unknown else None)
    if function.performed_by is PerformedBy.DEPARTMENT:
        name = words("the whole department")
    position_id = function.position_id or (person.position_id if person else None)
    position = engagement.get(Position, position_id)
    activity = engagement.activity(function.activity_id)
    return (
        name,
        position.title if position else None,
        function.text,
        function.hours_per_week,
        activity.title if activity else None,
        function.comment,
    )


def _begin(department: Department, title: str, hint: str, header: Sequence[str], words: Words) -> Worksheet:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet: Worksheet = book.active  # type: ignore[assignment]  # a new workbook has one worksheet
    sheet.title = safe_text(title)[:31]
    put_row(sheet, 1, (title,), words, bold=True)
    sheet["A1"].font = Font(bold=True, size=14)
    put_row(sheet, 2, (words("Department"), department.name), words, bold=True)
    put_row(sheet, 3, (hint,), words)
    sheet.merge_cells(start_row=3, end_row=3, start_column=1, end_column=len(header))
    sheet.row_dimensions[3].height = 32
    put_row(sheet, _HEADER_ROW, header, words, bold=True)
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    return sheet


def _fill(sheet: Worksheet, rows: Sequence[Sequence[Cell]], width: int, words: Words) -> None:
    for index, row in enumerate(rows, start=_HEADER_ROW + 1):
        put_row(sheet, index, row, words)
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _add_choices(sheet: Worksheet, choices: Mapping[str, Sequence[str]], last: int, words: Words) -> None:
    """Lists to choose from, kept on a hidden sheet; anything else may be typed too."""
    from openpyxl.utils import quote_sheetname
    from openpyxl.worksheet.datavalidation import DataValidation

    book = _book(sheet)
    lists = book.create_sheet(words("Lists"))
    lists.sheet_state = "hidden"
    for number, (column, names) in enumerate(choices.items(), start=1):
        if not names:
            continue
        for index, name in enumerate(names, start=1):
            lists.cell(row=index, column=number, value=safe_text(name)).data_type = "s"
        letter = lists.cell(row=1, column=number).column_letter
        source = f"{quote_sheetname(lists.title)}!${letter}$1:${letter}${len(names)}"
        validation = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
        sheet.add_data_validation(validation)
        validation.add(f"{column}{_HEADER_ROW + 1}:{column}{last}")


def _only_hours(sheet: Worksheet, cells: str, words: Words) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    validation = DataValidation(type="decimal", operator="between", formula1="0", formula2="168", allow_blank=True)
    validation.errorStyle = "warning"
    validation.error = words("Hours per week are a number from 0 to 168.")
    validation.showErrorMessage = True
    sheet.add_data_validation(validation)
    validation.add(cells)


def _saved(sheet: Worksheet) -> bytes:
    return saved(_book(sheet))


def _book(sheet: Worksheet) -> Workbook:
    assert sheet.parent is not None
    return sheet.parent
