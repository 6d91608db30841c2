"""Opening cases: who may, with what, and that nobody learns of cases that are not theirs."""

from datetime import date

import pytest
from sqlalchemy import func, select

from bureau.errors import AccessDenied, Changed, Invalid, NotFound
from bureau.model import Case, Membership, Screening
from bureau.operations import cases
from tests.bureau.operations.road import at


def open_one(work, **more):
    given = {"scope": "SC02", "received_on": date(2026, 3, 2), **more}
    return cases.open_case(work, "screening", given.pop("title", "Café De Ankerplaats"), **given)


def test_a_screening_opens_with_its_receipt_and_the_opener_as_handler(work_of, actors):
    with work_of(actors.officer) as work:
        case = open_one(work)
        work.session.flush()
        kept = work.session.scalars(select(Screening)).one()
        assert case.reference.startswith("SCR-2026-")
        assert (case.state, kept.scope, kept.weeks) == ("ST10", "SC02", 8)
        assert (kept.received_on, kept.law_date) == (date(2026, 3, 2), date(2026, 3, 2))
        [member] = case.members
        assert (member.user_id, member.capacity) == (actors.officer.id, "handler")


def test_a_partnership_is_opened_by_the_coordinator_only(work_of, actors):
    with work_of(actors.coordinator) as work:
        assert cases.open_case(work, "partnership", "Havenkwartier").reference.startswith("PAR-")
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        cases.open_case(work, "partnership", "Havenkwartier")
    with pytest.raises(AccessDenied), work_of(actors.coordinator) as work:
        open_one(work)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"scope": "SC99"}, "scope"),
        ({"scope": ""}, "scope"),
        ({"received_on": date(2026, 3, 3)}, "received_on"),
        ({"received_on": date(1, 1, 1)}, "received_on"),
        ({"stage": "later"}, "stage"),
        ({"weeks": 0}, "weeks"),
        ({"weeks": 53}, "weeks"),
        ({"title": "  "}, "title"),
        ({"title": "x" * 201}, "title"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place_and_stores_nothing(work_of, actors, given, field):
    with pytest.raises(Invalid) as refusal, work_of(actors.officer) as work:
        open_one(work, **given)
    assert refusal.value.where == {"field": field}
    assert refusal.value.hint
    with work_of(actors.officer) as work:
        assert work.session.scalar(select(func.count(Case.id))) == 0


def test_a_support_file_is_no_case(work_of, actors):
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        cases.open_case(work, "support", "x")


def test_a_signal_becomes_an_application_later(work_of, actors):
    with work_of(actors.officer) as work:
        signal = open_one(work, signal=True)
        assert signal.state == "ST00"
        case = signal.id
    with work_of(actors.officer, at("03-20")) as work:
        cases.register_application(work, case, "the application came in", date(2026, 3, 16))
        work.session.flush()
        kept = work.session.scalars(select(Screening)).one()
        assert (kept.received_on, kept.law_date) == (date(2026, 3, 16), date(2026, 3, 16))
        assert kept.case.state == "ST10"


def test_references_tell_nothing_of_order_or_number(work_of, actors):
    with work_of(actors.officer) as work:
        found = [open_one(work, title=f"Case {n}").reference for n in range(20)]
    assert len(set(found)) == 20
    assert found != sorted(found)
    assert all(len(each) == len("SCR-2026-") + 5 for each in found)


def test_the_worklist_shows_only_ones_own_and_does_not_change_by_hidden_cases(road):
    def listed(login):
        with road.by(login, "03-09") as work:
            return [
                (row.reference, row.state, row.capacity, row.next_clock and row.next_clock.due)
                for row in cases.list_cases(work)
            ]

    before = listed("second")
    assert before == [(road.reference, "ST10", "second reader", date(2026, 4, 28))]
    with road.by("officer") as work:
        open_one(work, title="Hidden from the second reader")
    assert listed("second") == before
    assert listed("outsider") == []
    assert len(listed("officer")) == 2


def test_the_most_pressing_case_comes_first(road):
    with road.by("officer", "03-20") as work:
        late = open_one(work, title="Later").reference
        early = open_one(work, title="Earlier", received_on=date(2026, 2, 1)).reference
    with road.by("officer", "03-20") as work:
        rows = cases.list_cases(work)
        assert rows[0].reference == early
        assert {rows[1].reference, rows[2].reference} == {late, road.reference}
        assert rows[0].state_name.nl


def test_a_case_that_is_not_yours_answers_like_one_that_is_not(road):
    def asked(reference):
        with road.by("outsider") as work:
            cases.find_case(work, reference)

    with pytest.raises(AccessDenied) as hidden:
        asked(road.reference)
    with pytest.raises(NotFound) as absent:
        asked("SCR-2026-ZZZZZ")
    assert (str(hidden.value), hidden.value.code, hidden.value.where, hidden.value.hint) == (
        str(absent.value),
        absent.value.code,
        absent.value.where,
        absent.value.hint,
    )
    with road.by("officer") as work:
        assert cases.find_case(work, f" {road.reference} ") == road.id


def test_the_memo_of_the_scope_test_is_never_overwritten_unseen(road):
    def write(version, text):
        with road.by("officer") as work:
            cases.record_scope_test(work, road.id, version, policy_reason=text)

    with road.by("officer") as work:
        version = work.session.scalars(select(Screening)).one().version
    write(version, "a listed sector")
    with pytest.raises(Changed) as clash:
        write(version, "a tip")
    assert clash.value.differences == [("policy_reason", "a tip", "a listed sector")]


def test_an_ordinary_ground_that_is_met_needs_its_reasons(road):
    with road.by("officer") as work:
        version = work.session.scalars(select(Screening)).one().version
    with pytest.raises(Invalid), road.by("officer") as work:
        cases.record_scope_test(work, road.id, version, ordinary_ground_met=True)


def test_an_applicant_withdraws_before_the_decision_only(road):
    road.to_form()
    with road.by("officer", "03-10") as work:
        cases.withdraw(work, road.id, "letter of the applicant", date(2026, 3, 10))
    assert road.show("03-11")["state"] == "ST130"
    assert road.clock("DL01", "03-11")["state"] == "stopped"


def test_moments_of_the_tests_are_civil_mornings():
    assert at("03-02").isoformat() == "2026-03-02T09:00:00+00:00"


def test_membership_is_the_only_way_in(road):
    with road.by("officer") as work:
        assert len(work.session.scalars(select(Membership)).all()) == 3
