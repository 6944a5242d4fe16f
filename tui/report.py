"""What a run did with everything it found, kept for the next time the app is opened. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass, field

from index.events import Counts, Event, Folded, Skipped, Updated
from tui.render import many

MOST = 2000
"""Items of a kind that are kept by name; all are counted. The full list is what `nutgraf add --json` prints."""


@dataclass(frozen=True, slots=True)
class Report:
    """The last run."""

    counts: Counts = field(default_factory=Counts)
    skipped: tuple[Skipped, ...] = ()
    """Those that were not read; of a long list the first ones."""
    ended: str = ""
    """ISO time; empty when there was no run."""
    cancelled: bool = False
    updated: tuple[Updated, ...] = ()
    """The first of them, as of the next."""
    folded: tuple[Folded, ...] = ()

    def stored(self) -> str:
        """As a setting."""
        return json.dumps({
            "ended": self.ended, "cancelled": self.cancelled, "counts": asdict(self.counts),
            "skipped": [astuple(item) for item in self.skipped[:MOST]],
            "updated": [astuple(item) for item in self.updated[:MOST]],
            "folded": [astuple(item) for item in self.folded[:MOST]],
        })  # fmt: skip


@dataclass(slots=True)
class Named:
    """The items of a run that are named in its report, no more of a kind than are kept."""

    skipped: list[Skipped] = field(default_factory=list)
    updated: list[Updated] = field(default_factory=list)
    folded: list[Folded] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Keeps an event that names an item."""
        if isinstance(event, Skipped) and len(self.skipped) < MOST:
            self.skipped.append(event)
        elif isinstance(event, Updated) and len(self.updated) < MOST:
            self.updated.append(event)
        elif isinstance(event, Folded) and len(self.folded) < MOST:
            self.folded.append(event)

    def report(self, counts: Counts, ended: str, cancelled: bool) -> Report:
        """The report of the run, at its end."""
        return Report(counts, tuple(self.skipped), ended, cancelled, tuple(self.updated), tuple(self.folded))


def restored(stored: str) -> Report:
    """The report that was kept; an empty one where there is none or none that can be read."""
    try:
        told = json.loads(stored)
        skipped = tuple(Skipped(*map(str, item)) for item in told["skipped"])
        updated = tuple(Updated(*map(str, item)) for item in told.get("updated", ()))
        folded = tuple(Folded(*map(str, item)) for item in told.get("folded", ()))
        counts = Counts(**told["counts"])
        return Report(counts, skipped, str(told["ended"]), bool(told["cancelled"]), updated, folded)
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


def copies(folded: Sequence[Folded]) -> dict[tuple[str, str], list[Folded]]:
    """The copies of each article: its own origin and title → its copies, in the order of the run."""
    groups: dict[tuple[str, str], list[Folded]] = {}
    for item in folded:
        groups.setdefault((item.into, item.title), []).append(item)
    return groups


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
