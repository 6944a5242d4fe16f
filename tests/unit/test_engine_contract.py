"""What every engine must do; the fake shows how little that is."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.hits import Sort
from index.search.engine import PATIENCE, Document, Engine, Found, Match
from index.search.engines import opened
from index.search.nodes import And, DateRange, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, State, Word
from index.search.query import Query, parse
from index.search.tokens import terms

TODAY = date(2024, 3, 1)


class FakeEngine:
    """Looks at every document each time; counts words for a score."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.fresh = True

    def update(self, documents: Iterable[Document], removed: Collection[str] = ()) -> None:
        self.documents = {key: value for key, value in self.documents.items() if key not in removed}
        self.documents |= {document.id: document for document in documents}

    def search(self, query: Query, *, limit: int = 20, sort: Sort = "relevance", only: Collection[str] | None = None,
               states: Callable[[State], Collection[str]] | None = None, recent: bool = False,
               every: bool = False) -> Found:  # fmt: skip
        self.states = states or (lambda state: ())
        kept = [d for d in self.documents.values() if only is None or d.id in only]
        found = {d.id: self.score(query.root, d) for d in kept if query.root is None or self.score(query.root, d)}
        root, notes = query.root, ()
        if not found and isinstance(root, And) and root.implicit and not query.strict:
            most = {d.id: sum(bool(self.score(part, d)) for part in root.parts) for d in kept}
            found = {key: float(count) for key, count in most.items() if count * 2 > len(root.parts)}
            notes = ("no article has all the words; showing those with most of them",) if found else ()
        order = sorted(found, key=lambda key: (self.key(sort, self.documents[key]), -found[key], key))
        matches = tuple(Match(key, found[key]) for key in order[:limit])
        return Found(matches, len(order), frozenset(self.words(query.root)), notes, tuple(order) if every else ())

    def key(self, sort: Sort, d: Document) -> tuple[object, ...]:
        day = int((d.published or "0000-00-00").replace("-", "").ljust(8, "0"))
        return {"relevance": (), "newest": (-day,), "oldest": (not day, day), "outlet": (not d.outlet, d.outlet)}[sort]

    def score(self, node: Node | None, d: Document) -> float:
        match node:
            case None:
                return 1
            case And(parts):
                each = [self.score(part, d) for part in parts]
                return sum(each) if all(each) else 0
            case Or(parts):
                return sum(self.score(part, d) for part in parts)
            case Not(part):
                return not self.score(part, d)
            case State():
                return d.id in self.states(node)
            case DateRange(first, last):
                day = d.published
                return bool(day) and str(first or "").removesuffix("-01").removesuffix("-01") <= day <= str(last or 9)
            case Near(left, right, most):
                text = self.text("", d)
                at = [[i for i, word in enumerate(text) if word == side.text] for side in (left, right)]
                return any(abs(i - j) <= most for i in at[0] for j in at[1])
            case Phrase(words, slop, field):
                gap = rf"(?: \S+){{0,{slop}}} "
                return len(re.findall(rf"(?<!\S){gap.join(words)}(?!\S)", " ".join(self.text(field, d))))
            case Pattern(text, field):
                return sum(bool(re.fullmatch(text.replace("*", ".*"), word)) for word in self.text(field, d))
            case Fuzzy(text, field) | Word(text, field):
                return self.text(field, d).count(text) + self.text("title", d).count(text) * (not field)
        raise AssertionError(node)

    def text(self, field: str, d: Document) -> list[str]:
        everything = (d.title, d.body, d.outlet, d.agency, *d.authors, *d.tags, d.notes)
        parts = {"": everything, "title": (d.title,), "outlet": (d.outlet,), "author": d.authors, "tag": d.tags,
                 "note": (d.notes,), "lang": (d.language,), "url": (d.url,), "story": (d.story,),
                 "agency": (d.agency,)}[field]  # fmt: skip
        return terms(" / ".join(parts))

    def words(self, node: Node | None) -> Iterator[str]:
        if isinstance(node, And | Or):
            for part in node.parts:
                yield from self.words(part)
        elif isinstance(node, Word):
            yield node.text

    def close(self) -> None:
        pass


ARTICLES = (
    Document("a1", "Tokayev meets Putin", "Kassym-Jomart Tokayev met Vladimir Putin in Astana. Grain was the topic.",
             "Moscow Times", "Reuters", ("Anna Petrova",), "https://example.org/a1", "en", "2023-11-09", "Talks"),
    Document("b2", "Grain harvest falls", "The grain harvest fell by a third. Farmers in Astana blame the drought.",
             "Steppe Daily", "", ("Boris Ivanov",), "https://example.org/b2", "en", "2023-11", "Harvest"),
    Document("c3", "Putin in Beijing", "Vladimir Putin flew to Beijing. Grain was not on the list, gas and oil were.",
             "Moscow Times", "AFP", (), "https://example.org/c3", "en", "2024-01-15", "Beijing talks",
             ("china", "gas"), "Check the volume of the pipeline"),
    Document("d4", "Élections à Lyon", "Les électeurs de Lyon ont voté dimanche. La participation baisse.", "Le Matin",
             language="fr"),
    Document("e5", "電力会社", "東京電力は今日、新しい計画を発表した。", "Asahi", language="ja", published="2022"),
)  # fmt: skip


