from hypothesis import given
from hypothesis import strategies as st

from index.stories.ties import Changed, Tie, Ties


def after(ties: Ties, changed: Changed) -> Ties:
    return Ties([*({*ties.all()} - {*changed.taken}), *changed.given])


def test_merged_articles_belong_together_by_way_of_each_other():
    ties = after(Ties(), Ties().merged(["c", "a", "b"]))
    assert ties.bound(["a", "b", "c", "d"]) == [["a", "b", "c"]]
    assert ties.together("a", "c")
    assert not ties.together("a", "d")


def test_what_is_split_off_is_apart_from_the_rest_and_together_with_itself():
    merged = after(Ties(), Ties().merged(["a", "b", "c", "d"]))
    ties = after(merged, merged.split(["a", "b"], ["c", "d"]))
    assert ties.bound(["a", "b", "c", "d"]) == [["a", "b"], ["c", "d"]]
    assert ties.apart(["a"], ["d"])
    assert not ties.apart(["a"], ["b"])


def test_a_later_merge_ends_what_an_earlier_split_settled():
    split = after(Ties(), Ties().split(["a"], ["b"]))
    ties = after(split, split.merged(["a", "b"]))
    assert ties.together("a", "b")
    assert not ties.apart(["a"], ["b"])


def test_an_article_that_moves_leaves_no_tie_to_the_story_it_comes_from():
    merged = after(Ties(), Ties().merged(["a", "b", "c"]))
    ties = after(merged, merged.moved("b", ["a", "c"], ["x", "y"]))
    assert ties.bound(["a", "b", "c", "x", "y"]) == [["a", "c"], ["b", "x", "y"]]
    assert ties.apart(["b"], ["a", "c"])


def test_articles_that_are_gone_still_hold_the_others_together():
    ties = after(Ties(), Ties().merged(["a", "gone", "z"]))
    assert ties.bound(["a", "z"]) == [["a", "z"]]


def test_a_split_cuts_ties_that_run_through_an_article_that_is_gone():
    ties = Ties([Tie("a", "gone", True), Tie("b", "gone", True)])
    assert ties.together("a", "b")
    assert not after(ties, ties.split(["a"], ["b"])).together("a", "b")


NAMES = st.sampled_from("abcdef")
STEPS = st.lists(st.tuples(st.booleans(), st.sets(NAMES, min_size=2, max_size=4)), max_size=6)


@given(STEPS)
def test_what_was_settled_last_holds_and_can_be_taken_back(steps):
    ties = Ties()
    for together, names in steps:
        ordered = sorted(names)
        before = set(ties.all())
        changed = ties.merged(ordered) if together else ties.split(ordered[:1], ordered[1:])
        ties = after(ties, changed)
        if together:
            assert ties.bound(ordered) == [ordered]
        else:
            assert ties.apart(ordered[:1], ordered[1:])
            assert not any(ties.together(ordered[0], other) for other in ordered[1:])
        assert ({*ties.all()} - {*changed.given}) | {*changed.taken} == before
