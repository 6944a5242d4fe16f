"""Some hundred odd articles, as a file of records: scripts, signs and shapes that a screen trips over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

TITLES = (
    "", "[/", "[bold]not bold[/bold] [@click=app.quit]nor a link[/]", "\x1b[31mred\x1b[0m and \x9b2J a bell\x07",
    "רעידת אדמה בצפון הארץ", "زلزال في شمال البلاد", "北部地震：數千人疏散", "東京で地震、数千人が避難",
    "🇰🇿 Astana 👩‍👩‍👧‍👦 summit ✈️🛩 1️⃣",
    "Z͑ͫ̓ͪ̂ͫ̽a̴̵̞l̷g̈́o talks e\u0301\u0301\u0301", "A" * 900, "한국 지진 " * 40, "a\u202eb\u2066c", "\u200b\u200b",
    "Quakes in the north: thousands flee their homes", "İstanbul’da ﬁrst ẞ ǅ ﷽",
)  # fmt: skip
BODIES = (
    "The earthquake in the north drove {n} thousand people out of their homes, officials said on Tuesday.",
    "אלפי תושבים עזבו את בתיהם (officials said) אחרי רעידת האדמה בצפון, {n} נפגעו.",
    "غادر {n} آلاف من السكان منازلهم بعد الزلزال الذي ضرب شمال البلاد يوم الثلاثاء.",
    "北部發生地震，{n}千人離開家園，官員週二表示救援仍在進行，道路中斷。",
    "Rescuers 👩🏽‍🚒👨‍👩‍👧 worked ✈️ through the night; {n} flags 🇰🇿🇷🇺 were lowered, e\u0301le\u0301ments said.",
    "[/ {n} [red]brackets[/red] \\[x] and https://example.org/{n}?a=[b] were in the ministry's statement on Tuesday.",
    "“We lost everything,” said Aliya Nurlanova, {n}, a teacher. “The school is gone, and so is the road to it.”",
    "W" * 300 + " was what the telegraph printed {n} times before the line went dead on Tuesday.",
    "\x1b]52;c;AAAA\x07The {n} messages carried escapes \x9b31m and \u202eoverrides\u202c, engineers said on Tuesday.",
)
OUTLETS = ("The Northern Post", "صحيفة الشمال", "北方日報", "[b]Brackets[/b]", "", "AFP")
LONG = 10_000
"""Words of the longest one."""


def odd_articles(count: int) -> Iterator[dict[str, str]]:
    """Records of a data set; every third one reports what the one before does."""
    luck = Random(5)
    said: list[str] = []
    for number in range(count):
        if number % 3 or not said:
            said = [luck.choice(BODIES).format(n=luck.randint(2, 99)) for _ in range(luck.randint(1, 14))]
        body = said * (LONG // 15) if number == 7 else luck.sample(said, len(said))
        yield {
            "title": TITLES[number % len(TITLES)] or "" if number % 16 else "",
            "text": "\n\n".join(body[:700]),
            "source": OUTLETS[number % len(OUTLETS)],
            "date": f"20{luck.randint(15, 24)}-{luck.randint(1, 12):02}-{luck.randint(1, 28):02}" if number % 5 else "",
            "url": f"https://example.org/{number}" if number % 2 else "",
        }


def write_odd(path: Path, count: int) -> Path:
    """The records as lines of JSON."""
    path.write_text("\n".join(json.dumps(each) for each in odd_articles(count)), "utf-8")
    return path
