"""A reader whose terminal is gone ends, whatever waits for it."""

import subprocess
import sys

HUNG = """
import time
from tui import lifeline

class Hung:
    def exit(self, return_code=0):
        pass

lifeline.PATIENCE = 0.05
lifeline.leave(Hung(), 143)
time.sleep(60)
"""


def test_a_reader_that_cannot_quit_is_ended() -> None:
    assert subprocess.run([sys.executable, "-c", HUNG], timeout=50, check=False).returncode == 143
