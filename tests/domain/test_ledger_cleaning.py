"""A ledger as an office really keeps it, cleaned and added up by hand (METHOD C.8.1)."""

from datetime import date
from decimal import Decimal

import pytest

from workshop_app.domain.ledger import Cleaner, CleaningReport, DepartmentNames, LedgerRow, RawRow, Verdict
from workshop_app.domain.model import Department

DEPARTMENTS = (
    Department(id="A", name="Отдел продаж № 1", short="ОП-1"),
    Department(id="B", name="Отдел продаж № 2", short="ОП-2"),
)

# document, date, department, client, service, amount
MESSY = (
    ("1", "2024-01-10", "ОП-1", "ООО «Север»", "Аудит", "1 000,00"),  # row 2
    ("2", "15.01.2024", "оп-1", "СЕВЕР ООО", "аудит", "2.000,50 руб."),
    ("3", "20/01/24", "Отдел продаж №2", 'ООО "Юг"', "Обучение", "3,000.25"),
    ("", "Итого за январь", "", "", "", "6 000,75"),
    ("4", "31.02.2024", "ОП-1", "Север", "Аудит", "500"),
    ("5", "05.02.2024", "ОП-1", "Север", "Аудит", "(250,00)"),
    ("5", "05.02.2024", "ОП-1", "ООО Север", "Аудит", "−250"),  # the same document again
    ("6", "06.02.2024", "ОП-3", "Север", "Аудит", "100"),
    ("7", "07.02.2024", "ОП-2", "Юг", "Обучение", "сто"),
    ("8", "08.02.2024", "ОП-2", "", "Обучение", "100"),
    ("9", "09.02.2024", "ОП-2", "Юг", "", "100"),
    ("10", "10.02.2024", "", "Юг", "Обучение", "100"),
    ("11", "", "ОП-2", "Юг", "Обучение", "100"),
    ("12", "12.02.2024", "ОП-2", "Юг", "Обучение", ""),
    ("", "13.02.2024", "ОП-2", "Юг", "Обучение", "10"),
    ("", "13.02.2024", "ОП-2", "Юг", "Обучение", "10"),  # perhaps a repeat: no document number
    ("", "", "", "ВСЕГО:", "", "5 520,75"),
)


def raw(number: int, cells: tuple[str, ...]) -> RawRow:
    document, day, department, client, service, amount = cells
    return RawRow(number, day, department, client, service, amount, document)


@pytest.fixture
def cleaned() -> tuple[list[LedgerRow], CleaningReport]:
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    rows = list(cleaner.clean(raw(number, cells) for number, cells in enumerate(MESSY, start=2)))
    return rows, cleaner.report()


def test_accepted_rows_are_the_sound_ones(cleaned: tuple[list[LedgerRow], CleaningReport]) -> None:
    rows, _ = cleaned
    assert [(row.date, row.department_id, row.client_key, row.service_key, row.cents) for row in rows] == [
        (date(2024, 1, 10), "A", "север", "аудит", 100_000),
        (date(2024, 1, 15), "A", "север", "аудит", 200_050),
        (date(2024, 1, 20), "B", "юг", "обучение", 300_025),
        (date(2024, 2, 5), "A", "север", "аудит", -25_000),
        (date(2024, 2, 13), "B", "юг", "обучение", 1_000),
        (date(2024, 2, 13), "B", "юг", "обучение", 1_000),
    ]
    assert rows[0].client == "ООО «Север»" and rows[0].document == "1" and rows[4].document is None


def test_the_report_counts_every_row_once(cleaned: tuple[list[LedgerRow], CleaningReport]) -> None:
    _, report = cleaned
    assert report.rows == len(MESSY) == 17
    assert (report.accepted, report.rejected_count, report.repeats_dropped, len(report.totals)) == (6, 8, 1, 2)
    assert report.total == Decimal("5770.75")
    assert (report.first_date, report.last_date) == (date(2024, 1, 10), date(2024, 2, 13))
    assert (report.refunds, report.refunds_total) == (1, Decimal("-250.00"))
    assert (report.clients, report.services) == (2, 2)


def test_rejected_rows_say_where_and_why(cleaned: tuple[list[LedgerRow], CleaningReport]) -> None:
    _, report = cleaned
    assert [(entry.row, str(entry.why)) for entry in report.rejected] == [
        (6, "no such date: 31.02.2024"),
        (9, "unknown department: ОП-3"),
        (10, "not a number: сто"),
        (11, "no client"),
        (12, "no service"),
        (13, "no department"),
        (14, "no sale date"),
        (15, "no amount"),
    ]
    assert report.unknown_departments == {"ОП-3": 1}


def test_totals_are_compared_with_the_rows_above(cleaned: tuple[list[LedgerRow], CleaningReport]) -> None:
    _, report = cleaned
    january, all_rows = report.totals
    assert (january.row, january.text, january.agrees) == (5, "Итого за январь", True)
    assert january.stated == Decimal("6000.75")
    # The repeat stands in the file, so the file's own total has it: 6000.75 − 250 − 250 + 10 + 10 = 5520.75.
    assert (all_rows.row, all_rows.stated, all_rows.counted) == (18, Decimal("5520.75"), Decimal("5520.75"))


