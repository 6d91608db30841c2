"""Files of colleagues: opened for a task or in an emergency, read only, and reviewed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bureau import leasing
from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Case, LegalHold
from bureau.operations import case_files, cases, leases, notes, parties, search, tasks
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import open_case
from tests.conftest import NOW

WHY = "The lender of my own case also lends here"
URGENT = "A witness of this file is at the desk and in danger"


@pytest.fixture
def own(work_of, actors):
    """A case of the reviewer alone, in which the task is."""
    with work_of(actors.officer) as work:
        return open_case(work, title="A case of the officer")


@pytest.fixture
def hidden(work_of, actors):
    """A screening of the same house of which the coordinator knows nothing; its reference."""
    with work_of(actors.officer) as work:
        key = open_case(work, title="Closed to others")
        case = case_files.read_case(work, key)
        case.reference  # noqa: B018 - loaded
        row = work.session.get_one(type(work.case_called(case.reference, "case.read")), key)
        row.reference = "SCR-2026-CLOSED"
        work.record("case.changed", row)
    return key


@pytest.fixture
def task(work_of, actors):
    """A case that the coordinator takes part in."""
    with work_of(actors.coordinator) as work:
        return open_case(work, kind=CaseKind.PARTNERSHIP, title="Of the coordinator")


def leased(sessions, actor, now=NOW):
    with sessions() as session:
        return replace(actor, leases=leasing.open_to(session, actor.id, now))


def take(work, task, reason=WHY, reference="SCR-2026-CLOSED"):
    return leases.take_lease(work, reference, "TASK", task, reason)


def test_a_lease_lets_read_for_eight_hours_and_change_nothing(
    work_of, sessions, actors, hidden, task, trail
):
    with pytest.raises(AccessDenied), work_of(actors.coordinator) as work:
        case_files.read_case(work, hidden)
    with work_of(actors.coordinator) as work:
        row = take(work, task)
        assert row.until_at - row.from_at == timedelta(hours=8)
    told = [event for event in trail() if event.kind == "lease.taken"]
    assert [event.scope for event in told] == [f"case:{hidden}"]
    reader = leased(sessions, actors.coordinator)
    with work_of(reader) as work:
        assert case_files.read_case(work, hidden).capacity == "leased"
    assert trail()[-1].facts["leased"] is True
    with pytest.raises(AccessDenied), work_of(reader) as work:
        notes.add_note(work, hidden, "A note")
    assert leased(sessions, reader, NOW + timedelta(hours=8)).leases == frozenset()


def test_a_leased_file_stands_in_no_list_and_no_search(work_of, sessions, actors, hidden, task):
    with work_of(actors.coordinator) as work:
        take(work, task)
    with work_of(leased(sessions, actors.coordinator)) as work:
        assert hidden not in [row.id for row in cases.list_cases(work)]
        assert not [hit for hit in search.own_cases(work) if hit.id == hidden]
        assert hidden not in [row.case_id for row in tasks.upcoming(work)]


@pytest.mark.parametrize("reason", ["because", "work work work work work", "x" * 30])
def test_a_reason_that_says_nothing_opens_nothing(work_of, actors, hidden, task, reason):
    with pytest.raises(Invalid), work_of(actors.coordinator) as work:
        take(work, task, reason)


def test_the_same_reason_opens_no_second_file(work_of, actors, hidden, task):
    with work_of(actors.coordinator) as work:
        take(work, task)
    with pytest.raises(Invalid), work_of(actors.coordinator) as work:
        take(work, task, WHY.upper() + "!")


def test_what_may_not_be_opened_answers_like_what_is_not_there(
    work_of, sessions, actors, hidden, task
):
    with work_of(actors.outsider) as work:
        elsewhere = open_case(work, title="Of another house")
    answers = []
    for actor, case, reference in (
        (actors.outsider, elsewhere, "SCR-2026-CLOSED"),
        (actors.coordinator, task, "SCR-2026-NOTHING"),
        (actors.coordinator, task, "PAR-of-the-coo"),
    ):
        with pytest.raises(NotFound) as refusal, work_of(actor) as work:
            take(work, case, reference=reference)
        answers.append(refusal.value.template)
    with sessions.begin() as session:
        session.get_one(Case, hidden).state = "ST199"
        hold = {"reason": "A claim", "by_id": actors.officer.id, "from_on": NOW.date()}
        session.add(LegalHold(case_id=hidden, **hold))
    with pytest.raises(NotFound) as refusal, work_of(actors.coordinator) as work:
        take(work, task)
    assert {*answers, refusal.value.template} == {answers[0]}
    for stranger in (actors.police, actors.care, actors.auditor):
        with pytest.raises(AccessDenied), work_of(stranger) as work:
            leases.ask_glass(work, "SCR-2026-CLOSED", URGENT)


def test_an_emergency_needs_a_second_person_and_lasts_an_hour(
    work_of, sessions, actors, hidden, own
):
    with work_of(actors.coordinator) as work:
        key = leases.ask_glass(work, "SCR-2026-CLOSED", URGENT).id
    assert leased(sessions, actors.coordinator).leases == frozenset()
    with pytest.raises(NotAllowed), work_of(actors.coordinator) as work:
        leases.confirm_glass(work, key)
    with pytest.raises(NotFound), work_of(actors.outsider) as work:
        leases.confirm_glass(work, key)
    with work_of(actors.second) as work:
        assert [row.id for row in leases.list_leases(work).asked] == [key]
        row = leases.confirm_glass(work, key)
        assert row.until_at - row.from_at == timedelta(minutes=60)
    assert leased(sessions, actors.coordinator).leases == {hidden}
    with work_of(actors.officer) as work:
        assert "read_glass" in [task.kind for task in tasks.upcoming(work)]
    with work_of(actors.auditor) as work:
        assert [(t.kind, t.reference) for t in tasks.upcoming(work)] == [
            ("review_glass", "SCR-2026-CLOSED")
        ]


def test_an_unreviewed_emergency_suspends_the_next_until_an_auditor_says(
    work_of, sessions, actors, hidden
):
    with work_of(actors.coordinator) as work:
        key = leases.ask_glass(work, "SCR-2026-CLOSED", URGENT).id
    with work_of(actors.second) as work:
        leases.confirm_glass(work, key)
    late = NOW + timedelta(days=7)
    with pytest.raises(NotAllowed), work_of(actors.coordinator, late) as work:
        leases.ask_glass(work, "SCR-2026-CLOSED", "Again somebody is in danger at the desk")
    with work_of(actors.coordinator, late) as work:
        assert leases.list_leases(work).suspended
    with work_of(actors.auditor, late) as work:
        [row] = leases.list_emergencies(work)
        version = row.version
        leases.review_glass(work, key, version, "The police confirm it", justified=True)
    with pytest.raises(NotAllowed), work_of(actors.auditor, late) as work:
        leases.review_glass(work, key, version + 1, "Once more", justified=False)
    with work_of(actors.coordinator, late) as work:
        leases.ask_glass(work, "SCR-2026-CLOSED", "Again somebody is in danger at the desk")


def test_a_request_lapses_and_a_lease_can_be_ended(work_of, sessions, actors, hidden, task):
    with work_of(actors.coordinator) as work:
        key, row = leases.ask_glass(work, "SCR-2026-CLOSED", URGENT).id, take(work, task).id
    with pytest.raises(NotFound), work_of(actors.second, NOW + timedelta(hours=2)) as work:
        leases.confirm_glass(work, key)
    with pytest.raises(NotFound), work_of(actors.second) as work:
        leases.end_lease(work, row)
    with work_of(actors.coordinator) as work:
        leases.end_lease(work, row)
        leases.end_lease(work, key)
    assert leased(sessions, actors.coordinator).leases == frozenset()


def test_under_a_lease_an_officer_reads_parties_too(work_of, sessions, actors, hidden):
    with work_of(actors.officer) as work:
        listed = parties.list_parties(work, hidden)
    mayor = replace(actors.mayor, leases=frozenset((hidden,)))
    with work_of(mayor) as work:
        assert parties.list_parties(work, hidden) == listed
    police = replace(actors.police, leases=frozenset((hidden,)))
    with pytest.raises(AccessDenied), work_of(police) as work:
        parties.list_parties(work, hidden)
