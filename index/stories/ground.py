"""What grouping rests on: every article as a sketch, the few that are compared in full, and an archive a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

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
        self._languages: dict[str, list[tuple[int, str]]] = {}
        self._archives: dict[str, Archive] = {}
        for name, (language, _) in outlines.items():
            self._languages.setdefault(language, []).append(self.age(name))

    @classmethod
    def of(cls, features: Mapping[str, Features]) -> Ground:
        """Of articles at hand."""
        return cls.at_hand(features, {name: Sketch.of(each) for name, each in features.items()})

    @classmethod
    def at_hand(cls, features: Mapping[str, Features], sketches: Mapping[str, Sketch]) -> Ground:
        """Of articles that are sketched already."""
        outlines = {name: (each.language, each.day) for name, each in sketches.items()}
        return cls(features, outlines, lambda names: [sketches[name] for name in names])

    def languages(self) -> dict[str, list[str]]:
        """Each language, and its articles, earliest first, the undated last."""
        return {
            language: [name for _, name in sorted(self._languages[language])] for language in sorted(self._languages)
        }

    def age(self, name: str) -> tuple[int, str]:
        """Sorts articles earliest first, the undated last."""
        _, day = self._outlines[name]
        return (_UNDATED if day is None else day), name

    def language(self, name: str) -> str:
        """The language of an article."""
        return self._outlines[name][0]

    def archive(self, language: str) -> Archive:
        """What is common and what is telling in a language; its rows are the articles, earliest first."""
        if language not in self._archives:
            names = self._names(language)
            self._archives[language] = Archive(Rows(names, self._sketches(names)))
        return self._archives[language]

    def pairs(self, language: str, assigned: Mapping[str, str]) -> Pairs:
        """For comparing the articles of a language; what was in one story before is taken into account."""
        return Pairs(self.features.__getitem__, self.archive(language), assigned)

    def _names(self, language: str) -> list[str]:
        return [name for _, name in sorted(self._languages.get(language, ()))]
