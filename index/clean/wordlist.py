"""Word lists are written as text, the way they are read and sorted."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(words.split())


def word_list(words: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(words.split())


def phrase_set(phrases: str) -> frozenset[str]:
    """The phrases of a text, parted by commas."""
    return frozenset(" ".join(phrase.split()) for phrase in phrases.split(","))
