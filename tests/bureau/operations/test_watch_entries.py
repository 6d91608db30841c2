"""Guarded people and honey: marked by reviewers, asked about when looked at, seen by no other."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.operations import alerts, case_files, cases, leases, search, watch_entries
from bureau.operations.search import Errand
from tests.bureau.operations.looked import raised, searches, watched
from tests.bureau.operations.place import open_case
from tests.conftest import NOW

UNTIL = NOW.date() + timedelta(days=90)
WHY = "Threatened after a hearing; the police asked for it"
BAIT = "SCR-2026-LOKAAS"


def marked(work_of, actors, kind, text, until=UNTIL):
    with work_of(actors.auditor) as work:
        return watch_entries.mark(work, kind, text, WHY, until).id


def test_a_guarded_person_is_asked_about_without_a_task_and_not_with_one(
    work_of, sessions, actors, case_id
):
    marked(work_of, actors, "guarded", "Karim Oud-Bestuurder")
    searches(work_of, actors.officer, "oud-bestuurder", errand=Errand("TASK", case_id, ""))
    watched(work_of, actors.admin)
    assert raised(sessions) == []
    searches(work_of, actors.mayor, "Karim Oud-bestuurder")
    watched(work_of, actors.admin)
    assert [row[:2] for row in raised(sessions)] == [("R02", "mayor")]


def test_honey_is_answered_like_nothing_and_every_way_of_asking_is_asked_about(
    work_of, sessions, actors, case_id
):
    def tried(reference):
        with work_of(actors.officer) as work:
            found = search.search_case_records(work, reference, Errand())
        with pytest.raises(NotFound) as refused, work_of(actors.officer) as work:
            leases.take_lease(work, reference, "TASK", case_id, f"The lender of {reference} lends")
        return found, str(refused.value), refused.value.where, refused.value.hint

    before = tried(BAIT)
    marked(work_of, actors, "honey", BAIT)
    watched(work_of, actors.admin)
    assert [row[0] for row in raised(sessions)] == ["R11"]
    assert tried(BAIT) == before
    watched(work_of, actors.admin)
    [(rule, who, lines, _)] = raised(sessions)
    assert (rule, who, len(lines)) == ("R11", "officer", 4)


def test_honey_is_no_case_and_no_party_of_anybody(work_of, actors):
    marked(work_of, actors, "honey", "Willem Verzonnen")
    with work_of(actors.officer) as work:
        open_case(work)
        assert search.search_case_records(work, "Verzonnen", Errand()).cases == ()


def test_the_reference_of_a_real_case_is_no_honey_and_an_end_is_asked(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        real = work.case(case_id, "case.read").reference
    for kind, text, until in (
        ("honey", real, UNTIL),
        ("honey", "ab", UNTIL),
        ("guarded", "Karim Oud", NOW.date() - timedelta(days=1)),
        ("guarded", "Karim Oud", None),
        ("other", "Karim Oud", UNTIL),
    ):
        with pytest.raises(Invalid):
            marked(work_of, actors, kind, text, until)


def test_what_ended_is_watched_no_longer_and_nobody_but_a_reviewer_sees_it(
    work_of, sessions, actors
):
    key = marked(work_of, actors, "honey", "Willem Verzonnen")
    with work_of(actors.auditor) as work:
        watch_entries.end(work, key)
    with pytest.raises(NotAllowed), work_of(actors.auditor) as work:
        watch_entries.end(work, key)
    searches(work_of, actors.officer, "Willem Verzonnen")
    watched(work_of, actors.admin)
    assert raised(sessions) == []
    for who in (actors.officer, actors.admin, actors.mayor):
        with pytest.raises(AccessDenied), work_of(who) as work:
            watch_entries.list_entries(work)


def test_a_honey_case_is_answered_like_any_absent_case_and_each_opening_is_asked_about_at_once(
    sessions, work_of, actors
):
    with work_of(actors.auditor) as work:
        row = watch_entries.mark(work, "honey_case", "Verbouwing Verzonnen", WHY, UNTIL)
        address, reference = UUID(row.address), row.reference
    assert reference.startswith("SCR-2026-")

    def refused(key, called):
        with pytest.raises(NotFound) as by_address, work_of(actors.officer) as work:
            case_files.read_case(work, key)
        with pytest.raises(NotFound) as by_reference, work_of(actors.officer) as work:
            cases.find_case(work, called)
        return [
            (str(one.value), one.value.where, one.value.hint) for one in (by_address, by_reference)
        ]

    assert refused(address, reference.lower()) == refused(uuid4(), "SCR-2026-ABCDE")
    searches(work_of, actors.mayor, "Verbouwing Verzonnen")
    with work_of(actors.auditor) as work:
        found = alerts.list_alerts(work)
    assert {(one.rule.code, one.cited) for one in found} == {("R11", 2), ("R11", 1)}
    watched(work_of, actors.admin)
    assert {row[:2] for row in raised(sessions)} == {("R11", "mayor"), ("R11", "officer")}


def test_who_can_never_read_a_case_is_asked_about_too(work_of, actors):
    with work_of(actors.auditor) as work:
        row = watch_entries.mark(work, "honey_case", "Verbouwing Verzonnen", WHY, UNTIL)
        subject = f"case:{row.address}"
    with pytest.raises(AccessDenied), work_of(actors.admin):
        raise AccessDenied("case.read", subject)  # as the fence at the door does
    with work_of(actors.auditor) as work:
        assert [one.rule.code for one in alerts.list_alerts(work)] == ["R11"]
