"""What is wrong with the matrix, in words, each with one-click fixes; one line of summary where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.steps.roles.words import cure_text, detail_text, verdict_text
from ui.widgets import roles
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.table_view import LineTable
from workshop_app.domain.checks import CheckResult, Severity, message_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.raci_cures import VERDICTS, Cure
from workshop_app.i18n import Words
from workshop_app.steps.roles.operations import NOT_DISTRIBUTED

LINE, SHOWN = 28, 4
NEEDS_RULE = "RACI-06"
SEVERAL = 2
WIDE = 900
"""From this width on a second fix has its own column."""

ROOMY = 780
"""From this width on (at 100 %) the key of the next error stands in the head."""

FindCures = Callable[[CheckResult], tuple[Cure, ...]]


@frozen
class ProblemLine:
    """An open check of the matrix; ``id`` = check, object and what it says (one check may find an object twice)."""

    id: str
    result: CheckResult


def lines_of(problems: Sequence[CheckResult], words: Words) -> tuple[ProblemLine, ...]:
    """The lines in their order."""
    return tuple(ProblemLine(f"{r.check.id}/{r.object_id}/{detail_text(r.detail, words)}", r) for r in problems)


class _ProblemDelegate(CellDelegate):
    """Bold title, the reason after it; fixes as links."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(context.theme, context.icons, parent, height=LINE)
        self._words = context.words

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The line."""
        line = index.model().line(index)  # type: ignore[attr-defined]  # a TableModel
        if index.column() or line is None:
            self._link(painter, box, str(index.data() or ""))
            return
        box = self._icon(painter, box, index)
        title, reason = parts_of(line.result, self._words)
        strong = self.theme.font("control_strong")
        metrics = QFontMetricsF(strong)
        room = box.width() * (0.62 if reason else 1)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        self._say(painter, box, shown, "control_strong", "text")
        if reason:
            self._say(painter, box.adjusted(metrics.horizontalAdvance(shown) + 10, 0, 0, 0), reason, "small", "text2")

    def _say(self, painter: QPainter, box: QRectF, text: str, role: str, token: str) -> None:
        font = self.theme.font(role)
        painter.setFont(font)
        painter.setPen(self.theme.color(token))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box.adjusted(0, 0, 4, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _link(self, painter: QPainter, box: QRectF, text: str) -> None:
        font = self.theme.font("control_strong")
        painter.setFont(font)
        painter.setPen(self.theme.color("accent"))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)


def parts_of(result: CheckResult, words: Words) -> tuple[str, str]:
    """The object's name and the short verdict; one sentence for checks on people."""
    if result.check.id not in VERDICTS:
        return message_of(result, words), ""
    title = result.title if isinstance(result.title, str) else words.message(result.title)
    return title, verdict_text(result, words)


