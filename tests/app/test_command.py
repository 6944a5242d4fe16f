from pathlib import Path

import pytest

from tui import __main__ as command


@pytest.fixture(autouse=True)
def no_app(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    opened: list[object] = []
    monkeypatch.setattr(command, "_open", lambda asked: opened.append(asked) or 0)
    return opened


def test_without_arguments_the_reader_opens(no_app: list[object]) -> None:
    assert command.main([]) == 0
    assert no_app == [command.Asked(None, [], plain=False)]


def test_paths_and_a_library_may_come_in_any_order(no_app: list[object], tmp_path: Path) -> None:
    assert command.main([str(tmp_path), "--library", "lib"]) == 0
    assert command.main(["--library=lib", "--", str(tmp_path)]) == 0
    assert no_app == [command.Asked(Path("lib"), [tmp_path], plain=False)] * 2


def test_the_linear_reader_is_asked_for_anywhere_among_them(no_app: list[object], tmp_path: Path) -> None:
    assert command.main([str(tmp_path), "--plain"]) == 0
    assert no_app == [command.Asked(None, [tmp_path], plain=True)]


def test_a_shell_that_completes_is_answered_whatever_is_typed(
    no_app: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_NUTGRAF_COMPLETE", "bash_complete")
    monkeypatch.setattr("index.cli.main", lambda argv, serve, wrong: 7, raising=False)
    assert command.main([]) == 7 and no_app == []


def test_a_path_that_is_not_there_is_said_and_nothing_opens(
    no_app: list[object], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert command.main([str(tmp_path / "gone\x1b[2J")]) == 2
    said = capsys.readouterr().err
    assert "there is no file or folder" in said and "\x1b" not in said
    assert no_app == []


@pytest.mark.parametrize("arguments", [["--nonsense"], ["--library"]])
def test_an_option_that_is_none_is_a_usage_error(arguments: list[str], no_app: list[object]) -> None:
    assert command.main(arguments) == 2
    assert no_app == []


@pytest.mark.parametrize(
    "arguments", [["search", "x"], ["--library", "lib", "search", "x"], ["--version"], ["--library=lib", "--help"]]
)
def test_a_sub_command_goes_to_the_command_line(
    arguments: list[str], no_app: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.cli

    handed: list[list[str]] = []
    monkeypatch.setattr(index.cli, "main", lambda argv, serve, wrong: handed.append(argv) or 1, raising=False)
    assert command.main(arguments) == 1
    assert handed == [arguments] and no_app == []


def test_what_follows_two_dashes_is_a_path_whatever_it_is_called(
    no_app: list[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "search").write_text("a file")
    monkeypatch.chdir(tmp_path)
    assert command.main(["--", "search"]) == 0
    assert no_app == [command.Asked(None, [Path("search")], plain=False)]
