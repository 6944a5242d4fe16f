"""How it looks: a dark and a light paper, one ink each, and one accent."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="nutgraf-dark",
    primary="#e2a75c",
    secondary="#e2a75c",
    accent="#e2a75c",
    warning="#e2a75c",
    error="#e07a5f",
    success="#e2a75c",
    foreground="#d8d5ce",
    background="#16171a",
    surface="#16171a",
    panel="#1f2125",
    dark=True,
    variables={
        "faint": "#8b8981",
        "rule": "#34363c",
        "strong": "#f6f3ec",
        "lit": "#3a3122",
        "mark": "#5a4520",
        "cursor": "#22252a",
        "block-cursor-foreground": "#16171a",
        "input-cursor-background": "#e2a75c",
        "input-selection-background": "#5a4520",
        "scrollbar": "#26282d",
        "scrollbar-hover": "#44474e",
        "scrollbar-active": "#e2a75c",
        "scrollbar-background": "#16171a",
        "scrollbar-background-hover": "#16171a",
        "scrollbar-background-active": "#16171a",
        "scrollbar-corner-color": "#16171a",
    },
)

LIGHT = Theme(
    name="nutgraf-light",
    primary="#94500f",
    secondary="#94500f",
    accent="#94500f",
    warning="#94500f",
    error="#a3341b",
    success="#94500f",
    foreground="#2b2a27",
    background="#faf8f3",
    surface="#faf8f3",
    panel="#f0ede5",
    dark=False,
    variables={
        "faint": "#6f6b61",
        "rule": "#d6d1c4",
        "strong": "#0e0e0c",
        "lit": "#f6e3bf",
        "mark": "#f0cf8f",
        "cursor": "#efebe1",
        "block-cursor-foreground": "#faf8f3",
        "input-cursor-background": "#94500f",
        "input-selection-background": "#f0cf8f",
        "scrollbar": "#ddd8cb",
        "scrollbar-hover": "#c4beae",
        "scrollbar-active": "#94500f",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "scrollbar-corner-color": "#faf8f3",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
"""By the name that is kept as a setting."""
