"""Parties that a person judged to be one are one hand for patterns, until that is taken back."""

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Case, Entity
from bureau.operations import matches, networks, parties
from bureau.operations._network_rows import parties as network_parties
from tests.bureau.operations import scene
from tests.bureau.operations.agreeing import agree
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def judge(work_of, actors, case_id):
    """One person judges a pair, and where that joins or splits another agrees."""

    def judged(pair, judgement, *, agreed=True):
        with work_of(actors.officer) as work:
            facts = matches.read_match(work, case_id, *pair).facts
            matches.judge_match(work, case_id, *pair, judgement, "paspoort", facts=facts)
        return agree(lambda: work_of(actors.second)) if agreed else []

    return judged


def agents(work, case_id):
    nodes = network_parties(work, work.session.get_one(Case, case_id)).nodes
    return {node.id: node.agent for node in nodes if node.agent}


def keys(work):
    return {row.id: row.key for row in work.session.scalars(select(Entity))}


@pytest.fixture
def people(work_of, actors, case_id, learnt):
    """Three records with one name."""
    with work_of(actors.officer) as work:
        return [
            parties.record_person(work, case_id, learnt, family_name="Bakker").id for _ in range(3)
        ]


def told(work_of, actors, case_id, group):
    """Who stands for whom now, and who would: the first by key, whatever the ids are."""
    with work_of(actors.officer) as work:
        head, *others = sorted(group, key=lambda each: keys(work)[each])
        return agents(work, case_id), dict.fromkeys(map(str, others), str(head))


def test_the_last_judgement_of_each_pair_tells_who_is_one(work_of, actors, case_id, people, judge):
    one, two, three = people
    judge((one, two), "same")
    judge((two, three), "same")
    found, wanted = told(work_of, actors, case_id, people)
    assert found == wanted
    judge((two, three), "withdrawn")
    found, wanted = told(work_of, actors, case_id, (one, two))
    assert found == wanted
    judge((one, two), "different")
    found, _ = told(work_of, actors, case_id, people)
    assert found == {}


def test_a_judgement_joins_or_splits_once_a_second_person_agrees(
    work_of, actors, case_id, people, judge
):
    one, two, _ = people
    judge((one, two), "same", agreed=False)
    assert told(work_of, actors, case_id, people)[0] == {}
    assert agree(lambda: work_of(actors.second)) == ["used"]
    found, joined = told(work_of, actors, case_id, (one, two))
    assert found == joined
    judge((one, two), "different", agreed=False)
    assert told(work_of, actors, case_id, people)[0] == joined
    with work_of(actors.officer) as work:
        version = work.session.get_one(Entity, one).version
        parties.change_party(work, case_id, one, version, {"family_name": "Bakkers"})
    with pytest.raises(NotAllowed, match="any more"):
        agree(lambda: work_of(actors.second))


def test_another_record_of_a_protected_person_stays_out_of_the_picture_at_once(
    work_of, actors, case_id, people, judge
):
    pair = people[:2]
    judge(pair, "same", agreed=False)
    with work_of(actors.officer) as work:
        parties.change_party(work, case_id, max(pair, key=str), 1, {"protected": True})
        nodes = networks.read_network(work, case_id).network.nodes
        assert [node.id for node in nodes] == [str(people[2])]


def test_money_between_two_records_of_one_person_goes_round_nobody(
    work_of, actors, case_id, learnt, judge
):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        held = [scene.hold(work, case_id, learnt, number, family_name="Bakker") for number in "ABC"]
        [run] = networks.detect(work, case_id, "test", ["UB-03"])["runs"]
        assert len(run["hits"]) == 1
    for other in held[1:]:
        judge((held[0], other), "same")
    with work_of(actors.officer) as work:
        [run] = networks.detect(work, case_id, "test", ["UB-03"])["runs"]
    assert run["hits"] == []
