"""What is inside a story, told: who copied whom, what each article adds, and who said what in which outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from index.cli.output import on_one_line
from index.cli.table import says_table
from index.findings import Differing, Figure, Inside, Mention, Named, Quotation, TimelineRow, WhoSaysWhat
from index.models import ArticleRow

NAMES = 12
"""Names of a kind that the page shows; JSON has all."""
_KINDS = (("person", "People"), ("place", "Places"), ("organisation", "Organisations"), ("name", "Other names"))


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
        "numbers": [_number_record(row) for row in inside.numbers],
        "names": [
            {"name": one.name, "kind": one.kind, "variants": one.variants, "mentions": _places(one.mentions)}
            for one in inside.names
        ],
        "who_says_what": _says_record(inside.says),
    }


def _number_record(row: Differing) -> Mapping[str, object]:
    figures = [
        {"text": one.text, "value": one.value, "line": one.sentence, **_place(one.mention)} for one in row.figures
    ]
    return {
        "possible": True,
        "subject": row.subject or None,
        "fate": row.fate or None,
        "unit": row.unit or None,
        "figures": figures,
    }


def _says_record(says: WhoSaysWhat) -> Mapping[str, object]:
    return {
        "tellers": [
            {"source": one.source, "articles": one.articles, "first": one.first or None, "lag_minutes": one.lag}
            for one in says.tellers
        ],
        "aspects": [
            {"words": one.words, "kind": one.kind, "cells": [_places(cell) for cell in one.cells]}
            for one in says.aspects
        ],
    }


def _places(mentions: Sequence[Mention]) -> Sequence[Mapping[str, object]]:
    return [_place(one) for one in mentions]


def _place(at: Mention) -> Mapping[str, object]:
    return {"article": at.spot.article, "sentence": at.spot.sentence, "start": at.start, "end": at.end}


def inside_page(inside: Inside, rows: Sequence[ArticleRow]) -> Sequence[Text]:
    """Sources, what each article adds, timeline, quotations, numbers that differ, names, and who says what."""
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
    if inside.numbers:
        lines += [Text(), Text("Numbers that possibly differ", "cyan")]
        lines += [line for row in inside.numbers for line in _differing(row, named)]
    if inside.names:
        lines += [Text(), Text("Names", "cyan"), *_names(inside.names)]
    return [*lines, *says_table(inside.says)]


def _differing(row: Differing, named: Mapping[str, str]) -> Sequence[Text]:
    """What is counted, the course of its figures, and each with its sentence."""
    head = f"• {on_one_line(row.label)}: {row.course}" if row.label else f"• {row.course}"
    return [Text(head, "bold"), *(_figure(one, named[one.mention.spot.article]) for one in row.figures)]


def _figure(one: Figure, source: str) -> Text:
    text, at = one.sentence, one.mention
    before, after = on_one_line(text[: at.start] + "|").removesuffix("|"), on_one_line("|" + text[at.end :])
    return Text.assemble(
        "  ", before, (on_one_line(one.text), "bold"), after.removeprefix("|"), (f"  — {source}", "dim")
    )


def _names(names: Sequence[Named]) -> Sequence[Text]:
    lines = []
    for kind, title in _KINDS:
        own = [one for one in names if one.kind == kind]
        if own:
            shown = ", ".join(f"{on_one_line(one.name)} ({len(one.mentions)})" for one in own[:NAMES])
            rest = f", and {len(own) - NAMES} more" if len(own) > NAMES else ""
            lines.append(Text.assemble("• ", (f"{title}: ", "bold"), shown + rest))
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
