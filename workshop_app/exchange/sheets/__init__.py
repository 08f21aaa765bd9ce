"""The whole document as tables for people: an .xlsx workbook with a sheet a table, or one table as .csv.

Sheets of functions, activities, answers, the RACI matrix, actions and indicators are read back by ``exchange.imports``
as they were. Raw survey answers and the facilitator's private notes are in no sheet.
"""

from __future__ import annotations

from workshop_app.domain.engagement import Engagement
from workshop_app.exchange.sheets.figures import FIGURES, INDICATORS
from workshop_app.exchange.sheets.frame import FRAME
from workshop_app.exchange.sheets.matrices import claims_sheets, raci_sheet, survey_sheet
from workshop_app.exchange.sheets.organisation import ORGANISATION
from workshop_app.exchange.sheets.plan import PLAN
from workshop_app.exchange.sheets.sheet import Cell, Sheet, SheetContext
from workshop_app.i18n import Words


def all_sheets(engagement: Engagement, words: Words) -> tuple[Sheet, ...]:
    """Every table of a document in the reader's language; tables that can be read back stand before like ones."""
    context = SheetContext(engagement, words)
    return (
        *(spec.make(context) for spec in ORGANISATION),
        *claims_sheets(context),
        raci_sheet(context),
        *(spec.make(context) for spec in (*INDICATORS, *PLAN)),
        *(spec.make(context) for spec in FIGURES),
        survey_sheet(context),
        *(spec.make(context) for spec in FRAME),
    )


__all__ = ["Cell", "Sheet", "all_sheets"]
