"""Nobody gets a role by agreeing to it, and the page shows who gets what."""

from dataclasses import replace

import pytest

from bureau.errors import NotAllowed
from bureau.model import RoleGrant
from bureau.operations import approvals, users
from bureau.rules.vocabulary import Role
from tests.bureau.operations.agreeing import agree, agree_to
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_grants import roles_of, somebody

pytestmark = ON_SQLITE


@pytest.fixture
def admin2(sessions, actors):
    return somebody(sessions, "admin2", [Role.ADMIN])


@pytest.fixture
def asked(work_of, actors):
    """The id of what waits: a new auditor."""
    with work_of(actors.admin) as work:
        users.add_user(work, "newcomer", "New Comer", [Role.AUDITOR])
    with work_of(actors.admin) as work:
        [line] = approvals.list_waiting(work).own
        return line.id


def test_a_role_begins_on_the_page_of_the_second_person_too(work_of, admin2, asked, sessions):
    with work_of(admin2) as work:
        says = approvals.open_request(work, asked).says
    assert (says["login"], says["role"]) == ("newcomer", "auditor")
    assert agree(lambda: work_of(admin2)) == ["used"]
    assert roles_of(sessions, "newcomer") == {Role.AUDITOR}


def test_who_would_hold_the_role_does_not_agree_to_it(work_of, admin2, asked, sessions):
    with sessions() as session:
        holder = session.query(RoleGrant).one().user_id
    with pytest.raises(NotAllowed, match="get themselves"):
        agree_to(lambda: work_of(replace(admin2, id=holder)), asked)
    assert roles_of(sessions, "newcomer") == set()
