"""THE table of keys: bindings, key line, help and palette are made from it, and from nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Where = Literal[
    "list",
    "text",
    "browse",
    "reader",
    "summary",
    "desk",
    "search",
    "story",
    "brief",
    "card",
    "report",
    "help",
    "anywhere",
]
"""Whose key it is: `list` and `text` are widgets, `browse` and `reader` panes, the rest screens and the app."""

PLACES: dict[Where, str] = {
    "list": "In lists",
    "text": "In the text",
    "browse": "Stories and articles",
    "reader": "Reader",
    "summary": "Summary",
    "desk": "Everywhere on the desk",
    "search": "Search",
    "story": "Story",
    "brief": "Brief",
    "card": "Card",
    "report": "Report",
    "help": "Help",
    "anywhere": "Always",
}
"""The headings of the help screen, in its order."""


@dataclass(frozen=True, slots=True)
class Key:
    """One thing the user can do."""

    id: str
    """Never changes; a keymap names it."""
    keys: str
    """Textual's names of the keys, separated by commas, the first is the one that is shown; empty: palette only."""
    action: str
    """The action on the widget, screen or app that `where` names."""
    words: str
    """What it does, for help and palette."""
    where: Where
    hint: str = ""
    """A shorter word for the key line; empty keeps it out."""
    palette: bool = False
    """True when it makes sense by name, away from its key."""

    @property
    def names(self) -> list[str]:
        """The keys as people write them."""
        return [shown(name) for name in self.keys.split(",")] if self.keys else []


KEYS: tuple[Key, ...] = (
    Key("list.down", "j,down", "down", "move down", "list"),
    Key("list.up", "k,up", "up", "move up", "list"),
    Key("list.page_down", "pagedown", "page(1)", "a page down", "list"),
    Key("list.page_up", "pageup", "page(-1)", "a page up", "list"),
    Key("list.half_down", "ctrl+d", "half(1)", "half a page down", "list"),
    Key("list.half_up", "ctrl+u", "half(-1)", "half a page up", "list"),
    Key("list.top", "g,home", "top", "to the top", "list"),
    Key("list.bottom", "G,end", "bottom", "to the bottom", "list"),
    Key("list.open", "enter,l,right", "choose", "open; on a summary line: go to that sentence", "list", "open"),
    Key("text.down", "j,down", "line(1)", "a line down", "text"),
    Key("text.up", "k,up", "line(-1)", "a line up", "text"),
    Key(
        "text.page_down", "space,pagedown", "page(1)", "a page down; at the end the next unread article", "text", "page"
    ),
    Key("text.page_up", "b,pageup", "page(-1)", "a page up", "text"),
    Key("text.half_down", "ctrl+d", "half(1)", "half a page down", "text"),
    Key("text.half_up", "ctrl+u", "half(-1)", "half a page up", "text"),
    Key("text.top", "g,home", "top", "to the beginning", "text"),
    Key("text.bottom", "G,end", "bottom", "to the end", "text"),
    Key(
        "browse.page",
        "space",
        "screen.preview_page(1)",
        "page the article beside it; at its end the next unread one",
        "browse",
    ),
    Key("browse.page_back", "b", "screen.preview_page(-1)", "page the article beside it back", "browse"),
    Key("browse.line", "J", "screen.preview_line(1)", "scroll the article beside it", "browse"),
    Key("browse.line_back", "K", "screen.preview_line(-1)", "scroll the article beside it back", "browse"),
    Key("browse.next_story", "]", "story(1)", "next story", "browse"),
    Key("browse.previous_story", "[", "story(-1)", "previous story", "browse"),
    Key("browse.forget", "D,delete", "forget", "forget the saved search (asks first)", "browse"),
    Key("reader.find", "/", "find", "find in this text; / again searches the library", "reader", "find"),
    Key("reader.folded", "x", "folded", "show or hide what cleaning folded away", "reader", "folded", palette=True),
    Key("reader.next_key", "}", "screen.key_sentence(1)", "next sentence of the summary", "reader"),
    Key("reader.previous_key", "{", "screen.key_sentence(-1)", "previous sentence of the summary", "reader"),
    Key("reader.next", "J", "screen.neighbour(1)", "next article", "reader"),
    Key("reader.previous", "K", "screen.neighbour(-1)", "previous article", "reader"),
    Key("reader.next_of_story", "]", "screen.sibling(1)", "next article of the story", "reader"),
    Key("reader.previous_of_story", "[", "screen.sibling(-1)", "previous article of the story", "reader"),
    Key("summary.copy", "y", "copy", "copy the sentence with its citation", "summary", "copy"),
    Key("search", "/", "search", "search the library", "desk", "search", palette=True),
    Key("next", "n", "match(1)", "next match if a search is lit, else next unread", "desk"),
    Key("previous", "N", "match(-1)", "previous match if a search is lit, else previous unread", "desk"),
    Key("summary", "s", "summary", "summary: off, short, long", "desk", "summary", palette=True),
    Key("summary.more", "+", "lengthen(1)", "one sentence more in the summary", "desk"),
    Key("summary.less", "-", "lengthen(-1)", "one sentence less", "desk"),
    Key("summary.method", "M", "method", "how the summary is made: methods to choose from", "desk", palette=True),
    Key("story", "c", "story", "this article's story", "desk", "story", palette=True),
    Key("star", "m", "star", "star, or take the star away", "desk", "star", palette=True),
    Key("read", "r", "mark(True)", "mark as read", "desk", palette=True),
    Key("unread", "u", "mark(False)", "mark as unread", "desk", palette=True),
    Key("view.stories", "1", "view('stories')", "stories", "desk", palette=True),
    Key("view.all", "2", "view('all')", "all articles", "desk", palette=True),
    Key("view.unread", "3", "view('unread')", "unread articles", "desk", palette=True),
    Key("view.starred", "4", "view('starred')", "starred articles", "desk", palette=True),
    Key("view.searches", "5", "view('searches')", "saved searches, with what is new in them", "desk", palette=True),
    Key("brief", "B", "brief", "the brief: what happened in the last days", "desk", "brief", palette=True),
    Key("pane.next", "tab", "pane(1)", "next pane: browse, reader, summary", "desk"),
    Key("pane.previous", "shift+tab", "pane(-1)", "previous pane", "desk"),
    Key("open", "o", "open_original", "open the original: its address, else its file", "desk", palette=True),
    Key(
        "card", "i", "card", "card: where it comes from, how its date is known, earlier wordings", "desk", palette=True
    ),
    Key("refresh", "R", "app.refresh_sources", "scan the sources again", "desk", palette=True),
    Key("stop", "X", "app.stop_building", "stop adding; what is stored stays", "desk", palette=True),
    Key("report", "!", "app.report", "what the last run did; which files were skipped, and why", "desk", palette=True),
    Key("prune", "", "app.prune", "remove articles whose files are gone (asks first)", "desk", palette=True),
    Key("back", "escape,h,left,backspace", "back", "back to where you came from", "desk", "back"),
    Key("back.quit", "q", "back_or_quit", "back; in the browse pane: quit", "desk", "quit"),
    Key("search.edit", "/", "edit", "edit the query; from there to the hits", "search", "edit query"),
    Key("search.next", "tab", "part(1)", "query, hits, what they say: the next of them", "search"),
    Key("search.previous", "shift+tab", "part(-1)", "the one before", "search"),
    Key("search.say", "s", "say", "what these hits say, in their own sentences", "search", "what they say"),
    Key("search.save", "m,ctrl+s", "save", "keep this search under a name", "search", "keep"),
    Key("search.sort", "S", "sort", "order: best, newest, oldest, by outlet", "search", "order"),
    Key("search.narrow", "f", "narrow", "narrow by outlet, story or month", "search", "narrow"),
    Key("search.widen", "F", "widen", "take the last narrowing back", "search"),
    Key("search.strict", "x", "strict", "exact: all the words as they stand", "search", "exact"),
    Key("search.recent", "T", "recent", "prefer what is new", "search"),
    Key("search.back", "escape,q,h,left,backspace", "back", "back to reading", "search", "back"),
    Key("story.back", "escape,q,h,left,backspace,c", "back", "back", "story", "back"),
    Key("brief.more", "+", "period(1)", "more days: a day, three, a week, a month, a year", "brief", "more days"),
    Key("brief.less", "-", "period(-1)", "fewer days", "brief", "fewer"),
    Key("brief.back", "escape,q,h,left,backspace,B", "back", "back", "brief", "back"),
    Key("card.open", "o", "open_original", "open the original", "card", "original"),
    Key("card.back", "escape,q,h,left,backspace,i", "back", "back", "card", "back"),
    Key("report.open", "o", "open_folder", "open the folder of the file", "report", "folder"),
    Key("report.back", "escape,q,h,left,backspace,!", "back", "back", "report", "back"),
    Key("help.back", "escape,q,h,left,backspace,question_mark,f1", "back", "close", "help", "close"),
    Key("help", "question_mark,f1", "keys", "these keys", "anywhere", "help", palette=True),
    Key("palette", "ctrl+p", "command_palette", "every action by name", "anywhere"),
    Key("theme", "ctrl+t", "theme", "dark or light", "anywhere", palette=True),
    Key("quit", "ctrl+q", "quit", "quit now; everything is saved", "anywhere", palette=True),
)

