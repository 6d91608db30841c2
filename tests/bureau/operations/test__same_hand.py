"""Parties that a person judged to be one are one hand for patterns, until that is taken back."""

from sqlalchemy import select

from bureau.model import Case, Entity
from bureau.operations import matches, networks, parties
from bureau.operations._network_rows import parties as network_parties
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def judge(work, case_id, pair, judgement):
    facts = matches.read_match(work, case_id, *pair).facts
    matches.judge_match(work, case_id, *pair, judgement, "paspoort", facts=facts)


def agents(work, case_id):
    nodes = network_parties(work, work.session.get_one(Case, case_id)).nodes
    return {node.id: node.agent for node in nodes if node.agent}


def keys(work):
    return {row.id: row.key for row in work.session.scalars(select(Entity))}


def test_the_last_judgement_of_each_pair_tells_who_is_one(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        one, two, three = (
            parties.record_person(work, case_id, learnt, family_name="Bakker").id for _ in range(3)
        )
        judge(work, case_id, (one, two), "same")
        judge(work, case_id, (two, three), "same")
        # The first by key, which is the same where a file was taken in anew; ids are not.
        head, *others = sorted((one, two, three), key=lambda each: keys(work)[each])
        assert agents(work, case_id) == dict.fromkeys(map(str, others), str(head))
        judge(work, case_id, (two, three), "withdrawn")
        head, other = sorted((one, two), key=lambda each: keys(work)[each])
        assert agents(work, case_id) == {str(other): str(head)}
        judge(work, case_id, (one, two), "different")
        assert agents(work, case_id) == {}


def test_another_record_of_a_protected_person_stays_out_of_the_picture_too(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        pair = [
            parties.record_person(work, case_id, learnt, family_name="Bakker").id for _ in range(2)
        ]
        judge(work, case_id, pair, "same")
        parties.change_party(work, case_id, max(pair, key=str), 1, {"protected": True})
        assert networks.read_network(work, case_id).network.nodes == ()


def test_money_between_two_records_of_one_person_goes_round_nobody(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        held = [scene.hold(work, case_id, learnt, number, family_name="Bakker") for number in "ABC"]
        [run] = networks.detect(work, case_id, "test", ["UB-03"])["runs"]
        assert len(run["hits"]) == 1
        for other in held[1:]:
            judge(work, case_id, (held[0], other), "same")
        [run] = networks.detect(work, case_id, "test", ["UB-03"])["runs"]
    assert run["hits"] == []
