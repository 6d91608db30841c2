"""MGT-06 looks at the cases that the reader may see, and at no other."""

from bureau.operations import deals, fronts, members, parties
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE, Road

pytestmark = ON_SQLITE


def lead(road, lender, **person):
    """A manager, and a loan of this lender to the applicant."""
    with road.by("officer") as work:
        learnt = Learnt(road.source)
        given = {"family_name": "Voorman", "born": "1990-05-01"} | person
        who = parties.record_person(work, road.id, learnt, **given).id
        parties.assign_role(work, road.id, who, "R03", learnt=learnt)
        deals.record_loan(
            work,
            road.id,
            lender_id=road.add_company(work, lender),
            borrower_id=road.applicant,
            principal="100",
            learnt=learnt,
        )


def seen(road, login="officer"):
    with road.by(login) as work:
        return [
            (row.person, [ref.id for ref in row.cases]) for row in fronts.list_fronts(work, road.id)
        ]


def test_the_same_person_with_other_financiers_is_named_to_who_may_see_both(
    work_of, actors, road, trail
):
    other = Road(work_of, actors)
    lead(road, "Een B.V.")
    lead(other, "Twee B.V.")
    assert seen(road) == [("Voorman", [other.id])]
    assert trail()[-1].kind == EventKind.CASE_READ


def test_who_may_not_see_the_other_case_learns_nothing(work_of, actors, road):
    other = Road(work_of, actors)
    lead(road, "Een B.V.")
    lead(other, "Twee B.V.")
    with other.by("officer") as work:
        members.unshare_case(work, other.id, "second", "not needed here")
    assert seen(road, "second") == []


def test_the_same_financier_another_birthday_or_a_protected_person_raise_nothing(
    work_of, actors, road
):
    other = Road(work_of, actors)
    lead(road, "Een B.V.")
    lead(other, "Een B.V.")
    assert seen(road) == []
    third = Road(work_of, actors)
    lead(third, "Drie B.V.", born="1990-05-02")
    fourth = Road(work_of, actors)
    lead(fourth, "Vier B.V.", protected=True)
    assert seen(road) == []


def test_a_case_without_a_known_financier_is_no_other_circle(work_of, actors, road):
    other = Road(work_of, actors)
    lead(road, "Een B.V.")
    with road.by("officer") as work:
        second = road.add_company(work, "Twee B.V.")
        deals.record_loan(
            work,
            road.id,
            lender_id=second,
            borrower_id=road.applicant,
            principal="100",
            learnt=Learnt(road.source),
        )
    with other.by("officer") as work:
        learnt = Learnt(other.source)
        given = {"family_name": "Voorman", "born": "1990-05-01"}
        who = parties.record_person(work, other.id, learnt, **given).id
        parties.assign_role(work, other.id, who, "R03", learnt=learnt)
    assert seen(road) == []
