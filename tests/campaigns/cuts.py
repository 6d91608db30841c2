"""The power goes out: what may lie on the disk then, of all that the database told it.

What was synced is there. Of the rest each sector of 512 bytes is there or not, by chance, whatever
the order in which it was told; a file that was made and not synced may be missing, and one that
was deleted may have come back.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.campaigns.disk import COMMIT, DELETE, SYNC, TRUNCATE, WRITE, Told

SECTOR = 512
SHARES = (0.0, 0.1, 0.5, 0.5, 0.9, 1.0)


@dataclass(slots=True)
class File:
    """A file: what is on the disk for sure, and what was told since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Told] = field(default_factory=list)
    named: bool = False  # whether its name is on the disk for sure

    def whole(self) -> bytes:
        """The file as the program sees it: all that was told."""
        now = bytearray(self.sure)
        for told in self.since:
            _apply(now, told)
        return bytes(now)

    def torn(self, chance: random.Random, share: float) -> bytes:
        """The file as it may lie there after the cut."""
        now = bytearray(self.sure)
        for told in self.since:
            if told.what == TRUNCATE:
                if chance.random() < share:
                    _apply(now, told)
                continue
            for piece in _sectors(told):
                if chance.random() < share:
                    _apply(now, piece)
        return bytes(now)

    def synced(self) -> None:
        """All that was told is on the disk now, and the name too."""
        self.sure, self.since, self.named = bytearray(self.whole()), [], True


def _apply(content: bytearray, told: Told) -> None:
    if told.what == TRUNCATE:
        del content[told.at :]
        return
    if len(content) < told.at:
        content.extend(bytes(told.at - len(content)))
    content[told.at : told.at + len(told.data)] = told.data


def _sectors(told: Told) -> Iterator[Told]:
    at, end = told.at, told.at + len(told.data)
    while at < end:
        until = min(end, at - at % SECTOR + SECTOR)
        yield Told(WRITE, told.file, at, told.data[at - told.at : until - told.at])
        at = until


@dataclass(slots=True)
class Shelf:
    """All files of the folder, and those that were deleted without the folder being synced."""

    files: dict[str, File]
    gone: dict[str, File] = field(default_factory=dict)

    def hear(self, told: Told) -> None:
        """Let the disk be told one thing more."""
        if told.what == DELETE:
            before = self.files.pop(told.file, None)
            if before is not None and before.named and not told.at:
                self.gone[told.file] = before
        elif told.what == SYNC:
            self.files.setdefault(told.file, File()).synced()
            self.gone.pop(told.file, None)
        elif told.what != COMMIT:
            self.files.setdefault(told.file, File()).since.append(told)

    def whole(self, folder: Path) -> None:
        """Put the files into `folder` as the program sees them."""
        _clear(folder)
        for name, file in self.files.items():
            (folder / name).write_bytes(file.whole())

    def cut(self, folder: Path, chance: random.Random) -> None:
        """Put the files into `folder` as they may lie there after a cut at this moment."""
        _clear(folder)
        share = chance.choice(SHARES)
        for name, file in {**self.gone, **self.files}.items():
            back = name in self.gone and (name not in self.files or chance.random() < 0.5)
            held = self.gone[name] if back else file
            sure = held.named and not back
            if sure or chance.random() < 0.5:
                (folder / name).write_bytes(held.torn(chance, share))


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def walked(
    before: dict[str, bytes], told: Sequence[Told], stops: Sequence[int]
) -> Iterator[tuple[int, int, Shelf]]:
    """The shelf at each of `stops`: how many things were told, and how many commits said so."""
    shelf = Shelf({name: File(bytearray(content), named=True) for name, content in before.items()})
    heard = commits = 0
    for stop in sorted(stops):
        while heard < stop:
            shelf.hear(told[heard])
            commits += told[heard].what == COMMIT
            heard += 1
        yield stop, commits, shelf
