from hypothesis import given
from hypothesis import strategies as st

from index.models import Article, Block, Role, Sentence
from index.stories.archive import Archive
from index.stories.features import Features, features
from index.stories.likeness import View, compare


def written(*lines: str) -> Features:
    blocks = tuple(Block(Role.BODY, line) for line in lines)
    sentences = tuple(Sentence(at, 0, len(line)) for at, line in enumerate(lines))
    return features(Article("x", (), "", "", "", (), None, "", "", "en", blocks, sentences))


def phrases(article: Features) -> list[str]:
    pairs = zip(article.phrases[::3], article.phrases[1::3], strict=True)
    return [f"{article.terms[left]} {article.terms[right]}" for left, right in pairs]


def told(*articles: Features) -> dict[str, bool]:
    """For each phrase of the first article, whether another one holds it too."""
    archive = Archive.of(articles)
    return dict(zip(phrases(articles[0]), archive.recur(archive.rows.phrases(0)).tolist(), strict=True))


def test_a_phrase_recurs_where_another_article_holds_it_too():
    recurs = told(written("The coast guard saved pilots."), written("Some coast guard boats left."))
    assert recurs["coast guard"]
    assert not recurs["save pilot"]


def test_an_article_that_repeats_itself_makes_no_phrase_recur():
    assert not any(told(written("The coast guard came.", "The coast guard left.")).values())


def test_words_that_both_hold_apart_are_no_phrase_of_both():
    assert not any(told(written("The coast guard came."), written("The guard left the coast.")).values())


def views(articles: list[Features]) -> list[View]:
    archive = Archive.of(articles)
    return [View.of(each, at, archive) for at, each in enumerate(articles)]


def odds(articles: list[Features]) -> float:
    first, second = views(articles)
    [likeness] = compare(first, [second])
    return likeness.odds


def test_phrases_that_nobody_else_holds_do_not_part_two_reports():
    first = written("The coast guard saved pilots near Valdoria.")
    second = written("The coast guard saved sailors near Mirella.")
    one, two = views([first, second])
    phrases = [view.keys[view.vectors[:, -1] > 0].tolist() for view in (one, two)]
    assert len(phrases[0]) == 2
    assert phrases[0] == phrases[1]


def test_of_two_pairs_alike_in_all_else_the_shorter_is_likelier_to_be_one_event():
    short = [written("Okonkwo found Aurelia."), written("Okonkwo found Aurelia.")]
    long = [Features(*(500 if name == "words" else getattr(one, name) for name in Features.__slots__)) for one in short]
    assert odds(short) > odds(long)


@given(st.lists(st.text(alphabet="abc déА ", min_size=1, max_size=40), min_size=2, max_size=5))
def test_articles_compared_at_once_are_as_like_as_one_by_one_and_either_way_round(texts):
    articles = [written(text) for text in texts]
    first, *others = views(articles)
    together = compare(first, others)
    assert together == [compare(first, [other])[0] for other in others]
    assert together == [compare(other, [first])[0] for other in others]


@given(st.lists(st.text(alphabet="abc déА ", max_size=40), max_size=6))
def test_the_order_of_the_articles_does_not_matter(texts):
    articles = [written(text) for text in texts]
    forward, back = Archive.of(articles), Archive.of(articles[::-1])
    one = [forward.recur(forward.rows.phrases(at)).tolist() for at in range(len(articles))]
    assert one == [back.recur(back.rows.phrases(at)).tolist() for at in reversed(range(len(articles)))]
