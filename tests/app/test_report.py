import os
import time
from pathlib import Path

import pytest
from textual.message import Message

from index.events import Counts, Finished, Folded, Progress, Skipped, Updated
from index.library import Library, seeds_folder
from tests.app.conftest import noon
from tests.app.fakes import FakeLibrary, app_over, article
from tests.app.seeing import settle, text
from tui import opening, report
from tui.app import NutgrafApp
from tui.keymap import Keymap
from tui.messages import Built
from tui.panes.summary_rows import Heading
from tui.report import Named, Report, by_reason, restored
from tui.screens.report import rows_of
from tui.work import build


def test_a_report_survives_being_stored() -> None:
    skipped, updated = Skipped("/a.bin", "not text"), Updated("/a.txt", "1", "A title")
    folded = Folded("/b.txt", "1", "A title", "/a.txt")
    kept = Report(Counts(read=4, skipped=1), (skipped,), "2024-07-08T12:00", True, (updated,), (folded,))
    assert restored(kept.stored()) == kept


@pytest.mark.parametrize("stored", ["", "{}", "[1]", '{"counts": {"no such": 1}, "skipped": []}'])
def test_what_is_no_report_is_an_empty_one(stored: str) -> None:
    assert restored(stored) == Report()


def test_skipped_files_stand_under_their_reason_the_commonest_first() -> None:
    skipped = [Skipped("/a", "empty"), Skipped("/b", "no article"), Skipped("/c", "no article")]
    assert list(by_reason(skipped).items()) == [("no article", ["/b", "/c"]), ("empty", ["/a"])]


def test_the_number_of_a_line_is_not_part_of_the_reason() -> None:
    skipped = [Skipped("/a.jsonl", "line 3: broken JSON"), Skipped("/a.jsonl", "line 9: broken JSON")]
    assert by_reason(skipped) == {"broken JSON": ["/a.jsonl, line 3", "/a.jsonl, line 9"]}


def test_a_long_list_is_cut_but_counted() -> None:
    many = tuple(Skipped(f"/{n}", "empty") for n in range(report.MOST + 5))
    kept = restored(Report(Counts(skipped=len(many)), many, "2024").stored())
    assert (len(kept.skipped), kept.counts.skipped) == (report.MOST, len(many))


def test_updated_articles_and_copies_are_named_each_copy_under_its_article() -> None:
    named = Named()
    events = [
        Updated("/a.txt", "1", "A title"),
        Folded("/b.txt", "2", "The vote", "/vote.txt"),
        Folded("/c.txt", "2", "The vote", "/vote.txt", "in other words"),
    ]
    for event in events:
        named.take(event)
    shown = rows_of(named.report(Counts(updated=1, folded=2), "2024-07-08T12:00", False), Keymap())
    assert [row.left if isinstance(row, Heading) else row.text for row in shown][-5:] == [
        "1 × updated", "/a.txt  A title", "2 copies of The vote", "/b.txt", "/c.txt  in other words",
    ]  # fmt: skip
    assert [row.leads_to for row in shown[-2:]] == ["/b.txt", "/c.txt"]


def test_of_a_long_run_only_so_many_names_are_held() -> None:
    named = Named()
    for number in range(report.MOST + 5):
        named.take(Skipped(f"/{number}", "empty"))
        named.take(Updated(f"/{number}", "1", "A title"))
    made = named.report(Counts(skipped=report.MOST + 5, updated=report.MOST + 5), "2024-07-08T12:00", False)
    assert (len(made.skipped), len(made.updated)) == (report.MOST, report.MOST)
    assert [row.left for row in rows_of(made, Keymap()) if isinstance(row, Heading)].count("… and 5 more") == 2


def test_only_progress_and_the_end_of_a_run_are_posted_for_items_come_by_the_ten_thousand() -> None:
    events = [
        Progress("reading", 1, 2),
        Skipped("/a", "empty"),
        Updated("/b", "1", "B"),
        Finished(Counts(), 1.0, False),
    ]
    posted: list[Message] = []
    build(lambda: iter(events), posted.append)
    assert [message.event for message in posted if isinstance(message, Built)] == [events[0], events[3]]
    last = posted[-1]
    assert isinstance(last, Built)
    assert (last.named.skipped, last.named.updated) == ([events[1]], [events[2]])


def test_a_file_name_that_holds_escapes_is_words_in_a_heading() -> None:
    made = Report(Counts(folded=1), ended="2024-07-08T12:00", folded=(Folded("/b", "1", "T", "/a\x1b[2J"),))
    [heading] = [row for row in rows_of(made, Keymap()) if isinstance(row, Heading) and "copy" in row.left]
    assert "\x1b" not in heading.left + heading.right


