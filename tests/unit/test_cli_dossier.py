"""`story`, `export` and `verify` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.cli.names import COMMANDS


@pytest.fixture
def story(cli) -> str:
    return max(cli("stories", "--json").records, key=lambda record: len(record["articles"]))["id"]


def test_a_story_shows_what_is_inside(cli, story):
    shown = cli("story", story).out
    assert "Independent sources:" in shown
    assert "new of" in shown
    assert "Vladimir Putin" in shown


def test_the_record_of_a_story_holds_what_is_inside(cli, story):
    (record,) = cli("story", story, "--json").records
    assert record["independent"] == 3
    assert {one["article"] for one in record["new"]} == set(record["articles"])
    assert "Ebrahim Raïssi" in {said["speaker"] for said in record["quotations"]}


def test_an_export_can_be_verified(cli, story, tmp_path: Path):
    file = tmp_path / "dossier.json"
    file.write_text(cli("export", story, "--json").out, "utf-8")
    assert cli("verify", file).code == 0


def test_markdown_is_the_form_unless_another_is_asked_for(cli, story):
    assert cli("export", story).out == cli("export", story, "--markdown").out
    assert cli("export", story).out.startswith("# ")
    assert cli("export", story, "--html").out.startswith("<!doctype html>")


def test_a_dossier_that_no_longer_stands_is_exit_code_1(cli, story, tmp_path: Path):
    file = tmp_path / "dossier.json"
    told = cli("export", story, "--json").out
    file.write_text(told.replace("Vladimir", "Wladimir"), "utf-8")
    found = cli("verify", file, "--json")
    assert found.code == 1
    assert all("Wladimir" in str(record["reason"]) for record in found.records)


def test_what_is_no_dossier_is_wrong_usage(cli, tmp_path: Path):
    (tmp_path / "x.json").write_text("{}", "utf-8")
    assert cli("verify", tmp_path / "x.json").code == 2


def test_both_commands_have_names():
    assert {"export", "verify"} <= COMMANDS


def test_a_story_shows_names_and_who_says_what(cli, story):
    shown = cli("story", story).out
    assert "• People: Vladimir Putin" in shown
    assert "Who says what" in shown


def test_the_record_of_a_story_has_a_place_for_everything(cli, story):
    (record,) = cli("story", story, "--json").records
    articles = {id: cli("show", id, "--json").records[0] for id in record["articles"]}
    for one in record["names"]:
        assert all(place["article"] in articles and place["start"] < place["end"] for place in one["mentions"])
    says = record["who_says_what"]
    assert all(len(aspect["cells"]) == len(says["tellers"]) for aspect in says["aspects"])
    assert all(row["possible"] for row in record["numbers"])
