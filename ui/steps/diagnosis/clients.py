"""The clients behind a number, and how the years look for each department."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.widgets import roles
from ui.widgets.badge import DepartmentBadge
from ui.widgets.bars import SplitPaint
from ui.widgets.card import SIDE
from ui.widgets.clearing import clear_layout
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.elided import ElidedLabel
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.paint import badges_of
from ui.widgets.table_view import LineTable
from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import ClientRevenue
from workshop_app.domain.model import Department
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.figures import TITLES, Figure, FigureLine
from workshop_app.steps.diagnosis.view import STACK, DepartmentYear, DiagnosisView, YearView
from workshop_app.steps.diagnosis.wording import CLASS_NAMES, Scale, scale_of, short_name

ROW, SPLIT = 30, 188
MOST_BADGES = 4


@frozen
class ClientLine:
    """A client of the list."""

    id: str
    name: str
    sum: str
    split: SplitPaint | None
    spoken: str


class ClientsCard(Card):
    """The list of clients; ``widened`` when it wants the whole page, or only its place again."""

    widened = Signal(bool)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=0, spacing=4)
        self._context = context
        self._departments: tuple[Department, ...] = ()
        theme, _ = context.theme, context.words
        self.title = ElidedLabel()
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.title.setFont(theme.theme.font("card_title"))
        self.all_button = button("", "link", self._toggle, theme=theme)
        self.all_button.setCheckable(True)
        self.model: TableModel[ClientLine] = TableModel(self._columns(""), context.bridge.run)
        self.table = LineTable(self.model, RowDelegate(theme, context.icons, self, height=ROW))
        self.table.ring_rows()
        self.table.set_widths((0, SPLIT))
        self.nobody = plain_label(_("Nobody in this year."), theme, "body", "text2")
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nobody)
        head = QHBoxLayout()
        head.setContentsMargins(SIDE - 1, 8, 12, 0)
        head.setSpacing(6)
        head.addWidget(self.title)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(4)
        head.addLayout(self._badges)
        head.addStretch(1)
        head.addWidget(self.all_button)
        self.body.setContentsMargins(1, 1, 1, 4)
        self.body.addLayout(head)
        self.body.addWidget(self.stack, 1)

    def _columns(self, who: str) -> list[Column[ClientLine]]:
        _ = self._context.words
        return [
            Column("name", _("Client"), lambda line: short_name(line.name), tooltip=lambda line: line.name),
            Column(
                "split",
                who,
                lambda line: line.sum,
                roles={roles.PICTURE: lambda line: line.split, roles.STRONG: lambda line: True},
                accessible=lambda line: line.spoken,
            ),
        ]

    def _toggle(self) -> None:
        self.widened.emit(self.all_button.isChecked())

    def show_clients(self, view: DiagnosisView, year: YearView, figure: FigureLine) -> None:
        """The clients behind a number of a year."""
        _ = words = self._context.words
        self._show_departments(view.departments)
        once = figure.figure is Figure.ONCE
        when = year.year - 1 if once else year.year
        self.title.setText(f"{words(TITLES[figure.figure]).capitalize()}: {len(figure.clients)}")
        shown = _("Less") if self.all_button.isChecked() else _("All {n}", n=len(figure.clients))
        self.all_button.set_text(shown)
        scale = scale_of((client.revenue for client in figure.clients), view.currency, words)
        self.model.set_columns(self._columns(_("Who sold in {year}, {unit}", year=when, unit=scale.unit)))
        self.table.set_widths((0, SPLIT))
        top = max((client.revenue for client in figure.clients), default=Decimal(1))
        self.model.set_lines([_line(client, view, scale, top, words) for client in figure.clients])
        self.table.setAccessibleName(self.title.text())
        self.stack.setCurrentIndex(0 if figure.clients else 1)

    def _show_departments(self, departments: tuple[Department, ...]) -> None:
        """Whose colour is which in the bars of the list."""
        if departments == self._departments:
            return
        self._departments = departments
        clear_layout(self._badges)
        for place, department in enumerate(departments[:MOST_BADGES]):
            theme = self._context.theme
            self._badges.addWidget(DepartmentBadge(department.short, department.name, place, theme, 20))

    def show_moved(self, view: DiagnosisView, year: YearView) -> None:
        """The clients that another department serves most since this year (METHOD C.8.2)."""
        _ = self._context.words
        departments = {department.id: department for department in view.departments}
        lines = []
        for entry in year.moved:
            before, after = departments.get(entry.from_department), departments.get(entry.to_department)
            if before is None or after is None:
                continue
            way, spoken = f"{before.short} → {after.short}", f"{before.name} → {after.name}"
            lines.append(ClientLine(entry.client, view.client_name(entry.client), way, None, spoken))
        self.title.setText(_("Changed department: {n}", n=len(lines)))
        self.all_button.set_text(_("Less") if self.all_button.isChecked() else _("All {n}", n=len(lines)))
        self.model.set_columns(self._columns(_("Who sold most before → in {year}", year=year.year)))
        self.table.set_widths((0, SPLIT + 40))
        self.model.set_lines(lines)
        self.table.setAccessibleName(self.title.text())
        self.stack.setCurrentIndex(0 if lines else 1)


def _line(client: ClientRevenue, view: DiagnosisView, scale: Scale, top: Decimal, words: Words) -> ClientLine:
    parts = tuple(
        (place, Fraction(max(client.departments.get(department.id, Decimal(0)), Decimal(0))))
        for place, department in enumerate(view.departments)
    )
    said = [
        f"{department.name} {scale.text(client.departments[department.id], 2)}"
        for department in view.departments
        if client.departments.get(department.id)
    ]
    total = scale.text(client.revenue, 2)
    spoken = f"{total} {scale.unit}: {', '.join(said)}"
    return ClientLine(client.client, view.client_name(client.client), total, SplitPaint(parts, Fraction(top)), spoken)


def _share(place: int, words: Words) -> Callable[[DepartmentYear], str]:
    return lambda line: words.percent(line.share(place))


class DepartmentsCard(Card):
    """Alt+D: the classes of a year by department, in the departments' order."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=0, spacing=4)
        self._words, _ = context.words, context.words
        self.title = ElidedLabel()
        self.title.setFont(context.theme.theme.font("card_title"))
        head = QHBoxLayout()
        head.setContentsMargins(SIDE - 1, 8, 12, 0)
        head.addWidget(self.title)
        self.model: TableModel[DepartmentYear] = TableModel([], context.bridge.run)
        self.table = LineTable(self.model, RowDelegate(context.theme, context.icons, self, height=36))
        self.table.setAccessibleName(_("The year by department"))
        self.body.setContentsMargins(1, 1, 1, 4)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)

    def show_year(self, view: DiagnosisView, year: YearView) -> None:
        """A year."""
        _ = words = self._words
        self.title.setText(_("{year} by department", year=year.year))
        badges = badges_of(view.departments)
        scale = scale_of((line.revenue for line in year.departments), view.currency, words)
        badge = {roles.BADGE: lambda line: badges[line.id]}
        columns: list[Column[DepartmentYear]] = [
            Column("name", _("Department"), lambda line: line.department.name, roles=badge),
            Column(
                "sum", _("Revenue, {unit}", unit=scale.unit), lambda line: scale.text(line.revenue), roles=roles.RIGHT
            ),
        ]
        for place, kind in enumerate(STACK):
            columns.append(Column(str(kind), _(CLASS_NAMES[kind]), _share(place, words), roles=roles.RIGHT))
        columns.append(
            Column(
                "internal",
                _("New for it only"),
                lambda line: "—" if line.internal_new is None else scale.text(line.internal_new),
                roles=roles.RIGHT,
                tooltip=lambda line: _("The company sold to these clients before, this department did not"),
            )
        )
        self.model.set_columns(columns)
        self.table.set_widths((0, 116, 92, 92, 104, 100, 112), optional=(6,))
        self.model.set_lines(year.departments)
