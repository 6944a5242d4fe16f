"""What goes wrong on the disk under an index, told apart: a damaged index is built anew, a disk that refuses is not."""

from __future__ import annotations

import errno
import pickle
import struct
import zlib
from pathlib import Path

import whoosh.index
from whoosh.filedb.filetables import FileFormatError
from whoosh.reading import CorruptIndexError, TermNotFound

from index.errors import LibraryError
from index.search.engine import IndexDamaged

DAMAGE = (
    OSError, EOFError, ValueError, KeyError, IndexError, TypeError, AttributeError, ImportError, AssertionError,
    OverflowError, struct.error, zlib.error, pickle.UnpicklingError, CorruptIndexError, FileFormatError, TermNotFound,
    whoosh.index.IndexError,
)  # fmt: skip
"""What reading a damaged file raises: a cut or flipped byte can end in any of these, in Whoosh or in pickle."""
_REFUSED = frozenset({
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EMFILE,
    errno.ENFILE, errno.ENOMEM,
})  # fmt: skip
"""What a system says that has no room or no permission to give: an index built anew would meet the same."""


def failure(error: Exception, folder: Path) -> LibraryError:
    """What one of `DAMAGE` means for an index: `IndexDamaged`, or a plain `LibraryError` where the disk refuses."""
    if isinstance(error, OSError) and error.errno in _REFUSED:
        return LibraryError(f"the search index cannot be used: {error.strerror}", subject=folder)
    return IndexDamaged(f"the search index cannot be read: {error!r}", subject=folder)
