from hypothesis import given
from hypothesis import strategies as st

from index.models import Article, Block, Role, Sentence
from index.stories.archive import Archive
from index.stories.features import Features, features
from index.stories.likeness import compare
from index.stories.sketch import Sketch
from index.stories.views import View
from index.stories.views import views as seen


def written(*lines: str) -> Features:
    blocks = tuple(Block(Role.BODY, line) for line in lines)
    sentences = tuple(Sentence(at, 0, len(line)) for at, line in enumerate(lines))
    return features(Article("x", (), "", "", "", (), None, "", "", "en", blocks, sentences))


def phrases(article: Features) -> list[str]:
    pairs = zip(article.phrases[::3], article.phrases[1::3], strict=True)
    return [f"{article.terms[left]} {article.terms[right]}" for left, right in pairs]


def shared(at: int, archive: Archive) -> list[bool]:
    """For each phrase of an article, whether another one holds it too."""
    return archive.shared(archive.rows.phrases(at, at + 1)).tolist()


def told(*articles: Features) -> dict[str, bool]:
    """The phrases of the first article, and the same of them."""
    return dict(zip(phrases(articles[0]), shared(0, Archive.of(articles)), strict=True))


def test_a_phrase_recurs_where_another_article_holds_it_too():
    recurs = told(written("The coast guard saved pilots."), written("Some coast guard boats left."))
    assert recurs["coast guard"]
    assert not recurs["save pilot"]


def test_an_article_that_repeats_itself_makes_no_phrase_recur():
    assert not any(told(written("The coast guard came.", "The coast guard left.")).values())


def test_words_that_both_hold_apart_are_no_phrase_of_both():
    assert not any(told(written("The coast guard came."), written("The guard left the coast.")).values())


def views(articles: list[Features]) -> list[View]:
    return seen(range(len(articles)), Archive.of(articles))


def odds(articles: list[Features]) -> float:
    first, second = views(articles)
    [likeness] = compare([first], [second])
    return likeness.odds


def test_phrases_that_nobody_else_holds_do_not_part_two_reports():
    first = written("The coast guard saved pilots near Valdoria.")
    second = written("The coast guard saved sailors near Mirella.")
    one, two = views([first, second])
    assert len(one.phrases) == 2
    assert one.phrases.tolist() == two.phrases.tolist()


def test_of_two_pairs_alike_in_all_else_the_shorter_is_likelier_to_be_one_event():
    short = [written("Okonkwo found Aurelia."), written("Okonkwo found Aurelia.")]
    long = [Features(*(500 if name == "words" else getattr(one, name) for name in Features.__slots__)) for one in short]
    assert odds(short) > odds(long)


@given(st.lists(st.text(alphabet="abc déА ", min_size=1, max_size=40), min_size=2, max_size=5))
def test_articles_compared_at_once_are_as_like_as_one_by_one_and_either_way_round(texts):
    articles = [written(text) for text in texts]
    first, *others = views(articles)
    together = compare([first] * len(others), others)
    assert together == [compare([first], [other])[0] for other in others]
    assert together == compare(others, [first] * len(others))


@given(st.lists(st.text(alphabet="abc déА ", max_size=40), min_size=1, max_size=6))
def test_an_article_looks_the_same_alone_and_among_others(texts):
    archive = Archive.of([written(text) for text in texts])
    for at, view in enumerate(seen(range(len(texts)), archive)):
        [alone] = seen([at], archive)
        assert alone.terms.tolist() == view.terms.tolist()
        assert alone.weights.tolist() == view.weights.tolist()
        assert alone.phrases.tolist() == view.phrases.tolist()
        assert alone.telling.tolist() == view.telling.tolist()


@given(st.lists(st.text(alphabet="abc déА ", max_size=40), max_size=6))
def test_the_order_of_the_articles_does_not_matter(texts):
    articles = [written(text) for text in texts]
    forward, back = Archive.of(articles), Archive.of(articles[::-1])
    places = range(len(texts))
    assert [shared(at, forward) for at in places] == [shared(at, back) for at in places[::-1]]


FEW = "Kestrel Okonkwo Aurelia Valdoria Mirella Tveit"


def test_a_word_that_few_articles_hold_says_more_than_one_that_many_hold():
    others = [written(f"Nothing happened in district {at}.") for at in range(80)]
    rare = [written(f"{FEW} was seen."), written(f"People met {FEW}.")]
    common = [written(f"{FEW} again in district {at}.") for at in range(30)]
    apart = Archive.of([*rare, *others]), Archive.of([*rare, *common, *others])
    likely = [compare(*([view] for view in seen([0, 1], archive)))[0].odds for archive in apart]
    assert likely[0] > likely[1] + 1


def test_a_sketch_holds_all_that_is_compared():
    article = written("The ferry sank on Thursday, 9 November, with 312 aboard.")
    sketch = Sketch.of(article)
    assert sketch.heard[::3] == article.counts
    assert sketch.heard[2::3] == article.kinds
    assert sketch.days[:7] == article.weekdays
    assert sketch.days[7:] == bytes([11, 9])
    [view] = seen([0], Archive.of([article]))
    assert view.dates == {11 << 5 | 9}
    assert view.weekdays == (0, 0, 0, 1, 0, 0, 0)
