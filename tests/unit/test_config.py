import re
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.config import LIMITS, Config, read_config
from index.options import Options, table
from index.settings import default_text, effective
from index.sources.limits import Limits
from index.toml_lines import lines_of
from tests.readme_tables import option_table


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
    assert [problem.reason.split()[0] for problem in read.problems] == ["size", "colours"]
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


def test_every_option_is_read_and_says_where_it_was_set(tmp_path):
    text = 'alignment = "justified"\n\nmeasure = 72\ntheme = "light"\nascii = true\nmouse = false\nkeys = "vim"\n'
    read = config(tmp_path, text)
    assert read.options == Options(72, "justified", "light", True, False, "vim")
    assert read.origin("measure") == f"{tmp_path / 'config.toml'}:3"
    assert read.origin("limits.item") == "default"


@pytest.mark.parametrize("option", table(), ids=lambda option: option.name)
def test_a_value_of_another_kind_is_told_and_the_default_stands(tmp_path, option):
    read = config(tmp_path, f"{option.name} = 1.5\n")
    assert read.options == Options()
    [problem] = read.problems
    assert problem.subject == f"{tmp_path / 'config.toml'}:1"
    assert option.name in problem.reason and option.kind.told in problem.reason


def test_the_environment_is_stronger_than_the_file(tmp_path):
    (tmp_path / "config.toml").write_text("measure = 60\nmouse = true\n")
    read = read_config(tmp_path / "config.toml", {"NUTGRAF_MEASURE": "80", "NUTGRAF_MOUSE": "false"})
    assert (read.options.measure, read.options.mouse) == (80, False)
    assert read.origin("measure") == "NUTGRAF_MEASURE"


def test_a_wrong_variable_is_named_and_what_the_file_says_stands(tmp_path):
    (tmp_path / "config.toml").write_text("measure = 60\n")
    read = read_config(tmp_path / "config.toml", {"NUTGRAF_MEASURE": "wide"})
    assert read.options.measure == 60
    assert [problem.subject for problem in read.problems] == ["NUTGRAF_MEASURE"]


def test_keys_are_bound_by_id_quoted_or_not(tmp_path):
    read = config(tmp_path, '[keys]\npreset = "vim"\nstar = "*"\nsummary.more = ["+", "="]\n"view.all" = "a"\n')
    assert read.rebound == {"star": ("*",), "summary.more": ("+", "="), "view.all": ("a",)}
    assert read.options.keys == "vim" and not read.problems
    assert read.origin("keys.summary.more").endswith(":4")


def test_a_key_that_is_no_text_is_told_with_its_line(tmp_path):
    read = config(tmp_path, "[keys]\nstar = 7\n")
    assert not read.rebound
    assert read.problems[0].subject.endswith("config.toml:2") and "keys.star" in read.problems[0].reason


def test_own_themes_stand_in_the_file_or_in_files_of_their_own(tmp_path):
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "fire.toml").write_text('\naccent = "#ff8800"\n')
    read = config(tmp_path, '[themes.sea]\nbase = "dark"\naccent = "#66ccff"\nrule = 3\n')
    assert read.themes == {"sea": {"base": "dark", "accent": "#66ccff"}, "fire": {"accent": "#ff8800"}}
    assert read.origin("themes.fire.accent") == f"{tmp_path / 'themes' / 'fire.toml'}:2"
    assert [problem.subject for problem in read.problems] == [f"{tmp_path / 'config.toml'}:4"]


def test_the_same_key_in_two_tables_is_told_with_its_own_line(tmp_path):
    read = config(tmp_path, "[limits]\nitem = 5\n[keys]\nitem = 6\n")
    assert [problem.subject for problem in read.problems] == [f"{tmp_path / 'config.toml'}:4"]


def test_every_effective_setting_has_words_and_an_origin():
    told = list(effective(Config(rebound={"star": ("x",)}, themes={"sea": {"accent": "#000000"}})))
    names = [setting.name for setting in told]
    assert names[: len(fields(Options))] == [option.name for option in table()]
    assert {"limits.item", "keys.star", "themes.sea.accent"} <= set(names)
    assert all(setting.words and setting.origin for setting in told)


def test_every_limit_has_words():
    assert set(LIMITS) == {each.name for each in fields(Limits)}


def test_the_readme_has_the_table_of_options():
    text = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert f"<!-- options -->\n{option_table()}\n<!-- /options -->" in text


@given(st.dictionaries(st.text("abc-_", min_size=1), st.integers(), min_size=1, max_size=6), st.integers(0, 5))
def test_the_line_of_a_key_is_where_it_stands(values, before):
    text = "\n" * before + "[one]\n" + "\n".join(f"{name} = {value}" for name, value in values.items())
    lines = lines_of(text)
    assert all(text.splitlines()[lines[f"one.{name}"] - 1].startswith(f"{name} = ") for name in values)
