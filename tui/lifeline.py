"""Whoever ends the reader, stops it or takes its terminal away: terminal and state stay whole."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from functools import partial
from threading import Timer

from textual.app import App

EVERY = 2.0
"""Seconds between two looks."""
PATIENCE = 10.0
"""Seconds after which a reader that cannot end for want of a terminal is ended: what the user did is written when it
is done."""


def hold(app: App[None]) -> None:
    """Makes signals an ordinary way to quit, and paints anew what a shell painted over; to be called once it runs."""
    app.app_resume_signal.subscribe(app, lambda _: app.refresh(layout=True), immediate=True)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and sys.platform != "win32":
            asyncio.get_running_loop().add_signal_handler(number, partial(leave, app, 128 + number))


def leave(app: App[None], code: int = 0) -> None:
    """Quits. Textual may wait for ever to write to a terminal that is gone; then the process ends all the same."""
    app.exit(return_code=code)
    last = Timer(PATIENCE, os._exit, [code])
    last.daemon = True
    last.start()


def terminal_is_gone() -> bool:
    """True when the other end of standard input has hung up.

    Textual takes the end of its input for a pause and asks again at once, for ever, at the cost of a whole core.
    """
    if sys.__stdin__ is None or not hasattr(select, "poll"):
        return False
    look = select.poll()
    look.register(sys.__stdin__.fileno(), 0)
    return any(seen & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, seen in look.poll(0))
