"""A story opened up, chapter by chapter, as rows that lead to sentences, articles, stories and searches. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.findings import Differing, Figure, Mention, Named, Quotation, Spot, TimelineRow
from index.kinship import Link, Near, Why
from index.models import ArticleRow, Story, SummaryLine
from index.overviews import Inside, Teller, WhoSaysWhat, under_originals
from index.spark import spark
from tui import dates
from tui.panes.brief_rows import alone, day_of, outlets_of
from tui.panes.facts import Fact
from tui.panes.summary_rows import Entry, Heading, Member, SummaryRows, titled
from tui.render import Spans, fit, many, title_of, width_of

CHAPTERS = ("Story", "Timeline", "Quoted", "Numbers", "Who says what", "Names", "Related")
"""The chapters of a story, in the order of their keys."""
KINDS = {"person": "PEOPLE", "place": "PLACES", "organisation": "ORGANISATIONS", "name": "OTHER NAMES"}

SHORT = ("Story", "Days", "Quoted", "Numbers", "Who", "Names", "Related")
"""The same where they would not fit."""

TOLD = 60
"""Columns of whose text is carried by how many: beside its heading there is no more room."""

Rows = Sequence[Heading | Fact]


def contents(counts: Sequence[int], here: int, width: int) -> Spans:
    """The chapters in a line: with how much each holds, by shorter names, the one that is shown alone."""
    some = [number if at == here else 0 for at, number in enumerate(counts)]
    for names, told in ((CHAPTERS, counts), (SHORT, counts), (SHORT, some)):
        spans = _contents(names, told, here)
        if width_of(spans) <= width:
            return spans
    alone = [CHAPTERS[here] if at == here else "" for at in range(len(CHAPTERS))]
    return _contents(alone, some, here)


def _contents(names: Sequence[str], counts: Sequence[int], here: int) -> Spans:
    spans: Spans = []
    for at, (name, number) in enumerate(zip(names, counts, strict=True)):
        told = f" {name} {number or ''}".rstrip()
        gap = "" if at + 1 == len(names) else "  "
        spans += [(f"{at + 1}", "strong"), (f"{told}{gap}", "heading" if at == here else "faint")]
    return spans


class StoryRows(SummaryRows):
    """The headline of the story above its articles and its summary."""

    def __init__(self, story: Story, told: str, entries: Sequence[Entry], rows: Sequence[ArticleRow]) -> None:
        names = {row.id: row.source or title_of(row) for row in rows}
        days = {row.id: day_of(row) for row in rows}
        super().__init__([Heading(story.headline, told), *entries], names, days, {}, outlets=outlets_of(rows))

    def _lay(self, entry: Entry, width: int) -> list[Spans]:
        if entry is self.entries[0] and isinstance(entry, Heading):
            return [*titled(entry, width), []]
        return super()._lay(entry, width)


def first_chapter(
    story: Story, rows: Sequence[ArticleRow], lines: Sequence[SummaryLine], inside: Inside | None
) -> StoryRows:
    """The articles, copies under the article whose text they are, and what they say in their own sentences."""
    entries: list[Entry] = [Heading("ARTICLES", _carried(rows, inside)), *_members(rows, inside)]
    if lines:
        entries += [Heading("IN BRIEF"), *lines]
    return StoryRows(story, facts(story, rows, inside), entries, rows)


def facts(story: Story, rows: Sequence[ArticleRow], inside: Inside | None) -> str:
    """`▁▇▂  8–10 Nov 2023 · 4 articles · 2 independent sources`."""
    named = len({row.source for row in rows if row.source})
    sources = inside.sources.independent if inside else story.sources
    who = many(sources, "independent source") if sources else many(named, "source") if named else ""
    who = f"{rows[0].source}{alone(rows)}" if alone(rows) else who
    bar = spark(inside.coverage) if inside else ""
    parts = [dates.days(story.first, story.last), many(len(story.articles), "article"), who]
    return f"{bar}  {' · '.join(filter(None, parts))}".strip()


def _carried(rows: Sequence[ArticleRow], inside: Inside | None) -> str:
    wrote = {row.id: row.agency or row.source or title_of(row) for row in rows}
    printed = {row.id: row.source or title_of(row) for row in rows}
    return fit(inside.sources.in_words(wrote, printed), TOLD) if inside else ""


def _members(rows: Sequence[ArticleRow], inside: Inside | None) -> list[Member]:
    """Copies and rewrites under what they follow, each with how much of it is new."""
    told = inside.told() if inside else {}
    over = {copy.article: copy.original for copy in inside.sources.copies} if inside else {}
    by_id = {row.id: row for row in rows}

    def member(id: str) -> Member:
        return Member(by_id[id], day_of(by_id[id]), told.get(id, ""), under=id in over)

    return [member(id) for id in under_originals([row.id for row in rows], over)]


def timeline(days: Sequence[TimelineRow], names: Mapping[str, str], coverage: Sequence[tuple[str, int]] = ()) -> Rows:
    """What happened on which day, and who tells it; a day that is not sure shows the other one, too."""
    if not days:
        return [Heading("NO DAY IS NAMED")]
    bar = f"{spark(coverage)}  {dates.days(coverage[0][0], coverage[-1][0])}" if len(coverage) > 1 else ""
    rows: list[Heading | Fact] = [Heading("WHAT HAPPENED WHEN", bar or "in their words")]
    for row in days:
        day = f"{dates.day(row.day)}?" if row.other else dates.day(row.day)
        other = f"or {dates.day(row.other)} · " if row.other else ""
        who = _listed(names[id] for id in (row.spot.article, *row.articles))
        rows.append(Fact(row.text, day, leads_to=row.spot, told=other + who))
    return rows


def quoted(quotations: Sequence[Quotation], names: Mapping[str, str]) -> Rows:
    """Who is quoted with what, who prints it whole, who crops it, who alone has it."""
    if not quotations:
        return [Heading("NOBODY IS QUOTED")]
    rows: list[Heading | Fact] = [Heading("QUOTED", many(len(quotations), "quotation"))]
    for said in quotations:
        alone = "only in " if said.alone else ""
        told = f"{said.speaker or 'unattributed'} · {alone}{_printed(said, names)}"
        lead = next((one.spot for one in said.carried if one.whole), said.carried[0].spot)
        rows.append(Fact(f"“{' '.join(said.text.split())}”", leads_to=lead, told=told))
    return rows


def _printed(said: Quotation, names: Mapping[str, str]) -> str:
    """Who prints it whole, and who only crops it."""
    whole = list(dict.fromkeys(names[one.spot.article] for one in said.carried if one.whole))
    cropped = [name for one in said.carried if (name := names[one.spot.article]) not in whole]
    return " · ".join(filter(None, [_listed(whole), f"cropped: {_listed(cropped)}" if cropped else ""]))


def numbers(found: Sequence[Differing], names: Mapping[str, str]) -> Rows:
    """Quantities that may be one and the same, stated differently; each with its sentence."""
    if not found:
        return [Heading("NO NUMBERS DIFFER", "none was found")]
    rows: list[Heading | Fact] = [
        Heading("POSSIBLY THE SAME, AND NOT ALIKE"),
        Fact("Judge by the sentences.", look="faint"),
    ]
    for one in found:
        rows.append(Heading((one.subject or "a number").upper(), one.course))
        rows += [_figure(figure, names) for figure in one.figures]
    return rows


def _figure(figure: Figure, names: Mapping[str, str]) -> Fact:
    spot = figure.mention.spot
    return Fact(figure.sentence, figure.text, leads_to=spot, told=names[spot.article])


def who_says_what(says: WhoSaysWhat) -> Rows:
    """Names and phrases of the story against those who tell it: how often each has them, and who has not."""
    if len(says.tellers) < 2 or not says.aspects:
        return [Heading("ONE VOICE ALONE TELLS IT")]
    rows: list[Heading | Fact] = [Heading("WHO TELLS IT", "and how much later")]
    rows += [_teller(letter(at), teller) for at, teller in enumerate(says.tellers)]
    columns = "".join(f"{letter(at):>4}" for at in range(len(says.tellers)))
    rows.append(Heading("SENTENCES ON", f"{columns}  "))
    for aspect in says.aspects:
        cells = "".join(f"{len(cell) or '·':>4}" for cell in aspect.cells)
        rows.append(Fact(aspect.words, leads_to=aspect, right=cells, told=_who_has(aspect.told_by, says.tellers)))
    return rows


def letter(number: int) -> str:
    """How a teller is called in the table: A, B … Z, A1."""
    return chr(ord("A") + number % 26) + (str(number // 26) if number >= 26 else "")


def _teller(sign: str, teller: Teller) -> Fact:
    later = "" if teller.lag is None else "first" if not teller.lag else f"+{_span(teller.lag)}"
    several = many(len(teller.articles), "article") if len(teller.articles) > 1 else ""
    first = Spot(teller.articles[0], 0)
    return Fact(teller.source, sign, leads_to=first, right=later or "undated", told=several)


def _span(minutes: int) -> str:
    if minutes >= 1440:
        return many(minutes // 1440, "day")
    return f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"


def _who_has(told_by: Sequence[int], tellers: Sequence[Teller]) -> str:
    """`only in AP`, `not in Dawn, RT`; empty where that would be most of them."""
    lacking = [teller.source for at, teller in enumerate(tellers) if at not in told_by]
    if len(told_by) == 1:
        return f"only in {tellers[told_by[0]].source}"
    return f"not in {_listed(lacking)}" if 0 < len(lacking) <= len(tellers) // 2 else ""


def sentences(mentions: Iterable[tuple[Mention, str]], names: Mapping[str, str]) -> Rows:
    """Sentences, each with who says it."""
    return [Fact(text, leads_to=mention.spot, told=names[mention.spot.article]) for mention, text in mentions]


def named(found: Sequence[Named]) -> Rows:
    """People, places and organisations; each leads to everything about it."""
    rows: list[Heading | Fact] = []
    for kind, heading in KINDS.items():
        some = [one for one in found if one.kind == kind]
        if some:
            rows += [Heading(heading, f"{len(some)}"), *(_name(one) for one in some)]
    return rows or [Heading("NOBODY AND NOTHING IS NAMED")]


def _name(one: Named) -> Fact:
    others = [variant for variant in one.variants if variant != one.name]
    count = f"{len(one.mentions)} in {many(len(one.articles), 'article')}"
    return Fact(one.name, leads_to=one, right=count, told=f"also {_listed(others)}" if others else "")


def related(story: Story, why: Why | None, near: Sequence[Near], thread: Sequence[Link], names: Mapping[str, str],
            merge: str = "") -> Rows:  # fmt: skip
    """Why together, what goes before and after, and what was nearly taken for the same event: the key `merge` does."""
    rows: list[Heading | Fact] = []
    if thread:
        rows.append(Heading("THE STORY GOES ON", many(len(thread), "story", "stories")))
        rows += [_link(link, story) for link in thread]
    rows.append(Heading("MAYBE RELATED", f"{merge} makes one story of both" if near else "nothing comes near"))
    rows += [Fact(one.story.headline, dates.day(one.story.last), leads_to=one, told=one.in_words()) for one in near]
    if why is not None and why.bonds:
        rows.append(Heading("WHY TOGETHER", f"{why.score:.2f}, needed {why.needed:.2f}"))
        rows += [
            Fact(f"{names.get(bond.article, '')} and {names.get(bond.other, '')}", leads_to=Spot(bond.article, 0),
                 told=bond.in_words())
            for bond in why.pairs
        ]  # fmt: skip
    return rows


def _link(link: Link, story: Story) -> Fact:
    here = link.story.id == story.id
    headline = f"{link.story.headline} (this story)" if here else link.story.headline
    return Fact(
        headline, dates.day(link.story.first), leads_to=None if here else link.story, told=link.in_words(),
        look="strong" if here else "plain",
    )  # fmt: skip


def _listed(names: Iterable[str]) -> str:
    """Up to three names, and how many more."""
    found = list(dict.fromkeys(fit(name, 24) for name in names if name))
    return ", ".join(found[:3]) + (f" +{len(found) - 3}" if len(found) > 3 else "")
