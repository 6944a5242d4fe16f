import json
import tomllib

import pytest

from index.library import open_library
from index.paths import config_file
from index.settings import default_text
from tui.__main__ import main as nutgraf


@pytest.fixture
def file():
    config_file().parent.mkdir(parents=True)
    return config_file()


def test_every_setting_is_shown_with_its_origin(file, new):
    file.write_text("\nmeasure = 72\n")
    assert new.bare("config").out.splitlines()[:2] == [f"# {file}", f"measure = 72  # from {file}:2; default 68"]


def test_what_is_shown_can_be_read_back(new):
    told = tomllib.loads(new.bare("config").out)
    assert told["measure"] == 68 and told["limits"]["nesting"] == 2


def test_scripts_get_an_object_a_line(monkeypatch, new):
    monkeypatch.setenv("NUTGRAF_THEME", "light")
    records = [json.loads(line) for line in new.bare("config", "--json").out.splitlines()]
    [theme] = [record for record in records if record["name"] == "theme"]
    assert (theme["value"], theme["default"], theme["origin"]) == ("light", "dark", "NUTGRAF_THEME")


def test_what_is_wrong_is_told_with_file_line_and_key(file, new):
    file.write_text('theme = "light"\nmeasure = "wide"\n')
    done = new.bare("config")
    assert done.code == 2
    assert f"{file}:2: measure must be a whole number" in done.err


def test_a_file_to_begin_with_changes_nothing(file, new):
    file.write_text(new.bare("config", "--default").out)
    assert file.read_text() == default_text()
    assert new.bare("config").code == 0


def test_no_library_is_made(new, tmp_path, monkeypatch):
    monkeypatch.setenv("NUTGRAF_LIBRARY", str(tmp_path / "none"))
    new.bare("config")
    assert not (tmp_path / "none").exists()


def test_a_library_opens_whatever_the_settings_say(file, tmp_path):
    file.write_text("measure = [")
    with open_library(tmp_path / "library") as library:
        assert "is not TOML" in library.problems[0].reason


def test_keys_and_themes_that_cannot_be_are_told_as_well(file, new, capsys):
    file.write_text('theme = "lihgt"\n[keys]\nstarr = "*"\nstar = "ctrl+nothing"\n[themes.sea]\naccent = "blu"\n')
    assert nutgraf(["config"]) == 2
    told = capsys.readouterr().err
    assert f"{file}:1: theme: there is no lihgt" in told
    assert f"{file}:3: keys.starr: there is no action of this id" in told
    assert f"{file}:4: keys.star: ctrl+nothing is not the name of a key" in told
    assert f"{file}:6: theme sea: " in told