_SHOWN = {
    "question_mark": "?",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "f1": "F1",
}


def keys_of(*places: Where) -> Iterator[Key]:
    """The rows of these places, in the table's order within each place."""
    for place in places:
        yield from (key for key in KEYS if key.where == place)


def bindings(where: Where) -> list[BindingType]:
    """What a widget, screen or app that answers to `where` binds."""
    return [
        Binding(key.keys, key.action, key.words, show=bool(key.hint), id=key.id, priority=where == "anywhere")
        for key in keys_of(where)
        if key.keys
    ]


def shown(key: str) -> str:
    """A key as people write it: `?`, `esc`, `ctrl+d`, `↓`."""
    return _SHOWN.get(key, key)


def hints(*places: Where, without: Collection[str] = ()) -> list[tuple[str, str]]:
    """(key, word) for the key line, the nearest place first; a key that a nearer place takes is not offered again.

    `without` names the ids of what would do nothing now.
    """
    taken: set[str] = set()
    found: list[tuple[str, str]] = []
    for key in keys_of(*places):
        first = key.keys.split(",")[0]
        if key.hint and first not in taken and key.id not in without:
            found.append((shown(first), key.hint))
        taken.update(key.keys.split(","))
    return found


def markdown_table() -> str:
    """The keys as the table of README.md, a row for each that has a word of its own, grouped by place."""
    rows = ["| where | key | does |", "|---|---|---|"]
    for place, heading in PLACES.items():
        for number, key in enumerate(keys_of(place)):
            names = " ".join(f"`{name}`" for name in key.names) or "palette"
            rows.append(f"| {'' if number else heading} | {names} | {key.words} |")
    return "\n".join(rows)
