"""The desk as the user arranges it: widths of panes by key and mouse, zen, numbered links, rows by number."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Literal, cast

from textual import events, on

from tui.messages import LinkChosen, Linked, Told
from tui.render import many
from tui.screens.pictured import PicturesDesk
from tui.shares import shares
from tui.work import find_links

if TYPE_CHECKING:
    from tui.appearance import Appearance
    from tui.trail import Pane

WIDTHS_SETTING = "panes"
STEP = 2
"""Columns of one key press."""
Side = Literal["browse", "summary"]


class ArrangedDesk(PicturesDesk):
    """Panes of any width, one article alone on the screen, and links that are numbered when asked for."""

    zen = False
    """True while the text is alone on the screen."""
    _dragged: Side | None = None
    _widths: dict[str, int] | None = None

    # widths

    @property
    def widths(self) -> dict[str, int]:
        """The widths that the user chose, by pane."""
        if self._widths is None:
            try:
                kept = json.loads(self.library.setting(WIDTHS_SETTING))
            except ValueError:
                kept = None
            pairs = kept.items() if isinstance(kept, dict) else ()
            self._widths = {name: width for name, width in pairs if isinstance(width, int)}
        return self._widths

    def rearrange(self) -> None:
        """The panes, then their widths; alone with the text, nothing else is seen."""
        super().rearrange()
        alone = self.zen and self.reader.article is not None
        if alone:
            self.browse.display = self.summary.display = False
            self.reader.display = self.query_one("#desk").display = True
        self.set_class(alone, "-zen")
        self._share()

    def _share(self) -> None:
        kind = self.width_class
        if kind == "narrow":
            self._set_widths(None, None)
            return
        measure = cast("Appearance", self.app).text_setting.measure
        own = self.widths
        three = kind == "wide" and self._is_furnished and self.summary.display
        browse, summary = shares(self.app.size.width, measure, own.get("browse", 0), own.get("summary", 0), three=three)
        self._set_widths(browse, summary if three else None)

    def _set_widths(self, browse: int | None, summary: int | None) -> None:
        panes = [(self.browse, browse), *([(self.summary, summary)] if self._is_furnished else [])]
        for pane, width in panes:
            if width is not None or pane.styles.inline.has_rule("width"):  # to take one away lays all out anew: 6 ms
                pane.styles.width = width

    def action_resize(self, step: int) -> None:
        """In the reader the measure, in a list the width of its pane."""
        if self.pane == "reader":
            app = cast("Appearance", self.app)
            app.action_measure(step * STEP)
            self._share()
            self.post_message(Told(f"measure {app.text_setting.measure}"))
        else:
            widget = self.browse if self.pane == "browse" else self.summary
            self._resize(self.pane, widget.outer_size.width + step * STEP)
            self._keep_widths()

    def _resize(self, pane: Side, width: int) -> None:
        self.widths[pane] = max(12, width)
        self._share()

    def _keep_widths(self) -> None:
        self.library.set_setting(WIDTHS_SETTING, json.dumps(self.widths))

    def action_even(self) -> None:
        """The widths that come along."""
        self._widths = {}
        self._keep_widths()
        self._share()

    def _border_at(self, x: int, y: int) -> Side | None:
        for side, widget in (("browse", self.reader), ("summary", self.summary)):
            region = widget.region
            if widget.display and region.x == x and region.y <= y < region.bottom and x > 0:
                return cast(Side, side) if side == "browse" or self.width_class == "wide" else None
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """On the rule between two panes it takes hold of it."""
        self._dragged = self._border_at(event.screen_x, event.screen_y) if self.width_class != "narrow" else None
        if self._dragged is not None:
            event.stop()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The rule follows."""
        if self._dragged is not None:
            event.stop()
            self._resize(
                self._dragged, event.screen_x if self._dragged == "browse" else self.app.size.width - event.screen_x
            )

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """It stays where it is let go."""
        if self._dragged is not None:
            event.stop()
            self._dragged = None
            self.release_mouse()
            self._keep_widths()

    # zen

    def action_zen(self) -> None:
        """The text alone on the screen, and back."""
        if self.reader.article is None:
            return
        self.zen = not self.zen
        self.go("reader")

    def go(self, pane: Pane) -> None:
        """Whoever goes to another pane wants to see it."""
        self.zen = self.zen and pane == "reader"
        super().go(pane)

    # links

    def action_links(self) -> None:
        """Numbers the links of the article, or takes the numbers away."""
        if self.reader.links:
            self.reader.number(())
        else:
            self._find_links(then=0)

    def _find_links(self, then: int) -> None:
        if self.reader.article is not None:
            work = partial(find_links, self.library, self.shown, then, self.post_message)
            self.run_worker(work, thread=True, group="links", exclusive=True)

    @on(Linked)
    def _linked(self, event: Linked) -> None:
        event.stop()
        if event.article != self.shown:
            return
        self.reader.number(event.links)
        if event.then or not event.links:
            told = self.follow(event.then) if event.links else "no links are known of this article"
        else:
            told = f"{many(len(event.links), 'link')}; 1 to 9 open one, :link N any"
        if told:
            self.post_message(Told(told))

    def follow(self, number: int) -> str:
        """Asks, with its address, whether to open a link; the answer is what is wrong, empty when all is well."""
        if not self.reader.links:
            self._find_links(then=number)
            return ""
        if not 1 <= number <= len(self.reader.links):
            return f"there is no link {number}"
        from index.page.links import host_of
        from tui.opening import open_target
        from tui.panes.facts import Fact
        from tui.panes.summary_rows import Heading
        from tui.screens.choice import ChoiceScreen

        url = self.reader.links[number - 1].url

        def answered(wanted: str | None) -> None:
            if wanted:
                self.post_message(Told(open_target(url)))

        width = max(20, min(80, self.app.size.width - 10))
        whole = [Heading(url[at : at + width]) for at in range(0, len(url), width)]
        question = Heading(f"Open link {number} in the browser?", host_of(url))
        answers = [Fact("No", leads_to=""), Fact("Open it", leads_to="open")]
        self.app.push_screen(ChoiceScreen([question, *whole, *answers], labels=0), answered)
        return ""

    @on(LinkChosen)
    def _link_chosen(self, event: LinkChosen) -> None:
        event.stop()
        if told := self.follow(event.number):
            self.post_message(Told(told))

    # by number

    def goto(self, number: int) -> str:
        """To a row of the list, or to a paragraph of the text; the answer is what is wrong, empty when all is well."""
        if self.pane == "browse":
            self.browse.listing.cursor = number - 1
            return ""
        if self.reader.article is None:
            return "there is no article"
        from tui.panes.summary_rows import paragraph_numbers

        numbers = paragraph_numbers(self.reader.article)
        found = next((sentence for sentence, paragraph in numbers.items() if paragraph >= number), None)
        if found is None:
            return f"there are {max(numbers.values(), default=0)} paragraphs"
        self.go("reader")
        self.reader.text.light(found)
        return ""
