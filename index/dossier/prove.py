"""The proof that a dossier stands: months later, without the library."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.dossier.hashes import hashes_of
from index.dossier.values import File
from index.errors import UsageError
from index.models import Origin, Problem, Raw
from index.sources.items import items
from index.verify import bare


def verify(file: Path) -> Iterator[Problem]:
    """What no longer holds of an exported dossier: files that are gone or changed, and lines that stand nowhere.

    Needs neither library nor network; each file is read once. Raises `UsageError` when the file is no dossier.
    """
    listed, lines = _read(file)
    texts = _texts([one for files in listed.values() for one in files])
    hashes = hashes_of(one.path for files in listed.values() for one in files)
    for article, files in listed.items():
        yield from _article(files, lines.get(article, []), texts, hashes)


def _texts(files: Sequence[File]) -> dict[Origin, str]:
    """The text of each item that is still there, as verbatim is measured."""
    wanted = {Origin(file.path, file.key) for file in files}
    found = {}
    for path in dict.fromkeys(file.path for file in files):
        for item in items([Path(path)]):
            if isinstance(item, Raw) and item.origin in wanted:
                found[item.origin] = bare("\n\n".join(block.text for block in item.blocks) or item.text)
    return found


def _article(
    files: Sequence[File], lines: Sequence[str], texts: Mapping[Origin, str], hashes: Mapping[str, str]
) -> Iterator[Problem]:
    """An article stands when one of its files holds every line; each file that was changed is named in any case."""
    here = [origin for file in files if (origin := Origin(file.path, file.key)) in texts]
    for file in files:
        where = Origin(file.path, file.key)
        if where not in texts:
            yield Problem(str(where), "the file is gone, or no longer holds this article")
        elif hashes[file.path] != file.sha256:
            yield Problem(str(where), "the file was changed since the export")
    for line in dict.fromkeys(lines) if here else ():
        if not any(bare(line) in texts[origin] for origin in here):
            yield Problem(str(Origin(files[0].path, files[0].key)), f"silent edit: it no longer says: {line}")


def _read(file: Path) -> tuple[dict[str, list[File]], dict[str, list[str]]]:
    """The files of each article of a dossier, and all that is quoted from it."""
    try:
        told = json.loads(file.read_text("utf-8"))
        files = {row["article"]: [File(**one) for one in row["files"]] for row in told["sources"]}
        lines: dict[str, list[str]] = {}
        for article, text in _quoted(told):
            lines.setdefault(article, []).append(text)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(f"{file} is not a dossier that nutgraf exported as JSON", subject=file) from problem
    return files, lines


def _quoted(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Everything that a dossier says to stand in an article: (article, text)."""
    printed = [one for voice in told["quotations"] for one in voice["printed"]]
    stated = [one for row in told.get("numbers", ()) for one in row["stated"]]
    spoken = [one for row in told.get("says", ()) for one in row["told"]]
    for one in (*told["summary"], *told["timeline"], *printed, *stated, *spoken):
        yield one["line"]["article"], one["line"]["text"]
    for one in printed:
        yield from ((one["line"]["article"], part) for part in one["quotation"].split("\n"))
    for one in stated:
        yield one["line"]["article"], one["figure"]
