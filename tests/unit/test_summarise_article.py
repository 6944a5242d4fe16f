"""The summary of one article."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.models import Article, Block, Origin, Ranking, Role, Sentence
from index.summarise.article import body_sentences, rank, summarise
from index.summarise.nutgraf import scenes

FLOOD = [
    "The river Elbe flooded the old town of Meissen on Tuesday and 900 people had to leave their homes.",
    "It was the third flood in ten years.",
    "Mayor Olaf Raschke said the water would keep rising until Thursday.",
    "Who will pay for the damage?",
    "The state of Saxony promised 20 million euros for the people of Meissen.",
    "But nobody knows when the money will come.",
    "Read more about floods in our newsletter.",
    "Firefighters from Dresden brought pumps and sandbags to the harbour.",
]


def article(sentences: list[str], *, language: str = "en", title: str = "", role: Role = Role.BODY) -> Article:
    """One paragraph to a sentence."""
    blocks = tuple(Block(role, text) for text in sentences)
    marks = tuple(Sentence(at, 0, len(text)) for at, text in enumerate(sentences))
    return Article("a", (Origin("a.txt"),), title, "", "", (), None, "", "", language, blocks, marks)


def test_every_line_is_the_sentence_it_names() -> None:
    one = article(FLOOD)
    lines = summarise(one, rank(one), sentences=4).lines
    assert [line.text for line in lines] == [one.sentence(line.sentence) for line in lines]
    assert {line.article for line in lines} == {"a"}


def test_lines_come_in_text_order_and_as_many_as_asked_for() -> None:
    one = article(FLOOD)
    ranking = rank(one)
    for wanted in range(1, 9):
        numbers = [line.sentence for line in summarise(one, ranking, sentences=wanted).lines]
        assert len(numbers) == wanted
        assert numbers == sorted(numbers)


def test_the_event_comes_before_questions_teasers_and_dangling_sentences() -> None:
    one = article(FLOOD)
    ranking = rank(one)
    assert [line.sentence for line in summarise(one, ranking, sentences=1).lines] == [0]
    assert [line.sentence for line in summarise(one, ranking, sentences=6).lines] == [0, 1, 2, 4, 5, 7]


def test_a_sentence_that_only_says_what_the_title_says_comes_late() -> None:
    for opening in ("Saxony: 20 million euros for floods.", "In Pictures: Floods Cost Saxony 20 Million Euros"):
        one = article([opening, *FLOOD], title="Floods cost Saxony 20 million euros")
        assert 0 not in [line.sentence for line in summarise(one, rank(one), sentences=3).lines]


SCENE = [
    "On any other morning the steps of the church would be full of children with satchels.",
    "Instead, silence lay over the square, and somebody had put candles on the wall.",
]


def test_the_line_that_says_what_the_story_is_leads_and_not_the_scene_before_it() -> None:
    one = article([*SCENE, *FLOOD])
    assert [line.sentence for line in summarise(one, rank(one), sentences=1).lines] == [2]
    assert max(rank(one).scores[:2]) < rank(one).scores[2]
    titled = article([*SCENE, *FLOOD], title="Candles on the church wall of Meissen")
    assert [line.sentence for line in summarise(titled, rank(titled), sentences=1).lines] == [2]


def test_an_opening_about_what_the_text_is_about_sets_no_scene() -> None:
    found = [["flood"], ["church", "step"], *[["flood", "money"]] * 6]
    spread = {"flood": 7, "money": 6, "church": 1, "step": 1}
    texts = ["The flood.", "Steps of the church.", *["The money for the flood."] * 6]
    assert scenes(texts, found, spread, frozenset(), "en") == 2
    assert scenes(["It cost 20 million.", *texts[1:]], found, spread, frozenset(), "en") == 0
    assert scenes(["To Dresden, Meissen, Pirna and Leipzig.", *texts[1:]], found, spread, frozenset(), "en") == 0
    assert scenes(texts, found, spread, frozenset({"church", "step"}), "en") == 1
    assert scenes(texts[:7], found[:7], spread, frozenset(), "en") == 0


def test_a_text_that_never_comes_to_the_point_is_told_from_its_opening() -> None:
    found = [[f"a{n}", f"b{n}"] for n in range(9)]
    spread = {f"c{n}": 2 for n in range(8)}
    assert scenes(["A word."] * 9, found, spread, frozenset(), "en") == 0


@pytest.mark.parametrize(
    "opening",
    [
        "It was a rainy morning when the Elbe came to Meissen.",
        "Imagine the Elbe in the church of Meissen in 1845.",
        "I grew up in Meissen on the Elbe, in Saxony, near Dresden.",
    ],
)
def test_an_opening_like_a_tale_sets_a_scene_whatever_it_names(opening: str) -> None:
    one = article([opening, *FLOOD])
    assert [line.sentence for line in summarise(one, rank(one), sentences=1).lines] == [1]


def test_the_opening_begins_behind_furniture() -> None:
    plain, led = article(FLOOD), article(["Karl May", *FLOOD])
    there, here = rank(plain).scores, rank(led).scores
    assert max(range(len(here)), key=here.__getitem__) == 1
    assert here[1] > there[1]


def test_a_sentence_that_points_back_is_taken_only_behind_the_one_it_points_to() -> None:
    one = article(["The bridge of Meissen was closed.", "He blamed the water for it.", "Trains to Dresden stopped."])
    behind = Ranking("test", (1.0, 0.9, 0.8))
    alone = Ranking("test", (0.1, 0.9, 0.8))
    assert [line.sentence for line in summarise(one, behind, sentences=2).lines] == [0, 1]
    assert [line.sentence for line in summarise(one, alone, sentences=1).lines] == [2]


def test_a_short_text_is_its_own_summary() -> None:
    one = article(["He left.", "Why?", "Read more here."])
    assert [line.sentence for line in summarise(one, rank(one)).lines] == [0, 1, 2]


def test_an_article_without_sentences_has_an_empty_summary() -> None:
    empty = article([])
    assert rank(empty).scores == ()
    assert summarise(empty, rank(empty)).lines == ()


def test_only_body_sentences_are_summarised_and_yet_all_have_a_score() -> None:
    body = article(FLOOD)
    quote = Block(Role.QUOTE, "“The river Elbe flooded the old town of Meissen on Tuesday,” said Olaf Raschke.")
    mixed = Article(
        *("a", body.origins, "", "", "", (), None, "", "", "en"),
        blocks=(quote, *body.blocks),
        sentences=(Sentence(0, 0, len(quote.text)), *(Sentence(s.block + 1, s.start, s.end) for s in body.sentences)),
    )
    ranking = rank(mixed)
    assert len(ranking.scores) == 9
    assert ranking.scores[0] == min(ranking.scores)
    assert 0 not in [line.sentence for line in summarise(mixed, ranking, sentences=8).lines]


def test_an_article_of_quotations_only_is_still_summarised() -> None:
    quotations = article(FLOOD, role=Role.QUOTE)
    assert body_sentences(quotations) == list(range(8))
    assert len(summarise(quotations, rank(quotations)).lines) == 3


def test_a_line_that_repeats_another_gives_way() -> None:
    one = article([FLOOD[0], FLOOD[0].replace("old town", "town"), FLOOD[2], FLOOD[4]])
    ranking = Ranking("test", (4.0, 3.9, 2.0, 1.0))
    assert [line.sentence for line in summarise(one, ranking, sentences=2).lines] == [0, 2]


def test_whoever_asks_for_more_lines_than_differ_gets_the_repeating_ones_but_no_double() -> None:
    one = article([FLOOD[0], FLOOD[0].replace("old town", "town"), FLOOD[0], FLOOD[2]])
    ranking = Ranking("test", (4.0, 3.0, 2.0, 1.0))
    assert [line.sentence for line in summarise(one, ranking, sentences=4).lines] == [0, 1, 3]


@pytest.mark.parametrize("words", [20, 40, 60])
def test_a_word_budget_is_kept_but_for_a_sixth(words: int) -> None:
    one = article(FLOOD)
    lines = summarise(one, rank(one), sentences=1, words=words).lines
    assert len(lines) >= 1
    assert len(" ".join(line.text for line in lines).split()) <= max(words * 1.15, len(FLOOD[0].split()))
    assert words < 40 or len(lines) > 1


def test_a_body_sentence_may_start_inside_its_block() -> None:
    text = "One bridge in Meissen was closed. Two more bridges in Meissen followed at noon."
    blocks = (Block(Role.BODY, text),)
    one = Article(
        *("a", (Origin("a"),), "", "", "", (), None, "", "", "en"), blocks, (Sentence(0, 0, 33), Sentence(0, 34, 79))
    )
    assert summarise(one, rank(one)).lines[1].text == "Two more bridges in Meissen followed at noon."


def test_chinese_and_arabic_texts_are_ranked_by_what_they_say() -> None:
    chinese = article(
        ["俄罗斯总统普京周四访问哈萨克斯坦。", "天气很好。", "普京与哈萨克斯坦总统讨论了能源合作。", "他喜欢茶。"],
        language="zh",
    )
    arabic = article(
        [
            "زار الرئيس الروسي فلاديمير بوتين كازاخستان يوم الخميس.",
            "كان الطقس جميلا.",
            "ناقش بوتين مع رئيس كازاخستان التعاون في مجال الطاقة.",
            "لماذا؟",
        ],
        language="ar",
    )
    for one in (chinese, arabic):
        assert [line.sentence for line in summarise(one, rank(one), sentences=2).lines] == [0, 2]


def test_a_language_without_a_stemmer_still_works() -> None:
    one = article(FLOOD, language="und")
    assert summarise(one, rank(one), sentences=1).lines[0].sentence == 0


def test_ten_thousand_sentences_are_all_ranked() -> None:
    many = article(
        [f"Town {n % 977} sold {n} tons of {'wheat' if n % 3 else 'rice'} to city {n % 31}." for n in range(10_000)]
    )
    ranking = rank(many)
    assert len(ranking.scores) == 10_000
    assert len(summarise(many, ranking, sentences=10).lines) == 10


@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=60), max_size=12), st.integers(1, 10))
def test_any_text_gives_verbatim_lines(texts: list[str], wanted: int) -> None:
    one = article(texts)
    lines = summarise(one, rank(one), sentences=wanted).lines
    assert all(line.text == texts[line.sentence] for line in lines)
    assert len(lines) <= wanted


SCRIPT = """
from index.models import *
from index.summarise.article import rank
from index.summarise.methods import methods
texts = {texts!r}
one = Article("a", (Origin("a"),), "Flood in Meissen", "", "", (), None, "", "", "en",
              tuple(Block(Role.BODY, t) for t in texts), tuple(Sentence(n, 0, len(t)) for n, t in enumerate(texts)))
for method in methods():
    print(rank(one, method))
"""


def test_scores_are_the_same_whatever_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(texts=FLOOD)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert outputs.pop().count("Ranking(") == 8


def test_reading_a_summary_imports_neither_sumy_nor_numpy() -> None:
    script = (
        "import sys; from index.models import *; from index.summarise.article import summarise\n"
        "from index.summarise.story import summarise_story\n"
        "a = Article('a', (Origin('a'),), '', '', '', (), None, '', '', 'en', (Block(Role.BODY, 'A b c. D e f.'),),"
        " (Sentence(0, 0, 6), Sentence(0, 7, 13)))\n"
        "r = Ranking('x', (1.0, 2.0))\n"
        "assert len(summarise(a, r).lines) == 2 and len(summarise_story([a], {'a': r}).lines) >= 1\n"
        "assert not {'sumy', 'numpy', 'nltk'} & set(sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script], env=env, check=True)


def test_a_title_that_is_only_the_first_words_of_the_text_tells_nothing() -> None:
    bare, titled = article(FLOOD), article(FLOOD, title="The river Elbe flooded the old town…")
    assert rank(titled) == rank(bare)
    assert rank(article(FLOOD, title="Millions from Saxony")) != rank(bare)
