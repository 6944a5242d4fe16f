"""`nutgraf add`, `check` and `rebuild`: events, reports, interruptions."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Sequence
from pathlib import Path

from index.events import Counts, Event, Finished, Progress
from index.library import Library, open_library
from tests.unit.command_line import article


def test_add_tells_what_was_read_and_what_was_skipped(new, tmp_path):
    article(tmp_path, "a.txt")
    article(tmp_path, "b.txt", "")
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    (tmp_path / "d.txt").write_bytes(bytes(range(256)))
    said = new("add", tmp_path)
    assert (said.code, said.out) == (1, "")
    assert "1 read, 3 skipped" in said.err
    assert re.search(r"1 × empty\n +\S+b\.txt", said.err)
    assert re.search(r"1 × not an article file\n +\S+c\.png", said.err)
    assert re.search(r"1 × not text\n +\S+d\.txt", said.err)


def test_add_tells_its_events_to_scripts(new, tmp_path):
    article(tmp_path, "a.txt")
    article(tmp_path, "b.txt", "")
    said = new("add", tmp_path, "--json")
    events = said.records
    assert said.code == 1
    assert {event["event"] for event in events} == {"progress", "skipped", "finished"}
    assert {"event": "skipped", "origin": str(tmp_path / "b.txt"), "reason": "empty"} in events
    assert events[-1]["event"] == "finished"
    assert (events[-1]["read"], events[-1]["skipped"], events[-1]["cancelled"]) == (1, 1, False)


def test_adding_the_same_again_reads_nothing(new, seeds):
    assert new("add", seeds).code == 0
    said = new("add", seeds)
    assert said.code == 0
    assert "5 unchanged" in said.err
    assert "skipped" not in said.err


def test_only_ten_names_are_told_for_a_reason(new, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(13):
        (folder / f"{number}.png").touch()
        (folder / f"{number}.png").write_bytes(b"x")
    assert "… and 3 more" in new("add", folder).err


def test_a_path_that_is_not_there_is_wrong_usage_and_makes_nothing(new, tmp_path):
    said = new("add", tmp_path / "nowhere")
    assert (said.code, said.out) == (2, "")
    assert said.err == f"nutgraf: there is no file or folder {tmp_path / 'nowhere'}\n"
    assert not new.library.exists()


def test_a_file_name_that_is_not_utf8_is_added_and_told(new, tmp_path):
    article(tmp_path, os.fsdecode(b"caf\xe9\x1b[2J\n.txt"))
    assert new("add", tmp_path).code == 0
    [told] = new("articles", "--json").records
    assert told["origin"] == str(tmp_path / os.fsdecode(b"caf\xe9\x1b[2J\n.txt"))
    article(tmp_path, os.fsdecode(b"x\xe9\x1b[2J\n.txt"), "")
    said = new("add", tmp_path)
    assert "\x1b" not in said.err
    assert "x\ufffd .txt" in said.err


def test_updated_and_folded_items_are_named_with_what_they_belong_to(new, tmp_path):
    first, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    article(tmp_path, "a.txt")
    assert new("add", tmp_path).code == 0
    copy.write_text(first.read_text())
    said = new("add", tmp_path)
    assert f"  1 × already there, folded\n      {copy} → {first}\n" in said.err


def test_updated_and_folded_items_are_events_too(new, tmp_path):
    first, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    article(tmp_path, "a.txt")
    assert new("add", tmp_path).code == 0
    first.write_text(f"{first.read_text()}\nNobody was hurt, the mayor said in the evening.\n")
    events = {each["event"]: each for each in new("add", tmp_path, "--json").records}
    assert (events["updated"]["origin"], "folded" in events) == (str(first), False)
    copy.write_text(first.read_text())
    [told] = [each for each in new("add", tmp_path, "--json").records if each["event"] == "folded"]
    assert (told["origin"], told["into"], told["article"]) == (str(copy), str(first), events["updated"]["article"])
    assert told["title"] == events["updated"]["title"]


def test_ctrl_c_stops_the_work_in_good_order(new, tmp_path, monkeypatch):
    def slow(self: Library, paths: Sequence[Path], *, cancelled: object = None) -> object:
        yield Progress("reading", 0, 2)
        os.kill(os.getpid(), signal.SIGINT)
        assert callable(cancelled)
        yield Finished(Counts(read=1), 0.5, cancelled())

    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(Library, "add", slow)
    said = new("add", tmp_path)
    assert said.code == 130
    assert "1 read" in said.err
    assert "what was read so far is kept" in said.err
    assert signal.getsignal(signal.SIGINT) == before


def test_the_events_of_a_run_come_as_they_happen(new, tmp_path, monkeypatch, capsys):
    seen: list[str] = []

    def watched(self: Library, paths: Sequence[Path], *, cancelled: object = None) -> object:
        event: Event
        for event in (Progress("reading", 1, None), Finished(Counts(read=1), 0.5, False)):
            yield event
            seen.append(capsys.readouterr().out)

    monkeypatch.setattr(Library, "add", watched)
    new("add", tmp_path, "--json")
    assert [json.loads(line)["event"] for line in seen] == ["progress", "finished"]


def test_check_finds_nothing_wrong_with_a_good_library(cli):
    said = cli("check")
    assert (said.code, said.out) == (0, "")
    assert "all well: 5 articles in 2 stories" in said.err


def test_what_the_index_has_yet_to_follow_is_nothing_wrong(new, seeds):
    new("add", seeds)
    one, other = (json.loads(line)["id"] for line in new("stories", "--json").out.splitlines())
    new("story", one, "--merge", other)
    assert new("check").code == 0


def test_rebuild_gives_the_same_library(new, seeds):
    new("add", seeds)
    before = new("articles", "--json").out, new("stories", "--json").out
    assert new("rebuild").code == 0
    assert (new("articles", "--json").out, new("stories", "--json").out) == before


def test_prune_removes_what_is_gone_and_names_it(new, tmp_path):
    (tmp_path / "news").mkdir()
    article(tmp_path / "news", "a.txt")
    article(tmp_path / "news", "b.txt", "The ferry ran again on Wednesday morning. Nobody had been hurt in the storm.")
    new("add", tmp_path / "news")
    assert "no article is gone" in new("prune", "--yes").err
    (tmp_path / "news" / "b.txt").unlink()
    assert "1 gone from their files, kept" in new("add", tmp_path / "news").err
    said = new("prune", "--yes")
    assert said.code == 0
    assert "b.txt" in said.err
    assert len(new("articles", "--json").records) == 1


def test_search_first_does_what_a_stopped_run_left_undone(new, tmp_path):
    article(tmp_path, "a.txt")
    new("add", tmp_path)
    with open_library(new.library) as library:
        library._stores.pending.all()
        assert library.behind() == 1
    new("search", "harbour")
    with open_library(new.library) as library:
        assert library.behind() == 0
