"""A story written to a file: the dossier with all its receipts."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from index.models import Story
from index.paths import user_path
from tui.messages import Told
from tui.panes.facts import Fact
from tui.panes.summary_rows import Heading
from tui.screens.choice import ChoiceScreen
from tui.screens.naming import NamingScreen
from tui.writing import write_new

if TYPE_CHECKING:
    from index.library import Library

FORMS = {"md": "Markdown, to read and to quote from", "html": "HTML, to print", "json": "JSON, for nutgraf verify"}
LONGEST = 60
"""Characters of a file name that is offered."""


def keep_dossier(app: App[None], library: Library, story: Story) -> None:
    """Asks for the form and the file, then writes; nothing is overwritten."""

    def named(name: str | None) -> None:
        if name:
            work = partial(write_dossier, library, story.id, user_path(name))
            app.run_worker(lambda: app.post_message(Told(work())), thread=True, group="keep")

    def chosen(form: str | None) -> None:
        if form:
            how = "enter writes it, esc does not; a file that is there is not overwritten"
            app.push_screen(NamingScreen("WRITE THE DOSSIER TO", file_name(story.headline, form), how, "a file"), named)

    rows = [Fact(words, form, leads_to=form) for form, words in FORMS.items()]
    app.push_screen(ChoiceScreen([Heading("DOSSIER", story.headline), *rows]), chosen)


def file_name(headline: str, form: str) -> str:
    """A name made of a headline that every file system takes."""
    words = re.sub(r"[^\w]+", "-", headline.casefold()).strip("-")[:LONGEST].rstrip("-")
    return f"{words or 'story'}.{form}"


def write_dossier(library: Library, story: str, path: Path) -> str:
    """Writes a dossier in the form that the ending of the file says; gives what happened in words."""
    from index.dossier.markdown import as_markdown
    from index.dossier.page import as_html

    dossier = library.dossier(story)
    match path.suffix.lower():
        case ".html":
            text = as_html(dossier)
        case ".json":
            text = json.dumps(dossier.as_json(), ensure_ascii=False, indent=1) + "\n"
        case _:
            text = as_markdown(dossier)
    return write_new(path, text)
