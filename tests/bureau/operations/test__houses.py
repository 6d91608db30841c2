"""An administrator manages the own organisation and its partner bodies; others do not exist."""

import pytest
from sqlalchemy import select

from bureau.errors import NotFound
from bureau.model import Organisation
from bureau.operations._houses import body_called, managed, manages
from bureau.operations.organisations import add_organisation


@pytest.fixture
def house(work_of, actors):
    with work_of(actors.admin) as work:
        add_organisation(work, "eigen-politie", "Politie Monde", "POLICE")
    return actors


def test_the_condition_and_the_answer_for_one_body_agree(work_of, house):
    with work_of(house.admin) as work:
        every = list(work.session.scalars(select(Organisation)))
        listed = set(work.session.scalars(select(Organisation.code).where(managed(work))))
        assert listed == {body.code for body in every if manages(work, body)}
        assert listed == {"havermonde", "eigen-politie"}


def test_a_body_of_another_house_and_none_at_all_are_refused_alike(work_of, house):
    said = set()
    for code in ("elsewhere", "nowhere12"):
        with pytest.raises(NotFound) as refusal, work_of(house.admin) as work:
            body_called(work, code)
        said.add((refusal.value.template, refusal.value.hint, str(refusal.value.where)))
    assert len(said) == 1


def test_without_a_code_it_is_the_own_organisation(work_of, house):
    with work_of(house.admin) as work:
        assert body_called(work, "").code == "havermonde"
