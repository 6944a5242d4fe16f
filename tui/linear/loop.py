"""The linear reader at a terminal or in a pipe: asks, reads a line, answers, until `quit` or the end of the input."""

from __future__ import annotations

import io
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from index.clean.safety import safe
from tui.linear.session import Session
from tui.wrapping import wrap

if TYPE_CHECKING:
    from types import FrameType

    from index.library import Library

NOBODY_READS = 141
"""128 + SIGPIPE, as shells report it: whoever read what was said has gone."""


def run(library: Library, paths: list[Path], source: TextIO, sink: TextIO) -> int:
    """Talks until the user leaves; returns the exit code. Nothing but lines of text is ever written."""
    for stream in (source, sink):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    session = Session(library)
    try:
        _talk(session, paths, source, _Voice(sink, library.config.options.ascii))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sink.fileno())  # the interpreter would complain about it at its end
        return NOBODY_READS
    finally:
        session.leave()
    return 0


def _talk(session: Session, paths: list[Path], source: TextIO, voice: _Voice) -> None:
    with _stopped_by_the_user(session):
        voice.say(session.warn())
        voice.say(session.add(paths) if paths else session.begin())
    while not session.over:
        voice.ask(session.prompt)
        try:
            line = source.readline()
        except KeyboardInterrupt:
            line = ""
        if not source.isatty():
            voice.say([""])  # nobody typed the end of the line that the prompt began
        if not line:
            return
        with _stopped_by_the_user(session):
            voice.say(session.answer(line))


class _Voice:
    """Says lines, each wrapped at words where there is an edge; whatever they hold, they are only text."""

    def __init__(self, sink: TextIO, signs: bool | str) -> None:
        self._sink = sink
        self._plain = _signs(signs)

    def say(self, lines: Iterable[str]) -> None:
        """Each as soon as it is there."""
        for line in lines:
            for part in safe(line).split("\n"):
                self._write(self._plain(part))

    def _write(self, text: str) -> None:
        columns = _columns(self._sink)
        parts = [text[start:end] for start, end in wrap(text, columns)] if columns and text else [text]
        self._sink.write("\n".join(parts) + "\n")
        self._sink.flush()

    def ask(self, prompt: str) -> None:
        """Waits on the same line."""
        self._sink.write(f"[{self._plain(safe(prompt))}] ")
        self._sink.flush()


def _signs(wanted: bool | str) -> Callable[[str], str]:
    from tui.plain import charset_of, plain  # 0.05 s

    charset = charset_of(os.environ)
    return (lambda text: plain(text, charset)) if wanted is True or (wanted == "auto" and charset) else str


def _columns(sink: TextIO) -> int:
    """Columns of a terminal; 0 where there is no edge to break lines at."""
    try:
        return max(20, os.get_terminal_size(sink.fileno()).columns - 1)
    except (OSError, ValueError):
        return 0


@contextmanager
def _stopped_by_the_user(session: Session) -> Iterator[None]:
    """Ctrl-C stops what is being said or done, and not the reader; a second one interrupts at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)

    def stop(_number: int, _frame: FrameType | None) -> None:
        session.stopped = True
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
