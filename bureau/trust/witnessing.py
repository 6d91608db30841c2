"""What passes between the keeper of a tree and a witness, as files: C2SP tlog-witness.

A request is `old` with the size the witness knows, a consistency proof in base64, an empty line and
the signed checkpoint. The witness answers with its own signature. It never goes back: what it has
signed once is where every later checkpoint must begin.
"""

import base64
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from bureau.errors import N_, Invalid, NotAllowed
from bureau.trust import merkle, note, tree
from bureau.trust.merkle import HASH_BYTES
from bureau.trust.note import Checkpoint, Note, Signature, Verifier

OLD = "old "
MOST_STEPS, LONGEST_SIZE = 63, 18  # as much as a size of 64 bits asks


@dataclass(frozen=True, slots=True)
class Request:
    """A signed checkpoint with the proof that it goes on from the tree of size `old`."""

    old: int
    proof: tuple[bytes, ...]
    note: Note

    @property
    def point(self) -> Checkpoint:
        """The checkpoint that is to be signed."""
        return Checkpoint.read(self.note.text)

    def __str__(self) -> str:
        steps = "".join(base64.b64encode(step).decode() + "\n" for step in self.proof)
        return f"{OLD}{self.old}\n{steps}\n{self.note}"

    @classmethod
    def read(cls, text: str) -> "Request":
        """The request in `text`; raises Invalid where it is none."""
        head, cut, rest = text.partition("\n\n")
        first, *lines = head.split("\n")
        size = first.removeprefix(OLD)
        fits = size.isdecimal() and len(size) <= LONGEST_SIZE and len(lines) <= MOST_STEPS
        if not (cut and first.startswith(OLD) and fits):
            raise Invalid(
                "This is no request to a witness.",
                where={"file": "request"},
                hint="Have it made by: bureau audit checkpoint --out FILE.",
            )
        return cls(int(size), tuple(map(_step, lines)), Note.read(rest))


def _step(line: str) -> bytes:
    try:
        step = base64.b64decode(line, validate=True)
    except ValueError:
        step = b""
    if len(step) != HASH_BYTES:
        raise Invalid(
            "A step of the proof is damaged.",
            where={"file": "request"},
            hint="Have the request made anew.",
        )
    return step


def requested(session: Session, old: int) -> Request | None:
    """The request to sign the tree as it was last signed; None while nothing is signed."""
    row = tree.latest(session)
    if row is None:
        return None
    proof = merkle.consistency(tree.reader(session, row.size), old, row.size)
    return Request(old, tuple(proof), tree.noted(row))


def answered(
    request: Request,
    keeper: Verifier,
    known: Checkpoint | None,
    key: Ed25519PrivateKey,
    name: str,
    moment: int,
) -> Signature:
    """The signature of the witness `name` on what is asked, if it goes on from what is `known`.

    Raises NotAllowed where the checkpoint is not that of `keeper`, goes back, or tells another
    history than the one that was signed before.
    """
    point = request.point
    if point.origin != keeper.name or request.note.signed(keeper) is None:
        raise _refusal(N_("The checkpoint is not signed by {origin}."), keeper.name, point.size)
    before = known or Checkpoint(keeper.name, 0, merkle.EMPTY)
    if point.size < before.size:
        raise _refusal(N_("{origin} goes back: it was larger already."), keeper.name, before.size)
    if request.old != before.size:
        raise _refusal(
            N_("The proof does not begin where {origin} was seen."), keeper.name, before.size
        )
    if not merkle.consistent(before.size, point.size, before.root, point.root, request.proof):
        raise _refusal(N_("{origin} tells another history than before."), keeper.name, before.size)
    return note.cosign(key, name, point.text, moment)


def _refusal(message: str, origin: str, size: int) -> NotAllowed:
    return NotAllowed(
        message,
        where={"guard": "witness", "size": size},
        hint="Nothing was signed. A request from size {size} on is needed; where the history is "
        "another one, tell the auditors of both houses.",
        origin=origin,
        size=size,
    )
