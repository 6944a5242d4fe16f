"""What saved pages tell of their saving, and what follows for their dates."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from index.sources.html_saved import saved
from tests.unit.html_pages import a_page, paragraphs, read

SINGLE_FILE = (
    "<!--\n Page saved with SingleFile \n url: https://gazette.example/market \n"
    " saved date: Thu Nov 09 2023 18:30:00 GMT+0100 (Central European Standard Time)\n-->"
)
BROWSER = "<!-- saved from url=(0030)https://gazette.example/market -->"
HTTRACK = "<!-- Mirrored from gazette.example/market by HTTrack Website Copier/3.x, Thu, 09 Nov 2023 10:00:00 GMT -->"
WAYBACK = "<!--\n     FILE ARCHIVED ON 12:34:56 Nov 09, 2023 AND RETRIEVED FROM THE INTERNET ARCHIVE.-->"
SAVED = 1_699_700_000.0
"""11 November 2023, in seconds since 1970."""


@pytest.mark.parametrize(
    ("note", "url", "when"),
    [
        (SINGLE_FILE, "https://gazette.example/market", datetime(2023, 11, 9, 18, 30)),
        (BROWSER, "https://gazette.example/market", None),
        (HTTRACK, "http://gazette.example/market", datetime(2023, 11, 9, 10, 0)),
        (WAYBACK, "", datetime(2023, 11, 9, 12, 34)),
        ("<!-- saved date: Thu Nov 09 2023 -->", "", None),
    ],
)
def test_the_notes_of_programs_that_save_pages_are_read(note: str, url: str, when: datetime | None) -> None:
    told = saved(a_page().replace("</html>", f"{note}</html>") if note == WAYBACK else note + a_page())
    assert (told.url, told.when) == (url, when)


def dated(folder: Path, note: str, stamp: str = "") -> tuple[str, str]:
    """When a page appeared and how that is known; its file is of 11 November 2023."""
    page = note + a_page(body=f"<h1>Council closes the fish market</h1>{stamp}{paragraphs()}")
    path = folder / "page.html"
    path.write_text(page)
    article = read_again(path)
    return (article.published.when, article.published.found_in) if article.published else ("", "")


def read_again(path: Path):
    from index.clean.article import clean
    from index.sources.html import READER

    os.utime(path, (SAVED, SAVED))
    (raw,) = READER.read(path)
    return clean(raw)


AGO = "<p class='post-date'>Published 2 days ago</p>"


def test_days_ago_count_from_a_capture_that_is_known(tmp_path):
    assert dated(tmp_path, SINGLE_FILE, AGO) == ("2023-11-07", "metadata")
    assert dated(tmp_path, SINGLE_FILE, "<time>vor 20 Stunden</time>") == ("2023-11-08", "metadata")


def test_days_ago_without_a_known_capture_say_nothing(tmp_path):
    assert dated(tmp_path, "", AGO) == ("", "")
    assert dated(tmp_path, BROWSER, AGO) == ("2023-11-11", "file time (inferred)")


def test_days_ago_in_a_teaser_or_a_comment_are_not_the_article_s(tmp_path):
    for name in ("comments", "related"):
        stamp = f"<div class='{name}'><time>2 days ago</time></div>"
        assert dated(tmp_path, SINGLE_FILE, stamp) == ("2023-11-09", "file time (inferred)")


def test_a_date_in_words_stands_before_days_ago(tmp_path):
    stamp = AGO + "<p class='post-date'>5 November 2023</p>"
    assert dated(tmp_path, SINGLE_FILE, stamp) == ("2023-11-05", "metadata")


def test_a_page_that_no_browser_wrote_is_not_dated_by_its_file(tmp_path):
    assert dated(tmp_path, "") == ("", "")


def test_a_date_after_the_capture_is_not_believed(tmp_path):
    stamp = "<p class='post-date'>20 November 2023</p>"
    assert dated(tmp_path, SINGLE_FILE, stamp) == ("2023-11-09", "file time (inferred)")


def test_a_page_without_a_note_reads_as_before(tmp_path):
    assert read(tmp_path, a_page()).url == ""
