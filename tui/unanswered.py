"""Keys that nothing here answers to: where they would do something is said, instead of nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding

from tui.appearance import Appearance
from tui.key_names import shown
from tui.keys import PLACES, Key
from tui.messages import Told

if TYPE_CHECKING:
    from textual.dom import DOMNode

AGAIN = 3.0
"""Seconds in which the same is not said twice: a key may be held down."""
MOST = 2
"""Places that are named."""
NARROWER = re.compile(r"; |: | \(")
"""What follows one of these is for the help, not for a notice."""


def elsewhere(rows: Sequence[Key], key: str) -> str:
    """What a key does where it does something: `Reader: show or hide …`, of the first places."""
    found = {PLACES[row.where]: NARROWER.split(row.words)[0] for row in rows}
    told = " · ".join(f"{place}: {words}" for place, words in list(found.items())[:MOST])
    return f"{shown(key)} does nothing here" + (f" · {told}" if told else "")


class Unanswered(Appearance):
    """An app that does not leave a letter without an answer."""

    _said: tuple[str, float] = ("", 0.0)

    def on_key(self, event: events.Key) -> None:
        """Comes here after widgets and screens, and before what is bound is done."""
        if not event.is_printable:
            return
        names = {event.key, event.character}  # Textual calls / slash, the table does not
        rows = [row for row in self.keymap.rows if not names.isdisjoint(row.keys.split(","))]
        nodes = [*(self.focused.ancestors_with_self if self.focused else ()), self.screen, self]
        if not any(_does(node, row) for node in nodes for row in rows):
            self._say(event.character or event.key, rows)

    def _say(self, key: str, rows: Sequence[Key]) -> None:
        words, now = elsewhere(rows, key), monotonic()
        if self._said[0] != words or now - self._said[1] > AGAIN:
            self._said = (words, now)
            self.post_message(Told(words))


@cache
def ids_of(kind: type[DOMNode]) -> frozenset[str]:
    """The ids of what a kind of widget, screen or app binds."""
    bound = (each for one in kind.__mro__ for each in vars(one).get("BINDINGS", ()))
    return frozenset(each.id or "" for each in bound if isinstance(each, Binding))


def _does(node: DOMNode, row: Key) -> bool:
    if row.id not in ids_of(type(node)):
        return False
    return bool(node.check_action(row.action.partition("(")[0].rpartition(".")[2], ()))
