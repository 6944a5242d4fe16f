"""THE table of keys: bindings, key line, help and palette are made from it, and from nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from tui.key_names import shown
from tui.key_places import PLACES, Where

__all__ = ["KEYS", "PLACES", "UNBOUND", "Key", "Where", "bindings", "hints", "keys_of"]


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

    @property
    def names(self) -> list[str]:
        """The keys as people write them."""
        names = [shown(name) for name in self.keys.split(",")] if self.keys else []
        return ["1–9"] if names == list("123456789") else names


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
    Key("text.page_down", "space,pagedown", "page(1)",
        "a page down; at the end the next unread article", "text", "page"),
    Key("text.page_up", "b,pageup", "page(-1)", "a page up", "text"),
    Key("text.half_down", "ctrl+d", "half(1)", "half a page down", "text"),
    Key("text.half_up", "ctrl+u", "half(-1)", "half a page up", "text"),
    Key("text.top", "g,home", "top", "to the beginning", "text"),
    Key("text.bottom", "G,end", "bottom", "to the end", "text"),
    Key("browse.page", "space", "screen.preview_page(1)",
        "page the article beside it; at its end the next unread one", "browse"),
    Key("browse.page_back", "b", "screen.preview_page(-1)", "page the article beside it back", "browse"),
    Key("browse.line", "J", "screen.preview_line(1)", "scroll the article beside it", "browse"),
    Key("browse.line_back", "K", "screen.preview_line(-1)", "scroll the article beside it back", "browse"),
    Key("browse.next_story", "]", "story(1)", "next story", "browse"),
    Key("browse.previous_story", "[", "story(-1)", "previous story", "browse"),
    Key("browse.pick", "v", "pick", "pick the article, on a story's line all of it, for what comes next", "browse"),
    Key("browse.copies", "x", "copies", "show or hide copies of the same text", "browse"),
    Key("browse.filter", "f", "filter", "filter the list as you type", "browse"),
    Key("browse.clear_filter", "F", "clear_filter", "show everything again", "browse"),
    Key("browse.forget", "D,delete", "screen.forget",
        "forget the saved search (asks first); take the note away", "browse"),
    Key("reader.find", "/", "find", "find in this text; / again searches the library", "reader", "find"),
    Key("reader.folded", "x", "folded", "show or hide what cleaning folded away", "reader", "folded"),
    Key("reader.links", "L", "screen.links", "number the links, or take the numbers away", "reader"),
    Key("reader.link", "1,2,3,4,5,6,7,8,9", "link",
        "open the numbered link (asks, with its address); else as on the desk", "reader"),
    Key("reader.pictures", "I", "screen.pictures",
        "its pictures, where they are saved with it (`pictures` in the settings)", "reader",
        "pictures"),
    Key("reader.next_key", "}", "screen.key_sentence(1)", "next sentence of the summary, or of what is new", "reader"),
    Key("reader.previous_key", "{", "screen.key_sentence(-1)", "previous sentence of the summary, or of what is new",
        "reader"),
    Key("reader.novelty", "d", "screen.novelty",
        "what is new here: to its story; to what you have read; off", "reader", "new"),
    Key("reader.compare", "=", "screen.compare", "compare with another article of the story", "reader"),
    Key("reader.next", "J", "screen.neighbour(1)", "next article", "reader"),
    Key("reader.previous", "K", "screen.neighbour(-1)", "previous article", "reader"),
    Key("reader.next_of_story", "]", "screen.sibling(1)", "next article of the story", "reader"),
    Key("reader.previous_of_story", "[", "screen.sibling(-1)", "previous article of the story", "reader"),
    Key("reader.select", "v", "screen.select", "select sentences; again: from here on; j k how far", "reader"),
    Key("reader.keep", "enter", "screen.keep", "highlight the selected sentences; once more: no longer", "reader"),
    Key("summary.copy", "y", "copy", "copy the sentence with its citation", "summary", "copy"),
    Key("search", "/", "search", "search the library", "desk", "search"),
    Key("next", "n", "match(1)", "next match if a search is lit, else next unread", "desk"),
    Key("previous", "N", "match(-1)", "previous match if a search is lit, else previous unread", "desk"),
    Key("summary", "s", "summary", "summary: off, short, long", "desk", "summary"),
    Key("summary.more", "+", "lengthen(1)", "one sentence more in the summary", "desk"),
    Key("summary.less", "-", "lengthen(-1)", "one sentence less", "desk"),
    Key("summary.method", "M", "method", "how the summary is made: methods to choose from", "desk"),
    Key("story", "c", "story", "this article's story", "desk", "story"),
    Key("star", "m", "star", "star, or take the star away", "desk", "star"),
    Key("read", "r", "mark(True)", "mark as read, on a story's line all of it", "desk"),
    Key("unread", "u", "mark(False)", "mark as unread, on a story's line all of it", "desk"),
    Key("tag", "t", "tag", "give tags, or take them away", "desk"),
    Key("note", "a", "note", "note on the article, or on the selected sentences", "desk"),
    Key("undo", "U", "undo", "undo: marks, tags, notes, highlights, step by step", "desk"),
    Key("mark_shown", "A", "mark_shown", "mark all that is listed as read (asks first)", "desk"),
    Key("sort", "S", "sort", "order of the list", "desk"),
    Key("views", "0,V", "views", "what to list: tags, notes, outlets, dates, recently read, new", "desk"),
    Key("view.stories", "1", "view('stories')", "stories", "desk"),
    Key("view.all", "2", "view('all')", "all articles", "desk"),
    Key("view.unread", "3", "view('unread')", "unread articles", "desk"),
    Key("view.starred", "4", "view('starred')", "starred articles", "desk"),
    Key("view.searches", "5", "view('searches')", "saved searches, with what is new in them", "desk"),
    Key("view.tags", "", "view('tags')", "tags", "desk"),
    Key("view.notes", "", "view('notes')", "highlights and notes", "desk"),
    Key("view.recent", "", "view('recent')", "recently read articles", "desk"),
    Key("view.new", "", "view('new')", "what is new since last time", "desk"),
    Key("view.outlets", "", "view('outlets')", "articles by outlet", "desk"),
    Key("view.dates", "", "view('dates')", "articles by date", "desk"),
    Key("brief", "B", "brief", "the brief: what happened in the last days", "desk", "brief"),
    Key("zen", "z", "zen", "the text alone, and back", "desk"),
    Key("narrower", "<", "resize(-1)", "narrower: the text, or the pane with the keyboard", "desk"),
    Key("wider", ">", "resize(1)", "wider: the text, or the pane with the keyboard", "desk"),
    Key("widths", "", "even", "panes as wide as they come along", "desk"),
    Key("justify", "E", "app.justify", "text ragged or justified", "desk"),
    Key("pane.next", "tab", "pane(1)", "next pane: browse, reader, summary", "desk"),
    Key("pane.previous", "shift+tab", "pane(-1)", "previous pane", "desk"),
    Key("open", "o", "open_original", "open the original: its address, else its file", "desk"),
    Key("card", "i", "card", "card: where it comes from, how its date is known, earlier wordings", "desk"),
    Key("copy", "y", "copy", "copy: title, address, path, citation; sentences of the reader", "desk"),
    Key("write", "w", "write", "write the article, or those picked, to a new file", "desk"),
    Key("pipe", "|", "pipe", "hand the text to a command, and show what it prints", "desk"),
    Key("edit", "e", "edit", "a copy of the text in your editor or pager", "desk"),
    Key("refresh", "R", "app.refresh_sources", "scan the sources again", "desk"),
    Key("stop", "X", "app.stop_building", "stop adding; what is stored stays", "desk"),
    Key("report", "!", "app.report", "what the last run did; which files were skipped, and why", "desk"),
    Key("prune", "", "app.prune", "remove articles whose files are gone (asks first)", "desk"),
    Key("back", "escape,h,left,backspace", "back", "back to where you came from", "desk", "back"),
    Key("back.quit", "q", "back_or_quit", "back; in the browse pane: quit", "desk", "quit"),
    Key("search.edit", "/", "edit", "edit the query; from there to the hits", "search", "edit query"),
    Key("search.next", "tab", "part(1)", "query, hits, what they say: the next of them", "search", "hits"),
    Key("search.previous", "shift+tab", "part(-1)", "the one before", "search"),
    Key("search.say", "s", "say", "what these hits say, in their own sentences", "search", "what they say"),
    Key("search.copy", "y", "copy", "copy the sentence with its citation; of a hit its citation", "search"),
    Key("search.story", "c", "story", "the story of the hit", "search", "story"),
    Key("search.copies", "C", "copies", "show or hide copies of the same text", "search"),
    Key("search.save", "m,ctrl+s", "save", "keep this search under a name", "search", "keep"),
    Key("search.sort", "S", "sort", "order: best, newest, oldest, by outlet", "search", "order"),
    Key("search.narrow", "f", "narrow", "narrow by outlet, story or month", "search", "narrow"),
    Key("search.time", "t", "time", "narrow by time: the bar of hits over time", "search", "time"),
    Key("search.widen", "F", "widen", "take the last narrowing back; show what filters hide", "search"),
    Key("search.strict", "x", "strict", "exact: all the words as they stand", "search", "exact"),
    Key("search.recent", "T", "recent", "prefer what is new", "search"),
    Key("search.back", "escape,q,h,left,backspace", "back", "back to reading", "search", "back"),
    Key("times.earlier", "left,h", "move(-1)", "earlier", "times", "earlier"),
    Key("times.later", "right,l", "move(1)", "later", "times", "later"),
    Key("times.begin", "v,space", "begin", "a range begins here; again: one column alone", "times", "range"),
    Key("times.take", "enter", "take", "narrow the search to it", "times", "narrow"),
    Key("times.back", "escape,q,t,backspace", "back", "back to the hits", "times", "back"),
    Key("story.chapter_1", "1", "chapter(1)", "articles and summary", "story"),
    Key("story.chapter_2", "2", "chapter(2)", "timeline: what happened when", "story"),
    Key("story.chapter_3", "3", "chapter(3)", "quotations: who said what, who prints it", "story"),
    Key("story.chapter_4", "4", "chapter(4)", "numbers that possibly differ", "story"),
    Key("story.chapter_5", "5", "chapter(5)", "who says what, and who does not", "story"),
    Key("story.chapter_6", "6", "chapter(6)", "people, places, organisations; enter: everything about one", "story"),
    Key("story.chapter_7", "7", "chapter(7)", "how it goes on, what is maybe related, why together", "story"),
    Key("story.next", "tab,]", "turn(1)", "next chapter", "story", "next chapter"),
    Key("story.previous", "shift+tab,[", "turn(-1)", "previous chapter", "story"),
    Key("story.compare", "=", "compare", "compare the article with another one", "story", "compare"),
    Key("story.copy", "y", "copy", "copy the sentence with its citation, or the article's", "story", "copy"),
    Key("story.dossier", "w", "dossier", "write the dossier: everything, with its receipts", "story", "dossier"),
    Key("story.merge", "m", "merge", "make one story of this one and the related one under the cursor", "story"),
    Key("story.part", "p", "part", "take the article out: to a story of its own, or to another one", "story"),
    Key("story.undo", "U", "undo", "undo the last change", "story"),
    Key("story.back", "escape,q,h,left,backspace,c", "back", "back", "story", "back"),
    Key("compare.right", "r", "right", "go to the sentence at the right", "compare", "right one"),
    Key("compare.next", "n", "alone(1)", "next sentence that only one of them has", "compare", "next difference"),
    Key("compare.previous", "N", "alone(-1)", "previous sentence that only one of them has", "compare"),
    Key("compare.copy", "y", "copy", "copy the sentence with its citation; of two the left one", "compare", "copy"),
    Key("compare.back", "escape,q,h,left,backspace", "back", "back", "compare", "back"),
    Key("brief.more", "+", "period(1)", "more days: a day, three, a week, a month, a year", "brief", "more days"),
    Key("brief.less", "-", "period(-1)", "fewer days", "brief", "fewer"),
    Key("brief.copy", "y", "copy", "copy the sentence with its citation", "brief", "copy"),
    Key("brief.back", "escape,q,h,left,backspace,B", "back", "back", "brief", "back"),
    Key("card.open", "o", "open_original", "open the original", "card", "original"),
    Key("card.back", "escape,q,h,left,backspace,i", "back", "back", "card", "back"),
    Key("report.open", "o", "open_folder", "open the folder of the file", "report", "folder"),
    Key("report.back", "escape,q,h,left,backspace,!", "back", "back", "report", "back"),
    Key("help.back", "escape,q,h,left,backspace,question_mark,f1", "back", "close", "help", "close"),
    Key("guide.filter", "/", "filter", "show only the keys that have to do with what is typed", "guide", "filter"),
    Key("guide.back", "escape,q,h,left,backspace,question_mark,f1", "back", "close", "guide", "close"),
    Key("command.next", "tab", "complete(1)", "complete what is typed; again: the next way", "command", "complete"),
    Key("command.previous", "shift+tab", "complete(-1)", "the way before", "command"),
    Key("command.older", "up", "leaf(-1)", "an earlier command", "command", "earlier"),
    Key("command.newer", "down", "leaf(1)", "a later command", "command"),
    Key("command.back", "escape", "back", "leave it", "command", "leave"),
    Key("note.keep", "enter,ctrl+s", "keep", "keep what is written; no words take a note away", "note", "keep"),
    Key("note.line", "ctrl+j,alt+enter", "line", "a new line", "note", "new line"),
    Key("note.back", "escape", "screen.back", "leave the note as it was", "note", "leave"),
    Key("picture.next", "j,n,space,down,right,l", "turn(1)", "next picture", "picture", "next"),
    Key("picture.previous", "k,N,b,up", "turn(-1)", "previous picture", "picture", "previous"),
    Key("picture.back", "escape,q,h,left,backspace,I", "back", "back to the text", "picture", "back"),
    Key("command", ":", "command_line", "the command line: actions by their id; :theme, :view, :12 …", "anywhere"),
    Key("tour.end", ".", "end_tour", "end the tour of the first run, for good", "anywhere"),
    Key("help", "question_mark,f1", "keys", "these keys", "anywhere", "help"),
    Key("palette", "ctrl+p", "command_palette", "every action by name", "anywhere"),
    Key("theme", "ctrl+t", "theme", "the next theme", "anywhere"),
    Key("suspend", "ctrl+z", "suspend_process", "to the shell; fg there comes back", "anywhere"),
    Key("quit", "ctrl+q", "quit", "quit now; everything is saved", "anywhere"),
)  # fmt: skip

UNBOUND = "unbound"
"""What actions without a key are bound to: no terminal sends a key of this name, and a keymap can give them another."""


def keys_of(*places: Where, rows: Sequence[Key] = KEYS) -> Iterator[Key]:
    """The rows of these places, in the table's order within each place."""
    for place in places:
        yield from (key for key in rows if key.where == place)


def bindings(where: Where) -> list[BindingType]:
    """What a widget, screen or app that answers to `where` binds."""
    first = where == "anywhere"
    return [
        Binding(key.keys or UNBOUND, key.action, key.words, show=bool(key.hint), id=key.id, priority=first)
        for key in keys_of(where)
    ]


def hints(
    *places: Where, without: Collection[str] = (), rows: Sequence[Key] = KEYS, typing: bool = False
) -> list[tuple[str, str]]:
    """(key, word) for the key line, the nearest place first; a key that a nearer place takes is not offered again.

    `without` names the ids of what would do nothing now; while one is `typing`, a key that is a sign is typed.
    """
    taken: set[str] = set()
    found: list[tuple[str, str]] = []
    for key in keys_of(*places, rows=rows):
        names = key.keys.split(",")
        first = next((name for name in names if len(shown(name)) > 1), "") if typing else names[0]
        if key.hint and first and first not in taken and key.id not in without:
            found.append((shown(first), key.hint))
        taken.update(names)
    return found
