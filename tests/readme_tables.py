"""The tables of README.md, as the tables of the code are written there between `<!-- keys -->` and `<!-- /keys -->`."""

from __future__ import annotations

from index.options import shown, table
from tui.keys import PLACES, keys_of


def key_table() -> str:
    """The keys, grouped by place."""
    rows = ["| where | key | does |", "|---|---|---|"]
    for place, heading in PLACES.items():
        for number, key in enumerate(keys_of(place)):
            names = " ".join(f"`{name}`" for name in key.names).replace("|", "\\|") or "palette"
            rows.append(f"| {'' if number else heading} | {names} | {key.words} |")
    return "\n".join(rows)


def option_table() -> str:
    """The options with their defaults."""
    rows = ["| option | default | takes | for |", "|---|---|---|---|"]
    rows += [f"| `{o.name}` | `{shown(o.default)}` | {o.kind.told} | {o.words} |" for o in table()]
    return "\n".join(rows)
