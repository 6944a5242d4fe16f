"""What is inside a story, asked through the façade."""

from __future__ import annotations

import shutil

import pytest

from index.build.workers import Inline
from index.library import Library, open_library, seeds_folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("inside")
    shutil.copytree(seeds_folder(), folder / "seeds")
    with open_library(folder / "library") as opened:
        list(opened.add([folder / "seeds"], executor=Inline()))
        yield opened


@pytest.fixture(scope="module")
def story(library: Library) -> str:
    return max(library.stories(), key=lambda story: len(story.articles)).id


def test_everything_inside_a_story_stands_where_it_says(library, story):
    inside = library.inside(story)
    mentions = [at for one in inside.names for at in one.mentions]
    mentions += [at for aspect in inside.says.aspects for cell in aspect.cells for at in cell]
    mentions += [figure.mention for row in inside.numbers for figure in row.figures]
    assert len(mentions) > 50
    for at in mentions:
        assert 0 <= at.start < at.end <= len(library.article(at.spot.article).sentence(at.spot.sentence))
    for one in inside.names:
        said = {library.article(at.spot.article).sentence(at.spot.sentence)[at.start : at.end] for at in one.mentions}
        assert said == set(one.variants)


def test_the_people_and_places_of_the_seeds_are_known(library, story):
    kinds = {one.name: one.kind for one in library.inside(story).names}
    assert kinds["Vladimir Putin"] == kinds["Kassym-Jomart Tokayev"] == "person"
    assert kinds["Central Asia"] == kinds["Astana"] == "place"


def test_the_names_of_an_article_are_those_it_has_itself(library, story):
    for id in library.story(story).articles:
        names = library.names(id)
        assert names
        assert {at.spot.article for one in names for at in one.mentions} == {id}
        assert [len(one.mentions) for one in names] == sorted((len(one.mentions) for one in names), reverse=True)


def test_everything_about_a_name_is_found_in_all_its_spellings(library, story):
    found = library.about("Kassym-Jomart Tokayev")
    assert "Kasym-Jomart Tokayev" in found.query
    assert {row.id for row in found.articles} == set(library.story(story).articles)
    assert [(one.story, set(one.articles)) for one in found.stories] == [(story, set(library.story(story).articles))]
    assert sum(count for _, count in found.coverage) <= len(found.articles)


def test_the_query_of_a_name_can_be_asked_as_it_stands(library):
    found = library.about("Vladimir Putin")
    assert {hit.row.id for hit in library.search(found.query)} == {row.id for row in found.articles}


def test_variants_at_hand_are_taken_as_they_are(library):
    found = library.about("Vladimir Putin", ("Vladimir Putin", "Putin"))
    assert found.query == '"Vladimir Putin"'


def test_initials_stand_for_the_full_name_unless_they_are_a_word(library):
    found = library.about("United States", ("United States", "US", "U.S.", "USA", "States"))
    assert found.query == '"United States" OR "U.S." OR "USA"'


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("United States", '"United States" OR "U.S." OR "USA"'),
        ("United Nations", '"United Nations" OR "U.N."'),
        ("u.s.", '"u.s." OR "United States"'),
        ("NATO", '"NATO" OR "North Atlantic Treaty Organization"'),
    ],
)
def test_letters_that_all_know_are_looked_for_where_no_story_has_both(library, name, query):
    assert library.about(name).query == query


def test_nothing_is_known_about_nobody(library):
    found = library.about("Nobody Atall")
    assert (found.articles, found.stories, found.coverage) == ((), (), ())


def test_a_quotation_mark_in_a_name_breaks_no_query(library):
    assert library.about('Vladimir "Putin').articles


def test_what_is_new_tells_every_article_in_one_call(library, story):
    ids = library.story(story).articles
    fresh = library.what_is_new(story)
    assert [one.article for one in fresh] == list(ids)
    assert len(fresh[0].sentences) == fresh[0].total
    known = {one.article: one for one in library.what_is_new(story, ids[:1])}
    assert known[ids[0]].sentences == ()
