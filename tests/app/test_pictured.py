"""Pictures on the screen: off until asked for, and only those that are stored with the article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from index.library import Library, open_library
from tests.app.conftest import noon
from tests.app.seeing import settle, text
from tui.app import NutgrafApp
from tui.pictures import LEAST, decoded
from tui.screens.picture import PictureScreen

PARAGRAPHS = "".join(
    f"<p>Ferries of the Varn line ran again on day {n} of the strike, the harbour said.</p>" for n in range(9)
)


def picture(width: int = 96, height: int = 64, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(buffer, kind)
    return buffer.getvalue()


@pytest.fixture
def pictured(tmp_path: Path, executor: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library of one page with a picture beside it, one that is not there, and one that is none."""
    monkeypatch.setenv("NUTGRAF_PICTURES", "true")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "ferry.png").write_bytes(picture())
    (folder / "broken.png").write_bytes(picture()[:60])
    figures = "".join(
        f'<figure><img src="{name}"><figcaption>Photo of {name[:5]}, seen from the [pier].</figcaption></figure>'
        for name in ("ferry.png", "https://e.example/far.png", "broken.png")
    )
    head = "<html><head><title>Ferries run again</title></head><body><article><h1>Ferries run again</h1>"
    (folder / "a.html").write_text(f"{head}{figures}{PARAGRAPHS}</article></body></html>")
    with open_library(tmp_path / "pictured") as library:
        list(library.add([folder / "a.html"], executor=executor))
        yield library


@pytest.mark.filterwarnings("ignore:Image.Image.getdata:DeprecationWarning")  # textual-image with Pillow 13
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_key_shows_the_pictures_one_by_one(pictured: Library, size: tuple[int, int]) -> None:
    app = NutgrafApp(pictured, clock=noon)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter")
        await settle(pilot)
        assert ("I pictures" in text(app)) == (size[0] >= 80)
        await pilot.press("I")
        await settle(pilot)
        assert isinstance(app.screen, PictureScreen)
        assert "1 of 2" in text(app) and "Photo of ferry, seen from the [pier]." in text(app) and "▀" in text(app)
        await pilot.press("n")
        await settle(pilot)
        assert "2 of 2" in text(app) and "cannot be shown" in text(app) and "▀" not in text(app)
        await pilot.press("k", "escape")
        assert app.screen is app.desk and app.desk.pane == "reader"


async def test_pictures_are_off_until_they_are_asked_for(app: NutgrafApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", "I")
        await settle(pilot)
        assert "pictures = true" in text(app) and app.screen is app.desk


async def test_an_article_without_pictures_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_PICTURES", "true")
    with open_library(library.folder) as again:
        app = NutgrafApp(again, clock=noon)
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await settle(pilot)
            await pilot.press("2", "enter", "I")
            await settle(pilot)
            assert "no pictures are known" in text(app)


async def test_where_signs_are_ascii_no_picture_is_painted(pictured: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_ASCII", "true")
    with open_library(pictured.folder) as again:
        app = NutgrafApp(again, clock=noon)
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await settle(pilot)
            await pilot.press("2", "enter", "I")
            await settle(pilot)
            assert "need colours and signs" in text(app)


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", picture()[:60], picture(LEAST - 1, 200), b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"],
    ids=["nothing", "words", "cut off", "icon", "a program"],
)
def test_what_is_no_picture_of_a_page_is_none(data: bytes) -> None:
    assert decoded(data) is None


def test_a_picture_is_no_larger_than_a_terminal_shows() -> None:
    assert decoded(picture(4000, 1000, "JPEG")).size == (1600, 400)
