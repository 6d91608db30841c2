"""What makes two parties the same: a whole number of a register, and never a name."""

from bureau.operations import parties
from tests.bureau.operations.beside import BSN, SAME_MASK, company, person, related
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_bsn_is_compared_whole_although_it_is_shown_masked(work_of, two):
    person(work_of, two.mine)
    person(work_of, two.theirs, SAME_MASK)
    assert related(work_of, two.mine).notices == ()
    person(work_of, two.theirs, BSN)
    assert [notice.scheme for notice in related(work_of, two.mine).notices] == ["bsn"]


def test_a_protected_person_is_found_on_neither_side_and_falls_silent_at_once(work_of, two):
    person(work_of, two.mine, protected=True)
    key, version = person(work_of, two.theirs)
    assert related(work_of, two.theirs).notices == related(work_of, two.mine).notices == ()
    person(work_of, two.mine)
    assert len(related(work_of, two.mine).notices) == 1
    with work_of(two.theirs.actor) as work:
        parties.change_party(work, two.theirs.id, key, version, {"protected": True})
    assert related(work_of, two.theirs).notices == related(work_of, two.mine).notices == ()


def test_a_name_or_a_placeholder_is_no_link(work_of, two):
    for side in (two.mine, two.theirs):
        for kvk in ("", "00000000", "12345678"):
            company(work_of, side, kvk=kvk)
    assert related(work_of, two.mine).notices == ()
