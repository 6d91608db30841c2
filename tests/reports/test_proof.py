"""The line of the trail that commits to a package: made to be shown."""

import pytest

from bureau.errors import NotFound, OutOfOrder
from bureau.model import Event
from bureau.rules.events import EventKind
from reports import proof, verify
from reports.outgoing import Printed
from reports.package import Package
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
BAG = verify.pack("bag", {"bagit.txt": b""})
PAPER = Printed(
    b"%PDF", b"", 1, "a" * 64, "b" * 64, "1/1", "n.pdf", Package(BAG, "5" * 64, "c" * 64)
)


def committed(work_of, actors):
    with work_of(actors.officer) as work:
        work.record(EventKind.WORK_LISTED, "work:-", what="nothing")
        proof.commit(work, PAPER)


def test_the_same_proof_is_given_however_the_trail_went_on(work_of, actors):
    committed(work_of, actors)
    with work_of(actors.officer) as work:
        first = proof.proof(work, "5" * 64)
        work.record(EventKind.WORK_LISTED, "work:-", what="more")
    with work_of(actors.officer) as work:
        assert proof.proof(work, "5" * 64) == first


def test_the_line_names_nobody_and_no_file(work_of, actors, sessions):
    committed(work_of, actors)
    with sessions() as session:
        line = session.query(Event).filter_by(kind="package.sealed").one()
    assert (line.actor_id, line.session_id, line.purpose, line.request_id) == (None, None, "", "")
    assert line.scope == line.subject == f"package:{'5' * 64}"
    assert line.facts == {"seal": "5" * 64, "copy": "c" * 64}


def test_without_a_package_nothing_is_issued_and_nothing_handed_over(work_of, actors):
    with work_of(actors.officer) as work:
        work.record(EventKind.WORK_LISTED, "work:-", what="nothing")
        with pytest.raises(NotFound):
            proof.handed_over(work, None, "")
        with pytest.raises(OutOfOrder):
            proof.commit(work, Printed(b"", b"", 1, "", "", "", ""))
        with pytest.raises(OutOfOrder, match="no line"):
            proof.handed_over(work, BAG, "6" * 64)
