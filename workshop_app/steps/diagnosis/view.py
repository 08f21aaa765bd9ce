"""What the diagnosis shows: five numbers of the ledger, the survey, the images, the common problem (METHOD S2)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import overlap_hours_total
from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import ClientRevenue, Ledger, Moved, RevenueClass
from workshop_app.domain.model import Department, LedgerBatch
from workshop_app.domain.pulse import SurveyResults, waves
from workshop_app.steps.diagnosis.figures import FigureLine, figure_lines
from workshop_app.steps.diagnosis.images import DepartmentImages, department_images
from workshop_app.steps.step import ViewContext

STACK = (RevenueClass.RENEWAL, RevenueClass.ADDON, RevenueClass.RETURNED, RevenueClass.NEW)
"""The order of the stacked chart from the bottom (SCREENS 1)."""


@frozen
class DepartmentYear:
    """A department's revenue of a year by class, in the order of ``STACK``; None without history."""

    id: str
    department: Department
    revenue: Decimal
    classes: tuple[Decimal, ...] | None
    internal_new: Decimal | None

    def share(self, place: int) -> Fraction | None:
        """A class in per cent of the department's revenue."""
        if self.classes is None or not self.revenue:
            return None
        return Fraction(self.classes[place]) * 100 / Fraction(self.revenue)


@frozen
class YearView:
    """A year of the ledger. ``classes`` in the order of ``STACK`` and ``months`` of add-ons: None without history."""

    year: int
    full: bool
    revenue: Decimal
    rows: int
    classes: tuple[Decimal, ...] | None
    shares: tuple[Fraction | None, ...]
    months: tuple[Decimal, ...] | None
    quarter_end_pct: Fraction | None
    notable: bool
    figures: tuple[FigureLine, ...]
    shared: tuple[ClientRevenue, ...]
    departments: tuple[DepartmentYear, ...]
    moved: tuple[Moved, ...] = ()
    retained: int = 0

    def figure(self, key: str) -> FigureLine | None:
        """The number with this key."""
        return next((line for line in self.figures if line.id == key), None)


@frozen
class DiagnosisView:
    """The whole step. ``survey``: the first wave, None before it; ``overlap_hours`` is an upper bound.

    ``reckoning``: the numbers of a long ledger are being worked out and come later.
    """

    departments: tuple[Department, ...]
    years: tuple[YearView, ...]
    last_full_year: int | None
    currency: str
    batches: tuple[LedgerBatch, ...]
    names: Ledger | None
    reckoning: bool
    survey: SurveyResults | None
    overlap_hours: Fraction
    images: tuple[DepartmentImages, ...]
    problem: str
    accepted_by: tuple[str, ...]

    @property
    def images_ready(self) -> bool:
        """Whether every department has three cards in each of its lists."""
        return bool(self.images) and all(images.ready for images in self.images)

    @property
    def survey_visible(self) -> bool:
        """Whether the first wave may be shown for the company."""
        return self.survey is not None and bool(self.survey.company)

    @property
    def sources(self) -> int:
        """How many of the three sources of evidence are there (METHOD S2, "Done when")."""
        return (self.last_full_year is not None) + self.survey_visible + self.images_ready

    @property
    def accepted(self) -> bool:
        """Whether a statement is there and every department accepts it."""
        wanted = {department.id for department in self.departments}
        return bool(self.problem.strip()) and bool(wanted) and wanted <= set(self.accepted_by)

    def year(self, year: int | None) -> YearView | None:
        """One year; None = the last full one, else the last."""
        wanted = self.last_full_year if year is None else year
        found = next((shown for shown in self.years if shown.year == wanted), None)
        return found or (self.years[-1] if self.years and year is None else None)

    def client_name(self, key: str) -> str:
        """A client as people spell it."""
        return self.names.name(key) if self.names else key


def diagnosis_view(engagement: Engagement, context: ViewContext) -> DiagnosisView:
    """The diagnosis as it stands."""
    ledger = context.ledger
    surveys = waves(engagement)
    return DiagnosisView(
        departments=engagement.departments,
        years=_years(engagement.departments, ledger) if ledger else (),
        last_full_year=ledger.last_full_year if ledger else None,
        currency=engagement.ledger.currency or engagement.settings.currency,
        batches=tuple(batch for batch in engagement.ledger_batches if batch.active),
        names=ledger,
        reckoning=context.is_ledger_coming,
        survey=surveys[0] if surveys else None,
        overlap_hours=overlap_hours_total(engagement),
        images=department_images(engagement),
        problem=engagement.diagnosis.problem_statement,
        accepted_by=engagement.diagnosis.accepted_by,
    )


def _years(departments: tuple[Department, ...], ledger: Ledger) -> tuple[YearView, ...]:
    made: list[YearView] = []
    for at, metrics in enumerate(ledger.metrics):
        compared = metrics.comparison
        before = ledger.metrics[at - 1] if at else None
        made.append(
            YearView(
                year=metrics.year,
                full=ledger.last_full_year is not None and metrics.year <= ledger.last_full_year,
                revenue=metrics.revenue,
                rows=metrics.rows,
                classes=tuple(compared.classes[kind].revenue for kind in STACK) if compared else None,
                shares=tuple(metrics.class_pct(kind) for kind in STACK),
                months=compared.addon.months if compared else None,
                quarter_end_pct=compared.addon.quarter_end_pct if compared else None,
                notable=compared.addon.is_notable if compared else False,
                figures=figure_lines(metrics, before),
                shared=metrics.shared,
                departments=_by_department(departments, ledger, at),
                moved=compared.moved if compared else (),
                retained=len(compared.retained) if compared else 0,
            )
        )
    return tuple(made)


def _by_department(departments: tuple[Department, ...], ledger: Ledger, at: int) -> tuple[DepartmentYear, ...]:
    metrics = ledger.metrics[at]
    compared = metrics.comparison
    lines = []
    for department in departments:
        own = (
            [entry.revenue for entry in compared.internal_new if entry.department_id == department.id]
            if compared
            else []
        )
        lines.append(
            DepartmentYear(
                id=department.id,
                department=department,
                revenue=metrics.departments.get(department.id, Decimal(0)),
                classes=tuple(compared.classes[kind].departments.get(department.id, Decimal(0)) for kind in STACK)
                if compared
                else None,
                internal_new=sum(own, Decimal(0)) if compared else None,
            )
        )
    return tuple(lines)
