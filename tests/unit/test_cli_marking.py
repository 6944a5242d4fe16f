"""The commands for tags, notes, undo, export and import."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.command_line import Cli, article


def first(cli: Cli) -> str:
    return str(cli("articles", "--json").records[0]["id"])


def added(cli: Cli, tmp_path: Path) -> str:
    cli("add", article(tmp_path, "harbour.txt"))
    return first(cli)


def test_tags_are_given_listed_and_taken_away(new: Cli, tmp_path: Path) -> None:
    id = added(new, tmp_path)
    assert "grain, two words" in new("tag", id[:6], "grain", "two words", "gone").err
    new("tag", id, "-gone")
    assert new("tags", "--json").records == [{"tag": "grain", "articles": 1}, {"tag": "two words", "articles": 1}]
    assert [hit["id"] for hit in new("search", "tag:grain", "--json").records] == [id]
    assert "undone: tagged -gone" in new("undo").err
    assert len(new("tags").out.splitlines()) == 3


def test_a_note_is_written_found_listed_and_undone(new: Cli, tmp_path: Path) -> None:
    id = added(new, tmp_path)
    assert new("note", id, "ask", "the", "quagga").code == 0
    assert "ask the quagga" in new("notes").out and new("notes", id).out == new("notes").out
    (told,) = new("notes", "--json").records
    assert (told["article"], told["note"], told["text"], told["detached"]) == (id, "ask the quagga", None, False)
    assert [hit["id"] for hit in new("search", "quagga", "--json").records] == [id]
    assert new("undo").code == 0 and new("undo").code == 1
    assert new("notes").code == 1


def test_notes_are_exported_with_their_citations_and_nothing_in_them_is_markup(new: Cli, tmp_path: Path) -> None:
    from index.library import open_library

    id = added(new, tmp_path)
    with open_library(new.library) as library:
        library.highlight(id, 1, 1, "<b>see</b> [this](x)")
        library.tag([id], ["grain"])
    page = new("export", "--notes").out
    assert "> The mayor, Ana Lund, said that nobody had been hurt" in page and "> — paragraph 2" in page
    assert "\\<b\\>see\\</b\\> \\[this\\](x)" in page and "harbour.txt · tags: grain" in page
    (told,) = new("export", "--notes", "--json").records
    assert told["sentences"] == [1, 1] and told["paragraph"] == 2 and told["tags"] == ["grain"]


def test_state_goes_out_and_comes_in_again(new: Cli, tmp_path: Path) -> None:
    id = added(new, tmp_path)
    new("tag", id, "grain")
    file = tmp_path / "state.json"
    assert new("export", "--state", file).code == 0
    assert file.stat().st_mode & 0o077 == 0
    assert json.loads(new("export", "--state", "-").out)["reading"] == json.loads(file.read_text())["reading"]
    new("undo")
    assert new("import", file).code == 0
    assert new("tags", "--json").records == [{"tag": "grain", "articles": 1}]
    assert new("import", article(tmp_path, "no.json", "[]")).code == 2


def test_backups_are_made_once_a_day_and_one_brings_back_what_was(new: Cli, tmp_path: Path) -> None:
    assert new("backups").code == 1
    id = added(new, tmp_path)
    new("tag", id, "grain")
    (made,) = new("backups", "--json").records
    assert new("backups", "--json").records == [made]
    new("undo")
    assert new("import", str(made["file"])).code == 0 and new("tags").code == 0


def test_export_wants_one_thing(new: Cli, tmp_path: Path) -> None:
    added(new, tmp_path)
    assert new("export").code == 2
    assert new("export", "abc", "--notes").code == 2
    assert new("export", "--notes", "--html").code == 2
    assert new("export", "--notes").code == 1
    assert new("export", "--state", tmp_path / "no" / "where.json").code == 2
