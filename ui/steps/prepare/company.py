"""The company, the owner's question, the session and the units of the document."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.prepare.agenda_words import FORMAT_NAMES
from ui.steps.prepare.dates import SessionDates
from ui.steps.prepare.fields import ClockField, NormField, WholeField
from ui.widgets.controls import ChoiceBox
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.text_field import TextArea, TextField
from workshop_app.domain.model import Company, Row, Session, SessionFormat, Settings
from workshop_app.domain.pulse import LOWEST_THRESHOLD
from workshop_app.domain.text_key import single_line
from workshop_app.domain.timetable import start_of
from workshop_app.services.document import Change
from workshop_app.steps.prepare.company import (
    FIELDS,
    FIRST_YEAR,
    MOST_THRESHOLD,
    change_date,
    change_dates,
    change_field,
    clock_text,
    read_rules,
)
from workshop_app.steps.prepare.view import PrepareView

CURRENCIES = ("RUB", "USD", "EUR", "GBP", "KZT", "BYN", "CNY")


class CompanyPage(SubPage):
    """Facts that every document carries; everything commits on Enter, Tab or focus loss."""

    name = "company"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._make_texts()
        self._make_values()
        self._lay_out()
        self._connect()

    def _make_texts(self) -> None:
        _ = self.context.words
        theme = self.context.theme
        self.company = TextField(theme, "", self._title("name"))
        self.about = TextArea(_("What the company does, how the departments came about"), self._title("about"))
        self.question = TextArea(_("What should the session answer? One sentence."), self._title("owner_question"))
        self.place = TextField(theme, _("A room of neither department"), self._title("place"))
        self.facilitator = TextField(theme, _("Somebody of neither department"), self._title("facilitator"))
        self.rules = TextArea(_("One rule a line"), self._title("rules"))
        for area, height in ((self.question, 76), (self.about, 76), (self.rules, 126)):
            area.setFixedHeight(theme.theme.pixels(height))

    def _make_values(self) -> None:
        words, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.founded = WholeField(theme, words, FIRST_YEAR, self.context.bridge.as_of.year, self._title("founded"))
        self.dates = SessionDates(self.context)
        self.start = ClockField(theme, words, "9:30", self._title("starts_at"))
        self.norm = NormField(theme, words, "", self._title("hours_norm"))
        threshold = self._title("anonymity_threshold")
        self.threshold = WholeField(theme, words, LOWEST_THRESHOLD, MOST_THRESHOLD, threshold, needed=True)
        self.currency = ChoiceBox(theme, icons, self._title("currency"))
        self.language = ChoiceBox(theme, icons, self._title("language"))
        self.language.set_items([("ru", "Русский"), ("en", "English")])

    def _lay_out(self) -> None:
        _ = self.context.words
        forward = self.forward_button(_("To departments and people"), Place("prepare", "people"))
        columns = QHBoxLayout()
        columns.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._question_card())
        left.addWidget(self._company_card(), 1)
        columns.addLayout(left, 11)
        columns.addWidget(self._session_card(), 10)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(columns)
        rows.addWidget(self._units_card())
        rows.addStretch(1)
        hints = [
            ("Tab", _("next field, saved at once")),
            ("Ctrl+Z", _("undo the last step")),
            ("F5", _("the question to the room")),
        ]
        scrolled = _scrolled(inside)
        self.lay_out(tabbed_header(self, (forward,)), scrolled, grows=scrolled, hints=hints)

    def _question_card(self) -> Card:
        _ = self.context.words
        card = self._card(_("The owner's question"))
        card.body.addWidget(self.question)
        said = _("What will happen if nothing changes within a year? What does the owner decide, and what is theirs?")
        hint = plain_label(said, self.context.theme, "caption", "text3", wrap=True)
        hint.setMinimumHeight(self.context.theme.theme.pixels(16))
        card.body.addWidget(hint)
        return card

    def _company_card(self) -> Card:
        card = self._card(self.context.words("Company"))
        card.body.addLayout(self._fields(("name", self.company, 3), ("founded", self.founded, 1)))
        card.body.addWidget(self._labeled("about", self.about))
        card.body.addStretch(1)
        return card

    def _session_card(self) -> Card:
        to_agenda = partial(self.page.go_to, Place("prepare", "agenda"))
        self.format = button("", "link", to_agenda, theme=self.context.theme)
        card = self._card(self.context.words("Session"), self.format)
        card.body.addWidget(self.dates)
        card.body.addLayout(self._fields(("starts_at", self.start, 1), ("facilitator", self.facilitator, 2)))
        card.body.addWidget(self._labeled("place", self.place))
        card.body.addWidget(self._labeled("rules", self.rules))
        card.body.addStretch(1)
        return card

    def _units_card(self) -> Card:
        card = self._card("")
        units = (("language", self.language, 1), ("currency", self.currency, 1))
        limits = (("hours_norm", self.norm, 1), ("anonymity_threshold", self.threshold, 1))
        card.body.addLayout(self._fields(*units, *limits))
        return card

    def _card(self, title: str, tool: QWidget | None = None) -> Card:
        card = Card(margins=14, spacing=8)
        if title:
            head = QHBoxLayout()
            name = plain_label(title, self.context.theme, "card_title")
            name.setMinimumHeight(self.context.theme.theme.pixels(28))  # a link in one head, the heads in one line
            head.addWidget(name)
            head.addStretch(1)
            if tool is not None:
                head.addWidget(tool)
            card.body.addLayout(head)
        return card

    def _title(self, field: str) -> str:
        return self.context.words(FIELDS[field])

    def _labeled(self, field: str, widget: QWidget) -> LabeledField:
        return LabeledField(self._title(field), widget, self.context.theme)

    def _fields(self, *parts: tuple[str, QWidget, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, widget, share in parts:
            row.addWidget(self._labeled(field, widget), share, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        texts = (
            (self.company, Company, "name"),
            (self.place, Session, "place"),
            (self.facilitator, Session, "facilitator"),
            (self.about, Company, "about"),
            (self.question, Company, "owner_question"),
        )
        for widget, table, field in texts:
            widget.committed.connect(lambda text, table=table, field=field: self._write(table, field, _line(text)))
        self.rules.committed.connect(lambda text: self._write(Session, "rules", read_rules(text)))
        self.founded.chosen.connect(lambda year: self._write(Company, "founded", year))
        self.start.chosen.connect(lambda at: self._write(Session, "starts_at", clock_text(at) if at else None))
        self.norm.chosen.connect(lambda hours: self._write(Settings, "hours_norm", hours))
        self.threshold.chosen.connect(lambda number: self._write(Settings, "anonymity_threshold", number))
        self.currency.picked.connect(lambda key: self._write(Settings, "currency", key))
        self.language.picked.connect(lambda key: self._write(Company, "language", key))
        self.dates.chosen.connect(self._set_dates)

    def _write(self, table: type[Row], field: str, value: Any) -> None:
        engagement = self.page.engagement
        row: Row = {Company: engagement.company, Session: engagement.session}.get(table, engagement.settings)
        self.run(change_field(row, field, value))

    def _set_dates(self, days: tuple[date, ...]) -> None:
        session = self.page.engagement.session
        if session.format is SessionFormat.SERIES:
            self.run(change_dates(session, days))
        else:
            self.run(change_date(session, days[0] if days else None))

    def show_view(self, view: PrepareView, change: Change | None) -> None:
        """All fields; what is being typed stays."""
        _ = self.context.words
        company, session, settings = view.company, view.session, view.settings
        shown = (
            (self.company, company.name),
            (self.about, company.about),
            (self.question, company.owner_question),
            (self.place, session.place),
            (self.facilitator, session.facilitator),
            (self.rules, "\n".join(session.rules)),
        )
        for widget, text in shown:
            widget.set_value(text)
        self.founded.set_current(company.founded)
        self.start.set_current(start_of(self.page.engagement) if session.starts_at else None)
        self.norm.set_current(settings.hours_norm)
        self.threshold.set_current(settings.anonymity_threshold)
        self.currency.set_items([(code, code) for code in dict.fromkeys((*CURRENCIES, settings.currency))])
        self.currency.set_current(settings.currency)
        self.language.set_current(company.language)
        self.dates.show_session(session)
        self.format.set_text(_(FORMAT_NAMES[session.format]))

    def select(self, row_id: str | None) -> None:
        """The first field."""
        self.company.setFocus()

    def room_scene(self) -> str:
        """The owner's question."""
        return "prepare.question"


def _line(text: str) -> str:
    return "\n".join(single_line(line) for line in text.strip().splitlines())


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
