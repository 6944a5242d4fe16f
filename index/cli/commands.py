"""The commands and their options. Each opens the library, speaks, closes it, and returns an exit code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from index.cli import browse, building, dossier
from index.cli.options import SETTINGS, as_json_option, common, on_a_library, opened_library
from index.library import Library


@click.group(
    context_settings=SETTINGS,
    no_args_is_help=False,  # the help would come as an error message
    epilog="Exit codes: 0 all well, 1 some skipped or nothing found, 2 wrong usage, 3 the library cannot be used.",
)
@common
def nutgraf(library: Path | None) -> None:
    """Read, search and skim your own archive of news articles, offline.

    Without a command, `nutgraf [PATH…]` adds the PATHs and opens the reader.
    """


@nutgraf.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@as_json_option
@common
def add(library: Path | None, paths: tuple[Path, ...], as_json: bool) -> int:
    """Read files and folders into the library.

    Folders are read all the way down. What is as it was last time is not opened again. At the end stands what was
    read and what was skipped, with the reasons.
    """
    building.must_exist(paths)
    with opened_library(library) as opened:
        return building.follow(lambda cancelled: opened.add(paths, cancelled=cancelled), as_json)


@nutgraf.command()
@click.argument("query", nargs=-1)
@as_json_option
@on_a_library
def articles(library: Library, query: tuple[str, ...], as_json: bool) -> int:
    """List the articles, newest first.

    With QUERY, those that it finds.
    """
    return browse.articles(library, " ".join(query), as_json)


@nutgraf.command()
@click.argument("id")
@click.option("--raw", is_flag=True, help="The text of the source as it was before cleaning.")
@as_json_option
@on_a_library
def show(library: Library, id: str, raw: bool, as_json: bool) -> int:
    """Show one article: its text and its summary.

    The beginning of ID is enough.
    """
    return browse.raw(library, id, as_json) if raw else browse.show_article(library, id, as_json)


@nutgraf.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many hits.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest", "outlet"]),
    default="relevance",
    show_default=True,
    help="What comes first.",
)
@click.option("--summary", is_flag=True, help="First, what the best hits say about it.")
@click.option("--facets", is_flag=True, help="First, dates, outlets and stories of all hits, counted.")
@click.option("--strict", is_flag=True, help="The words as they stand and all of them: no other spellings.")
@click.option("--recent", is_flag=True, help="Prefer what is new.")
@as_json_option
@on_a_library
def search(library: Library, query: tuple[str, ...], as_json: bool, **asked: Any) -> int:
    """Search the full text of all articles, best first.

    Words, "a phrase", -without, OR, word*, title: outlet: author: agency:, since:2023-11 until:2023-12, is:unread …
    A QUERY that begins with - stands after --.
    """
    return browse.search(library, " ".join(query), browse.Asked(**asked), as_json)


@nutgraf.command()
@as_json_option
@on_a_library
def stories(library: Library, as_json: bool) -> int:
    """List the stories, latest first."""
    return browse.stories(library, as_json)


@nutgraf.command()
@click.argument("id")
@as_json_option
@on_a_library
def story(library: Library, id: str, as_json: bool) -> int:
    """Show one story: its summary, its articles, what each adds, and who is quoted.

    The beginning of ID is enough.
    """
    return browse.show_story(library, id, as_json)


@nutgraf.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--sentences", type=click.IntRange(min=1), metavar="N", help="So many sentences (3).")
@click.option("--words", type=click.IntRange(min=1), metavar="N", help="Sentences of about so many words in all.")
@click.option("--about", metavar="QUERY", help="Prefer what speaks of this.")
@click.option("--method", metavar="NAME", default="nutgraf", show_default=True, help="How sentences are ranked.")
@as_json_option
@common
def summary(
    library: Path | None,  # noqa: ARG001  accepted everywhere; a summary of files needs no library
    files: tuple[Path, ...],
    sentences: int | None,
    words: int | None,
    about: str | None,
    method: str,
    as_json: bool,
) -> int:
    """Summarise files in sentences that stand in them.

    Several files are summarised together. Needs no library. Methods: nutgraf, lexrank, textrank, lsa, luhn, kl,
    sumbasic, edmundson.
    """
    if sentences and words:
        raise click.UsageError("--sentences and --words exclude each other", click.get_current_context())
    building.must_exist(files)
    return browse.summary(files, sentences if sentences or words else 3, words, about, method, as_json)


@nutgraf.command()
@click.option("--since", metavar="DATE", help='2023-11-09, yesterday, "last week" (the week up to the newest article).')
@click.option("--words", type=click.IntRange(min=1), metavar="N", help="About so many words in all.")
@click.option("--markdown", is_flag=True, help="As Markdown.")
@as_json_option
@on_a_library
def brief(library: Library, since: str | None, words: int | None, markdown: bool, as_json: bool) -> int:
    """Tell what happened, story by story, in sentences of the articles.

    Stories of several outlets come first, each line with its outlet and date.
    """
    if markdown and as_json:
        raise click.UsageError("--markdown and --json exclude each other", click.get_current_context())
    return browse.brief(library, since, words, markdown, as_json)


@nutgraf.command()
@click.argument("story")
@click.option("--markdown", "form", flag_value="markdown", default=True, help="A page of Markdown (the default).")
@click.option("--html", "form", flag_value="html", help="One HTML file that prints well.")
@click.option("--json", "form", flag_value="json", help="One JSON object, for scripts and for verify.")
@on_a_library
def export(library: Library, story: str, form: dossier.Form) -> int:
    """Write the dossier of a story to standard output.

    Summary, timeline, quotations and sources; every line with its place, every file with its SHA-256.
    """
    return dossier.export(library, story, form)


@nutgraf.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="DOSSIER.json")
@as_json_option
@common
def verify(
    library: Path | None,  # noqa: ARG001  accepted everywhere; a dossier needs no library
    file: Path,
    as_json: bool,
) -> int:
    """Prove that every line of an exported dossier still stands in its files.

    Names what was changed since. Needs neither library nor network.
    """
    return dossier.verify(file, as_json)


@nutgraf.command()
@as_json_option
@on_a_library
def check(library: Library, as_json: bool) -> int:
    """Verify the library.

    Its databases, its index, and that every line of every summary stands in its source.
    """
    return building.check(library, as_json)


@nutgraf.command()
@as_json_option
@on_a_library
def rebuild(library: Library, as_json: bool) -> int:
    """Make all derived data and the search index anew.

    What you read, starred and marked stays.
    """
    return building.follow(lambda cancelled: library.rebuild(cancelled=cancelled), as_json)


@nutgraf.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@on_a_library
def prune(library: Library, yes: bool) -> int:
    """Remove the articles whose files are gone.

    Until then they stay in the library, marked as gone. What you did with them is kept in reading.db.
    """
    return building.prune(library, yes)
