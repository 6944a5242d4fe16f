"""A story to keep, and the proof that it still stands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from index.cli.output import on_one_line, record, say, show
from index.library import Library, verify_dossier

Form = Literal["markdown", "html", "json"]
CHANGED = 1
"""Exit code where a dossier no longer stands."""


def export(library: Library, id: str, form: Form) -> int:
    """The dossier of a story on standard output."""
    from index.dossier.markdown import as_markdown
    from index.dossier.page import as_html

    dossier = library.dossier(library.resolve_story(id))
    if form == "json":
        record(dossier.as_json())
    else:
        sys.stdout.write(as_html(dossier) if form == "html" else as_markdown(dossier))
    return 0


def verify(file: Path, as_json: bool) -> int:
    """What no longer holds of an exported dossier, line by line."""
    problems = 0
    for problem in verify_dossier(file):
        problems += 1
        if as_json:
            record({"subject": problem.subject, "reason": problem.reason})
        else:
            show(f"{on_one_line(problem.subject)}: {on_one_line(problem.reason)}")
    say("every line still stands" if not problems else f"{problems} found")
    return CHANGED if problems else 0