async def test_the_report_of_the_last_run_is_there_after_a_restart(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(opening, "opener", lambda: opened.append)
    events = [Skipped("/archive/x.bin", "not an article"), Skipped("/archive/y.bin", "not an article")]
    fake = FakeLibrary(article("a"), events=events)
    async with app_over(fake, Path("/archive")).run_test() as pilot:
        await settle(pilot)
        await settle(pilot)
    app = app_over(fake)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("!")
        await pilot.pause()
        assert "1 new article" in text(app) and "2 × not an article" in text(app) and "/archive/y.bin" in text(app)
        await pilot.press("G", "o")
        await pilot.pause()
        assert opened == ["/"]


async def test_articles_whose_files_are_gone_are_removed_only_after_a_question(
    empty: Library,
    executor,
    tmp_path: Path,  # type: ignore[no-untyped-def]  # the fixture
) -> None:
    for name in ("one", "two"):
        words = f"The {name} council met on Monday. It decided on the {name} bridge. Nobody was against it."
        (tmp_path / f"{name}.txt").write_text(f"Headline of {name}\n\n{words}\n\n{words}\n", "utf-8")
    for _ in range(2):
        list(empty.add([tmp_path / "one.txt", tmp_path / "two.txt"] if (tmp_path / "one.txt").exists() else [],
                       executor=executor))  # fmt: skip
    (tmp_path / "one.txt").unlink()
    list(empty.refresh(executor=executor))
    app = NutgrafApp(empty, clock=noon, executor=executor)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2")
        assert "✗ " in text(app)
        app.action_prune()
        await pilot.pause()
        assert "Remove 1 article whose files are gone?" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert empty.counts().articles == 2
        app.action_prune()
        await pilot.pause()
        await pilot.press("j", "enter")
        await settle(pilot)
        await settle(pilot)
        assert empty.counts().articles == 1
        assert "1 article removed" in text(app)
        assert app.desk.reader.row is not None and app.desk.reader.row.title == "Headline of two"


async def test_with_all_files_there_nothing_can_be_removed(app: NutgrafApp) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        app.action_prune()
        await pilot.pause()
        assert "there is nothing to remove" in text(app)


def test_an_original_is_its_address_else_its_file_else_nothing(tmp_path: Path) -> None:
    from index.models import Origin

    file = tmp_path / "a.txt"
    file.write_text("x")
    here = (Origin(str(file)),)
    assert opening.original_of(article("a", url="https://example.org/a", origins=here)) == "https://example.org/a"
    assert opening.original_of(article("a", url="javascript:alert(1)", origins=here)) == str(file)
    assert opening.original_of(article("a", origins=(Origin(str(tmp_path / "b.txt")),))) == ""


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:x", "http:", "https://a b/", "http://[x", "-x", ""])
def test_only_web_addresses_are_opened(url: str) -> None:
    assert not opening.is_address(url)


def test_a_file_that_might_run_is_not_opened_its_folder_is(tmp_path: Path) -> None:
    assert opening.shown_file(str(tmp_path / "a.desktop")) == str(tmp_path)
    assert opening.shown_file(str(tmp_path / "a.HTML")) == str(tmp_path / "a.HTML")


def test_the_opener_gets_one_argument_and_no_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "said"
    command = tmp_path / "xdg-open"
    command.write_text(f'#!/bin/sh\nprintf "%s|" "$#" "$1" > {said}.part\nmv {said}.part {said}\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(opening.sys, "platform", "linux")
    target = "https://example.org/?a=$(id);b"
    assert opening.open_target(target) == f"opening {target}"
    for _ in range(500):
        if said.exists():
            break
        time.sleep(0.02)
    assert said.read_text() == f"1|{target}|"


def test_without_an_opener_the_path_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "opener", lambda: None)
    assert "/archive/a.txt" in opening.open_target("/archive/a.txt")


async def test_the_card_tells_everything_and_compares_an_earlier_wording() -> None:
    from index.wordings import Revision

    fake = FakeLibrary(article("a", "It is so now.", agency="AP"), article("b"))
    fake._revisions["a"] = [Revision(1, "2023-11-10T08:00:00", "Older headline", ("It was so then.",))]
    app = app_over(fake)
    async with app.run_test(size=(100, 34)) as pilot:
        await settle(pilot)
        await pilot.press("2", "i")
        await pilot.pause()
        seen = text(app)
        assert "known from: byline" in seen and "/archive/a.txt" in seen and "AP" in seen and "unknown" in seen
        await pilot.press("G", "enter")
        await pilot.pause()
        assert "− It was so then." in text(app) and "+ It is so now." in text(app)
        await pilot.press("q", "q")
        await pilot.pause()
        assert app.screen is app.desk


async def test_the_card_leads_to_the_story(app: NutgrafApp) -> None:
    async with app.run_test(size=(100, 34)) as pilot:
        await settle(pilot)
        await pilot.press("]", "j", "i")
        await pilot.pause()
        rows = app.screen._rows.entries  # type: ignore[attr-defined]  # the card
        at = next(n for n, row in enumerate(rows) if getattr(row, "label", "") == "story")
        await pilot.press(*["j"] * (at - 1), "enter")
        await settle(pilot)
        assert "ARTICLES" in text(app)


def test_seeds_are_no_executables() -> None:
    assert all(path.suffix in opening.PASSIVE for path in seeds_folder().glob("*.txt"))
