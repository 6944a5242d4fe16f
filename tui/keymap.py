"""The keys as this user has them: the table, under a preset, under what `[keys]` in the settings says. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.keys import Keys, key_to_character

from tui.key_names import shown, written_as
from tui.keys import KEYS, PLACES, UNBOUND, Key, Where
from tui.presets import PRESETS

if TYPE_CHECKING:
    from index.config import Config
    from index.models import Problem

_INNER: tuple[Where, ...] = ("list", "text")
_PANES: tuple[Where, ...] = (
    "browse",
    "reader",
    "summary",
    "desk",
    "list",
    "text",
    "anywhere",
    "command",
    "note",
    "times",
)
CHAINS: tuple[tuple[Where, ...], ...] = (
    ("list", "browse", "desk", "anywhere"),
    ("text", "reader", "desk", "anywhere"),
    ("list", "summary", "desk", "anywhere"),
    ("command", "anywhere"),
    ("note", "anywhere"),
    ("times", "search", "anywhere"),
    *((inner, place, "anywhere") for place in PLACES if place not in _PANES for inner in _INNER),
)
"""Who is asked first for a key, and who after it: a key of a nearer place hides the same one of a farther place."""
_NAMED = {key.value for key in Keys}
_BY_NAME = {" ": "space", ",": "comma", "?": "question_mark"}
"""Characters that the table has by name: it separates keys by commas."""
_MODIFIERS = ("ctrl+", "alt+", "shift+", "super+")


@dataclass(frozen=True, slots=True)
class Keymap:
    """What every key does."""

    rows: tuple[Key, ...] = KEYS
    """The table with the keys that work."""
    problems: tuple[Problem, ...] = ()
    """What `[keys]` asks for and cannot have, and what it takes away."""

    def bound(self) -> dict[str, str]:
        """Id → keys of what differs from the table, for `App.set_keymap`."""
        return {row.id: row.keys or UNBOUND for row, own in zip(self.rows, KEYS, strict=True) if row.keys != own.keys}

    def key(self, id: str) -> str:
        """The first key of an action as people write it; the command where it has none."""
        row = next(row for row in self.rows if row.id == id)
        return row.names[0] if row.names else f":{id}"


def keymap_of(config: Config) -> Keymap:
    """The keys that the settings ask for. What cannot be is told and changes nothing."""
    rows = {row.id: row for row in KEYS}
    for id, names in PRESETS[config.options.keys].items():
        rows[id] = replace(rows[id], keys=names)
    wanted, problems = _wanted(config, rows)
    for id in wanted:
        rows[id] = replace(rows[id], keys=wanted[id])
    for id in wanted:
        problems += _given_way(rows, id, wanted, config.origin(f"keys.{id}"))
    for id in wanted:
        problems += _hidden(rows, id, config.origin(f"keys.{id}"))
    return Keymap(tuple(rows.values()), tuple(problems))


def _wanted(config: Config, rows: Mapping[str, Key]) -> tuple[dict[str, str], list[Problem]]:
    wanted: dict[str, str] = {}
    problems: list[Problem] = []
    taken: dict[tuple[Where, str], str] = {}
    for id, names in config.rebound.items():
        origin = config.origin(f"keys.{id}")
        if id not in rows:
            problems.append(_problem(origin, f"keys.{id}: there is no action of this id; : in the reader lists them"))
            continue
        kept = []
        for written in names:
            name = name_of(written)
            other = taken.setdefault((rows[id].where, name), id)
            if not name:
                problems.append(_problem(origin, f"keys.{id}: {written} is not the name of a key"))
            elif other != id:
                problems.append(_problem(origin, f"keys.{id}: {written} is already the key of {other}, which keeps it"))
            else:
                kept.append(name)
        if kept:
            wanted[id] = ",".join(kept)
    return wanted, problems


def _given_way(rows: dict[str, Key], id: str, wanted: Mapping[str, str], origin: str) -> list[Problem]:
    """Takes the keys of an action from the others of its place; tells which of these have none left."""
    mine, problems = set(_keys(rows[id])), []
    for other in [row for row in rows.values() if row.where == rows[id].where and row.id not in wanted]:
        left = [name for name in _keys(other) if name not in mine]
        if len(left) < len(_keys(other)):
            rows[other.id] = replace(other, keys=",".join(left))
            if not left:
                problems.append(_problem(origin, f"keys.{id}: {other.id} ({other.words}) has no key any more"))
    return problems


def _hidden(rows: Mapping[str, Key], id: str, origin: str) -> list[Problem]:
    """Tells where a key of this action does something else, because a nearer place has it."""
    row, problems = rows[id], []
    for name in _keys(row):
        nearer = [place for chain in CHAINS if row.where in chain for place in chain[: chain.index(row.where)]]
        for place in dict.fromkeys(["anywhere", *nearer] if row.where != "anywhere" else []):
            other = next((each for each in rows.values() if each.where == place and name in _keys(each)), None)
            if other is not None:
                what = f"keys.{id}: {shown(name)} stays the key of {other.id} ({PLACES[place].lower()})"
                problems.append(_problem(origin, what))
    return problems


def _problem(origin: str, words: str) -> Problem:
    from index.models import Problem  # the whole vocabulary, 10 ms, for what is rarely wrong

    return Problem(origin, words)


def _keys(row: Key) -> list[str]:
    return row.keys.split(",") if row.keys else []


def name_of(written: str) -> str:
    """The name in the table of a key as people write it (`esc`, `ctrl-d`, `C-d`, `<`); empty if there is none."""
    if len(written) == 1:
        return _BY_NAME.get(written, written if written.isprintable() else "")
    name = written_as(written).lower().replace("c-", "ctrl+", 1).replace("ctrl-", "ctrl+", 1)
    name = {"return": "enter", "del": "delete", "page_up": "pageup", "page_down": "pagedown"}.get(name, name)
    bare = name
    for modifier in _MODIFIERS:
        bare = bare.removeprefix(modifier)
    if len(bare) == 1 and bare != name:
        return name
    character = key_to_character(name)
    if character and len(character) == 1 and character.isprintable() and name not in _BY_NAME.values():
        return character
    return name if name in _NAMED or bare in _NAMED or name in _BY_NAME.values() else ""


def keymap_in(app: object) -> Keymap:
    """The keys of a running app; the table as it stands in an app that has none of its own."""
    found = getattr(app, "keymap", None)
    return found if isinstance(found, Keymap) else Keymap()
