import gzip
import io
import pickle
import tarfile
import zipfile

import pytest

from index.events import Skipped
from index.models import Raw
from index.sources import archive, limits, members
from index.sources.limits import Limits
from index.sources.port import HEAD

STORY = b"The harbour was closed on Monday after a storm tore two cranes from their rails.\n"


@pytest.fixture
def allowed():
    yield limits.configure
    limits.configure(Limits())


def zipped(entries, compression=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as file:
        for name, data in entries:
            file.writestr(zipfile.ZipInfo(name, (2023, 11, 9, 18, 30, 0)), data, compression)
    return packed.getvalue()


def tarred(mode, entries):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as file:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), 1699554600
            file.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def read(folder, data, name="news.zip"):
    file = folder / name
    file.write_bytes(data)
    return list(archive.READER.read(file))


def keys(items):
    return [item.origin.key for item in items if isinstance(item, Raw)]


def reasons(items):
    return {item.origin.partition("#")[2]: item.reason for item in items if isinstance(item, Skipped)}


def test_every_member_is_an_item_or_a_reason(tmp_path):
    items = read(
        tmp_path, zipped([("a.txt", STORY), ("folder/", b""), ("folder/b.txt", STORY), ("c.jpg", b"\xff\xd8")])
    )
    assert keys(items) == ["a.txt", "folder/b.txt"]
    assert reasons(items) == {"c.jpg": "not an article file"}


def test_an_item_has_the_time_of_its_member_in_utc(tmp_path):
    [item] = read(tmp_path, zipped([("a.txt", STORY)]))
    assert item.modified == 1699554600
    assert str(item.origin) == f"{tmp_path / 'news.zip'}#a.txt"
    assert item.text == STORY.decode()


@pytest.mark.parametrize(
    ("mode", "name"), [("w", "n.tar"), ("w:gz", "n.tgz"), ("w:bz2", "n.tar.bz2"), ("w:xz", "n.tar.xz")]
)
def test_a_tar_is_read_however_it_is_packed(tmp_path, mode, name):
    items = read(tmp_path, tarred(mode, [("a.txt", STORY), ("b/c.txt", STORY)]), name)
    assert keys(items) == ["a.txt", "b/c.txt"]
    assert items[0].modified == 1699554600


def test_a_packed_file_is_read_under_its_inner_name(tmp_path):
    assert keys(read(tmp_path, gzip.compress(STORY), "a.txt.gz")) == ["a.txt"]


def test_records_inside_keep_their_own_keys(tmp_path):
    items = read(tmp_path, zipped([("set.jsonl", b'{"id": "x", "text": "One."}\n{broken\n')]))
    assert keys(items) == ["set.jsonl#x"]
    assert list(reasons(items)) == ["set.jsonl#2"]


def test_small_pages_of_an_archive_are_handed_out_as_they_stand_there(tmp_path):
    page = b"<html><body><p>" + STORY * 3 + b"</p></body></html>"
    file = tmp_path / "news.zip"
    file.write_bytes(zipped([("a.html", page), ("in.zip", zipped([("b.txt", STORY)])), ("c.txt", b"x" * 4_000_001)]))
    handed = list(archive.READER.unread(file))
    assert [(item.data, item.origin.key) for item in handed[:2]] == [(page, "a.html"), (STORY, "in.zip#b.txt")]
    assert pickle.loads(pickle.dumps(handed[0])) == handed[0]
    assert [item for each in handed[:2] for item in each.items()] + handed[2:] == list(archive.READER.read(file))


def test_an_archive_in_an_archive_is_read_and_a_deeper_one_told(tmp_path):
    inner = zipped([("c.txt", STORY), ("deepest.zip", zipped([("d.txt", STORY)]))])
    items = read(tmp_path, zipped([("a.txt", STORY), ("inner.zip", inner)]))
    assert keys(items) == ["a.txt", "inner.zip#c.txt"]
    assert reasons(items) == {"inner.zip#deepest.zip": "an archive inside 2 others"}


@pytest.mark.parametrize("name", ["../../up.txt", "/etc/abs.txt", "a/../../b.txt"])
def test_a_name_that_points_outside_writes_nothing_there(tmp_path, name):
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    assert keys(read(folder, zipped([(name, STORY)]))) == [name]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["deep", "er", "news.zip"]


