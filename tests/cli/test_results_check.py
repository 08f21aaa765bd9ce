"""``demo``, ``results`` and ``check``."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Ask = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
NO_DATE = " — не дата 1900–2100 годов. Пишите год-месяц-день, например 2026-02-10."


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_example_has_the_expected_results(run: Run, ask: Ask, language: str) -> None:
    run("demo", "x.workshop", "--lang", language, "--no-open")
    expected = json.loads((ROOT / "tests/data/demo" / f"expected_{language}.json").read_text(encoding="utf-8"))
    assert ask("results", "x.workshop") == expected


def test_the_example_does_not_write_over_a_file_unless_told(run: Run) -> None:
    run("demo", "--no-open")
    size = Path("demo.workshop").stat().st_size
    refused = run("demo", "--no-open", code=2)
    assert refused.stderr.count("\n") == 1
    assert "--force" in refused.stderr
    run("demo", "--no-open", "--force")
    assert Path("demo.workshop").stat().st_size == size
    assert sorted(path.name for path in Path().iterdir()) == ["demo.workshop"]


def test_without_a_display_the_example_is_written_and_that_is_said(run: Run) -> None:
    assert "no display" in run("demo", "--open").stdout
    assert "no display" in run("demo.workshop", code=2).stderr


def test_the_day_changes_what_is_overdue(demo_file: Path, ask: Ask) -> None:
    early = ask("results", demo_file, "--as-of", "2026-02-11")["lint"]
    assert not [entry for entry in early if entry[0] == "ACT-04"]
    late = ask("results", demo_file, "--as-of", "2026-12-31")["lint"]
    assert len([entry for entry in late if entry[0] == "ACT-04"]) > 2


def test_check_says_each_finding_with_its_cure_and_fails_on_errors(demo_file: Path, run: Run, ask: Ask) -> None:
    said = run("check", demo_file, code=1).stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert "ACT-04  «Объединить двойные карточки клиентов» просрочено на 10 дн." in said
    english = run("check", demo_file, "--lang", "en", code=1).stdout
    assert "Do it, move it with a reason, or cancel it" in english
    found = ask("check", demo_file, "--json", code=1)
    assert set(found[0]) == {
        "rule", "severity", "object", "object_id", "number", "message", "fix", "step", "waived",
    }  # fmt: skip
    assert [found[0][key] for key in ("rule", "severity", "object_id", "number", "step")] == [
        "ACT-04", "error", "X08", 10, "S12",
    ]  # fmt: skip


def test_the_cure_of_several_findings_is_said_once(run: Run) -> None:
    Path("list.csv").write_text("Отдел;ФИО;Функция\nА;Ким Анна;Звонит\nА;Ким Анна;Пишет\nБ;Ли Вера;Ждёт\n", "utf-8")
    run("import", "x.workshop", "list.csv")
    lines = run("check", "x.workshop", "--lang", "ru", code=1).stdout.splitlines()
    about = [place for place, line in enumerate(lines) if line.startswith("  AUD-06")]
    assert about == list(range(about[0], about[0] + 3)) and "→ Сопоставьте" in lines[about[-1] + 1]
    assert sum("→ Сопоставьте" in line for line in lines) == 1


def test_check_is_content_when_no_error_is_open(demo_file: Path, run: Run) -> None:
    assert run("check", demo_file, "--as-of", "2026-04-10").exit_code == 0


def test_an_error_left_open_on_purpose_is_listed_and_does_not_fail(run: Run, ask: Ask) -> None:
    data = json.loads((ROOT / "resources/demo/engagement_ru.json").read_text(encoding="utf-8"))
    data["waivers"] = [{"rule": "ACT-04", "object_id": name, "reason": "Ждём CRM"} for name in ("X08", "X12")]
    Path("e.json").write_text(json.dumps(data), encoding="utf-8")
    run("import", "w.workshop", "e.json")
    assert [entry["waived"] for entry in ask("check", "w.workshop", "--json")][:3] == [True, True, False]
    assert "Ждём CRM" in run("check", "w.workshop").stdout


@pytest.mark.parametrize("command", ["results", "check"])
def test_what_is_no_workshop_is_one_line_and_code_two(run: Run, command: str) -> None:
    Path("note.workshop").write_text("hello", encoding="utf-8")
    for name in ("note.workshop", "gone.workshop", "."):
        result = run(command, name, code=2)
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert "Traceback" not in result.stderr


def test_commands_leave_the_file_as_it_was(demo_file: Path, run: Run) -> None:
    before = demo_file.read_bytes()
    for command in ("results", "check"):
        run(command, demo_file, code=None)
    run("export", demo_file, "x.json")
    assert demo_file.read_bytes() == before


@pytest.mark.parametrize("release", ["1_0", "1_1", "1_2"])
def test_files_of_older_releases_are_read_and_left_as_they_were(run: Run, ask: Ask, release: str) -> None:
    packed = ROOT / "tests/data/releases" / f"{release}.workshop.xz"
    Path("old.workshop").write_bytes(content := lzma.decompress(packed.read_bytes()))
    assert ask("results", "old.workshop")["overlap_hours_total"] == 182
    assert "ACT-04" in run("check", "old.workshop", code=1).stdout
    run("export", "old.workshop", "x.json")
    assert Path("old.workshop").read_bytes() == content
    assert sorted(path.name for path in Path().iterdir()) == ["old.workshop", "x.json"]


@pytest.mark.parametrize(
    "arguments",
    [["chek"], ["results"], ["results", "x.workshop", "--as-of", "soon"], ["check", "--nope"], ["x.workshop"]],
)
def test_a_mistyped_command_is_one_line_and_code_two(run: Run, arguments: list[str]) -> None:
    result = run(*arguments, code=2)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("export x.workshop", "Не указано: TARGET. См. workshop-app export --help."),
        ("check x --nope", "У workshop-app check нет параметра --nope. Есть: --as-of, --lang, --json, --help."),
        ("check x --lang de", "--lang: слова «de» нет. Укажите одно из: ru, en."),
        ("results x --as-of 2026-02-30", "--as-of: «2026-02-30»" + NO_DATE),
        ("results x --as-of 9999-12-31", "--as-of: «9999-12-31»" + NO_DATE),
        (
            "results Моя сессия",
            "«сессия» здесь лишнее. Имена с пробелами берите в кавычки. См. workshop-app results --help.",
        ),
        ("export x y.csv --table", "--table: после него нет значения или значение лишнее. См. workshop-app --help."),
    ],
)
def test_a_mistyped_command_is_said_in_the_persons_language_with_the_cure(run: Run, arguments: str, said: str) -> None:
    assert run(*arguments.split(), code=2, language="ru").stderr.strip() == said


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_command_explains_itself(run: Run, language: str) -> None:
    listed = run("--help", language=language).stdout
    for command in ("demo", "import", "export", "results", "check", "ledger"):
        assert command in listed
        text = run(command, "--help", language=language).stdout
        assert text.startswith("Вызов:" if language == "ru" else "Usage:")
        assert ("ь" in text or "а" in text) == (language == "ru")
