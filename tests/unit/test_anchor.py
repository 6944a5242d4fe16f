"""Highlights are found again by their numbers or their words, or said to be detached."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.anchor import anchored, words_of
from index.marks import Highlight
from index.models import Article, Block, Role, Sentence


def article(*sentences: str) -> Article:
    text = " ".join(sentences)
    at, spans = 0, []
    for sentence in sentences:
        spans.append(Sentence(0, at, at + len(sentence)))
        at += len(sentence) + 1
    return Article(
        id="a", origins=(), title="", outlet="", agency="", authors=(), published=None, place="", url="",
        language="en", blocks=(Block(Role.BODY, text),), sentences=tuple(spans),
    )  # fmt: skip


def marked(text: Article, first: int, last: int) -> Highlight:
    return Highlight(1, "a", first, last, words_of(text, first, last))


def test_an_unchanged_text_keeps_its_highlight() -> None:
    text = article("One.", "Two.", "Three.")
    assert anchored(marked(text, 1, 2), text) == marked(text, 1, 2)


def test_a_sentence_before_it_moves_the_highlight_on() -> None:
    found = anchored(marked(article("One.", "Two.", "Three."), 1, 1), article("New.", "One.", "Two.", "Three."))
    assert (found.first, found.last) == (2, 2)


def test_words_that_are_gone_leave_it_detached_and_its_text_stays() -> None:
    found = anchored(marked(article("One.", "Two."), 1, 1), article("One.", "Changed."))
    assert found.detached and found.text == "Two."


def test_of_two_places_the_nearer_one_is_meant() -> None:
    found = anchored(marked(article("Yes.", "No.", "Why?", "Yes."), 3, 3), article("Yes.", "No.", "Yes.", "Why?"))
    assert found.first == 2


def test_other_sentence_breaks_do_not_lose_it() -> None:
    found = anchored(marked(article("He came.", "He saw.", "He left."), 0, 1), article("He came. He saw.", "He left."))
    assert (found.first, found.last) == (0, 0)


def test_a_note_on_the_whole_article_stands_wherever_the_text_goes() -> None:
    note = Highlight(1, "a", -1, -1, "", "mine")
    assert anchored(note, article("Other.")) == note and note.whole and not note.detached


@given(st.lists(st.text("ab ", min_size=1).filter(str.strip), min_size=1, max_size=6), st.data())
def test_whatever_is_marked_is_found_again_behind_new_sentences(sentences: list[str], data: st.DataObject) -> None:
    text = article(*(sentence.strip() + "." for sentence in sentences))
    first = data.draw(st.integers(0, len(sentences) - 1))
    last = data.draw(st.integers(first, len(sentences) - 1))
    after = article("Zzz.", *(sentence.strip() + "." for sentence in sentences))
    found = anchored(marked(text, first, last), after)
    assert not found.detached
    assert " ".join(words_of(text, first, last).split()) in " ".join(words_of(after, found.first, found.last).split())
