import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.clean.article import clean
from index.models import Article, Block, Origin, Published, Raw, Role, Sentence
from index.stories import cluster, pairs
from index.stories.features import Features, features
from index.stories.ground import Ground
from index.stories.ids import story_id
from index.stories.ties import Tie, Ties
from tests.unit.newsroom import FERRY

SEEDS = Path(__file__).parents[2] / "seeds"

BUDGET = [
    "The parliament of Norland rejected the budget of Finance Minister Elsa Tveit on Wednesday.",
    "Lawmakers voted 88 to 61 against the budget after a debate on fuel taxes in Norland.",
    "Finance Minister Elsa Tveit said she would offer a new budget without the fuel taxes.",
    "The Farmers' League called the vote a victory for rural Norland.",
    "Opposition leader Anton Brandvik asked Elsa Tveit to resign on Wednesday.",
]
MUSEUM = [
    "Thieves stole a bronze helmet from the Museum of Antiquities in Karlovy on Friday.",
    "Curator Milena Hora said the bronze helmet was 2,400 years old and could not be sold.",
    "Police in Karlovy look for two men who fled from the museum on a motorcycle.",
]


def written(title: str, lines: list[str], when: str = "", language: str = "en") -> Features:
    blocks = tuple(Block(Role.BODY, line) for line in lines)
    sentences = tuple(Sentence(at, 0, len(line)) for at, line in enumerate(lines))
    published = Published(when, "day", "metadata") if when else None
    return features(
        Article("x", (), title, "", "", (), published, "", "", language, blocks, sentences)
    )  # fmt: skip


def newsroom() -> dict[str, Features]:
    """Three events, told by several outlets each in its own order and share of the facts."""
    return {
        "f1": written("Ferry Aurelia sinks off Valdoria", FERRY, "2023-11-06"),
        "f2": written("47 saved as ferry sinks off Valdoria", FERRY[1:] + FERRY[:1], "2023-11-07"),
        "f3": written("Divers search for missing of ferry Aurelia", FERRY[:4]),
        "b1": written("Norland parliament rejects budget", BUDGET, "2023-11-08"),
        "b2": written("Finance minister loses budget vote in Norland", BUDGET[1:] + BUDGET[:1], "2023-11-08"),
        "m1": written("Bronze helmet stolen in Karlovy", MUSEUM, "2023-11-10"),
    }


def regroup(known, assigned, changed, ties: Ties | None = None) -> dict[str, str]:
    return cluster.regroup(Ground.of(known), assigned, changed, ties)


def grouped(answer: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(name for name in answer if answer[name] == story) for story in answer.values()}


EVENTS = {frozenset({"f1", "f2", "f3"}), frozenset({"b1", "b2"}), frozenset({"m1"})}


def test_reports_of_one_event_are_one_story_and_others_stand_apart():
    assert grouped(regroup(newsroom(), {}, newsroom())) == EVENTS


def seeds() -> dict[str, Features]:
    read = {}
    for file in sorted(SEEDS.glob("*.txt")):
        article = clean(Raw(Origin(str(file)), file.read_text("utf-8")))
        assert isinstance(article, Article)
        read[file.stem[:3]] = features(article)
    return read


VISIT, SUMMIT = frozenset({"000", "001", "002", "004"}), frozenset({"003"})


def test_the_five_seeds_are_two_stories():
    assert grouped(regroup(seeds(), {}, seeds())) == {VISIT, SUMMIT}


def test_the_seeds_are_the_same_two_stories_among_other_articles():
    known = seeds() | newsroom()
    assert grouped(regroup(known, {}, known)) == {VISIT, SUMMIT} | EVENTS


def archive_of(count: int) -> dict[str, Features]:
    """Invented reports in which the places and offices of the seeds are named as often as in any archive."""
    luck = Random(7)
    known = ["President", "France", "Kazakhstan", "Minister", "Paris", "Russia", "Thursday", "uranium", "trade"]
    made = {}
    for number in range(count):
        own = ["".join(luck.choices("bdklmnrstv", k=6)) + luck.choice(["ago", "eni", "ora"]) for _ in range(40)]
        lines = [
            " ".join(["They", *luck.sample(own, 8), luck.choice(own).title(), *luck.sample(known, 2)]) + "."
            for _ in range(8)
        ]
        made[f"n{number:03}"] = written(" ".join(luck.sample(own, 5)), lines, f"2023-11-{luck.randint(1, 28):02}")
    return made


def test_the_seeds_are_the_same_two_stories_in_an_archive_of_hundreds():
    known = seeds() | archive_of(300)
    stories = grouped(regroup(known, {}, known))
    assert {VISIT, SUMMIT} <= stories
    assert len(stories) > 280


def test_undated_reports_never_join_what_their_days_keep_apart():
    known = newsroom()
    known["late"] = written("Ferry Aurelia sinks off Valdoria", FERRY, "2024-11-06")
    known["undated"] = written("Ferry Aurelia sinks", FERRY)
    answer = regroup(known, {}, known)
    assert answer["late"] != answer["f1"] == answer["f2"]


