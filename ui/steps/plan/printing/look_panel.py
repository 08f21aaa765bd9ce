"""The company's look on paper: one colour with enforced contrast, logo, footer; kept in the workshop file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from reports.brand import Brand, logo_bytes, logo_text
from reports.style import Colour
from ui.context import WindowContext
from ui.overlay import OverlayPanel
from ui.theme.theme import Theme
from ui.widgets.layout import FieldMessage, button, plain_label
from ui.widgets.picture import Picture
from ui.widgets.text_field import TextField
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.services.document import Operation
from workshop_app.steps.plan.operations import change_look

_LOGO_HEIGHT = 64
_TOO_LARGE = 20_000_000


class LookPanel(OverlayPanel):
    """Every change is kept in the workshop file at once; the default is for workshops without a look of their own."""

    width_wanted, height_wanted = 640, 360

    def __init__(
        self,
        parent: QWidget,
        context: WindowContext,
        engagement: Callable[[], Engagement],
        run: Callable[[Operation | None], bool],
    ) -> None:
        super().__init__(parent, context.words("Look of the company"), context.theme, context.icons, context.words)
        self._context, self._engagement, self._run = context, engagement, run
        self._make()
        self._lay_out()
        self.refresh()

    def _make(self) -> None:
        _ = self.words
        self.colour = TextField(self.theme, "#2356C4", _("Colour"))
        self.colour.committed.connect(self._keep_colour)
        self.swatch = Picture(self.theme, _nothing, height=30, name=_("Colour"))
        self.said = plain_label("", self.theme, "caption", "text2", wrap=True)
        self.logo = Picture(self.theme, _nothing, height=_LOGO_HEIGHT, name=_("Logo"))
        self.footer = TextField(self.theme, "", _("Footer"))
        self.footer.committed.connect(lambda text: self._change(brand_footer=text.strip()))
        self.message = FieldMessage(self.theme)

    def _lay_out(self) -> None:
        _ = self.words
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        pick = button(_("Choose …"), "sec", self._pick_logo, theme=self.theme)
        self.remove = button(_("Remove"), "ghost", lambda: self._change(brand_logo=None), theme=self.theme)
        rows: list[tuple[str, tuple[QWidget, ...]]] = [
            (_("Colour"), (self.colour, self.swatch)),
            ("", (self.said,)),
            (_("Logo"), (self.logo, pick, self.remove)),
            (_("Footer"), (self.footer,)),
        ]
        for number, (label, widgets) in enumerate(rows):
            grid.addWidget(plain_label(label, self.theme, "small", "text2"), number, 0)
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, 0 if widget in (pick, self.remove) else 1)
            grid.addLayout(row, number, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.message)
        self.body.addStretch(1)
        said = _("Kept in this workshop file. Departments, findings and RACI keep their own colours.")
        self.body.addWidget(plain_label(said, self.theme, "caption", "text3", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(button(_("Keep as my default"), "sec", self._keep_default, theme=self.theme))
        foot.addWidget(button(_("Take my default"), "sec", self._take_default, theme=self.theme))
        foot.addStretch(1)
        foot.addWidget(button(_("No look of its own"), "ghost", self._clear, theme=self.theme))
        self.body.addLayout(foot)

    def focus_first(self) -> None:
        """The colour."""
        self.colour.setFocus()

    def refresh(self) -> None:
        """As the workshop file says."""
        settings = self._engagement().settings
        self.colour.set_value(settings.brand_accent or "")
        self.footer.set_value(settings.brand_footer)
        self.remove.setEnabled(bool(settings.brand_logo))
        self._show_colour(settings.brand_accent or "")
        content = logo_bytes(settings.brand_logo)
        self.logo.show_picture(_logo_painter(content), self.words("Logo") if content else self.words("no logo"))
        if not content:
            self.logo.setToolTip(self.words("PNG or JPEG"))

    def _show_colour(self, text: str) -> None:
        _ = self.words
        brand = Brand(accent=text)
        try:
            colours = [_screen(brand.accent_bar), _screen(brand.accent_text)]
        except ProblemError:
            return
        self.swatch.show_picture(_swatch_painter(colours), _("Colour"))
        if not text:
            said = _("The paper's own blue.")
        elif brand.replaced_by_ink:
            said = _("Too near a department's, an error's or a warning's colour: black is printed instead.")
        elif brand.darkened:
            said = _("Printed as it is in the bar of steps; darker in texts and thin lines, so that they can be read.")
        else:
            said = _("Printed as it is: it can be read on white.")
        self.said.setText(said)

    def _keep_colour(self, typed: str) -> None:
        text = typed.strip()
        text = f"#{text}" if text and not text.startswith("#") else text
        problem = self.words.message(found) if (found := _wrong_colour(text)) else ""
        self.colour.set_problem(problem)
        if problem:
            self.message.say(problem)
        else:
            self._change(brand_accent=text.upper() or None)

    def _change(self, **values: str | None) -> None:
        self.message.say("")
        self._run(change_look(self._engagement().settings, **values))
        self.refresh()

    def _pick_logo(self) -> None:
        _ = self.words
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Logo"), "", _("Pictures (*.png *.jpg *.jpeg)"))
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, path: Path) -> None:
        """Keep a picture file as the logo; what is wrong with it is said here."""
        try:
            if path.stat().st_size > _TOO_LARGE:
                raise ProblemError(Message(N_("The logo can't be read: choose a PNG or JPEG picture")))
            text = logo_text(path.read_bytes())
        except OSError:
            self.message.say(self.words("The logo can't be read: choose a PNG or JPEG picture"))
        except ProblemError as error:
            self.message.say(self.words.message(error.message))
        else:
            self._change(brand_logo=text)

    def _keep_default(self) -> None:
        engagement = self._engagement()
        settings = engagement.settings
        self._context.preferences.change(
            brand_name=engagement.company.name.strip(),
            brand_accent=settings.brand_accent or "",
            brand_logo=settings.brand_logo or "",
            brand_footer=settings.brand_footer,
        )
        self._context.shell.toast(self.words("Kept as your default for workshops without a look of their own"))

    def _take_default(self) -> None:
        mine = self._context.preferences.settings
        self._change(
            brand_accent=mine.brand_accent or None,
            brand_logo=mine.brand_logo or None,
            brand_footer=mine.brand_footer,
        )

    def _clear(self) -> None:
        self._change(brand_accent=None, brand_logo=None, brand_footer="")


def _wrong_colour(text: str) -> Message | None:
    try:
        Brand(accent=text).check()
    except ProblemError as error:
        return error.message
    return None


def _screen(colour: Colour) -> QColor:
    red, green, blue = colour.rgb()
    return QColor.fromRgbF(red, green, blue)


def _nothing(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Before the first picture."""


def _swatch_painter(colours: list[QColor]) -> Callable[[QPainter, QRectF, Theme], None]:
    """The bar's colour thick, the text's colour as letters, on white paper."""

    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.fillRect(box, Qt.GlobalColor.white)
        painter.setPen(theme.color("border"))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(QRectF(box.left() + 10, box.center().y() - 3, 60, 6), colours[0])
        painter.setPen(colours[1])
        painter.setFont(theme.font("body_strong"))
        words = box.adjusted(84, 0, -8, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), f"11  {colours[1].name().upper()}")

    return paint


def _logo_painter(content: bytes | None) -> Callable[[QPainter, QRectF, Theme], None]:
    """The logo on white paper, as large as it fits."""
    image = QImage.fromData(QByteArray(content)) if content else QImage()

    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.fillRect(box, Qt.GlobalColor.white)
        painter.setPen(theme.color("border"))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if image.isNull():
            return
        room = box.adjusted(8, 8, -8, -8)
        size = image.size().scaled(QSize(int(room.width()), int(room.height())), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        painter.drawImage(target, image)

    return paint
