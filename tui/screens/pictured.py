"""The pictures of the article in the reader, where they are stored with it and the terminal can show them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on

from tui.messages import Pictured, Told
from tui.pictures import hindrance
from tui.render import many
from tui.screens.origins import OriginsDesk
from tui.work import find_pictures

if TYPE_CHECKING:
    from tui.appearance import Appearance


class PicturesDesk(OriginsDesk):
    """A picture that is not to be had stays the words `[picture: …]` in the text."""

    def action_pictures(self) -> None:
        """Looks for them in the article's file, in a worker."""
        if self.reader.article is None:
            self.post_message(Told("there is no article here"))
        elif said := hindrance(cast("Appearance", self.app)):
            self.post_message(Told(said))
        else:
            work = partial(find_pictures, self.library, self.shown, self.post_message)
            self.run_worker(work, thread=True, group="pictures", exclusive=True)

    @on(Pictured)
    def _pictured(self, event: Pictured) -> None:
        event.stop()
        if event.article != self.shown:
            return
        stored = [picture for picture in event.pictures if picture.data]
        if stored:
            from tui.screens.picture import PictureScreen

            self.app.push_screen(PictureScreen(stored))
        elif event.pictures:
            self.post_message(Told(f"{many(len(event.pictures), 'picture')}, not stored with the article"))
        else:
            self.post_message(Told("no pictures are known of this article"))
