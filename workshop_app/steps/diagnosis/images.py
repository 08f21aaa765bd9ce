"""The image exchange: three lists a department, at least three cards each, about work and without names (METHOD S2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department, ImageCard, ImageList
from workshop_app.domain.person_names import people_named
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.operations import add_row, change_row, move_row, remove_rows, together

LEAST_CARDS = 3

LIST_TITLES: Mapping[ImageList, str] = MappingProxyType(
    {
        ImageList.SELF: N_("How we see ourselves"),
        ImageList.OTHER: N_("How we see our neighbours"),
        ImageList.GUESS: N_("How they see us"),
    }
)
"""The titles of the three lists (message ids)."""


@frozen
class CardLine:
    """A card; ``named``: it speaks of a person by name, and it should speak of work."""

    id: str
    card: ImageCard
    named: bool


@frozen
class CardList:
    """One of the three lists of a department."""

    kind: ImageList
    cards: tuple[CardLine, ...]

    @property
    def ready(self) -> bool:
        """Whether it has three cards."""
        return len(self.cards) >= LEAST_CARDS

    @property
    def missing(self) -> int:
        """How many cards it still needs."""
        return max(0, LEAST_CARDS - len(self.cards))


@frozen
class DepartmentImages:
    """The three lists of a department."""

    department: Department
    lists: tuple[CardList, ...]

    @property
    def ready(self) -> bool:
        """Whether all three lists have enough cards."""
        return all(cards.ready for cards in self.lists)

    @property
    def missing(self) -> int:
        """How many cards are still needed."""
        return sum(cards.missing for cards in self.lists)


def department_images(engagement: Engagement) -> tuple[DepartmentImages, ...]:
    """Every department's lists, in the order of the departments."""
    return engagement.derive(_department_images)


def _department_images(engagement: Engagement) -> tuple[DepartmentImages, ...]:
    return tuple(
        DepartmentImages(
            department,
            tuple(
                CardList(
                    kind,
                    tuple(
                        CardLine(card.id, card, bool(people_named(engagement, card.text)))
                        for card in engagement.image_cards
                        if card.department_id == department.id and card.list is kind
                    ),
                )
                for kind in ImageList
            ),
        )
        for department in engagement.departments
    )


def add_card(department_id: str, kind: ImageList, text: str) -> Operation:
    """A card at the end of a list."""
    wording = single_line(text)
    card = ImageCard(id="", department_id=department_id, list=kind, text=wording)
    return add_row(Message(N_("Image card: {text}"), {"text": wording}), card)


def add_cards(department_id: str, kind: ImageList, texts: list[str]) -> Operation:
    """Several cards, pasted, in one step."""
    name = Message(N_("Image cards pasted"))
    return together(name, [add_card(department_id, kind, text) for text in texts if text.strip()])


def change_card(card: ImageCard, text: str) -> Operation:
    """Other words; an empty card is taken away."""
    wording = single_line(text)
    if not wording:
        return remove_card(card)
    values: dict[str, Any] = {"text": wording}
    return change_row(Message(N_("Image card: {text}"), {"text": wording}), card, **values)


def move_card(card: ImageCard, before: ImageCard | None) -> Operation:
    """Put a card before another one of its list, or last."""
    return move_row(card, before, Message(N_("Order of image cards")))


def remove_card(card: ImageCard) -> Operation:
    """Take a card away."""
    return remove_rows(Message(N_("Image card removed: {text}"), {"text": card.text}), [card])
