"""`compare` and `about` on the command line."""

from __future__ import annotations


def test_two_articles_are_compared_sentence_by_sentence(cli):
    left, right, *_ = max(cli("stories", "--json").records, key=lambda record: len(record["articles"]))["articles"]
    pairs = cli("compare", left, right, "--json").records
    sides = [[pair[side] for pair in pairs if pair[side] is not None] for side in ("left", "right")]
    for id, found in zip((left, right), sides, strict=True):
        (article,) = cli("show", id, "--json").records
        assert {one["sentence"] for one in found} == set(range(article["sentences"]))
        assert all(one["article"] == id and one["text"] for one in found)
    told = cli("compare", left[:8], right[:8])
    assert told.code == 0 and "only in the first" in told.err
    assert told.out.startswith("‹ ")


def test_an_article_beside_itself_says_the_same(cli):
    id = cli("articles", "--json").records[0]["id"]
    assert "0 only in the first, 0 in the second" in cli("compare", id, id).err


def test_everything_about_somebody_is_found_in_all_spellings_of_the_name(cli):
    (found,) = cli("about", "Vladimir", "Putin", "--json").records
    assert found["name"] == "Vladimir Putin" and len(found["articles"]) == 5
    assert {len(story["articles"]) for story in found["stories"]} == {1, 4}
    shown = cli("about", "Vladimir Putin").out
    assert shown.startswith("Vladimir Putin") and "4 articles" in shown and "Xi Vie for Influence" in shown


def test_nobody_is_told_as_such(cli):
    told = cli("about", "Nobody Atall")
    assert (told.code, told.out) == (1, "") and "nothing names it" in told.err


def test_what_has_no_letters_is_no_name(cli):
    for name in (" ", '"'):
        told = cli("about", name)
        assert (told.code, told.out) == (2, "")
        assert "names nothing" in told.err
