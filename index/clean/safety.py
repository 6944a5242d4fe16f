"""Text is data: takes out whatever could act on a terminal or hide from the eye, and nothing else.

Used twice: when text comes in, and as the last step before anything is shown. Sources: ECMA-48 (control functions),
xterm's ctlseqs (OSC, DCS and their terminators), UAX #9 (bidirectional controls), UTS #51 (joiners in emoji).
"""

from __future__ import annotations

import re
from functools import cache

_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f"
_INVISIBLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_NOT_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0, 0x110000, 0x10000)
)

_BREAK = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_STRING = "(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\\\|\x9c)"
"""OSC, DCS, SOS, PM, APC with their text; unterminated, only their introducer goes, for the rest may be the article."""
_CSI = "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
_ESCAPE = "\x1b(?:[ -/]+[0-~]|[]PX^_\\[]|[0-~])?"

_JOINING = (
    "\u0600-\u074f\u0780-\u07ff\u0840-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff"
    "\u1800-\u180a\u1820-\u18af\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
)
_PICTURE = "\u200d\u2190-\u2bff\u3030\ufe0f\U0001f000-\U0001faff"
_JOINER = f"[\u200c\u200d](?:(?<=[{_JOINING}].)(?=[{_JOINING}])|(?<=[{_PICTURE}]\u200d)(?=[{_PICTURE}]))"

_SUSPECT = re.compile(f"[{_CONTROLS}{_INVISIBLE}{_NOT_CHARACTERS}\u200c\u200d]")
_PRINTABLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0\U000e0000-\U000e0fff]")
"""What is invisible and yet counts as printable in Unicode's tables."""
_PUT = {"line": "\n", "tab": " "}


@cache
def _unsafe() -> re.Pattern[str]:
    """Compiled for the first text that needs it, in 1.5 ms: few do, and none before the first frame."""
    return re.compile(
        f"(?P<line>{_BREAK})|(?P<tab>\t)|(?P<join>{_JOINER})|{_STRING}|{_CSI}|{_ESCAPE}"
        f"|[{_CONTROLS}{_INVISIBLE}{_NOT_CHARACTERS}\u200c\u200d]"
    )


def _harmless(match: re.Match[str]) -> str:
    return match.group() if match.lastgroup == "join" else _PUT.get(match.lastgroup or "", "")


def _is_plain(text: str) -> bool:
    """True when nothing unsafe can be in a text: four times as fast as the pattern that knows."""
    visible = text.replace("\n", "").replace("\xa0", "").isprintable()
    return visible and (text.isascii() or _PRINTABLE.search(text) is None)


def safe(text: str) -> str:
    """The text without escape sequences, control, bidirectional and invisible characters; line breaks are "\\n".

    Joiners stay where writing needs them: between letters of joining scripts and inside emoji. Idempotent, linear.
    """
    if _is_plain(text) or _SUSPECT.search(text) is None:
        return text
    return _unsafe().sub(_harmless, text)
