"""Names that go on after `and`: the Food and Drug Administration, the Department of Health and Human Services."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.models import Article
from index.stories.people import TITLES, is_lead
from index.words import fold

_WORD = r"[A-Z][a-zà-ÿ]+(?:-[a-z]+)?"
_HEAD = (
    "Initiative|Administration|Agency|Commission|Committee|Council|Party|Ministry|Department|Act|Fund|Bureau|Institute|"
    "Foundation|Association|Union|Center|Centre|Organization|Organisation|Corporation|Front|Movement|Alliance|Museum|"
    "Service|Services|Office|Board|Authority|Society|Partnership|Exchange"
)
_NEAR = 24
"""Characters in which the word before stands."""
_BEFORE_HEAD = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Tt]heir|['’]s)\s(?:[A-Z][A-Z.]+\s)?"
    rf"(?P<whole>(?P<left>{_WORD}) and (?P<right>{_WORD})(?: {_WORD})? (?:{_HEAD}))\b"
)
_AFTER_HEAD = re.compile(
    r"\b(?P<whole>(?:Ministry|Department|Organi[sz]ation|Office|Committee|Council|Institute|Cent(?:re|er)|Bureau|"
    rf"Association|Agency|Campaign|Federation) (?:of|for|on) (?:{_WORD} )?(?P<left>{_WORD}) and (?P<right>{_WORD})"
    rf"(?: (?:Affairs|Services|Security|Protection|Development|Policy|Management|Trade|Welfare|Education|Studies|"
    r"Relations|Research|Technology|Sciences|Progress|Culture|Tourism|Prevention|Control|Medicine)| in Europe)?)\b"
)


def joined(articles: Sequence[Article]) -> tuple[str, ...]:
    """Names of this kind, longest first. Where either side is named by itself as well, two things are named."""
    texts = [block.text for article in articles for block in article.blocks if " and " in block.text]
    found = {
        match["whole"]: match for text in texts for sign in (_BEFORE_HEAD, _AFTER_HEAD) for match in sign.finditer(text)
    }
    whole = "\n".join(block.text for article in articles for block in article.blocks) if found else ""
    kept = [
        name for name, match in found.items() if not any(_alone(match[side], name, whole) for side in ("left", "right"))
    ]
    return tuple(sorted(kept, key=lambda name: (-len(name), name)))


def _alone(word: str, name: str, text: str) -> bool:
    """True for a title, and for a word that is a name by itself elsewhere."""
    found = [match.span() for match in re.finditer(rf"\b{word}\b", text)]
    single = sum(not _in_a_run(text, start, end) for start, end in found)
    return fold(word) in TITLES or single > text.count(name)


def _in_a_run(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands right before or after it."""
    left = text[max(0, start - _NEAR) : start].split(" ")
    right = text[end : end + 2]
    before = left[-2] if len(left) > 1 and not left[-1] else ""
    return (before[:1].isupper() and not is_lead(before)) or (right[:1] == " " and right[1:].isupper())
