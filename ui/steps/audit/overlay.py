"""The overlay of answers and work, and the decisions on it: one table, the editor docked below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from ui.actions import Action
from ui.audience.scene import Focus
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.unwritten import Unwritten
from ui.steps.audit.answer_menu import answer_menu
from ui.steps.audit.decision_editor import UPPER_BOUND, DecisionEditor
from ui.steps.audit.overlay_columns import overlay_columns
from ui.steps.audit.overlay_table import OverlayTable
from ui.turns.waiting import AnswersInTurn
from ui.widgets.claims import answer_hints
from ui.widgets.layout import EmptyState, NumberCell, NumberStrip, StepHeader, button
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_look import TableCard
from ui.widgets.tips import plain_tip
from workshop_app.domain.activity_order import form_places
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import FindingCode
from workshop_app.domain.model import Activity, Department, SameObject
from workshop_app.domain.typed_answer import MANY, typed_answer
from workshop_app.i18n import half_up
from workshop_app.services.document import Change
from workshop_app.steps.audit.deciding import (
    add_activity,
    answer,
    change_activity,
    remove_activity,
    remove_decision,
    set_same_object,
)
from workshop_app.steps.audit.view import AuditView, OverlayRow

STRIP = (
    FindingCode.DUPLICATION,
    FindingCode.OVERLAP,
    FindingCode.CONTESTED,
    FindingCode.SHIFTED,
    FindingCode.GAP,
    FindingCode.AGREED,
)
LOWEST = 112
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LOWEST_PAGE, LOW_PAGE, HIGH_PAGE = 500, 560, 700


class OverlayPage(SubPage):
    """Answers by key, findings at once. ``decide`` shows the same rows with the editor in front."""

    name = "overlay"
    only_open = False

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: AuditView | None = None
        self._filter = ""
        self._answering: tuple[str, ...] = ()
        """The order of the rows while answers are typed: they do not jump under the cursor."""
        self._deciding = self.only_open
        self._unwritten = Unwritten(self.context.bridge)
        self._departments: tuple[Department, ...] = ()
        self.model: TableModel[OverlayRow] = TableModel((), self.context.bridge.run)
        self.table = OverlayTable(self.model, self.context, self)
        self.editor = DecisionEditor(self.context)
        self.in_turn = AnswersInTurn(self.context, begins=not self.only_open)
        self._build()
        self._connect()

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.which = SegmentedControl(theme, icons)
        self.which.set_items([("all", _("All")), ("open", _("Need a decision")), ("form", _("As on the form"))])
        self.which.set_current("open" if self.only_open else "all")
        self.strip = NumberStrip(theme)
        add = button(_("Missing work"), "ghost", self.add_new, icons=icons, icon="plus", theme=theme)
        title = _("Decisions") if self.only_open else _("Overlay of views")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        turn = button(_("In turn"), "ghost", self.in_turn.desk.begin, icons=icons, icon="users", theme=theme)
        turn.setToolTip(plain_tip(_("Departments or people answer one after another, unseen by the next")))
        self.alone = button(
            _("One row to the room"), "ghost", self._one_in_room, icons=icons, icon="target", theme=theme
        )
        self.alone.setCheckable(True)
        self.alone.setToolTip(plain_tip(_("The room sees the current row alone, until you take it back (Ctrl+Enter)")))
        header = StepHeader(title, theme, (add, turn, self.alone, self.which))
        turn.setVisible(not self.only_open)
        rows = TableCard()
        rows.body.addWidget(self.stack)
        self.stack.setMinimumHeight(LOWEST)
        parts = (header, self.in_turn, self.strip, rows, self.editor)
        self.hints = self.lay_out(*parts, grows=rows, hints=self._hints())

    def _empty(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "layers",
            _("No common activities yet. They come from matching the lists."),
            self.context.theme,
            self.context.icons,
            primary=(_("To matching"), lambda: self.page.go_to(Place("audit", "match"))),
            quiet=(_("Add an activity"), self.add_new),
        )

    def _hints(self) -> list[tuple[str, str]]:
        _ = self.context.words
        answers = answer_hints(len(self.page.engagement.departments), _)
        more = [("O", _("same object")), ("K", _("key")), ("Enter", _("decide")), ("Alt+W", _("what came of it"))]
        return [*answers, *more]

    def _connect(self) -> None:
        self.which.chosen.connect(lambda _key: self._choose_filter(self._filter))
        self.strip.chosen.connect(self._choose_filter)
        self.table.selected.connect(self._row_chosen)
        self.table.opened.connect(lambda _id: self._decide())
        self.table.delete_wanted.connect(self._remove)
        self.table.single_keys = self._single_key
        self.table.edited.connect(self._unwritten.drop)
        self.table.answer_wanted.connect(self._show_answers)
        self.editor.recorded.connect(self._recorded)
        self.in_turn.changed.connect(self.tell_moved)

    def show_view(self, view: AuditView, change: Change | None) -> None:
        """Rows, numbers, and the editor of the current row."""
        self._view = view
        if view.departments != self._departments:
            self._departments = view.departments
            self.wide = len(view.departments) > 2
            self.model.set_columns(overlay_columns(view.departments, self.context.words))
            self.table.set_claim_columns(len(view.departments))
        self._fill()

    def _shown(self, view: AuditView) -> tuple[OverlayRow, ...]:
        rows = view.rows
        if self.which.current() == "open":
            rows = tuple(row for row in rows if row.finding.must_be_decided)
        if self._filter == "twice":
            rows = tuple(row for row in rows if row.finding.is_done_twice)
        elif self._filter:
            rows = tuple(row for row in rows if row.finding.primary.value == self._filter)
        if self.which.current() == "form":
            places = form_places(self.page.engagement)  # may be a state ahead of a view behind another page
            rows = tuple(sorted(rows, key=lambda row: places.get(row.id, len(places))))
        elif self._answering:
            kept = {row_id: place for place, row_id in enumerate(self._answering)}
            rows = tuple(sorted(rows, key=lambda row: kept.get(row.id, len(kept))))
        return rows

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: next time the most important rows stand first again; what was typed is written down."""
        super().hideEvent(event)
        self._answering = ()
        if not event.spontaneous():
            self.alone.setChecked(False)
            self.editor.leave()

    def leave(self) -> None:
        """The window closes: what was typed is written down."""
        self.editor.leave()

    def _fill(self) -> None:
        view = self._view
        if view is None:
            return
        _ = self.context.words
        self.which.set_items(
            [
                ("all", _("All {n}", n=len(view.rows))),
                ("open", _("Need a decision {n}", n=sum(row.finding.must_be_decided for row in view.rows))),
                ("form", _("As on the form")),
            ]
        )
        self.strip.set_cells(self._cells(view), self._filter)
        self.model.set_lines(self._shown(view))
        self.stack.setCurrentIndex(0 if view.rows else 1)
        self._show_editor()
        if self.model.lines and not self.table.chosen_ids():
            current = self.table.currentIndex()
            self.table.select(self.table.current_id() or self.model.lines[0].id, max(current.column(), 0))
        self.editor.show_row(view.row(self.table.current_id()), view.departments)
        self.in_turn.renew()

    def _decide(self) -> None:
        self._deciding = True
        self._show_editor()
        self.editor.focus_first()

    def _show_editor(self) -> None:
        """On a low page the answers have the room; the editor comes with Enter."""
        pixels = self.context.theme.theme.pixels
        roomy = self.height() >= pixels(LOW_PAGE) or self._deciding
        self.editor.setVisible(roomy and self._view is not None and bool(self._view.rows))
        self.editor.set_roomy(self.height() >= pixels(HIGH_PAGE))
        crowded = self.editor.isVisibleTo(self) and self.height() < pixels(LOWEST_PAGE)
        self.strip.setVisible(not crowded)
        self.hints.setVisible(not crowded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the editor has its place on a high page only."""
        super().resizeEvent(event)
        self._show_editor()

    def _cells(self, view: AuditView) -> list[NumberCell]:
        _ = words = self.context.words
        hours = words.number(half_up(view.overlap_hours, 1))
        number = _("up to {n}", n=hours) if view.overlap_hours else hours
        cells = [NumberCell("twice", number, _("done twice"), _("h/wk"), tip=_(UPPER_BOUND))]
        for code in STRIP:
            count = view.counts[code]
            if code is FindingCode.AGREED:
                count += view.counts[FindingCode.AGREED_SHARED]
            cells.append(NumberCell(code.value, str(count), _(LABELS[code]), finding=code.value))
        return cells

    def _choose_filter(self, key: str) -> None:
        self._filter, self._answering = key, ()
        self._fill()

    def _row_chosen(self, row_id: str) -> None:
        if self._view is not None:
            self.editor.show_row(self._view.row(row_id), self._view.departments)
        self.tell_moved()

    def _current(self) -> OverlayRow | None:
        return self._view.row(self.table.current_id()) if self._view else None

    def _single_key(self, event: QKeyEvent) -> bool:
        row = self._current()
        text = event.text().casefold()
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.alone.click()
            return True
        if row is None or not text or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if text in "oощ":
            order = [SameObject.YES, SameObject.NO, SameObject.UNKNOWN]
            value = order[(order.index(row.activity.same_object) + 1) % 3]
            return self.run(set_same_object(row.activity, value))
        if text in "kкл":
            return self.run(change_activity(row.activity, key=not row.activity.key))
        if text in "pпз":
            self._edit_existing_rule()
            return True
        return self._answer_key(row, text)

    def _edit_existing_rule(self) -> None:
        self._deciding = True
        self._show_editor()
        self.editor.open_more()
        self.editor.form.existing.setFocus()

    def _answer_key(self, row: OverlayRow, text: str) -> bool:
        department = self.table.claim_department(self._departments)
        if department is None:
            return False
        cell = row.claims.get(department.id)
        names = [other.id for other in self._departments]
        typed = typed_answer(text, department.id, cell.claim if cell else None, names)
        if typed is None:
            return False
        self._answering = self._answering or tuple(line.id for line in self.model.lines)
        done = self.run(answer(row.activity, department.id, *typed))
        if done and typed[0] is not None and len(names) < MANY:
            self.table.next_cell(len(names))
        return done

    def _show_answers(self, where: QPoint) -> None:
        row = self.model.line(self.table.currentIndex())
        if row is None:
            return
        menu = answer_menu(self, self._departments, self.context.words, partial(self._answer_key, row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _recorded(self, activity_id: str) -> None:
        """After a decision the next open row is the current one."""
        rows = list(self.model.lines)
        at = next((i for i, row in enumerate(rows) if row.id == activity_id), -1)
        following = [row for row in rows[at + 1 :] if row.needs_decision]
        self.table.select(following[0].id if following else activity_id)
        self._deciding = self.only_open
        self._show_editor()
        self.table.setFocus()

    def _remove(self, ids: list[str]) -> None:
        for row_id in ids[:1]:
            row = self._view.row(row_id) if self._view else None
            if row is None:
                continue
            operation = (
                remove_decision(row.decision, row.activity.title)
                if row.decision is not None
                else remove_activity(row.activity)
            )
            self.run_and_tell(operation)

    def select(self, row_id: str | None) -> None:
        """Make a row the current one, whatever the filters hide."""
        if not self.table.select(row_id) and row_id:
            self._filter = ""
            self.which.set_current("all")
            self._fill()
            self.table.select(row_id)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current activity."""
        return self.table.current_id() or None

    def room_scene(self) -> str:
        """Overlay and decisions share the scene; while answers wait to be opened the room sees how many there are."""
        return self.in_turn.scene("audit.one" if self.alone.isChecked() else "audit.overlay")

    def open_to_room(self) -> bool:
        """F5: answers that wait."""
        return self.in_turn.open_to_room()

    def room_focus(self) -> Focus:
        """The current row, and which rows are shown."""
        return Focus(self.focus_id(), options=(("which", self.which.current()),))

    def sub_actions(self) -> tuple[Action, ...]:
        """Focus on one row in the room, missing work."""
        _ = self.context.words
        section = _("Audit of functions")
        return (
            Action("audit_add", _("Add missing work"), self.add_new, section, (), "plus"),
            Action("audit_turns", _("Answers in turn on this laptop"), self._in_turn, section, (), "users"),
            Action(
                "audit_one",
                _("Room: only this row"),
                self.alone.click,
                section,
                ("Ctrl+Return",),
                "target",
                local=True,
            ),
            *(
                Action(
                    f"audit_only_{code.value.lower()}",
                    _("Show only: {finding}", finding=_(LABELS[code])),
                    partial(self._choose_filter, code.value),
                    section,
                    icon="layers",
                )
                for code in STRIP
            ),
            Action("audit_all", _("Show all activities"), partial(self._choose_filter, ""), section, icon="layers"),
        )

    def _in_turn(self) -> None:
        self.page.go_to(Place("audit", "overlay"))
        overlay = self.page.front
        assert isinstance(overlay, OverlayPage)
        overlay.in_turn.desk.begin()

    def _one_in_room(self) -> None:
        self.tell_moved()
        self.table.setFocus()

    def add_new(self) -> None:
        """Work that nobody listed becomes an activity; its title is typed in place."""
        self.table.setFocus()  # what is being typed elsewhere is written down first
        if self.run(add_activity(self.context.words("New activity"))):
            made = self.context.bridge.engagement.rows(Activity)[-1]
            self._unwritten.begin(made)
            self.select(made.id)
            self.table.edit_line(made.id, 0)
            editor = self.table.focusWidget()
            if isinstance(editor, QLineEdit):
                editor.selectAll()


class DecidePage(OverlayPage):
    """Only what must be decided, the editor always under it."""

    name = "decide"
    only_open = True
