"""What grouping rests on: every article as a sketch, the few that are compared in full, and an archive a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from index.stories.archive import Archive
from index.stories.features import Features
from index.stories.pairs import Pairs
from index.stories.rows import Rows
from index.stories.sketch import Sketch

_UNDATED = 10_000_000
"""After every day there is."""


class Ground:
    """All articles of a library. `features` are asked for one by one, so they may lie in a store."""

    def __init__(
        self,
        features: Mapping[str, Features],
        outlines: Mapping[str, tuple[str, int | None]],
        sketches: Callable[[Sequence[str]], Iterable[Sketch]],
    ) -> None:
        """`outlines`: language and day of each article; `sketches` gives those of some, in order."""
        self.features = features
        self._outlines = outlines
        self._sketches = sketches
        self._archives: dict[str, Archive] = {}

    @classmethod
    def of(cls, features: Mapping[str, Features]) -> Ground:
        """Of articles at hand."""
        return cls.at_hand(features, {name: Sketch.of(each) for name, each in features.items()})

    @classmethod
    def at_hand(cls, features: Mapping[str, Features], sketches: Mapping[str, Sketch]) -> Ground:
        """Of articles that are sketched already."""
        outlines = {name: (each.language, each.day) for name, each in sketches.items()}
        return cls(features, outlines, lambda names: [sketches[name] for name in names])

    @cached_property
    def _languages(self) -> dict[str, list[str]]:
        ages: dict[str, list[tuple[int, str]]] = {}
        for name, (language, day) in self._outlines.items():
            ages.setdefault(language, []).append(age_of(name, day))
        return {language: [name for _, name in sorted(ages[language])] for language in sorted(ages)}

    def languages(self) -> dict[str, list[str]]:
        """Each language, and its articles, earliest first, the undated last."""
        return self._languages

    def age(self, name: str) -> tuple[int, str]:
        """Sorts articles earliest first, the undated last."""
        return age_of(name, self._outlines[name][1])

    def language(self, name: str) -> str:
        """The language of an article."""
        return self._outlines[name][0]

    def archive(self, language: str) -> Archive:
        """What is common and what is telling in a language; its rows are the articles, earliest first."""
        if language not in self._archives:
            self._archives[language] = self._archive(language)
        return self._archives[language]

    def pairs(self, language: str, assigned: Mapping[str, str]) -> Pairs:
        """For comparing the articles of a language; what was in one story before is taken into account."""
        return Pairs(self.features.__getitem__, self.archive(language), assigned)

    def _archive(self, language: str) -> Archive:
        names = self.languages().get(language, [])
        return Archive(Rows.of(names, self._sketches(names)))


def age_of(name: str, day: int | None) -> tuple[int, str]:
    """Sorts articles earliest first, the undated last."""
    return (_UNDATED if day is None else day), name
