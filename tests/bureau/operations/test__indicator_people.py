"""What roles, ties and payments establish about people; a protected person never counts."""

from datetime import date

from bureau.model import Account, Payment
from bureau.operations import _rows, figures, parties, ties
from bureau.operations._indicator_figures import figures as read_figures
from bureau.operations._indicator_people import from_people
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from bureau.rules.indicator_people import Conclusion, EndedRole, Leader
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
TODAY = date(2026, 3, 2)


def person(work, road, name, role="", **more):
    learnt = Learnt(road.source)
    found = parties.record_person(work, road.id, learnt, family_name=name, **more).id
    if role:
        parties.assign_role(work, road.id, found, role, learnt=learnt)
    return found


def facts(work, road):
    case = work.case(road.id, "case.read")
    rows = _rows.rows(work.session, case)
    return from_people(work.session, rows, read_figures(work.session, case, TODAY), TODAY)


def account(work, road, number):
    found = Account(
        case_id=road.id, label=number, number=number, key=number, learnt_from_id=road.source
    )
    work.session.add(found)
    work.session.flush()
    return found.id


def tie(work, road, kind, start, end, until=""):
    ties.record_tie(work, road.id, kind, start, end, learnt=Learnt(road.source, valid_to=until))


def test_without_ties_and_roles_nothing_is_established(road):
    with road.by("officer") as work:
        found = facts(work, road)
    assert found["managers"] is found["authorised"] is found["ended_roles"] is None


def test_managers_have_an_age_in_full_years_and_a_protected_one_is_left_out(road):
    with road.by("officer") as work:
        person(work, road, "Jong", "R03", born="2003-03-03")
        person(work, road, "Oud", "R09", born="1980")
        person(work, road, "Beschermd", "R03", protected=True)
        tie(work, road, TieKind.DIRECTS, person(work, road, "Bestuurder"), road.applicant)
        found = facts(work, road)
    assert found["managers"] == (
        Leader("Bestuurder"),
        Leader("Jong", 22),
        Leader("Oud"),
    )
    assert found["authorised"] == {"Bestuurder"}


def test_money_after_leaving_is_seen_in_its_direction(road):
    with road.by("officer") as work:
        gone = person(work, road, "Vertrokken")
        tie(work, road, TieKind.DIRECTS, gone, road.applicant, "2026-02-01")
        own, theirs = account(work, road, "A"), account(work, road, "B")
        tie(work, road, TieKind.HOLDS_ACCOUNT, gone, own)
        tie(work, road, TieKind.HOLDS_ACCOUNT, road.applicant, theirs)
        paid = Payment(
            case_id=road.id, key="p", from_id=theirs, to_id=own, paid_on=date(2026, 2, 2),
            amount_minor=1, currency="EUR", learnt_from_id=road.source,
        )  # fmt: skip
        work.session.add(paid)
        work.record(EventKind.PAYMENT_RECORDED, paid)
        found = facts(work, road)
    day = date(2026, 2, 1)
    assert found["ended_roles"] == (EndedRole(person="Vertrokken", on=day, received_after=True),)
    assert found["authorised"] == frozenset()


def test_a_conclusion_near_by_counts_its_steps(road):
    with road.by("officer") as work:
        sister = road.add_company(work, "Zus B.V.")
        loose = road.add_company(work, "Los B.V.")
        owner = person(work, road, "Eigenaar")
        for company in (road.applicant, sister):
            tie(work, road, TieKind.OWNS, owner, company)
        tie(work, road, TieKind.FAMILY, owner, person(work, road, "Zus"))
        for who in (sister, loose):
            figures.record_figure(
                work, road.id, "conclusion", "2025-01-01", Learnt(road.source), subject_id=who
            )
        found = facts(work, road)
    assert found["conclusions"] == (Conclusion("Zus B.V.", 2), Conclusion("Los B.V.", None))
