"""`nutgraf serve`: the reader in a browser of this machine; the extra `serve` (textual-serve) runs it there.

Any page that a browser shows may try an address of its own machine, and so may any other user of the machine. So the
address has a key in it, the names under which it answers are few, and a page of another origin gets no connection.
"""

from __future__ import annotations

import ipaddress
import logging
import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from index.errors import UsageError

if TYPE_CHECKING:
    from aiohttp.typedefs import Middleware
    from aiohttp.web import Application, Request, Response, StreamResponse
    from textual_serve.server import Server

TO_INSTALL = "pip install 'nutgraf[serve]'"
PAGE = Path(__file__).parent / "served" / "page.html"
FOCUS = PAGE.with_name("focus.js")
KEY_BYTES = 16
"""Of the key in the address: as hard to guess as a key of AES."""
GOODBYE = 2.0
"""Seconds that open readers get to end when the server does."""
MEANING = (
    "other machines could reach it: whoever has the address acts as you, and what is read goes over the network "
    "unencrypted; if that is meant, add --open-to-network"
)
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
Handler = Callable[["Request"], Awaitable["StreamResponse"]]


def serve(library: Path | None, *, host: str, port: int, open_to_network: bool) -> int:
    """Serves until it is interrupted; gives the exit code. Raises `UsageError` where it cannot or must not."""
    if not is_loopback(host) and not open_to_network:
        raise UsageError(f"{host} is not an address of this machine alone; {MEANING}", subject=host)
    try:
        from aiohttp import web
        from textual_serve.server import Server
    except ModuleNotFoundError:
        raise UsageError(f"the reader in a browser needs an extra: {TO_INSTALL}") from None
    listening = _listen("127.0.0.1" if host == "localhost" else host, port)
    key = secrets.token_urlsafe(KEY_BYTES)
    names = None if open_to_network else names_of(host, listening.getsockname()[1])
    logging.basicConfig(level=logging.WARNING, format="nutgraf serve: %(message)s")
    sys.stdout.write(f"the reader is at {address_of(host, listening.getsockname()[1], key)}\nCtrl-C ends it\n")
    sys.stdout.flush()
    app = application(Server(command(library), host=host, port=port, title="nutgraf"), key, names)
    web.run_app(app, sock=listening, print=None, shutdown_timeout=GOODBYE, handler_cancellation=True)
    return 0


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address. Names but `localhost` are not trusted: they may mean anything."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as problem:
        reason = getattr(problem, "strerror", "") or problem
        raise UsageError(f"cannot listen at {host}, port {port}: {reason}", subject=host) from None


def names_of(host: str, port: int) -> frozenset[str]:
    """What a browser of this machine calls it; a page whose own name was made to mean this machine says that name."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]", _in_url(host)))


def address_of(host: str, port: int, key: str) -> str:
    """What is to be opened; where all addresses are meant, under the name of this machine."""
    anywhere = host in ("0.0.0.0", "::")
    return f"http://{socket.gethostname() if anywhere else _in_url(host)}:{port}/{key}/"


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def command(library: Path | None) -> str:
    """What runs for each page that is opened: this same reader, wherever it is installed."""
    here = str(Path(__file__).parents[1])
    start = f"import sys; sys.path.append({here!r}); from tui.__main__ import main; sys.exit(main())"
    named = ["--library", str(library.expanduser().absolute())] if library is not None else []
    return shlex.join([sys.executable, "-P", "-c", start, *named])


def application(server: Server, key: str, names: frozenset[str] | None) -> Application:
    """All that is answered: page, connection and static files, each below the key, each only to who may ask.

    `names` are the hosts that it answers to; None for any.
    """
    from aiohttp import web

    page = Template(PAGE.read_text("utf-8"))

    async def index(request: Request) -> Response:
        text = page.substitute(websocket=escape(f"ws://{request.host}/{key}/ws"))
        return web.Response(text=text, content_type="text/html")

    async def focus(_request: Request) -> StreamResponse:
        return web.FileResponse(FOCUS)

    async def add_headers(_request: Request, response: StreamResponse) -> None:
        response.headers.update(_HEADERS)

    app = web.Application(middlewares=[_guard(key, names)])
    app.on_response_prepare.append(add_headers)
    app.router.add_get(f"/{key}/", index)
    app.router.add_get(f"/{key}/focus.js", focus)
    app.router.add_get(f"/{key}/ws", server.handle_websocket)
    app.router.add_static(f"/{key}/static", server.statics_path)
    return app


def _guard(key: str, names: frozenset[str] | None) -> Middleware:
    from aiohttp import web

    @web.middleware
    async def guard(request: Request, handler: Handler) -> StreamResponse:
        given = request.path.split("/")[1]
        if not secrets.compare_digest(given.encode(), key.encode()) or (names and request.host not in names):
            return web.Response(status=404, text="there is nothing here", headers=_HEADERS)
        if request.headers.get("Origin", f"http://{request.host}") != f"http://{request.host}":
            return web.Response(status=403, text="not from there", headers=_HEADERS)
        return await handler(request)

    return guard
