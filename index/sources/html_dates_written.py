"""Dates of a page that no metadata tell: in its scripts, in attributes, beside its headline. Asked last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from index.clean import dates
from index.clean.region import is_prose, words_in
from index.clean.stamps import STAMPED, told_part
from index.sources.html_look import is_card, is_elsewhere, some, text_of
from index.sources.html_pieces import Element

_IN_SCRIPT = re.compile(
    r"""(?<![\w-])(?:date_?published|(?:first_?|original_?)?publish(?:ed)?_?(?:date|time|at|on|timestamp|date_?time)?
    |publication_?(?:date|time)|pub_?(?:date|time)|post(?:ed)?_?(?:date|at|on)|first_?pub)
    \\{0,2}["']?\s*[:=]\s*(?:new\s+Date\()?\\{0,2}["']?([\w+:., /-]{8,40})""",
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTES = (
    "data-published", "data-publish-date", "data-pubdate", "data-published-at", "data-published-date", "data-datetime",
    "data-date", "data-timestamp", "data-time", "data-utime", "data-epoch", "data-created", "datetime",
)  # fmt: skip
_LARGEST = 1_000_000
"""Characters of one script: 10 ms."""
_AFTER = 40
"""Elements after the headline among which its date may stand."""
_LONGEST = 100
_PARAGRAPH, _BEGUN = 30, 2
"""Words of a paragraph, or paragraphs of any length, with which the text itself has begun: a standfirst is shorter."""


def candidates(root: Element, order: dates.Order) -> Iterator[str]:
    """Dates where pages put them without saying so, the surest place first."""
    yield from _in_attributes(root)
    yield from _in_scripts(root)
    yield from _beside_headline(root, order)


def _in_attributes(root: Element) -> Iterator[str]:
    """The first of each attribute that scripts read times from, and the title of a short word ("1 hour ago")."""
    elements = [e for e in root.iter() if e.attrib and isinstance(e.tag, str)]
    for name in _ATTRIBUTES:
        with_it = (e for e in elements if e.get(name) and not _is_beside(e))
        yield from (e.get(name) for e in islice(with_it, 1))
    titled = (e for e in some(root.iter("abbr", "time")) if dates.dates(e.get("title") or "") and not _is_beside(e))
    yield from (e.get("title") for e in islice(titled, 1))


def _in_scripts(root: Element) -> Iterator[str]:
    """What the data of scripts call the publication, if it is one day only: with more, they are those of teasers."""
    values = [
        value.strip()
        for script in root.iter("script")
        if script.text and len(script.text) < _LARGEST
        for value in _IN_SCRIPT.findall(script.text)
    ]
    found = {day.when[:10]: value for value in reversed(values) if (day := dates.field(value))}
    if len(found) == 1:
        yield from found.values()


def _beside_headline(root: Element, order: dates.Order) -> Iterator[str]:
    """Short lines with a date between the headline and the first paragraph."""
    later = []
    for heading in (e for e in some(root.iter("h1")) if text_of(e) and not is_elsewhere(e)):
        paragraphs = 0
        for element in _following(root, heading):
            text = text_of(element)
            if element.tag == "p" and is_prose(text):
                paragraphs += 1
                if words_in(text) > _PARAGRAPH or paragraphs == _BEGUN:
                    break
            if 5 < len(text) < _LONGEST and "©" not in text and _tells(text, order) and not _is_beside(element):
                if told := told_part(text):
                    yield told
                else:
                    later.append(text)
    yield from later


def _following(root: Element, heading: Element) -> Iterator[Element]:
    elements = root.iter()
    for element in elements:
        if element is heading:
            break
    return (e for e in islice(elements, _AFTER) if e.tag not in ("script", "style", "noscript", "template"))


def _is_beside(element: Element) -> bool:
    return is_elsewhere(element) or is_card(element)


def _tells(text: str, order: dates.Order) -> bool:
    return len(dates.dates(text, order)) in (1, 2) and (STAMPED.match(text) is not None or not is_prose(text))
