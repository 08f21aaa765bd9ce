"""The engine: commit, open, findings and checks at 5,000 functions, matching, paper."""

from __future__ import annotations

import io
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.bench.clock import line, median_ms
from workshop_app.domain.checks import CheckContext, run_checks
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import findings
from workshop_app.domain.message import Message
from workshop_app.domain.model import Activity, Answer, Claim, Department, Function, Person, Row
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row, put_rows

FUNCTIONS, ACTIVITIES, PEOPLE = 5000, 120, 40


def big_rows() -> Iterator[Row]:
    """Three departments, 40 people, 120 activities, 5,000 function lines, all answers."""
    for at, key in enumerate("ABC"):
        yield Department(id=key, name=f"Department {key}", short=key, rank=at)
    for at in range(PEOPLE):
        yield Person(id=f"P{at:02}", name=f"Person {at}", department_id="ABC"[at % 3], rank=at)
    for at in range(ACTIVITIES):
        yield Activity(id=f"ACT{at:03}", title=f"Activity number {at}", rank=at)
        for key in "ABC":
            answer = (Answer.WE, Answer.BOTH, Answer.THEY)[(at + ord(key)) % 3]
            others = tuple(other for other in "ABC" if other != key) if answer is Answer.THEY else ()
            row_id = f"ACT{at:03}/{key}/1"
            yield Claim(id=row_id, activity_id=f"ACT{at:03}", department_id=key, answer=answer, others=others, rank=at)
    for at in range(FUNCTIONS):
        person = at % PEOPLE
        yield Function(
            id=f"F{at:04}",
            department_id="ABC"[person % 3],
            person_id=f"P{person:02}",
            text=f"Function number {at}",
            hours_per_week=Decimal(at % 9) / 4,
            activity_id=f"ACT{at % ACTIVITIES:03}",
            rank=at,
        )


def big_file(folder: Path) -> Path:
    """The big workshop as a file."""
    document = Document.create(folder / "Big.workshop", replace=True)
    document.run(put_rows(Message("big"), big_rows()))
    document.close()
    return folder / "Big.workshop"


def bare_commit(folder: Path) -> float:
    """One durable commit of plain sqlite3 with the same settings."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE IF NOT EXISTS t (id TEXT PRIMARY KEY, text TEXT)")
    numbers = iter(range(10_000))

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES (?, ?)", (str(next(numbers)), "x"))
        connection.execute("COMMIT")

    taken = median_ms(commit, 15)
    connection.close()
    return taken


def document_lines(folder: Path) -> Iterator[str]:
    """Commit and open."""
    path = big_file(folder)
    document = Document.open(path)
    floor = bare_commit(folder)
    numbers = iter(range(10_000))

    def edit() -> None:
        row = document.engagement.functions[100]
        document.run(change_row(Message("edit"), row, text=f"text {next(numbers)}"))

    edit()
    yield line("one edit at 5,000 functions, on the disk", median_ms(edit, 15), floor, "a bare commit")
    document.close()
    yield line("open a workshop of 5,000 functions", median_ms(lambda: Document.open(path).close(), 5))


def rules_lines() -> Iterator[str]:
    """Findings and all checks on a fresh snapshot."""
    rows = list(big_rows())
    context = CheckContext(date(2026, 4, 20))
    yield line("findings at 5,000 functions", median_ms(lambda: findings(Engagement.of(rows))))
    both = median_ms(lambda: run_checks(Engagement.of(rows), context))
    yield line("findings and all 99 checks at 5,000 functions", both, goal="100 ms")


def matching_lines() -> Iterator[str]:
    """Two departments of 60 lines: first ranking, and an edit."""
    from workshop_app.matching import Line, Matcher

    words = ["договор", "счёт", "клиент", "отчёт", "заявка", "встреча", "план", "склад", "письмо", "звонок"]
    verbs = ["подготовка", "согласование", "контроль", "ведение", "учёт", "сверка"]
    lines = [
        Line(f"{key}{at}", key, f"{verbs[at % 6]} {words[at % 10]} {words[(at * 7 + shift) % 10]}")
        for key, shift in (("A", 1), ("B", 3))
        for at in range(60)
    ]
    matcher = Matcher()
    yield line("match 2 × 60 lines, first time (words only)", median_ms(lambda: Matcher().rank(lines), 3))
    matcher.rank(lines)
    numbers = iter(range(1000))

    def edit() -> None:
        changed = [*lines[:-1], Line("B59", "B", f"контроль оплаты {next(numbers)}")]
        matcher.rank(changed)

    yield line("match again after an edit", median_ms(edit), goal="50 ms")


def paper_lines() -> Iterator[str]:
    """The example's action plan."""
    from reports.documents import build
    from tests.demo_files import DEMO
    from workshop_app.exchange.engagement_json import read_engagement
    from workshop_app.i18n import Words
    from workshop_app.steps.step import ViewContext

    engagement = Engagement.of(read_engagement((DEMO / "engagement_ru.json").read_text(encoding="utf-8")).rows)
    context, words = ViewContext(date(2026, 4, 20)), Words("ru")

    def make(name: str) -> None:
        build(name, engagement, context, words, io.BytesIO())

    make("action-plan")
    yield line("action plan as PDF", median_ms(lambda: make("action-plan"), 3), goal="500 ms")


def lines() -> Iterator[str]:
    """Everything below the window."""
    with tempfile.TemporaryDirectory() as folder:
        yield from document_lines(Path(folder))
    yield from rules_lines()
    yield from matching_lines()
    yield from paper_lines()
