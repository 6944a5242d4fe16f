"""Pictures in the terminal: what they need, and how bytes become one. Everything of the extra is imported late."""

from __future__ import annotations

import io
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.appearance import Appearance

EXTRA = "textual_image"
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
"""What pages show. Pillow knows more, and some of those are programs (EPS)."""
LEAST = 48
"""Pixels of a side; what is smaller is an icon or counts its readers."""
MOST = 50_000_000
"""Pixels of a picture that is opened: 200 MB of memory."""
SIDE = 1600
"""Pixels to which a side is made smaller: no terminal shows more."""


def prepare() -> None:
    """Asks the terminal what it can show; only before the app is there can it answer (0.3 s)."""
    if find_spec(EXTRA) is not None and find_spec("PIL") is not None:
        import textual_image.widget  # noqa: F401  importing it is asking


def hindrance(app: Appearance) -> str:
    """Why no pictures are shown; empty where they are."""
    if not app.library.config.options.pictures:
        return "pictures are off; pictures = true in config.toml shows them"
    if find_spec(EXTRA) is None:
        return "pictures need the extra: pip install 'nutgraf[pictures]'"
    if app.no_color or app.is_plain:
        return "pictures need colours and signs; NO_COLOR or ascii is set"
    return ""


def decoded(data: bytes) -> Any:
    """The picture, no larger than it can be shown; None for what is none, is an icon, or is too large."""
    from PIL import Image  # 0.05 s

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if min(image.size) < LEAST or image.width * image.height > MOST:
                return None
            image.draft("RGB", (SIDE, SIDE))
            picture = image.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None  # Pillow says with SyntaxError that a PNG is broken
    picture.thumbnail((SIDE, SIDE))
    return picture


def widget_of(picture: Any) -> Widget:
    """What paints it: by the terminal's own graphics where there are any, else by half blocks."""
    from textual_image.widget import HalfcellImage, Image

    at_a_terminal = sys.__stdout__ is not None and sys.__stdout__.isatty()
    return Image(picture) if at_a_terminal else HalfcellImage(picture)
