"""What goes wrong on the disk under an index, told apart: a damaged index is built anew, a disk that refuses is not."""

from __future__ import annotations

import errno
import os
import pickle
import re
import struct
import zlib
from pathlib import Path

from index.errors import LibraryError
from index.search.engine import IndexDamaged

DAMAGE = (
    OSError, EOFError, ValueError, KeyError, IndexError, TypeError, AttributeError, ImportError, AssertionError,
    OverflowError, struct.error, zlib.error, pickle.UnpicklingError,
)  # fmt: skip
"""What reading a damaged file raises: a cut or flipped byte can end in any of these, beside an engine's own errors."""
_REFUSED = frozenset({
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE,
    errno.ENFILE, errno.ENOMEM,
})  # fmt: skip
"""What a system says that has no room or no permission to give: an index built anew would meet the same."""


_NUMBERED = re.compile(r"os error ([0-9]+)")
"""How an engine that is written in Rust tells what the system said."""


def failure(error: BaseException, folder: Path) -> LibraryError:
    """What one of `DAMAGE` means for an index: `IndexDamaged`, or a plain `LibraryError` where the disk refuses."""
    told = _NUMBERED.search(str(error))
    number = error.errno if isinstance(error, OSError) else int(told[1]) if told else None
    if number in _REFUSED:
        return LibraryError(f"the search index cannot be used: {os.strerror(number)}", subject=folder)
    return IndexDamaged(f"the search index cannot be read: {error!r}", subject=folder)
