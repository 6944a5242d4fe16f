"""Which files were skipped, each with its reason: nothing is left out silently."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.screen import Screen

from index.events import Skipped
from tui import keys
from tui.render import many, one_line
from tui.typeset import Paragraph
from tui.widgets.key_line import KeyLine
from tui.widgets.text_view import TextView

MOST = 2000
"""Lines that are listed: a longer list is for `nutgraf add --json`."""


class ReportScreen(Screen[None]):
    """A page to read."""

    BINDINGS = keys.bindings("help")
    AUTO_FOCUS = "#report"

    def __init__(self, skipped: Sequence[Skipped]) -> None:
        super().__init__()
        self._skipped = skipped

    def compose(self) -> ComposeResult:
        """The page and the line at the foot."""
        yield TextView(id="report")
        yield KeyLine("help", "text")

    def on_mount(self) -> None:
        """Sets the page."""
        page = [Paragraph(f"{many(len(self._skipped), 'file')} skipped", "strong", space=0)]
        for item in self._skipped[:MOST]:
            page.append(Paragraph(one_line(item.origin)))
            page.append(Paragraph(one_line(item.reason), "faint", space=0, indent=2))
        if len(self._skipped) > MOST:
            page.append(Paragraph(f"… and {len(self._skipped) - MOST:,} more", "faint"))
        if not self._skipped:
            page.append(Paragraph("Nothing was skipped since nutgraf was opened.", "faint"))
        self.query_one(TextView).show(page, ())

    def action_back(self) -> None:
        """Back to where the user came from."""
        self.dismiss(None)
