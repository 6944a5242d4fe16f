"""The headline of a page: what its heading, its title and its metadata agree on, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.clean import title
from index.clean.wordlist import word_set
from index.sources.html_look import letters, names_of, some, text_of
from index.sources.html_pieces import Element

_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:(?:entry|post|article|story|news)-?(?:title|headline)|headline)(?:$|[\s_-])", re.IGNORECASE
)
_DOMAIN = re.compile(r"[\w-]+\.(?:com|org|net|co\.uk|de|fr|it|es|io)", re.IGNORECASE)
_LEAST = 12
"""Letters by which one title is known in another."""
_SHORT = 3
"""Letters; a shorter name stands in too many words by chance."""
_SITE = re.compile(r"\s+(?:[|–—»«·•›~]|-{1,2}|//|::|[<>])\s+|\s*[|»｜]\s*|_|\s?[:：]\s?")
_UNSURE = re.compile(r"\s?[_:：]\s?")
"""What may stand in a headline as well: only the whole name of the site is taken off with it."""
_SECTIONS = word_set(
    "news local world national international politics business opinion sport sports culture lifestyle technology tech"
    " science health entertainment money economy nachrichten politik wirtschaft panorama kultur gesellschaft"
    " wissen actualité actualités politique économie société monde culture noticias política economía sociedad mundo"
    " deportes cultura notizie cronaca politica economia esteri brasil cidades esportes nieuws binnenland buitenland"
    " nyheter inrikes utrikes kultur wiadomości kraj świat новости политика общество экономика мир"
)


def headline(root: Element, told: Sequence[str], names: Sequence[str]) -> str:
    """The headline: the heading that the page's title repeats, else the title it tells to others, else its own.

    `told`: what the metadata say, the surest first; `names`: how the site may call itself.
    """
    own = text_of(next(root.iter("title"), None))
    told_titles = [without_site(text, names) for text in (*told, own) if text]
    named, plain = _headings(root, own)
    for heading in (*named, *plain):
        mine = title.key(heading)
        same = [other for other in told_titles if _same(mine, title.key(other))]
        if same or heading in named:
            shorter = same[0] if same and _holds(mine, title.key(same[0])) else heading
            return title.tidy(without_site(shorter, names))
    if told_titles:
        return title.tidy(told_titles[0] if title.key(told_titles[0]) not in map(title.key, names) else told_titles[-1])
    return title.tidy(plain[0]) if len(plain) == 1 else ""


def _headings(root: Element, own: str) -> tuple[list[str], list[str]]:
    """Headings that are named as the headline and stand in the page's own title, and the other `h1`."""
    named: list[str] = []
    plain: list[str] = []
    page = title.key(own)
    for element in some(root.iter("h1", "h2", "h3")):
        key = title.key(text := text_of(element))
        is_named = element.get("itemprop") in ("headline", "name") or _HEADLINE.search(names_of(element)) is not None
        if is_named and len(key) > 12 and key in page:
            named.append(text)
        elif element.tag == "h1" and key:
            plain.append(text)
    return named, plain


def _same(first: str, second: str) -> bool:
    return title.alike(first, second) or (_weight(first) > _LEAST and second.startswith(first))


def _holds(heading: str, told: str) -> bool:
    """True for a heading with more words before or after the title: a kicker stands in many."""
    return heading.startswith(told) or (_weight(told) > 2 * _LEAST and heading.endswith(f" {told}"))


def _weight(words: str) -> int:
    """Letters, signs of Chinese and Japanese counted for three."""
    return len(words) + 2 * sum(sign >= "\u2e80" for sign in words)


def without_site(text: str, names: Sequence[str]) -> str:
    """A title without the name of the site before or after it."""
    text = " ".join(text.split())
    known = [letters(name) for name in names]
    for _ in range(2):
        marks = list(_SITE.finditer(text))
        if not marks:
            break
        first, last = text[: marks[0].start()], text[marks[-1].end() :]
        unsure = _UNSURE.fullmatch(marks[-1][0]) is not None
        if (letters(last) in known if unsure else _is_site(last, known)) and marks[-1].start():
            text = text[: marks[-1].start()]
        elif letters(first) in known and text[marks[0].end() :]:
            text = text[marks[0].end() :]
        else:
            break
        text = _without_section(text)
    return text.strip()


def _without_section(text: str) -> str:
    """A title from which the site was taken, without the section that stood before it."""
    head, mark, last = text.rpartition(next((each[0] for each in reversed(list(_SITE.finditer(text)))), "\n"))
    return head if mark and last.strip().casefold() in _SECTIONS and not _UNSURE.fullmatch(mark) else text


def _is_site(part: str, known: Sequence[str]) -> bool:
    mine = letters(part)
    return bool(mine) and (any(_is_name(mine, name) for name in known) or _DOMAIN.fullmatch(part.strip()) is not None)


def _is_name(mine: str, name: str) -> bool:
    return mine == name or (min(len(mine), len(name)) > _SHORT and (mine in name or name in mine))
