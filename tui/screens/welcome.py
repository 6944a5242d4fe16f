"""The first run: what this is, and a choice between the bundled articles and one's own."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from index.paths import user_path
from tui import keys
from tui.path_names import completed
from tui.render import Spans, one_line, wrapped
from tui.screens.leaving import Leaving
from tui.typeset import Paragraph
from tui.widgets.completed_field import CompletedField
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine
from tui.widgets.row_list import RowList
from tui.widgets.text_view import TextView

WORDS = (
    Paragraph("nutgraf", "strong", space=0),
    Paragraph("Your own archive of news: read, searched and put in a nutshell, offline.", "faint", space=0),
    Paragraph(
        "This library is empty. Five articles come along, so that there is something to look at: four outlets on one "
        "visit, and one on what came of it."
    ),
)
CHOICES = (
    ("Read the five bundled articles", "enter"),
    ("Add a file or a folder of your own", ""),
    ("Leave it empty", "esc"),
)


class Choices:
    """The three ways to begin."""

    def __len__(self) -> int:
        return len(CHOICES)

    def heights(self, _width: int, /) -> int:
        """A line and an empty one."""
        return 2

    def selectable(self, _index: int, /) -> bool:
        """All of them."""
        return True

    def lines(self, index: int, width: int) -> list[Spans]:
        """The choice."""
        return [[(" ", "plain"), *[(line, "bold") for line in wrapped(CHOICES[index][0], width - 2, 1)]]]


class WelcomeScreen(Leaving[list[Path] | None]):
    """Closes with the paths to add (none of them means the bundled articles), or with None."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#choices"

    def compose(self) -> ComposeResult:
        """Words, choices, and the line for a path, hidden until asked for."""
        yield TextView(id="welcome", can_focus=False)
        yield RowList(Choices(), id="choices")
        field = CompletedField(completed, id="path", placeholder="a file or a folder · tab completes")
        field.display = False
        yield field
        yield OneLine(id="path-problem")
        yield KeyLine("list", "anywhere")

    def on_mount(self) -> None:
        """Sets the words."""
        self.query_one(TextView).show(WORDS, ())
        self.query_one(RowList).renew()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.index == 0:
            self.dismiss([])
        elif event.index == 1:
            self.query_one("#path").display = True
            self.query_one("#path").focus()
        else:
            self.dismiss(None)

    @on(Input.Submitted, "#path")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        path = user_path(event.value.strip())
        if event.value.strip() and path.exists():
            self.dismiss([path])
        else:
            words = f"There is nothing at {one_line(str(path))}." if event.value.strip() else "Type where it is."
            self.query_one("#path-problem", OneLine).put([(words, "accent")])

    def action_back(self) -> None:
        """From the path to the choices, from the choices to the empty library."""
        field = self.query_one("#path", Input)
        if field.display:
            field.display = False
            self.query_one(RowList).focus()
        else:
            self.dismiss(None)
