from tui.history import MOST, History


def of(*queries: str) -> History:
    history = History()
    for query in queries:
        history = history.with_query(query)
    return history


def test_a_query_stands_once_where_it_was_asked_last() -> None:
    assert of("a", "b", "a").queries == ("b", "a")


def test_only_so_many_are_kept() -> None:
    assert of(*(str(n) for n in range(MOST + 3))).queries[0] == "3"


def test_leafing_back_and_forth_comes_back_to_the_own_words() -> None:
    back = of("a", "b").older("c")
    assert (back.shown, back.older("b").shown, back.older("b").older("a").shown) == ("b", "a", "a")
    assert back.newer().shown == "c"


def test_what_stands_in_the_line_already_is_passed_over() -> None:
    assert of("a", "b").older("b").shown == "a"
    assert of("a").older("a") == of("a")
