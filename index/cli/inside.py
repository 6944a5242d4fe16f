"""What is inside a story, told: who copied whom, what each article adds, and who said what in which outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from index.cli.output import on_one_line
from index.findings import Inside, Quotation, TimelineRow
from index.models import ArticleRow


def inside_record(inside: Inside) -> Mapping[str, object]:
    """The same as JSON, to stand beside what a story's record holds."""
    return {
        "independent": inside.sources.independent,
        "copies": [
            {"article": copy.article, "original": copy.original, "tie": copy.tie, "shared": copy.shared}
            for copy in inside.sources.copies
        ],
        "new": [{"article": one.article, "sentences": one.sentences, "total": one.total} for one in inside.fresh],
        "timeline": [
            {
                "day": row.day,
                "or": row.other or None,
                "text": row.text,
                "article": row.spot.article,
                "sentence": row.spot.sentence,
                "told_by": row.articles,
            }
            for row in inside.timeline
        ],
        "coverage": dict(inside.coverage),
        "quotations": [
            {
                "text": said.text,
                "speaker": said.speaker or None,
                "carried": [
                    {"article": one.spot.article, "sentence": one.spot.sentence, "text": one.text, "whole": one.whole}
                    for one in said.carried
                ],
            }
            for said in inside.quotations
        ],
    }


def inside_page(inside: Inside, rows: Sequence[ArticleRow]) -> Sequence[Text]:
    """Sources, what each article adds, timeline and quotations."""
    named = {row.id: on_one_line(row.source or row.title) for row in rows}
    lines = [Text(), Text(f"Independent sources: {inside.sources.independent} of {_articles(len(rows))}", "cyan")]
    lines += [
        Text(f"• {named[copy.article]}: {copy.tie} of {named[copy.original]} ({copy.shared:.0%} of the words)")
        for copy in inside.sources.copies
    ]
    lines += [Text(f"• {named[one.article]}: {len(one.sentences)} new of {one.total}") for one in inside.fresh]
    if inside.timeline:
        lines += [Text(), Text("Timeline", "cyan"), *(_happened(row, named) for row in inside.timeline)]
    if inside.quotations:
        lines += [Text(), Text("Quotations", "cyan"), *(_quotation(said, named) for said in inside.quotations)]
    return lines


def _articles(count: int) -> str:
    return f"{count} article{'s' * (count != 1)}"


def _happened(row: TimelineRow, named: Mapping[str, str]) -> Text:
    day = f"{row.day} (or {row.other})" if row.other else row.day
    told_by = ", ".join(dict.fromkeys(named[id] for id in (row.spot.article, *row.articles)))
    return Text.assemble("• ", (day, "bold"), f"  {on_one_line(row.text)}", (f"  — {told_by}", "dim"))


def _quotation(said: Quotation, named: Mapping[str, str]) -> Text:
    carried = dict.fromkeys(named[one.spot.article] + ("" if one.whole else " (cropped)") for one in said.carried)
    speaker = on_one_line(said.speaker) or "unattributed"
    return Text.assemble(f"• “{on_one_line(said.text)}”", (f"  — {speaker}; {', '.join(carried)}", "dim"))
