"""Whether the terminal is still there: a window that was closed must not leave a program behind that reads nothing."""

from __future__ import annotations

import select
import sys

EVERY = 2.0
"""Seconds between two looks."""


def terminal_is_gone() -> bool:
    """True when the other end of standard input has hung up.

    Textual takes the end of its input for a pause and asks again at once, for ever, at the cost of a whole core.
    """
    if sys.__stdin__ is None or not hasattr(select, "poll"):
        return False
    look = select.poll()
    look.register(sys.__stdin__.fileno(), 0)
    return any(seen & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, seen in look.poll(0))
