"""Contact between owners of cases, as it is kept."""

import pytest
from sqlalchemy.exc import IntegrityError

from bureau.model import ContactAnswer
from tests.bureau.operations.contact_desk import answer, ask, both, party
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE


def test_a_case_answers_a_question_once(work_of, actors, sessions):
    two = both(work_of, actors)
    enquiry, _ = ask(work_of, two.mine)
    answer(work_of, two.theirs, enquiry)
    again = ContactAnswer(
        case_id=two.theirs.id,
        entity_id=party(work_of, two.theirs),
        enquiry=enquiry,
        agreed=False,
        by_id=actors.outsider.id,
        answered_at=NOW,
    )
    with sessions() as session:
        session.add(again)
        with pytest.raises(IntegrityError):
            session.flush()
