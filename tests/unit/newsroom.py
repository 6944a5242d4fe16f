"""Small articles for the tests of stories."""

from __future__ import annotations

from index.clean.sentences import split
from index.models import Article, Block, Origin, Published, Role, Sentence

FERRY = [
    "The ferry Aurelia sank off Valdoria on Monday after striking a reef near Cape Sorrow.",
    "The coast guard of Valdoria saved 47 passengers from the ferry Aurelia, Captain Okonkwo said.",
    "Divers searched the reef near Cape Sorrow for 12 missing passengers on Monday evening.",
    "Captain Okonkwo told reporters that the ferry had left Port Mirella in a storm.",
    "Survivors from the Aurelia were taken to a hospital in Port Mirella.",
]


def report(
    name: str,
    *paragraphs: str | Block,
    day: str = "",
    outlet: str = "",
    agency: str = "",
    language: str = "en",
    path: str = "",
) -> Article:
    """An article of these paragraphs, split into sentences as the cleaner does."""
    blocks = tuple(p if isinstance(p, Block) else Block(Role.BODY, p) for p in paragraphs)
    sentences = tuple(
        Sentence(at, *span)
        for at, block in enumerate(blocks)
        if block.role in (Role.BODY, Role.QUOTE)
        for span in split(block.text, language)
    )
    published = Published(day, "day", "metadata") if day else None
    origin = Origin(path or f"/{name}.txt")
    facts = (f"Title of {name}", outlet, agency, (), published, "", "", language)
    return Article(name, (origin,), *facts, blocks, sentences)
