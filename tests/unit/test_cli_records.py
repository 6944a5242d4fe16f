import pytest

from index.cli.dates import in_words
from index.cli.pages import article_line, marked
from index.hits import Marked
from index.models import ArticleRow, Origin, Published


def row(
    title: str = "Storm closes harbour", outlet: str = "The Post", published: Published | None = None
) -> ArticleRow:
    return ArticleRow("0123456789abcdef", Origin("/a.txt"), title, outlet, "", (), published, "", "en", 100, "", False)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2023", "2023"),
        ("2023-11", "November 2023"),
        ("2023-11-09", "9 November 2023"),
        ("2023-11-09T18:30", "9 November 2023"),
        ("2023-13", "2023-13"),
        ("yesterday", "yesterday"),
    ],
)
def test_dates_are_told_in_words(when, words):
    assert in_words(when) == words


def test_a_list_line_marks_an_inferred_date():
    assert "~2023-11-09" in article_line(row(published=Published("2023-11-09", "day", "caption (inferred)"))).plain
    assert " 2023-11-09" in article_line(row(published=Published("2023-11-09", "day", "byline"))).plain


def test_columns_stand_whatever_the_width_of_the_letters():
    lines = [article_line(row(outlet=outlet)) for outlet in ("", "新聞", "A very long name of an outlet")]
    assert len({line.cell_len - len("Storm closes harbour") for line in lines}) == 1


def test_an_article_without_title_is_still_a_line():
    assert article_line(row(title="")).plain.endswith("(no title)")


def test_marks_stand_on_their_words_though_controls_are_taken_out():
    text = marked(Marked("a\x1b[1m storm \x07broke [bold]\nout", ((6, 11), (13, 18))))
    assert text.plain == "a storm broke [bold] out"
    assert [text.plain[span.start : span.end] for span in text.spans] == ["storm", "broke"]
