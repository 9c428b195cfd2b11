"""Exchanges two folders in one step, where the system can."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

_HERE: Final = -100
"""``AT_FDCWD`` of Linux: relative paths begin at the current folder."""

_EXCHANGE: Final = 2
"""``RENAME_EXCHANGE`` of Linux; see the manual of renameat2(2)."""

_UNABLE: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""What systems answer whose kernel or disk does not know the exchange."""


def exchange(one: Path, other: Path) -> bool:
    """Let two paths on one disk lead to each other's content from one moment to the next.

    Return ``False``, with nothing changed, where system or disk cannot: Linux can on its own disks, not on
    those of the network. Raises ``OSError`` for everything else, such as a path that is not there.
    """
    import ctypes  # noqa: PLC0415 - a site that is unchanged exchanges nothing

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    reason = ctypes.get_errno()
    if reason in _UNABLE:
        return False
    raise OSError(reason, os.strerror(reason), str(one), None, str(other))
