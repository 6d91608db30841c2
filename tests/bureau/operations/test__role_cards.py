"""A new card begins with the annex of an agreement in force, else with what the law says."""

import pytest
from sqlalchemy import select

from bureau.model import AgreementParty, Organisation
from bureau.operations import role_cards
from bureau.rules.events import EventKind
from tests.bureau.operations.card_desk import Cards
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
ROLE = {
    "task": "Gives the picture of the quay.",
    "powers": ["POLICE_TASK"],
    "categories": ["AREA", "POLICE_9_10"],
    "not_done": "No observation.",
}


@pytest.fixture
def desk(work_of, actors):
    return Cards(work_of, actors, phase="P2")


def begin(desk, code="police"):
    body = desk.body(code)
    with desk.by("coordinator") as work:
        return role_cards.begin_card(work, desk.case, body)


def agree(desk, **changed):
    with desk.by("coordinator") as work:
        police = select(Organisation.id).where(Organisation.code == "police")
        query = select(AgreementParty).where(AgreementParty.organisation_id.in_(police))
        for party in work.session.scalars(query):
            party.role = ROLE
            for name, value in changed.items():
                setattr(party.agreement, name, value)
            work.record(EventKind.AGREEMENT_CHANGED, party.agreement)


def test_without_an_annex_it_begins_with_the_powers_and_limits_of_its_kind(desk):
    found = begin(desk)
    assert (found.number, found.annex, found.words.task) == (0, False, "")
    assert "POLICE_TASK" in [row.code for row in found.powers]
    assert "Wpg" in found.limits.nl


def test_the_annex_fills_it_without_the_data_that_the_phase_does_not_admit(desk):
    agree(desk)
    found = begin(desk)
    assert found.annex
    assert found.words.task == ROLE["task"]
    assert tuple(found.words.categories) == ("AREA",)
    assert found.words.owner == "A. Akkoord"


def test_an_agreement_that_is_over_fills_nothing(desk):
    with desk.by("coordinator") as work:
        today = work.today
    agree(desk, ends_on=today.replace(year=today.year - 1))
    assert not begin(desk).annex


def test_a_next_version_begins_with_the_last_one(desk):
    desk.write("police", task="Walks along the quay.")
    found = begin(desk)
    assert (found.number, found.words.task) == (1, "Walks along the quay.")
