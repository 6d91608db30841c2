"""Files beside the database that outlive a power cut: content, then name, then folder.

The name of a file is content of its folder: without a sync of that folder a file that was written,
synced and renamed may be missing, or be the former one, after the power went out.
"""

import os
from pathlib import Path


def put(path: Path, content: str) -> None:
    """Keep `content` at `path`: a power cut leaves the old or the new, and none once it is told."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    named(draft, path)


def named(draft: Path, path: Path) -> None:
    """Give a file that was synced its lasting name, in the place of what is there."""
    draft.replace(path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Let the names in `folder`, and its own name, be on the disk."""
    for place in (folder, folder.parent):
        handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
