"""Matching the lists: which lines are the same work, answered by the group (DECISIONS, "Matching answers")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Activity, DictionaryEntry, Function, MatchAnswer, MatchKind
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows
from workshop_app.steps.audit.collecting import drop_if_empty

if TYPE_CHECKING:
    from workshop_app.matching import Answers, Line


def matcher_lines(engagement: Engagement) -> tuple[Line, ...]:
    """The lines of participating departments as the matcher takes them."""
    from workshop_app.matching import Line

    return tuple(
        Line(function.id, function.department_id, function.text)
        for function in engagement.functions
        if engagement.department(function.department_id) and function.department_id and not function.outside_list
    )


def matcher_answers(engagement: Engagement) -> Answers:
    """What the group has answered already, with lines of one activity as the same."""
    from workshop_app.matching import Answers

    linked = {kind: set[frozenset[str]]() for kind in MatchKind}
    for answer in engagement.match_answers:
        linked[answer.kind].add(frozenset((answer.a, answer.b)))
    linked[MatchKind.MUST_LINK] |= _same_activity(engagement)
    return Answers(
        must_link=frozenset(linked[MatchKind.MUST_LINK]),
        related=frozenset(linked[MatchKind.RELATED]),
        cannot_link=frozenset(linked[MatchKind.CANNOT_LINK]),
        dictionary={entry.word: entry.synonyms for entry in engagement.dictionary},
    )


def _same_activity(engagement: Engagement) -> set[frozenset[str]]:
    grouped: dict[str, list[str]] = {}
    for function in engagement.functions:
        if function.activity_id:
            grouped.setdefault(function.activity_id, []).append(function.id)
    return {frozenset((a, b)) for ids in grouped.values() for i, a in enumerate(ids) for b in ids[i + 1 :]}


def lines_alike(functions: Iterable[Function], function: Function) -> tuple[Function, ...]:
    """The line and those of its department with the same text, in their order: one proposal speaks for them all."""
    key = norm_text(function.text)
    return tuple(
        other
        for other in functions
        if other.department_id == function.department_id and norm_text(other.text) == key and not other.outside_list
    ) or (function,)


def lines_asked_about(engagement: Engagement, function: Function) -> tuple[Function, ...]:
    """The lines that an answer about this one moves: it, and those like it that are in no activity yet."""
    alike = lines_alike(engagement.functions, function)
    return tuple(other for other in alike if other.id == function.id or other.activity_id is None)


def answer_same(a: Function, b: Function, title: str) -> Operation:
    """Both lines are one activity with this common name."""

    def apply(edit: Edit) -> None:
        first, second = edit.get(Function, a.id) or a, edit.get(Function, b.id) or b
        activity = _common_activity(edit, first, second, title)
        _remember(edit, MatchKind.MUST_LINK, a.id, b.id)
        if activity.title != title and title.strip():
            edit.change(activity, title=single_line(title))

    return Operation(Message(N_("The same: {text}"), {"text": title}), apply)


def _common_activity(edit: Edit, a: Function, b: Function, title: str) -> Activity:
    target = edit.engagement.activity(a.activity_id) or edit.engagement.activity(b.activity_id)
    if target is None:
        target = _new_activity(edit, title)
    for function in (a, b):
        if function.activity_id == target.id:
            _take_along(edit, function, target.id)
        else:
            _join(edit, function, target.id)
    return target


def _join(edit: Edit, function: Function, activity_id: str) -> None:
    """Bring the line, and all lines of its former activity with it, into the activity."""
    old = function.activity_id
    for other in edit.engagement.functions:
        if other.id == function.id or (old is not None and other.activity_id == old):
            edit.change(other, activity_id=activity_id)
    _take_along(edit, function, activity_id)
    drop_if_empty(edit, old)


def _take_along(edit: Edit, function: Function, activity_id: str) -> None:
    """The open lines with the same text go where their line goes."""
    for other in lines_asked_about(edit.engagement, function):
        if other.activity_id is None:
            edit.change(other, activity_id=activity_id)


def _new_activity(edit: Edit, title: str) -> Activity:
    return edit.add(Activity(id=edit.new_id(Activity), title=single_line(title)))


def answer_partial(a: Function, b: Function) -> Operation:
    """Two activities, linked as related."""

    def apply(edit: Edit) -> None:
        for function in (a, b):
            known = edit.engagement.activity(function.activity_id)
            if known is None:
                known = _new_activity(edit, function.text)
                edit.change(function, activity_id=known.id)
            _take_along(edit, function, known.id)
        _remember(edit, MatchKind.RELATED, a.id, b.id)

    return Operation(Message(N_("Partly the same: {text}"), {"text": a.text}), apply)


def answer_different(a: Function, b: Function) -> Operation:
    """Not the same work: never proposed again."""
    name = Message(N_("Different: {text}"), {"text": a.text})
    return Operation(name, lambda edit: _remember(edit, MatchKind.CANNOT_LINK, a.id, b.id))


def _remember(edit: Edit, kind: MatchKind, a: str, b: str) -> None:
    for answer in edit.engagement.match_answers:
        if {answer.a, answer.b} == {a, b}:
            edit.remove(answer)
    edit.add(MatchAnswer(id=edit.new_id(MatchAnswer), kind=kind, a=a, b=b))


def activities_for_rest(functions: Iterable[Function]) -> Operation:
    """Each line that is like no other becomes an activity of its own; lines of a department with one text are one."""
    rest = tuple(functions)

    def apply(edit: Edit) -> None:
        for function in rest:
            alike = lines_alike(edit.engagement.functions, function)
            known = next((line.activity_id for line in alike if line.activity_id), None)
            edit.change(function, activity_id=known or _new_activity(edit, function.text).id)

    return Operation(Message(N_("{n} activities of their own"), {"n": len(_texts(rest))}), apply)


def _texts(functions: Iterable[Function]) -> set[tuple[str | None, str]]:
    return {(function.department_id, norm_text(function.text)) for function in functions}


def map_to_activity(function: Function, activity_id: str | None) -> Operation:
    """Link a line to an activity by hand, or unlink it."""

    def apply(edit: Edit) -> None:
        edit.resolve(function.table, function.id, "activity_id")
        edit.change(function, activity_id=activity_id)
        drop_if_empty(edit, function.activity_id)

    name = N_("Mapping: {text}") if activity_id else N_("In no activity any more: {text}")
    return Operation(Message(name, {"text": function.text}), apply)


def map_to_new(functions: Iterable[Function], title: str) -> Operation:
    """Link lines by hand to an activity that is not in the list yet."""
    linked = tuple(functions)

    def apply(edit: Edit) -> None:
        made = _new_activity(edit, title)
        for function in linked:
            map_to_activity(function, made.id).apply(edit)

    return Operation(Message(N_("New activity: {text}"), {"text": single_line(title)}), apply)


def split_off(functions: Iterable[Function], title: str, *, decisions_follow: bool = False) -> Operation:
    """Take lines out of a wrongly merged activity into a new one.

    Answers and decisions stay with the old activity, or follow the lines (``decisions_follow``).
    """
    leaving = tuple(functions)

    def apply(edit: Edit) -> None:
        old_id = leaving[0].activity_id
        made = _new_activity(edit, title)
        for function in leaving:
            edit.change(function, activity_id=made.id)
            _forget_links(edit, function.id, {other.id for other in leaving})
        if decisions_follow and old_id is not None:
            for decision in edit.engagement.decisions:
                if decision.activity_id == old_id:
                    edit.change(decision, activity_id=made.id)
        for function in leaving:
            drop_if_empty(edit, function.activity_id)

    return Operation(Message(N_("Split off: {text}"), {"text": title}), apply)


def _forget_links(edit: Edit, function_id: str, leaving: set[str]) -> None:
    for answer in edit.engagement.match_answers:
        pair = {answer.a, answer.b}
        if answer.kind is MatchKind.MUST_LINK and function_id in pair and not pair <= leaving:
            edit.change(answer, kind=MatchKind.CANNOT_LINK)


def add_word(word: str, synonyms: Iterable[str]) -> Operation:
    """A word of the organisation's own dictionary."""
    made = DictionaryEntry(id="", word=word.strip(), synonyms=tuple(s.strip() for s in synonyms if s.strip()))

    def apply(edit: Edit) -> None:
        known = next((entry for entry in edit.engagement.dictionary if entry.word == made.word), None)
        if known is None:
            edit.add(DictionaryEntry(id=edit.new_id(DictionaryEntry), word=made.word, synonyms=made.synonyms))
        else:
            edit.change(known, synonyms=made.synonyms)

    return Operation(Message(N_("Dictionary: {text}"), {"text": word}), apply)


def change_word(entry: DictionaryEntry, synonyms: Iterable[str]) -> Operation:
    """Other synonyms for a word."""
    kept = tuple(s.strip() for s in synonyms if s.strip())
    return change_row(Message(N_("Dictionary: {text}"), {"text": entry.word}), entry, synonyms=kept)


def remove_word(entry: DictionaryEntry) -> Operation:
    """Forget a word."""
    return remove_rows(Message(N_("Dictionary word removed: {text}"), {"text": entry.word}), [entry])
