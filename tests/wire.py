"""A small library with copies: one wire report, three outlets that print it, and reports of their own."""

from __future__ import annotations

import json
from pathlib import Path

REPORT = (
    "VARN - The harbour of Varn was closed on Monday after a storm tore three ships from their moorings and drove a "
    "ferry onto the rocks below the old lighthouse.",
    "Rescue crews brought all 212 passengers of the ferry Halcyon ashore before dawn, and nobody was hurt, the coast "
    "guard of Varn said in a statement on Monday morning.",
    "Mayor Ana Lund told reporters that the town would pay for the repairs of the quay and that ferries to the islands "
    "were expected to run again on Wednesday if the wind allowed it.",
    "The Halcyon had left Port Mirella on Sunday evening with forty cars aboard, although the harbour master had "
    "warned of the storm two hours before.",
)
OTHER = (
    "Parliament in Norland rejected the budget of Finance Minister Elsa Tveit on Wednesday by 88 votes to 61.",
    "Opposition leader Anton Brandvik asked the minister to resign after the debate on fuel taxes.",
    "Elsa Tveit said that she would bring in a new budget without the fuel taxes within a month.",
)
_WIRE = "Ferry driven onto rocks as storm closes harbour of Varn"
ARTICLES = (
    ("w1", _WIRE, REPORT, "2024-03-04", "Wire Service"),
    ("w2", f"{_WIRE}: all saved", (*REPORT, "Our paper wishes them well."), "2024-03-05", "Valdoria Post"),
    ("w3", f"{_WIRE}, 212 saved", (*REPORT, "More on page four of this edition."), "2024-03-06", "Norland Times"),
    ("w4", f"{_WIRE}, mayor says", (*REPORT, "Readers may write to the editor."), "2024-03-06", "Port Herald"),
    ("own", "Norland parliament rejects budget of Elsa Tveit", OTHER, "2024-03-07", "Norland Times"),
)
"""Name, title, paragraphs, day, outlet; w2 to w4 are copies of w1."""


def write(folder: Path) -> Path:
    """The articles as one file."""
    file = folder / "wire.jsonl"
    records = [
        {"id": name, "title": title, "text": "\n\n".join(lines), "date": day, "source": outlet, "lang": "en"}
        for name, title, lines, day, outlet in ARTICLES
    ]
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return file
