"""Witnesses of the tree over the trail: trusted, ended, and what they signed taken in."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Cosignature, TrailCheckpoint, Witness
from bureau.operations._checks import said
from bureau.operations._trail_lines import SUBJECT
from bureau.operations._witnesses import trusted
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.trust import beholding, note, tree
from bureau.trust.note import Checkpoint, Note, Signature, Verifier
from bureau.work import Work


def trust_witness(work: Work, line: str) -> Witness:
    """Trust another organisation to sign what it sees of the tree; its key is given in one line."""
    work.require(Permission.TRAIL_KEEP)
    key = Verifier.read(line)
    own = (tree.key().public, beholding.verifier(key.name).public)
    if key.kind != note.WITNESS or key.public in own:
        raise Invalid(
            "This is not the key of a witness in another house.",
            where={"field": "key"},
            hint="Ask the witness for its line: bureau audit key --witness NAME.",
        )
    known = map(Verifier.read, work.session.scalars(select(Witness.key)))
    if any(key.public == each.public for each in known):  # by another name it is the same witness
        raise NotAllowed(
            "{name} is known already.",
            where={"field": "key"},
            hint="A witness whose trust was ended comes back with a new key.",
            name=key.name,
        )
    told = {"trusted_by_id": work.actor.id, "trusted_at": work.now}
    row = Witness(name=key.name, key=str(key), **told)
    work.session.add(row)
    work.record(EventKind.WITNESS_TRUSTED, row, key=str(key))
    return row


def read_witness(work: Work, witness_id: UUID) -> Witness:
    """A witness that is trusted, to end that."""
    work.require(Permission.TRAIL_KEEP)
    row = _trusted_one(work, witness_id)
    work.record(EventKind.TREE_READ, row)
    return row


def end_witness(work: Work, witness_id: UUID, reason: str) -> Witness:
    """Trust a witness no more, for a reason; what it signed stays."""
    work.require(Permission.TRAIL_KEEP)
    row = _trusted_one(work, witness_id)
    row.ended_at = work.now
    work.record(EventKind.WITNESS_ENDED, row, reason=said(reason, "reason"))
    return row


def receive(work: Work, content: str) -> tuple[Note, tuple[Cosignature, ...]]:
    """Take in what witnesses signed: a checkpoint of this tree with their signatures under it."""
    work.require(Permission.TRAIL_KEEP)
    given = Note.read(content)
    point = Checkpoint.read(given.text)
    row = work.session.get(TrailCheckpoint, point.size)
    if point.origin != tree.key().name or row is None or row.root != point.root:
        raise NotAllowed(
            "This is no checkpoint of this trail.",
            where={"guard": "witness", "size": point.size},
            hint="Compare the origin. Where it is the same, the trail was altered or cut off: run "
            "bureau audit verify and tell the witness.",
        )
    fresh = tuple(_kept(work, point, given, each) for each in trusted(work))
    kept = tuple(each for each in fresh if each is not None)
    if not kept:
        raise Invalid(
            "No witness that this house trusts has signed this anew.",
            where={"field": "file"},
            hint="Trust the witness first, by its key; a signature that is known counts once.",
        )
    work.record(
        EventKind.TREE_WITNESSED,
        SUBJECT,
        size=point.size,
        witnesses=[each.witness.name for each in kept],
    )
    return _good(row, kept), kept


def _trusted_one(work: Work, witness_id: UUID) -> Witness:
    row = work.session.get(Witness, witness_id)
    if row is None or row.ended_at is not None:
        raise NotFound("There is nothing here that you may see.")
    return row


def _kept(work: Work, point: Checkpoint, given: Note, row: Witness) -> Cosignature | None:
    signature = given.signed(Verifier.read(row.key))
    known = select(Cosignature.id).where(
        Cosignature.witness_id == row.id, Cosignature.size == point.size
    )
    if signature is None or work.session.scalar(known):
        return None
    kept = Cosignature(
        witness_id=row.id,
        witness=row,
        size=point.size,
        root=point.root,
        signature=signature.raw,
        signed_at=_moment(signature),
        received_at=work.now,
        received_by_id=work.actor.id,
    )
    work.session.add(kept)
    work.record(EventKind.TREE_WITNESSED, kept, size=point.size)
    return kept


def _good(row: TrailCheckpoint, kept: tuple[Cosignature, ...]) -> Note:
    """What is good and nothing else: it is remembered, whatever stood in the file."""
    own = tree.noted(row)
    signed = (Signature(each.witness.name, each.signature) for each in kept)
    return Note(own.text, (*own.signatures, *signed))


def _moment(signature: Signature) -> datetime:
    try:
        return datetime.fromtimestamp(note.moment_of(signature), UTC)
    except (OverflowError, ValueError, OSError):
        raise Invalid(
            "{name} signed at a moment that cannot be.",
            where={"field": "file"},
            hint="Speak to the auditor of that house: its clock, or its program, is wrong.",
            name=signature.name,
        ) from None
