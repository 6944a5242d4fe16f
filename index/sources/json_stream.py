"""JSON files in pieces: a file of any length is read a value at a time, so that memory stays bounded."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from index.sources.encoding import STRAY
from index.sources.limits import limits
from index.sources.port import too_large

_CHUNK = 1 << 18
_SPACE = re.compile(r"[\s\ufeff]*")


class BrokenJson(ValueError):
    """The file is no JSON from some place on, or one value in it is too large. The message says which, in words."""


class Scanner:
    """A place in a JSON file that moves forward value by value. Every method may raise `BrokenJson` and OSError."""

    def __init__(self, file: BinaryIO, encoding: str = "utf-8-sig") -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)(STRAY)
        self._json = json.JSONDecoder(strict=False)
        self._buffer, self._at = "", 0
        self._ended = False
        self.passed = 0
        """Characters of whole values read so far."""

    def peek(self) -> str:
        """The next character that is no white space, left where it is; empty at the end of the file."""
        while True:
            self._at = _match_end(self._buffer, self._at)
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return ""

    def take(self, wanted: str) -> bool:
        """Steps over the next character if it is this one."""
        if self.peek() != wanted:
            return False
        self._at += 1
        return True

    def value(self) -> object:
        """The next value, whole. Each try that finds it cut reads as much again as there is, so the work is linear."""
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._buffer, self._at)
            except ValueError:
                end = -1
            except RecursionError:
                raise BrokenJson("brackets nested too deep") from None
            if end >= 0 and (end < len(self._buffer) or self._ended or self._buffer[end - 1] in '}]"'):
                self.passed += end - self._at
                self._at = end
                return value
            if len(self._buffer) - self._at > limits().item:
                raise BrokenJson(f"{too_large()}, or broken JSON")
            if not self._more():
                raise BrokenJson("broken JSON")

    def members(self) -> Iterator[str]:
        """The names in an object that begins here; after each one the caller takes its value."""
        self._expect("{")
        while not self.take("}"):
            name = self.value()
            self._expect(":")
            yield str(name)
            if not self.take(",") and self.peek() != "}":
                raise BrokenJson("broken JSON")

    def elements(self) -> Iterator[None]:
        """One turn for each element of an array that begins here; in it the caller takes the value."""
        self._expect("[")
        while not self.take("]"):
            yield
            if not self.take(",") and self.peek() != "]":
                raise BrokenJson("broken JSON")

    def _expect(self, sign: str) -> None:
        if not self.take(sign):
            raise BrokenJson("broken JSON")

    def _more(self) -> bool:
        """Reads on; at least as much as is waiting."""
        if self._ended:
            return False
        data = self._file.read(max(_CHUNK, len(self._buffer) - self._at))
        self._ended = not data
        self._buffer = self._buffer[self._at :] + self._decoder.decode(data, final=self._ended)
        self._at = 0
        return True


def _match_end(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
