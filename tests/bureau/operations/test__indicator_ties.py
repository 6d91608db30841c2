"""What ties establish: chains of control, shares, changes, positions."""

from datetime import date
from decimal import Decimal

from bureau.model import Case, Person, Tie
from bureau.operations import _rows, questionnaires
from bureau.operations._indicator_ties import from_ties
from bureau.rules.dates import PartialDate
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def tie(work, road, kind, giver, taker, share=None, valid_from=None, ended=None):
    work.session.add(
        Tie(
            case_id=road.id,
            kind=kind,
            from_id=giver,
            to_id=taker,
            key=f"{kind}{giver}{taker}",
            share_numerator=share and share[0],
            share_denominator=share and share[1],
            valid_from=valid_from,
            valid_to=ended,
            learnt_from_id=road.source,
        )
    )


def facts(work, road):
    work.session.flush()
    case = work.session.get_one(Case, road.id)
    found = from_ties(work.session, _rows.rows(work.session, case), work.today)
    work.record(EventKind.TIE_RECORDED, case)
    return found


def test_chains_end_at_a_person_or_in_a_circle(road):
    with road.by("officer") as work:
        holding = road.add_company(work, "Holding B.V.")
        person = Person(case_id=road.id, label="P. Persoon", key="p", learnt_from_id=road.source)
        work.session.add(person)
        work.session.flush()
        tie(work, road, TieKind.OWNS, holding, road.applicant, (1, 3))
        tie(work, road, TieKind.OWNS, person.id, holding, (1, 1))
        tie(work, road, TieKind.OWNS, road.applicant, holding)
        found = facts(work, road)
    assert [(path.links, path.reaches_person) for path in found["control_paths"]] == [(2, True)]


def test_a_circle_of_owners_reaches_nobody(road):
    with road.by("officer") as work:
        holding = road.add_company(work, "Holding B.V.")
        tie(work, road, TieKind.OWNS, holding, road.applicant)
        tie(work, road, TieKind.OWNS, road.applicant, holding)
        found = facts(work, road)
    assert [(path.links, path.reaches_person) for path in found["control_paths"]] == [(1, False)]


def test_declared_and_registered_shares_are_compared_exactly(road):
    road.to_form()
    with road.by("officer", "03-05") as work:
        holding = road.add_company(work, "Holding B.V.")
        tie(work, road, TieKind.OWNS, holding, road.applicant, (1, 4))
        rows = [{"name": "holding b.v.", "share": "25,0 %"}, {"name": "x", "share": ""}]
        questionnaires.record_answers(work, road.id, {"Q04.01": rows})
        [share] = facts(work, road)["shares"]
    assert (share.declared, share.registered) == (Decimal("25.0"), Decimal(25))


def test_changes_and_positions_are_counted(road):
    with road.by("officer") as work:
        person = Person(case_id=road.id, label="P. Persoon", key="p", learnt_from_id=road.source)
        work.session.add(person)
        work.session.flush()
        other = road.add_company(work, "Other B.V.")
        tie(
            work,
            road,
            TieKind.DIRECTS,
            person.id,
            road.applicant,
            valid_from=PartialDate(2026, 1, 5),
        )
        tie(work, road, TieKind.DIRECTS, person.id, other, valid_from=PartialDate(2020))
        found = facts(work, road)
    assert found["company_changes"] == (date(2026, 1, 5),)
    assert (found["active_roles"], found["sectors"], found["tips"]) == (2, 0, 0)


def test_without_ties_nothing_is_established(road):
    with road.by("officer") as work:
        found = facts(work, road)
    for name in ("control_paths", "shares", "company_changes", "active_roles"):
        assert found[name] is None


def test_who_sold_a_share_or_stepped_back_no_longer_counts(road):
    with road.by("officer") as work:
        holding = road.add_company(work, "Holding B.V.")
        tie(work, road, TieKind.OWNS, holding, road.applicant, ended=PartialDate(2020, 5))
        tie(work, road, TieKind.DIRECTS, holding, road.applicant, ended=PartialDate(2020, 5, 1))
        found = facts(work, road)
    assert (found["control_paths"], found["active_roles"]) == (None, None)
    assert found["company_changes"] == (date(2020, 5, 1),)
