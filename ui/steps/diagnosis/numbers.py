"""Five numbers of the sales ledger: what the company lives on, and the clients behind each number."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.diagnosis.charts import months_chart, years_chart
from ui.steps.diagnosis.clients import ClientsCard, DepartmentsCard
from ui.steps.diagnosis.evidence import EvidenceLine
from ui.steps.diagnosis.loaded_ledgers import LoadedLedgers
from ui.widgets.card import SIDE
from ui.widgets.chart import ChartWidget
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import tint
from ui.widgets.layout import Card, EmptyState, HintLine, NumberCell, NumberStrip, StepHeader, button
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import SegmentedControl
from workshop_app.i18n import Words
from workshop_app.services.document import Change
from workshop_app.steps.diagnosis.figures import QUESTIONS, TITLES, Figure
from workshop_app.steps.diagnosis.view import DiagnosisView, YearView
from workshop_app.steps.diagnosis.wording import how_it_came, months_text

ALL, MOVED = "0", "6"
YEARS_SHOWN = 4


class NumbersPage(SubPage):
    """Strip of five, stacked years, months, clients; a digit puts one number alone into the room."""

    name = "numbers"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: DiagnosisView | None = None
        self.chosen_year: int | None = None
        self.figure: Figure | None = None
        self.moved = False
        self._build()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.years = SegmentedControl(theme, icons)
        self.years.setAccessibleName(_("Year"))
        self.years.chosen.connect(self.show_year)
        self.load_button = button(_("Ledger"), "ghost", self.open_loaded, icons=icons, icon="upload", theme=theme)
        self.load_button.setToolTip(_("Load a sales ledger or look at what is loaded"))
        forward = self.forward_button(_("Image exchange"), Place("diagnosis", "images"))
        self.loaded = LoadedLedgers(self.context)
        self.loaded.file_wanted.connect(self.load_file)
        self.loaded.left.connect(self.close_loaded)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._body())
        self.stack.addWidget(self._empty())
        coming = _("The numbers of the ledger are being worked out …")
        self.stack.addWidget(EmptyState("loader-circle", coming, theme, icons, detail=_("They appear by themselves.")))
        self.whole = QStackedWidget(self)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Diagnosis: five numbers"), theme, (self.years, self.load_button, forward)))
        column.addWidget(self.stack, 1)
        self.whole.addWidget(front)
        self.whole.addWidget(self.loaded)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.whole)

    def _body(self) -> QWidget:
        _, theme, icons, words = self.context.words, self.context.theme, self.context.icons, self.context.words
        self.strip = NumberStrip(theme, icons)
        self.strip.chosen.connect(lambda key: self.pick(Figure(key) if key else None))
        self.chart = ChartWidget(theme, icons, words, _("What the company lives on"), minimum=96)
        self.months = ChartWidget(theme, icons, words, _("Add-ons by month"), minimum=64)
        self.months_note = ElidedLabel()
        self.months_note.setFont(theme.theme.font("caption"))
        tint(self.months_note, theme, "text2")
        self.clients = ClientsCard(self.context)
        self.clients.widened.connect(self._widen)
        self.clients.table.single_keys = self._digit
        self.by_department = DepartmentsCard(self.context)
        self.chart_card = _card(self.chart)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.chart_card)
        self.middle.addWidget(self.by_department)
        self.months_card = _card(self.months, self.months_note)
        self.evidence = EvidenceLine(self.context)
        for part, least in ((self.middle, 150), (self.months_card, 130), (self.clients, 130)):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            part.setMinimumHeight(theme.theme.pixels(least))
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.months_card, 9)
        lower.addWidget(self.clients, 10)
        hints = [
            ("1 2 3 4 5", _("show the room one number")),
            (MOVED, _("who moved")),
            ("0", _("all")),
            ("T", _("table")),
        ]
        numbers = ScrollColumn(spacing=8, tight=True)
        numbers.column.addWidget(self.strip)
        numbers.column.addWidget(self.middle, 11)
        numbers.column.addLayout(lower, 10)
        numbers.column.addWidget(self.evidence)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(numbers, 1)
        column.addWidget(HintLine([*hints, ("Alt+D", _("by department"))], theme))
        return body

    def _empty(self) -> QWidget:
        _ = self.context.words
        return EmptyState(
            "chart-column",
            _("There is no sales ledger yet. Five columns are enough."),
            self.context.theme,
            self.context.icons,
            primary=(_("Load the ledger"), self.load_file),
            quiet=(_("Do without a ledger"), lambda: self.page.go_to(Place("diagnosis", "images"))),
            detail=_("Date, department, client, service, amount: CSV or Excel, two to five years."),
        )

    # What is shown

    def show_view(self, view: DiagnosisView, change: Change | None) -> None:
        """The chosen year; the empty state without a ledger."""
        self._view = view
        self.loaded.show_view(view)
        if self.whole.currentIndex() and not self.loaded.has_batches:
            self.close_loaded()
        year = view.year(self.chosen_year) or view.year(None)
        with_history = [each for each in view.years if each.classes is not None] or list(view.years)
        self.years.set_items([(str(each.year), str(each.year)) for each in with_history[-YEARS_SHOWN:]])
        self.years.setVisible(len(with_history) > 1)
        self.stack.setCurrentIndex(2 if view.reckoning else 0 if year is not None else 1)
        if year is not None:
            self.years.set_current(str(year.year))
            self._show(view, year)
        self.evidence.show_view(view)

    def _show(self, view: DiagnosisView, year: YearView) -> None:
        _ = words = self.context.words
        self.strip.set_cells(number_cells(year, words), self.figure or "")
        build, table, unit = years_chart(view, year, words)
        self.chart.set_title(_("What the company lives on"), _("revenue by year, {unit}", unit=unit))
        self.chart.show_chart(build, table)
        self.by_department.show_year(view, year)
        months, numbers, unit = months_chart(view, year, words)
        self.months.set_title(_("Add-ons by month, {year}", year=year.year), unit)
        self.months.show_chart(months, numbers)
        self.months_note.setText(months_text(year, words))
        line = year.figure(self.figure or Figure.SHARED)
        if self.middle.currentWidget() is self.by_department:
            self.clients.show_moved(view, year)
        elif line is not None:
            self.clients.show_clients(view, year, line)

    @property
    def year(self) -> YearView | None:
        """The year shown."""
        return (self._view.year(self.chosen_year) or self._view.year(None)) if self._view else None

    def show_year(self, key: str) -> None:
        """Another year."""
        self.chosen_year = int(key)
        self._again()

    def pick(self, figure: Figure | None) -> None:
        """One number alone in the room and its clients in the list; None = all five."""
        if figure is not None or self.moved:
            self.middle.setCurrentWidget(self.chart_card)
        self.figure, self.moved = figure, False
        self._again()

    def pick_moved(self) -> None:
        """How many clients changed department, in the room; here who they are."""
        self.figure, self.moved = None, True
        self.middle.setCurrentWidget(self.by_department)
        self._again()

    def _again(self) -> None:
        if self._view is not None:
            self.show_view(self._view, None)
        self.tell_moved()

    def _widen(self, wide: bool) -> None:
        self.middle.setVisible(not wide)
        self.months_card.setVisible(not wide)
        self._again()

    # The ledger's file

    def open_loaded(self) -> None:
        """What is loaded, and the way to another file; without a ledger the file is chosen at once."""
        if not self.loaded.has_batches:
            self.load_file()
            return
        self.wide = True
        self.whole.setCurrentIndex(1)
        self.tell_moved()
        self.loaded.setFocus()

    def close_loaded(self) -> None:
        """Back to the numbers."""
        self._put_numbers_in_front()
        self.load_button.setFocus()
        self.tell_moved()

    def _put_numbers_in_front(self) -> None:
        self.wide = False
        self.whole.setCurrentIndex(0)

    def load_file(self, path: Path | None = None) -> None:
        """A ledger, looked at before anything is done; afterwards the numbers are in front."""
        from ui.pages.import_preview.opening import begin_import

        if begin_import(self.context, self, "ledger", Place("diagnosis", "numbers"), path) is not None:
            self._put_numbers_in_front()

    # Keys and room

    def _digit(self, event: QKeyEvent) -> bool:
        text = event.text()
        if self.whole.currentIndex() or event.modifiers() or self.year is None:
            return False
        if text == ALL:
            self.pick(None)
        elif text in {"1", "2", "3", "4", "5"}:
            self.pick(tuple(Figure)[int(text) - 1])
        elif text == MOVED:
            self.pick_moved()
        elif text.casefold() in {"t", "т", "е"}:
            self.chart.toggle_table()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: digits choose a number, T shows the table."""
        if not self._digit(event):
            super().keyPressEvent(event)

    def toggle_departments(self) -> None:
        """Alt+D: the year by department and who moved, or the chart and the clients behind a number again."""
        self.middle.setCurrentIndex(1 - self.middle.currentIndex())
        if self._view is not None:
            self.show_view(self._view, None)

    def add_new(self) -> None:
        """Ins: load a ledger."""
        self.open_loaded()

    def sub_actions(self) -> tuple[Action, ...]:
        """Split by department, loading, one number for the room."""
        _ = self.context.words
        section = _("Diagnosis")
        digits = tuple(
            Action(
                f"diagnosis.{figure}",
                _("Show the room: {title}", title=_(TITLES[figure])),
                partial(self.pick, figure),
                section,
                (str(place),),
                local=True,
            )
            for place, figure in enumerate(Figure, start=1)
        )
        return (
            Action("diagnosis.departments", _("The year by department"), self.toggle_departments, section, ("Alt+D",)),
            Action("diagnosis.load", _("Load a sales ledger"), self.open_loaded, section, icon="upload"),
            *digits,
            Action("diagnosis.moved", _("Show the room: who moved"), self.pick_moved, section, (MOVED,), local=True),
            Action(
                "diagnosis.all",
                _("Show the room all five numbers"),
                lambda: self.pick(None),
                section,
                (ALL,),
                local=True,
            ),
        )

    def room_scene(self) -> str:
        """The numbers, or who moved."""
        return "diagnosis.moved" if self.moved else super().room_scene()

    def room_focus(self) -> Focus:
        """Year and number."""
        year = self.year
        options = (("year", str(year.year) if year else ""), ("figure", self.figure or ""))
        return Focus(None, options=options)


def number_cells(year: YearView, words: Words) -> list[NumberCell]:
    """The five numbers as cells of the strip."""
    sign = words.percent(1, 0).replace("1", "").strip()
    cells = []
    for line in year.figures:
        warned = line.figure is Figure.ADDON and year.notable
        cells.append(
            NumberCell(
                line.id,
                words.number(line.share, 1) if line.share is not None else words("no data"),
                words(TITLES[line.figure]),
                unit=sign if line.share is not None else "",
                tip=f"{words.percent(line.share)} {words(QUESTIONS[line.figure])}" if line.share is not None else "",
                note=how_it_came(line, year, words),
                icon=("triangle-alert", "warn") if warned else None,
            )
        )
    return cells


def _card(*parts: QWidget) -> Card:
    card = Card(margins=0, spacing=2)
    card.body.setContentsMargins(SIDE, 6, 12, 8)
    for place, part in enumerate(parts):
        card.body.addWidget(part, 1 if not place else 0)
    return card