@pytest.fixture(params=["fake", "whoosh", "tantivy"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "tantivy":
        pytest.importorskip("tantivy")
    engine = FakeEngine() if request.param == "fake" else opened(request.param, tmp_path / "search", PATIENCE)
    engine.update(ARTICLES)
    yield engine
    engine.close()


def ask(engine: Engine, text: str, **options: object) -> Found:
    return engine.search(parse(text, TODAY), **options)  # type: ignore[arg-type]  # options of several types


def ids(engine: Engine, text: str, **options: object) -> set[str]:
    return {match.id for match in ask(engine, text, **options).matches}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tokayev putin", {"a1"}),
        ("grain", {"a1", "b2", "c3"}),
        ("grain -putin", {"b2"}),
        ("tokayev OR drought", {"a1", "b2"}),
        ("(tokayev OR drought) AND astana AND farmers", {"b2"}),
        ('"grain harvest"', {"b2"}),
        ('"harvest grain"', set()),
        ('"gas oil"', set()),
        ('"gas oil"~1', {"c3"}),
        ("gas NEAR/2 oil", {"c3"}),
        ("putin NEAR/2 oil", set()),
        ("harv*", {"b2"}),
        ("b*ijing", {"c3"}),
        ("title:putin", {"a1", "c3"}),
        ("in:title grain", {"b2"}),
        ("-title:putin grain", {"b2"}),
        ('outlet:"Moscow Times"', {"a1", "c3"}),
        ("agency:afp", {"c3"}),
        ("author:petrova", {"a1"}),
        ("petrova", {"a1"}),
        ("url:example.org/b2", {"b2"}),
        ("lang:fr", {"d4"}),
        ("tag:china", {"c3"}),
        ("note:pipeline", {"c3"}),
        ("story:harvest", {"b2"}),
        ("ELECTIONS", {"d4"}),
        ("東京", {"e5"}),
        ("京東", set()),
        ("date:2023-11", {"a1", "b2"}),
        ("on:2023-11-09", {"a1"}),
        ("since:2024", {"c3"}),
        ("until:2022", {"e5"}),
        ("grain date:2023", {"a1", "b2"}),
        ("-date:2023", {"c3", "d4", "e5"}),
        ("", {"a1", "b2", "c3", "d4", "e5"}),
        ("zzzzqq", set()),
    ],
)
def test_a_query_finds(engine: Engine, text: str, found: set[str]) -> None:
    answer = ask(engine, text, every=True)
    assert {match.id for match in answer.matches} == found
    assert answer.total == len(found)
    assert set(answer.all_ids) == found


def test_states_are_resolved_by_the_caller(engine: Engine) -> None:
    known = {("is", "unread"): ["a1", "b2"], ("has", "note"): ["c3"]}
    asked = {"states": lambda state: known[state.kind, state.value]}
    assert ids(engine, "grain is:unread", **asked) == {"a1", "b2"}
    assert ids(engine, "grain -is:unread", **asked) == {"c3"}
    assert ids(engine, "has:note", **asked) == {"c3"}
    assert ids(engine, "has:note") == set()


def test_only_restricts_and_unknown_ids_do_no_harm(engine: Engine) -> None:
    assert ids(engine, "grain", only=["b2", "nobody"]) == {"b2"}
    assert ids(engine, "", only=["b2"]) == {"b2"}
    assert ids(engine, "grain", only=[]) == set()


def test_the_limit_cuts_the_matches_and_not_the_total(engine: Engine) -> None:
    found = ask(engine, "grain", limit=1, every=True)
    assert (len(found.matches), found.total, len(found.all_ids)) == (1, 3, 3)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ["c3", "a1", "b2", "e5", "d4"]),
        ("oldest", ["e5", "b2", "a1", "c3", "d4"]),
        ("outlet", ["e5", "d4", "a1", "c3", "b2"]),
    ],
)
def test_hits_come_in_the_order_asked_for_and_undated_ones_last(engine: Engine, sort: Sort, order: list[str]) -> None:
    assert [match.id for match in ask(engine, "", sort=sort).matches] == order


def test_scores_fall(engine: Engine) -> None:
    scores = [match.score for match in ask(engine, "grain putin harvest OR astana").matches]
    assert scores == sorted(scores, reverse=True)


def test_words_that_never_meet_are_relaxed_and_it_is_said(engine: Engine) -> None:
    found = ask(engine, "farmers drought beijing")
    assert [match.id for match in found.matches] == ["b2"]
    assert any("most of them" in note for note in found.notes)


def test_explicit_operators_and_strict_queries_are_never_relaxed(engine: Engine) -> None:
    assert ids(engine, "farmers AND drought AND beijing") == set()
    assert engine.search(parse("farmers drought beijing", TODAY, strict=True)).total == 0


def test_applying_a_change_twice_does_no_harm(engine: Engine) -> None:
    engine.update(ARTICLES)
    engine.update(ARTICLES, removed=["nobody"])
    assert ask(engine, "grain").total == 3


def test_a_changed_document_takes_the_place_of_the_old_one(engine: Engine) -> None:
    engine.update([replace(ARTICLES[1], title="Rye", body="Only rye grew.")])
    assert ids(engine, "rye") == {"b2"}
    assert ids(engine, "drought") == set()


def test_a_removed_document_is_found_no_more(engine: Engine) -> None:
    engine.update([], removed=["b2", "b2"])
    assert ids(engine, "grain") == {"a1", "c3"}
    assert ids(engine, "") == {"a1", "c3", "d4", "e5"}
    engine.update([ARTICLES[1]])
    assert ids(engine, "drought") == {"b2"}


def test_the_marks_hold_the_words_of_the_query(engine: Engine) -> None:
    assert {"grain", "putin"} <= ask(engine, "grain Putin").marks


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                ["grain", '"', "(", ")", "-", "OR", "AND", "NEAR/3", "p*", "*", "grian~", "in:title", "on:2023"]
            ),
            max_size=8,
        ).map(" ".join),
    )
)  # fmt: skip
def test_no_query_raises_and_none_finds_more_than_there_is(engine: Engine, text: str) -> None:
    found = ask(engine, text, every=True)
    assert found.total == len(found.all_ids) <= len(ARTICLES)
