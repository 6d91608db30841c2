"""Who is asked for contact, and who never."""

import pytest

from bureau.errors import AccessDenied, NotAllowed, NotFound
from bureau.model import Case, Person
from bureau.rules.events import EventKind
from tests.bureau.operations.beside import person
from tests.bureau.operations.contact_desk import (
    answer,
    ask,
    both,
    change,
    close,
    hold,
    join,
    owners,
    seen,
)
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.mark.parametrize("act", [close, join, hold])
def test_a_case_that_is_closed_or_held_or_of_another_kind_takes_no_part(work_of, actors, act):
    two = both(work_of, actors)
    enquiry, _ = ask(work_of, two.mine)
    answer(work_of, two.theirs, enquiry)
    change(work_of, two.theirs, act)
    if act is not join:
        assert seen(work_of, two.mine).asked[0].partners == ()
    with pytest.raises((NotFound, AccessDenied)):
        answer(work_of, two.theirs, enquiry, 1)


def protect(work_of, side, entity):
    with work_of(side.actor) as work:
        row = work.session.get(Person, entity)
        row.protected = True
        work.record(EventKind.PARTY_CHANGED, row)


def test_a_protected_person_is_neither_asked_about_nor_found(work_of, actors):
    two = owners(work_of, actors)
    here, _ = person(work_of, two.mine)
    there, _ = person(work_of, two.theirs)
    ask(work_of, two.mine, "Voorbeeld")
    assert [row.label for row in seen(work_of, two.theirs).told] == ["Voorbeeld"]
    protect(work_of, two.theirs, there)
    assert seen(work_of, two.theirs).told == ()
    protect(work_of, two.mine, here)
    with pytest.raises(NotAllowed, match="protected person"):
        ask(work_of, two.mine, "Voorbeeld")


def test_a_case_that_one_may_see_is_not_asked(work_of, actors):
    two = both(work_of, actors)
    two.theirs.actor = actors.officer
    with work_of(actors.outsider) as work:
        case = work.session.get(Case, two.theirs.id)
        case.members[0].user_id = actors.officer.id
        case.organisation_id = actors.officer.organisation_id
        work.record(EventKind.CASE_SHARED, case)
    ask(work_of, two.mine)
    assert seen(work_of, two.theirs).told == ()
