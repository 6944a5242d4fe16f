"""The commands and their options. Each opens the library, speaks, closes it, and returns an exit code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from index.cli import around, arranging, beside, browse, building, dossier, marking
from index.cli import config as settings
from index.cli.options import SETTINGS, as_json_option, common, on_a_library, opened_library
from index.library import Library
from index.search.engines import ENGINES


@click.group(
    cls=around.Group,
    context_settings=SETTINGS,
    no_args_is_help=False,  # the help would come as an error message
    epilog="Exit codes: 0 all well, 1 some skipped or nothing found, 2 wrong usage, 3 the library cannot be used.",
)
@click.option("--plain", is_flag=True, help="The reader as lines of text, for screen readers, braille, dumb terminals.")
@common
def nutgraf(library: Path | None, plain: bool) -> None:  # noqa: ARG001  commands look for it themselves
    """Read, search and skim your own archive of news articles, offline.

    Without a command, `nutgraf [PATH…]` adds the PATHs and opens the reader.
    """
    if plain:
        raise click.UsageError("--plain is for the reader, and goes with no command", click.get_current_context())


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
        building.back_up(opened)
        code = building.follow(lambda cancelled: opened.add(paths, cancelled=cancelled), as_json)
        building.suggest(opened)
        return code


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
@click.option("--why", is_flag=True, help="Why its articles are together: shared names and words, and the scores.")
@click.option("--related", is_flag=True, help="Stories that were nearly taken for the same event.")
@click.option("--thread", is_flag=True, help="The stories that continue one another, in time.")
@click.option("--merge", multiple=True, metavar="STORY", help="Put this story to it. May be repeated, as those below.")
@click.option("--split", multiple=True, metavar="ARTICLE", help="Make a story of its own of these articles.")
@click.option("--take", multiple=True, metavar="ARTICLE", help="Move this article here from its story.")
@as_json_option
@on_a_library
def story(library: Library, id: str, as_json: bool, **asked: Any) -> int:
    """Show one story: its summary, its articles, and what is inside.

    What each adds, who copies whom, days, quotations, numbers that possibly differ, names, and who says what.

    The beginning of ID is enough. What is merged, split or moved stays so when stories are grouped anew; `nutgraf undo`
    takes it back.
    """
    done = arranging.arranged(library, id, arranging.Asked(**asked), as_json)
    return browse.show_story(library, id, as_json) if done is None else done


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


@nutgraf.command(short_help="Tell what happened, story by story.")
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
@as_json_option
@on_a_library
def check(library: Library, as_json: bool) -> int:
    """Verify the library.

    Its databases, its index, and that every line of every summary stands in its source.
    """
    return building.check(library, as_json)


@nutgraf.command()
@click.option("--engine", type=click.Choice(ENGINES), help="Search with this from now on.")
@as_json_option
@on_a_library
def rebuild(library: Library, as_json: bool, engine: str | None) -> int:
    """Make all derived data and the search index anew.

    What you read, starred and marked stays. Archives of more than 30,000 articles are searched faster by tantivy, which
    comes with the extra `fast`; the library remembers the engine.
    """
    code = building.follow(lambda cancelled: library.rebuild(engine=engine or "", cancelled=cancelled), as_json)
    building.suggest(library)
    return code


@nutgraf.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@on_a_library
def prune(library: Library, yes: bool) -> int:
    """Remove the articles whose files are gone.

    Until then they stay in the library, marked as gone. What you did with them is kept in reading.db.
    """
    return building.prune(library, yes)


@nutgraf.command()
@click.option("--default", "as_file", is_flag=True, help="A config.toml with every option, its words and its default.")
@as_json_option
@common
@click.pass_obj
def config(
    given: around.Given | None,
    library: Path | None,  # noqa: ARG001  accepted everywhere; settings are of the user, not of a library
    as_file: bool,
    as_json: bool,
) -> int:
    """Show every setting that holds, and where it comes from.

    The environment is stronger than config.toml: NUTGRAF_THEME=light, NUTGRAF_MEASURE=72. Exit code 2 where something
    in them cannot be understood; it is told with file, line and key, and the default stands.
    """
    return settings.config(as_json, as_file, given.wrong if given is not None else None)


for command in (*beside.COMMANDS, *dossier.COMMANDS, *marking.COMMANDS, *around.COMMANDS):
    nutgraf.add_command(command)
