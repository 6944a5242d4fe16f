import pytest

from index.models import Article, ArticleRow, Block, Origin, Published, Role, Sentence
from index.stories.archive import Archive
from index.stories.describe import describe, inferred_date
from index.stories.features import features


def row(name: str, title: str, published: Published | None = None) -> ArticleRow:
    return ArticleRow(name, Origin(f"/{name}.txt"), title, "", "", (), published, "", "en", 100, "s", False)


def day(when: str, found_in: str = "metadata") -> Published:
    return Published(when, "day", found_in)


def month(when: str) -> Published:
    return Published(when, "month", "byline")


FERRY = "The ferry Aurelia sank off Valdoria on Monday. The coast guard of Valdoria saved 47 people from the ferry."
TEXTS = {"a": "Ferry Aurelia sinks off Valdoria", "b": "Morning briefing", "c": "Dozens saved as ferry sinks"}


def read(title: str):
    block = Block(Role.BODY, FERRY)
    return features(
        Article("x", (), title, "", "", (), None, "", "", "en", (block,), (Sentence(0, 0, len(FERRY)),))
    )  # fmt: skip


def story(*rows: ArticleRow):
    known = {one.id: read(one.title) for one in rows}
    others = [read("Budget vote").__class__.from_json(read("Budget vote").to_json())]
    return describe("s", rows, known, Archive.of([*known.values(), *others]))


def test_the_headline_is_the_most_typical_one_and_never_invented():
    assert story(*(row(name, title) for name, title in TEXTS.items())).headline == TEXTS["a"]


def test_a_story_without_headlines_has_none():
    assert story(row("a", ""), row("b", "")).headline == ""


def test_articles_stand_earliest_first_and_the_undated_last():
    told = story(row("a", "x"), row("b", "y", day("2023-11-10")), row("c", "z", day("2023-11-09")))
    assert told.articles == ("c", "b", "a")
    assert (told.first, told.last) == ("2023-11-09", "2023-11-10")


def test_an_inferred_date_is_no_day_of_the_story():
    told = story(row("a", "x", Published("2023-11", "month", "inferred from its story: November 2023")))
    assert (told.first, told.last) == ("", "")


def test_the_words_of_a_story_are_spelled_as_in_the_texts():
    terms = story(row("a", TEXTS["a"]), row("c", TEXTS["c"])).terms
    assert {"Valdoria", "ferry"} <= set(terms)
    assert "47" not in terms


@pytest.mark.parametrize(
    ("members", "when"),
    [
        ([day("2023-11-09"), day("2023-11-10"), None], "2023-11"),
        ([month("2023-11"), day("2023-11-10")], "2023-11"),
        ([day("2023-10-31"), day("2023-11-01")], "2023"),
        ([Published("2023", "year", "byline"), day("2023-11-01")], "2023"),
        ([day("2023-12-31"), day("2024-01-01")], None),
        ([None], None),
        ([Published("2023-11", "month", "inferred from its story: November 2023")], None),
    ],
)
def test_a_date_is_inferred_as_closely_as_the_others_agree(members, when):
    found = inferred_date(members)
    assert (found and found.when) == when


def test_an_inferred_date_says_where_it_comes_from():
    found = inferred_date([day("2023-11-09")])
    assert found == Published("2023-11", "month", "inferred from its story: November 2023")
    assert found.inferred
