"""The dossier of a story, and its proof."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.dossier.collect import collect
from index.dossier.markdown import as_markdown, plain
from index.dossier.page import as_html
from index.dossier.prove import verify
from index.errors import UsageError
from index.inside import read_together
from index.models import Story, Summary, SummaryLine
from tests.unit.newsroom import report

TEXT = (
    "The harbour of Varn was closed on Monday after a storm tore three ships from their moorings.",
    "“The quay is gone <b>for good</b> & nobody [paid](http://x) for it,” said Ana Lund.",
)


def made(folder: Path, headline: str = "Storm closes harbour"):
    file = folder / "a.txt"
    file.write_text("\n\n".join(TEXT), "utf-8")
    articles = [report("a", *TEXT, day="2024-03-04", outlet="The Post", path=str(file))]
    story = Story("s", headline, ("a",), "2024-03-04", "2024-03-04", ())
    inside = read_together("s", articles)
    return collect(story, Summary((SummaryLine(TEXT[0], "a", 0),)), articles, inside)


def exported(folder: Path) -> Path:
    file = folder / "dossier.json"
    file.write_text(json.dumps(made(folder).as_json()), "utf-8")
    return file


def test_every_line_has_its_receipt(tmp_path):
    line = made(tmp_path).summary[0].line
    assert TEXT[line.block][line.start : line.end] == line.text


def test_the_timeline_is_exported(tmp_path):
    dossier = made(tmp_path)
    assert [(row.day, row.line.text) for row in dossier.timeline] == [("2024-03-04", TEXT[0])]
    assert all("Timeline" in page and "2024-03-04" in page for page in (as_html(dossier), as_markdown(dossier)))


def test_what_was_just_exported_stands(tmp_path):
    assert list(verify(exported(tmp_path))) == []


def test_a_silent_edit_is_named_with_the_line_it_took(tmp_path):
    file = exported(tmp_path)
    (tmp_path / "a.txt").write_text("\n\n".join(TEXT).replace("three ships", "two ships"), "utf-8")
    reasons = [problem.reason for problem in verify(file)]
    assert reasons == ["the file was changed since the export", f"silent edit: it no longer says: {TEXT[0]}"]


def test_a_change_beside_the_lines_is_told_as_such(tmp_path):
    file = exported(tmp_path)
    (tmp_path / "a.txt").write_text("\n\n".join((*TEXT, "More soon.")), "utf-8")
    assert [problem.reason for problem in verify(file)] == ["the file was changed since the export"]


def test_a_file_that_is_gone_is_named(tmp_path):
    file = exported(tmp_path)
    (tmp_path / "a.txt").unlink()
    assert [problem.subject for problem in verify(file)] == [str(tmp_path / "a.txt")]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"sources": 3}', '{"sources": [], "quotations": 1, "summary": []}'])
def test_what_is_no_dossier_is_refused(tmp_path, text):
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError):
        list(verify(file))


def test_nothing_in_an_article_becomes_markup_in_html(tmp_path):
    page = as_html(made(tmp_path, "<script>alert(1)</script> & Co"))
    assert "<script" not in page
    assert "<b>" not in page
    assert "gone &lt;b&gt;for good&lt;/b&gt; &amp; nobody" in page


def test_nothing_in_an_article_becomes_markup_in_markdown(tmp_path):
    page = as_markdown(made(tmp_path, "# *Storm* | [harbour](x)"))
    assert page.startswith("# \\# \\*Storm\\* \\| \\[harbour\\](x)\n")
    assert "\\<b\\>" in page


def test_html_needs_nothing_else_and_runs_nothing(tmp_path):
    page = as_html(made(tmp_path))
    assert "default-src 'none'" in page
    assert not [tag for tag in ("<img", "<link", "<script", "src=") if tag in page]


def test_both_pages_name_file_and_hash(tmp_path):
    dossier = made(tmp_path)
    digest = dossier.sources[0].files[0].sha256
    assert len(digest) == 64
    assert all(digest in page and "a.txt" in page for page in (as_html(dossier), as_markdown(dossier)))


def test_a_source_without_its_file_is_listed_as_gone(tmp_path):
    articles = [report("a", TEXT[0], path=str(tmp_path / "nowhere.txt"))]
    inside = read_together("s", articles)
    dossier = collect(Story("s", "x", ("a",), "", "", ()), Summary(), articles, inside)
    assert dossier.sources[0].files[0].sha256 == ""
    assert "gone" in as_markdown(dossier)


TOLLS = ("The storm killed at least 7 people in Varn.", "Nine people were killed by the storm in Varn.")


def tolls(folder: Path):
    articles = []
    for name, text in zip("ab", TOLLS, strict=True):
        file = folder / f"{name}.txt"
        file.write_text(text + " <Varn> & Sull mourn in Varn.", "utf-8")
        outlet, day = f"Outlet {name}", f"2024-03-0{4 + 'ab'.index(name)}"
        articles.append(report(name, file.read_text("utf-8"), day=day, outlet=outlet, path=str(file)))
    story = Story("s", "Storm", ("a", "b"), "2024-03-04", "2024-03-05", ())
    return collect(story, Summary(()), articles, read_together("s", articles))


def test_numbers_that_differ_are_exported_with_their_sentences(tmp_path):
    (row,) = tolls(tmp_path).numbers
    assert [(one.figure, one.line.text) for one in row.stated] == [("at least 7", TOLLS[0]), ("Nine", TOLLS[1])]
    assert "people · killed: at least 7 → Nine" in as_markdown(tolls(tmp_path))
    assert "<b>at least 7</b>" in as_html(tolls(tmp_path))


def test_who_says_what_is_exported(tmp_path):
    dossier = tolls(tmp_path)
    assert [(one.source, one.lag) for one in dossier.tellers] == [("Outlet a", 0), ("Outlet b", 1440)]
    varn = next(one for one in dossier.says if one.words == "Varn")
    assert [(one.teller, one.sentences, one.line.article) for one in varn.told] == [(0, 2, "a"), (1, 2, "b")]
    assert all("Who says what" in page and "+1 day" in page for page in (as_html(dossier), as_markdown(dossier)))


@pytest.mark.parametrize("gone", ["at least 7", "mourn in Varn"])
def test_an_edit_of_a_number_or_of_a_line_in_the_table_is_found(tmp_path, gone):
    file = tmp_path / "dossier.json"
    file.write_text(json.dumps(tolls(tmp_path).as_json()), "utf-8")
    assert list(verify(file)) == []
    told = json.loads(file.read_text("utf-8"))
    told["says"][0]["told"][0]["line"] = {**told["says"][0]["told"][0]["line"], "text": "<Varn> & Sull mourn in Varn."}
    file.write_text(json.dumps(told), "utf-8")
    assert list(verify(file)) == []
    article = tmp_path / "a.txt"
    article.write_text(article.read_text("utf-8").replace(gone, "nothing"), "utf-8")
    assert any(problem.reason.startswith("silent edit") for problem in verify(file))


def test_a_dossier_of_an_earlier_form_is_verified_as_well(tmp_path):
    told = made(tmp_path).as_json()
    for later in ("numbers", "says", "tellers"):
        del told[later]
    file = tmp_path / "dossier.json"
    file.write_text(json.dumps(told), "utf-8")
    assert list(verify(file)) == []


def test_a_day_is_written_in_markdown_as_it_stands():
    assert plain("2014-05-07: opened") == "2014-05-07: opened"
    assert plain("- a point") == "\\- a point" and plain("1. a point") == "1\\. a point"
