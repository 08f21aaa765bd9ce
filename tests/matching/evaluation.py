"""How well proposals agree with labelled lists: average precision, F1 of the confident tier, hit among the first three.

Labelled lists: ``dev`` (CSV, as given) and ``lists`` (text: ``# department``, numbered functions, ``# pairs`` with
same, partial or different). Same and partial pairs count as true; a pair that is not listed is different.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from workshop_app.matching import Line, Matcher, Pair

HERE = Path(__file__).parent
TRUE = {"same", "partial"}
Link = frozenset[str]


@dataclass(frozen=True)
class Labelled:
    """Lines of two departments and the pairs of their ids that are the same work, wholly or partly."""

    lines: tuple[Line, ...]
    true: frozenset[Link]


@dataclass(frozen=True)
class Figures:
    average_precision: float
    f1: float
    hit_at_3: float


def read_csv(name: str) -> Labelled:
    with (HERE / "dev" / f"{name}_functions.csv").open(encoding="utf-8-sig", newline="") as file:
        functions = list(csv.DictReader(file))
    with (HERE / "dev" / f"{name}_pairs.csv").open(encoding="utf-8-sig", newline="") as file:
        pairs = list(csv.DictReader(file))
    lines = tuple(Line(row["function"], row["department"], row["function"]) for row in functions)
    return Labelled(lines, frozenset(frozenset((row["a"], row["b"])) for row in pairs if row["label"] in TRUE))


def read_list(path: Path) -> Labelled:
    lines: list[Line] = []
    true: set[Link] = set()
    section = ""
    for row in filter(None, path.read_text(encoding="utf-8").splitlines()):
        if row.startswith("# "):
            section = row[2:]
        elif section == "pairs":
            first, second, label = row.split()
            if label in TRUE:
                true.add(frozenset((first, second)))
        else:
            number, text = row.split(" ", 1)
            lines.append(Line(number, section, text))
    return Labelled(tuple(lines), frozenset(true))


def dev_sets() -> Mapping[str, Labelled]:
    return {name: read_csv(name) for name in ("en1_sales_sales", "ru1_sales_sales")}


def list_sets() -> Mapping[str, Labelled]:
    return {path.stem: read_list(path) for path in sorted((HERE / "lists").glob("*.txt"))}


def figures(labelled: Labelled, pairs: Iterable[Pair]) -> Figures:
    """Figures of what is proposed: a true pair that is not proposed counts as missed."""
    ranked = [(frozenset((pair.a, pair.b)), pair) for pair in pairs]
    hits, precision = 0, 0.0
    for rank, (link, _) in enumerate(ranked, start=1):
        if link in labelled.true:
            hits += 1
            precision += hits / rank
    confident = {link for link, pair in ranked if pair.tier == "confident"}
    f1 = 2 * len(confident & labelled.true) / (len(confident) + len(labelled.true))
    return Figures(precision / len(labelled.true), f1, _hit_at_3(labelled, [link for link, _ in ranked]))


def _hit_at_3(labelled: Labelled, ranked: list[Link]) -> float:
    matched = {line for link in labelled.true for line in link}
    found = [any(link in labelled.true for link in [one for one in ranked if line in one][:3]) for line in matched]
    return fmean(found)


def evaluate(matcher: Matcher, sets: Mapping[str, Labelled]) -> dict[str, Figures]:
    return {name: figures(labelled, matcher.rank(labelled.lines)) for name, labelled in sets.items()}


def mean(found: Mapping[str, Figures]) -> Figures:
    return Figures(
        fmean(one.average_precision for one in found.values()),
        fmean(one.f1 for one in found.values()),
        fmean(one.hit_at_3 for one in found.values()),
    )
