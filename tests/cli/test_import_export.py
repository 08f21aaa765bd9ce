"""``import`` and ``export``: whole or not at all, and everything comes back."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from icalendar import Calendar
from openpyxl import load_workbook

from workshop_app.services.opening import open_workshop

Run = Callable[..., Result]
Ask = Callable[..., Any]
DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_engagement_goes_in_and_comes_out_the_same(run: Run, language: str) -> None:
    source = DEMO / f"engagement_{language}.json"
    run("import", "x.workshop", source)
    run("export", "x.workshop", "back.json")
    assert json.loads(Path("back.json").read_text(encoding="utf-8")) == json.loads(source.read_text(encoding="utf-8"))


def changed(**values: Any) -> Path:
    data = json.loads((DEMO / "engagement_ru.json").read_text(encoding="utf-8")) | values
    Path("changed.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return Path("changed.json")


def test_a_broken_engagement_leaves_nothing_behind(run: Run) -> None:
    result = run("import", "x.workshop", changed(lang=7), code=2)
    assert result.stderr.startswith("lang:")
    assert result.stderr.count("\n") == 1
    assert not Path("x.workshop").exists()


def test_unknown_fields_and_names_are_said(run: Run, ask: Ask) -> None:
    source = changed(colour="red", goals=[{"id": "G1", "owner_id": "P77"}])
    said = run("import", "x.workshop", source)
    assert "colour" in said.stderr
    assert "P77" in said.stderr
    preview = ask("import", "y.workshop", source, "--dry-run")
    assert preview["unknown_fields"] == ["colour"]
    assert preview["kind"] == "engagement"
    assert not Path("y.workshop").exists()


def test_an_engagement_overwrites_only_when_told_and_after_a_backup(run: Run, home: Path, demo_file: Path) -> None:
    refused = run("import", demo_file, changed(owner_question="?"), code=2)
    assert "--replace" in refused.stderr
    run("import", demo_file, "changed.json", "--replace")
    run("export", demo_file, "now.json")
    assert json.loads(Path("now.json").read_text(encoding="utf-8"))["owner_question"] == "?"
    backups = list(home.rglob("*.workshop"))
    assert backups
    run("export", backups[0], "old.json")
    assert json.loads(Path("old.json").read_text(encoding="utf-8"))["owner_question"] != "?"


def test_a_broken_engagement_does_not_overwrite(run: Run, demo_file: Path) -> None:
    before = demo_file.read_bytes()
    run("import", demo_file, changed(goals="none"), "--replace", code=2)
    assert demo_file.read_bytes() == before


def test_a_table_adds_and_says_what_it_did(run: Run, ask: Ask, demo_file: Path) -> None:
    text = "Отдел;ФИО;Функция;Часы\nОП-1;Корнеева И. Л.;Ведёт планёрку;2\nИтого;;;2\n"
    Path("list.csv").write_bytes(text.encode("cp1251"))
    preview = ask("import", demo_file, "list.csv", "--dry-run")
    assert preview["kind"] == "functions"
    assert [(row["id"], row["person_id"], row["hours_per_week"]) for row in preview["rows"]] == [("F136", "P01", 2)]
    assert preview["skipped"] == [{"row": 3, "why": "строка итога"}]
    assert preview["questions"][0]["default"] == "P01"
    said = run("import", demo_file, "list.csv").stdout
    assert said.startswith("functions: добавлено 1, обновлено 0, без изменений 0, пропущено 1, повторов 0.\n")
    assert "1 as before" in run("import", demo_file, "list.csv", "--lang", "en").stdout
    run("export", demo_file, "x.json")
    functions = json.loads(Path("x.json").read_text(encoding="utf-8"))["functions"]
    assert [f["text"] for f in functions if f["id"] == "F136"] == ["Ведёт планёрку"]


def test_a_question_is_answered_on_the_command_line(run: Run, demo_file: Path) -> None:
    Path("list.csv").write_text("ФИО;Функция;Часы\nПетров Пётр;Ведёт планёрку;2\n", encoding="utf-8")
    refused = run("import", demo_file, "list.csv", code=2)
    assert refused.stderr.count("\n") == 1
    run("import", demo_file, "list.csv", "--answer", "department=ОП-2")
    run("import", demo_file, "list.csv", "--answer", "nonsense", code=2)


def test_a_question_that_must_be_answered_first_names_the_answers(run: Run, demo_file: Path) -> None:
    Path("list.csv").write_text("Отдел;Функция;Функция\nОП-1;Звонит;Пишет\n", encoding="utf-8")
    said = run("import", demo_file, "list.csv", code=2).stderr
    assert "column:function=1, column:function=2" in said
    assert (
        run("import", demo_file, "list.csv", "--answer", "column:function=2", "--lang", "en").stdout[:20]
        == "functions: 1 added, "
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("column:function=second", "“second” is no number of a column"),
        ("column:function=-1", "“-1” is no number of a column"),
        ("column:function=none", "no column is headed Function"),
        ("column:function", "write KEY=VALUE"),
        ("cell:x:y:=1", "column:function=1, column:function=2"),
        ("cell:1=1", "column:function=1, column:function=2"),
    ],
)
def test_an_answer_that_is_none_is_said(run: Run, demo_file: Path, answer: str, said: str) -> None:
    Path("list.csv").write_text("Отдел;Функция;Функция\nОП-1;Звонит;Пишет\n", encoding="utf-8")
    before = demo_file.read_bytes()
    assert said in run("import", demo_file, "list.csv", "--lang", "en", "--answer", answer, code=2).stderr
    assert demo_file.read_bytes() == before


def test_an_open_workshop_is_not_changed_behind_the_facilitators_back(run: Run, demo_file: Path) -> None:
    Path("list.csv").write_text("Отдел;ФИО;Функция\nОП-1;Петров Пётр;Звонит\n", encoding="utf-8")
    opened = open_workshop(demo_file)
    try:
        assert "Close it there" in run("import", demo_file, "list.csv", "--lang", "en", code=2).stderr
        assert "Close it there" in run("demo", demo_file, "--force", "--lang", "en", "--no-open", code=2).stderr
        run("check", demo_file, code=1)
    finally:
        opened.close()
    run("import", demo_file, "list.csv")
    run("demo", demo_file, "--force", "--no-open")


def test_a_ledger_is_loaded_and_counted(run: Run, ask: Ask) -> None:
    run("import", "x.workshop", DEMO / "engagement_en.json")
    assert ask("results", "x.workshop")["ledger"] == {}
    preview = ask("import", "x.workshop", DEMO / "ledger_en.csv", "--dry-run")
    assert (preview["kind"], preview["added"]) == ("ledger", len(preview["rows"]))
    assert "ledger: 4979 added" in run("import", "x.workshop", DEMO / "ledger_en.csv").stdout
    assert list(ask("results", "x.workshop")["ledger"]) == ["2021", "2022", "2023", "2024", "2025"]


def test_a_second_ledger_is_said_to_count_beside_the_first_or_takes_its_place(run: Run, ask: Ask) -> None:
    def revenue() -> float:
        return sum(year["revenue_total"] for year in ask("results", "x.workshop")["ledger"].values())

    Path("sales.csv").write_text("date;department;client;service;amount\n2025-01-09;Sales;Alfa;Audit;100\n", "utf-8")
    assert "count as well" not in run("import", "x.workshop", "sales.csv").stdout
    assert "count as well: sales.csv. With --replace" in run("import", "x.workshop", "sales.csv").stdout
    assert revenue() == 200
    assert "count as well" not in run("import", "x.workshop", "sales.csv", "--replace").stdout
    assert revenue() == 100


def test_a_ledger_can_found_a_workshop(run: Run, ask: Ask) -> None:
    run("import", "x.workshop", DEMO / "ledger_en.csv")
    found = ask("results", "x.workshop")["ledger"]["2025"]
    assert found["active_clients"] == 207
    assert set(found["by_department"]) == {"DEP01", "DEP02"}


def test_a_table_founds_a_workshop_as_the_window_begins_one(run: Run) -> None:
    Path("staff.csv").write_text("Name,Department,Position\nAnn Lee,Dispatch,Driver\nBo Kim,Dispatch,Driver\n")
    run("import", "new.workshop", "staff.csv")
    run("export", "new.workshop", "new.json")
    made = json.loads(Path("new.json").read_text(encoding="utf-8"))
    assert sum(item["minutes"] for item in made["session"]["agenda"] if item["step"].startswith("S")) == 390
    assert (made["settings"]["currency"], made["lang"], len(made["session"]["rules"])) == ("GBP", "en", 4)


def test_exports_by_their_endings(run: Run, demo_file: Path) -> None:
    for name in ("all.xlsx", "dates.ics", "people.csv"):
        assert run("export", demo_file, name, "--table", "people").stdout.strip() == name
    assert "Действия" in load_workbook("all.xlsx").sheetnames
    assert len(Calendar.from_ical(Path("dates.ics").read_bytes()).walk("VEVENT")) > 10
    assert Path("people.csv").read_text(encoding="utf-8-sig").startswith("Код;Сотрудник;Отдел")
    run("export", demo_file, "english.csv", "--table", "people", "--lang", "en")
    assert Path("english.csv").read_text(encoding="utf-8-sig").startswith("Code,Person,Department")


@pytest.mark.parametrize(
    "arguments",
    [
        ["x.doc"],
        ["x.csv"],
        ["x.csv", "--table", "nothing"],
        ["demo.workshop"],
        ["x.json", "--without", "names"],
        ["x.png", "--chart", "nothing"],
        ["x.svg"],
        ["nowhere/x.svg", "--chart", "goals"],
        ["nowhere/x.json"],
        ["x.xlsx", "--form", "functions"],
        ["x.xlsx", "--form", "functions", "--department", "Z"],
        ["x.csv", "--form", "functions", "--department", "A"],
    ],
)
def test_what_cannot_be_exported_is_said_in_one_line(run: Run, demo_file: Path, arguments: list[str]) -> None:
    before = demo_file.read_bytes()
    assert run("export", demo_file, *arguments, code=2).stderr.count("\n") == 1
    assert demo_file.read_bytes() == before
    assert [path.name for path in Path().iterdir()] == ["demo.workshop"]


def test_a_form_goes_out_and_comes_back(run: Run, ask: Ask, demo_file: Path) -> None:
    run("export", demo_file, "form.xlsx", "--form", "functions", "--department", "ОП-1")
    book = load_workbook("form.xlsx")
    book.worksheets[0].append(["Корнеева Ирина Львовна", None, "Ведёт журнал передач", 1.5])
    book.save("back.xlsx")
    preview = ask("import", demo_file, "back.xlsx", "--dry-run")
    assert preview["questions"] == []
    assert [row["text"] for row in preview["rows"]] == ["Ведёт журнал передач"]
    assert preview["unchanged"] == 36


def test_a_copy_to_send_leaves_out_what_is_said(run: Run, demo_file: Path) -> None:
    run("export", demo_file, "copy.workshop")
    run("export", demo_file, "bare.workshop", "--without", "names", "--without", "answers", "--without", "bonuses")
    assert "Корнеева" in Path("copy.workshop").read_text(encoding="utf-8", errors="replace")
    assert "Корнеева" not in Path("bare.workshop").read_text(encoding="utf-8", errors="replace")
    assert "never written over" in run("export", demo_file, "copy.workshop", code=2).stderr
    with_names, without = (open_workshop(Path(name)) for name in ("copy.workshop", "bare.workshop"))
    assert len(with_names.document.engagement.people) == len(without.document.engagement.people) > 15
    assert with_names.document.engagement.target_bonuses and not without.document.engagement.target_bonuses
    with_names.close()
    without.close()


def test_a_chart_becomes_a_picture(run: Run, demo_file: Path) -> None:
    run("export", demo_file, "goals.svg", "--chart", "goals", "--lang", "en")
    assert "Common goals" in Path("goals.svg").read_text(encoding="utf-8")
    run("export", demo_file, "hours.png", "--chart", "hours")
    assert Path("hours.png").read_bytes().startswith(b"\x89PNG")
    said = run("export", demo_file, "plan.svg", "--chart", "all").stdout.split()
    assert "plan-revenue.svg" in said and len(said) > 20 and all(Path(name).exists() for name in said)


def test_an_engagement_in_any_unicode_encoding_is_read(run: Run, demo_file: Path) -> None:
    run("export", demo_file, "x.json")
    text = Path("x.json").read_text(encoding="utf-8")
    for number, encoding in enumerate(("utf-8-sig", "utf-16", "utf-16-be")):
        Path("y.json").write_text(text, encoding=encoding)
        run("import", f"{number}.workshop", "y.json")
        run("export", f"{number}.workshop", "z.json")
        assert Path("z.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "new.workshop", "folder"], "folder — это папка. Выберите файл в ней."),
        (["import", "new.workshop", "folder", "--kind", "engagement"], "folder — это папка. Выберите файл в ней."),
        (["import", "new.workshop", "list.json"], "Это не файл сессии: в поле «format» должно стоять"),
        (["import", "no/new.workshop", "x.json"], "Папки для «new.workshop» нет. Сначала создайте её"),
        (["demo", "no/new.workshop"], "Папки для «new.workshop» нет. Сначала создайте её"),
        (["export", "demo.workshop", "no/x.json"], "Не записано: папки no нет."),
        (["export", "demo.workshop", "folder"], "folder: что писать, говорит расширение."),
        (["results", "."], "«.» — не файл сессии."),
        (["report", "demo.workshop", "training", "-o", "."], "Не записано: . — имя папки."),
        (["report", "demo.workshop", "training", "-o", "demo.workshop"], "Выгрузка не пишется поверх файла сессии."),
        (["import", "n" * 300, "x.json"], " не подходит: "),
    ],
)
def test_a_place_that_cannot_be_used_is_said_with_the_cure(
    run: Run, demo_file: Path, arguments: list[str], said: str
) -> None:
    Path("folder").mkdir()
    Path("list.json").write_text("[1, 2]", encoding="utf-8")
    Path("x.json").write_text('{"format": "joint-plan-engagement/1", "lang": "ru"}', encoding="utf-8")
    before = demo_file.read_bytes()
    assert said in run(*arguments, code=2, language="ru").stderr
    assert sorted(path.name for path in Path().iterdir()) == ["demo.workshop", "folder", "list.json", "x.json"]
    assert demo_file.read_bytes() == before


def test_a_link_stays_a_link_and_a_pipe_a_pipe(run: Run, demo_file: Path) -> None:
    Path("real.json").write_text("old", encoding="utf-8")
    Path("link.json").symlink_to("real.json")
    run("export", demo_file, "link.json")
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text(encoding="utf-8"))["format"] == "joint-plan-engagement/1"
    Path("link.workshop").symlink_to("behind.workshop")
    run("export", demo_file, "behind.workshop")
    Path("small.json").write_text('{"format": "joint-plan-engagement/1", "lang": "en"}', encoding="utf-8")
    run("import", "link.workshop", "small.json", "--replace")
    run("export", "behind.workshop", "after.json")
    assert Path("link.workshop").is_symlink()
    assert json.loads(Path("after.json").read_text(encoding="utf-8"))["people"] == []
    os.mkfifo("pipe.csv")
    reader = os.open("pipe.csv", os.O_RDONLY | os.O_NONBLOCK)
    run("export", demo_file, "pipe.csv", "--table", "departments")
    assert "ОП-1" in os.read(reader, 4096).decode("utf-8-sig")
    os.close(reader)
