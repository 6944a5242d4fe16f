import re
from dataclasses import asdict
from pathlib import Path

import pytest

from index.config import Config, default_text, read_config
from index.sources.limits import Limits


def config(folder, text):
    file = folder / "config.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_config(file)


def test_without_a_file_all_defaults_stand():
    assert read_config() == Config()


def test_a_limit_is_read_and_the_others_stay(tmp_path):
    assert config(tmp_path, "[limits]\nratio = 50\n") == Config(Limits(ratio=50))


@pytest.mark.parametrize("value", ['"many"', "true", "0", "-3", "1.5"])
def test_a_wrong_value_is_told_with_file_line_and_key_and_its_default_stands(tmp_path, value):
    read = config(tmp_path, f"# mine\n[limits]\nentries = 7\nratio = {value}\n")
    assert read.limits == Limits(entries=7)
    [problem] = read.problems
    assert problem.subject == f"{tmp_path / 'config.toml'}:4"
    assert problem.reason.startswith("ratio must be a whole number")


def test_an_unknown_key_and_an_unknown_table_are_told(tmp_path):
    read = config(tmp_path, "[limits]\nsize = 1\n[colours]\nbody = 2\n")
    assert [problem.reason.split()[0] for problem in read.problems] == ["colours", "size"]
    assert read.limits == Limits()


@pytest.mark.parametrize("text", ["[limits", b"\xff\xfe", "limits = 3", "[limits]\n" + "a = " + "[" * 5000])
def test_a_broken_file_is_told_and_never_raised(tmp_path, text):
    read = config(tmp_path, text)
    assert read.limits == Limits()
    assert len(read.problems) == 1


def test_a_folder_in_its_place_is_told(tmp_path):
    [problem] = read_config(tmp_path).problems
    assert problem.reason.startswith("cannot be read")


def test_the_default_text_says_what_holds_without_it(tmp_path):
    assert config(tmp_path, default_text()) == Config()


def test_the_readme_tells_every_limit_with_its_default():
    text = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    table = text.partition("<!-- limits -->")[2].partition("<!-- /limits -->")[0]
    told = {name: int(default) for name, default in re.findall(r"^\| `(\w+)` \| `([\d_]+)` \|", table, re.M)}
    assert told == asdict(Limits())
