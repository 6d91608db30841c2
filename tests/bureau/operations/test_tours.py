"""The guided tour tells what turned out innocent, and begins at whom the case concerns."""

from bureau.operations import leads, networks, parties, tours
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_an_explained_lead_stands_with_its_explanation(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        who = parties.record_company(work, case_id, learnt, name="De Kade B.V.").id
        parties.assign_role(work, case_id, who, "R01", learnt=learnt)
        networks.detect(work, case_id, "test", ["UB-03"])
        [lead] = leads.list_leads(work, case_id)
        before = tours.read_tour(work, case_id)
        leads.answer_innocent(
            work, case_id, lead.id, 1, "supports", evidence="It is a refund.", version=1
        )
        leads.judge_lead(work, case_id, lead.id, "explained", "A refund.", version=1)
    with work_of(actors.second) as work:
        tour = tours.read_tour(work, case_id)
    assert (before.counts, len(before.others)) == ({"new": 1}, 1)
    assert tour.start == (who, "De Kade B.V.")
    [told] = tour.explained
    assert (told.reason, told.supports[0][1], tour.others) == ("A refund.", "It is a refund.", ())
    assert told.money[1] in set("ABC")
