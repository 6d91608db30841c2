"""A lift of a quota: its reason is sealed, and it belongs to the file of one person."""

from sqlalchemy import text

from bureau.model import ExportLift
from bureau.trust import trail
from tests.conftest import NOW


def test_its_reason_is_sealed_and_its_file_is_the_person(sessions, actors):
    who = actors.officer
    row = ExportLift(
        user_id=who.id, place="house", number=2, hours=4, reason="For the hearing", asked_at=NOW
    )
    with sessions.begin() as session:
        session.add(row)
        session.flush()
        assert trail.scope(row) == f"user:{who.id}"
    with sessions() as session:
        kept = bytes(session.execute(text("SELECT reason FROM export_lift")).scalar())
        assert b"hearing" not in kept
        assert session.query(ExportLift).one().reason == "For the hearing"