def test_names_with_control_characters_and_names_twice_become_keys_of_their_own(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([("a\n\x1b[2J.txt", STORY), ("b.txt", STORY), ("b.txt", STORY)])
    assert keys(read(tmp_path, data)) == ["a [2J.txt", "b.txt", "b.txt@3"]


def test_a_bomb_in_a_zip_is_told_and_its_neighbours_are_read(tmp_path, allowed):
    allowed(Limits(item=100_000))
    items = read(tmp_path, zipped([("a.txt", STORY), ("bomb.txt", b"0" * 5_000_000), ("b.txt", STORY)]))
    assert keys(items) == ["a.txt", "b.txt"]
    assert reasons(items) == {"bomb.txt": "unpacks to more than 200 times its size: a bomb"}


@pytest.mark.parametrize(
    ("name", "start", "reason"),
    [
        ("bomb.txt.gz", b"", "larger than 0.1 MB"),
        ("bomb.jsonl.gz", b'{"a": 1}\n', "unpacks to more than 200 times its size: a bomb"),
        ("bomb.tar.gz", b"", "unpacks to more than 200 times its size: a bomb"),
    ],
)
def test_a_bomb_of_gzip_is_not_unpacked_to_its_end(tmp_path, allowed, name, start, reason):
    allowed(Limits(item=100_000))
    zeros = b"0" * 50_000_000
    data = tarred("w:gz", [("skipped.jpg", zeros)]) if name == "bomb.tar.gz" else gzip.compress(start + zeros)
    assert reason in reasons(read(tmp_path, data, name)).values()


def test_an_archive_that_unpacks_to_too_much_in_all_ends_with_the_reason(tmp_path, allowed):
    allowed(Limits(unpacked=3 * len(STORY)))
    items = read(tmp_path, zipped([(f"{n}.txt", STORY) for n in range(9)]))
    assert keys(items) == ["0.txt", "1.txt", "2.txt"]
    assert reasons(items)[""].startswith("unpacks to more than")


def test_an_archive_of_too_many_entries_is_not_opened(tmp_path, allowed, monkeypatch):
    data = zipped([(f"{n}.txt", STORY) for n in range(9)])
    allowed(Limits(entries=8))
    monkeypatch.setattr(members.zipfile, "ZipFile", None)
    assert reasons(read(tmp_path, data)) == {"": "more than 8 entries"}


@pytest.mark.parametrize("cut", [10, 200, 700])
def test_a_truncated_archive_is_damaged(tmp_path, cut):
    data = zipped([("a.txt", STORY * 9), ("b.txt", STORY)], zipfile.ZIP_STORED)
    assert reasons(read(tmp_path, data[:cut])) == {"": "damaged: the archive breaks off or is none"}


def test_what_stands_before_the_place_where_a_tar_breaks_off_is_read(tmp_path):
    data = tarred("w", [("a.txt", STORY), ("b.txt", STORY * 100)])
    items = read(tmp_path, data[: 512 * 4 + 100], "cut.tar")
    assert keys(items) == ["a.txt"]
    assert len(reasons(items)) == 1


def test_a_damaged_member_is_told_and_the_rest_goes_on(tmp_path):
    data = zipped([("a.txt", STORY), ("b.txt", STORY)], zipfile.ZIP_STORED)
    items = read(tmp_path, data.replace(b"harbour", b"harvest", 1))
    assert (keys(items), reasons(items)) == (["b.txt"], {"a.txt": "damaged"})


def test_links_in_a_tar_are_never_followed(tmp_path):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as file:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
    assert reasons(read(tmp_path, packed.getvalue(), "n.tar")) == {"passwd.txt": "a link or a device, not a file"}


def test_a_spreadsheet_is_no_archive():
    head = zipped([("[Content_Types].xml", b"<Types/>")])[:HEAD]
    assert not archive.READER.recognises(head, ".xlsx")
    assert not archive.READER.recognises(head, "")
    assert archive.READER.recognises(zipped([("a.txt", STORY)]), ".bin")


def test_nothing_is_left_among_the_temporary_files(tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    assert keys(read(tmp_path, zipped([("a.txt", STORY)]))) == ["a.txt"]
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("place", [1536, 1540, 2048])
def test_a_tar_that_ends_without_its_end_is_damaged(tmp_path, place):
    data = tarred("w", [("a.txt", STORY), ("b.txt", STORY)])
    items = read(tmp_path, data[:place] if place > 1536 else data[:1024] + b"rubbish " * 64 + data[1536:], "n.tar")
    assert keys(items)[:1] == ["a.txt"]
    assert reasons(items)[""].startswith("damaged")
