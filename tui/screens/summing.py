"""The summary beside the text: how long it is, how it is made, and where its sentences stand."""

from __future__ import annotations

from textual import on

from tui.keymap import keymap_in
from tui.messages import Summarised, Told
from tui.render import many
from tui.screens.reading import ReadingDesk


class SummingDesk(ReadingDesk):
    """Sets the summary; its sentences are signed in the text."""

    @on(Summarised)
    def _summarised(self) -> None:
        self.reader.text.sign(self.summary.own_sentences)

    def action_method(self) -> None:
        """The ways to make a summary, to choose from."""
        from tui.panes.facts import Fact
        from tui.panes.summary_rows import Heading
        from tui.screens.choice import ChoiceScreen

        standard, *others = self.library.methods()
        now = self.summary.method or standard
        ways = [Fact(name, "now" if name == now else "", leads_to=name) for name in (standard, *others)]
        heading = Heading("HOW THE SUMMARY IS MADE", f"{standard} is the standard")

        def chosen(method: str | None) -> None:
            if method:
                self.summary.use_method("" if method == standard else method)
                self.reader.text.sign(self.summary.own_sentences)

        self.app.push_screen(ChoiceScreen([heading, *ways], now=now), chosen)

    def action_summary(self) -> None:
        """Off, short, long."""
        from tui.panes.summary import LENGTHS

        longer = [length for length in LENGTHS if length > self.summary.length]
        self._use(longer[0] if longer else LENGTHS[0])

    def action_lengthen(self, step: int) -> None:
        """One sentence more or less; a summary that is off comes back with one."""
        from tui.panes.summary import MOST

        self._use(min(max(0, self.summary.length + step), MOST))

    def _use(self, length: int) -> None:
        self.summary.use(length)
        self.reader.text.sign(self.summary.own_sentences)
        self.go(self.pane)
        if self.width_class == "narrow" and self.pane != "summary":  # it is not seen from here
            to = f"; {keymap_in(self.app).key('pane.next')} goes there" if length else ""
            self.app.post_message(Told(f"summary: {many(length, 'sentence') if length else 'off'}{to}"))

    def action_key_sentence(self, step: int) -> None:
        """To the next sentence of the summary, lit in its place."""
        own = self.summary.own_sentences
        at = self.reader.text.lit
        here = self.reader.text.place if at is None else at
        onward = [n for n in own if (n > here if step > 0 else n < here) or (at is None and n == here and step > 0)]
        if onward:
            number = onward[0 if step > 0 else -1]
            self.reader.text.light(number)
            self.announce(f"key sentence {own.index(number) + 1} of {len(own)}")
        elif own:
            self.announce("the last key sentence" if step > 0 else "the first key sentence")
