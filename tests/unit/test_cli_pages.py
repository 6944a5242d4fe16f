"""What the command line says of lines and stories: who, when, and how many of the outlets."""

from __future__ import annotations

from dataclasses import replace

from index.cli.pages import receipt, reported
from index.models import ArticleRow, Origin, Published, SummaryLine


def row(id: str, outlet: str) -> ArticleRow:
    when = Published("2023-11-09", "day", "metadata")
    return ArticleRow(id, Origin(f"{id}.txt"), f"Headline {id}", outlet, "", (), when, "", "en", 100, "s", gone=False)


ROWS = {id: row(id, outlet) for id, outlet in (("a", "AP"), ("b", "AFP"), ("c", "AP"), ("d", "Dawn"), ("e", ""))}


def test_a_line_names_its_outlet_its_day_who_else_says_it_and_how_many_of_the_outlets_do() -> None:
    line = SummaryLine("The Elbe rose.", "a", 0, ("b", "c", "e"))
    assert receipt(line, ROWS) == "AP · 9 November 2023 · also AFP (2 of 3 outlets)"
    assert receipt(line, ROWS, story=False) == "AP · 9 November 2023 · also AFP"


def test_what_the_same_outlet_says_twice_is_said_by_nobody_else() -> None:
    assert receipt(SummaryLine("The Elbe rose.", "a", 0, ("c",)), ROWS) == "AP · 9 November 2023"


def test_a_line_of_an_unknown_outlet_names_its_headline() -> None:
    assert receipt(SummaryLine("The Elbe rose.", "e", 0), ROWS) == "Headline e · 9 November 2023"


def test_an_inferred_date_is_marked() -> None:
    inferred = replace(ROWS["a"], published=Published("2023-11-09", "day", "caption (inferred)"))
    assert receipt(SummaryLine("The Elbe rose.", "a", 0), {"a": inferred}) == "AP · ~9 November 2023"


def test_a_story_whose_articles_are_all_from_one_outlet_says_so() -> None:
    assert reported([ROWS["a"], ROWS["c"]]) == "AP alone"
    assert reported([ROWS["a"]]) == "AP"
    assert reported([ROWS["a"], ROWS["e"]]) == "AP"
    assert reported([ROWS["e"]]) == "unknown outlet"
    assert reported([ROWS["a"], ROWS["b"]]) == "AP, AFP"
