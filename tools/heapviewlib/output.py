# SPDX-License-Identifier: MIT
"""Writes a file whole or not at all."""

import contextlib
import os
import stat
import tempfile


@contextlib.contextmanager
def written_whole(path):
    """A binary file that takes the place of `path` when the block ends well; else nothing changes.

    What is no plain file (a pipe, /dev/stdout) is written straight. OSErrors name `path`.
    """
    try:
        if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
            with open(path, "wb") as f:
                yield f
            return
        with temporary_beside(path) as f:
            yield f
    except OSError as e:
        raise OSError(e.errno, e.strerror, path) from None


@contextlib.contextmanager
def temporary_beside(path):
    directory, name = os.path.split(os.path.abspath(path))
    handle, temporary = tempfile.mkstemp(dir=directory, prefix="." + name[:40] + ".")
    try:
        with os.fdopen(handle, "wb") as f:
            yield f
        os.chmod(temporary, usual_mode(path))
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def usual_mode(path):
    """The mode of the file that is there, or the one that a new file would get."""
    if os.path.exists(path):
        return stat.S_IMODE(os.stat(path).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
