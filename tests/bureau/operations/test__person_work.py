"""What is told about the work: nothing of a judgement in the making, then all of it."""

import pytest
from sqlalchemy import select

from bureau.model import Hit
from bureau.operations import indicators, leads, networks, notes, parties, payments, person_exports
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test__person_parts import parts

pytestmark = ON_SQLITE
UNSHOWN = ("indicators", "notes", "weighing")


@pytest.fixture
def worked(road):
    """A case with indicators computed and a note, before and after the intention."""
    road.to_care()
    with road.by("officer", "03-14") as work:
        indicators.compute_indicators(work, road.id)
        notes.add_note(work, road.id, "The applicant called and asked how long it takes.")
    return road


def test_until_the_intention_it_is_only_counted_then_it_is_told(worked):
    before = parts(worked, "03-14")
    assert [before[name] for name in UNSHOWN] == [[], [], []]
    assert before["steps"]
    assert not any(row["reason"] for row in before["steps"])
    worked.weigh().step("T31", "03-17")
    worked.intend()
    after = parts(worked, "03-18")
    codes = {row["indicator"] for row in after["indicators"]}
    assert "FIN-01" in codes
    assert "OPS-05" not in codes
    assert after["notes"][0]["text"].startswith("The applicant called")
    assert after["weighing"][0]["conclusion"]
    assert any(row["reason"] for row in after["steps"])
    assert after["letters"] == [] or after["letters"][0]["text"]


def test_a_note_pinned_to_a_person_or_to_an_account_of_theirs_is_told(worked):
    with worked.by("officer", "03-14") as work:
        learnt = Learnt(worked.source, Credibility.PROBABLE)
        scene.take_payments(work, worked.id)
        who = scene.hold(work, worked.id, learnt, "A", family_name="Houder")
        own, other = (scene.account(work, worked.id, name) for name in "AD")
        paid = payments.list_payments(work, worked.id, own).rows[0]
        for about in (f"party:{who}", f"payment:{paid.id}", f"party:{other}"):
            notes.pin_note(work, worked.id, about, "Ask for the invoice.")
    worked.weigh().step("T31", "03-17")
    worked.intend()
    with worked.by("officer", "03-18") as work:
        told = person_exports.export_person(work, worked.id, who).content["notes"]
    assert len(told) == 2


@pytest.fixture
def shown_lead(worked):
    """A lead on somebody's account after the intention, and how much is kept back without it."""
    with worked.by("officer", "03-14") as work:
        learnt = Learnt(worked.source, Credibility.PROBABLE)
        scene.take_payments(work, worked.id)
        worked.holder = scene.hold(work, worked.id, learnt, "A", family_name="Houder")
        parties.assign_role(work, worked.id, worked.holder, "R01", learnt=learnt)
        networks.detect(work, worked.id, "test", ["UB-03"], hops=3, reason="waarheen")
        [line] = leads.list_leads(work, worked.id)
        leads.judge_lead(work, worked.id, line.id, "explained", "een retour", version=1)
    worked.weigh().step("T31", "03-17")
    worked.intend()
    with worked.by("officer", "03-18") as work:
        held = person_exports.export_person(work, worked.id, worked.holder).held
        worked.kept = next((row.count for row in held if row.code == "withheld"), 0)
    return worked


def test_a_lead_tells_of_no_victim_and_of_nothing_that_is_still_looked_into(shown_lead):
    asked = [("UB-03", status) for status in ("explained", "refuted", "new", "retained")]
    asked += [(code, "explained") for code in ("UB-13", "UB-24", "UB-30", "UB-43")]
    shown = []
    for pattern, status in asked:
        with shown_lead.by("officer", "03-18") as work:
            hit = work.session.scalars(select(Hit)).one()
            hit.pattern, hit.status = pattern, status
            made = person_exports.export_person(work, shown_lead.id, shown_lead.holder)
        told = [row["pattern"] for row in made.content["leads"]]
        shown += [status] if told == [pattern] else []
        # Whether or not anything is kept there, the part names the same rule, and no number.
        assert [row.code for row in made.withheld["leads"]] == ["withheld"]
        kept = {row.code: row.count for row in made.held}.get("withheld", 0)
        assert kept == shown_lead.kept + (not told)
    assert shown == ["explained", "refuted"]


def test_a_note_about_such_a_lead_is_not_told_either(worked):
    with worked.by("officer", "03-14") as work:
        notes.add_note(work, worked.id, "Vraag over UB-13 aan de zorgpartner voorgelegd.")
    worked.weigh().step("T31", "03-17")
    worked.intend()
    told = [row["text"] for row in parts(worked, "03-18")["notes"]]
    assert len(told) == 1
    assert "UB-13" not in told[0]
