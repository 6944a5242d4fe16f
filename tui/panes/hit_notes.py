"""What stands under a query: what was widened or hidden, and which key does something about it. Pure."""

from __future__ import annotations

from index.hits import Hits
from tui.keymap import Keymap
from tui.render import many

NOTHING = "no article has it; word* finds what begins so, word~ what is spelt alike"


def notes_of(hits: Hits, keymap: Keymap, copies: int = 0, *, typing: bool) -> list[str]:
    """The notes of an answer in lines. While one is `typing`, letters are no keys, and tab comes before them.

    `copies`: how many hits are folded into others of the same text.
    """
    before = "tab, " if typing else ""
    notes = list(hits.notes)
    if hits.loose and notes:
        notes[-1] += f" · {before}{keymap.key('search.strict')}: exact"
    if hits.hidden is not None:
        hides = f"{hits.hidden.by}: hides {many(hits.hidden.total, 'article')}"
        notes.append(f"{hides} · {before}{keymap.key('search.widen')} shows them")
    if hits.total > len(hits.hits):
        notes.append(f"the first {len(hits.hits)} are listed")
    if copies:
        one = copies == 1
        folded = f"{many(copies, 'copy', 'copies')} of the same text {'is' if one else 'are'} folded"
        notes.append(f"{folded} · {before}{keymap.key('search.copies')} shows {'it' if one else 'them'}")
    if hits.suggestion:
        notes.append(f"did you mean {hits.suggestion}? enter searches for it")
    return notes if notes or hits.total else [NOTHING]
