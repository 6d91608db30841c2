"""A correction reaches every recipient of the fact, and nobody else."""

import pytest
from sqlalchemy import select

from bureau.model import RecipientNotice, Record
from bureau.operations import corrections, parties, party_corrections
from bureau.operations.sources import Learnt
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def test_each_disclosure_that_held_the_fact_gets_a_notice(desk):
    key, record_id = desk.record()
    made = {desk.give(giver, "coordinator", facts=(key,))[0] for giver in ("police", "tax")}
    desk.give("customs", "coordinator")  # holds other facts
    with desk.by("coordinator") as work:
        version = work.session.get_one(Record, record_id).version
        corrections.correct_fact(
            work, desk.case, "record", record_id, version, "250.00", "a comma was lost"
        )
        told = work.session.scalars(select(RecipientNotice)).all()
        assert {row.disclosure_id for row in told} == made
        assert all("250.00" in row.says and "a comma was lost" in row.says for row in told)
        assert {row.kind for row in told} == {"correction"}
    with desk.by("coordinator") as work:
        (lines,) = corrections.list_told(work, desk.case).values()
        assert {line.disclosure_id for line in lines} == made
        assert [(line.number, line.answered_on) for line in lines] == [(1, None), (2, None)]


def test_a_party_that_was_shared_is_only_changed_by_a_correction(desk):
    with desk.by("coordinator") as work:
        learnt = Learnt(add_source(work, desk.case))
        party = parties.record_company(work, desk.case, learnt, name="Loods Vier B.V.").id
    with desk.by("coordinator") as work:
        assert not party_corrections.is_used(work, desk.case, party)
    desk.give("coordinator", "tax", category="IDENTITY", facts=(f"entity:{party}",))
    with desk.by("coordinator") as work:
        assert party_corrections.is_used(work, desk.case, party)
