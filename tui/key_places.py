"""The places whose keys the table has, and what help calls them."""

from __future__ import annotations

from typing import Literal

Where = Literal[
    "list", "text", "browse", "reader", "summary", "desk", "search", "times", "story",
    "compare", "brief", "card", "report", "help", "guide", "command", "note", "picture", "anywhere",
]  # fmt: skip
"""Whose key it is: `list` and `text` are widgets, `browse` and `reader` panes, the rest screens and the app."""

PLACES: dict[Where, str] = {
    "list": "In lists",
    "text": "In the text",
    "browse": "Stories and articles",
    "reader": "Reader",
    "summary": "Summary",
    "desk": "Everywhere on the desk",
    "search": "Search",
    "times": "Hits over time",
    "story": "Story",
    "compare": "Two articles",
    "brief": "Brief",
    "card": "Card",
    "report": "Report",
    "help": "Questions and pages",
    "guide": "Help",
    "command": "Command line",
    "note": "Writing a note",
    "picture": "Picture",
    "anywhere": "Always",
}
"""The headings of the help screen, in its order."""
