"""The window's own actions, declared once for palette, menu, shortcuts and key sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.actions import Action
from ui.audience.room import RoomState
from ui.pages.base import Place
from ui.step_status import steps_on
from workshop_app.domain.model import NoteKind

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow


def document_actions(window: FacilitatorWindow) -> tuple[Action, ...]:
    """Undo, redo, copies, printing, closing."""
    _ = window.words
    section = _("Workshop")
    document = window.bridge.document
    commands = window.commands
    wants = commands.file_wanted.emit
    return (
        Action("undo", _("Undo"), window.bridge.undo, section, ("Ctrl+Z",), "undo-2",
               lambda: document.undo_step is not None, _("Nothing to take back"),
               search=_("take the last change back")),
        Action("redo", _("Redo"), window.bridge.redo, section, ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2",
               lambda: document.redo_step is not None, _("Nothing to do again")),
        Action("save", _("Everything is saved already"), commands.say_saved, section, ("Ctrl+S",), "check"),
        Action("open", _("Open another workshop …"), lambda: wants("open"), section, ("Ctrl+O",), "folder-open"),
        Action("copy", _("Save a copy …"), lambda: wants("copy"), section, ("Ctrl+Shift+S",), "layers",
               search=_("save as, duplicate, backup")),
        Action("send", _("Send a copy …"), lambda: wants("send"), section, (), "upload"),
        Action("export", _("Export …"), lambda: wants("export"), section, (), "file-text",
               search=_("Excel, save as, calendar")),
        Action("import", _("Import a list …"), lambda: wants("import"), section, (), "file-text",
               search=_("Excel, CSV, paste, load")),
        Action("backups", _("Earlier versions …"), lambda: wants("backups"), section, (), "clock",
               search=_("backup, restore, history, recover")),
        Action("next_year", _("Begin next year’s workshop …"), lambda: wants("next_year"), section, (), "repeat"),
        Action("print", _("Print and PDF …"), lambda: wants("print"), section, ("Ctrl+P",), "printer",
               search=_("paper, documents")),
        Action("preferences", _("Preferences …"), lambda: wants("preferences"), section, ("Ctrl+,",), "user-check",
               search=_("settings, interface size, scale, type, language, look, folder for backups, remote control")),
        Action("language", _("По-русски / In English"), lambda: wants("language"), section, (), "languages",
               search=_("language of the interface")),
        Action("theme", _("Light / dark"), window.theme.toggle, section, (), "moon",
               search=_("theme, colours, night")),
        Action("close", _("Close the workshop"), lambda: wants("close"), section, ("Ctrl+W",), "x",
               search=_("exit, quit")),
    )  # fmt: skip


def frame_actions(window: FacilitatorWindow) -> tuple[Action, ...]:
    """Palette, quick-add, panels, steps, problems, timer."""
    _ = window.words
    section, timing, commands = _("Window"), _("Timer"), window.commands
    timer = window.timer
    return (
        Action("palette", _("Commands and search"), commands.open_palette, section, ("Ctrl+K",), "search"),
        Action("find", _("Find in the workshop"), commands.open_palette, section, ("Ctrl+F",), "search"),
        Action("keys", _("All keys"), lambda: commands.file_wanted.emit("keys"), section, ("F1", "?"), "circle-help",
               search=_("help, shortcuts")),
        Action("quick_add", _("Quick line"), window.quick_add.come, section, ("Ctrl+J",), "plus"),
        Action("quick_decision", _("Write down a decision"), lambda: window.quick_add.choose(NoteKind.DECISION.value),
               section, ("Alt+1",), "gavel"),
        Action("quick_action", _("Write down an action"), lambda: window.quick_add.choose("action"), section,
               ("Alt+2",), "list-todo"),
        Action("quick_parking", _("Write down for the parking"),
               lambda: window.quick_add.choose(NoteKind.PARKING.value), section, ("Alt+3",), "circle-parking"),
        Action("quick_idea", _("Write down an idea"), lambda: window.quick_add.choose(NoteKind.IDEA.value), section,
               ("Alt+4",), "lightbulb"),
        Action("guide", _("Guide"), commands.toggle_guide, section, ("Ctrl+G",), "panel-right"),
        Action("rail", _("Steps"), commands.toggle_rail, section, ("Ctrl+B",), "panel-left"),
        Action("next_step", _("Next step"), lambda: commands.step_by(1), section, ("Ctrl+PgDown",), "arrow-right"),
        Action("previous_step", _("Previous step"), lambda: commands.step_by(-1), section, ("Ctrl+PgUp",)),
        Action("next_problem", _("Next problem"), lambda: commands.problem_by(1), section, ("F4",), "circle-alert"),
        Action("previous_problem", _("Previous problem"), lambda: commands.problem_by(-1), section, ("Shift+F4",)),
        Action("trail", _("Where it comes from and where it went"), commands.show_trail, section, ("Alt+W",),
               "network"),
        Action("add_new", _("New record"), commands.add_new, section, ("Ins",), "plus"),
        Action("menu", _("Menu"), commands.open_menu, section, ("Alt+M",), "ellipsis"),
        Action("session_begin", _("Begin the session"), window.bounds.begin, timing, (), "play",
               search=_("start of the day")),
        Action("session_end", _("End the session"), window.bounds.end, timing, (), "handshake"),
        Action("timer_menu", _("Length of the step …"), commands.open_timer_menu, timing, (), "timer"),
        Action("timer_toggle", _("Start or pause the timer"), timer.toggle, timing, ("F8",), "timer"),
        Action("timer_add_5", _("Five minutes more"), lambda: timer.add(5), timing, ("Shift+F8",), "timer"),
        Action("timer_add_1", _("One minute more"), lambda: timer.add(1), timing, ("Ctrl+F8",), "timer"),
        Action("accept_offer", _("Accept the offer"), window.offers.accept, section, ("Alt+Return",), "check",
               window.offers.waits),
        Action("show_offers", _("Offers from other steps"), window.offers.show_waiting, section,
               ("Alt+Shift+Return",), "plus"),
    )  # fmt: skip


def room_actions(window: FacilitatorWindow) -> tuple[Action, ...]:
    """What the room sees."""
    _ = window.words
    section, room, desk = _("Room"), window.room, window.desk
    return (
        Action(f"room_{RoomState.SHOW.value}", _("Room: show"), desk.show, section, ("F5",), "eye"),
        Action(f"room_{RoomState.FREEZE.value}", _("Room: freeze"), room.freeze, section, ("F6",), "snowflake"),
        Action(f"room_{RoomState.BLANK.value}", _("Room: blank"), room.blank, section, ("F7",), "eye-off"),
        Action("room_window", _("Open or close the room's window"), window.commands.audience_wanted.emit, section,
               ("F9",), "monitor",
               search=_("projector, second screen")),
        Action("room_screen", _("Room: to another screen"), desk.audience.swap, section, ("Shift+F9",), "monitor"),
        Action("room_spotlight", _("Room: spotlight"), desk.toggle_spotlight, section, ("F10",), "sun"),
        Action("room_next", _("Room: next page"), lambda: desk.turn(1), section, ("Ctrl+Shift+PgDown",),
               "chevron-right"),
        Action("room_previous", _("Room: previous page"), lambda: desk.turn(-1), section, ("Ctrl+Shift+PgUp",),
               "chevron-left"),
        Action("stage", _("Stage mode: the room sees this window"), window.stage.toggle, section, ("F11",), "monitor",
               search=_("mirrored projector, full screen")),
    )  # fmt: skip


BREAKS, GROUPS = (5, 10, 15, 30, 60), (5, 10, 20)
"""Minutes offered for a break, and for work in small groups."""


def scene_actions(window: FacilitatorWindow) -> tuple[Action, ...]:
    """The scenes of no page: break, agenda, vote, what was decided, thanks."""
    _ = window.words
    section, desk = _("Room"), window.desk
    breaks = [
        Action(f"room_break_{n}", _("Room: break of {n} minutes", n=n),
               partial(desk.begin_countdown, n), section, (), "clock")
        for n in BREAKS
    ]  # fmt: skip
    groups = [
        Action(f"room_groups_{n}", _("Room: {n} minutes for work in groups", n=n),
               partial(desk.begin_countdown, n, "groups"), section, (), "users")
        for n in GROUPS
    ]  # fmt: skip
    return (
        *breaks,
        *groups,
        Action("room_clock_more", _("Room: one more minute for the clock"), lambda: desk.lengthen_countdown(1),
               section, (), "clock", lambda: desk.counting, _("No clock runs in the room")),
        Action("room_agenda", _("Room: where we are now"), desk.put_agenda, section, (), "list-todo"),
        Action("room_question", _("Room: the step’s key question"), lambda: desk.put("question"), section, (),
               "circle-help"),
        Action("room_vote", _("Room: quick vote …"), window.commands.open_vote, section, ("Ctrl+Shift+V",),
               "user-check"),
        Action("room_decided", _("Room: what we have decided"), lambda: desk.put("decided"), section, (), "gavel"),
        Action("room_changes", _("Room: findings before and after"), lambda: desk.put("changes"), section, (),
               "repeat"),
        Action("room_thanks", _("Room: thanks"), lambda: desk.put("thanks"), section, (), "handshake"),
    )  # fmt: skip


def step_actions(window: FacilitatorWindow) -> tuple[Action, ...]:
    """Going to each step."""
    _ = window.words
    return tuple(
        Action(
            f"go_{step.id}",
            _("Go to: {title}", title=_(step.title)),
            partial(window.go, Place(step.id)),
            _("Steps"),
            search=step.code,
        )
        for step in steps_on(window.bridge.engagement)
    )
