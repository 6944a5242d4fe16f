"""What a key changed stays changed, until the settings say something else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library


def remembered(library: Library, name: str, configured: object) -> object:
    """What was chosen in the app while the settings said the same as now; else what the settings say."""
    try:
        chosen, before = json.loads(library.setting(name))
    except (ValueError, TypeError):
        return configured
    return chosen if before == configured and type(chosen) is type(configured) else configured


def remember(library: Library, name: str, chosen: object, configured: object) -> None:
    """Keeps a choice for next time."""
    library.set_setting(name, json.dumps([chosen, configured]))
