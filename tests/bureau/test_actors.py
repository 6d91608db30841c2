"""Who acts: a person of the house has no form, an applicant has nothing but one."""

from uuid import uuid4

from bureau.actors import Actor
from bureau.policy import Permission, permits


def test_an_applicant_has_no_permission_but_that_of_the_own_form():
    case = type("Case", (), {"id": uuid4(), "members": ()})()
    applicant = Actor(uuid4(), uuid4(), frozenset(), form_of=case.id)
    other = type("Case", (), {"id": uuid4(), "members": ()})()
    assert permits(applicant, Permission.FORM_FILL, case)
    assert not permits(applicant, Permission.FORM_FILL, other)
    assert not permits(applicant, Permission.WORK_READ)
    assert not permits(applicant, Permission.CASE_READ, case)


def test_a_person_of_the_house_fills_in_no_form():
    case = type("Case", (), {"id": uuid4()})()
    assert not permits(Actor(uuid4(), uuid4(), frozenset()), Permission.FORM_FILL, case)
