"""The five numbers of a year and the clients behind each (METHOD S2, C.8)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import ClientRevenue, RevenueClass, YearMetrics
from workshop_app.domain.message import N_


class Figure(StrEnum):
    """The five numbers, in the order of the strip."""

    RENEWAL = "renewal"
    ADDON = "addon"
    NEW = "new"
    SHARED = "shared"
    ONCE = "once"


TITLES: Mapping[Figure, str] = MappingProxyType(
    {
        Figure.RENEWAL: N_("renewals"),
        Figure.ADDON: N_("add-ons"),
        Figure.NEW: N_("new clients"),
        Figure.SHARED: N_("shared clients"),
        Figure.ONCE: N_("bought once"),
    }
)
"""The short names of the numbers (message ids)."""

QUESTIONS: Mapping[Figure, str] = MappingProxyType(
    {
        Figure.RENEWAL: N_("of the revenue renews the same service"),
        Figure.ADDON: N_("of the revenue is add-ons for existing clients"),
        Figure.NEW: N_("of the revenue comes from new clients"),
        Figure.SHARED: N_("of the clients buy from more than one department"),
        Figure.ONCE: N_("of last year's new clients bought only once"),
    }
)
"""What each number means, said after it in the room (message ids)."""

_CLASSES: Mapping[Figure, RevenueClass] = MappingProxyType(
    {Figure.RENEWAL: RevenueClass.RENEWAL, Figure.ADDON: RevenueClass.ADDON, Figure.NEW: RevenueClass.NEW}
)


@frozen
class FigureLine:
    """One number. ``share`` in per cent, None = no data; ``part`` of ``whole`` clients; ``clients`` stand behind it.

    Clients of "bought once" carry the revenue of the year before, their only one.
    """

    id: str
    share: Fraction | None
    part: int
    whole: int
    clients: tuple[ClientRevenue, ...]

    @property
    def figure(self) -> Figure:
        """Which of the five."""
        return Figure(self.id)


def figure_lines(metrics: YearMetrics, before: YearMetrics | None) -> tuple[FigureLine, ...]:
    """The five numbers of a year; ``before`` is the year before it in the ledger."""
    return tuple(_line(figure, metrics, before) for figure in Figure)


def _line(figure: Figure, metrics: YearMetrics, before: YearMetrics | None) -> FigureLine:
    whole = len(metrics.active)
    if figure is Figure.SHARED:
        return FigureLine(figure, metrics.shared_clients_pct, len(metrics.shared), whole, metrics.shared)
    compared = metrics.comparison
    if compared is None:
        return FigureLine(figure, None, 0, whole, ())
    if figure is Figure.ONCE:
        cohort = compared.cohort
        if cohort is None or before is None:
            return FigureLine(figure, None, 0, 0, ())
        gone = set(cohort.bought_once)
        clients = tuple(client for client in before.active if client.client in gone)
        return FigureLine(figure, cohort.bought_once_pct, len(gone), len(cohort.clients), clients)
    kind = _CLASSES[figure]
    clients = compared.classes[kind].clients
    return FigureLine(figure, metrics.class_pct(kind), len(clients), whole, clients)
