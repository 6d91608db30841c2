"""A notice stands once for a party and another case."""

import pytest
from sqlalchemy.exc import IntegrityError

from bureau.model import CaseNotice
from bureau.operations import parties
from tests.bureau.operations.beside import KVK, add_case, add_colleague
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE


def test_a_party_has_one_notice_for_each_other_case(work_of, actors, sessions):
    mine = add_case(work_of, actors.officer, "mine")
    theirs = add_case(work_of, add_colleague(sessions), "theirs")
    with work_of(actors.officer) as work:
        row = parties.record_company(work, mine.id, mine.learnt, name="De Kade", kvk=KVK)
        entity_id = row.id
    pair = [
        CaseNotice(
            case_id=mine.id,
            entity_id=entity_id,
            other_case_id=theirs.id,
            scheme="kvk",
            made_at=NOW,
        )
        for _ in range(2)
    ]
    with sessions() as session:
        session.add_all(pair)
        with pytest.raises(IntegrityError):
            session.flush()
