"""What every page of a dossier shows, whatever its form: lines with their places in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.dossier.values import Dossier
from index.dossier.wording import (
    also_by,
    course_of,
    day_of,
    facts,
    numbered,
    other_tellers,
    place,
    place_of_file,
    spoken_by,
    who_published,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """A line with where it stands."""

    text: str
    place: str
    """In brackets: source, paragraph, characters, who else says it."""
    lead: str = ""
    """The day of an event, or the figure in the line."""


@dataclass(frozen=True, slots=True)
class Course:
    """A number that possibly differs: its figures in order, then the lines that have them."""

    figures: str
    lines: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the table of sources."""

    number: int
    who: str
    title: str
    url: str
    published: str
    files: tuple[tuple[str, str], ...]
    """Where it lies, and its SHA-256; `gone` where the file was."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a page of a dossier shows, in order; who says what has a form of its own on each."""

    headline: str
    facts: str
    summary: tuple[Cited, ...]
    timeline: tuple[Cited, ...]
    quotations: tuple[Cited, ...]
    numbers: tuple[Course, ...]
    sources: tuple[Listed, ...]


def outline(dossier: Dossier) -> Outline:
    """The dossier in words."""
    numbers = numbered(dossier)
    summary = (
        Cited(one.line.text, place(one.line, numbers) + also_by(one.said_by, numbers)) for one in dossier.summary
    )
    timeline = (
        Cited(one.line.text, place(one.line, numbers) + also_by(other_tellers(one), numbers), day_of(one))
        for one in dossier.timeline
    )
    quotations = (Cited(voice.text, spoken_by(voice, numbers)) for voice in dossier.quotations)
    return Outline(
        dossier.headline, facts(dossier), tuple(summary), tuple(timeline), tuple(quotations),
        tuple(_numbers(dossier)), tuple(_sources(dossier)),
    )  # fmt: skip


def _numbers(dossier: Dossier) -> Iterator[Course]:
    numbers = numbered(dossier)
    for row in dossier.numbers:
        lines = (Cited(one.line.text, place(one.line, numbers) + ")", one.figure) for one in row.stated)
        yield Course(course_of(row), tuple(lines))


def _sources(dossier: Dossier) -> Iterator[Listed]:
    numbers = numbered(dossier)
    for row in dossier.sources:
        files = tuple((place_of_file(file.path, file.key), file.sha256 or "gone") for file in row.files)
        yield Listed(numbers[row.article], who_published(row, numbers), row.title, row.url, row.published, files)
