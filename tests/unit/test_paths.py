import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import index.paths
from index import paths
from index.errors import LibraryError
from index.store.stores import open_stores


def test_the_environment_names_the_library(monkeypatch, tmp_path):
    monkeypatch.setenv("NUTGRAF_LIBRARY", str(tmp_path / "mine"))
    assert paths.default_folder() == tmp_path / "mine"


def test_a_tilde_in_the_environment_is_the_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NUTGRAF_LIBRARY", "~/news")
    assert paths.default_folder() == tmp_path / "news"


def test_without_a_name_the_library_lies_in_the_folder_for_user_data(monkeypatch, tmp_path):
    monkeypatch.delenv("NUTGRAF_LIBRARY", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = paths.default_folder()
    assert folder.name == "nutgraf"
    assert folder.is_relative_to(tmp_path)


def test_a_new_library_holds_its_two_databases_by_their_names(tmp_path):
    open_stores(tmp_path).database.close()
    assert {path.name for path in tmp_path.glob("*.db")} == {paths.ARTICLES_DB, paths.READING_DB}


def test_asking_where_things_are_makes_nothing(monkeypatch, tmp_path):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("NUTGRAF_LIBRARY", raising=False)
    assert paths.config_file().name == "config.toml"
    paths.default_folder()
    assert list(tmp_path.iterdir()) == []


def test_the_seeds_are_found_in_a_checkout():
    assert len(list(paths.seeds_folder().glob("*.txt"))) == 5


def test_the_seeds_are_found_inside_an_installed_package(tmp_path):
    package = tmp_path / "index"
    package.mkdir()
    for name in ("__init__.py", "paths.py", "errors.py"):
        shutil.copy(Path(index.paths.__file__).parent / name, package)
    (package / "seeds").mkdir()
    told = subprocess.run(
        [sys.executable, "-c", "from index.paths import seeds_folder; print(seeds_folder())"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(told.stdout.strip()) == (package / "seeds").resolve()


def test_an_installation_without_seeds_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(index.paths, "__file__", str(tmp_path / "index" / "paths.py"))
    with pytest.raises(LibraryError, match="sample articles"):
        paths.seeds_folder()
