"""Matching: the ranked queue at the left, one question at the right, answers by 1 / 2 / 3, Space puts off."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.models.table import Column, TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.audit.dictionary import DictionaryPanel
from ui.steps.audit.link_by_hand import LinkPanel
from ui.steps.audit.match_queue import MatchQueue, Proposal
from ui.steps.audit.pair_card import PairCard
from ui.steps.audit.pair_delegate import PairDelegate
from ui.widgets import roles
from ui.widgets.layout import EmptyState, StepHeader, button, plain_label
from ui.widgets.picture import ProgressLine
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Function
from workshop_app.services.document import Change
from workshop_app.steps.audit.matching import activities_for_rest, answer_different, answer_partial, answer_same
from workshop_app.steps.audit.view import AuditView

ALIASES = {"1": "1дy", "2": "2чp", "3": "3рn"}
"""Digits are printed; letters are aliases in both layouts, by the character (DESIGN.md 6)."""


class MatchPage(SubPage):
    """The program proposes, the group decides."""

    name = "match"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self.queue = MatchQueue(self.context)
        self.queue.changed.connect(self._fill)
        self._bring_back = False
        """Whether an answer has been taken back: its pair is asked about again when the ranking has it."""
        self.model: TableModel[Proposal] = TableModel(self._columns(), self.context.bridge.run)
        delegate = PairDelegate(self.context, self)
        self.table = LineTable(self.model, delegate)
        self.table.ring_rows()
        self.table.setAccessibleName(self.context.words("Most similar pairs first"))
        self.table.set_widths((0, 52))
        self.table.horizontalHeader().hide()
        self.card = PairCard(self.context)
        self._build()
        self._connect()

    def _columns(self) -> list[Column[Proposal]]:
        _ = self.context.words
        return [
            Column(
                "pair",
                _("Pair"),
                lambda proposal: proposal.a.text,
                roles={roles.ICON: lambda proposal: ("clock", "text3") if proposal.put_off else None},
                tooltip=lambda proposal: f"{proposal.a.text}\n{proposal.b.text}",
            ),
            Column(
                "score",
                _("Likeness"),
                lambda proposal: str(proposal.per_cent),
                roles={
                    **roles.RIGHT,
                    roles.TONE: lambda proposal: "text2" if proposal.confident else "text3",
                    roles.STRONG: lambda proposal: proposal.confident,
                },
            ),
        ]

    def _build(self) -> None:
        _ = self.context.words
        theme = self.context.theme
        self.hand = LinkPanel(self.context)
        self.dictionary = DictionaryPanel(self.context)
        self.stack = QStackedWidget()
        for part in (self._pairs_view(), self.hand, self.dictionary):
            self.stack.addWidget(part)
        head = StepHeader(_("Matching"), theme, self._tools())
        self.hints = self.lay_out(head, self.stack, grows=self.stack, hints=self._hints("pairs"))

    def _hints(self, mode: str) -> list[tuple[str, str]]:
        _ = self.context.words
        if mode == "hand":
            return [
                ("↓", _("to the list")),
                ("Shift+↑ Shift+↓", _("several lines")),
                ("Ctrl+Z", _("undo the last step")),
            ]
        if mode == "dictionary":
            return [
                ("Enter", _("add the word")),
                ("Ctrl+V", _("paste a list")),
                ("F2", _("change")),
                ("Del", _("remove")),
            ]
        return [
            ("1 2 3", _("same, partly, different")),
            (_("Space"), _("postpone")),
            ("Ctrl+Z", _("bring the pair back")),
        ]

    def _tools(self) -> tuple[QWidget, ...]:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.mode = SegmentedControl(theme, icons)
        self.mode.set_items(
            [("pairs", _("Pairs")), ("hand", _("By hand"), "link-2"), ("dictionary", _("Dictionary"), "languages")]
        )
        self.rest = button(_("Keep the rest separate"), "ghost", self._rest, icons=icons, icon="list-todo", theme=theme)
        forward = self.forward_button(_("To the overlay"), Place("audit", "overlay"))
        return self.rest, self.mode, forward

    def _pairs_view(self) -> QWidget:
        theme = self.context.theme
        self.progress = ProgressLine(theme)
        self.counter = plain_label("", theme, "control_strong")
        left = TableCard(spacing=6)
        left.setFixedWidth(300)
        head = QVBoxLayout()
        head.setContentsMargins(15, 8, 15, 4)
        head.addWidget(self.counter)
        head.addWidget(self.progress)
        head.addSpacing(4)
        head.addWidget(plain_label(self.context.words("Most similar pairs first"), theme, "caption_strong", "text2"))
        left.body.addLayout(head)
        left.body.addWidget(self.table, 1)
        self.right = QStackedWidget()
        self.right.addWidget(self.card)
        self.right.addWidget(self._done_state())
        self.right.addWidget(self._empty_state())
        self.right.addWidget(self._searching())
        self.right.addWidget(self._through_state())
        pairs = QWidget()
        row = QHBoxLayout(pairs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left)
        row.addWidget(self.right, 1)
        return pairs

    def _done_state(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "circle-check",
            _("No more pairs to look at. Lines that are like no other become activities of their own."),
            self.context.theme,
            self.context.icons,
            primary=(_("Keep the rest separate"), self._rest),
            quiet=(_("To the overlay"), lambda: self.page.go_to(Place("audit", "overlay"))),
        )

    def _through_state(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "circle-check",
            _("Every line is in an activity."),
            self.context.theme,
            self.context.icons,
            primary=(_("To the overlay"), lambda: self.page.go_to(Place("audit", "overlay"))),
            quiet=(_("Look through them by hand"), lambda: self._go_mode("hand")),
        )

    def _empty_state(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "list-todo",
            _("Lists of at least two departments are compared here."),
            self.context.theme,
            self.context.icons,
            primary=(_("To collecting"), lambda: self.page.go_to(Place("audit", "collect"))),
        )

    def _searching(self) -> EmptyState:
        text = self.context.words("Looking for similar lines …")
        return EmptyState("search", text, self.context.theme, self.context.icons)

    def _state(self, proposals: tuple[Proposal, ...]) -> int:
        """Which of the five faces the right side shows."""
        listed = {function.department_id for function in self.context.bridge.engagement.functions}
        if proposals:
            return 0
        if len(listed) < 2:
            return 2
        if not self.queue.ranked:
            return 3
        return 1 if self._unmapped() else 4

    def _connect(self) -> None:
        self.table.selected.connect(self._pair_chosen)
        self.table.single_keys = self._key
        self.card.answered.connect(self._answer)
        self.mode.chosen.connect(self._choose_mode)

    def _choose_mode(self, key: str) -> None:
        self.stack.setCurrentIndex(("pairs", "hand", "dictionary").index(key))
        self.hints.set_hints(self._hints(key))
        self._fill()

    def show_view(self, view: AuditView, change: Change | None) -> None:
        """Rank anew in the background; the present queue stays until the new one is there."""
        self._bring_back = change is not None and change.kind == "undo"
        self.queue.refresh()
        self.hand.show_view(view)
        self.dictionary.show_words()
        self._fill()

    def _fill(self) -> None:
        _ = self.context.words
        current = self.table.current_id()
        proposals = self.queue.proposals()
        if self.table.currentIndex().row() == 0:  # the pair being talked about stays in front of a new ranking
            proposals = tuple(sorted(proposals, key=lambda pair: pair.id != current or pair.put_off))
        first = bool(proposals) and not self.model.lines
        back = self._come_back(proposals)
        self.model.set_lines(proposals)
        kept = next((pair.id for pair in proposals if pair.id == current and not pair.put_off), "")
        if not self.table.select(back or kept) and proposals:
            self.table.select(proposals[0].id)
        answered = self.queue.answered()
        total = answered + len(proposals)
        self.counter.setText(_("Reviewed {n} of {total}", n=answered, total=total))
        share = Fraction(answered, total or 1)
        self.progress.set_share(share, _.percent(share * 100, 0))
        here = self.table.hasFocus() or self.right.isAncestorOf(self.window().focusWidget() or self)
        self.right.setCurrentIndex(self._state(proposals))
        shown = self.right.currentWidget()
        if not proposals and here and isinstance(shown, EmptyState):
            shown.setFocus()
        open_lines = self._unmapped()
        self.rest.setEnabled(bool(open_lines))
        self.rest.setToolTip(_("{n} lines are in no activity yet", n=len(open_lines)))
        self._pair_chosen(self.table.current_id())
        if first and self.isVisible() and not isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit):
            self.table.setFocus()

    def _come_back(self, proposals: tuple[Proposal, ...]) -> str:
        """The pair whose answer has been taken back, or empty."""
        known = {line.id for line in self.model.lines}
        back = next((pair.id for pair in proposals if pair.id not in known), "") if self._bring_back else ""
        self._bring_back = self._bring_back and not back
        return back

    def _unmapped(self) -> list[Function]:
        return [f for f in self.context.bridge.engagement.functions if f.activity_id is None and not f.outside_list]

    def _current(self) -> Proposal | None:
        line = self.model.line(self.table.currentIndex())
        return line

    def _pair_chosen(self, _row_id: str) -> None:
        self.card.show_pair(self._current(), self.table.currentIndex().row() + 1, len(self.model.lines))
        self.tell_moved()

    def _key(self, event: QKeyEvent) -> bool:
        text = event.text().casefold()
        if event.key() == Qt.Key.Key_Space:
            self._answer("0")
            return True
        for key, aliases in ALIASES.items():
            if text and text in aliases:
                self._answer(key)
                return True
        if text in {"н", "т"}:
            self.context.shell.toast(self.context.words("Keys: 1, 2, 3"))
            return True
        return False

    def _answer(self, key: str) -> None:
        proposal = self._current()
        if proposal is None:
            return
        row = self.table.currentIndex().row()
        if key == "0":
            self.queue.put_off(proposal.id)
        else:
            operation = {
                "1": lambda: answer_same(proposal.a, proposal.b, self.card.name.text() or proposal.a.text),
                "2": lambda: answer_partial(proposal.a, proposal.b),
                "3": lambda: answer_different(proposal.a, proposal.b),
            }[key]()
            self.queue.answer(proposal.id)
            if not self.run(operation):
                self.queue.refresh()
        rows = self.model.lines
        if rows:
            self.table.select(rows[min(row, len(rows) - 1)].id)
        self.table.setFocus()

    def _rest(self) -> None:
        lines = self._unmapped()
        operation = activities_for_rest(lines)
        if lines and self.run(operation):
            self.context.shell.toast(self.context.words.message(operation.name), undo=True)

    def focus_id(self) -> str | None:
        """The pair in question."""
        return self.table.current_id() or None

    def sub_actions(self) -> tuple[Action, ...]:
        """Matching by hand, the dictionary."""
        _ = self.context.words
        section = _("Audit of functions")
        return (
            Action("match_hand", _("Link lines by hand"), lambda: self._go_mode("hand"), section, (), "link-2"),
            Action(
                "match_words",
                _("The organisation's own words"),
                lambda: self._go_mode("dictionary"),
                section,
                (),
                "languages",
            ),
        )

    def _go_mode(self, key: str) -> None:
        self.mode.set_current(key)
        self._choose_mode(key)
        self.page.take_focus()

    def paste(self, rows: list[list[str]]) -> None:
        """Words of the organisation; the other faces take no lists."""
        if self.mode.current() == "dictionary":
            self.dictionary.paste(rows)

    def add_new(self) -> None:
        """Ins: a new word, or a link by hand."""
        if self.mode.current() == "dictionary":
            self.dictionary.word.setFocus()
        else:
            self._go_mode("hand")
