"""Dates of admission: an account of a partner opens only while all of them hold."""

from datetime import date, timedelta

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import Clearance, User
from bureau.operations import clearances, organisations, users
from bureau.rules.vocabulary import Role
from tests.conftest import NOW

ALL = ("screening", "training", "secrecy")
TODAY = NOW.date()


@pytest.fixture
def agent(work_of, actors):
    """Somebody of a partner body that the administrator added; nothing was shown yet."""
    with work_of(actors.admin) as work:
        organisations.add_organisation(work, "politie-monde", "Politie Monde", "POLICE")
        return users.add_user(
            work, "agent", "Agent", [Role.POLICE], organisation="politie-monde"
        ).id


def record(work_of, actors, user, kind, **more):
    given = {"given_on": TODAY, "until_on": None, "source": "VOG 12", **more}
    with work_of(actors.admin) as work:
        return clearances.record_date(work, user, kind, **given).id


def kept(sessions, key):
    with sessions() as session:
        return session.get_one(Clearance, key)


def lacking(sessions, user, day=TODAY):
    with sessions() as session:
        return session.get_one(User, user).lacking(day)


def test_an_account_opens_when_the_last_of_all_is_recorded(work_of, actors, sessions, agent):
    for number, kind in enumerate(ALL):
        assert lacking(sessions, agent) == ALL[number:]
        record(work_of, actors, agent, kind)
    assert lacking(sessions, agent) == ()
    with sessions() as session:
        assert session.get_one(User, agent).opens(TODAY)


def test_it_closes_after_the_last_day_and_a_renewal_opens_it(work_of, actors, sessions, agent):
    for kind in ALL:
        record(work_of, actors, agent, kind, until_on=TODAY + timedelta(days=9))
    later = TODAY + timedelta(days=10)
    assert lacking(sessions, agent, later - timedelta(days=1)) == ()
    assert lacking(sessions, agent, later) == ALL
    record(work_of, actors, agent, "training")
    assert lacking(sessions, agent, later) == ("screening", "secrecy")


def test_who_recorded_it_and_from_what_is_kept(work_of, actors, sessions, agent, trail):
    row = kept(sessions, record(work_of, actors, agent, "secrecy", source="  Signed on paper "))
    assert (row.recorded_by_id, row.recorded_at) == (actors.admin.id, NOW)
    assert row.source == "Signed on paper"
    assert trail()[-1].kind == "clearance.recorded"


@pytest.mark.parametrize(
    ("kind", "more", "field"),
    [
        ("humour", {}, "kind"),
        ("training", {"given_on": TODAY + timedelta(days=1)}, "given_on"),
        ("training", {"until_on": date(2049, 1, 1)}, "until_on"),
        ("training", {"until_on": TODAY - timedelta(days=1)}, "until_on"),
        ("training", {"source": " "}, "source"),
    ],
)
def test_what_cannot_be_is_not_recorded(work_of, actors, sessions, agent, kind, more, field):
    with pytest.raises(Invalid) as refusal:
        record(work_of, actors, agent, kind, **more)
    assert refusal.value.where["field"] == field
    assert lacking(sessions, agent) == ALL


def test_what_is_withdrawn_holds_no_longer_and_stays_to_see(work_of, actors, sessions, agent):
    row = kept(sessions, record(work_of, actors, agent, "training"))
    with pytest.raises(Changed), work_of(actors.admin) as work:
        clearances.withdraw_date(work, agent, row.id, row.version + 1, "mistaken")
    with work_of(actors.admin) as work:
        clearances.withdraw_date(work, agent, row.id, row.version, "another person")
    assert "training" in lacking(sessions, agent)
    with pytest.raises(NotAllowed), work_of(actors.admin) as work:
        clearances.withdraw_date(work, agent, row.id, row.version + 1, "again")
    with work_of(actors.admin) as work:
        dates = clearances.read_dates(work, agent)
        assert [one.withdrawn_reason for one in dates.rows] == ["another person"]
        assert [one.kind.code for one in dates.lacking] == list(ALL)
        assert dates.name("training").en == "training in careful handling of data"


def test_a_date_of_somebody_else_is_not_withdrawn_here(work_of, actors, sessions, agent):
    row = kept(sessions, record(work_of, actors, agent, "training"))
    with pytest.raises(NotFound), work_of(actors.admin) as work:
        clearances.withdraw_date(work, actors.officer.id, row.id, row.version, "wrong person")


def test_people_of_the_house_get_no_dates(work_of, actors):
    with pytest.raises(NotAllowed):
        record(work_of, actors, actors.officer.id, "screening")


def test_nobody_but_the_administrator_of_the_house_records(work_of, actors, agent):
    for actor in (actors.officer, actors.coordinator, actors.police):
        with pytest.raises(AccessDenied), work_of(actor) as work:
            clearances.record_date(work, agent, "training", TODAY, None, "Course")
    with pytest.raises(NotFound):
        record(work_of, actors, actors.police.id, "screening")


def test_by_login_only_those_one_manages_are_found(work_of, actors, sessions, agent):
    with work_of(actors.admin) as work:
        clearances.record_called(work, "agent", "training", None, None, "Course")
    assert lacking(sessions, agent) == ("screening", "secrecy")
    with pytest.raises(NotFound), work_of(actors.admin) as work:
        clearances.record_called(work, "police", "training", None, None, "Course")


def test_one_reads_what_is_lacking_and_whom_to_ask(work_of, actors, sessions, agent):
    with sessions() as session:
        made = session.get_one(User, agent)
        actor = type(actors.police)(agent, made.organisation_id, frozenset({Role.POLICE}), "Agent")
    with work_of(actor) as work:
        dates = clearances.read_own(work)
        assert [row.kind.code for row in dates.lacking] == list(ALL)
        assert dates.ask == ("Admin",)


def test_before_a_date_ends_it_stands_among_the_tasks_of_both(work_of, actors, sessions, agent):
    for kind in ALL:
        record(work_of, actors, agent, kind)
    record(work_of, actors, agent, "training", until_on=TODAY + timedelta(days=3))
    with sessions() as session:
        made = session.get_one(User, agent)
        actor = type(actors.police)(agent, made.organisation_id, frozenset({Role.POLICE}), "Agent")
    for now, expected in ((NOW, []), (NOW + timedelta(days=700), ["training"])):
        with work_of(actors.admin, now) as work:
            assert [(row.kind.code, row.own) for row in clearances.ending(work)] == [
                (kind, False) for kind in expected
            ]
        with work_of(actor, now) as work:
            assert [(row.kind.code, row.own) for row in clearances.ending(work)] == [
                (kind, True) for kind in expected
            ]
    with work_of(actors.officer) as work:
        assert clearances.ending(work) == ()
