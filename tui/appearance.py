"""What the settings make of the app: themes, keys, measure, alignment, ASCII; what a key changes is kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import Theme

from tui.keymap import Keymap, keymap_of
from tui.plain import PlainFilter, charset_of
from tui.remembered import remember, remembered
from tui.themes import ANSI, PREFIX, missing, themes_of
from tui.wrapping import TextSetting

if TYPE_CHECKING:
    from index.library import Library
    from index.models import Problem
    from index.options import Options

LEAST_MEASURE, MOST_MEASURE = 20, 160


class Appearance(App[None]):
    """An app that looks, and answers to keys, as its user likes."""

    library: Library
    keymap: Keymap = Keymap()
    text_setting = TextSetting()
    themes: dict[str, Theme]
    _ours: Sequence[LineFilter] = ()
    _is_dressed = False

    def get_css_variables(self) -> dict[str, str]:
        """Of the theme that is worn; an app that is being made wears none yet."""
        return super().get_css_variables() if self._is_dressed else {}

    def dress(self, library: Library) -> None:
        """Takes over what the settings say; to be called once, before anything is shown."""
        self._is_dressed = True
        self._options: Options = library.config.options
        self.keymap = keymap_of(library.config)
        self.set_keymap(self.keymap.bound())
        self.themes, wrong = themes_of(library.config)
        for theme in self.themes.values():
            self.register_theme(theme)
        self._wrong = (*self.keymap.problems, *wrong, *self._choose_theme())
        chosen = TextSetting(self._remembered_measure(), self._remembered("alignment") == "justified")
        self.text_setting = chosen
        self._ours = self._filters_of()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the library, and with the settings, each with file, line and key."""
        return (*self.library.problems, *self._wrong)

    def _remembered(self, name: str) -> object:
        return remembered(self.library, name, getattr(self._options, name))

    def _remembered_measure(self) -> int:
        measure = self._remembered("measure")
        return measure if isinstance(measure, int) else self._options.measure

    def _choose_theme(self) -> tuple[Problem, ...]:
        """NO_COLOR is stronger than any theme: what is not told by colour is all that is left then."""
        wanted = str(self._remembered("theme"))
        self._wear(ANSI if self.no_color else self.themes.get(wanted, self.themes["dark"]))
        return missing(self.library.config, wanted, self.themes)

    def _wear(self, theme: Theme) -> None:
        """Setting `theme` would parse the stylesheet and lay everything out once more, 15 ms: before the first frame a
        theme that needs no other filters than Textual's own dark one, with which an app begins, is only put in place.
        """
        if theme.ansi or not theme.dark:
            self.theme = theme.name
        else:
            self.set_reactive(App.theme, theme.name)
            self.stylesheet.set_variables(self.get_css_variables())

    def _filters_of(self) -> list[LineFilter]:
        charset = charset_of(os.environ)
        plain = charset != "" if self._options.ascii == "auto" else self._options.ascii is True
        return [*([NoColor()] if self.no_color else []), *([PlainFilter(charset)] if plain else [])]

    @property
    def is_plain(self) -> bool:
        """Whether all signs are painted in ASCII."""
        return any(isinstance(each, PlainFilter) for each in self._ours)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, without the shades of grey that it makes of colours under NO_COLOR, and ours."""
        return [*(each for each in super().get_line_filters() if not isinstance(each, Monochrome)), *self._ours]

    # what a key or a command changes

    def use_theme(self, name: str) -> bool:
        """Another theme, kept for next time; False when there is none of this name."""
        if name not in self.themes:
            return False
        self.theme = self.themes[name].name
        self._remember("theme", name)
        return True

    def action_theme(self) -> None:
        """The next theme; kept for next time."""
        names = list(self.themes)
        now = self.theme.removeprefix(PREFIX)
        self.use_theme(names[(names.index(now) + 1) % len(names)] if now in names else names[0])
        self.notify(self.theme.removeprefix(PREFIX), markup=False, timeout=2)

    def action_measure(self, step: int) -> None:
        """Wider or narrower text, kept for next time."""
        self.set_text(TextSetting(self.text_setting.measure + step, self.text_setting.justified))

    def action_justify(self) -> None:
        """Ragged or justified, kept for next time."""
        self.set_text(TextSetting(self.text_setting.measure, not self.text_setting.justified))

    def set_text(self, setting: TextSetting) -> None:
        """Text set so from now on, everywhere."""
        from tui.widgets.text_view import TextView

        measure = min(max(LEAST_MEASURE, setting.measure), MOST_MEASURE)
        self.text_setting = TextSetting(measure, setting.justified)
        self._remember("measure", measure)
        self._remember("alignment", "justified" if setting.justified else "ragged")
        for screen in self.screen_stack:
            for view in screen.query(TextView):
                view.use(self.text_setting)

    def _remember(self, name: str, value: object) -> None:
        remember(self.library, name, value, getattr(self._options, name))
