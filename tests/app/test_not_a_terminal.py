import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _nutgraf(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip


def test_without_a_terminal_the_reader_says_so(tmp_path: Path) -> None:
    done = _nutgraf("--library", str(tmp_path / "library"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs a terminal" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "library").exists()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals to open here")
def test_a_library_that_is_none_ends_with_its_exit_code(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a library")
    outer, inner = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--library", str(tmp_path / "file")],
        cwd=ROOT, stdin=inner, stdout=inner, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
    )  # fmt: skip
    os.close(inner)
    os.close(outer)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr and done.stderr.startswith("nutgraf: ")
