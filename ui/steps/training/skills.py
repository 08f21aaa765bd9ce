"""Skills: the matrix with its legend, what hangs on one person, who teaches whom."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.training.matrix import ROW, SkillHeader, SkillTable, skill_columns
from ui.steps.training.pairs import PairsCard
from ui.steps.training.words import pair_title, risk_note
from ui.theme.theme import Theme
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.elided import ToneLabel
from ui.widgets.frozen import FrozenGrid, Widths
from ui.widgets.labels import IconLabel
from ui.widgets.layout import EmptyState, button, plain_label
from ui.widgets.marks import SkillPaint, paint_skill
from ui.widgets.picture import Picture
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_look import TableCard
from ui.widgets.text_field import TextField
from workshop_app.domain.model import TrainingKind
from workshop_app.domain.text_key import single_line
from workshop_app.domain.training import LEVELS
from workshop_app.services.document import Change
from workshop_app.services.operations import move_row
from workshop_app.steps.training.operations import (
    add_skills,
    add_training,
    change_skill,
    confirm_level,
    paste_skills,
    remove_skills,
    set_level,
)
from workshop_app.steps.training.view import PairCard, SkillRow, StaffColumn, TrainingView

WIDTHS = Widths(least=37, most=64, head=214, tail=138)
LOW, NARROW = 700, 840


class EntryLine(TextField):
    """``left`` on Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc leaves the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SkillsPage(SubPage):
    """0–4 writes a level, Space confirms, K marks a critical skill, F4 goes to the next risk."""

    name = "skills"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: TrainingView | None = None
        self._staff: tuple[StaffColumn, ...] = ()
        self._renaming: str | None = None
        context = self.context
        self.model: TableModel[SkillRow] = TableModel(skill_columns((), context.words), context.bridge.run)
        self.table = SkillTable(context, self.model)
        side = RowDelegate(context.theme, context.icons, self, height=ROW)
        side.caption_yields = True  # the star says it too
        self.grid = FrozenGrid(
            self.table,
            context.theme,
            WIDTHS,
            row_height=ROW,
            head_height=62,
            side_delegate=side,
            header=SkillHeader(context.theme, self.table),
        )
        self.pairs = PairsCard(context)
        self._settled = QTimer(self, singleShot=True, interval=250)
        self._settled.timeout.connect(self._rests)
        self._build()
        self._connect()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        add = button(_("Skill"), "ghost", self.add_new, icons=icons, icon="plus", theme=theme, tip=_("New skill (Ins)"))
        self.filter = SegmentedControl(theme, icons)
        self.filter.setAccessibleName(_("Which skills"))
        forward = self.forward_button(_("To the training plan"), Place("training", "plan"))
        card = TableCard()
        self.entry = EntryLine(theme, _("a skill: what somebody can do; Enter writes it down"), _("New skill"))
        self.line = QWidget()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(self.entry)
        self.line.hide()
        card.body.addWidget(self.grid, 1)
        card.body.addWidget(self.line)
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(theme.theme.pixels(80))
        self.stack.addWidget(card)
        self.stack.addWidget(self._empty())
        hints = [
            ("0 1 2 3 4", _("level")),
            (_("Space"), _("confirm")),
            ("K", _("critical")),
            ("F4", _("next risk")),
            ("Ins", _("new skill")),
            ("Enter", _("rename")),
            ("Alt+↑/↓", _("order")),
            ("Ctrl+Del", _("delete")),
            ("Ctrl+V", _("paste from Excel")),
        ]
        self.lay_out(
            tabbed_header(self, (add, self.filter, forward)),
            self.stack,
            self._legend(),
            self.pairs,
            grows=self.stack,
            hints=hints,
        )

    def _empty(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "graduation-cap",
            _("Take 8–12 skills from your activities."),
            self.context.theme,
            self.context.icons,
            (_("Take the key activities"), self.take_key_activities),
            (_("Type a skill"), self.add_new),
            detail=_("Then see what only one person can do, and who could learn it."),
        )

    def _legend(self) -> QWidget:
        _, theme = self.context.words, self.context.theme
        self.legend = QWidget()
        row = QHBoxLayout(self.legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        samples = [(SkillPaint(level), _(LEVELS[level])) for level in range(1, 5)]
        samples.append((SkillPaint(3, confirmed=False), _("dashed: not confirmed yet")))
        for paint, said in samples:
            sample, label = self._sample(paint), plain_label(said, theme, "caption", "text2")
            label.setContentsMargins(0, 0, 6, 0)
            row.addWidget(sample)
            row.addWidget(label)
        self._dashed = (sample, label)
        row.addStretch(1)
        self.warning = IconLabel("triangle-alert", theme, self.context.icons, "warn", 16)
        self.risks = ToneLabel(theme, "control_strong", "warn")
        self.risks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self.warning)
        row.addWidget(self.risks)
        return self.legend

    def _sample(self, paint: SkillPaint) -> Picture:
        def draw(painter: QPainter, box: QRectF, theme: Theme) -> None:
            paint_skill(painter, box, paint, theme)

        return Picture(self.context.theme, draw, height=28, width=28, name="")

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda _key: self._fill())
        self.entry.returnPressed.connect(self._enter)
        self.entry.left.connect(self._leave_entry)
        table = self.table
        table.rated.connect(self._rate)
        table.confirmed.connect(self._confirm)
        table.critical.connect(self._toggle_critical)
        table.removed.connect(self._remove)
        table.opened.connect(self.rename)
        table.moved.connect(self._move)
        table.pasted.connect(self._paste)
        table.walked.connect(self._settled.start)
        self.pairs.accepted.connect(self._accept)
        self.pairs.shown.connect(lambda row_id: self.page.go_to(Place("training", "plan", "training", row_id)))

    def show_view(self, view: TrainingView, change: Change | None) -> None:
        """Columns, rows, pairs."""
        self._view = view
        if view.staff != self._staff:
            self._staff = view.staff
            self.model.set_columns(skill_columns(view.staff, self.context.words))
        self._fill()
        self.pairs.show_pairs(view)
        note = risk_note(view.risks, self.context.words)
        self.risks.setText(note)
        self.warning.setVisible(bool(note))

    def _fill(self) -> None:
        view, _ = self._view, self.context.words
        if view is None:
            return
        items = [("all", _("All {n}", n=len(view.skills))), ("critical", _("Critical {n}", n=view.critical))]
        if items != getattr(self, "_items", None):
            self._items = items
            self.filter.set_items(items)
        only = self.filter.current() == "critical"
        self.model.set_lines([row for row in view.skills if row.skill.critical or not only])
        filled = bool(view.skills) or not self.line.isHidden()
        self.stack.setCurrentIndex(0 if filled else 1)
        self.legend.setVisible(bool(view.skills))
        self._show_pairs()
        if self.model.lines and view.staff and not self.table.currentIndex().isValid():
            self.grid.choose(0, 1)

    def _show_pairs(self) -> None:
        view = self._view
        low = self.window().height() < LOW and not (view and any(card.training is None for card in view.pairs))
        self.pairs.setVisible(bool(view and view.skills) and not low)

    def _row(self) -> SkillRow | None:
        return self.model.line(self.table.currentIndex())

    def _column(self) -> StaffColumn | None:
        at = self.table.currentIndex().column() - 1
        return self._staff[at] if 0 <= at < len(self._staff) else None

    def _rate(self, level: int | None) -> None:
        row, column = self._row(), self._column()
        if row is not None and column is not None:
            self.run(set_level(row.skill, column.person.id, level))

    def _confirm(self) -> None:
        row, column = self._row(), self._column()
        level = row.level(column.person.id) if row and column else None
        if row is not None and level is not None:
            self.run(confirm_level(row.skill, level))

    def _toggle_critical(self) -> None:
        row = self._row()
        if row is not None:
            self.run(change_skill(row.skill, critical=not row.skill.critical))

    def next_problem(self, way: int) -> bool:
        """F4: the next critical skill that hangs on one person or on nobody."""
        rows, at = list(self.model.lines), self.table.currentIndex().row()
        places = [place for place, row in enumerate(rows) if row.at_risk]
        if not places:
            return False
        ahead = [place for place in places if (place - at) * way > 0] or places
        found = ahead[0] if way > 0 else ahead[-1]
        able = [person.id for person in rows[found].able]
        self.grid.choose(found, next((n for n, c in enumerate(self._staff, start=1) if c.person.id in able), 1))
        self.table.setFocus()
        return True

    def _remove(self) -> None:
        row = self._row()
        if row is not None:
            self.run_and_tell(remove_skills([row.skill]))

    def _move(self, way: int) -> None:
        row, rows = self._row(), list(self.model.lines)
        if row is None:
            return
        before = rows.index(row) + (-1 if way < 0 else 2)
        if 0 <= before <= len(rows):
            column = self.table.currentIndex().column()
            self.run(move_row(row.skill, rows[before].skill if before < len(rows) else None))
            self.grid.choose(self.model.row_of(row.id), column)

    def _paste(self, rows: list[list[str]]) -> None:
        if rows:
            self.run(paste_skills(rows, [column.person.id for column in self._staff]))

    def take_key_activities(self) -> None:
        """The key activities become critical skills."""
        view = self._view
        if view is not None and view.key_activities:
            self.run(add_skills(view.key_activities, critical=True))
            self.table.setFocus()
        else:
            self.add_new()
            _ = self.context.words
            none = _("No activity is marked as key: mark them in the overlay with K, or type skills.")
            self.context.shell.toast(none)

    def _enter(self) -> None:
        title = single_line(self.entry.text())
        row = next((row for row in self.model.lines if row.id == self._renaming), None)
        if not title:
            return
        done = self.run(change_skill(row.skill, title=title) if row else add_skills([title]))
        if done:
            self._clear_entry()
            if row is not None:
                self._leave_entry()
            elif self._staff:
                self.grid.choose(len(self.model.lines) - 1, max(1, self.table.currentIndex().column()))

    def _clear_entry(self) -> None:
        self._renaming = None
        self.entry.set_value("")
        self.entry.clear()
        self.entry.commit()

    def rename(self) -> None:
        """Enter: other words for the current skill, in the line under the matrix."""
        row = self._row()
        if row is not None:
            self._renaming = row.id
            self.line.show()
            self.entry.set_value(row.skill.title)
            self.entry.setFocus()
            self.entry.selectAll()

    def _accept(self, card: PairCard) -> None:
        if card.pair is None:
            return
        engagement = self.page.engagement
        teacher, learner = engagement.person(card.pair.teacher_id), engagement.person(card.pair.learner_id)
        if teacher is None or learner is None:
            return
        title = pair_title(card, teacher.name, learner.name, self.context.words)
        operation = add_training(
            title, TrainingKind.SKILL, host_department_id=teacher.department_id, audience=(learner.id,)
        )
        if self.run_and_tell(operation):
            (self.pairs.next_suggested() or self.table).setFocus(Qt.FocusReason.TabFocusReason)

    def _rests(self) -> None:
        if self.isVisible():
            self.tell_moved()

    def select(self, row_id: str | None) -> None:
        """A skill's row."""
        place = self.model.row_of(row_id)
        if place < 0:
            self.filter.set_current("all")
            self._fill()
            place = self.model.row_of(row_id)
        if place >= 0 and self._staff:
            self.grid.choose(place, max(1, self.table.currentIndex().column()))
            self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current skill."""
        row = self._row()
        return row.id if row else None

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, key activities, risks."""
        _ = self.context.words
        section = _("Training")
        return (
            Action("skill_add", _("New skill"), self.add_new, section, (), "plus"),
            Action("skill_key", _("Skills from the key activities"), self.take_key_activities, section, (), "star"),
            Action("skill_level", _("Level of a skill"), lambda: None, section, ("0…4",), local=True),
            Action("skill_confirm", _("Confirm a level"), lambda: None, section, ("Space",), local=True),
            Action("skill_critical", _("Critical skill, or not"), lambda: None, section, ("K",), local=True),
        )

    def add_new(self) -> None:
        """Ins: the line under the matrix."""
        self.stack.setCurrentIndex(0)
        self._clear_entry()
        self.line.show()
        self.entry.setFocus()

    def _leave_entry(self) -> None:
        self._clear_entry()
        self.line.hide()
        self.table.setFocus()
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: accepted pairs give way in a low window, the last sample in a narrow one."""
        super().resizeEvent(event)
        for part in self._dashed:
            part.setVisible(self.width() >= self.context.theme.theme.pixels(NARROW))
        self._show_pairs()
