"""What stands above a list: its name, its order if not its own, what is picked, how many rows there are. Pure."""

from __future__ import annotations

from tui import dates
from tui.panes.group_rows import NONE
from tui.panes.views import VIEWS, Shelf, order_name
from tui.render import Spans, many, one_line


def name_of(shelf: Shelf) -> str:
    """The view, or the tag, outlet or month that it is of."""
    if shelf.outer is None:
        return VIEWS[shelf.view].name
    named = dates.day(shelf.value) if shelf.view == "month" else one_line(shelf.value)
    return named or NONE[shelf.outer]


def heading(shelf: Shelf, number: int, whole: int, picked: int, copies: int = 0, *, here: bool) -> tuple[Spans, Spans]:
    """Left and right; `number` rows of `whole` are shown, and `copies` are folded into them."""
    left: Spans = [(name_of(shelf).upper(), "here" if here else "heading")]
    told = [f"{picked:,} picked"] if picked else []
    told += [order_name(shelf.view, shelf.order)] if shelf.order else []
    left += [(f"  {' · '.join(told)}", "faint")] if told else []
    hidden = whole - number - copies if shelf.words else 0
    counts = [f"{hidden:,} hidden"] if hidden > 0 else []
    counts += [f"{number:,} + {many(copies, 'copy', 'copies')}" if copies else f"{number:,}"]
    return left, [("  ".join(counts), "faint")] if number or shelf.words else []
