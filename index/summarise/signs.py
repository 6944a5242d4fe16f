"""What is wrong with a sentence as a line of a summary, told from its own words.

The lists of words are short on purpose: a sentence in a language without a list is judged by its marks alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.words import fold

DANGLING = {
    "en": (
        "he she it they his her hers its their theirs him them this that these those such both neither here there "
        "but and or so yet nor however also meanwhile moreover furthermore instead otherwise therefore thus hence "
        "then still besides likewise similarly nevertheless nonetheless indeed additionally consequently another "
        "others one"
    ),
    "fr": "il elle ils elles on ce cela ça cet cette ces son sa ses leur leurs mais et ou donc or ni car puis aussi",
    "de": "er sie es sein seine ihr ihre dies diese dieser dieses das aber und oder doch denn auch dann jedoch",
    "es": "él ella ellos ellas esto este esta estos estas eso su sus pero y o sino también además luego entonces",
    "it": "egli lui lei loro questo questa questi queste ciò suo sua ma e o però anche poi inoltre quindi",
    "pt": "ele ela eles elas isto isso este esta esse essa seu sua mas e ou porém também além então",
    "nl": "hij zij ze het dit dat deze die zijn haar hun maar en of ook dan echter bovendien daarnaast",
    "sv": "han hon den det de detta dessa hans hennes deras men och eller också dock sedan",
    "ru": "он она оно они это этот эта эти его ее их но и а или однако также тогда кроме",
}
"""Openings that point back to a sentence the summary may not show."""
ASIDES = re.compile(
    r"(?:in addition|for example|for instance|as a result|on the other hand|in contrast|by contrast|in other words|"
    r"after that|at the time|at that time|in turn|in fact|of course|according to (?:him|her|them|it)\b|"
    r"(?:the|an?) (?:former|latter)\b|as such|even so|that said|not only that)\b",
    re.IGNORECASE,
)
"""Openings of several English words that point back."""
SCENES = re.compile(
    r"(?:on any (?:other|given)|it was (?:an?|\d+|just|supposed|meant|nothing|not|one)|it turns out|there was a time|"
    r"there are (?:many|some|few)|once upon|in fairy|i (?:grew|remember|was|have|had)|when i|imagine|"
    r"picture (?:this|an?|the)|mention|if you|you (?:may|might|could|probably)|don['’]t)\b",
    re.IGNORECASE,
)
"""Openings of English articles that do not come to the point yet."""
TEASERS = (
    " read more", " read also", " read the full", " click here", " click on", " click the", " sign up for",
    " newsletter", " subscribe to our", " follow us", " scroll down", " see also:", " watch below", " watch more",
    " watch the video", " share this", " tap here", " download the app", " more on this", " tune in", " stay tuned",
    " please see", " please visit", " live updates", " story continues", " continue reading", " sponsored content",
    " related:", " lire aussi", " mehr zum thema", " lesen sie", " leer más", " lea también", " leggi anche",
    " leia mais", " lees ook", " читайте",
)  # fmt: skip
"""Words that want to be clicked, in small letters."""
CALLS = (
    " sign up", " subscribe", " sponsored", " advertisement", " more from", " find out more", " learn more", " watch:",
)  # fmt: skip
"""Words that do so where a sentence begins with them."""
GREETINGS = (
    " good morning", " good afternoon", " good evening", " hello and ", " welcome to ", " welcome back", " thank you ",
    " thanks for ", " we are closing ", " we're closing ", " that's all ", " that is all ",
)  # fmt: skip
"""What transcripts and live blogs begin and end with."""
LEFTOVERS = (
    "http://", "https://", "www.", "pic.twitter", "©", " all rights reserved", "getty images", " contributed to this",
    " photo:", " photo by", " photos by", " image:", " images:", " picture:", " video:", " caption:", " credit:",
    " source:", " file photo", " reporting by", " editing by", " writing by", " copyright", " may not be published",
    " may not be reproduced", " first published", " originally published", " first appeared", " originally appeared",
    " this article was", " this story was", " this story has been", " this article has been", " updated at ",
    " opinions expressed", " views expressed", " e-mail him", " e-mail her", " email us", " is a columnist",
    " copy this code", " autoplay ", " currently unavailable", " not available for this article",
    " is a contributor", " usage statistics", " usage data", " presented by ", "(photo", "(image", "(ap photo",
)  # fmt: skip
"""Furniture that cleaning may let through, in small letters."""
LABELLED = re.compile(
    r"(?:CLOSE|WATCH|LISTEN|PHOTOS?|VIDEO|MORE|RELATED|CORRECTION|UPDATED?|Story highlights)\b[:|]? "
    r"|(?:Note|Editor['’]s [Nn]ote|Correction|Clarification|Disclosure|Disclaimer): "
)
"""A button or a label of the page that has run into the sentence behind it."""
UNFOLDING = re.compile(r"\w['’\"”)]? MORE [(,a-z]")
"""A button that has run into the middle of a sentence."""
POSTED = re.compile(r"(?:[-–—|] *)?\w[^@()]{1,50}\(@\w{2,}\)|[-–—] *(?:AP )?Photos?\b|\| ")
"""Who posted something on a social network, or what a picture shows, set off from the text by a bar or a dash."""
CAPTION = re.compile(r"(?<!day), (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}\.?$")
"""The end of a caption: where and when a picture was taken. In a sentence "on" or a weekday stands before a date."""
SIGNED = re.compile(r"^[\w .,'’/-]{0,50}\([A-Z][\w .&/-]{1,40}\)\s*(?:--|[-–—])?\s*(?=[\"“A-Z])")
"""Where and by whom a report was written: (CNN), WASHINGTON (Reuters) –; what follows is the sentence."""
SPEECH = re.compile(r"[A-Z][A-Z.,' -]{2,40}:|@\w{2,}")
"""A line of a transcript or of a social network: who speaks stands before a colon, or a handle."""
QUOTED = re.compile(r"[“„][^“”]*[”“]|«[^»]*»|「[^」]*」|『[^』]*』|\"[^\"]*\"")
CLOSING = "\"'”’»)]）」』"
END = ".!?。！？؟۔।"
HEADLINE, CAPITALS = 4, 0.9
"""A line of so many words or more without an end, this share of the long ones with a capital, is a headline."""
LONG_WORD = 4
POINTS_BACK = re.compile(r"(?:[\w'’-]+ ){1,4}[\w'’-]+, (?:he|she|it|they|his|her|their|this|that|these|those)\b")
"""A short phrase, then a word that stands for somebody: Just last week, he …"""
SPEAKER = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|we|We|our|Our|us|my|My|you|You|your|Your|me|[Ll]et['’]s)\b")
"""The writer or the reader in person: a column, an appeal, a transcript."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks against a sentence; each is 0 for nothing, 1 for fully."""

    quoted: float
    """The share of it that stands in quotation marks, where it is more than a half."""
    broken: float
    """It is a piece: quotation marks that do not close, a small letter at its start, no end."""
    asks: float
    """It is a question; one that a statement leads up to is so in part."""
    teases: float
    """It wants to be clicked."""
    leftover: float
    """It is furniture that cleaning let through: a credit, a link, a notice."""
    personal: float
    """It speaks as I, we or you."""
    shouts: float
    """It is in capitals throughout: a heading or a label."""


