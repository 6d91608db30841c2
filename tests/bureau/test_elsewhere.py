"""A sign-in elsewhere opens the account it was linked to, once, and no other."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau import elsewhere, entry, proving
from bureau.doorway import Limits
from bureau.model import Event, Factor, User
from bureau.model.factor import PASSKEY
from bureau.operations import identities, users
from bureau.rules.assurance_levels import sufficing
from bureau.rules.strong_acts import too_weak
from bureau.trust.provider import Shown
from tests.conftest import NOW

LIMITS = Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
ISSUER, SUBJECT = "https://login.example", "person-1234-abcd"


def shown(at=NOW):
    return Shown(SUBJECT, sufficing("substantial", NOW.date())[0], at)


def come_in(sessions, at=NOW, issuer=ISSUER):
    secret = elsewhere.enter(sessions, issuer, shown(at), NOW, LIMITS)
    return entry.visitor(sessions, secret, NOW, LIMITS) if secret else None


@pytest.fixture
def link(work_of, actors):
    """A link of the officer that waits for its owner."""
    with work_of(actors.admin) as work:
        return identities.ask_identity(work, actors.officer.id, ISSUER, SUBJECT, "pass 12").id


def confirm(work_of, actors, link):
    with work_of(actors.officer) as work:
        identities.answer_own(work, link, confirmed=True)


def test_it_opens_once_its_owner_confirmed_it(sessions, work_of, actors, link):
    assert come_in(sessions) is None
    confirm(work_of, actors, link)
    visitor = come_in(sessions)
    assert (visitor.login, visitor.actor.strength) == ("officer", "oidc")
    assert come_in(sessions, issuer="https://another.example") is None


def test_it_is_as_fresh_as_what_was_shown_there(sessions, work_of, actors, link):
    confirm(work_of, actors, link)
    earlier = NOW - timedelta(hours=2)
    assert come_in(sessions, earlier).shown.at == earlier


def test_a_level_of_one_factor_counts_as_a_password(sessions, work_of, actors, link):
    confirm(work_of, actors, link)
    low = Shown(SUBJECT, sufficing("low", NOW.date())[0], NOW)
    asking = replace(LIMITS, second_factor_from=NOW.date())
    secret = elsewhere.enter(sessions, ISSUER, low, NOW, asking)
    shown = entry.visitor(sessions, secret, NOW, asking).shown
    assert shown.strength == "oidc_one"
    assert too_weak("dossier.issue", shown, NOW, NOW.date(), reading=False)
    with sessions.begin() as session:
        given = {"kind": PASSKEY, "name": "p", "made_at": NOW, "confirmed_at": NOW}
        session.add(Factor(user_id=actors.officer.id, **given))
    secret = elsewhere.enter(sessions, ISSUER, low, NOW, asking)
    assert entry.visitor(sessions, secret, NOW, asking) is None
    assert proving.waiting(sessions, secret, NOW), "it is half of a sign-in"


def test_a_closed_account_stays_closed(sessions, work_of, actors, link):
    confirm(work_of, actors, link)
    with sessions.begin() as session:
        session.scalar(select(User).where(User.login == "officer")).active = False
    assert come_in(sessions) is None


def test_the_trail_says_by_which_door_and_on_which_level(sessions, work_of, actors, link):
    come_in(sessions)
    confirm(work_of, actors, link)
    come_in(sessions)
    with sessions() as session:
        told = [
            (str(each.kind), each.facts.get("strength") or each.facts.get("level"))
            for each in session.scalars(select(Event).order_by(Event.seq))
            if each.kind in ("session.failed", "session.opened", "identity.used")
        ]
    assert told == [
        ("session.failed", "oidc"),
        ("identity.used", "substantial"),
        ("session.opened", "oidc"),
    ]


def test_a_sign_in_is_answered_once_and_in_time(sessions, actors):
    secret = elsewhere.begin(sessions, NOW)
    assert elsewhere.answered(sessions, secret, NOW)
    assert not elsewhere.answered(sessions, secret, NOW)
    late = elsewhere.begin(sessions, NOW)
    assert not elsewhere.answered(sessions, late, NOW + timedelta(minutes=10))
    assert not elsewhere.answered(sessions, "no secret", NOW)


def test_ending_the_link_or_the_sign_ins_holds_at_once(sessions, work_of, actors, link):
    confirm(work_of, actors, link)
    with work_of(actors.admin) as work:
        users.end_sessions(work, actors.officer.id)
        identities.end_identity(work, actors.officer.id, link)
    assert come_in(sessions) is None
