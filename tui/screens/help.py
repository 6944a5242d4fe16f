"""The keys as they work for this user, those of here first; typing finds among them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui import keys
from tui.keys import KEYS, PLACES, Key, Where
from tui.screens.leaving import Leaving
from tui.typeset import Paragraph
from tui.widgets.field import Field
from tui.widgets.key_line import KeyLine
from tui.widgets.text_view import TextView

_COLUMN = 16


def page(here: Sequence[Where] = (), rows: Sequence[Key] = KEYS, wanted: str = "") -> list[Paragraph]:
    """Every key that has to do with all wanted words, under the place it belongs to, the places of here first."""
    paragraphs = [
        Paragraph("Keys", "strong", space=0),
        Paragraph("Everything is saved as it happens. Nothing is deleted without a question.", "faint", space=0),
    ]
    found = [key for key in rows if _is_wanted(key, wanted.casefold().split())]
    for place in dict.fromkeys([*here, *PLACES]):
        of_place = [key for key in found if key.where == place]
        if of_place:
            paragraphs.append(Paragraph(PLACES[place] + (" · here" if place in here else ""), "heading"))
        paragraphs += [
            Paragraph(key.words, before=f"{_names(key):<{_COLUMN - 1}} ", hang=True, space=0) for key in of_place
        ]
    if not found:
        paragraphs.append(Paragraph(f"No key has to do with “{wanted}”; : finds commands too."))
    return paragraphs


def _is_wanted(key: Key, words: Sequence[str]) -> bool:
    text = f"{key.id} {' '.join(key.names)} {key.words} {key.hint} {PLACES[key.where]}".casefold()
    return all(word in text for word in words)


def _names(key: Key) -> str:
    return " ".join(key.names) or "palette"


class HelpScreen(Leaving[None]):
    """A page to read and to search in, closed by any of the ways back."""

    BINDINGS = keys.bindings("guide")
    AUTO_FOCUS = "#help"

    def __init__(self, here: Sequence[Where] = (), rows: Sequence[Key] = KEYS, wanted: str = "") -> None:
        super().__init__()
        self._here, self._rows, self._wanted = here, rows, wanted

    def compose(self) -> ComposeResult:
        """The line to type in, the page, and the line at the foot."""
        yield Field(value=self._wanted, id="help-filter", placeholder="/ and a word: only its keys")
        yield TextView(id="help")
        yield KeyLine("guide", "text")

    def on_mount(self) -> None:
        """Sets the page."""
        self._show()

    def _show(self) -> None:
        self.query_one(TextView).show(page(self._here, self._rows, self._wanted), ())

    def action_filter(self) -> None:
        """To the line to type in."""
        self.query_one("#help-filter").focus()

    @on(Input.Changed, "#help-filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._wanted = event.value
        self._show()

    @on(Input.Submitted, "#help-filter")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(TextView).focus()

    def action_back(self) -> None:
        """From the line to the page with all keys, from there to where the user came from."""
        field = self.query_one("#help-filter", Field)
        if field.has_focus:
            field.value = ""
            self.query_one(TextView).focus()
        else:
            self.dismiss(None)
