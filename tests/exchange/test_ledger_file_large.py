"""A ledger of a million rows is read and loaded in little memory (increase over the idle process)."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.ledger import ROWS, large_ledger

ROOT = Path(__file__).resolve().parents[2]
STATUS = Path("/proc/self/status")
MEGABYTES = 200

LOAD = """
import sys
from pathlib import Path
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.services.document import Document
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
document = Document.create(Path(sys.argv[2]))
idle = peak()
plan_ledger(document.engagement, Path(sys.argv[1])).load(document)
print(document.ledger_rows.count(), peak() - idle)
document.close()
"""


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="a process tells its own peak of memory in Linux only")
def test_a_million_rows_take_less_than_200_megabytes(tmp_path: Path) -> None:
    path = large_ledger(tmp_path / "large.csv", ROWS)
    answer = subprocess.run(
        [sys.executable, "-c", LOAD, str(path), str(tmp_path / "Large.workshop")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert int(answer[0]) == ROWS
    assert int(answer[1]) < MEGABYTES
