"""Visits through a link: opened by the secret, ended by time, revocation and guessing."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from bureau import visiting
from bureau.entry import Limits
from bureau.model import ApplicantLink, ApplicantVisit, Event, Screening
from bureau.operations import applicant_links
from tests.bureau.operations.road import ON_SQLITE, Road, at

pytestmark = ON_SQLITE
LIMITS = Limits(timedelta(hours=1), timedelta(hours=12))


@pytest.fixture
def road(work_of, actors):
    """A screening received on 2 March 2026."""
    return Road(work_of, actors)


@pytest.fixture
def made(road):
    """A link with a code."""
    road.to_form()
    with road.by("officer", "03-03") as work:
        return applicant_links.issue_link(work, road.id, expires_on=date(2026, 3, 10))


def come(sessions, made, day="03-04"):
    return visiting.open_link(sessions, made.secret, at(day), LIMITS)


def test_the_secrets_are_kept_as_digests(sessions, made):
    visit = come(sessions, made)
    with sessions() as store:
        link, kept = store.scalar(select(ApplicantLink)), store.scalar(select(ApplicantVisit))
        assert len(made.secret) == len(visit) == 43
        assert made.secret.encode() not in link.digest
        assert made.code not in link.code_mark
        assert kept.confirmed_at is None


@pytest.mark.parametrize("day", ["03-02", "03-11"])
def test_before_and_after_its_days_a_link_opens_nothing(sessions, made, day):
    assert come(sessions, made, day) is None


def test_who_is_no_longer_who_applied_has_no_link_and_no_visit(road, sessions, made):
    visit = come(sessions, made)
    with road.by("officer", "03-04") as work:
        other = road.add_company(work, "Nieuwe Kade B.V.", "R01")
    for applicant, opens in ((other, False), (None, False), (road.applicant, True)):
        with sessions.begin() as store:
            rows = update(Screening).where(Screening.case_id == road.id)
            store.execute(rows.values(applicant_id=applicant))
        assert (come(sessions, made) is not None) is opens
        found = visiting.applicant(sessions, visit, at("03-04"), LIMITS)
        assert (found is not None) is opens
        if not opens:
            assert not visiting.confirm(sessions, visit, made.code, at("03-04"))
        with road.by("second", "03-04") as work:
            [line] = applicant_links.list_links(work, road.id)
        assert line.usable is opens


def test_nothing_opens_without_the_secret(sessions, made):
    assert visiting.open_link(sessions, "x" * 43, at("03-04"), LIMITS) is None
    assert visiting.applicant(sessions, made.secret, at("03-04"), LIMITS) is None


def test_a_visit_ends_by_rest_by_leaving_and_with_its_link(road, sessions, made):
    visit = come(sessions, made)
    assert visiting.applicant(sessions, visit, at("03-04") + timedelta(hours=1), LIMITS) is None
    visiting.leave(sessions, visit, at("03-04"))
    assert visiting.applicant(sessions, visit, at("03-04"), LIMITS) is None
    again = come(sessions, made)
    assert visiting.applicant(sessions, again, at("03-04"), LIMITS)
    with road.by("officer", "03-04") as work:
        applicant_links.revoke_link(work, road.id, made.line.id)
    assert visiting.applicant(sessions, again, at("03-04"), LIMITS) is None


def test_five_wrong_codes_shut_and_twenty_end_the_link(sessions, made):
    wrong = "111111" if made.code != "111111" else "222222"
    visit, now = come(sessions, made), at("03-04")
    for tried in range(20):
        assert not visiting.confirm(sessions, visit, wrong, now)
        if tried == 4:
            assert not visiting.confirm(sessions, visit, made.code, now)
        if tried % 5 == 4:
            now += timedelta(minutes=16)
    assert not visiting.confirm(sessions, visit, made.code, now)
    assert come(sessions, made, "03-05") is None
    with sessions() as store:
        kinds = list(store.scalars(select(Event.kind).where(Event.kind == "link.refused")))
        assert len(kinds) == 21


def test_the_right_code_opens_and_stands_in_the_trail_of_the_case(road, sessions, made):
    visit = come(sessions, made)
    assert visiting.confirm(sessions, visit, f"{made.code[:3]} {made.code[3:]}", at("03-04"))
    found = visiting.applicant(sessions, visit, at("03-04"), LIMITS)
    assert (found.confirmed, found.actor.form_of, found.actor.roles) == (True, road.id, frozenset())
    with sessions() as store:
        last = store.scalars(select(Event).order_by(Event.seq.desc())).first()
        assert (last.kind, last.scope) == ("link.opened", f"case:{road.id}")
        assert last.actor_id == made.line.id
