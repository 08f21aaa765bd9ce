"""Sales ledgers as files: the demo's, and messy ones."""

import json
from pathlib import Path
from typing import Any

import pytest

from workshop_app.domain.ledger import Cleaner, CleaningReport, DepartmentNames, LedgerRow, metrics, service_key
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import Department
from workshop_app.exchange.ledger_file import (
    AMOUNT_QUESTION,
    aliases_from,
    open_ledger,
    report_questions,
)
from workshop_app.exchange.ledger_reading import ReadingCancelled

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources/demo"
HEADER = "Документ;Дата;Отдел;Клиент;Услуга;Сумма\n"
DEPARTMENTS = (
    Department(id="A", name="Отдел продаж № 1", short="ОП-1"),
    Department(id="B", name="Отдел продаж № 2", short="ОП-2"),
)


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "ledger.csv"
    path.write_text(text, encoding=encoding, newline="")
    return path


def read(path: Path, names: DepartmentNames | None = None, **answers: str) -> tuple[list[LedgerRow], CleaningReport]:
    reading = open_ledger(path, answers).read(names or DepartmentNames(DEPARTMENTS))
    rows = list(reading)
    return rows, reading.report()


def demo(language: str) -> tuple[dict[str, Any], dict[str, Any]]:
    engagement = json.loads((DEMO / f"engagement_{language}.json").read_text(encoding="utf-8"))
    expected = json.loads((ROOT / f"tests/data/demo/expected_{language}.json").read_text(encoding="utf-8"))
    return engagement, expected["ledger"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_demo_ledger_gives_the_expected_metrics_in_every_key(language: str) -> None:
    engagement, expected = demo(language)
    departments = [
        Department(id=entry["id"], name=entry["name"], short=entry["short"]) for entry in engagement["departments"]
    ]
    rows, report = read(DEMO / f"ledger_{language}.csv", DepartmentNames(departments))
    addons = {service_key(name) for name in engagement["ledger"]["addon_services"]}
    assert metrics(rows, [entry.id for entry in departments], addons).as_json() == expected
    assert (report.accepted, report.rejected_count, report.spellings_merged, report.near) == (4979, 0, 36, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_the_demo_ledger_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = (DEMO / "ledger_ru.csv").read_text(encoding="utf-8-sig")
    rows, _ = read(write(tmp_path, text[:40_000], encoding))
    original, _ = read(DEMO / "ledger_ru.csv")
    assert len(rows) > 200 and rows[:-1] == original[: len(rows) - 1]


def test_a_ledger_without_a_workshop_takes_the_departments_from_the_file() -> None:
    names = DepartmentNames()
    rows, _ = read(DEMO / "ledger_en.csv", names)
    assert names.order == ["Sales One", "Sales Two"] and {row.department_id for row in rows} == set(names.order)


def test_titles_sections_totals_and_repeated_headers_of_a_report(tmp_path: Path) -> None:
    text = (
        "Отчёт о продажах за 2024 год;;;;\n"
        ";;;;\n"
        "Дата документа;Контрагент;Номенклатура;Сумма, тыс. руб.;№ док.\n"
        "1;2;3;4;5\n"
        "Отдел продаж № 1;;;;\n"
        "10.01.2024;ООО Север;Аудит;1,5;7\n"
        "Итого;;;1,5;\n"
        "Дата документа;Контрагент;Номенклатура;Сумма, тыс. руб.;№ док.\n"
        "Отдел: ОП-2;;;;\n"
        "11.01.2024;Юг;Аудит;2;8\n"
        ";Всего;;3,5;\n"
    )
    rows, report = read(write(tmp_path, text))
    assert [(row.department_id, row.client_key, row.cents, row.document) for row in rows] == [
        ("A", "север", 150_000, "7"),
        ("B", "юг", 200_000, "8"),
    ]
    assert [total.agrees for total in report.totals] == [True, True]
    assert report.rejected_count == 0


def test_a_manager_stands_for_the_department(tmp_path: Path) -> None:
    path = write(tmp_path, "Менеджер;Дата;Клиент;Услуга;Сумма\nЗимин А.В.;10.01.2024;Север;Аудит;5\n")
    rows, _ = read(path, DepartmentNames(DEPARTMENTS, managers={"Зимин А.В.": "B"}))
    assert [(row.department_id, row.manager) for row in rows] == [("B", "Зимин А.В.")]


def test_a_column_of_thousands_or_decimals_is_asked_about(tmp_path: Path) -> None:
    text = "date,department,client,service,amount\n" + "".join(
        f'2024-01-0{day},ОП-1,North,Audit,"{day},500"\n' for day in range(1, 4)
    )
    path = write(tmp_path, text)
    (question,) = open_ledger(path).questions
    assert question.key == AMOUNT_QUESTION and question.blocking and question.default is None
    assert [(option.value, str(option.label)) for option in question.options] == [
        ("thousands", "thousands: 1500"),
        ("decimal", "decimals: 1.500"),
    ]
    for answer, cents in (("thousands", 150_000), ("decimal", 150)):
        answers = {AMOUNT_QUESTION: answer}
        assert open_ledger(path, answers).questions == ()
        rows, _ = read(path, **answers)
        assert rows[0].cents == cents


def test_two_columns_that_fit_equally_make_a_question(tmp_path: Path) -> None:
    path = write(
        tmp_path, "Дата заказа;Дата оплаты;Отдел;Клиент;Услуга;Сумма\n10.01.2024;10.02.2024;ОП-1;Север;Аудит;5\n"
    )
    (question,) = open_ledger(path).questions
    assert (question.key, str(question.text)) == ("column:date", "Which column is Date?")
    assert [(option.value, str(option.label)) for option in question.options] == [
        ("0", "Дата заказа"),
        ("1", "Дата оплаты"),
    ]
    opened = open_ledger(path, {"column:date": "1"})
    assert opened.questions == ()
    assert [row.date.month for row in opened.read(DepartmentNames(DEPARTMENTS))] == [2]


def test_answers_about_departments_and_clients_become_aliases(tmp_path: Path) -> None:
    lines = (
        "1;10.01.2024;ОП-1;ООО «Светлый фармзавод»;Аудит;5",
        "2;10.01.2024;ОП-1;Светлый фармзавод;Аудит;6",
        "3;10.01.2024;ОП-1;Светлый фарм-завод;Аудит;7",
        "4;10.01.2024;Филиал;Юг;Аудит;8",
    )
    path = write(tmp_path, HEADER + "\n".join(lines))
    _, report = read(path)
    whose, same = report_questions(report, DEPARTMENTS)
    assert str(whose.text) == "Which department is “Филиал”? Rows: 1."
    assert [option.value for option in whose.options] == ["A", "B", "none"]
    assert {whose.default, same.default} == {"none", "different"} and not whose.blocking and not same.blocking
    assert "ООО «Светлый фармзавод»" in str(same.text) and "Светлый фарм-завод" in str(same.text)

    departments, clients = aliases_from({whose.key: "B", same.key: "same", "column:date": "1"})
    assert clients == (("светлый фарм-завод", "светлый фармзавод"),)
    reading = open_ledger(path).read(DepartmentNames(DEPARTMENTS, departments), clients)
    assert [(row.department_id, row.client_key) for row in reading][2:] == [("A", "светлый фармзавод"), ("B", "юг")]
    assert report_questions(reading.report(), DEPARTMENTS) == ()
    assert aliases_from({whose.key: "none", same.key: "different"}) == ((), ())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Дата;Отдел;Клиент;Услуга\n10.01.2024;ОП-1;Север;Аудит\n", "Amount"),
        ("Отдел;Клиент\nОП-1;Север\n", "Date, Service, Amount"),
        ("Дата;Клиент;Услуга;Сумма\n10.01.2024;Север;Аудит;5\n", "Department"),
    ],
)
def test_missing_columns_are_named_in_words(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ProblemError) as problem:
        open_ledger(write(tmp_path, text))
    assert str(problem.value) == f"ledger.csv: no column is headed {named}. Write these words above the columns."


