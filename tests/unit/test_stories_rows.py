import numpy as np
import pytest

from index.models import Article, Block, Published, Role, Sentence
from index.stories import neighbours, pairs, rows
from index.stories.features import Features, features
from index.stories.ground import Ground
from index.stories.pairs import Pairs
from index.stories.sketch import code
from index.stories.views import views

LINES = [
    "The ferry Aurelia sank off Valdoria after striking a reef near Cape Sorrow.",
    "Divers searched the reef near Cape Sorrow for passengers of the ferry Aurelia.",
    "The parliament of Norland rejected the budget of Elsa Tveit.",
    "Elsa Tveit said that Norland needs a budget without fuel taxes.",
    "Thieves stole a bronze helmet from the museum in Karlovy.",
]


def written(line: str, when: str = "") -> Features:
    published = Published(when, "day", "metadata") if when else None
    blocks, sentences = (Block(Role.BODY, line),), (Sentence(0, 0, len(line)),)
    return features(Article("x", (), "", "", "", (), published, "", "", "en", blocks, sentences))


def newsroom(*whens: str) -> dict[str, Features]:
    dated = zip(LINES, whens or [""] * len(LINES), strict=True)
    return {f"a{at}": written(line, when) for at, (line, when) in enumerate(dated)}


@pytest.fixture(params=[1, 2, 5_000])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(rows, "_AT_ONCE", request.param)
    monkeypatch.setattr(neighbours, "_AT_ONCE", request.param)
    return int(request.param)


def test_a_term_is_counted_once_for_every_article_that_holds_it(at_once):
    known = newsroom()
    found = Ground.of(known).archive("en").rows
    for term in {term for each in known.values() for term in each.terms}:
        place = code(term) & (found.places - 1)
        assert found.held()[place] == sum(term in each.terms for each in known.values())


def test_all_holders_of_a_wanted_term_are_told(at_once):
    known = newsroom()
    archive = Ground.of(known).archive("en")
    place = archive.rows.terms(0)[0]
    term = next(term for term in known["a0"].terms if code(term) & (archive.rows.places - 1) == place)
    wanted = np.zeros(archive.rows.places, np.bool_)
    wanted[place] = True
    told = [(int(t), int(a)) for some in archive.rows.whose(wanted) for t, a in zip(*some, strict=True)]
    assert told == [(place, at) for at, each in enumerate(known.values()) if term in each.terms]


@pytest.mark.parametrize("slots", [1, 2, 1 << 12])
def test_what_stands_more_than_once_is_found_however_few_slots_there_are(slots, monkeypatch):
    monkeypatch.setattr(rows, "_SLOTS", slots)
    numbers = np.array([7, 3, 7, 9, 3, 7, 4], np.uint32)
    assert sorted({*rows.repeated(numbers).tolist()}) == [3, 7]
    assert rows.repeated(numbers[:0]).tolist() == []


def test_only_phrases_that_articles_share_are_compared(at_once):
    known = newsroom()
    archive = Ground.of(known).archive("en")
    kept = [len(view.phrases) for view in views(range(5), archive)]
    assert kept[0] > 0
    assert kept[0] == kept[1] < len(known["a0"].phrases) // 3
    assert kept[4] == 0


def test_articles_find_those_that_share_their_telling_terms(at_once):
    archive = Ground.of(newsroom()).archive("en")
    found = {at: others[:1] for at, others in neighbours.neighbours(archive, range(5))}
    assert found == {0: [1], 1: [0], 2: [3], 3: [2], 4: []}


@pytest.mark.parametrize("far", ["2020-03-02", "3500-01-01"])
def test_articles_whose_days_are_far_apart_do_not_find_each_other_and_undated_ones_find_both(far, at_once):
    archive = Ground.of(newsroom("2020-01-01", far, "2020-01-01", "", "2020-01-01")).archive("en")
    names = archive.rows.names
    found = {names[at]: {names[other] for other in others} for at, others in neighbours.neighbours(archive, range(5))}
    assert found == {"a0": set(), "a1": set(), "a2": {"a3"}, "a3": {"a2"}, "a4": set()}


def likely(assigned: dict[str, str], *whens: str) -> float:
    ground = Ground.of(newsroom(*whens))
    return Pairs(ground.features.__getitem__, ground.archive("en"), assigned).probability(0, 1)


APART, TOGETHER = {"a0": "mine", "a1": "yours"}, {"a0": "ours", "a1": "ours"}


def test_what_stood_apart_stays_so_for_want_of_a_reason_and_what_is_new_leans_nowhere():
    assert likely(APART) < likely({}) == likely({"a0": "mine"})


def test_in_a_small_archive_only_the_undated_stay_together_for_having_been_so():
    assert likely(TOGETHER) > likely({})
    days = ["2020-01-01"] * 5
    assert likely(TOGETHER, *days) == likely({}, *days)


def test_in_a_large_archive_all_stay_together_for_having_been_so(monkeypatch):
    monkeypatch.setattr(pairs, "SMALL", 1)
    days = ["2020-01-01"] * 5
    assert likely(TOGETHER, *days) > likely({}, *days)
