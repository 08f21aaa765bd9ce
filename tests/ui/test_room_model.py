"""What is live in the room, as a model: following, freezing, blank, guards, things that are put, ballots."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ui.audience.ballot import Ballot, VoteKind, VoteQuestion
from ui.audience.picture import scene_for
from ui.audience.room import Live, Room, RoomState
from ui.audience.scene import Focus, SceneInput
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words
from workshop_app.steps.context import ViewContext


def test_the_room_follows_until_it_is_frozen_and_f5_shows_the_present() -> None:
    room = Room()
    room.follow("audit.collect")
    room.freeze()
    room.follow("goals.list", Focus("G1"))
    assert room.live.scene == "audit.collect"
    assert room.following.scene == "goals.list"
    room.show()
    assert (room.state, room.live.scene, room.live.focus.row_id) == (RoomState.SHOW, "goals.list", "G1")


def test_a_new_step_waits_for_the_command_and_so_does_every_move_in_it() -> None:
    room = Room()
    room.on_command = True
    room.follow("audit.overlay", step_changed=False)
    room.follow("goals.list", step_changed=True)
    room.follow("goals.list", Focus("G2"))
    assert room.live.scene == "audit.overlay"
    room.show()
    room.follow("goals.list", Focus("G3"))
    assert room.live.focus.row_id == "G3"


def test_what_was_put_stays_while_the_facilitator_goes_on() -> None:
    room = Room()
    room.follow("audit.overlay")
    room.put("thanks")
    room.follow("plan.actions")
    assert room.live.scene == "thanks"
    assert not room.renew("vote", Focus())
    room.show()
    assert room.live.scene == "plan.actions"


def test_a_guard_freezes_by_itself_says_why_once_and_never_unfreezes() -> None:
    room, said = Room(), []
    room.guarded.connect(said.append)
    room.follow("feedback.pulse")
    room.guard("pulse", "answers")
    room.guard("pulse", "answers")
    assert room.state is RoomState.FREEZE
    assert said == ["answers"]
    room.unguard("pulse")
    assert room.state is RoomState.FREEZE
    room.show()
    room.guard("pulse", "answers")
    assert said == ["answers", "answers"]


def test_a_guard_leaves_a_blank_room_blank() -> None:
    room = Room()
    room.blank()
    room.guard("money", "money")
    assert room.state is RoomState.BLANK


GUARD, OTHER = ("guard", "votes", "why"), ("guard", "money", "why")


DONE, OTHER_DONE = ("unguard", "votes"), ("unguard", "money")


@pytest.mark.parametrize(
    ("moves", "over"),
    [
        ([GUARD, DONE], ["votes"]),
        ([GUARD, GUARD, DONE, DONE], ["votes"]),
        ([GUARD, OTHER, DONE, OTHER_DONE], ["money"]),
        ([GUARD, OTHER, DONE], []),
        ([GUARD, ("show",), DONE], []),
        ([GUARD, ("freeze",), DONE], []),
        ([GUARD, ("blank",), DONE], []),
        ([GUARD, ("go_on",), DONE], []),
        ([GUARD, ("put", "thanks"), DONE], []),
        ([("freeze",), GUARD, DONE], []),
        ([("blank",), GUARD, DONE], []),
        ([GUARD, OTHER_DONE], []),
    ],
    ids=lambda value: "-".join(move[0] for move in value if isinstance(move, tuple)) or "over",
)
def test_the_end_of_unseen_typing_is_told_while_the_room_still_stands_for_it(
    moves: list[tuple[str, ...]], over: list[str]
) -> None:
    room, told = Room(), []
    room.unseen_over.connect(told.append)
    for name, *given in moves:
        getattr(room, name)(*given)
    assert told == over


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("follow", ("plan.actions",)),
        ("show", ()),
        ("put", ("thanks",)),
        ("freeze", ()),
        ("go_on", ()),
        ("blank", ()),
        ("reveal", ()),
        ("turn", (2,)),
        ("point", ((0.5, 0.5),)),
        ("set_remote", (True,)),
        ("guard", ("votes", "why")),
    ],
)
def test_whoever_shows_the_room_hears_of_every_change(name: str, given: tuple[object, ...]) -> None:
    room, heard = Room(), []
    room.changed.connect(lambda: heard.append(name))
    getattr(room, name)(*given)
    assert heard == [name]


def test_what_is_hidden_stays_so_until_it_is_opened_and_is_hidden_again_at_the_next() -> None:
    room = Room()
    for show in (room.follow, room.put):
        show("goals.competence")
        assert not room.live.focus.revealed
        room.reveal()
        assert room.live.focus.revealed
        show("audit.collect")
        assert not room.live.focus.revealed
    room.show()
    room.freeze()
    room.reveal()
    assert not room.live.focus.revealed, "a frozen image does not open"
    room.show()
    assert room.live.focus.revealed


def test_pages_turn_only_while_the_room_is_live() -> None:
    room = Room()
    room.follow("plan.actions")
    room.turn(2)
    assert room.live.page == 2
    room.freeze()
    room.turn(3)
    assert room.live.page == 2


def test_an_anonymous_ballot_keeps_totals_only() -> None:
    ballot = Ballot(VoteQuestion("?", VoteKind.FIST, (), 3, anonymous=True))
    ballot.cast((5,), "Анна")
    ballot.cast((0,), "Борис")
    assert "Анна" not in repr(vars(ballot)) and "Анна" not in str(ballot.focus(revealed=True))
    assert not ballot.complete
    ballot.cast((5,))
    assert ballot.complete and ballot.totals() == (1, 0, 0, 0, 0, 2)


def test_an_open_ballot_names_those_who_gave_a_name_in_order_of_the_alphabet() -> None:
    ballot = Ballot(VoteQuestion("?", VoteKind.SCALE, (), 4, anonymous=False))
    for name in ("Борис", "  ", "", " Анна "):
        ballot.cast((2,), name)
    assert ballot.names(2) == ("Анна", "Борис") and ballot.names(1) == ()
    assert ballot.complete and ballot.totals()[2] == 4


def test_a_hidden_vote_is_drawn_without_answers_even_if_they_were_told() -> None:
    ballot = Ballot(VoteQuestion("?", VoteKind.SCALE, (), 4, anonymous=False))
    ballot.cast((2,), "Анна")
    shown = ballot.focus(revealed=True)
    scene = scene_for(Live("vote"))
    drawn = {
        focus.revealed: scene.content(SceneInput(Engagement.of([]), ViewContext(date(2026, 2, 10)), Words("en"), focus))
        for focus in (shown, replace(shown, revealed=False))
    }
    assert [row.names for row in drawn[True].rows if row.total] == ["Анна"] and drawn[True].note == ""
    assert drawn[False].rows == () and "Анна" not in repr(drawn[False])
    assert drawn[False].note == "Open: names will be shown"


def test_a_vote_of_nobody_knows_how_many_is_never_complete() -> None:
    ballot = Ballot(VoteQuestion("?", VoteKind.FIST))
    ballot.cast((3,))
    assert not ballot.complete and ballot.focus(revealed=False).option("expected") == "0"


def test_a_hidden_ballot_tells_the_room_how_many_and_nothing_else() -> None:
    ballot = Ballot(VoteQuestion("?", VoteKind.SCALE, (), 5, anonymous=False))
    ballot.cast((2,), "Анна")
    hidden, shown = ballot.focus(revealed=False), ballot.focus(revealed=True)
    assert hidden.option("voted") == "1"
    assert not hidden.option("totals") and "Анна" not in str(hidden)
    assert "Анна" in shown.option("names")


@pytest.mark.parametrize("choices", [(), (0, 1, 2, 3), (1, 1), (9,), (4,), (-1,), (0, 4)])
def test_a_vote_that_does_not_fit_is_refused(choices: tuple[int, ...]) -> None:
    ballot = Ballot(VoteQuestion("?", VoteKind.DOTS, ("а", "б", "в", "г"), 5))
    with pytest.raises(ValueError, match="answer"):
        ballot.cast(choices)
    assert ballot.voted == 0
