import os
import socket
import sys
from pathlib import Path

import pytest

from index.events import Skipped
from index.sources.walk import Found, is_article_name, walk


def make(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Words.", "utf-8")
    return folder


def found(*paths: Path) -> list[str]:
    return [Path(item.path).name for item in walk(paths) if isinstance(item, Found)]


def skipped(*paths: Path) -> dict[str, str]:
    return {Path(item.origin).name: item.reason for item in walk(paths) if isinstance(item, Skipped)}


def test_folders_are_walked_by_name_all_the_way_down(tmp_path):
    make(tmp_path, "b.txt", "a/z.txt", "a/deep/er/y.txt", "c.txt")
    assert found(tmp_path) == ["y.txt", "z.txt", "b.txt", "c.txt"]


def test_paths_come_in_the_order_given_and_once(tmp_path):
    make(tmp_path, "b.txt", "a.txt")
    assert found(tmp_path / "b.txt", tmp_path, tmp_path) == ["b.txt", "a.txt"]


def test_a_folder_inside_another_is_read_once(tmp_path):
    make(tmp_path, "a/one.txt", "two.txt")
    assert found(tmp_path / "a", tmp_path) == ["one.txt", "two.txt"]


def test_what_is_found_is_described_without_being_opened(tmp_path, monkeypatch):
    make(tmp_path, "a.TXT")
    monkeypatch.setattr(os, "open", None)
    [item] = walk([tmp_path])
    status = (tmp_path / "a.TXT").stat()
    assert item == Found(str(tmp_path / "a.TXT"), 6, status.st_mtime_ns, status.st_ino)
    assert item.suffix == ".txt"


def test_a_named_file_is_marked_as_named(tmp_path):
    make(tmp_path, "a.txt")
    [item] = walk([tmp_path / "a.txt"])
    assert isinstance(item, Found)
    assert item.named


def test_a_relative_path_becomes_absolute(tmp_path, monkeypatch):
    make(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    [item] = walk([Path("a.txt")])
    assert isinstance(item, Found)
    assert item.path == str(tmp_path / "a.txt")


def test_hidden_files_and_folders_are_left_alone(tmp_path):
    make(tmp_path, ".hidden.txt", ".git/a.txt", "seen.txt")
    assert list(map(type, walk([tmp_path]))) == [Found]


def test_a_hidden_file_that_is_named_is_found(tmp_path):
    make(tmp_path, ".hidden.txt")
    assert found(tmp_path / ".hidden.txt") == [".hidden.txt"]


@pytest.mark.parametrize("name", ["README.md", "SOURCES.md", "LICENSE", "changelog.rst"])
def test_a_file_about_its_folder_is_left_alone(tmp_path, name):
    make(tmp_path, name, "a.txt")
    assert [item.path for item in walk([tmp_path]) if isinstance(item, Found)] == [str(tmp_path / "a.txt")]
    assert skipped(tmp_path) == {}


def test_a_library_inside_a_folder_is_left_alone(tmp_path):
    make(tmp_path, "a.txt", "library/articles.db", "library/reading.db", "library/search/main.seg")
    assert found(tmp_path) == ["a.txt"]
    assert skipped(tmp_path) == {}


@pytest.mark.parametrize("name", ["picture.JPG", "program.py", "sound.mp3"])
def test_pictures_sound_and_programs_are_skipped_by_name(tmp_path, name):
    make(tmp_path, name)
    assert skipped(tmp_path) == {name: "not an article file"}


def test_an_empty_file_is_skipped_as_empty(tmp_path):
    (tmp_path / "a.txt").touch()
    assert skipped(tmp_path) == {"a.txt": "empty"}


def test_a_path_that_is_not_there_is_skipped_with_its_reason(tmp_path):
    assert skipped(tmp_path / "nowhere") == {"nowhere": "there is no such file or folder"}


def test_a_link_in_a_circle_is_walked_once(tmp_path):
    make(tmp_path, "a/one.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert found(tmp_path) == ["one.txt"]
    assert skipped(tmp_path) == {"again": "a link to a folder that is read already"}


def test_a_link_to_itself_and_a_link_to_nothing_are_skipped(tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "nothing.txt").symlink_to(tmp_path / "gone.txt")
    assert skipped(tmp_path)["nothing.txt"] == "a link to nothing"
    assert "loop.txt" in skipped(tmp_path)


def test_a_pipe_and_a_socket_are_never_opened(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        assert skipped(tmp_path) == {"pipe.txt": "a pipe, not a file", "socket.txt": "a socket, not a file"}


def test_a_device_is_not_a_file():
    assert skipped(Path("/dev/null")) == {"null": "a device, not a file"}


def test_a_folder_that_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path, monkeypatch):
    make(tmp_path, "closed/a.txt", "open.txt")
    listdir = os.listdir

    def guarded(path: str) -> list[str]:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", guarded)
    assert skipped(tmp_path) == {"closed": "the folder cannot be read: no permission to read it"}
    assert found(tmp_path) == ["open.txt"]


def test_a_name_that_is_not_utf8_is_found(tmp_path):
    name = os.fsdecode(b"caf\xe9\n.txt")
    make(tmp_path, name)
    assert found(tmp_path) == [name]


def test_a_tree_deeper_than_the_stack_is_walked(tmp_path):
    make(tmp_path, "d/" * 300 + "last.txt")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(250)
    try:
        assert found(tmp_path) == ["last.txt"]
    finally:
        sys.setrecursionlimit(limit)
        dismantle(tmp_path / "d")


def dismantle(folder: Path) -> None:
    """Takes a deep tree away from the inside: pytest's own cleaning recurses, and may meet the lower limit."""
    for inner, _, files in os.walk(folder, topdown=False):
        for name in files:
            Path(inner, name).unlink()
        Path(inner).rmdir()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a/b.txt", True), ("../b.txt", True), ("a.JPG", False), (".git/a.txt", None), ("__MACOSX/._a", None),
     ("README.md", None), ("a\\.b\\c.txt", None)],
)  # fmt: skip
def test_the_name_of_a_member_is_judged_as_that_of_a_file(name, wanted):
    assert is_article_name(name) is wanted
