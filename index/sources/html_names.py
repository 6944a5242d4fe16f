"""What the names of elements say about the text in them: that it is a caption, a quotation, or beside the article."""

from __future__ import annotations

import re
from typing import Any

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
HOLDERS = frozenset({"div", "td", "section", "article", "body", "main"})
"""Elements that hold text without a paragraph around it."""
_ASIDES = frozenset({"nav", "footer", "aside", "menu", "dialog"})
_HINTS = {"figure": "figure", "figcaption": "caption", "caption": "caption", "blockquote": "quote", "address": "byline"}
_NEVER_HINTS = frozenset({"html", "body", "main", "article"})
"""Their classes speak of the whole page (`no-sidebar`, `has-comments`), not of what stands in them."""
_ASIDE = re.compile(
    r"""(?:^|[\s_-])(?:related|recommend\w*|newsletter|subscri\w+|promo\w*|sponsor\w*|advert\w*|ads?|share|sharing|social
    |addthis\w*|breadcrumbs?|tags?|tag-?list|comments?|comment-?list|disqus\w*|respond|nav|navbar|navigation|menu|footer
    |masthead|sidebar|side-?bar|popular|trending|most-?read|read-?more|readmore|more-?stories|moreon|outbrain|taboola
    |cookies?|consent|gdpr|paywall-\w+|modal|popup|toolbar|tool-?bar|signup|sign-?up|login|widget|widgets|pagination
    |pager|copyright|disclaimer|bio|author-?bio|author-?box|about-?author|rating|poll|teasers?|hidden|screen-reader-text
    |sr-only|visually-?hidden|visuallyhidden|print-?only|noprint|no-print|skip-link|mw-editsection|toc|catlinks|navbox
    |metadata|post-?meta|entry-?meta|postmetadata|yarpp\w*|jp-relatedposts|sharedaddy|addtoany\w*|fb-root|cta|
    donat\w+|correction-form|feedback|you-?may\w*|also-?like|teaser-?list|article-?tags|keywords)(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption\w*|caption\w*|figcaption|imgcaption|image-?caption|photo-?caption|img-?desc\w*|legend"
    r"|photo-?credit|image-?credit|credits?|cutline|media-?caption|picture-?text|slide-?caption)(?:$|[\s_-])",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"(?:^|[\s_-])(?:pull-?quote\w*|pullout\w*|quote-?box)(?:$|[\s_-])", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line\w*|author\w*|dateline|datetime|date-?time|time-?stamp|timestamp|post-?date|entry-?date"
    r"|pub-?date|publish\w*|posted-?on|article-?date|article-?info|story-?date|update[d]?-?(?:date|time))(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED = ((_CAPTION, "caption"), (_QUOTE, "pullquote"), (_BYLINE, "byline"))
_NUMBER = re.compile(r"\d+")


def name_of(element: Any) -> str:
    """The class, id and role of an element without numbers: elements of one kind are often numbered."""
    names = " ".join(element.get(key) or "" for key in ("class", "id", "role", "data-testid"))
    return _NUMBER.sub("", " ".join(names.split()))[:300]


def hint_of(tag: str, name: str, above: str) -> str:
    """What an element says its text is; `above`: what the elements around it say. The innermost word counts."""
    above = "" if tag == "table" or (above == "byline" and tag in HEADINGS) else above
    own = _HINTS.get(tag) or above
    if not name or tag in _NEVER_HINTS:
        return own
    return next((word for pattern, word in _NAMED if pattern.search(name)), own)


def aside_of(tag: str, name: str) -> str:
    """The name of an element that says that it stands beside the article; empty for all others."""
    if not name or tag in _NEVER_HINTS:
        return tag if tag in _ASIDES else ""
    return name if tag in _ASIDES or _ASIDE.search(name) else ""
