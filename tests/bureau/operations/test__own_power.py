"""A power of another organisation is none of one's own; what no table knows is left to people."""

import pytest

from bureau.errors import NotAllowed
from bureau.model import Organisation
from bureau.operations._own_power import insist_no_others
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def check(work_of, actors, text):
    with work_of(actors.tax) as work:
        body = work.session.get_one(Organisation, work.actor.organisation_id)
        insist_no_others(work, text, body, "power")
        work.undo()


@pytest.mark.parametrize("text", ["AWR 47", "Opiumwet 13b; AWR 47", "Verdrag van Havermonde 12"])
def test_what_is_or_may_be_its_own_passes(work_of, actors, text):
    check(work_of, actors, text)


def test_what_is_anothers_is_refused_with_what_is_its_own(work_of, actors):
    with pytest.raises(NotAllowed) as refusal:
        check(work_of, actors, "Opiumwet 13b")
    assert refusal.value.where["basis"] == "WGS 1.3(4)"
    assert "AWR 47" in refusal.value.params["names"]
