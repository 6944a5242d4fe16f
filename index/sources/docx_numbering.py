"""The bullets and numbers of a Word document's lists (ECMA-376, 17.9): no paragraph has them, they are counted."""

from __future__ import annotations

from typing import Any

from index.sources.structure import Listing, number_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = {"bullet": "", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
"""What the format calls ways to count → what a list calls them; all others count in figures."""
_DEEPEST = 8


class Numbering:
    """Counts the items of every list of a document, in the order of its paragraphs."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, int]] = {}
        """(list, depth) → how it counts, and from where."""
        self._open: dict[str, list[Listing]] = {}
        for number in () if root is None else root.iterfind(f"{_W}num"):
            kind = _value(number, "abstractNumId")
            for abstract in root.iterfind(f"{_W}abstractNum[@{_W}abstractNumId='{kind}']") if kind.isdecimal() else ():
                for level in abstract.iterfind(f"{_W}lvl"):
                    told = (_value(level, "numFmt"), number_of(_value(level, "start")))
                    depth = number_of(level.get(f"{_W}ilvl")) or 0
                    self._levels[number.get(f"{_W}numId") or "", depth] = (_STYLES.get(told[0], "1"), told[1] or 1)

    def mark(self, paragraph: Any) -> str:
        """The bullet or number of a paragraph; empty where it is no list's item."""
        told = paragraph.find(f"{_W}pPr/{_W}numPr")
        if told is None:
            return ""
        name, depth = _value(told, "numId"), min(number_of(_value(told, "ilvl")) or 0, _DEEPEST)
        if (name, depth) not in self._levels:
            return ""
        lists = self._open.setdefault(name, [])
        del lists[depth + 1 :]
        for level in range(len(lists), depth + 1):
            style, first = self._levels.get((name, level), ("", 1))
            lists.append(Listing(level, style, first))
        return lists[depth].mark()


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return (found.get(f"{_W}val") or "") if found is not None else ""
