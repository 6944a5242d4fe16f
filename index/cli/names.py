"""The names of the sub-commands, apart from the rest, so that the app can tell a command from a path at no cost."""

from __future__ import annotations

COMMANDS = frozenset(
    (
        "add", "articles", "show", "search", "stories", "story", "summary", "brief", "compare", "about",
        "export", "verify", "check",
        "rebuild", "prune", "config",
        "tags", "tag", "notes", "note", "undo", "import", "backups",
        "completion", "man", "serve",
    )
)  # fmt: skip
"""`nutgraf add …` is the command line's; a folder of that name is opened as `nutgraf ./add`."""
