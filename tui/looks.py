"""What a look is on the screen: colours of the theme, and how letters are set.

They are made here and not by component classes of the stylesheet: those make a node of every look on every widget and
match all rules against it whenever a widget gains or loses the keyboard, a third of the time to the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from rich.style import Style
from textual.app import App
from textual.color import Color

Looks = Mapping[str, Style]
"""The style of every look."""

STYLES: Mapping[str, tuple[str, str, str]] = {
    "plain": ("", "", ""),
    "bold": ("strong", "", "bold"),
    "strong": ("strong", "", "bold"),
    "faint": ("faint", "", ""),
    "accent": ("accent", "", "bold"),
    "marker": ("accent", "", ""),
    "mark": ("strong", "mark", "bold underline"),
    "lit": ("strong", "lit", ""),
    "lit-mark": ("strong", "mark", "bold underline"),
    "highlight": ("accent", "", "underline"),
    "rule": ("rule", "", ""),
    "heading": ("foreground", "", "bold"),
    "link": ("", "", "underline"),
    "here": ("accent", "", "bold underline"),
}
"""Look → the theme's names of the colours of letters and of what is behind them, empty for those of the widget, and
the letters."""
OF_SIXTEEN = {
    "faint": "dim", "rule": "dim", "mark": "bold reverse", "lit": "underline", "lit-mark": "bold reverse underline",
}  # fmt: skip
"""Letters in the terminal's own colours, of which none is known to fit behind any text."""

_made: WeakKeyDictionary[App[Any], tuple[str, Looks]] = WeakKeyDictionary()
"""App → theme and the looks that were made of it."""


def looks_in(app: App[Any]) -> Looks:
    """The looks of the theme that an app wears now."""
    theme, looks = _made.get(app, ("", {}))
    if theme != app.theme:
        looks = looks_of(app.get_css_variables(), sixteen=app.native_ansi_color)
        _made[app] = app.theme, looks
    return looks


def looks_of(colours: Mapping[str, str], *, sixteen: bool) -> Looks:
    """The looks that colours by name make; a colour that is not named is left to the widget. Pure."""
    return {
        look: _style(colours.get(letters, ""), colours.get(behind, ""), OF_SIXTEEN.get(look, set_) if sixteen else set_)
        for look, (letters, behind, set_) in STYLES.items()
    }


def _style(letters: str, behind: str, set_: str) -> Style:
    colour, background = (Color.parse(each).rich_color if each else None for each in (letters, behind))
    return Style(color=colour, bgcolor=background) + Style.parse(set_)
