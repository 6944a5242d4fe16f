from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.nodes import And, DateRange, Fuzzy, Near, Not, Or, Pattern, Phrase, State, Word
from index.search.query import Query, parse, understood
from index.search.query_filters import told, unfiltered

TODAY = date(2023, 11, 15)  # a Wednesday


def read(text: str) -> Query:
    return parse(text, TODAY)


def days(text: str) -> DateRange:
    root = read(text).root
    assert isinstance(root, DateRange)
    return root


PIECES = st.sampled_from(
    ["a", "Raïssi", '"', "“x y”", "(", ")", "-", "OR", "AND", "NOT", "NEAR/3", "~2", "*", "w*d", "title:", "date:",
     "is:", "..", "2023-11", ":", "\x00", "’", "東京", "in:title", "last week", " ", "  "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_any_string_is_a_query(text: str) -> None:
    query = read(text)
    assert query.text == text
    assert understood(query)
    for problem in query.problems:
        assert text[problem.start : problem.end] == problem.text
        assert problem.reason


@given(st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=2, max_size=8))
def test_plain_words_are_all_wanted_and_may_be_relaxed(words: list[str]) -> None:
    assert read(" ".join(words)).root == And(tuple(Word(word) for word in words), implicit=True)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Raïssi", Word("raissi")),
        ('"Raisi"', Word("raisi", exact=True)),
        ('"press freedom"', Phrase(("press", "freedom"))),
        ("“press freedom”~3", Phrase(("press", "freedom"), 3)),
        ("Kassym-Jomart", Phrase(("kassym", "jomart"), exact=False)),
        ("tok*", Pattern("tok*")),
        ("k*st*n", Pattern("k*st*n")),
        ("tokaev~", Fuzzy("tokaev")),
        ("oil NEAR/5 gas", Near(Word("oil"), Word("gas"), 5)),
        ("oil NEAR gas", Near(Word("oil"), Word("gas"), 10)),
        ("a AND b", And((Word("a"), Word("b")))),
        ("a OR b", Or((Word("a"), Word("b")))),
        ("-a", Not(Word("a"))),
        ("NOT NOT a", Word("a")),
        ("a -b", And((Word("a"), Not(Word("b"))), implicit=True)),
        ("(a OR b) c", And((Or((Word("a"), Word("b"))), Word("c")), implicit=True)),
        ("a b OR c", Or((And((Word("a"), Word("b")), implicit=True), Word("c")))),
        ('outlet:"Moscow Times"', Phrase(("moscow", "times"), field="outlet")),
        ("-title:coup", Not(Word("coup", "title"))),
        ("title:(a OR b)", Or((Word("a", "title"), Word("b", "title")))),
        ("in:title a b", And((Word("a", "title"), Word("b", "title")), implicit=True)),
        ("is:unread", State("is", "unread")),
        ("has:notes", State("has", "note")),
        ('source:"The  Gazette"', State("source", "The Gazette")),
        ("-source:Reuters", Not(State("source", "Reuters"))),
        ("東京", Phrase(("東", "京"))),
        ("12:30", Phrase(("12", "30"), exact=False)),
        ("", None),
        ("   ", None),
    ],
)
def test_the_language_means(text: str, root: object) -> None:
    query = read(text)
    assert query.root == root
    assert query.problems == ()


