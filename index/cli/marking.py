"""The commands for what the user did: tags, notes, undo, taking it elsewhere and bringing it back."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from index.cli.options import as_json_option, on_a_library
from index.cli.output import on_one_line, record, say, show
from index.cli.records import excerpt_record
from index.errors import NothingFound, UsageError
from index.library import Library

NOTHING = 1
"""Exit code where there is nothing to tell."""


@click.command()
@as_json_option
@on_a_library
def tags(library: Library, as_json: bool) -> int:
    """List the tags, each with the number of its articles."""
    found = library.tags()
    for name, number in found:
        if as_json:
            record({"tag": name, "articles": number})
        else:
            show(f"{number:>7,}  {on_one_line(name)}")
    return _told(bool(found), "no article has a tag")


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("id")
@click.argument("tags", nargs=-1, required=True, metavar="TAG...")
@on_a_library
def tag(library: Library, id: str, tags: tuple[str, ...]) -> int:
    """Give an article tags; -TAG takes one away.

    The beginning of ID is enough.
    """
    article = library.resolve_article(id)
    library.tag([article], [name for name in tags if name[0] != "-"], [name[1:] for name in tags if name[0] == "-"])
    say(f"tags: {on_one_line(', '.join(library.reading(article).tags)) or 'none'}")
    return 0


@click.command(short_help="List highlights and notes.")
@click.argument("id", required=False, default="")
@as_json_option
@on_a_library
def notes(library: Library, id: str, as_json: bool) -> int:
    """List highlights and notes, the latest first; with ID those of one article."""
    article = library.resolve_article(id) if id else ""
    empty = True
    for excerpt in library.excerpts():
        mark = excerpt.highlight
        if article and mark.article != article:
            continue
        empty = False
        if as_json:
            record(excerpt_record(excerpt))
            continue
        title = excerpt.row.title if excerpt.row else "(not in the library)"
        show(f"{mark.article[:8]}  {on_one_line(title)}", cut=True)
        if mark.text:
            gone = "  (no longer in the article)" if mark.detached else ""
            show(f"“{on_one_line(mark.text)}”{gone}", indent=4)
        if mark.note:
            show(on_one_line(mark.note), indent=4)
    return _told(not empty, "nothing is marked or noted")


@click.command()
@click.argument("id")
@click.argument("words", nargs=-1, required=True)
@on_a_library
def note(library: Library, id: str, words: tuple[str, ...]) -> int:
    """Write a note on an article.

    The beginning of ID is enough.
    """
    library.note(library.resolve_article(id), " ".join(words))
    say("noted; search it with note:")
    return 0


@click.command(short_help="Take your last change back.")
@on_a_library
def undo(library: Library) -> int:
    """Take your last change of marks, tags and notes back; again for the one before."""
    words = library.undo()
    say(f"undone: {on_one_line(words)}" if words else "there is nothing to undo")
    return 0 if words else NOTHING


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@on_a_library
def import_state(library: Library, file: Path) -> int:
    """Bring in marks, tags, notes and saved searches.

    FILE is what `export --state` wrote, or a backup. Nothing that is here is taken away.
    """
    done = library.import_state(file)
    say(f"{done.articles:,} articles with marks, {done.highlights:,} new notes, {done.searches:,} new saved searches")
    if done.unknown:
        say(f"{done.unknown:,} of the articles are not in this library; what you did with them waits for them")
    return 0


@click.command(short_help="List the copies of what you read and marked.")
@as_json_option
@on_a_library
def backups(library: Library, as_json: bool) -> int:
    """Make today's copy of what you read and marked, and list the copies.

    The app and `add` make one a day; the last seven are kept. `nutgraf import FILE` brings one back.
    """
    library.back_up()
    found = library.backups()
    for path in found:
        if as_json:
            record({"file": str(path), "bytes": path.stat().st_size})
        else:
            show(f"{path.stat().st_size:>12,}  {on_one_line(str(path))}")
    return _told(bool(found), "there is nothing to keep yet")


COMMANDS = (tags, tag, notes, note, undo, import_state, backups)


def export_notes(library: Library, as_json: bool) -> int:
    """Highlights and notes on standard output: Markdown with citations, or one JSON object a line."""
    from index.excerpts import as_markdown

    found = list(library.excerpts())
    if not found:
        raise NothingFound("nothing is marked or noted")
    if as_json:
        for excerpt in found:
            record(excerpt_record(excerpt))
    else:
        sys.stdout.write(as_markdown(found))
    return 0


def export_state(library: Library, file: str) -> int:
    """Everything the user did, as one JSON object in a file of the user's only; `-` is standard output."""
    text = json.dumps(library.state(), indent=1) + "\n"
    if file == "-":
        sys.stdout.write(text)
        return 0
    path = Path(file)
    try:
        path.touch(mode=0o600)
        path.write_text(text, "utf-8")
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {problem.strerror or problem}", subject=path) from problem
    say(f"written to {on_one_line(str(path))}; nutgraf import reads it")
    return 0


def _told(anything: bool, otherwise: str) -> int:
    if not anything:
        say(otherwise)
    return 0 if anything else NOTHING
