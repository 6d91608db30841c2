"""Takes the content of a file away for good; its number, steps and certificate stay."""

from uuid import UUID

from sqlalchemy import Connection, Table, delete, select, update

from bureau.model import (
    ApprovalRequest,
    Base,
    Blob,
    Case,
    Destruction,
    Event,
    EventValue,
    LegalHold,
    Move,
    Screening,
)
from bureau.operations import _joint_destroying, _retention
from bureau.rules import retention
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

HEIRS = tuple(
    Base.metadata.tables[name] for name in ("person", "company", "property", "address", "account")
)
VISITS = Base.metadata.tables["applicant_visit"]  # of a link; they name no case themselves
OPEN, DONE = "open", "done"
BASIS = 60  # so much of it stands on the certificate of a signal


def destroy(work: Work, certificate: Destruction, case: Case, part: str) -> None:
    """Delete what belongs to this part and write on the certificate how many rows went.

    Core statements, and not the session: the trail would keep the values that must go. The
    certificate is open meanwhile, which is what lets the database let go.
    """
    together = part == retention.FILE and case.kind is CaseKind.PARTNERSHIP
    counts = _signals(work, certificate, case) if together else {}
    work.session.flush()
    connection = work.session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
    digests = _digests(connection, case.id) if part == retention.FILE else ()
    if part == retention.FILE:
        _blank(connection, case)
    if together:
        counts |= _joint_destroying.blank(connection, case)
    counts |= {
        table.name: gone
        for table in _retention.tables(part, case.kind)
        if (gone := _emptied(connection, table, case.id))
    }
    if part == retention.FILE:
        counts["blob"] = _blobs(connection, digests)
        counts["event_value"] = _values(connection, case.id)
    work.session.expire_all()
    certificate.counts, certificate.state = counts, DONE
    work.session.flush()
    if together:
        _joint_destroying.tell(work, case)


def _signals(work: Work, certificate: Destruction, case: Case) -> dict[str, int]:
    """What a joint case came of goes first: it is sealed, and destroyed through the session."""
    basis = retention.retention_classes().row(certificate.retention, work.today).basis
    return {"signal": _joint_destroying.signals(work, case, basis[:BASIS])}


def _digests(connection: Connection, case_id: UUID) -> tuple[str, ...]:
    """The files that only this case may hold."""
    document = Base.metadata.tables["document"]
    rows = connection.execute(select(document.c.sha256).where(document.c.case_id == case_id))
    return tuple({row[0] for row in rows})


def _blank(connection: Connection, case: Case) -> None:
    """Take the words out of what stays."""
    connection.execute(update(Case).where(Case.id == case.id).values(title=case.reference))
    connection.execute(update(Move).where(Move.case_id == case.id).values(reason=""))
    words = {"reason": "", "lifted_reason": ""}
    connection.execute(update(LegalHold).where(LegalHold.case_id == case.id).values(**words))
    mine = ApprovalRequest.scope == f"case:{case.id}"
    connection.execute(update(ApprovalRequest).where(mine).values(reason="", answer="", review=""))
    blank = {"policy_reason": "", "ordinary_grounds": "", "monitoring": "", "register_report": ""}
    connection.execute(
        update(Screening)
        .where(Screening.case_id == case.id)
        .values(applicant_id=None, register_entities=[], **blank)
    )


def _emptied(connection: Connection, table: Table, case_id: UUID) -> int:
    if table.name == "entity":
        mine = select(table.c.id).where(table.c.case_id == case_id)
        for heir in HEIRS:
            connection.execute(delete(heir).where(heir.c.id.in_(mine)))
    if table.name == "applicant_link":
        links = select(table.c.id).where(table.c.case_id == case_id)
        connection.execute(delete(VISITS).where(VISITS.c.link_id.in_(links)))
    return connection.execute(delete(table).where(table.c.case_id == case_id)).rowcount


def _blobs(connection: Connection, digests: tuple[str, ...]) -> int:
    """Delete the bytes that no document refers to any more."""
    document = Base.metadata.tables["document"]
    used = select(document.c.sha256)
    found = delete(Blob).where(Blob.sha256.in_(digests), Blob.sha256.not_in(used))
    return connection.execute(found).rowcount


def _values(connection: Connection, case_id: UUID) -> int:
    """Empty the values behind the trail of this file; the lines and their commitments stay."""
    lines = select(Event.seq).where(Event.scope == f"case:{case_id}")
    found = update(EventValue).where(EventValue.seq.in_(lines)).values(salt=None, values={})
    return connection.execute(found).rowcount
