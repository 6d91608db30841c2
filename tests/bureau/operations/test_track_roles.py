"""Roles of the victim track: its lead gives them, an administrator only closes an account."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from bureau import elsewhere, entry
from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.model import Event, Factor, Identity, RecoveryCode, User
from bureau.model.factor import PASSKEY
from bureau.operations import (
    clearances,
    factors,
    identities,
    organisations,
    supports,
    track_roles,
    users,
)
from bureau.rules.assurance_levels import sufficing
from bureau.rules.vocabulary import Role
from bureau.trust import passwords
from bureau.trust.provider import Shown
from tests.bureau.operations.test_grants import roles_of, somebody
from tests.conftest import NOW

LIMITS = entry.Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
FIRST, OTHER = "seven cranes on a quay", "four herons at dawn"
BODY, ISSUER = "veilige-haven", "https://login.example"


@pytest.fixture
def house(work_of, actors, sessions):
    """A house with a body for victim support, its lead and one helper of it."""
    with work_of(actors.admin) as work:
        organisations.add_organisation(work, BODY, "Veilige Haven", "NGO")
    lead = somebody(sessions, "lead", [Role.CARE, Role.CARE_LEAD], BODY)
    helper = somebody(sessions, "helper", [Role.CARE], BODY)
    return SimpleNamespace(lead=lead, helper=helper, admin=actors.admin, officer=actors.officer)


def version_of(sessions, key):
    with sessions() as session:
        return session.get_one(User, key).version


def change(work_of, sessions, who, key, roles, *, active, until=None):
    with work_of(who) as work:
        return users.change_user(
            work, key, version_of(sessions, key), "H", roles, active=active, screened_until=until
        )


def told(sessions, kind):
    with sessions() as session:
        return list(session.scalars(select(Event).where(Event.kind == kind)))


def comes_in(sessions, subject):
    shown = Shown(subject, sufficing("high", NOW.date())[0], NOW)
    return elsewhere.enter(sessions, ISSUER, shown, NOW, LIMITS)


def test_an_administrator_is_refused_with_the_lawful_road(work_of, house, sessions):
    for add in (
        lambda work: users.add_user(work, "mole", "M", [Role.CARE], organisation=BODY),
        lambda work: users.add_user(work, "mole", "M", [Role.CARE_LEAD], organisation=BODY),
    ):
        with pytest.raises(NotAllowed) as refusal, work_of(house.admin) as work:
            add(work)
        assert "Roles of support" in refusal.value.hint
    key = somebody(sessions, "plain", [], BODY).id
    with pytest.raises(NotAllowed):
        change(work_of, sessions, house.admin, key, [Role.CARE], active=True)
    assert roles_of(sessions, "plain") == set()


def test_what_an_administrator_changes_leaves_the_roles_of_the_track_as_they_are(
    work_of, house, sessions
):
    change(work_of, sessions, house.admin, house.helper.id, [], active=True)
    assert roles_of(sessions, "helper") == {Role.CARE}


def test_an_administrator_closes_an_account_of_the_track_and_never_opens_it(
    work_of, house, sessions
):
    change(work_of, sessions, house.admin, house.helper.id, [], active=False)
    with pytest.raises(NotAllowed):
        change(work_of, sessions, house.admin, house.helper.id, [], active=True)
    version = version_of(sessions, house.helper.id)
    with work_of(house.lead) as work:
        track_roles.open_account(work, house.helper.id, version, None, "back from leave")
    with sessions() as session:
        assert session.get_one(User, house.helper.id).active


def test_a_screening_of_the_track_is_shortened_but_not_renewed_by_an_administrator(
    work_of, house, sessions
):
    key, day = house.helper.id, NOW.date()
    change(work_of, sessions, house.admin, key, [], active=True, until=day)
    for later in (day + timedelta(days=1), None):
        with pytest.raises(NotAllowed):
            change(work_of, sessions, house.admin, key, [], active=True, until=later)


def test_dates_of_admission_of_the_track_are_recorded_by_its_lead(work_of, house, sessions):
    def record(who, key):
        with work_of(who) as work:
            clearances.record_date(work, key, "training", NOW.date(), None, "course")

    with pytest.raises(NotAllowed):
        record(house.admin, house.helper.id)
    record(house.lead, house.helper.id)
    with pytest.raises(NotFound):
        record(house.lead, house.officer.id)


def test_the_lead_adds_a_helper_and_no_other_role(work_of, house, sessions):
    with work_of(house.lead) as work:
        users.add_user(work, "new", "N", [Role.CARE], organisation=BODY, password=FIRST)
    assert roles_of(sessions, "new") == {Role.CARE}
    with pytest.raises(NotAllowed), work_of(house.lead) as work:
        users.add_user(work, "spy", "S", [Role.OFFICER], organisation="havermonde")
    with pytest.raises(NotFound), work_of(house.lead) as work:
        users.add_user(work, "far", "F", [Role.CARE], organisation="elsewhere")


def test_who_knew_the_password_of_an_account_is_out_once_it_may_help(work_of, house, sessions):
    """An administrator makes an account, knows its password and waits until it gets the role."""
    key = somebody(sessions, "plain", [], BODY).id
    with sessions.begin() as session:
        session.get_one(User, key).password_hash = passwords.hash_of(FIRST)
    secret = entry.sign_in(sessions, "plain", FIRST, NOW, LIMITS)
    first = passwords.first()
    with work_of(house.lead) as work:
        until = track_roles.give_role(work, "plain", "care", "joins us", first.digest)
    assert until > NOW
    assert entry.visitor(sessions, secret, NOW, LIMITS) is None
    assert entry.visitor(
        sessions, entry.sign_in(sessions, "plain", first.plain, NOW, LIMITS), NOW, LIMITS
    ).fresh
    assert entry.sign_in(sessions, "plain", first.plain, until, LIMITS) is None
    with sessions() as session:
        assert not passwords.matches(FIRST, session.get_one(User, key).password_hash)


def test_no_way_in_of_before_outlives_the_first_role_of_the_track(work_of, house, sessions):
    """An administrator leaves a link, a passkey and codes on paper in an account that waits."""
    mole = somebody(sessions, "mole", [], BODY)
    with work_of(house.admin) as work:
        link = identities.ask_identity(work, mole.id, ISSUER, "of-the-admin", "x").id
    with work_of(mole) as work:
        identities.answer_own(work, link, confirmed=True)
        factors.begin_app(work, "mine")
    ways = {
        "factor": Factor(user_id=mole.id, kind=PASSKEY, name="p", made_at=NOW, confirmed_at=NOW),
        "paper": RecoveryCode(user_id=mole.id, mark="m", made_at=NOW),
    }
    with sessions.begin() as session:
        session.add_all(ways.values())
    assert comes_in(sessions, "of-the-admin")
    with work_of(house.lead) as work:
        track_roles.give_role(work, "mole", "care", "helps", "digest")
    assert not comes_in(sessions, "of-the-admin")
    with sessions() as session:
        assert session.get_one(Identity, link).state == "ended"
        assert all(row.removed_at for row in session.scalars(select(Factor)))
        assert not any(row.works for row in session.scalars(select(RecoveryCode)))
    assert len(told(sessions, "identity.ended")) == 1
    assert len(told(sessions, "factor.removed")) == 2
    assert [line.facts["count"] for line in told(sessions, "recovery.renewed")] == [0]


def test_a_link_opens_no_account_of_the_track_however_it_came_there(work_of, house, sessions):
    """A link from before the house ended them sounds like any failed sign-in."""
    with sessions.begin() as session:
        mark = elsewhere.mark_of(ISSUER, "of-before")
        row = Identity(user_id=house.helper.id, asked_by_id=house.admin.id, asked_at=NOW)
        row.issuer, row.mark, row.tail, row.shown, row.state = ISSUER, mark, "", "", "confirmed"
        session.add(row)
    assert not comes_in(sessions, "of-before")
    assert len(told(sessions, "session.failed")) == 1


def test_a_helper_becomes_lead_without_another_password(work_of, house, sessions):
    with work_of(house.lead) as work:
        track_roles.give_role(work, "helper", "care_lead", "takes over", "")
    assert roles_of(sessions, "helper") == {Role.CARE, Role.CARE_LEAD}
    [line] = told(sessions, "role.given")
    assert line.facts["role"] == "care_lead"


def test_a_role_is_withdrawn_for_a_cause_and_never_from_oneself(work_of, house, sessions):
    version = version_of(sessions, house.helper.id)
    with pytest.raises(Invalid), work_of(house.lead) as work:
        track_roles.withdraw_role(work, house.helper.id, version, "care", " ")
    with work_of(house.lead) as work:
        track_roles.withdraw_role(work, house.helper.id, version, "care", "left the body")
    assert roles_of(sessions, "helper") == set()
    with pytest.raises(NotAllowed), work_of(house.lead) as work:
        track_roles.withdraw_role(work, house.lead.id, 1, "care_lead", "tired")


def test_a_role_opens_no_file(work_of, house, sessions):
    with work_of(house.helper) as work:
        file = supports.open_file(work, "Heron", "", "").id
    with pytest.raises(AccessDenied), work_of(house.lead) as work:
        supports.read_file(work, file)


def test_a_lead_does_not_come_in_by_the_account_of_a_helper(work_of, house, sessions):
    with work_of(house.helper) as work:
        supports.open_file(work, "Heron", "", "")
    with work_of(house.lead) as work:
        version = version_of(sessions, house.helper.id)
        track_roles.withdraw_role(work, house.helper.id, version, "care", "on leave")
    first = passwords.first()
    with work_of(house.lead) as work:
        assert track_roles.give_role(work, "helper", "care", "back", first.digest) is None
    assert entry.sign_in(sessions, "helper", first.plain, NOW, LIMITS) is None
    assert roles_of(sessions, "helper") == {Role.CARE}


@pytest.mark.parametrize("login", ["admin", "officer", "care", "auditor", "mayor", "outsider"])
def test_nobody_else_says_who_helps(work_of, actors, house, login):
    for act in (
        track_roles.list_helpers,
        track_roles.list_bodies,
        lambda work: track_roles.read_helper(work, house.helper.id),
        lambda work: track_roles.give_role(work, "helper", "care_lead", "r", ""),
        lambda work: track_roles.withdraw_role(work, house.helper.id, 1, "care", "r"),
        lambda work: track_roles.open_account(work, house.helper.id, 1, None, "r"),
    ):
        with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
            act(work)


def test_the_list_shows_the_track_of_the_house_alone(work_of, house):
    with work_of(house.lead) as work:
        found = {row.user.login: row for row in track_roles.list_helpers(work)}
        assert set(found) == {"lead", "helper"}
        assert (found["lead"].own, found["helper"].others) == (True, (Role.CARE_LEAD,))
        assert {row.code for row in track_roles.list_bodies(work)} == {"havermonde", BODY}
        with pytest.raises(NotFound):
            track_roles.read_helper(work, house.officer.id)


@pytest.fixture
def headless(work_of, actors):
    """A house with a body for victim support and nobody who leads it."""
    with work_of(actors.admin) as work:
        organisations.add_organisation(work, BODY, "Veilige Haven", "NGO")
    return actors


def found(work_of, who, witness, login="m.vos", password=FIRST):
    with work_of(who) as work:
        founding = track_roles.Founding(login, "M. Vos", BODY, witness, "VOG 12345", password)
        return track_roles.found_lead(work, founding).id


def test_the_first_lead_is_founded_by_two_people_and_the_trail_names_the_act(
    work_of, headless, sessions
):
    key = found(work_of, headless.admin, "mayor")
    assert roles_of(sessions, "m.vos") == {Role.CARE, Role.CARE_LEAD}
    [line] = told(sessions, "role.founded")
    assert (line.actor_id, line.subject) == (headless.admin.id, f"user:{key}")
    assert line.facts["witness"] == str(headless.mayor.id)
    assert set(line.facts) == {"roles", "witness", "organisation"}


def test_a_first_lead_keeps_no_link_of_before(work_of, headless, sessions):
    key = somebody(sessions, "m.vos", [], BODY)
    with work_of(headless.admin) as work:
        link = identities.ask_identity(work, key.id, ISSUER, "of-the-admin", "x").id
    with work_of(key) as work:
        identities.answer_own(work, link, confirmed=True)
    found(work_of, headless.admin, "mayor")
    with sessions() as session:
        assert session.get_one(Identity, link).state == "ended"


@pytest.mark.parametrize("witness", ["officer", "admin", "outsider", "nobody", "m.vos", "care"])
def test_the_second_of_the_two_holds_a_role_that_took_two_people(
    work_of, headless, sessions, witness
):
    with pytest.raises(NotAllowed):
        found(work_of, headless.admin, witness)
    with sessions() as session:
        assert session.scalar(select(User).where(User.login == "m.vos")) is None


def test_with_a_lead_nobody_founds_another(work_of, headless, sessions):
    first = found(work_of, headless.admin, "mayor")
    with sessions() as session:
        user = session.get_one(User, first)
        assert user.opens(NOW.date())
        assert {row.source for row in user.clearances} == {"VOG 12345"}
    with pytest.raises(NotAllowed):
        found(work_of, headless.admin, "mayor", "other")


def test_a_lead_who_was_shut_out_is_founded_again_with_the_password_of_before(
    work_of, headless, sessions
):
    first = found(work_of, headless.admin, "mayor")
    change(work_of, sessions, headless.admin, first, [], active=False)
    assert found(work_of, headless.admin, "mayor", password="") == first
    with sessions() as session:
        assert passwords.matches(FIRST, session.get_one(User, first).password_hash)
        assert session.get_one(User, first).active


def test_nobody_but_an_administrator_begins_and_a_password_is_needed(work_of, headless):
    for login in ("mayor", "officer", "care"):
        with pytest.raises(AccessDenied):
            found(work_of, getattr(headless, login), "second")
    with pytest.raises(Invalid):
        found(work_of, headless.admin, "mayor", password="")