def test_progress_comes_to_the_end_and_a_person_can_stop(tmp_path: Path) -> None:
    lines = "".join(f"{n};10.01.2024;ОП-1;Север;Аудит;5\n" for n in range(12_000))
    path = write(tmp_path, HEADER + lines)
    names = DepartmentNames(DEPARTMENTS)
    steps: list[tuple[int, int]] = []
    reading = open_ledger(path).read(names, progress=lambda done, total: steps.append((done, total)))
    assert sum(1 for _ in reading) == 12_000
    size = path.stat().st_size
    assert len(steps) > 3 and steps[-1] == (size, size) and steps == sorted(steps)

    taken = 0
    stopping = open_ledger(path).read(names, cancelled=lambda: taken >= 1)
    with pytest.raises(ReadingCancelled):
        for taken, _ in enumerate(stopping, start=1):  # noqa: B007  (read by the lambda)
            pass
    assert 0 < taken < 6000


def test_repeats_are_found_however_far_away_and_in_whatever_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop_app.exchange.grid.csv_file._BLOCK", 100)  # some rows a block
    numbers = [*range(100, 160), 107, 160, 161, 161, 162, 120, 90, 163, 90, 107]
    lines = "".join(f"{number};10.01.2024;ОП-1;Север;Аудит;{number}\n" for number in numbers)
    rows, report = read(write(tmp_path, HEADER + lines))
    repeats = [place for place, number in enumerate(numbers) if number in numbers[:place]]
    assert report.dropped_rows == tuple(place + 2 for place in repeats) and len(repeats) == 5
    assert [row.document for row in rows] == [str(number) for number in dict.fromkeys(numbers)]


def test_rows_are_read_while_they_are_taken(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "1;10.01.2024;ОП-1;Север;Аудит;5\n" * 20_000 + 'x;"open')
    rows = iter(open_ledger(path).read(DepartmentNames(DEPARTMENTS)))
    assert next(rows).client_key == "север"


def test_a_workbook_ledger_keeps_its_days_and_numbers(tmp_path: Path) -> None:
    from datetime import datetime

    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Продажи"])
    sheet.append(["№ документа", "Дата", "Подразделение", "Клиент", "Услуга", "Выручка"])
    sheet.append([1023, datetime(2024, 1, 10, 12, 30), "ОП-1", "ООО «Север»", "Аудит", 0.1 + 0.2])
    sheet.append([1024, 45302, "ОП-2", "Юг", "Аудит", "1 500,50"])
    sheet.append([None, None, None, "Итого", None, 1500.8])
    path = tmp_path / "ledger.xlsx"
    workbook.save(path)
    rows, report = read(path)
    assert [(str(row.date), row.department_id, row.cents, row.document) for row in rows] == [
        ("2024-01-10", "A", 30, "1023"),
        ("2024-01-11", "B", 150_050, "1024"),
    ]
    assert report.totals[0].agrees


def test_a_cleaner_is_not_shared_between_readings(tmp_path: Path) -> None:
    opened = open_ledger(write(tmp_path, HEADER + "1;10.01.2024;ОП-1;Север;Аудит;5\n"))
    names = DepartmentNames(DEPARTMENTS)
    assert len(list(opened.read(names))) == len(list(opened.read(names))) == 1
    assert Cleaner(names).report().rows == 0