def test_small_letters_are_never_operators() -> None:
    assert read("war and peace or not").root == And(tuple(map(Word, ("war", "and", "peace", "or", "not"))), True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("date:2023", "2023-01-01", "2023-12-31"),
        ("date:2023-11", "2023-11-01", "2023-11-30"),
        ("on:2023-11-09", "2023-11-09", "2023-11-09"),
        ("date:2023-11..2024-02", "2023-11-01", "2024-02-29"),
        ("2023-11..2024-02", "2023-11-01", "2024-02-29"),
        ("on:today", "2023-11-15", "2023-11-15"),
        ("on:yesterday", "2023-11-14", "2023-11-14"),
        ('date:"3 days ago"', "2023-11-12", "2023-11-12"),
        ('date:"last week"', "2023-11-06", "2023-11-12"),
        ('date:"this month"', "2023-11-01", "2023-11-30"),
        ('date:"last month"', "2023-10-01", "2023-10-31"),
        ('date:"last year"', "2022-01-01", "2022-12-31"),
        ('date:"last 7 days"', "2023-11-08", "2023-11-15"),
        ('date:"2 months ago"', "2023-09-01", "2023-09-30"),
        ('date:"9 November 2023"', "2023-11-09", "2023-11-09"),
        ('date:"November 9, 2023"', "2023-11-09", "2023-11-09"),
        ("date:december", "2022-12-01", "2022-12-31"),
        ('date:"two weeks ago"', "2023-10-30", "2023-11-05"),
        ('date:"a week ago"', "2023-11-06", "2023-11-12"),
        ('date:"last three days"', "2023-11-12", "2023-11-15"),
        ('date:"past week"', "2023-11-08", "2023-11-15"),
        ('date:"the last month"', "2023-10-01", "2023-10-31"),
        ('date:"9th of November 2023"', "2023-11-09", "2023-11-09"),
        ("on:09.11.2023", "2023-11-09", "2023-11-09"),
        ("on:20231109", "2023-11-09", "2023-11-09"),
        ("on:monday", "2023-11-13", "2023-11-13"),
        ("on:wednesday", "2023-11-08", "2023-11-08"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, first: str, last: str) -> None:
    assert days(text) == DateRange(date.fromisoformat(first), date.fromisoformat(last))


def test_a_date_may_leave_one_side_open() -> None:
    assert days("since:2023-11") == DateRange(date(2023, 11, 1), None)
    assert days("until:2023-11") == DateRange(None, date(2023, 11, 30))
    assert days("date:2023-11..") == DateRange(date(2023, 11, 1), None)


def test_a_day_of_last_month_that_it_did_not_have_is_its_last_day() -> None:
    root = parse('date:"last 1 months"', date(2024, 3, 31)).root
    assert root == DateRange(date(2024, 2, 29), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("text", "part", "start", "root"),
    [
        ('oil "gas', '"', 4, And((Word("oil"), Word("gas")), True)),
        ("oil )gas", ")", 4, And((Word("oil"), Word("gas")), True)),
        ("(oil", "(", 0, Word("oil")),
        ("oil OR", "OR", 4, Word("oil")),
        ("AND oil", "AND", 0, Word("oil")),
        ("oil NOT", "NOT", 4, Word("oil")),
        ("oil date:soonish", "date:soonish", 4, Word("oil")),
        ("date:2023-02-31 oil", "date:2023-02-31", 0, Word("oil")),
        ("is:happy oil", "is:happy", 0, Word("oil")),
        ("on:31.02.2023 oil", "on:31.02.2023", 0, Word("oil")),
        ('source:"" oil', 'source:""', 0, Word("oil")),
        ("title: oil", "title:", 0, Word("oil")),
        ("colour:red", "colour:", 0, And((Word("colour"), Word("red")), True)),
        ("* oil", "*", 0, Word("oil")),
        ("in:body oil", "in:", 0, Word("oil")),
        ('date:"999999 years ago" oil', 'date:"999999 years ago"', 0, Word("oil")),
        ('"a b" NEAR/2 oil', "NEAR/2", 6, And((Phrase(("a", "b")), Word("oil")))),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_searched(text: str, part: str, start: int, root: object) -> None:
    query = read(text)
    assert [(problem.text, problem.start) for problem in query.problems] == [(part, start)]
    assert query.root == root


def test_endless_parentheses_are_a_problem_and_no_crash() -> None:
    query = read("(" * 5_000 + "oil")
    assert query.problems
    assert query.root == Word("oil")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tokayev (putin OR lavrov) outlet:\"Moscow Times\" date:2023-11",
         "tokayev AND (putin OR lavrov), outlet Moscow Times, in November 2023"),
        ("Raïssi -coup", "Raïssi AND NOT coup"),
        ('"press freedom"~2', '"press freedom" with up to 2 words between'),
        ("oil NEAR/5 gas", "oil within 5 words of gas"),
        ("tokaev~", "tokaev and words like it"),
        ("oil is:unread -has:note", "oil, unread, NOT with a note"),
        ("oil lang:fr", "oil, language fr"),
        ('oil source:"The Gazette"', "oil, source The Gazette"),
        ("oil since:2023-11-09", "oil, since 9 November 2023"),
        ("oil until:2023", "oil, until 31 December 2023"),
        ("date:2023", "in 2023"),
        ("2023-11-09..2023-11-12", "from 9 November 2023 to 12 November 2023"),
        ("on:2023-11-09", "on 9 November 2023"),
        ("a OR (b c)", "a OR (b AND c)"),
        ("", "everything"),
    ],
)  # fmt: skip
def test_a_query_is_told_back_in_words(text: str, told: str) -> None:
    assert understood(read(text)) == told


def test_strict_is_kept() -> None:
    assert parse("oil", TODAY, strict=True).strict
    assert not read("oil").strict


@pytest.mark.parametrize(
    ("text", "filters", "rest"),
    [
        ("putin is:unread", "unread", "putin"),
        ('since:2023-11 grain -outlet:AP "a deal"', "since 1 November 2023, NOT outlet AP", 'grain "a deal"'),
        ('grain source:"The Times" lang:en', "source The Times, language en", "grain"),
        ("grain AND is:read AND deal", "read", "grain AND deal"),
        ("is:read AND grain", "read", "grain"),
        ("grain (is:unread)", "unread", "grain"),
        ("grain 2023-11..2024", "from 1 November 2023 to 31 December 2024", "grain"),
    ],
)
def test_filters_are_told_apart_from_what_is_looked_for(text: str, filters: str, rest: str) -> None:
    query = parse(text, TODAY)
    assert (told(query), unfiltered(query)) == (filters, rest)


@pytest.mark.parametrize("text", ["grain OR is:unread", "is:unread", "grain (is:unread deal)", "title:grain -oil"])
def test_what_holds_in_one_branch_only_or_is_all_that_is_asked_is_no_filter(text: str) -> None:
    assert parse(text, TODAY).filters == ()


@given(st.lists(st.sampled_from(["grain", "is:unread", "AND", "OR", "(", ")", "-", "since:2023", '"', "lang:en"])))
def test_without_its_filters_a_query_has_none(words: list[str]) -> None:
    query = parse(" ".join(words), TODAY)
    kept = unfiltered(query)
    assert all(0 <= one.start < one.end <= len(query.text) for one in query.filters)
    assert not query.filters or len(kept) < len(query.text)
