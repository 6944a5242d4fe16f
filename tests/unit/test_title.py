"""The headline among the lines above an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.clean.furniture import kind
from index.clean.title import alike, find, first_words, key, marks, stamp, tidy
from index.words import WORD

LEAD = "The harbour of Port Lunde was closed on Tuesday after a freighter lost its cargo of timber in the storm."


def found(*lines: str, start: int) -> tuple[str, str]:
    headline = find(lines, [kind(line) for line in lines], start)
    return headline.text, headline.site


def test_a_headline_above_the_text_is_found() -> None:
    assert (
        found("Spread the love", "Storm closes harbour of Port Lunde", LEAD, start=2)[0]
        == "Storm closes harbour of Port Lunde"
    )


def test_a_page_title_names_headline_and_site() -> None:
    lines = ("Storm closes harbour - The Lunde Herald", "Home", "News", "Storm closes harbour", "March 3, 2021", LEAD)
    assert found(*lines, start=5) == ("Storm closes harbour", "The Lunde Herald")
    assert found(lines[0], "Home", LEAD, start=2) == ("Storm closes harbour", "The Lunde Herald")


def test_what_a_page_title_adds_is_a_name_or_nothing() -> None:
    assert found("Storm closes harbour - The Lunde Herald Skip to content", LEAD, start=1)[1] == "The Lunde Herald"
    assert found("Storm closes harbour - All you need to know. Now", "Storm closes harbour", LEAD, start=2)[1] == ""


def test_a_sentence_of_the_text_is_no_headline() -> None:
    assert found(LEAD, LEAD, start=0) == ("", "")


def test_a_date_before_the_headline_is_a_stamp() -> None:
    line = "date 2023-11-10 Storm closes harbour"
    assert (tidy(line), stamp(line)) == ("Storm closes harbour", "2023-11-10")
    assert stamp("Storm closes harbour") == ""


def test_two_spellings_of_one_headline_are_alike() -> None:
    first, second = (
        'Leader comes to cement his ties among "his closest ally"',
        "Leader comes to cement his ties at 'his plus close ally",
    )
    assert alike(key(first), key(second))
    assert not alike(key(first), key("Leader goes home to rest after a long journey through the steppe"))


def test_a_long_text_without_a_headline_is_named_by_its_first_words() -> None:
    name = first_words(LEAD * 3)
    assert len(name) <= 121 and name.endswith("…") and LEAD.startswith(name[:-1][:50])


HEADLINE = "Storm closes harbour of Port Lunde after freighter’s timber don't sink"
WORDS = st.lists(st.sampled_from(HEADLINE.split()), max_size=12)


@given(st.text(max_size=60))
def test_the_key_of_a_headline_is_its_words_in_lower_case(text: str) -> None:
    assert key(text) == " ".join(WORD.findall(text)).casefold()


@given(WORDS, WORDS)
def test_a_headline_that_is_alike_has_one_of_the_marks(first: list[str], second: list[str]) -> None:
    told, line = key(" ".join(first)), " ".join(second)
    if told and alike(told, key(line)):
        assert any(mark in line.casefold() for mark in marks(told))
