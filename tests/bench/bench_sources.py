"""How fast each format is read, and that memory stays flat: `PYTHONPATH=. python tests/bench/bench_sources.py [N]`.

The same N articles (10,000 by default) are written in every format, and read and cleaned in this process.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from index.build.derive import derive_all
from index.events import Skipped
from index.sources.items import items

MEGABYTES = 1024
"""Kilobytes, in which Linux counts the resident memory of a process."""


def story(number: int) -> tuple[str, str]:
    """A title and a text of some 150 words, no two alike."""
    text = "\n\n".join(
        f"On day {number + at} the harbour of town {number * 7 + at} was closed after storm {number} tore {at + 2}"
        " cranes from their rails. Engineers expect the repairs to take some weeks, the port authority said on Tuesday."
        for at in range(5)
    )
    return f"Harbour {number} closed after a storm", text


def _text(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number}.txt").write_text("{}\n\n{}\n".format(*story(number)))


def _markdown(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number}.md").write_text("# {}\n\n{}\n".format(*story(number)))


def _html(folder: Path, count: int) -> None:
    for number in range(count):
        title, text = story(number)
        body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
        page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
        (folder / f"{number}.html").write_text(page)


def _mail(folder: Path, count: int) -> None:
    for number in range(count):
        title, text = story(number)
        head = f"From: Post <post@example.org>\nDate: Thu, 9 Nov 2023 10:00:00 +0000\nSubject: {title}"
        (folder / f"{number}.eml").write_text(f"{head}\nMessage-ID: <{number}@example.org>\n\n{text}\n")


def _json_lines(folder: Path, count: int) -> None:
    with (folder / "all.jsonl").open("w") as file:
        for number in range(count):
            file.write(json.dumps(dict(zip(("title", "text"), story(number), strict=True))) + "\n")


def _csv(folder: Path, count: int) -> None:
    with (folder / "all.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("title", "text"), *map(story, range(count))])


def _feed(folder: Path, count: int) -> None:
    entries = "".join(
        "<item><title>{}</title><description>{}</description></item>".format(*story(n)) for n in range(count)
    )
    (folder / "all.rss").write_text(f"<rss><channel><title>Post</title>{entries}</channel></rss>")


def _zip(folder: Path, count: int) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(count):
            file.writestr(f"{number}.txt", "{}\n\n{}\n".format(*story(number)))


FORMATS: dict[str, Callable[[Path, int], None]] = {
    "text": _text, "Markdown": _markdown, "web pages": _html, "mail": _mail, "JSON lines": _json_lines, "CSV": _csv,
    "feed": _feed, "zip of text": _zip,
}  # fmt: skip


def resident() -> float:
    """The most memory that this process has had so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTES


def measured(found: Iterator[object]) -> tuple[int, int]:
    """How many items were read and skipped; none is kept."""
    read = skipped = 0
    for item in found:
        read += not isinstance(item, Skipped)
        skipped += isinstance(item, Skipped)
    return read, skipped


def main(count: int = 10_000) -> None:
    """Prints a line for each format: items a second, and by how much the peak of memory rose from a tenth on."""
    for name, write in FORMATS.items():
        with TemporaryDirectory() as place:
            few, all_ = Path(place, "few"), Path(place, "all")
            for folder, number in ((few, count // 10), (all_, count)):
                folder.mkdir()
                write(folder, number)
            measured(outcome for item in items([few]) for outcome in derive_all([item]))
            before, start = resident(), time.perf_counter()
            read, skipped = measured(outcome for item in items([all_]) for outcome in derive_all([item]))
            took = time.perf_counter() - start
        print(f"{name:12} {read / took:7.0f} a second, {skipped} skipped, {resident() - before:+.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
