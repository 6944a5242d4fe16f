from index.hits import Facets
from tui.panes.facet_rows import bars, facet_line, facet_rows
from tui.panes.facts import Fact
from tui.render import width_of

FACETS = Facets(
    (("", 1), ("2023-11-08", 1), ("2023-11-09", 3), ("2024-07-03", 1)), (("AFP", 3), ("AP", 1)), (("s1", 4), ("s2", 1))
)


def test_the_bar_is_as_high_as_there_are_hits_and_empty_where_there_are_none() -> None:
    drawn = bars(FACETS.days, 10)
    assert len(drawn) == 10 and drawn[0] == "█" and drawn[-1] not in "▁█" and set(drawn[1:-1]) == {"▁"}


def test_one_day_has_no_bar() -> None:
    assert bars((("", 4), ("2023-11-08", 1))) == ""


def test_years_and_months_are_days_too() -> None:
    assert len(bars((("2023", 1), ("2024-02", 1)), 5)) == 5


def test_the_line_names_span_outlets_and_stories() -> None:
    line = "".join(words for words, _ in facet_line(FACETS, 120))
    assert "8 Nov 2023 – 3 Jul 2024 · AFP 3 · AP 1 · 2 stories" in line


def test_the_line_fits() -> None:
    assert all(width_of(facet_line(FACETS, width)) <= width for width in range(36, 140))


def test_every_row_leads_to_the_words_that_narrow_the_query() -> None:
    rows = facet_rows(FACETS, {"s1": "One", "s2": "Two"})
    found = {row.text: row.leads_to for row in rows if isinstance(row, Fact)}
    assert found["AFP"] == 'source:"AFP"' and found["One"] == "story:s1" and found["Nov 2023"] == "date:2023-11"


def test_what_all_have_in_common_narrows_nothing() -> None:
    assert not [row for row in facet_rows(Facets((), (("AP", 3),), ()), {}) if isinstance(row, Fact)]
