import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.snippets import highlights, snippet
from index.search.tokens import terms, tokens
from index.words import WORD, fold

FILLER = "Nothing of the kind was said about the weather in the valley that week. "


def marked(text: str, words: list[str], language: str = "en") -> list[str]:
    return [text[start:end] for start, end in highlights(text, words, language)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Raïssi spoke; RAISSI left.", ["raissi"], ["Raïssi", "RAISSI"]),
        ("O’Neill met O'Neill and Oneill.", ["oneill"], ["O’Neill", "O'Neill", "Oneill"]),
        ("The runner was running to run.", ["running"], ["running", "run"]),
        ("Il est né à l’Iran.", ["iran"], ["Iran"]),
        ("Москва о Москве", ["москва", "москве"], ["Москва", "Москве"]),
        ("東京電力は今日", ["東", "京"], ["東", "京"]),
        ("NATO加盟のNATO", ["nato"], ["NATO", "NATO"]),
        ("Montana, montane.", ["montana"], ["Montana"]),
        ("forerun prerun", ["run"], []),
        ("anything", [], []),
        ("", ["a"], []),
    ],
)
def test_words_are_marked_as_the_index_sees_them(text: str, words: list[str], found: list[str]) -> None:
    assert marked(text, words) == found


def test_inflections_follow_the_language() -> None:
    assert marked("les élections et l’élection", ["elections"], "fr") == ["élections", "élection"]
    assert marked("les élections et l’élection", ["elections"], "und") == ["élections"]


LETTERS = "aesßéÉioO’'ʼ -.ﬁİŉ½дЖü"


@given(st.text(LETTERS, max_size=30), st.data())
def test_no_word_is_overlooked_whatever_letters_fold_to(text: str, data: st.DataObject) -> None:
    every = [(match.start(), match.end(), fold(match.group())) for match in WORD.finditer(text)]
    mark = data.draw(st.sampled_from([folded for *_, folded in every if folded] or ["a"]))
    assert {(start, end) for start, end, folded in every if folded == mark} <= set(highlights(text, [mark], "und"))


@given(st.text(), st.lists(st.text(min_size=1, max_size=5), max_size=4), st.sampled_from(["en", "fr", "und", "ja"]))
def test_marks_are_apart_and_in_order(text: str, words: list[str], language: str) -> None:
    last = 0
    for start, end in highlights(text, [term for word in words for term in terms(word)], language):
        assert last <= start < end <= len(text)
        last = end


@given(st.text(), st.lists(st.sampled_from(["grain", "oil", "a"])), st.integers(10, 200))
def test_a_snippet_keeps_its_width_and_its_marks(text: str, words: list[str], width: int) -> None:
    text = f"{text} grain {text} oil"
    short = snippet(text, words, "en", width)
    assert len(short.text) <= width
    last = 0
    for start, end in short.spans:
        assert last <= start < end <= len(short.text)
        last = end


def test_every_word_of_a_snippet_stands_in_the_text() -> None:
    text = FILLER * 20 + "Tokayev met Putin in Astana.\n\n" + FILLER * 20
    short = snippet(text, ["putin"], "en")
    assert short.text.strip("…") in " ".join(text.split())
    assert short.text.startswith("…")
    assert short.text.endswith("…")


def test_the_window_with_most_different_words_wins() -> None:
    text = "Putin. Putin. Putin. " + FILLER * 20 + "Tokayev met Putin in Astana. " + FILLER * 20
    short = snippet(text, ["putin", "tokayev"], "en")
    assert [short.text[start:end] for start, end in short.spans] == ["Tokayev", "Putin"]


def test_of_equal_windows_the_first_is_shown() -> None:
    text = "Grain is dear. " + FILLER * 20 + "Grain is cheap. " + FILLER * 20
    assert snippet(text, ["grain"], "en").text.startswith("Grain is dear.")


def test_without_a_marked_word_the_text_begins_at_its_start() -> None:
    short = snippet(FILLER * 5, ["zebra"], "en", 60)
    assert short.text == "Nothing of the kind was said about the weather in the…"
    assert short.spans == ()


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("Grain is\n\n dear.", ["dear"], "en").text == "Grain is dear."
    assert snippet("", ["dear"], "en").text == ""


def test_a_word_far_into_a_long_text_is_found() -> None:
    short = snippet(FILLER * 400 + "A zebra.", ["zebra"], "en")
    assert [short.text[start:end] for start, end in short.spans] == ["zebra"]


@given(st.one_of(st.text(), st.text("ab'’ lLéÉ東タ-.")))
def test_the_terms_of_a_text_are_its_tokens(text: str) -> None:
    assert terms(text) == [folded for _, _, folded in tokens(text)]
