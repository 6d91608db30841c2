"""What this installation has seen of its own trail, kept beside the database, never in it.

A database that is put back from an old copy is whole in itself; only what is remembered here, and
what witnesses hold, shows that something is missing. Nothing here is secret.
"""

from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from bureau import lasting
from bureau.errors import Invalid, OutOfOrder
from bureau.model import TrailCheckpoint
from bureau.trust import tree
from bureau.trust.note import Checkpoint, Note

WITNESSED, LAST = "witnessed.note", "last.note"


def remember(folder: Path, name: str, note: Note) -> None:
    """Keep `note` in `folder` under `name`, so that a power cut leaves the old or the new one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lasting.put(folder / name, str(note))


def witnessed(folder: Path, note: Note) -> None:
    """Keep what witnesses signed; an answer that comes late takes back nothing that was seen."""
    path = folder / WITNESSED
    before = _point(path).size if path.exists() else 0
    if Checkpoint.read(note.text).size >= before:
        remember(folder, WITNESSED, note)


def remembered(folder: Path) -> tuple[Checkpoint, ...]:
    """The checkpoints of this tree that are kept in `folder`; raises OutOfOrder for a damaged one.

    One that the tree did not sign tells nothing and counts as damaged.
    """
    paths = [folder / name for name in (WITNESSED, LAST)]
    return tuple(_point(path) for path in paths if path.exists())


def damaged(folder: Path) -> bool:
    """Whether something is kept in `folder` that cannot be read as a memory of this tree."""
    try:
        remembered(folder)
    except OutOfOrder:
        return True
    return False


def _point(path: Path) -> Checkpoint:
    try:
        note = Note.read(path.read_text(encoding="utf-8"))
        point = Checkpoint.read(note.text)
    except (Invalid, UnicodeDecodeError):
        raise _damaged(path) from None
    if note.signed(tree.key()) is None:
        raise _damaged(path)
    return point


def _damaged(path: Path) -> OutOfOrder:
    return OutOfOrder(
        "The file {name}, which remembers the trail, is damaged or of other keys.",
        name=path.name,
        hint="Put the folder back from where it was kept, or have the auditor declare that it is "
        "lost: bureau audit gap --reason TEXT --as LOGIN.",
    )


def missing(session: Session, folder: Path) -> Checkpoint | None:
    """The largest checkpoint that is remembered and that the trail does not hold; None is well."""
    for point in sorted(remembered(folder), key=lambda each: -each.size):
        row = session.get(TrailCheckpoint, point.size)
        if row is None or row.root != point.root:
            return point
    return None


def insist(factory: sessionmaker[Session], folder: Path) -> None:
    """Raises OutOfOrder where the database is older than what was seen of it before."""
    if not folder.exists():
        return
    with factory() as session:
        point = missing(session, folder)
    if point is not None:
        raise OutOfOrder(
            "The trail ends before line {size}, which was seen already: this database is an older "
            "copy, or lines were taken away.",
            size=point.size,
            hint="Restore the newest backup. If there is none, the auditor declares the gap, which "
            "stays in the trail: bureau audit gap --reason TEXT --as LOGIN.",
        )
