"""Anybody gives a sign; a helper of the house takes it up; the giver finds no way back."""

import pytest

from bureau.errors import AccessDenied, Invalid, NotFound
from bureau.model import SupportFile
from bureau.operations import signs, supports
from tests.bureau.operations.housed import housed  # noqa: F401
from tests.bureau.operations.road import ON_SQLITE

pytestmark = [ON_SQLITE, pytest.mark.usefixtures("housed")]

SEEN = "somebody else keeps her papers"


def give(work_of, actor):
    with work_of(actor) as work:
        assert signs.give_sign(work, SEEN) is None


@pytest.mark.parametrize("login", ["officer", "police", "port", "admin", "auditor", "mayor"])
def test_every_role_gives_a_sign_and_none_reads_it(work_of, actors, login):
    actor = getattr(actors, login)
    give(work_of, actor)
    with pytest.raises(AccessDenied), work_of(actor) as work:
        signs.list_signs(work)
    with work_of(actors.care) as work:
        assert [sign.text for sign in signs.list_signs(work)] == [SEEN]


def test_whoever_takes_it_up_is_the_only_reader(work_of, actors):
    give(work_of, actors.officer)
    with work_of(actors.care) as work:
        sign = signs.list_signs(work)[0]
        with pytest.raises(AccessDenied):
            supports.read_file(work, sign.id)
        signs.take_sign(work, sign.id, sign.version)
    with work_of(actors.care) as work:
        assert signs.list_signs(work) == ()
        view = supports.read_file(work, sign.id)
        assert (view.enough, view.state.code) == (True, "signal")
        with pytest.raises(NotFound):
            signs.take_sign(work, sign.id, sign.version)


def test_a_sign_of_another_house_is_not_there(work_of, actors):
    give(work_of, actors.outsider)
    with work_of(actors.care) as work:
        assert signs.list_signs(work) == ()
        assert work.session.query(SupportFile).count() == 1


def test_an_empty_sign_is_refused(work_of, actors):
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        signs.give_sign(work, " ")
