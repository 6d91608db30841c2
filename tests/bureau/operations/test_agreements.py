"""Agreements: every item answered, signed by each, in force; nothing joint without one."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Agreement, AgreementParty, Case, Organisation
from bureau.operations import agenda_items, agreements
from bureau.operations._agreed import insist_agreed
from bureau.rules.agreements import Standing, checklist
from tests.bureau.operations.road import ON_SQLITE, at
from tests.bureau.operations.table import ITEM, SEATS, Table
from tests.conftest import NOW

pytestmark = ON_SQLITE
TODAY = NOW.date()
END = date(2028, 2, 29)
ANSWERS = {row.code: f"Agreed on {row.code}." for row in checklist()}


@pytest.fixture
def bare(sessions, actors):
    """A house without any agreement."""
    tear_up(sessions)
    return actors


@pytest.fixture
def table(work_of, sessions, actors):
    """A meeting whose item admits nobody else yet, in a house whose agreements are gone."""
    made = Table(work_of, actors, seats=())
    tear_up(sessions)
    return made


def tear_up(sessions):
    with sessions.begin() as session:
        session.execute(delete(AgreementParty))
        session.execute(delete(Agreement))


def draft(work_of, who, answers=ANSWERS, bodies=("police",)):
    with work_of(who) as work:
        made = agreements.draw_up(work, "Convenant Monde", TODAY, END, bodies)
        work.session.flush()
        agreements.answer_checklist(work, made.id, made.version, answers)
        return made.id


def offer(work_of, who, made):
    with work_of(who) as work:
        agreements.offer(work, made, agreements.read_agreement(work, made).agreement.version)


def sign(work_of, who, made, code, on=TODAY, now=NOW):
    with work_of(who, now) as work:
        agreements.sign(work, made, code, "A. Akkoord", "director", on)


def signed(work_of, who, bodies=("police",)):
    made = draft(work_of, who, bodies=bodies)
    offer(work_of, who, made)
    for code in ("havermonde", *bodies):
        sign(work_of, who, made, code)
    return made


def standing(work_of, who, made, now=NOW):
    with work_of(who, now) as work:
        view = agreements.read_agreement(work, made)
        return view.standing, view.warned


def test_the_checklist_is_answered_before_anybody_signs(work_of, table, bare):
    few = {code: text for code, text in ANSWERS.items() if code not in ("purpose", "audits")}
    made = draft(work_of, bare.coordinator, few)
    with pytest.raises(NotAllowed, match="purpose, audits"):
        offer(work_of, bare.coordinator, made)
    with pytest.raises(NotAllowed, match="nothing to sign"):
        sign(work_of, bare.coordinator, made, "police")
    with work_of(bare.coordinator) as work:
        row = agreements.read_agreement(work, made).agreement
        with pytest.raises(Invalid):
            agreements.answer_checklist(work, made, row.version, {"poem": "x"})
        agreements.answer_checklist(work, made, row.version, {"purpose": "x", "audits": "y"})
        agreements.commit_party(work, made, row.version, "police", "P. Olie", "8 hours a month")
    offer(work_of, bare.coordinator, made)
    with pytest.raises(NotAllowed, match="does not change"):
        offer(work_of, bare.coordinator, made)
    assert standing(work_of, bare.coordinator, made)[0] is Standing.OFFERED


def test_without_a_signed_agreement_no_seat_is_admitted(work_of, table, bare):
    def add(seats=SEATS[:1]):
        with work_of(bare.coordinator) as work:
            return agenda_items.add_item(work, table.case, table.meeting, ITEM, seats).number

    with pytest.raises(NotAllowed, match="no signed agreement"):
        add()
    made = draft(work_of, bare.coordinator)
    offer(work_of, bare.coordinator, made)
    sign(work_of, bare.coordinator, made, "havermonde")
    with pytest.raises(NotAllowed, match="AVG 26"):
        add()
    sign(work_of, bare.police, made, "police")
    assert add() == 2
    with pytest.raises(NotAllowed, match="Belastingdienst"):
        add(SEATS)


def test_an_agreement_holds_from_its_first_day_to_its_last(work_of, table, bare):
    made = signed(work_of, bare.coordinator)
    assert standing(work_of, bare.coordinator, made) == (Standing.IN_FORCE, False)
    assert standing(work_of, bare.police, made, at("2028-02-01")) == (Standing.IN_FORCE, True)
    assert standing(work_of, bare.police, made, at("2028-03-01")) == (Standing.OVER, False)
    with work_of(bare.coordinator, at("2028-03-01")) as work:
        case = work.session.get_one(Case, table.case)
        body = work.session.get_one(Organisation, bare.police.organisation_id)
        with pytest.raises(NotAllowed, match="no signed agreement"):
            insist_agreed(work, case, body)
        port = work.session.get_one(Organisation, bare.port.organisation_id)
        insist_agreed(work, case, port)  # takes no part in the joint processing


def test_it_can_be_ended_and_renewed(work_of, table, bare):
    made = signed(work_of, bare.coordinator)
    with work_of(bare.coordinator) as work:
        row = agreements.read_agreement(work, made).agreement
        with pytest.raises(Invalid):
            agreements.end(work, made, row.version, TODAY - timedelta(days=1), "too late")
        following = agreements.renew(work, made, row.version, END, END + timedelta(days=700))
        assert (following.number, following.answers) == (2, ANSWERS)
        agreements.end(work, made, row.version, TODAY + timedelta(days=30), "new version")
        with pytest.raises(NotAllowed):
            agreements.renew(work, made, row.version, END, END)
    assert standing(work_of, bare.coordinator, made, at("2026-05-01"))[0] is Standing.OVER


def test_a_draft_and_an_agreement_of_others_is_not_there(work_of, table, bare):
    made = draft(work_of, bare.coordinator)
    for who in (bare.police, bare.outsider, bare.tax):
        with work_of(who) as work, pytest.raises(NotFound):
            agreements.read_agreement(work, made)
    offer(work_of, bare.coordinator, made)
    with work_of(bare.police) as work:
        assert [row.agreement.id for row in agreements.list_agreements(work)] == [made]
        with pytest.raises(AccessDenied):
            agreements.end(work, made, 1, END, "x")
        with pytest.raises(NotFound):
            agreements.sign(work, made, "havermonde", "x", "y", TODAY)
    with work_of(bare.tax) as work:
        assert agreements.list_agreements(work) == ()


@pytest.mark.parametrize("code", ["elsewhere", "nowhere"])
def test_a_party_is_a_body_one_works_with(work_of, table, bare, code):
    with pytest.raises(NotFound):
        draft(work_of, bare.coordinator, bodies=(code,))
