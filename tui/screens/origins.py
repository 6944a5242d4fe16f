"""Where an article comes from: its card, and its original opened in the platform's own program."""

from __future__ import annotations

from index.errors import NothingFound
from tui.messages import StoryOpened, Told
from tui.screens.reading import ReadingDesk


class OriginsDesk(ReadingDesk):
    """Answers for the article under the cursor, or the one that is read."""

    def action_card(self) -> None:
        """Everything that is known of the article, and how."""
        from tui.screens.card import CardScreen

        try:
            article, row = self.library.article(self.target), self.library.row(self.target)
        except NothingFound:
            self.post_message(Told("there is no article here"))
            return
        self.app.push_screen(CardScreen(self.library, article, row, self.story_of(row)), self._card_closed)

    def _card_closed(self, wanted: StoryOpened | None) -> None:
        if wanted is not None:
            self.post_message(wanted)

    def action_open_original(self) -> None:
        """Its address in the browser, else its file; the notice says what is opened."""
        from tui.screens.card import open_original

        try:
            self.post_message(Told(open_original(self.library.article(self.target))))
        except NothingFound:
            self.post_message(Told("there is no article here"))
