from hypothesis import given
from hypothesis import strategies as st

from index.models import Article, Block, Origin, Published, Role, Sentence
from index.stories.features import TERMS, Features, Kind, features


def article(text: str, title: str = "", language: str = "en", published: Published | None = None) -> Article:
    blocks = tuple(Block(Role.BODY, line) for line in text.split("\n") if line)
    sentences = tuple(Sentence(at, 0, len(block.text)) for at, block in enumerate(blocks))
    return Article(
        "a", (Origin("/a.txt"),), title, "", "", (), published, "", "", language, blocks, sentences
    )  # fmt: skip


def kinds(read: Features) -> dict[str, Kind]:
    return {term: Kind(kind) for term, kind in zip(read.terms, read.kinds, strict=True)}


def test_stop_words_are_no_terms_and_words_are_stemmed():
    read = features(article("The ferries were sinking and the ferry sank."))
    assert "ferri" in read.terms
    assert not {"the", "and", "were"} & set(read.terms)


def test_a_capital_inside_a_sentence_makes_a_name_but_one_at_its_start_does_not():
    read = kinds(features(article("Harbour pilots met Okonkwo.\nDivers and Okonkwo left.")))
    assert Kind.NAME in read["okonkwo"]
    assert Kind.NAME not in read["harbour"]


def test_a_possessive_counts_as_the_name_itself():
    read = features(article("They saw Okonkwo's boat and Okonkwo’s crew beside Okonkwo."))
    assert read.counts[read.terms.index("okonkwo")] == 3
    assert "Okonkwo" in read.spelled


def test_words_of_the_headline_and_numbers_are_marked():
    read = kinds(features(article("Rescuers counted 47 survivors.", title="Ferry sinks")))
    assert Kind.TITLE in read["ferri"]
    assert Kind.NUMBER in read["47"]


def test_a_stop_word_parts_two_terms_and_neighbours_are_a_phrase():
    read = features(article("Coast guard of Valdoria", title=""))
    pairs = {
        (read.terms[left], read.terms[right]) for left, right in zip(read.phrases[::3], read.phrases[1::3], strict=True)
    }
    assert pairs == {("coast", "guard")}


def test_days_named_in_the_text_are_found():
    read = features(
        article("It sank on Monday, 9 November.\nOn Monday the coast guard came; the inquiry opens March 3.")
    )
    assert read.weekdays == bytes([2, 0, 0, 0, 0, 0, 0])
    assert read.dates == ("11-9", "3-3")


def test_a_day_is_known_only_where_the_date_is_the_articles_own():
    sure = Published("2023-11-09T18:30", "minute", "metadata")
    month = Published("2023-11", "month", "byline")
    borrowed = Published("2023-11-09", "day", "inferred from its story: November 2023")
    days = [features(article("x y", published=date)).day for date in (sure, month, borrowed, None)]
    assert days == [738833, None, None, None]


def test_a_language_without_spaces_is_read_in_pairs_of_characters():
    read = features(article("渡船沉没", language="zh"))
    assert set(read.terms) == {"渡船", "船沉", "沉没"}


def test_an_empty_and_a_one_word_text_have_features():
    assert features(article("")).terms == ()
    assert features(article("Ferry")).terms == ("ferri",)


def test_a_long_text_keeps_a_bounded_number_of_terms():
    long = " ".join(f"word{n}x" for n in range(5000))
    read = features(article(long))
    assert len(read.terms) == TERMS
    assert len(read.to_json()) < 3000


@given(st.text(max_size=300), st.text(max_size=40), st.sampled_from(["en", "fr", "de", "ru", "zh", "und"]))
def test_features_survive_the_store(text, title, language):
    read = features(article(text, title, language))
    assert Features.from_json(read.to_json()) == read
