"""What is typed ahead of a line to type in goes into that line: `/moscow` in one breath is a search for Moscow.

Textual hands a key to the widget that has the keyboard when it comes in. Letters that follow the key which opens a line
have come in by then: without this they would be lost, or be taken for keys.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic

from textual import events, on

from tui.unanswered import Unanswered

PATIENCE = 1.0
"""Seconds that a key waits for a screen to be made."""


class TypingAhead(Unanswered):
    """An app that loses no letter while a line to type in is on its way."""

    @on(events.Key)
    async def _type_ahead(self, event: events.Key) -> None:
        """Comes here after widgets and screens, and before what is bound is done."""
        until = monotonic() + PATIENCE
        while not self.screen.is_mounted and monotonic() < until:
            await asyncio.sleep(0)
        line = self.focused
        if event.is_printable and line is not None and line.check_consume_key(event.key, event.character):
            event.prevent_default()  # the line has not seen the key: it would have kept it
            line.post_message(events.Key(event.key, event.character))
            taken = asyncio.Event()
            line.call_later(taken.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(taken.wait(), PATIENCE)
