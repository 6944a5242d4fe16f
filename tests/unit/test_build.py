"""The way of the articles into a library: incremental, whole at every moment, nothing lost."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zipfile import ZipFile

import pytest

from index.build import EVERY, Throttle
from index.build.jobs import _portions
from index.build.workers import Inline
from index.errors import UsageError
from index.events import Counts, Event, Finished, Folded, Progress, Skipped, Updated
from index.library import Library, open_library, seeds_folder
from index.models import Origin, Raw
from index.sources import text
from index.sources.limits import Limits
from index.sources.port import Unread

REPORT = (
    "The harbour of {place} was closed on Monday after a storm tore three ships from their moorings. "
    "The mayor of {place}, Ana Lund, said that nobody had been hurt. "
    "Crews worked through the night to clear the entrance. "
    "Ferries to the islands are expected to run again on Wednesday, the port authority said."
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    for place in ("Varn", "Oster", "Lillum"):
        write(folder / f"{place}.txt", place)
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Library:
    with open_library(tmp_path / "library") as library:
        yield library


def write(path: Path, place: str, more: str = "") -> None:
    path.write_text(f"Storm closes the harbour of {place}\n\n{REPORT.format(place=place)} {more}\n")


def run(library: Library, *paths: Path) -> tuple[Counts, list[Event]]:
    events = list(library.add(paths, executor=Inline()) if paths else library.refresh(executor=Inline()))
    finished = events[-1]
    assert isinstance(finished, Finished)
    return finished.counts, events


def test_a_second_run_over_unchanged_files_opens_none(library: Library, sources: Path, monkeypatch) -> None:
    assert run(library, sources)[0] == Counts(read=3)
    monkeypatch.setattr("index.build.jobs.pick", lambda found: pytest.fail(f"opened {found.path}"))
    assert run(library)[0] == Counts(unchanged=3)


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """Every file that Python opens while a test runs."""
    paths: list[str] = []
    watching = True

    def note(event: str, told: tuple[object, ...]) -> None:
        if watching and event == "open":
            paths.append(str(told[0]))

    sys.addaudithook(note)  # it cannot be taken away again
    yield paths
    watching = False


def test_a_rescan_opens_only_the_file_that_changed(library: Library, sources: Path, opened: list[str]) -> None:
    for number in range(20):
        write(sources / f"{number}.txt", f"Port {number}")
    (sources / "broken.jsonl").write_text("{broken\n")
    (sources / "huge.txt").write_bytes(b"Words. " * 2_000_000)
    run(library, sources)
    opened.clear()
    assert run(library)[0] == Counts(unchanged=23, skipped=2)
    assert [path for path in opened if path.startswith(str(sources))] == []
    write(sources / "7.txt", "Port 7", "The quay stayed shut.")
    assert run(library)[0] == Counts(unchanged=22, updated=1, skipped=2)
    assert {path for path in opened if path.startswith(str(sources))} == {str(sources / "7.txt")}


def test_a_file_above_the_limits_is_not_hashed_and_read_once_they_allow_it(
    library: Library, sources: Path, monkeypatch
) -> None:
    monkeypatch.setattr("index.sources.limits._current", Limits(item=200))
    with monkeypatch.context() as watched:
        watched.setattr("index.build.derive.content_hash", lambda path: pytest.fail(f"hashed {path}"))
        for _ in range(2):
            counts, events = run(library, sources)
            assert counts == Counts(skipped=3)
            assert {event.reason for event in events if isinstance(event, Skipped)} == {"larger than 0.0002 MB"}
            os.utime(sources / "Varn.txt", (1, 1))
    monkeypatch.setattr("index.sources.limits._current", Limits())
    assert run(library, sources)[0] == Counts(read=3)


def test_a_touched_file_with_the_same_content_is_unchanged(library: Library, sources: Path) -> None:
    run(library, sources)
    os.utime(sources / "Varn.txt", (1, 1))
    assert run(library)[0] == Counts(unchanged=3)


def test_what_was_skipped_in_a_file_with_articles_is_told_again_without_opening_it(
    library: Library, tmp_path: Path, monkeypatch
) -> None:
    file = tmp_path / "set.jsonl"
    lines = [json.dumps({"id": place, "text": REPORT.format(place=place)}) for place in ("Varn", "Oster")]
    file.write_text("\n".join([lines[0], "{broken", lines[1], '{"url": "https://example.org/a"}']))
    counts, events = run(library, file)
    told = [event for event in events if isinstance(event, Skipped)]
    assert (counts, len(told)) == (Counts(read=2, skipped=2), 2)
    os.utime(file, (1, 1))
    for opened in (True, False):
        if not opened:
            monkeypatch.setattr("index.build.jobs.pick", lambda found: pytest.fail(f"opened {found.path}"))
        counts, events = run(library)
        assert counts == Counts(unchanged=1, skipped=2)
        assert [event for event in events if isinstance(event, Skipped)] == told


def test_what_was_repaired_in_a_file_is_told_no_more(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps({"id": "a", "text": REPORT.format(place="Varn")}) + "\n{broken\n")
    assert run(library, file)[0] == Counts(read=1, skipped=1)
    file.write_text(json.dumps({"id": "a", "text": REPORT.format(place="Varn")}) + "\n")
    assert run(library)[0].skipped == 0
    assert run(library)[0] == Counts(unchanged=1)


def test_a_changed_file_is_a_revision_of_the_same_article(library: Library, sources: Path) -> None:
    run(library, sources)
    before = {row.origin.path: row.id for row in library.articles()}
    library.mark_read([before[str(sources / "Varn.txt")]])
    write(sources / "Varn.txt", "Varn", "A fourth ship was found adrift in the morning.")
    assert run(library)[0] == Counts(unchanged=2, updated=1)
    assert {row.origin.path: row.id for row in library.articles()} == before
    changed = before[str(sources / "Varn.txt")]
    assert "A fourth ship" in library.article(changed).text
    assert library.row(changed).read


def test_a_deleted_file_leaves_its_article_marked_as_gone(library: Library, sources: Path) -> None:
    run(library, sources)
    (sources / "Varn.txt").unlink()
    assert run(library)[0] == Counts(unchanged=2, gone=1)
    gone = [row for row in library.articles() if row.gone]
    assert [row.origin.path for row in gone] == [str(sources / "Varn.txt")]
    assert "Ana Lund" in library.article(gone[0].id).text


def test_a_moved_file_keeps_its_article(library: Library, sources: Path) -> None:
    run(library, sources)
    before = {row.id for row in library.articles()}
    (sources / "Varn.txt").rename(sources / "moved.txt")
    assert run(library)[0] == Counts(unchanged=3)
    assert {row.id for row in library.articles()} == before
    assert str(sources / "moved.txt") in {row.origin.path for row in library.articles()}
    assert not any(row.gone for row in library.articles())


def test_the_same_text_in_two_files_is_one_article_with_two_origins(library: Library, sources: Path) -> None:
    shutil.copy(sources / "Varn.txt", sources / "Varn again.txt")
    counts, _ = run(library, sources)
    assert (counts.read, counts.folded) == (3, 1)
    assert sorted(len(library.article(row.id).origins) for row in library.articles()) == [1, 1, 2]


def test_a_copy_that_is_deleted_takes_only_its_origin_along(library: Library, sources: Path) -> None:
    shutil.copy(sources / "Varn.txt", sources / "Varn again.txt")
    run(library, sources)
    (sources / "Varn again.txt").unlink()
    assert run(library)[0].gone == 0
    assert [len(library.article(row.id).origins) for row in library.articles()] == [1, 1, 1]


def test_a_copy_that_is_rewritten_becomes_an_article_of_its_own(library: Library, sources: Path) -> None:
    shutil.copy(sources / "Varn.txt", sources / "Varn again.txt")
    run(library, sources)
    write(sources / "Varn again.txt", "Hamn")
    assert run(library)[0] == Counts(unchanged=3, read=1)
    assert len(library.articles()) == 4


def page(path: Path, *sentences: str, url: str = "https://coast.example/2024/storm-over-the-bay") -> None:
    text = "\n\n".join(sentences)
    path.write_text(f"---\ntitle: The storm\nsource: {url}\n---\n\n{text}\n")


BAY = REPORT.format(place="Brygge")
LATER = "On Thursday the harbour of Brygge opened again, two days later than the port authority had hoped."
BAKER = "The last baker of Oster sells her oven this week, because nobody in the village wants to rise at three."


def test_a_changed_copy_at_a_known_address_is_told_and_the_first_wording_stands(
    library: Library, sources: Path
) -> None:
    for name in ("a.md", "b.md"):
        page(sources / name, BAY)
    run(library, sources)
    page(sources / "b.md", BAY, LATER)
    counts, events = run(library)
    [folded] = [event for event in events if isinstance(event, Folded)]
    assert (counts.folded, counts.updated, counts.unchanged) == (1, 0, 4)
    assert (folded.origin, folded.into) == (str(sources / "b.md"), str(sources / "a.md"))
    assert folded.remark == "in other words"
    assert LATER not in library.article(folded.article).text


def test_a_new_wording_in_the_file_that_leads_is_a_revision_though_it_has_copies(
    library: Library, sources: Path
) -> None:
    for name in ("a.md", "b.md"):
        page(sources / name, BAY)
    run(library, sources)
    page(sources / "a.md", BAY, LATER)
    counts, events = run(library)
    [updated] = [event for event in events if isinstance(event, Updated)]
    assert (counts.updated, LATER in library.article(updated.article).text) == (1, True)


def test_a_text_that_another_article_once_had_takes_nobody_s_place(library: Library, sources: Path) -> None:
    note = sources / "note.md"
    note.write_text(f"---\ntitle: The baker\n---\n\n{BAKER}\n")
    run(library, sources)
    note.write_text(f"---\ntitle: The baker\n---\n\n{BAKER}\n\n{LATER}\n")
    run(library)
    page(sources / "a.md", BAY, url="https://coast.example/view-in-browser")
    page(sources / "b.md", BAKER, url="https://coast.example/view-in-browser")
    run(library)
    assert len(library.articles()) == 6
    assert sum(LATER in library.article(row.id).text for row in library.articles()) == 1


def test_texts_that_share_nothing_but_the_address_are_articles_of_their_own(library: Library, sources: Path) -> None:
    page(sources / "a.md", BAY, url="https://coast.example/view-in-browser")
    page(sources / "b.md", BAKER, url="https://coast.example/view-in-browser")
    assert run(library, sources)[0] == Counts(read=5)
    for again in (run(library), list(library.rebuild(executor=Inline()))):
        assert len(library.articles()) == 5, again
    page(sources / "b.md", BAKER, "She has a new plan: a café for those who rise late and have all day.")
    assert run(library)[0] == Counts(unchanged=4, updated=1)


def test_a_file_that_was_moved_and_rewritten_is_a_revision(library: Library, sources: Path) -> None:
    page(sources / "a.md", BAY)
    run(library, sources)
    (sources / "a.md").unlink()
    page(sources / "new.md", BAY, LATER)
    counts, events = run(library)
    [updated] = [event for event in events if isinstance(event, Updated)]
    assert (counts.updated, counts.gone) == (1, 0)
    assert library.article(updated.article).text.endswith(LATER)


def test_pages_in_an_archive_come_into_the_library_from_several_processes(library: Library, tmp_path: Path) -> None:
    places = [f"Varn{number}" for number in range(70)]
    with ZipFile(tmp_path / "pages.zip", "w") as archive:
        for place in places:
            text = "".join(f"<p>{sentence}.</p>" for sentence in REPORT.format(place=place).split(". "))
            archive.writestr(f"{place}.html", f"<html><body><h1>Storm in {place}</h1>{text}</body></html>")
    with ThreadPoolExecutor(2) as executor:
        events = list(library.add([tmp_path / "pages.zip"], executor=executor))
    assert events[-1].counts == Counts(read=70)
    assert sorted(row.origin.key for row in library.articles()) == sorted(f"{place}.html" for place in places)


def test_items_of_a_container_are_handed_on_in_portions_of_bounded_size() -> None:
    origin = Origin("/a.zip", "1")
    large = [Unread(text.READER.parse, b"x" * 3_000_000, origin, None) for _ in range(5)]
    small = [Raw(origin, "A line."), Skipped("/a.zip#2", "empty")] * 40
    assert [len(portion) for portion in _portions([*large, *small])] == [2, 2, 32, 32, 17]


def test_a_missing_folder_does_not_empty_the_library(library: Library, sources: Path) -> None:
    run(library, sources)
    sources.rename(sources.with_name("elsewhere"))
    counts, events = run(library)
    assert counts == Counts(skipped=1)
    assert [event.origin for event in events if isinstance(event, Skipped)] == [str(sources)]
    assert not any(row.gone for row in library.articles())


def test_a_path_that_is_not_there_is_refused_before_anything_is_read(library: Library, sources: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        library.add([sources, sources / "nothing"])
    assert len(library.articles()) == 0


def test_a_skipped_file_is_named_again_without_being_opened_again(library: Library, sources: Path) -> None:
    (sources / "empty.txt").write_text("  \n\n")
    run(library, sources)
    counts, events = run(library)
    assert counts == Counts(unchanged=3, skipped=1)
    assert [(event.origin, event.reason) for event in events if isinstance(event, Skipped)] == [
        (str(sources / "empty.txt"), "empty")
    ]


def test_a_record_that_left_its_container_is_gone_and_the_others_stay(library: Library, tmp_path: Path) -> None:
    container = tmp_path / "archive.jsonl"
    records = [
        {"id": place, "title": f"Storm in {place}", "text": REPORT.format(place=place)}
        for place in ("Varn", "Oster", "Lillum")
    ]
    container.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert run(library, container)[0] == Counts(read=3)
    container.write_text("".join(json.dumps(record) + "\n" for record in records[1:]))
    assert run(library)[0] == Counts(unchanged=2, gone=1)
    assert {row.origin.key: row.gone for row in library.articles()} == {"Varn": True, "Oster": False, "Lillum": False}


def test_cancelling_keeps_what_was_stored_and_the_next_run_completes_it(library: Library, sources: Path) -> None:
    events = list(library.add([sources], executor=Inline(), cancelled=lambda: True))
    assert events[-1].cancelled
    assert run(library)[0] == Counts(read=3)
    assert len(library.search("harbour")) == 3


def test_the_index_follows_a_changed_article(library: Library, sources: Path) -> None:
    run(library, sources)
    assert len(library.search("adrift")) == 0
    write(sources / "Varn.txt", "Varn", "A fourth ship was found adrift in the morning.")
    run(library)
    assert [hit.row.origin.path for hit in library.search("adrift")] == [str(sources / "Varn.txt")]


def test_an_index_that_was_thrown_away_is_made_again(library: Library, sources: Path) -> None:
    run(library, sources)
    library.close()
    shutil.rmtree(library.folder / "search")
    with open_library(library.folder) as again:
        assert len(again.search("harbour")) == 3


def test_rebuilding_keeps_articles_stories_and_what_the_user_did(library: Library) -> None:
    run(library, seeds_folder())
    rows, stories = list(library.articles()), library.stories()
    library.star([rows[0].id])
    library.set_place(rows[0].id, 7)
    events = list(library.rebuild(executor=Inline()))
    assert isinstance(events[-1], Finished)
    assert [row.id for row in library.articles()] == [row.id for row in rows]
    assert library.stories() == stories
    assert (library.reading(rows[0].id).starred, library.reading(rows[0].id).place) == (True, 7)
    assert len(library.search("Tokayev")) > 0


def test_progress_is_throttled_by_time_but_never_the_last_of_a_stage() -> None:
    now = 0.0
    throttle = Throttle(clock=lambda: now)
    assert throttle.passes(Progress("reading", 1, 9))
    assert not throttle.passes(Progress("reading", 2, 9))
    assert throttle.passes(Skipped("a", "b"))
    assert throttle.passes(Progress("reading", 9, 9))
    now = 2 * EVERY
    assert throttle.passes(Progress("search", 1, 9))


BUILD = """
import sys
from pathlib import Path
import index.build.intake
from index.build.jobs import _portions
from index.build.workers import Inline
from index.library import open_library
index.build.intake.A_BATCH = 3
with open_library(Path(sys.argv[1])) as library:
    for event in library.add([Path(sys.argv[2])], executor=Inline()):
        print(event, flush=True)