class ProblemList(Card):
    """``went`` carries the chosen check, ``cured`` a fix to apply. Enter goes there, 1 and 2 apply the fixes.

    ``rule_wanted`` carries the activity whose performers need a written rule.

    ``fill_wanted`` carries all activities that are not distributed. ``filters`` of the matrix stand in its head.
    """

    went = Signal(object)
    cured = Signal(object)
    rule_wanted = Signal(str)
    fill_wanted = Signal(list)

    def __init__(self, context: WindowContext, find_cures: FindCures, filters: QWidget) -> None:
        super().__init__("card", 0, 0)
        self._context, self._find, self._filters = context, find_cures, filters
        self._cures: dict[str, tuple[Cure, ...]] = {}
        self.model: TableModel[ProblemLine] = TableModel(self._columns(), lambda _operation: None)
        self.table = LineTable(self.model, _ProblemDelegate(context, self))
        self.table.horizontalHeader().hide()
        self.table.setAccessibleName(context.words("To be put right"))
        self.table.single_keys = self._digit
        self.table.opened.connect(lambda line_id: self._go(line_id))
        self.table.clicked.connect(self._clicked)
        self._low = False
        self._lay_out()

    def _lay_out(self) -> None:
        _, theme = self._context.words, self._context.theme
        self.sign = IconLabel("circle-check", theme, self._context.icons, "ok")
        self.title = plain_label(_("To be put right"), theme, "card_title")
        self.errors = plain_label("", theme, "small", "err")
        self.warnings = plain_label("", theme, "small", "warn")
        self.hint = plain_label(_("F4: next error"), theme, "caption", "text3")
        self.fill = button("", "link", lambda: self.fill_wanted.emit(self.empty_rows()), theme=theme)
        self.fill.setToolTip(_("A letter for everybody who does it today; each can be changed"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 5, 8, 5)
        head.setSpacing(10)
        for part in (self.sign, self.title, self.errors, self.warnings):
            head.addWidget(part)
        head.addWidget(self.fill)
        head.addStretch(1)
        head.addWidget(self.hint)
        head.addWidget(self._filters)
        self.body.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(6, 0, 6, 8)
        inner.addWidget(self.table)
        self._inner = QWidget()
        self._inner.setLayout(inner)
        self.body.addWidget(self._inner)

    def _columns(self) -> list[Column[ProblemLine]]:
        words = self._context.words
        return [
            Column(
                "text",
                "",
                lambda line: message_of(line.result, words),
                roles={roles.ICON: lambda line: _icon(line.result)},
                tooltip=lambda line: f"{message_of(line.result, words)}\n{words(line.result.check.fix)}",
            ),
            Column("first", "", lambda line: self._label(line, 0), tooltip=lambda line: self._label(line, 0)),
            Column("second", "", lambda line: self._label(line, 1), tooltip=lambda line: self._label(line, 1)),
        ]

    def cures_of(self, line: ProblemLine) -> tuple[Cure, ...]:
        """The fixes offered for a line, found when it is first drawn."""
        if line.id not in self._cures:
            self._cures[line.id] = self._find(line.result)
        return self._cures[line.id]

    def _label(self, line: ProblemLine, place: int) -> str:
        found = self.cures_of(line)
        if place < len(found):
            return cure_text(found[place], self._context.words)
        words = self._context.words
        return "" if place else words("To the rule") if line.result.check.id == NEEDS_RULE else words("Go there")

    def show_problems(self, problems: Sequence[CheckResult]) -> None:
        """Bring the list and its counts up to date."""
        words = self._context.words
        self._cures.clear()
        self.model.set_lines(lines_of(problems, words))
        self.table.viewport().update()
        errors = sum(result.check.severity is Severity.ERROR for result in problems)
        others = len(problems) - errors
        self.errors.setText(words.plural("{n} error", "{n} errors", errors) if errors else "")
        self.warnings.setText(words.plural("{n} warning", "{n} warnings", others) if others else "")
        self.title.setText(words("To be put right") if problems else words("Nothing to put right in the matrix"))
        self.sign.setVisible(not problems)
        empty = len(self.empty_rows())
        self.fill.set_text(words("Fill all {n} rows from today's work", n=empty))
        self.fill.setVisible(empty >= SEVERAL)
        self._fit()

    def empty_rows(self) -> list[str]:
        """The activities that nobody has a letter for, and of which it is known who does them."""
        empty = (line for line in self.model.lines if line.result.check.id == NOT_DISTRIBUTED)
        return [line.result.object_id for line in empty if self.cures_of(line)]

    def set_low(self, low: bool) -> None:
        """Only the summary and one line with its fixes where the window is low; F4 brings the next one into it."""
        self._low = low
        self._fit()

    def _fit(self) -> None:
        count = min(1 if self._low else SHOWN, len(self.model.lines))
        self._inner.setVisible(bool(count))
        self.table.setFixedHeight(self._context.theme.theme.pixels(LINE) * max(1, count) + 1)
        self._widths()

    def _widths(self) -> None:
        roomy = self.width() >= self._context.theme.theme.pixels(ROOMY) and self.fill.isHidden()
        self.hint.setVisible(roomy and bool(self.model.lines))
        self.table.set_widths((0, 252, 230 if self.width() >= WIDE else 1))

    def resizeEvent(self, event: object) -> None:
        """Qt: one column of fixes, or two."""
        self._widths()

    def mark(self, object_id: str) -> None:
        """Show the lines of an object that was gone to elsewhere."""
        line = next((line for line in self.model.lines if line.result.object_id == object_id), None)
        if line is not None:
            self.table.select(line.id)

    def _line(self, line_id: str) -> ProblemLine | None:
        return next((line for line in self.model.lines if line.id == line_id), None)

    def _go(self, line_id: str) -> None:
        line = self._line(line_id)
        if line is not None:
            self.went.emit(line.result)

    def _clicked(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is None:
            return
        found = self.cures_of(line)
        place = index.column() - 1
        if 0 <= place < len(found):
            self.cured.emit(found[place])
        elif place == 0 and line.result.check.id == NEEDS_RULE:
            self.rule_wanted.emit(line.result.object_id)
        else:
            self.went.emit(line.result)

    def _digit(self, event: QKeyEvent) -> bool:
        line = self._line(self.table.current_id())
        if line is None or event.text() not in ("1", "2"):
            return False
        found = self.cures_of(line)
        place = int(event.text()) - 1
        if place < len(found):
            self.cured.emit(found[place])
        elif place == 0 and line.result.check.id == NEEDS_RULE:
            self.rule_wanted.emit(line.result.object_id)
        return True


def _icon(result: CheckResult) -> tuple[str, str]:
    error = result.check.severity is Severity.ERROR
    return ("circle-alert", "err") if error else ("triangle-alert", "warn")
