"""What can be typed in the linear reader: one table, from which its help comes. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to type."""

    name: str
    """The whole word; its beginning is enough where no other begins so."""
    short: str
    """The letter for it, where there is one the same as in the reader with panes."""
    takes: str
    """What stands after it, in words; empty for nothing."""
    words: str
    """What it does."""


COMMANDS: tuple[Command, ...] = (
    Command("next", "n", "", "go on: more of the list, or the next paragraph; the enter key alone does the same"),
    Command("before", "b", "", "the part before it"),
    Command("page", "p", "", "a page of the article at once"),
    Command("again", "l", "", "the same once more, from its beginning"),
    Command("back", "h", "", "where you came from"),
    Command("stories", "", "", "list the stories, latest first"),
    Command("all", "", "", "list all articles, newest first"),
    Command("unread", "", "", "list the unread articles"),
    Command("starred", "", "", "list the starred articles"),
    Command("recent", "", "", "list what was read last"),
    Command("latest", "", "", "list what was added since last time"),
    Command("tags", "", "", "list the tags; a number lists the articles that have it"),
    Command("outlets", "", "", "list the outlets with their articles"),
    Command("dates", "", "", "list the months with their articles"),
    Command("notes", "", "", "list notes and highlights; in an article its own"),
    Command("saved", "", "", "list the saved searches, with what is new in them"),
    Command("brief", "B", "", "what happened in the last days"),
    Command("search", "/", "WORDS", "search the library; /WORDS does the same"),
    Command("open", "o", "NUMBER", "open what has this number in the list; the number alone does the same"),
    Command("following", "J", "", "the next article of the list"),
    Command("previous", "K", "", "the article before it"),
    Command("summary", "s", "[NUMBER]", "what the article, or the story of this number, says in short"),
    Command("story", "c", "[NUMBER]", "the story of the article: its articles and what they say"),
    Command("timeline", "", "[NUMBER]", "of a story: what happened when"),
    Command("quotes", "", "[NUMBER]", "of a story: who said what, and who prints it"),
    Command("numbers", "", "[NUMBER]", "of a story: numbers that possibly differ"),
    Command("says", "", "[NUMBER]", "of a story: who speaks of what, and who does not"),
    Command("names", "", "[NUMBER]", "of a story: people, places, organisations; a number lists all articles with one"),
    Command("related", "", "[NUMBER]", "of a story: how it goes on, what is near, why it is one"),
    Command("info", "i", "[NUMBER]", "where an article comes from, how its date is known"),
    Command("links", "L", "", "the links of the article with their addresses"),
    Command("folded", "x", "", "what cleaning folded away of the article"),
    Command("read", "r", "[NUMBER]", "mark as read"),
    Command("new", "u", "[NUMBER]", "mark as unread"),
    Command("mark", "m", "[NUMBER]", "give a star, or take it away"),
    Command("tag", "t", "[NUMBER] TAGS", "give tags, with a minus before one take it away; in an article no number"),
    Command("note", "a", "[NUMBER] WORDS", "a note on an article; in an article no number"),
    Command("highlight", "v", "[NUMBER] [WORDS]", "number the sentences told last; keep one, 2-3 several, with a note"),
    Command("forget", "D", "NUMBER", "take a note, a highlight or a saved search away"),
    Command("keep", "", "[NAME]", "keep the last search under a name"),
    Command("undo", "U", "", "take the last change back: marks, tags, notes, highlights"),
    Command("write", "w", "FILE", "write the article to a new file: .md is Markdown, any other plain text"),
    Command("add", "", "PATH", "add a file or a folder"),
    Command("samples", "", "", "add the five sample articles"),
    Command("help", "?", "", "these commands"),
    Command("quit", "q", "", "leave; everything is saved"),
)


def parsed(line: str) -> tuple[str, str]:
    """The whole name of a command and what stands after it; `open` for a number alone, `next` for an empty line.

    The name is empty where there is no such command, or where several begin so.
    """
    line = line.strip()
    if not line or line.isdecimal():
        return ("open", line) if line else ("next", "")
    if line.startswith("/"):
        return "search", line[1:].strip()
    name, _, rest = line.partition(" ")
    found = [command.name for command in COMMANDS if command.short == name] or [
        command.name for command in COMMANDS if command.name.startswith(name.lower())
    ]
    whole = [each for each in found if each == name.lower()] or found
    return (whole[0] if len(whole) == 1 else "", rest.strip())


def meant(line: str) -> list[str]:
    """The commands that begin as a line does."""
    name = line.strip().partition(" ")[0].lower()
    return [command.name for command in COMMANDS if command.name.startswith(name)]


def help_lines() -> list[str]:
    """The table, a line for each."""
    lines = []
    for command in COMMANDS:
        short = f" or {command.short}" if command.short else ""
        takes = f" {command.takes}" if command.takes else ""
        lines.append(f"{command.name}{short}{takes}: {command.words}.")
    return [*lines, "The beginning of a command is enough."]
