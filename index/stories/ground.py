"""What grouping rests on: every article as a sketch, the few that are compared in full, and an archive a language."""

from __future__ import annotations

from collections.abc import Mapping

from index.stories.archive import Archive
from index.stories.features import Features
from index.stories.pairs import Pairs
from index.stories.rows import Rows
from index.stories.sketch import Sketch

_UNDATED = 10_000_000
"""After every day there is."""


class Ground:
    """All articles of a library. `features` are asked for one by one, so they may lie in a store."""

    def __init__(self, features: Mapping[str, Features], sketches: Mapping[str, Sketch]) -> None:
        self.features = features
        self._languages: dict[str, list[tuple[int, str]]] = {}
        self._sketches = sketches
        self._archives: dict[str, Archive] = {}
        for name, each in sketches.items():
            self._languages.setdefault(each.language, []).append(self.age(name))

    @classmethod
    def of(cls, features: Mapping[str, Features]) -> Ground:
        """Of articles at hand."""
        return cls(features, {name: Sketch.of(each) for name, each in features.items()})

    def languages(self) -> dict[str, list[str]]:
        """Each language, and its articles, earliest first, the undated last."""
        return {
            language: [name for _, name in sorted(self._languages[language])] for language in sorted(self._languages)
        }

    def age(self, name: str) -> tuple[int, str]:
        """Sorts articles earliest first, the undated last."""
        day = self._sketches[name].day
        return (_UNDATED if day is None else day), name

    def language(self, name: str) -> str:
        """The language of an article."""
        return self._sketches[name].language

    def archive(self, language: str) -> Archive:
        """What is common and what is telling in a language; its rows are the articles, earliest first."""
        if language not in self._archives:
            names = self._names(language)
            self._archives[language] = Archive(Rows(names, (self._sketches[name] for name in names)))
        return self._archives[language]

    def pairs(self, language: str, assigned: Mapping[str, str]) -> Pairs:
        """For comparing the articles of a language; what was in one story before is taken into account."""
        return Pairs(self.features.__getitem__, self.archive(language), assigned.get)

    def _names(self, language: str) -> list[str]:
        return [name for _, name in sorted(self._languages.get(language, ()))]
