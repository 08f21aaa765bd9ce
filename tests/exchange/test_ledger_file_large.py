"""A ledger of a million rows is read and loaded in little memory (increase over the idle process)."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = 1_000_000
MEGABYTES = 200

LOAD = """
import resource, sys
from pathlib import Path
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.services.document import Document
document = Document.create(Path(sys.argv[2]))
idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
plan_ledger(document.engagement, Path(sys.argv[1])).load(document)
print(document.ledger_rows.count(), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) // 1024)
document.close()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is read by the resource module of Unix")
def test_a_million_rows_take_less_than_200_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Документ;Дата;Отдел;Клиент;Услуга;Сумма\n")
        for number in range(ROWS):
            client, day = number * 7919 % 5000, number * 31 % 28 + 1
            file.write(
                f"УТ-{number:07};{day:02}.{number % 12 + 1:02}.{2021 + number * 5 // ROWS};ОП-{client % 2 + 1};"
                f"ООО «Клиент номер {client}»;Услуга {number % 12};{number % 90_000},{number % 100:02}\n"
            )
    answer = subprocess.run(
        [sys.executable, "-c", LOAD, str(path), str(tmp_path / "Large.workshop")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert int(answer[0]) == ROWS
    assert int(answer[1]) < MEGABYTES
