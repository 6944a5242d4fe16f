"""How it looks: one paper, one ink and one accent each; the themes that come along, and those of the user. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

from textual.color import Color, ColorParseError
from textual.theme import Theme

if TYPE_CHECKING:
    from index.config import Config
    from index.models import Problem

PREFIX = "nutgraf-"
"""Before the names of themes, for Textual has a `dark` of its own."""
READABLE = 4.5
"""Contrast of text at least: WCAG 2.2, success criterion 1.4.3 (AA)."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme, by what they are for."""

    background: str
    foreground: str
    panel: str
    """Behind notices and lines to type in."""
    strong: str
    """Headlines and what is unread."""
    faint: str
    """What is said beside the text: who, when, how much."""
    rule: str
    """Lines between panes."""
    accent: str
    """Where the keyboard is."""
    error: str
    lit: str
    """Behind a sentence that was gone to."""
    mark: str
    """Behind words that were searched for."""
    cursor: str
    scrollbar: str
    scrollbar_hover: str


ROLES = tuple(each.name for each in fields(Palette))
DARK_PALETTE = Palette(
    "#16171a", "#d8d5ce", "#1f2125", "#f6f3ec", "#8b8981", "#34363c", "#e2a75c", "#e07a5f", "#3a3122", "#5a4520",
    "#22252a", "#26282d", "#44474e",
)  # fmt: skip
LIGHT_PALETTE = Palette(
    "#faf8f3", "#2b2a27", "#f0ede5", "#0e0e0c", "#6f6b61", "#d6d1c4", "#94500f", "#a3341b", "#f6e3bf", "#f0cf8f",
    "#efebe1", "#ddd8cb", "#c4beae",
)  # fmt: skip
CONTRAST_PALETTE = Palette(
    "#000000", "#ffffff", "#000000", "#ffffff", "#d0d0d0", "#a0a0a0", "#ffd75f", "#ffaf9b", "#004a4a", "#00408a",
    "#303030", "#808080", "#c0c0c0",
)  # fmt: skip
ANSI_PALETTE = Palette(
    "ansi_default", "ansi_default", "ansi_default", "ansi_default", "ansi_default", "ansi_bright_black", "ansi_magenta",
    "ansi_red", "ansi_default", "ansi_default", "ansi_default", "ansi_bright_black", "ansi_white",
)  # fmt: skip
"""The terminal's own colours. Magenta is the one of the sixteen that is readable on black and on white; what is faint
is dim, what is marked is reversed (see the stylesheet), for no background is known to fit."""


def theme_of(name: str, palette: Palette, *, dark: bool = True, ansi: bool = False) -> Theme:
    """A palette as Textual wants it; `name` as people write it."""
    p = palette
    variables = {
        "faint": p.faint, "rule": p.rule, "strong": p.strong, "lit": p.lit, "mark": p.mark, "cursor": p.cursor,
        "block-cursor-foreground": p.background,
        "input-cursor-background": p.accent,
        "input-selection-background": p.mark,
        "scrollbar": p.scrollbar, "scrollbar-hover": p.scrollbar_hover, "scrollbar-active": p.accent,
        "scrollbar-background": p.background, "scrollbar-background-hover": p.background,
        "scrollbar-background-active": p.background, "scrollbar-corner-color": p.background,
    }  # fmt: skip
    if ansi:
        variables |= {"ansi-background": p.background, "ansi-foreground": p.foreground}
        variables |= {"input-cursor-text-style": "reverse", "input-selection-background": "ansi_bright_black"}
    return Theme(
        name=PREFIX + name, primary=p.accent, secondary=p.accent, accent=p.accent, warning=p.accent, error=p.error,
        success=p.accent, foreground=p.foreground, background=p.background, surface=p.background, panel=p.panel,
        dark=dark, ansi=ansi, variables=variables,
    )  # fmt: skip


DARK = theme_of("dark", DARK_PALETTE)
LIGHT = theme_of("light", LIGHT_PALETTE, dark=False)
CONTRAST = theme_of("contrast", CONTRAST_PALETTE)
ANSI = theme_of("ansi", ANSI_PALETTE, ansi=True)
THEMES = {theme.name.removeprefix(PREFIX): theme for theme in (DARK, LIGHT, CONTRAST, ANSI)}
"""Those that come along, by the name that people write."""
_BASES = {"dark": DARK_PALETTE, "light": LIGHT_PALETTE, "contrast": CONTRAST_PALETTE, "ansi": ANSI_PALETTE}


def themes_of(config: Config) -> tuple[dict[str, Theme], tuple[Problem, ...]]:
    """All themes by name, the user's own last, and what is wrong with these: it is told, the base's colour stands."""
    themes, problems = dict(THEMES), []
    for name, colours in config.themes.items():
        from index.models import Problem  # the vocabulary, 10 ms, for those who have themes of their own

        themes[name], wrong = _own(name, colours)
        problems += [Problem(config.origin(f"themes.{name}.{role}"), f"theme {name}: {why}") for role, why in wrong]
    return themes, tuple(problems)


def missing(config: Config, wanted: str, themes: Mapping[str, Theme]) -> tuple[Problem, ...]:
    """The theme that is asked for, where there is none of that name."""
    if wanted in themes:
        return ()
    from index.models import Problem

    return (Problem(config.origin("theme"), f"theme: there is no {wanted}, only {', '.join(themes)}; dark stands"),)


def _own(name: str, colours: Mapping[str, str]) -> tuple[Theme, list[tuple[str, str]]]:
    wrong: list[tuple[str, str]] = []
    base = colours.get("base", "dark")
    if base not in _BASES:
        wrong.append(("base", f"base must be one of {', '.join(_BASES)}; dark stands"))
        base = "dark"
    palette = _BASES[base]
    for role, colour in colours.items():
        if role != "base" and role not in ROLES:
            wrong.append((role, f"{role} is none of its colours; there are base, {', '.join(ROLES)}"))
        elif role != "base" and not _is_colour(colour):
            wrong.append((role, f"{role} must be a colour like #d8d5ce; {asdict(palette)[role]} stands"))
        elif role != "base":
            palette = replace(palette, **{role: colour})
    told = {role for role, _ in wrong}
    for role, behind, ratio in unreadable(palette):
        given = next((each for each in (role, behind) if each in colours and each not in told), None)
        wrong += [(given, f"{role} on {behind} has a contrast of {ratio:.1f}; {READABLE} is readable")] if given else []
    return theme_of(name, palette, dark=base != "light", ansi=base == "ansi"), wrong


def _is_colour(text: str) -> bool:
    try:
        Color.parse(text)
    except ColorParseError:
        return False
    return True


def unreadable(palette: Palette, least: float = READABLE) -> Iterator[tuple[str, str, float]]:
    """Text on a background with too little contrast: (role, role behind it, ratio). ANSI colours are the terminal's."""
    pairs = [(role, behind) for behind in ("background", "panel") for role in ("foreground", "strong", "faint")]
    pairs += [("accent", "background"), ("error", "panel"), ("strong", "lit"), ("strong", "mark")]
    for role, behind in pairs:
        colours = [Color.parse(asdict(palette)[each]) for each in (role, behind)]
        if all(colour.ansi is None for colour in colours) and (ratio := contrast(*colours)) < least:
            yield role, behind, ratio


def contrast(one: Color, other: Color) -> float:
    """From 1 (the same) to 21 (black on white): WCAG 2.2, definition of contrast ratio."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """WCAG 2.2, definition of relative luminance."""
    parts = [value / 255 for value in (colour.r, colour.g, colour.b)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
