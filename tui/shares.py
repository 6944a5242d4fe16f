"""How wide the panes are: the list as wide as a title needs, the text up to its measure, then what is left. Pure."""

from __future__ import annotations

BROWSE_LEAST, BROWSE_FAIR, BROWSE_MOST = 26, 32, 48
"""Below `BROWSE_FAIR` titles do not fit two lines, nor does what stands below them."""
SUMMARY_LEAST, SUMMARY_MOST = 26, 52
READER_LEAST = 30
"""Columns below which a line of text holds too few words."""
AROUND = 6
"""Columns of the reader that hold no text: rule, margins, scroll bar."""


def shares(columns: int, measure: int, browse: int = 0, summary: int = 0, *, three: bool = True) -> tuple[int, int]:
    """Columns of the browse pane and of the summary pane (0 where it is no pane of its own).

    What the user asked for holds as long as the text keeps `READER_LEAST`; 0 asks for nothing.
    """
    spare = columns - measure - AROUND
    least = SUMMARY_LEAST if three else 0
    fair = max(BROWSE_LEAST, min(BROWSE_FAIR, columns * 27 // 100))
    own = min(max(fair, spare * 51 // 100 if three else spare), BROWSE_MOST)
    wanted = browse or own
    first = max(12, min(wanted, columns - READER_LEAST - least))
    if not three:
        return first, 0
    second = summary or min(max(SUMMARY_LEAST, spare - first), SUMMARY_MOST)
    return first, max(12, min(second, columns - READER_LEAST - first))
