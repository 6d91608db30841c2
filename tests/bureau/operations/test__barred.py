"""Who is protected, and what only they have to do with, is named in nothing about patterns."""

from bureau.operations import parties, ties
from bureau.operations._barred import barred_ids
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_protected_person_and_the_home_that_is_hers_alone(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        eve = parties.record_person(work, case_id, learnt, family_name="Zee", protected=True)
        ann = parties.record_person(work, case_id, learnt, family_name="Aal")
        home = parties.record_address(
            work, case_id, learnt, street="Schuilstraat", number="7", postcode="9999ZZ", city="X"
        )
        ties.record_tie(work, case_id, TieKind.LIVES_AT, eve.id, home.id, learnt=learnt)
        ids = {"eve": str(eve.id), "home": str(home.id), "ann": str(ann.id)}
    with work_of(actors.officer) as work:
        case = work.case(case_id, Permission.NETWORK_READ)
        found = barred_ids(work, case)
        work.record(EventKind.NETWORK_READ, case)
        assert {ids["eve"], ids["home"]} <= found
        assert ids["ann"] not in found