def signs(text: str, language: str) -> Signs:
    """The signs of one sentence; a dateline before it is no part of it."""
    text = SIGNED.sub("", text)
    plain = QUOTED.sub(" ", text)
    bare = text.rstrip(CLOSING)
    small = f" {text.lower()}"
    share = 1 - len(plain) / max(1, len(text))
    return Signs(
        quoted=share if share > 0.5 else 0.0,
        broken=float(_is_broken(text, plain, bare)),
        asks=(0.4 if ": " in text else 1.0) * bare.endswith(("?", "？", "؟")),
        teases=float(
            small.startswith(CALLS) or any(phrase in small for phrase in TEASERS) or bare.endswith(("...", "…"))
        ),
        leftover=float(_is_leftover(text, small)),
        personal=float(SPEAKER.search(plain) is not None) if language == "en" else 0.0,
        shouts=float(len(text) > 3 and text.isupper()),
    )


@cache
def _dangling(language: str) -> frozenset[str]:
    return frozenset(map(fold, DANGLING.get(language, "").split()))


def dangles(text: str, language: str) -> bool:
    """True when a sentence opens by pointing back (He, But, In addition): it needs the one before it."""
    opening = re.match(r"\W*([^\W_]+)", text)
    if opening is None:
        return False
    if fold(opening.group(1)) in _dangling(language):
        return True
    return language == "en" and (ASIDES.match(text) or POINTS_BACK.match(text)) is not None


def sets_scene(text: str, language: str) -> bool:
    """True when a text that opens with this will only come to its point (It was a rainy morning when …)."""
    return language == "en" and SCENES.match(SIGNED.sub("", text)) is not None


def _is_leftover(text: str, small: str) -> bool:
    return (
        small.startswith(GREETINGS)
        or any(phrase in small for phrase in LEFTOVERS)
        or any(pattern.match(text) for pattern in (SPEECH, LABELLED, POSTED))
        or UNFOLDING.search(text) is not None
        or CAPTION.search(text) is not None
        or (text.startswith("•") and (not text.endswith(tuple(END)) or text.count("•") > 1))
        or _is_headline(text)
    )


def _is_headline(text: str) -> bool:
    words = text.split()
    long = [word for word in words if len(word) >= LONG_WORD and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return len(words) >= HEADLINE and not text.endswith(tuple(END)) and 1 < CAPITALS * len(long) <= capitals


def _is_broken(text: str, plain: str, bare: str) -> bool:
    """A piece of a sentence, or an aside in brackets; a comma, a colon or dots at the end count as no end."""
    return (
        any(mark in plain for mark in '“”«»"「」')
        or text[:1].islower()
        or text[:1] in CLOSING[3:] + ",;:)"
        or text[:2] in ('" ', "' ")
        or not bare.endswith(tuple(END))
        or (text.startswith("(") and text.endswith(")"))
    )
