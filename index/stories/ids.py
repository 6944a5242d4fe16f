"""Ids of stories: made of the article that founded one, and kept while the story grows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence
from hashlib import blake2b
from itertools import chain, count


def story_id(founder: str) -> str:
    """The id of a story that begins with this article."""
    return blake2b(founder.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def new_id(members: Sequence[str], taken: Container[str]) -> str:
    """An id for a new story of these articles, earliest first, that no other story has."""
    tries = chain(members, (f"{members[0]} {again}" for again in count()))
    return next(new for founder in tries if (new := story_id(founder)) not in taken)


def named(groups: Collection[list[str]], assigned: Mapping[str, str]) -> dict[str, str]:
    """Gives each group the id that most of its articles had, and no id twice; the rest are named by their founder."""
    names = claimed(dict(enumerate(groups)), assigned)
    taken = set(names.values())
    answer: dict[str, str] = {}
    for at, members in enumerate(groups):
        if at not in names:
            names[at] = new_id(members, taken)
            taken.add(names[at])
        answer |= dict.fromkeys(members, names[at])
    return answer


def claimed(groups: Mapping[int, Sequence[str]], assigned: Mapping[str, str]) -> dict[int, str]:
    """Which group goes on under which id: the one that most of its articles had, and no id twice."""
    claims = []
    for at, members in groups.items():
        had = [assigned[name] for name in members if name in assigned]
        if had and had.count(had[0]) == len(had):  # most of them, and a Counter costs ten times as much
            claims.append((-len(had), at, had[0]))
        else:
            claims += [(-times, at, story) for story, times in Counter(had).items()]
    names: dict[int, str] = {}
    taken = set()
    for _, at, story in sorted(claims):
        if at not in names and story not in taken:
            names[at] = story
            taken.add(story)
    return names
