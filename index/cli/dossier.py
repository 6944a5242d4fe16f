"""The commands for what is taken along: a story to keep, and the proof that it still stands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from index.cli import marking
from index.cli.options import as_json_option, common, on_a_library
from index.cli.output import on_one_line, record, say, show
from index.library import Library, verify_dossier

Form = Literal["markdown", "html", "json"]
CHANGED = 1
"""Exit code where a dossier no longer stands."""


@click.command(short_help="Write a story's dossier, or your notes or state.")
@click.argument("story", required=False, default="")
@click.option("--markdown", "form", flag_value="markdown", default=True, help="A page of Markdown (the default).")
@click.option("--html", "form", flag_value="html", help="One HTML file that prints well.")
@click.option("--json", "form", flag_value="json", help="One JSON object, for scripts and for verify.")
@click.option("--notes", is_flag=True, help="Your highlights and notes with citations, as Markdown or JSON lines.")
@click.option("--state", metavar="FILE", help="All that you marked, tagged, noted and saved, for import; - prints it.")
@on_a_library
def export(library: Library, story: str, form: Form, notes: bool, state: str | None) -> int:
    """Write the dossier of a story to standard output; or your notes; or all that you did.

    Summary, timeline, quotations, numbers that possibly differ, who says what, and sources; every line with its place,
    every file with its SHA-256.
    """
    if bool(story) + notes + (state is not None) != 1:
        raise click.UsageError("name a story, or --notes, or --state FILE", click.get_current_context())
    if state is not None:
        return marking.export_state(library, state)
    if notes:
        if form == "html":
            raise click.UsageError("notes are exported as Markdown or JSON", click.get_current_context())
        return marking.export_notes(library, form == "json")
    return _export(library, story, form)


@click.command(short_help="Prove that a dossier still stands in its files.")
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
    problems = 0
    for problem in verify_dossier(file):
        problems += 1
        if as_json:
            record({"subject": problem.subject, "reason": problem.reason})
        else:
            show(f"{on_one_line(problem.subject)}: {on_one_line(problem.reason)}")
    say("every line still stands" if not problems else f"{problems} found")
    return CHANGED if problems else 0


COMMANDS = (export, verify)


def _export(library: Library, id: str, form: Form) -> int:
    from index.dossier.markdown import as_markdown
    from index.dossier.page import as_html

    dossier = library.dossier(library.resolve_story(id))
    if form == "json":
        record(dossier.as_json())
    else:
        sys.stdout.write(as_html(dossier) if form == "html" else as_markdown(dossier))
    return 0
