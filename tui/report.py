"""What a run did with everything it found, kept for the next time the app is opened. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from index.events import Counts, Skipped
from tui.render import many

MOST = 2000
"""Skipped items that are kept by name; all of them are counted. The full list is what `nutgraf add --json` prints."""


@dataclass(frozen=True, slots=True)
class Report:
    """The last run."""

    counts: Counts = field(default_factory=Counts)
    skipped: tuple[Skipped, ...] = ()
    """Those that were not read; of a long list the first ones."""
    ended: str = ""
    """ISO time; empty when there was no run."""
    cancelled: bool = False

    def stored(self) -> str:
        """As a setting."""
        items = [(item.origin, item.reason) for item in self.skipped[:MOST]]
        return json.dumps({"ended": self.ended, "cancelled": self.cancelled, "counts": asdict(self.counts),
                           "skipped": items})  # fmt: skip


def restored(stored: str) -> Report:
    """The report that was kept; an empty one where there is none or none that can be read."""
    try:
        told = json.loads(stored)
        skipped = tuple(Skipped(str(origin), str(reason)) for origin, reason in told["skipped"])
        return Report(Counts(**told["counts"]), skipped, str(told["ended"]), bool(told["cancelled"]))
    except (ValueError, KeyError, TypeError):
        return Report()


def by_reason(skipped: Sequence[Skipped]) -> dict[str, list[str]]:
    """The items of each reason, the commonest reason first. What a reason adds about one item is part of that item."""
    groups: dict[str, list[str]] = {}
    for item in skipped:
        line, found, reason = item.reason.partition(": ")
        if found and line.startswith("line ") and "#" not in item.origin:
            groups.setdefault(reason, []).append(f"{item.origin}, {line}")
        else:
            groups.setdefault(reason if line.startswith("line ") and found else item.reason, []).append(item.origin)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def outcome(counts: Counts) -> list[str]:
    """What became of everything, in words, a fact a line."""
    facts = [
        (counts.read, many(counts.read, "new article")),
        (counts.updated, f"{many(counts.updated, 'article')} updated: the text of the file has changed"),
        (counts.folded, f"{many(counts.folded, 'copy', 'copies')} folded into an article that was there"),
        (counts.unchanged, f"{many(counts.unchanged, 'file')} as last time, not opened"),
        (counts.gone, f"{many(counts.gone, 'article')} whose file is gone, kept here"),
    ]
    return [words for number, words in facts if number] or ["nothing new"]