def test_a_wrong_total_is_shown_with_what_the_rows_say() -> None:
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    cleaner.judge(raw(2, MESSY[0]))
    cleaner.judge(RawRow(3, "", "", "", "", "999", cells=("", "Total", "", "999")))
    (total,) = cleaner.report().totals
    assert (total.text, total.stated, total.counted, total.agrees) == ("Total", Decimal(999), Decimal(1000), False)


def test_repeats_are_dropped_by_document_and_only_noted_without(
    cleaned: tuple[list[LedgerRow], CleaningReport],
) -> None:
    _, report = cleaned
    assert (report.repeats_dropped, report.dropped_rows) == (1, (8,))
    assert (report.repeats_possible, report.possible_rows) == (1, (17,))


@pytest.mark.parametrize("changed", range(6))
def test_a_line_that_differs_in_anything_is_no_repeat(changed: int) -> None:
    other = ("99", "2024-01-11", "ОП-2", "Запад", "Ремонт", "1000,01")
    first = MESSY[0]
    second = tuple(other[i] if i == changed else first[i] for i in range(6))
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    assert len(list(cleaner.clean([raw(2, first), raw(3, second)]))) == 2
    assert cleaner.report().repeats_dropped == 0


def test_spellings_with_one_key_are_merged_and_listed(cleaned: tuple[list[LedgerRow], CleaningReport]) -> None:
    _, report = cleaned
    assert [(client.key, client.names) for client in report.merged] == [
        ("север", ("ООО «Север»", "СЕВЕР ООО", "Север")),
        ("юг", ('ООО "Юг"', "Юг")),
    ]
    assert report.spellings_merged == 3


def test_near_names_are_offered_with_their_rows_and_never_merged() -> None:
    names = ["ООО «Светлый фармзавод»", "Светлый фармзавод", "ООО «Светлый фарм-завод»"]
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    rows = list(cleaner.clean(RawRow(i, "2024-01-10", "ОП-1", name, "Аудит", str(i)) for i, name in enumerate(names)))
    assert len({row.client_key for row in rows}) == 2
    (pair,) = cleaner.report().near
    assert {(pair.first, pair.rows[0]), (pair.second, pair.rows[1])} == {(names[0], 2), (names[2], 1)}


def test_aliases_merge_what_the_user_merged() -> None:
    cleaner = Cleaner(
        DepartmentNames(DEPARTMENTS), [("Светлый фарм-завод", "Светлый фармзавод")], [("Проверка", "Аудит")]
    )
    rows = cleaner.clean([RawRow(2, "2024-01-10", "ОП-1", "ООО «Светлый фарм-завод»", "проверка", "5")])
    assert [(row.client_key, row.service_key) for row in rows] == [("светлый фармзавод", "аудит")]


def test_verdicts_tell_what_becomes_of_each_row() -> None:
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    verdicts = [cleaner.judge(raw(number, cells)).verdict for number, cells in enumerate(MESSY[:7], start=2)]
    accepted, merged, total = Verdict.ACCEPTED, Verdict.MERGED, Verdict.TOTAL
    assert verdicts == [accepted, merged, accepted, total, Verdict.REJECTED, Verdict.REFUND, Verdict.REPEAT]


def test_a_section_names_the_department_of_rows_without_one() -> None:
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    rows = [RawRow(2, "2024-01-10", cell, "Север", "Аудит", "5", section="B") for cell in ("", "ОП-1")]
    assert [row.department_id for row in cleaner.clean(rows)] == ["B", "A"]


def test_amounts_with_more_than_two_decimals_stay_exact_up_to_six() -> None:
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    amounts = ["1,500", "2,345", "3,5", "0.0051", "-0,3000005"]
    rows = cleaner.clean(RawRow(i, "2024-01-10", "ОП-1", "Север", "Аудит", text) for i, text in enumerate(amounts))
    exact = [150, Decimal("234.5"), 350, Decimal("0.51"), Decimal("-30.0001")]
    assert [row.cents for row in rows] == exact
    report = cleaner.report()
    assert report.total == Decimal("7.050099") and (report.rounded, report.unsure_amounts) == (1, (0, 1))


def test_thousands_in_the_header_scale_rows_and_totals() -> None:
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS), scale=1000)
    cleaner.judge(RawRow(2, "2024-01-10", "ОП-1", "Север", "Аудит", "1,5"))
    cleaner.judge(RawRow(3, "", "", "Итого", "", "1,5"))
    report = cleaner.report()
    assert report.total == 1500 and report.totals[0].agrees


def test_a_sum_beyond_all_money_is_refused() -> None:
    cleaner = Cleaner(DepartmentNames(DEPARTMENTS))
    judged = cleaner.judge(RawRow(2, "2024-01-10", "ОП-1", "Север", "Аудит", "9" * 30))
    assert judged.verdict is Verdict.REJECTED and "too large" in str(judged.why)


def test_the_report_speaks_json_in_the_words_it_is_given(cleaned: tuple[list[LedgerRow], CleaningReport]) -> None:
    _, report = cleaned
    found = report.as_json(lambda message: f"<{message}>")
    assert found["rejected"][0] == {"row": 6, "why": "<no such date: 31.02.2024>"}
    assert found["total"] == 5770.75 and found["refunds_total"] == -250
    assert found["totals_skipped"][1]["agrees"] is True
    assert found["first_date"] == "2024-01-10"
