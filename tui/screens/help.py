"""The keys, made from the table."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from tui import keys
from tui.typeset import Paragraph
from tui.widgets.key_line import KeyLine
from tui.widgets.text_view import TextView

_COLUMN = 16


def page() -> list[Paragraph]:
    """Every key under the place it belongs to."""
    paragraphs = [
        Paragraph("Keys", "strong", space=0),
        Paragraph("Everything is saved as it happens. Nothing is deleted without a question.", "faint", space=0),
    ]
    for place, heading in keys.PLACES.items():
        paragraphs.append(Paragraph(heading, "heading"))
        paragraphs += [
            Paragraph(key.words, before=f"{_names(key):<{_COLUMN}}", hang=True, space=0) for key in keys.keys_of(place)
        ]
    return paragraphs


def _names(key: keys.Key) -> str:
    return " ".join(key.names) or "palette"


class HelpScreen(Screen[None]):
    """A page to read, closed by any of the ways back."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#help"

    def compose(self) -> ComposeResult:
        """The page and the line at the foot."""
        yield TextView(id="help")
        yield KeyLine("help", "text")

    def on_mount(self) -> None:
        """Sets the page."""
        self.query_one(TextView).show(page(), ())

    def action_back(self) -> None:
        """Back to where the user came from."""
        self.dismiss(None)
