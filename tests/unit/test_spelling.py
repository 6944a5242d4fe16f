from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.search.spelling import Vocabulary, consonants, distance, lines_with, skeleton, skeletons

NAMES = [
    ("zelensky", "zelenskyy", "zelenskiy", "zelenskii"),
    ("gaddafi", "qaddafi", "kadhafi"),
    ("kasym", "kassym"),
    ("mirziyoyev", "mirzioyev"),
    ("kazakhstan", "kazakstan"),
    ("raisi", "raissi"),
    ("tokayev", "tokaev"),
    ("qassem", "kassem", "ghassem"),
    ("mohammed", "muhammad", "mohamed"),
]
OTHERS = ("election", "parliament", "minister", "harvest", "pipeline", "astana", "zebra", "gadget", "kasbah", "rise")
WORD = st.from_regex(r"[a-z]{5,12}", fullmatch=True)


@pytest.mark.parametrize(("word", "other"), [pair for names in NAMES for pair in permutations(names, 2)])
def test_transliterations_of_a_name_find_each_other(word: str, other: str) -> None:
    found = [variant for variant, _ in Vocabulary([other, *OTHERS]).variants(word, edits=len(word) > 6)]
    assert found == [other]


@given(WORD, st.data())
def test_one_slip_of_a_finger_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("abcxyz"))
    slips = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :],
             word[:at] + word[at + 1] + word[at] + word[at + 2 :]]  # fmt: skip
    wrong = data.draw(st.sampled_from(slips))
    assume(wrong != word)
    assert (word, 1) in Vocabulary([word, *OTHERS]).variants(wrong)


def test_two_slips_are_forgiven_in_long_words_only() -> None:
    words = Vocabulary(["parliamentary", "grain"])
    assert words.variants("parlxamemtary") == [("parliamentary", 2)]
    assert words.variants("gariin") == []


def test_short_words_and_numbers_are_never_widened() -> None:
    words = Vocabulary(["oil", "oils", "1963", "1964", "19634"])
    assert words.variants("oik") == []
    assert words.variants("1962") == []


def test_a_word_is_no_variant_of_itself() -> None:
    assert Vocabulary(["kasym", "kassym"]).variants("kasym") == [("kassym", 1)]


def test_ordinary_words_have_no_transliterations_in_common() -> None:
    words = ("election", "electron", "selection", "ration", "nation", "notion", "harvest", "carvers")
    assert len({skeleton(word) for word in words}) == len(words)


@given(st.lists(st.one_of(WORD, st.text("aeiougfkxyz", min_size=4), st.sampled_from(["ёжжик", "ßıſ", "ffff"]))))
def test_skeletons_of_many_words_are_those_of_each(words: list[str]) -> None:
    each = [skeleton(word) for word in words]
    made, rest = skeletons(words)
    assert (made, rest) == ("\n".join(("", *each, "")), "\n".join(("", *map(consonants, each), "")))
    for bones in each:
        assert [at for at, other in enumerate(each) if other == bones] == list(lines_with(bones, made))


def test_inflections_share_a_stem_in_their_language() -> None:
    words = Vocabulary(
        ["election", "elections", "elected", "elector", "happy", "happier", "happiness", "run", "running"]
    )
    assert words.inflections("elections", "en") == ["elected", "election", "elections"]
    assert words.inflections("running", "en") == ["run", "running"]
    assert set(words.inflections("happiness", "en")) == {"happiness", "happy"}
    assert words.inflections("elections", "und") == ["elections"]
    assert words.inflections("unknown", "en") == []


def test_patterns_match_whole_words() -> None:
    words = Vocabulary(["stan", "kazakhstan", "pakistan", "standard", "kiosk"])
    assert words.matching("stan*") == ["stan", "standard"]
    assert words.matching("*stan") == ["kazakhstan", "pakistan", "stan"]
    assert words.matching("k*k") == ["kiosk"]
    assert words.matching("k*h*n") == ["kazakhstan"]


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_the_distance_is_the_same_both_ways_and_nought_for_equals(first: str, second: str) -> None:
    assert distance(first, second, 9) == distance(second, first, 9)
    assert (distance(first, second, 9) == 0) == (first == second)


def test_the_distance_stops_counting_beyond_the_most() -> None:
    assert distance("grain", "drought", 2) == 3
    assert distance("grain", "grian", 2) == 1
    assert distance("grain", "gran", 2) == 1


@given(st.lists(WORD, max_size=30), WORD)
def test_variants_are_words_of_the_vocabulary_in_a_fixed_order(known: list[str], word: str) -> None:
    found = Vocabulary(known).variants(word)
    assert found == Vocabulary(reversed(known)).variants(word)
    assert {variant for variant, _ in found} <= set(known) - {word}
