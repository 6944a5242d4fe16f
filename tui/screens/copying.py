"""Copying what is under the cursor: a sentence with its citation, or the article that a row stands for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import App

from index.findings import Spot
from index.hits import Hit
from index.models import SummaryLine
from index.paths import copied_file
from tui import clipboard
from tui.messages import Told
from tui.panes.citation import citation, quotation, reference
from tui.panes.summary_rows import Member

if TYPE_CHECKING:
    from index.library import Library

SENTENCE = "the sentence with its citation"
ARTICLE = "the citation"


def copy_from(app: App[None], library: Library, row: object) -> None:
    """Copies what a row leads to, with its citation; says so where it is neither a sentence nor an article."""
    match row:
        case SummaryLine():
            copy_words(app, citation(row, library.row(row.article)), SENTENCE)
        case Spot(article=article, sentence=sentence):
            words = library.article(article).sentence(sentence)
            copy_words(app, quotation(words, library.row(article)), SENTENCE)
        case Member(row=of) | Hit(row=of):
            copy_words(app, reference(of), ARTICLE)
        case _:
            app.post_message(Told("there is no sentence here to copy"))


def copy_words(app: App[None], words: str, what: str) -> None:
    """Copies in a worker, for a clipboard may take its time, and says what went where."""
    tried = list(clipboard.ways(os.environ, web=app.is_web))

    def send(text: str) -> None:
        app.call_from_thread(app.copy_to_clipboard, text)

    def work() -> None:
        app.post_message(Told(f"{what}: {clipboard.copy(words, tried, send, copied_file())}"))

    app.run_worker(work, thread=True, group="copy", exclusive=True)
