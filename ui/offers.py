"""One step gives to the next: after a change its new offers stand in one line over the page, taken with Alt+Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.bridge import DocumentBridge
    from ui.messages import Messages
    from workshop_app.domain.engagement import Engagement
    from workshop_app.i18n import Words
    from workshop_app.services.document import Change
    from workshop_app.steps.step import Offer

SHOWN_MS = 30_000
DELAY_MS = 120


class OfferWatch(QObject):
    """Lives as long as ``messages``. Offers that are ignored go after half a minute; their step keeps them."""

    def __init__(self, bridge: DocumentBridge, messages: Messages, words: Words, here: Callable[[], str]) -> None:
        super().__init__(messages)
        self._bridge, self._messages, self._words, self._here = bridge, messages, words, here
        self._queue: tuple[Offer, ...] = ()
        self._before: Engagement | None = None
        self._later = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._later.timeout.connect(self._look)
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._gone.timeout.connect(self.decline)
        messages.offer_plate.take.clicked.connect(self.accept)
        messages.offer_plate.leave.clicked.connect(self.decline)
        bridge.changed.connect(self._on_change)

    def _on_change(self, change: Change) -> None:
        from workshop_app.steps.offers import BRING_OFFERS

        if change.kind == "run" and change.touches(*BRING_OFFERS):
            self._before = self._before or change.before
            self._later.start()
        elif self._queue:
            self._later.start()

    def _look(self) -> None:
        """What is new since the first change that was not looked at; what waits no longer goes."""
        from workshop_app.steps.offers import new_offers, waiting_offers

        before, self._before = self._before, None
        now = self._bridge.engagement
        waiting = {offer.key: offer for offer in waiting_offers(now)}
        fresh = new_offers(before, now) if before is not None else ()
        new = {offer.key for offer in fresh}
        still = (waiting[offer.key] for offer in self._queue if offer.key in waiting and offer.key not in new)
        self._queue = (*fresh, *still)
        self._show()

    def show_waiting(self) -> None:
        """Everything that waits: for the step in front first."""
        from workshop_app.steps.offers import waiting_offers

        here = self._here()
        waiting = waiting_offers(self._bridge.engagement)
        self._queue = tuple(sorted(waiting, key=lambda offer: offer.step != here))
        if not waiting:
            self._messages.toast(self._words("No step offers anything now."))
        self._show()

    def _show(self) -> None:
        from workshop_app.steps import step_of

        _ = self._words
        if not self._queue:
            self._gone.stop()
            self._messages.offer_plate.hide()
            return
        offer, more = self._queue[0], len(self._queue) - 1
        follow = _.plural("{n} more", "{n} more", more) if more else ""
        self._messages.offer_plate.say(_(step_of(offer.step).title), _.message(offer.text), follow)
        self._messages.place()
        self._gone.start()

    def waits(self) -> bool:
        """Whether an offer is shown."""
        return bool(self._queue)

    def accept(self) -> None:
        """Alt+Enter: take the offer that is shown, the next one follows."""
        if not self._queue:
            return
        offer, self._queue = self._queue[0], self._queue[1:]
        if self._bridge.run(offer.operation) is not None:
            self._messages.toast(self._words.message(offer.operation.name), undo=True)
        self._show()

    def decline(self) -> None:
        """Not now: whatever is shown goes."""
        self._queue = ()
        self._show()