@given(st.integers(0, 10_000))
@settings(max_examples=10)
def test_the_order_of_the_articles_does_not_matter(seed):
    known = newsroom()
    names = Random(seed).sample(sorted(known), len(known))
    assert regroup({name: known[name] for name in names}, {}, names) == regroup(known, {}, known)


def test_the_answer_is_the_same_whatever_the_hash_seed():
    code = (
        "import sys; sys.path.insert(0, 'tests/unit')\n"
        "from test_cluster import newsroom, regroup, seeds\n"
        "known = newsroom() | seeds()\n"
        "print(sorted(regroup(known, {}, known).items()))"
    )
    told = set()
    for seed in ("1", "2"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": "."}
        ran = subprocess.run([sys.executable, "-c", code], cwd=SEEDS.parent, env=env, capture_output=True, check=True)
        told.add(ran.stdout)
    assert len(told) == 1


def test_adding_one_at_a_time_gives_the_same_stories_and_keeps_their_ids():
    answer: dict[str, str] = {}
    known: dict[str, Features] = {}
    for name, article in newsroom().items():
        known[name] = article
        before, answer = answer, regroup(known, answer, [name])
        assert {old: answer[old] for old in before} == before
    assert grouped(answer) == EVENTS


def test_a_story_is_named_by_its_founder_and_keeps_that_name():
    known = newsroom()
    first = regroup({"f1": known["f1"]}, {}, ["f1"])
    assert first == {"f1": story_id("f1")}
    assert regroup(known, first, known.keys() - {"f1"})["f2"] == story_id("f1")


def test_without_changes_every_article_stays_where_it_is():
    known = newsroom()
    odd = dict.fromkeys(known, "one strange story")
    assert regroup(known, odd, ()) == odd


def test_stories_that_nothing_touches_are_left_alone(monkeypatch):
    monkeypatch.setattr(cluster, "SMALL", 1)
    known = newsroom()
    kept = {"b1": "mine", "b2": "yours"}
    answer = regroup(known, kept, known.keys() - kept.keys())
    assert (answer["b1"], answer["b2"]) == ("mine", "yours")


def test_a_small_archive_is_put_together_anew_with_every_addition():
    known = newsroom()
    odd = {"f1": "mine", "f2": "mine", "b1": "mine", "b2": "yours"}
    assert grouped(regroup(known, odd, known.keys() - odd.keys())) == EVENTS


def test_when_stories_become_one_the_larger_keeps_its_id():
    known = {name: article for name, article in newsroom().items() if name.startswith("f")}
    answer = regroup(known, {"f1": "small", "f2": "large", "f3": "large"}, ["f1"])
    assert set(answer.values()) == {"large"}


def test_a_changed_article_moves_to_the_story_it_now_tells():
    known = newsroom()
    before = regroup(known, {}, known)
    known["b2"] = written("Ferry Aurelia sinks off Valdoria", FERRY, "2023-11-07")
    after = regroup(known, before, ["b2"])
    assert after["b2"] == before["f1"]
    assert after["b1"] == before["b1"]


def test_a_founder_that_leaves_its_story_gets_a_new_one():
    known = newsroom()
    before = regroup(known, {}, known)
    founder = next(name for name in ("f1", "f2", "f3") if story_id(name) == before[name])
    known[founder] = written(
        "Bears return to the hills", ["Brown bears returned to hills above Lake Tarn after decades."]
    )
    after = regroup(known, before, [founder])
    assert after[founder] != before[founder]
    assert {after[name] for name in ("f1", "f2", "f3") if name != founder} == {before[founder]}


def test_an_article_that_is_gone_leaves_no_trace():
    known = newsroom()
    before = regroup(known, {}, known)
    del known["f2"]
    assert regroup(known, before, ()) == {name: before[name] for name in known}


def test_the_same_words_a_year_apart_are_two_events():
    known = newsroom()
    known["late"] = written("Ferry Aurelia sinks off Valdoria", FERRY, "2024-11-06")
    answer = regroup(known, {}, known)
    assert answer["late"] != answer["f1"]


def test_languages_are_never_mixed():
    known = newsroom()
    known["fr"] = written("Ferry Aurelia sinks off Valdoria", FERRY, "2023-11-06", language="fr")
    answer = regroup(known, {}, known)
    assert answer["fr"] not in {answer[name] for name in newsroom()}


def test_an_article_whose_language_is_read_anew_does_not_take_the_story_along():
    known = newsroom()
    before = regroup(known, {}, known)
    known["f1"] = written("Ferry Aurelia sinks off Valdoria", FERRY, "2023-11-06", language="fr")
    after = regroup(known, before, ["f1"])
    assert after["f1"] != after["f2"] == before["f2"]


@pytest.mark.parametrize("lines", [[], ["Ferry"], ["12"], ["the and of"]])
def test_texts_that_say_next_to_nothing_stand_alone(lines):
    known = newsroom() | {name: written("", lines) for name in ("e1", "e2")}
    answer = regroup(known, {}, known)
    assert answer["e1"] not in {answer[name] for name in newsroom()}
    assert set(answer) == set(known)


def test_no_articles_make_no_stories():
    assert regroup({}, {}, ()) == {}


def test_what_the_user_put_together_stays_so_when_grouped_anew():
    ties = Ties([Tie("b1", "m1", True)])
    assert grouped(regroup(newsroom(), {}, newsroom(), ties)) == {
        frozenset({"f1", "f2", "f3"}),
        frozenset({"b1", "b2", "m1"}),
    }


def test_what_the_user_put_apart_stays_so_and_the_rest_is_grouped_as_ever():
    ties = Ties([Tie("f1", "f2", False), Tie("f1", "f3", False)])
    answer = regroup(newsroom(), {}, newsroom(), ties)
    assert grouped(answer) == {frozenset({"f1"}), frozenset({"f2", "f3"}), frozenset({"b1", "b2"}), frozenset({"m1"})}


def test_new_reports_join_a_story_whose_parts_were_put_together_over_months():
    known = newsroom()
    known["late"] = written("Ferry Aurelia is raised off Valdoria", FERRY, "2024-11-06")
    ties = Ties([Tie("f1", "late", True)])
    before = regroup(known, {}, known, ties)
    assert before["late"] == before["f1"]
    known["f4"] = written("Ferry Aurelia sank off Valdoria", FERRY[:3] + FERRY[4:], "2023-11-07")
    answer = regroup(known, before, ["f4"], ties)
    assert answer["f4"] == answer["f1"] == answer["late"] == before["f1"]


def test_articles_of_two_languages_are_one_story_where_the_user_says_so():
    known = newsroom()
    known["d1"] = written(
        "Fähre Aurelia gesunken", ["Die Fähre Aurelia ist vor Valdoria gesunken."], "2023-11-06", "de"
    )
    answer = regroup(known, {}, known, Ties([Tie("d1", "f2", True)]))
    assert answer["d1"] == answer["f1"] == answer["f2"]


def test_more_is_needed_in_a_larger_archive_and_never_more_than_can_be_reached():
    sizes = [0, 1, 1_000, 2_000, 8_000, 100_000, 10_000_000]
    each = [cluster.needed(size) for size in sizes]
    assert each == sorted(each)
    assert each[0] == each[2] < each[3] < each[-1] < 0.6


def test_of_a_large_story_the_better_half_decides_and_of_a_small_one_all():
    assert cluster.agreed([[0.8, 0.2]]) == pytest.approx(0.5)
    assert cluster.agreed([[0.9, 0.9, 0.9, 0.0, 0.0, 0.0]]) == pytest.approx(0.9)
    assert cluster.agreed([[0.9, 0.9, 0.3, 0.0]]) == pytest.approx(0.7)
    assert cluster.agreed([]) == 0.0


BRIDGE = [
    "A bridge near Port Mirella fell on Tuesday while lorries crossed it.",
    "Engineers had warned of rust in the bridge near Port Mirella for years.",
    "Inspector Halden closed two more bridges of the same make.",
]


def leaves(known: dict[str, Features], there: list[str], elsewhere: list[str]) -> bool:
    """Whether `x`, which was in the first story, stands in the other one after all are put together anew."""
    assigned = dict.fromkeys([*there, "x"], "there") | dict.fromkeys(elsewhere, "elsewhere")
    return regroup(known, assigned, known)["x"] != "there"


def between_two_stories() -> dict[str, Features]:
    """`x` tells a little more of the second event than of the first one."""
    return {
        "f1": written("Ferry Aurelia sinks off Valdoria", FERRY, "2023-11-06"),
        "f2": written("47 saved as ferry sinks off Valdoria", FERRY[1:] + FERRY[:1], "2023-11-07"),
        "g1": written("Bridge falls near Port Mirella", BRIDGE, "2023-11-07"),
        "g2": written("Engineers warned of rusty bridge near Port Mirella", BRIDGE[1:] + BRIDGE[:1], "2023-11-07"),
        "x": written("Ferry and bridge: a black week in Mirella", FERRY[:4] + BRIDGE, "2023-11-07"),
    }


def test_an_article_changes_its_story_only_where_it_fits_much_better(monkeypatch):
    monkeypatch.setattr(pairs, "APART", 0.0)
    known = between_two_stories()
    story = ["f1", "f2"] if regroup(known, {}, known)["x"] == regroup(known, {}, known)["g1"] else ["g1", "g2"]
    other = [name for name in known if name not in (*story, "x")]
    monkeypatch.setattr(cluster, "LOYAL", 3.0)
    assert leaves(known, story, other)
    monkeypatch.setattr(cluster, "LOYAL", 0.0)
    monkeypatch.setattr(cluster, "GAIN", 1.0)
    assert not leaves(known, story, other)
    monkeypatch.setattr(cluster, "GAIN", -1.0)
    assert leaves(known, story, other)


def test_an_article_that_no_longer_fits_its_story_leaves_it():
    known = newsroom()
    answer = regroup(known, dict.fromkeys(("b1", "b2", "m1"), "there"), known)
    assert answer["b1"] == answer["b2"] == "there" != answer["m1"]
