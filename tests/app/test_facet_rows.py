from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.hits import Facets
from index.spark import bars
from tui.panes.facet_rows import facet_line, facet_rows
from tui.panes.facts import Fact
from tui.panes.time_columns import between, columns_of, highest, narrowing
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


DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(str)


@given(st.dictionaries(st.one_of(DAYS, DAYS.map(lambda day: day[:7])), st.integers(1, 9), min_size=2))
def test_every_hit_stands_in_a_column_and_all_columns_together_are_the_whole_time(counts: dict[str, int]) -> None:
    days = sorted(counts.items())
    columns = columns_of(days)
    whole = between(columns, len(columns) - 1, 0)
    assert (whole.hits, whole.first, whole.last) == (sum(counts.values()), days[0][0], days[-1][0])
    assert columns[highest(columns)].hits == max(column.hits for column in columns)


def test_columns_narrow_a_query_to_the_days_that_stand_in_them() -> None:
    columns = columns_of(FACETS.days)
    assert narrowing(between(columns, 0, 0)) == "date:2023-11-08..2023-11-09"
    assert narrowing(between(columns, 23, 23)) == "date:2024-07-03"
    assert narrowing(between(columns, 5, 9)) == ""


def test_what_is_chosen_of_the_bar_is_marked_and_told() -> None:
    spans = facet_line(FACETS, 120, (0, 3))
    assert [words for words, look in spans if look == "mark"] == [bars(FACETS.days)[:4]]
    assert spans[-1][0] == "8–9 Nov 2023 · 4 articles"
    assert facet_line(FACETS, 120, (5, 9))[-1][0] == "no article"
