"""Who published it: from the source's own field, an author's biography or the address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from index.clean.wordlist import word_set

_BIO = re.compile(
    r"\b(?:[Bb]efore joining|[Ww]orks for|[Ww]rites for"
    r"|[Jj]oined) (?P<name>(?:[Tt]he )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3})"
)
_KNOWN = word_set(
    "the times post news daily herald tribune journal guardian telegraph independent sun mirror star standard observer"
    " globe chronicle gazette press express mail record review today week weekly world business financial economic"
    " international national morning evening sunday moscow london new york washington los angeles chicago boston"
    " wall street hill street hindu indian india times of israel jerusalem japan china korea bangkok straits south"
    " north east west central asia europe african african american kyiv kiev diplomat examiner dispatch inquirer"
    " bulletin courier citizen nation atlantic yorker republic monitor science christian politico insider report radio"
    " free city state county bay valley san francisco diego houston dallas miami denver seattle irish scottish"
    " spectator economist register verge intercept local wire watch point line online media network"
)
_SMALL = frozenset({"of"})
_SECOND_LEVEL = word_set("co com org net gov ac edu or ne go")


def of_biography(text: str) -> str:
    """The newsroom a biography names as the author's own; empty if it names none."""
    match = _BIO.search(text)
    return match["name"] if match else ""


def domain(url: str) -> str:
    """The registered name of an address (`www.bbc.co.uk` → `bbc.co.uk`); empty if it has none."""
    try:
        host = (urlsplit(url.strip()).hostname or "").strip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    if len(labels) < 2 or all(label.isdigit() for label in labels):
        return ""
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def of_url(url: str) -> str:
    """The outlet behind an address: its name where common newspaper words spell it, else the bare domain."""
    name = domain(url)
    if not name:
        return ""
    words = _spelled(name.split(".")[0])
    if len(words) < 2:
        return name
    return " ".join(word if word in _SMALL else word.capitalize() for word in words)


def _spelled(label: str) -> list[str]:
    """The label as a row of known words, fewest first; empty if it is none. Labels have at most 63 letters."""
    best: list[list[str] | None] = [[]] + [None] * len(label)
    for end in range(1, len(label) + 1):
        for start in range(max(0, end - 13), end):
            before, word = best[start], label[start:end].strip("-")
            if before is not None and (word in _KNOWN or word in _SMALL):
                current = best[end]
                if current is None or len(before) + 1 < len(current):
                    best[end] = [*before, word]
    return best[-1] or []
