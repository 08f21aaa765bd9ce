"""``report``: documents as PDF, by their names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from pypdf import PdfReader

from tests.reports.pdf import words
from workshop_app.services.preferences import user_preferences

Run = Callable[..., Result]
NAMES = (
    "action-plan", "role-card", "raci", "audit", "goals", "cooperation", "training", "meetings", "rewards", "feedback",
    "full-report", "handout", "invitation", "followup", "owner-summary",
)  # fmt: skip


def test_the_documents_are_named(run: Run) -> None:
    listed = run("report", "--list").stdout.splitlines()
    assert {line.split()[0] for line in listed} >= set(NAMES)
    assert run("report", "--list", "--lang", "ru").stdout != run("report", "--list").stdout


def test_a_document_goes_into_the_current_folder_and_its_path_is_said(run: Run, demo_file: Path) -> None:
    assert run("report", demo_file, "action-plan").stdout.strip() == "demo-action-plan.pdf"
    assert "Утвердить карту рынка" in " ".join(words("demo-action-plan.pdf"))


def test_language_paper_and_person(run: Run, demo_file: Path) -> None:
    everybody = run("report", demo_file, "role-card", "-o", "all.pdf")
    one = run("report", demo_file, "role-card", "-o", "one.pdf", "--person", "P01", "--paper", "letter", "--lang", "en")
    assert (everybody.stdout.strip(), one.stdout.strip()) == ("all.pdf", "one.pdf")
    assert len(PdfReader("one.pdf").pages) < len(PdfReader("all.pdf").pages)
    width, height = PdfReader("one.pdf").pages[0].mediabox[2:]
    assert {round(width), round(height)} == {612, 792}


def test_a_person_is_found_by_any_word_of_the_name_or_named_with_the_code(run: Run, demo_file: Path) -> None:
    run("report", demo_file, "role-card", "-o", "one.pdf", "--person", "марина гущина")
    assert "Гущина" in " ".join(words("one.pdf"))
    said = run("report", demo_file, "role-card", "-o", "two.pdf", "--person", "никто", code=2).stderr
    assert "P01 Корнеева Ирина Львовна" in said


def test_everybody_gets_a_file_of_their_own(run: Run, demo_file: Path) -> None:
    said = run("report", demo_file, "handout", "--each", "-o", "sheets", "--lang", "ru").stdout.splitlines()
    names = sorted(path.name for path in Path("sheets").iterdir())
    assert len(said) == len(names) == 18
    assert "demo – Памятка участника – Гущина Марина Сергеевна.pdf" in names
    assert len(PdfReader(Path("sheets") / names[0]).pages) <= 2


def test_the_persons_own_look_stands_where_the_workshop_has_none(run: Run, demo_file: Path) -> None:
    user_preferences().change(brand_footer="Учебный центр «Опора»", brand_name="Опора")
    run("report", demo_file, "action-plan", "-o", "plan.pdf")
    text = words("plan.pdf")[0]
    assert "Учебный центр «Опора»" in text.replace("\u00a0", " ") and "Аргонт" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["demo.workshop", "raci", "--each"],
        ["demo.workshop", "handout", "--each", "-o", "demo.workshop"],
        ["demo.workshop"],
        ["demo.workshop", "poem"],
        ["gone.workshop", "raci"],
        ["demo.workshop", "role-card", "--person", "P77"],
        ["demo.workshop", "raci", "--person", "P01"],
        ["demo.workshop", "raci", "-o", "nowhere/x.pdf"],
        ["demo.workshop", "audit", "--paper", "a3"],
    ],
)
def test_what_cannot_be_made_is_one_line_and_code_two(run: Run, demo_file: Path, arguments: list[str]) -> None:
    assert run("report", *arguments, code=2).stderr.count("\n") == 1
    assert [path.name for path in Path().iterdir()] == ["demo.workshop"]
