"""A line of the trail as a row and as a leaf of the Merkle tree over the trail."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from bureau.model import Event, Outcome
from bureau.rules.events import EventKind

RELEASE = "0.1.0"
LEAF_PREFIX = b"\x00"


@dataclass(frozen=True, slots=True)
class Line:
    """One event before it is numbered."""

    at: datetime
    kind: EventKind
    outcome: Outcome
    subject: str
    scope: str
    purpose: str
    actor_id: UUID | None
    organisation_id: UUID | None
    session_id: UUID | None
    request_id: str
    policy: str
    facts: dict[str, Any]


def row_of(seq: int, line: Line, changes: list[dict[str, Any]]) -> Event:
    """`line` as the row numbered `seq`."""
    facts: dict[str, Any] = json.loads(json.dumps(line.facts, default=str))
    row = Event(
        seq=seq,
        at=line.at,
        kind=line.kind,
        outcome=line.outcome,
        actor_id=line.actor_id,
        organisation_id=line.organisation_id,
        session_id=line.session_id,
        request_id=line.request_id,
        subject=line.subject,
        scope=line.scope,
        purpose=line.purpose,
        policy=line.policy,
        release=RELEASE,
        facts=facts,
        changes=changes,
    )
    row.leaf = leaf(row)
    return row


def leaf(row: Event) -> bytes:
    """The Merkle leaf of `row`: SHA-256 over 0x00 and its canonical text (RFC 6962)."""
    return leaf_of(canonical(row))


def leaf_of(text_of: str) -> bytes:
    """The Merkle leaf of a line in its canonical text."""
    return sha256(LEAF_PREFIX + text_of.encode()).digest()


def canonical(row: Event) -> str:
    """The one spelling of `row` as JSON: keys in order, no spaces, moments in UTC."""
    body = {
        "seq": row.seq,
        "at": row.at.isoformat(),
        "kind": row.kind,
        "outcome": row.outcome,
        "actor": _text(row.actor_id),
        "organisation": _text(row.organisation_id),
        "session": _text(row.session_id),
        "request": row.request_id,
        "subject": row.subject,
        "scope": row.scope,
        "purpose": row.purpose,
        "policy": row.policy,
        "release": row.release,
        "facts": row.facts,
        "changes": row.changes,
    }
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