"""


def test_killing_the_build_at_any_moment_leaves_a_library_that_opens_and_the_next_run_completes(tmp_path: Path) -> None:
    sources, library = tmp_path / "sources", tmp_path / "library"
    sources.mkdir()
    for number in range(30):
        write(sources / f"{number:02}.txt", f"Varn{chr(97 + number % 26)}{number}")
    command = [sys.executable, "-c", BUILD, str(library), str(sources)]
    began = time.monotonic()
    subprocess.run([*command[:3], str(tmp_path / "whole"), command[4]], check=True, capture_output=True)
    whole = time.monotonic() - began
    moments = random.Random(20)
    for _ in range(20):
        build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, 1.1 * whole))
        build.send_signal(signal.SIGKILL)
        build.wait()
        with open_library(library) as killed:
            assert all(killed.article(row.id).sentences for row in killed.articles())
            assert {id for story in killed.stories() for id in story.articles} <= {row.id for row in killed.articles()}
    with open_library(library) as left, open_library(tmp_path / "whole") as right:
        assert run(left)[0].gone == 0
        assert [row.id for row in left.articles()] == [row.id for row in right.articles()]
        assert [story.articles for story in left.stories()] == [story.articles for story in right.stories()]
        assert len(left.search("harbour", limit=50)) == 30
        assert list(left.check()) == []


def test_earlier_wordings_are_kept_and_compared(library: Library, sources: Path) -> None:
    run(library, sources)
    write(sources / "Varn.txt", "Varn", "A fourth ship was found adrift in the morning.")
    run(library)
    changed = next(row.id for row in library.articles() if row.origin.path.endswith("Varn.txt"))
    (revision,) = library.revisions(changed)
    kinds = {change.text: change.kind for change in library.what_changed(changed, revision)}
    assert kinds["A fourth ship was found adrift in the morning."] == "added"
    assert kinds["Crews worked through the night to clear the entrance."] == "same"


def test_pruning_removes_only_what_is_gone_and_only_when_asked(library: Library, sources: Path) -> None:
    run(library, sources)
    (sources / "Varn.txt").unlink()
    run(library)
    assert len(library.articles()) == 3
    assert library.prune() == 1
    list(library.catch_up())
    assert {Path(row.origin.path).name for row in library.articles()} == {"Oster.txt", "Lillum.txt"}
    assert len(library.search("harbour")) == 2
    assert {id for story in library.stories() for id in story.articles} == {row.id for row in library.articles()}
    assert library.prune() == 0
    assert list(library.check()) == []


def test_workers_start_while_standard_error_is_no_file() -> None:
    code = (
        "import sys\n"
        "from index.build.workers import Workers\n"
        "class NoFile:\n"
        "    write = flush = lambda *_: None\n"
        "    def fileno(self): return -1\n"
        "sys.stderr = NoFile()\n"
        "with Workers() as workers: workers.fit_for(9)\n"
        "print('started')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert ran.stdout == "started\n"
