"""The tree over the trail as it is kept: it grows with each transaction, which signs its end.

The signature is made with a key that lies beside, never in, the database: whoever can write the
database alone can change what it says, and cannot sign it. Lines are numbered from one; the
entries of the tree count from zero, as its documents do.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau import keys
from bureau.errors import OutOfOrder
from bureau.model import Event, EventNode, TrailCheckpoint
from bureau.trust import merkle, note
from bureau.trust.merkle import HASH_BYTES, Edge, Node
from bureau.trust.note import Checkpoint, Note, Signature, Verifier

MOST_PLACES = 32


def key() -> Verifier:
    """The public key of the tree of this installation; its name is the origin of the tree."""
    secret = keys.trail_key()
    public = note.verifier(secret, "-", note.LOG).public
    return Verifier(f"bureau-trail/{sha256(public).hexdigest()[:16]}", note.LOG, public)


def grow(session: Session, last: int, leaves: Sequence[bytes]) -> None:
    """Add `leaves` behind the line `last` and sign where the tree stands then."""
    edge = edge_at(session, last)
    for seq, leaf in enumerate(leaves, last + 1):
        session.add(EventNode(seq=seq, hashes=b"".join(edge.add(leaf))))
    session.add(_signed(edge))


def _signed(edge: Edge) -> TrailCheckpoint:
    whose = key()
    point = Checkpoint(whose.name, edge.size, edge.root())
    signature = note.sign(keys.trail_key(), whose.name, point.text)
    return TrailCheckpoint(size=point.size, root=point.root, signature=signature.raw)


def edge_at(session: Session, size: int) -> Edge:
    """The right edge of the tree as it was at `size`."""
    places = merkle.edge_places(size)
    found = _nodes(session, places)
    return Edge(size, [found[place] for place in places])


def reader(session: Session, size: int) -> Node:
    """The nodes of the tree of `size`, each asked for once: proofs are made from them."""
    held = _nodes(session, merkle.edge_places(size))

    def node(level: int, index: int) -> bytes:
        if (level, index) not in held:
            held.update(_nodes(session, [(level, index)]))
        return held[level, index]

    return node


def noted(row: TrailCheckpoint) -> Note:
    """A signed checkpoint as a note that is handed over."""
    whose = key()
    point = Checkpoint(whose.name, row.size, row.root)
    return Note(point.text, (Signature(whose.name, row.signature),))


def latest(session: Session) -> TrailCheckpoint | None:
    """The last checkpoint that was signed; None before the first."""
    return session.scalar(select(TrailCheckpoint).order_by(TrailCheckpoint.size.desc()).limit(1))


def _nodes(session: Session, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    wanted = {place: (place[1] + 1) << place[0] for place in places}
    query = select(Event.seq, Event.leaf, EventNode.hashes).outerjoin(EventNode)
    # Always as many as a large tree asks: how large it is shows in no statement.
    asked = [*wanted.values(), *[0] * (MOST_PLACES - len(wanted))]
    rows = session.execute(query.where(Event.seq.in_(asked)))
    kept = {seq: leaf + (hashes or b"") for seq, leaf, hashes in rows}
    return {place: _hash(kept.get(seq, b""), place[0]) for place, seq in wanted.items()}


def _hash(kept: bytes, level: int) -> bytes:
    found = kept[level * HASH_BYTES : (level + 1) * HASH_BYTES]
    if len(found) != HASH_BYTES:
        raise OutOfOrder(
            "The tree over the trail is damaged; nothing more can be written.",
            hint="Run bureau audit verify, and restore the last backup that it finds in order.",
        )
    return found
