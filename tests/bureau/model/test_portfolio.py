"""A number of the municipality stands for one case."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bureau.model import TakenOver
from tests.bureau.operations.beside import add_case
from tests.bureau.operations.portfolio import CAFE, keep_mapping, take
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_number_stands_once_in_an_organisation(work_of, actors, sessions):
    keep_mapping(work_of, actors.officer)
    take(work_of, actors.officer, CAFE)
    other = add_case(work_of, actors.officer, "other")
    with sessions() as session:
        known = session.scalars(select(TakenOver)).one()
        same = ("organisation_id", "import_id", "own_number", "line", "digest")
        session.add(TakenOver(case_id=other.id, **{name: getattr(known, name) for name in same}))
        with pytest.raises(IntegrityError):
            session.flush()
