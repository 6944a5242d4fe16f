"""The pictures of an article, one at a time, each with its caption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widgets import Static

from tui import keys
from tui.pictures import decoded, widget_of
from tui.render import one_line
from tui.screens.leaving import Leaving
from tui.widgets.key_line import KeyLine
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from index.page.pictures import Picture

NONE = "This picture cannot be shown."


@dataclass
class Decoded(Message):
    """A picture is ready to be painted."""

    at: int
    picture: Any
    """None where it cannot be shown."""


class PictureScreen(Leaving[None]):
    """The caption stays where its picture is not to be had."""

    BINDINGS = keys.bindings("picture")

    def __init__(self, pictures: Sequence[Picture]) -> None:
        super().__init__()
        self._pictures = pictures
        self._at = 0

    def compose(self) -> ComposeResult:
        """How many there are, the picture, its words, the keys."""
        yield OneLine(id="picture-number")
        yield Container(id="picture")
        yield Static(id="picture-words", markup=False)
        yield KeyLine("picture", "anywhere")

    def on_mount(self) -> None:
        """The first one."""
        self._show()

    def action_turn(self, step: int) -> None:
        """The next picture, or the one before."""
        self._at = (self._at + step) % len(self._pictures)
        self._show()

    def _show(self) -> None:
        picture = self._pictures[self._at]
        self.query_one("#picture-number", OneLine).put(
            [("PICTURE  ", "heading"), (f"{self._at + 1} of {len(self._pictures)}", "faint")]
        )
        self.query_one("#picture-words", Static).update(one_line(picture.words))
        self.run_worker(partial(self._decode, self._at, picture.data), thread=True, group="picture", exclusive=True)

    def _decode(self, at: int, data: bytes) -> None:
        self.post_message(Decoded(at, decoded(data)))

    @on(Decoded)
    async def _decoded(self, event: Decoded) -> None:
        event.stop()
        if event.at == self._at:
            place = self.query_one("#picture", Container)
            await place.remove_children()
            await place.mount(Static(NONE) if event.picture is None else widget_of(event.picture))

    def action_back(self) -> None:
        """To the text."""
        self.dismiss(None)
