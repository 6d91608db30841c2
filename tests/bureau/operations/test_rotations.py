"""Keys are rotated by two administrators of one house, and an agreement is used once."""

import pytest

from bureau import keys
from bureau.errors import AccessDenied, NotAllowed
from bureau.operations import approvals, rotations
from bureau.rules.vocabulary import Role
from bureau.turning import FIRST, Generations
from tests.bureau.operations.agreeing import agree, waiting
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_grants import somebody

pytestmark = ON_SQLITE


@pytest.fixture
def asked(work_of, actors):
    with work_of(actors.admin) as work:
        rotations.ask_rotation(work, "seal", "once a year")


@pytest.fixture
def admin2(sessions, actors):
    return somebody(sessions, "admin2", [Role.ADMIN])


def use(work_of, actors):
    with work_of(actors.admin) as work:
        rotations.use_rotation(work, "seal")


def test_it_takes_two_and_is_used_once(work_of, actors, asked, admin2):
    with pytest.raises(NotAllowed):
        use(work_of, actors)
    assert agree(lambda: work_of(admin2)) == ["approved"]
    use(work_of, actors)
    with pytest.raises(NotAllowed):
        use(work_of, actors)


def test_it_holds_for_the_keys_that_were_shown(work_of, actors, asked, admin2):
    agree(lambda: work_of(admin2))
    held = keys._TURNED["support"]
    try:
        keys._TURNED["support"] = Generations("support", None, {FIRST: b"1" * 32})
        with pytest.raises(NotAllowed, match="not what is there now"):
            use(work_of, actors)
    finally:
        keys._TURNED["support"] = held


def test_it_holds_for_the_key_that_the_question_named(work_of, actors, asked, admin2):
    with work_of(admin2) as work:
        [line] = approvals.list_waiting(work).lines
        assert approvals.open_request(work, line.id).reason == "seal: once a year"
    agree(lambda: work_of(admin2))
    with pytest.raises(NotAllowed, match="another key than support"), work_of(actors.admin) as work:
        rotations.use_rotation(work, "support")
    use(work_of, actors)


def test_another_house_and_other_people_have_no_say(work_of, actors, asked, sessions):
    stranger = somebody(sessions, "admin3", [Role.ADMIN], "elsewhere")
    assert waiting(lambda: work_of(stranger)) == []
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        rotations.ask_rotation(work, "seal", "why not")
