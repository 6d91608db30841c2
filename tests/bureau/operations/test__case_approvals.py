"""What a second person is shown of a decision and of a judgement is all that it says."""

from bureau.operations import approvals, matches, parties
from tests.bureau.operations.agreeing import waiting
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
DAY = "04-01"


def test_a_decision_is_shown_with_its_reasons_its_conditions_and_who_took_it(road):
    road.to_decision().decide()
    [asked] = waiting(lambda: road.by("second", DAY))
    with road.by("second", DAY) as work:
        says = approvals.open_request(work, asked).says
    assert says == {
        "case": road.reference,
        "outcome": "refuse",
        "reasons": "As the assessment shows.",
        "conditions": [],
        "decided_on": "2026-04-01",
        "decided_by": "Mayor",
        "round": 1,
    }


def test_a_judgement_that_changes_nothing_waits_for_nobody(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        pair = [
            parties.record_person(work, case_id, learnt, family_name="Bakker").id for _ in range(2)
        ]
    for judgement, count in (("different", 0), ("unsure", 0), ("same", 1)):
        with work_of(actors.officer) as work:
            facts = matches.read_match(work, case_id, *pair).facts
            matches.judge_match(work, case_id, *pair, judgement, "paspoort", facts=facts)
        assert len(waiting(lambda: work_of(actors.second))) == count
    with work_of(actors.second) as work:
        [line] = approvals.list_waiting(work).lines
        says = approvals.open_request(work, line.id).says
    assert (says["judgement"], says["left"], says["reason"]) == ("same", "Bakker", "paspoort")
