"""What the last run did, and which items were skipped, updated or folded: nothing is left out silently."""

from __future__ import annotations

from collections.abc import Sequence

from tui import dates, keys
from tui.keymap import Keymap
from tui.messages import Told
from tui.opening import folder_of, open_target
from tui.panes.facts import Fact, FactRows
from tui.panes.summary_rows import Heading
from tui.render import many, one_line
from tui.report import Report, by_reason, copies, outcome
from tui.screens.listing import ListScreen


def rows_of(report: Report, keymap: Keymap) -> Sequence[Heading | Fact]:
    """The rows of the screen: the outcome, then a heading for each reason and its files."""
    if not report.ended:
        return [Heading("NOTHING ADDED YET"), Fact(f"{keymap.key('refresh')} scans the sources again", look="faint")]
    when = f"{dates.day(report.ended)}, {report.ended[11:16]}"
    rows: list[Heading | Fact] = [Heading("LAST RUN", f"stopped, {when}" if report.cancelled else when)]
    rows += [Fact(words) for words in outcome(report.counts)]
    rows.append(Fact(f"{many(report.counts.skipped, 'item')} skipped" if report.skipped else "nothing skipped"))
    for reason, origins in by_reason(report.skipped).items():
        rows.append(Heading(f"{len(origins):,} × {reason}"))
        rows += [Fact(origin, leads_to=origin) for origin in origins]
    rows += _more(report.counts.skipped - len(report.skipped))
    if report.updated:
        rows.append(Heading(f"{report.counts.updated:,} × updated"))
        rows += [Fact(f"{item.origin}  {item.title}", leads_to=item.origin) for item in report.updated]
        rows += _more(report.counts.updated - len(report.updated))
    for (into, title), items in copies(report.folded).items():
        of, where = one_line(title or into), one_line(into) if title else ""
        rows.append(Heading(f"{many(len(items), 'copy', 'copies')} of {of}", where))
        rows += [Fact(f"{item.origin}  {item.remark}".rstrip(), leads_to=item.origin) for item in items]
    rows += _more(report.counts.folded - len(report.folded))
    return rows


def _more(number: int) -> list[Heading | Fact]:
    """What stands in place of the items that are counted and not kept by name."""
    if number <= 0:
        return []
    return [Heading(f"… and {number:,} more"), Fact("nutgraf add --json names them all", look="faint")]


class ReportScreen(ListScreen[None]):
    """A list to look through; a file in it leads to its folder."""

    PLACE = "report"
    BINDINGS = keys.bindings("report")

    def __init__(self, report: Report, keymap: Keymap) -> None:
        self._entries = rows_of(report, keymap)
        super().__init__(FactRows(self._entries, labels=0), 1)

    def action_open_folder(self) -> None:
        """The folder of the file under the cursor, in the platform's file manager."""
        self.chosen(self.cursor)

    def chosen(self, index: int) -> None:
        """The folder of that file."""
        entry = self._entries[index]
        if isinstance(entry, Fact) and isinstance(entry.leads_to, str):
            self.app.post_message(Told(open_target(folder_of(entry.leads_to))))
