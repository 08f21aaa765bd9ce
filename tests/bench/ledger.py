"""A sales ledger of a million rows: read, cleaned and loaded, against the plain csv and sqlite3 modules."""

from __future__ import annotations

import csv
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.bench.clock import line
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.services.document import Document
from workshop_app.services.ledger import ledger_of

ROWS = 1_000_000
_SIX = "CREATE TABLE t (document TEXT, date TEXT, department TEXT, client TEXT, service TEXT, amount TEXT)"


def large_ledger(path: Path, rows: int = ROWS) -> Path:
    """Five years, 5,000 clients, two departments, every row with a document number."""
    with path.open("w", encoding="utf-8") as file:
        file.write("Документ;Дата;Отдел;Клиент;Услуга;Сумма\n")
        for number in range(rows):
            client, day = number * 7919 % 5000, number * 31 % 28 + 1
            file.write(
                f"УТ-{number:07};{day:02}.{number % 12 + 1:02}.{2021 + number * 5 // rows};ОП-{client % 2 + 1};"
                f"ООО «Клиент номер {client}»;Услуга {number % 12};{number % 90_000},{number % 100:02}\n"
            )
    return path


def plain(path: Path, database: Path) -> None:
    """The floor: the six columns as texts, in one transaction."""
    with path.open(encoding="utf-8", newline="") as file, sqlite3.connect(database, isolation_level=None) as connection:
        reader = csv.reader(file, delimiter=";")
        next(reader)
        connection.execute(_SIX)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", reader)
        connection.execute("COMMIT")
    connection.close()


def load(path: Path, document: Document) -> None:
    """What is measured: read, cleaned and loaded."""
    plan_ledger(document.engagement, path).load(document)


def _cpu_ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def lines() -> Iterator[str]:
    """CPU time, which other programs disturb least; the best of two."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = large_ledger(folder / "large.csv")
        runs: list[tuple[float, float]] = []
        for at in range(2):
            own = Document.create(folder / f"{at}.workshop")
            floor = _cpu_ms(partial(plain, path, folder / f"{at}.db"))
            runs.append((floor, _cpu_ms(partial(load, path, own))))
            if at:
                reckoned = _cpu_ms(partial(ledger_of, own))
            own.close()
        floor, taken = (min(run[part] for run in runs) for part in range(2))
        yield line("a ledger of a million rows cleaned and loaded, CPU", taken, floor, "csv + sqlite3", "1.5")
        yield line("its metrics of five years, CPU", reckoned)
