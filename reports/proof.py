"""The proof that a package was issued: the line of the trail that commits to it."""

import base64
from datetime import UTC

from sqlalchemy import select

from bureau.errors import NotFound, OutOfOrder
from bureau.model import Event, Outcome, TrailCheckpoint
from bureau.policy import POLICY_VERSION
from bureau.rules.events import EventKind
from bureau.trust import leaf, merkle, trail, tree
from bureau.trust.leaf import Line
from bureau.work import Work
from reports.outgoing import Printed
from reports.package import Proof, finished


def commit(work: Work, made: Printed) -> None:
    """Write the line that commits to the package of `made`, to be shown to its recipient.

    It says when and which digests, and nothing of who, which file or why: those stand in the line
    of the issue itself, in this same transaction.
    """
    if made.package is None:
        raise OutOfOrder("What is issued goes out in a package, and there is none.")
    name = _name(made.package.seal)
    trail.say(
        work.session,
        Line(
            at=work.now.astimezone(UTC),
            kind=EventKind.PACKAGE_SEALED,
            outcome=Outcome.DONE,
            subject=name,
            scope=name,
            purpose="",
            actor_id=None,
            organisation_id=work.actor.organisation_id,
            session_id=None,
            request_id="",
            policy=POLICY_VERSION,
            facts={"seal": made.package.seal, "copy": made.package.copy},
        ),
    )


def handed_over(work: Work, kept: bytes | None, seal: str) -> bytes:
    """The package as it is handed over; the caller has asked leave and records the look."""
    if not kept:
        raise NotFound("There is no package of this dossier.")
    return finished(kept, proof(work, seal))


def proof(work: Work, seal: str) -> Proof:
    """The line that commits to `seal`, in the tree as it was signed with it."""
    line = work.session.scalar(select(Event).where(Event.subject == _name(seal)))
    signed = (
        None
        if line is None
        else work.session.scalar(
            select(TrailCheckpoint)
            .where(TrailCheckpoint.size >= line.seq)
            .order_by(TrailCheckpoint.size)
            .limit(1)
        )
    )
    if line is None or signed is None:
        raise OutOfOrder(
            "The trail holds no line of this package.",
            hint="Have the auditor run bureau audit verify.",
        )
    steps = merkle.inclusion(tree.reader(work.session, signed.size), line.seq - 1, signed.size)
    return Proof(
        str(tree.noted(signed)),
        leaf.canonical(line),
        line.seq - 1,
        [base64.b64encode(step).decode() for step in steps],
    )


def _name(seal: str) -> str:
    return f"package:{seal}"
