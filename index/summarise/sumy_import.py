"""Importing sumy, which costs 0.4–4 s, without the socket that it would open."""

from __future__ import annotations

import socket
from functools import cache


@cache
def import_sumy() -> None:
    """Call before any import from sumy.

    sumy imports requests, and with it urllib3, which on import binds a socket to ::1 to see whether there is IPv6; told
    that there is none, it does not try. Nutgraf opens no socket, so nothing else is changed by that.
    """
    there = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        import sumy.utils  # noqa: F401  # for what it imports
    finally:
        socket.has_ipv6 = there
