"""The one family of errors, each with the exit code of the command line.

NutgrafError
├── NothingFound     exit 1   asked for something that is not there
├── UsageError       exit 2   asked in a way that cannot be understood
└── LibraryError     exit 3   the library cannot be used
    └── LibraryBusy  exit 3   another process holds it
"""

from __future__ import annotations


class NutgrafError(Exception):
    """An error whose message is a sentence for the user."""

    exit_code = 1

    def __init__(self, message: str, *, subject: object = None) -> None:
        super().__init__(message)
        self.subject = subject
        """What the error is about: a path, an id, a query."""


class NothingFound(NutgrafError):
    """What was asked for is not in the library."""

    exit_code = 1


class UsageError(NutgrafError):
    """The request itself makes no sense, or names a path that is not there."""

    exit_code = 2


class LibraryError(NutgrafError):
    """The library cannot be opened, read or written."""

    exit_code = 3


class LibraryBusy(LibraryError):
    """Another process is writing to the library and did not finish in time."""
