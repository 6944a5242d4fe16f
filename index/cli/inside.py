"""What is inside a story, told: who copied whom, what each article adds, and who said what in which outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from index.cli.dates import in_words
from index.cli.output import on_one_line
from index.cli.table import says_table
from index.findings import Differing, Figure, Mention, Named, Quotation, TimelineRow
from index.models import ArticleRow
from index.overviews import Inside, WhoSaysWhat
from index.spark import spark

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
        "timeline": [_event_record(row) for row in inside.timeline],
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


def _event_record(row: TimelineRow) -> Mapping[str, object]:
    return {
        "day": row.day,
        "or": row.other or None,
        "text": row.text,
        "article": row.spot.article,
        "sentence": row.spot.sentence,
        "told_by": row.articles,
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
    """Timeline with the coverage, quotations, numbers that differ, names, and who says what."""
    named = {row.id: on_one_line(row.source or row.title) for row in rows}
    lines: list[Text] = []
    if inside.timeline:
        lines += [Text(), Text.assemble(("Timeline", "cyan"), ("  " + _coverage(inside.coverage), "dim"))]
        lines += [_happened(row, named) for row in inside.timeline]
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
            shown = ", ".join(_name(one) for one in own[:NAMES])
            rest = f", and {len(own) - NAMES} more" if len(own) > NAMES else ""
            lines.append(Text.assemble("• ", (f"{title}: ", "bold"), shown + rest))
    return lines


def _name(one: Named) -> str:
    """`Vladimir Putin (60, also Putin)`: how often it is named, and by which other forms."""
    others = [on_one_line(variant) for variant in one.variants if variant != one.name]
    also = f", also {' / '.join(others[:2])}" if others else ""
    return f"{on_one_line(one.name)} ({len(one.mentions)}{also})"


def _coverage(days: Sequence[tuple[str, int]]) -> str:
    """`▃█▃ articles a day, 7 May 2014 to 9 May 2014`; empty where all appeared on one day."""
    bar = spark(days)
    return f"{bar} articles a day, {in_words(days[0][0])} to {in_words(days[-1][0])}" if bar else ""


def _happened(row: TimelineRow, named: Mapping[str, str]) -> Text:
    day = f"{row.day} (or {row.other})" if row.other else row.day
    told_by = ", ".join(dict.fromkeys(named[id] for id in (row.spot.article, *row.articles)))
    return Text.assemble("• ", (day, "bold"), f"  {on_one_line(row.text)}", (f"  — {told_by}", "dim"))


def _quotation(said: Quotation, named: Mapping[str, str]) -> Text:
    carried = dict.fromkeys(named[one.spot.article] + ("" if one.whole else " (cropped)") for one in said.carried)
    speaker = on_one_line(said.speaker) or "unattributed"
    alone = "only in " if said.alone and len(named) > 1 else ""
    return Text.assemble(f"• “{on_one_line(said.text)}”", (f"  — {speaker}; {alone}{', '.join(carried)}", "dim"))
