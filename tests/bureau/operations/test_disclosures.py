"""The sharing register: one way out, which refuses with the article and the lawful alternative."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, BureauError, Invalid, NotAllowed, NotFound
from bureau.model import Disclosure, Event, User
from bureau.operations import disclosures, sharing_registers, stances
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.sharing_desk import Desk

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Desk(work_of, actors)


def test_a_contribution_stands_in_the_register_with_all_that_was_weighed(desk):
    key, _ = desk.record()
    made, _ = desk.give("police", "coordinator", facts=(key,), decided_in="casusoverleg")
    with desk.by("coordinator") as work:
        row = sharing_registers.read_disclosure(work, desk.case, made)
        assert (row.number, row.phase, row.ours) == (1, "P2", "got")
        assert (row.category.code, row.way.code) == ("SUPERVISION", "JOIN")
        assert "WGS 1.5(1)" in row.basis
        assert len(row.facts) == 1
        assert row.review_on == row.given_on + timedelta(days=182)
        assert row.feedback_due_on is None
        kinds = work.session.scalars(select(Event.kind)).all()
    assert "disclosure.made" in kinds


@pytest.mark.parametrize(
    ("giver", "recipient", "said", "told"),
    [
        ("police", "port", {}, ("no participant", "area information")),
        ("tax", "port", {"category": "TAX"}, ("never go to a private party", "1.7(6)")),
        ("police", "coordinator", {"way": ""}, ("without a legal basis", "table of sharing")),
        ("police", "coordinator", {"secrecy": False}, ("secrecy", "secrecy")),
        ("police", "coordinator", {"purpose": " "}, ("purpose", "")),
        ("police", "coordinator", {"necessity": ""}, ("necessity", "")),
        ("police", "coordinator", {"category": "JUSTICE"}, ("cannot come from", "Ask whoever")),
        ("police", "coordinator", {"category": "POLICE_9_10"}, ("phase 3", "Record in writing")),
        ("police", "coordinator", {"category": "NATIONALITY"}, ("never", "Leave it out")),
        ("police", "coordinator", {"category": "VICTIM"}, ("never", "support file")),
        ("police", "police", {}, ("same organisation", "")),
        ("tax", "coordinator", {"by": "police"}, ("enters it itself", "request")),
    ],
)
def test_what_is_not_lawful_is_refused_and_nothing_is_stored(desk, giver, recipient, said, told):
    refusal = desk.refused(giver, recipient, **said)
    assert isinstance(refusal, Invalid | NotAllowed)
    assert told[0] in str(refusal)
    assert told[1] in refusal.hint + str(refusal)
    with desk.by("coordinator") as work:
        assert not work.session.scalars(select(Disclosure)).all()


def test_tax_data_in_the_first_phase_are_refused_with_article_and_alternative(work_of, actors):
    refusal = Desk(work_of, actors, phase="P1").refused("tax", "coordinator", category="TAX")
    assert "phase 2" in str(refusal)
    assert "2.23(6)" in str(refusal)
    assert "open it" in refusal.hint


def test_a_fact_whose_giver_must_be_asked_first_does_not_go(desk):
    key, _ = desk.record("H1")
    refusal = desk.refused("police", "coordinator", facts=(key,))
    assert "H1" in str(refusal)
    assert refusal.where["guard"] == "handling"
    gone = desk.refused("police", "coordinator", facts=("record:none",))
    assert isinstance(gone, NotFound)


def test_a_result_goes_unless_a_source_participant_objects(desk):
    desk.give("police", "coordinator")
    said = {"category": "RESULT", "way": "RESULT", "met": ("checked",)}
    desk.stance("customs", objects=True)
    desk.give("coordinator", "tax", **said)  # customs contributed nothing
    stance, version = desk.stance("police", objects=True, recipient="tax")
    refusal = desk.refused("coordinator", "tax", **said)
    assert refusal.where["guard"] == "no_veto"
    desk.give("coordinator", "customs", **said)
    with desk.by("police") as work:
        stances.lift_stance(work, desk.case, stance, version)
    made, _ = desk.give("coordinator", "tax", **said)
    with desk.by("tax") as work:
        row = sharing_registers.read_disclosure(work, desk.case, made)
        assert row.feedback_due_on == row.given_on + timedelta(days=365)


def test_a_third_party_gets_a_result_only_with_ground_test_and_consent(desk):
    desk.give("police", "coordinator", category="POLICE_8_13")
    said = {
        "category": "RESULT_CRIMINAL",
        "way": "THIRD",
        "met": ("checked", "legal_ground", "rac", "givers_consent", "no_veto"),
        "ground": "Havenverordening 12; RAC 2026-4",
    }
    refusal = desk.refused("coordinator", "port", **said)
    assert refusal.where["guard"] == "givers_consent"  # saying it is not enough
    desk.stance("police", objects=False, recipient="port")
    assert desk.refused("coordinator", "port", **said | {"ground": ""})
    desk.give("coordinator", "port", **said)


def test_a_recall_reaches_the_recipient_who_answers_it(desk):
    made, version = desk.give("police", "coordinator")
    with desk.by("police") as work:
        notice = disclosures.recall_disclosure(work, desk.case, made, version, "wrong person")
        asked = notice.id, notice.version
    with desk.by("tax") as work, pytest.raises(NotFound):
        disclosures.answer_notice(work, desk.case, *asked, "x")
    with desk.by("coordinator") as work:
        row = sharing_registers.read_disclosure(work, desk.case, made)
        assert row.waiting
        disclosures.answer_notice(work, desk.case, *asked, "destroyed")
    with desk.by("police") as work:
        assert not sharing_registers.read_disclosure(work, desk.case, made).waiting
        version = work.session.get_one(Disclosure, made).version
        with pytest.raises(NotAllowed):
            disclosures.recall_disclosure(work, desk.case, made, version, "again")


def test_the_giver_answers_only_for_a_recipient_that_cannot_and_it_is_seen_who_did(desk):
    made, version = desk.give("coordinator", "tax")
    with desk.by("coordinator") as work:
        notice = disclosures.recall_disclosure(work, desk.case, made, version, "wrong person")
        asked = notice.id, notice.version
    with desk.by("coordinator") as work:
        assert sharing_registers.read_disclosure(work, desk.case, made).answers_itself
        with pytest.raises(NotAllowed) as refusal:
            disclosures.answer_notice(work, desk.case, *asked, "destroyed")
        assert (refusal.value.where["guard"], "Ask" in refusal.value.hint) == ("own_answer", True)
    with desk.by("coordinator") as work:
        tax = work.session.get_one(User, desk.actors.tax.id)
        tax.active = False
        work.record(EventKind.USER_CHANGED, tax)
    with desk.by("coordinator") as work:
        disclosures.answer_notice(work, desk.case, *asked, "destroyed, they said by telephone")
    with desk.by("coordinator") as work:
        row = sharing_registers.read_disclosure(work, desk.case, made)
        (line,) = row.notices
        who = work.session.get_one(User, work.actor.id)
        assert (line.by, line.body, line.told) == (who.name, who.organisation.name, True)


def test_only_the_giver_recalls_and_reviews(desk):
    made, version = desk.give("police", "coordinator")
    with desk.by("coordinator") as work, pytest.raises(NotFound):
        disclosures.recall_disclosure(work, desk.case, made, version, "x")
    with desk.by("police") as work:
        row = disclosures.review_disclosure(work, desk.case, made, version, "still needed")
        assert row.reviewed_on == work.today
        with pytest.raises(Invalid):
            disclosures.review_disclosure(work, desk.case, made, row.version, "x", work.today)


def test_feedback_is_owed_for_results_and_renews_the_year(desk):
    desk.give("police", "coordinator")
    said = {"category": "RESULT", "way": "RESULT", "met": ("checked",)}
    made, version = desk.give("coordinator", "tax", **said)
    with desk.by("tax") as work:
        row = disclosures.give_feedback(work, desk.case, made, version, True, "an audit followed")
        assert row.useful
        assert row.feedback_due_on > work.today
    other, version = desk.give("police", "coordinator")
    with desk.by("coordinator") as work, pytest.raises(NotAllowed):
        disclosures.give_feedback(work, desk.case, other, version, True, "x")


def test_under_the_municipal_regime_nothing_goes_to_partners(work_of, actors):
    desk = Desk(work_of, actors, kind=CaseKind.SCREENING)
    wanted = desk.wanted("coordinator", "police", way="JOIN")
    with desk.by("officer") as work, pytest.raises(BureauError):
        disclosures.disclose(work, desk.case, wanted)


def test_a_stranger_finds_no_register(desk):
    with desk.by("outsider") as work, pytest.raises(AccessDenied):
        disclosures.disclose(work, desk.case, desk.wanted("police", "coordinator"))
