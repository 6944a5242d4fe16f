"""Does what the command line and the palette say: finds who an action belongs to, and runs it there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from textual.app import App, SystemCommand
from textual.dom import DOMNode
from textual.screen import Screen

from index.paths import user_path
from tui.messages import View
from tui.touring import Touring
from tui.unanswered import ids_of
from tui.widgets.key_line import KeyLine
from tui.wrapping import TextSetting

if TYPE_CHECKING:
    from tui.keys import Key
    from tui.screens.search import SearchScreen

HISTORY_SETTING = "commands"
MOST = 100
"""Commands that are kept."""


class Commanding(Touring):
    """An app whose every action has a name."""

    def tell(self, words: str, *, problem: bool = False) -> None:
        """A short notice."""
        raise NotImplementedError

    def add(self, paths: list[Path]) -> None:
        """Adds files and folders."""
        raise NotImplementedError

    def owner_of(self, row: Key, screen: Screen[object]) -> DOMNode | None:
        """Who an action belongs to, seen from a screen; None when it is of another screen."""
        nodes: list[DOMNode] = [*(screen.focused.ancestors_with_self if screen.focused else ())]
        if screen is self.desk:
            nodes += [self.desk.browse.listing, self.desk.reader.text, self.desk.browse, self.desk.reader]
            nodes += [self.desk.summary]
        return next((node for node in [*nodes, screen, self] if row.id in ids_of(type(node))), None)

    def _actions(self, screen: Screen[object]) -> Iterator[tuple[Key, DOMNode]]:
        for row in self.keymap.rows:
            owner = self.owner_of(row, screen)
            if owner is not None:
                yield row, owner

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action that there is here."""
        for row, owner in self._actions(screen):
            known_as = f"key {row.names[0]} · :{row.id}" if row.names else f":{row.id}"
            words = f"{row.words[0].upper()}{row.words[1:]}"
            yield SystemCommand(words, known_as, partial(self.run_action, row.action, owner))

    def action_command_palette(self) -> None:
        """Every action by name."""
        from tui.screens.palette import Palette, has_room

        if not has_room(*self.size):
            self.tell(f"there is no room for the palette here; {self.keymap.key('command')} is the command line")
        elif not Palette.is_open(cast("App[object]", self)):
            self.push_screen(Palette(id="--command-palette"))

    def action_keys(self) -> None:
        """The help, what works here first."""
        self._help()

    def _help(self, wanted: str = "") -> None:
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            here = next((line.places for line in self.screen.query(KeyLine)), ())
            self.push_screen(HelpScreen(here, self.keymap.rows, wanted))

    def action_command_line(self) -> None:
        """Opens the command line."""
        from tui.screens.command import CommandScreen

        if isinstance(self.screen, CommandScreen):
            return
        screen = self.screen
        rows = [row for row, _ in self._actions(screen)]
        values = {
            "view": get_args(View),
            "theme": list(self.themes),
            "set": ["measure", "alignment ragged", "alignment justified", *(f"theme {name}" for name in self.themes)],
        }
        self.push_screen(CommandScreen(rows, values, self._past()), self._command)

    def _past(self) -> list[str]:
        try:
            past = json.loads(self.library.setting(HISTORY_SETTING))
        except ValueError:
            return []
        return [str(line) for line in past] if isinstance(past, list) else []

    async def _command(self, line: str | None) -> None:
        from tui.commands import nearest, parsed

        if line is None:
            return
        past = [*(old for old in self._past() if old != line), line][-MOST:]
        self.library.set_setting(HISTORY_SETTING, json.dumps(past))
        name, rest = parsed(line)
        row = next((row for row in self.keymap.rows if row.id == name), None)
        does = self._words().get(name)
        if does is not None and (rest or row is None):
            problem = does(rest)
            if problem:
                self.tell(problem)
        elif row is not None:
            await self._run(row)
        else:
            meant = nearest(name, self.keymap.rows)
            self.tell(f"there is no command {name}" + (f"; {meant}, perhaps" if meant else ""))

    async def _run(self, row: Key) -> None:
        owner = self.owner_of(row, self.screen)
        if owner is None:
            self.tell(f"{row.id} does nothing here")
        else:
            await self.run_action(row.action, owner)

    def _words(self) -> dict[str, Callable[[str], str]]:
        """What each command does with what stands after it; the answer is what went wrong, empty when all is well."""
        return {
            "goto": self._goto, "view": self._view, "theme": self._theme, "set": self._set, "measure": self._measure,
            "search": self._search, "help": self._help_on, "link": self._link, "add": self._add, "tour": self._tour,
            "w": self._write, "pipe": self._pipe, "q": self._quit,
        }  # fmt: skip

    def _goto(self, number: str) -> str:
        if self.screen is not self.desk:
            return "a number goes to a row or a paragraph of the desk"
        return self.desk.goto(int(number))

    def _view(self, name: str) -> str:
        if name not in get_args(View):
            return f"there is no view {name}; there are {', '.join(get_args(View))}"
        if self.screen is self.desk:
            self.desk.action_view(cast(View, name))
        return ""

    def _theme(self, name: str) -> str:
        return "" if self.use_theme(name) else f"there is no theme {name}; there are {', '.join(self.themes)}"

    def _set(self, what: str) -> str:
        option, _, value = what.replace("=", " ").partition(" ")
        value = value.strip()
        if option == "measure":
            return self._measure(value)
        if option == "theme":
            return self._theme(value)
        if option == "alignment" and value in ("ragged", "justified"):
            self.set_text(TextSetting(self.text_setting.measure, value == "justified"))
            return ""
        return "set takes measure N, alignment ragged, alignment justified, theme NAME"

    def _measure(self, number: str) -> str:
        if not number.isdecimal():
            return "measure takes a number of columns"
        self.set_text(TextSetting(int(number), self.text_setting.justified))
        return f"measure {self.text_setting.measure}"

    def _search(self, query: str) -> str:
        if self.screen is self.desk:
            cast("SearchScreen", self.get_screen("search")).begin(query)
            self.desk.action_search()
        return ""

    def _help_on(self, words: str) -> str:
        self._help(words)
        return ""

    def _link(self, number: str) -> str:
        return self.desk.follow(int(number)) if number.isdecimal() else "link takes the number of a link"

    def _add(self, path: str) -> str:
        found = user_path(path)
        if not path or not found.exists():
            return f"there is nothing at {found}" if path else "add takes a file or a folder"
        self.add([found])
        return ""

    def _tour(self, _rest: str) -> str:
        self.tour()
        return ""

    def _write(self, file: str) -> str:
        from tui.writing import write_article

        article, row = self.desk.reader.article, self.desk.reader.row
        if not file:
            return "w takes the name of a file: .md is Markdown, any other plain text"
        return write_article(article, row, Path(file)) if article is not None and row is not None else "no article"

    def _pipe(self, line: str) -> str:
        if not line:
            self.desk.action_pipe()
        elif self.screen is self.desk:
            self.desk.pipe(line)
        return ""

    def _quit(self, _rest: str) -> str:
        self.exit()
        return ""
