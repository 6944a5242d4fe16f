from hypothesis import given
from hypothesis import strategies as st

from index.models import Article, Block, Role, Sentence
from index.stories.features import Features, features
from index.stories.likeness import Archive, View, compare
from index.stories.recurring import Recurring


def written(*lines: str) -> Features:
    blocks = tuple(Block(Role.BODY, line) for line in lines)
    sentences = tuple(Sentence(at, 0, len(line)) for at, line in enumerate(lines))
    return features(Article("x", (), "", "", "", (), None, "", "", "en", blocks, sentences))


def phrases(article: Features) -> list[str]:
    pairs = zip(article.phrases[::3], article.phrases[1::3], strict=True)
    return [f"{article.terms[left]} {article.terms[right]}" for left, right in pairs]


def test_a_phrase_recurs_where_another_article_holds_it_too():
    first, second = written("The coast guard saved pilots."), written("Some coast guard boats left.")
    told = dict(zip(phrases(first), Recurring([first, second]).of(first), strict=True))
    assert told["coast guard"]
    assert not told["save pilot"]


def test_an_article_that_repeats_itself_makes_no_phrase_recur():
    alone = written("The coast guard came.", "The coast guard left.")
    assert not any(Recurring([alone]).of(alone))


def test_words_that_both_hold_apart_are_no_phrase_of_both():
    first, second = written("The coast guard came."), written("The guard left the coast.")
    assert not any(Recurring([first, second]).of(first))


def test_phrases_that_nobody_else_holds_do_not_part_two_reports():
    first = written("The coast guard saved pilots near Valdoria.")
    second = written("The coast guard saved sailors near Mirella.")
    archive = Archive([first, second])
    recurring = Recurring([first, second])
    views = [View.of(each, archive, recurring) for each in (first, second)]
    assert views[0].phrases.keys() == views[1].phrases.keys() == {"coast guard", "guard save"}


def test_of_two_pairs_alike_in_all_else_the_shorter_is_likelier_to_be_one_event():
    short = [written("Okonkwo found Aurelia."), written("Okonkwo found Aurelia.")]
    long = [Features(*(500 if name == "words" else getattr(one, name) for name in Features.__slots__)) for one in short]
    odds = []
    for pair in (short, long):
        archive, recurring = Archive(pair), Recurring(pair)
        odds.append(compare(*(View.of(each, archive, recurring) for each in pair)).odds)
    assert odds[0] > odds[1]


@given(st.lists(st.text(alphabet="abc déА ", max_size=40), max_size=6))
def test_the_order_of_the_articles_does_not_matter(texts):
    articles = [written(text) for text in texts]
    forward, back = Recurring(articles), Recurring(articles[::-1])
    assert [forward.of(each) for each in articles] == [back.of(each) for each in articles]
