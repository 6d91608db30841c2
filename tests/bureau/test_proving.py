"""The second step at the door, and showing once more who one is."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pyotp
import pytest
from sqlalchemy import select

from bureau import entry, proving
from bureau.doorway import Limits
from bureau.model import Session, User
from bureau.operations import factors
from bureau.trust import passwords
from bureau.trust.latch import LOCKED_FOR, MOST_FAILURES
from tests.conftest import NOW

LIMITS = Limits(idle=timedelta(minutes=30), longest=timedelta(hours=10))
PASSWORD = "a quay with seven cranes"
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def enrolled(sessions, actors, work_of):
    """The officer with an app; its secret and the codes on paper."""
    with sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.password_hash = passwords.hash_of(PASSWORD)
    with work_of(actors.officer) as work:
        made = factors.begin_app(work, "Telephone")
    with work_of(actors.officer) as work:
        paper = factors.confirm_app(work, made.factor_id, pyotp.TOTP(made.secret).at(NOW))
    return made.secret, paper


@pytest.fixture
def half(sessions, enrolled):
    """A sign-in of which the password was right."""
    return lambda now=LATER: entry.sign_in(sessions, "officer", PASSWORD, now, LIMITS)


def taken(sessions, secret, code, now=LATER):
    whole = proving.second_step(sessions, secret, code, now, LIMITS)
    return entry.visitor(sessions, whole, now, LIMITS) if whole else None


def code(enrolled, now=LATER):
    return pyotp.TOTP(enrolled[0]).at(now)


def test_asvs_6_3_3_a_password_alone_opens_nothing_once_there_is_a_second_factor(sessions, half):
    secret = half()
    assert proving.waiting(sessions, secret, LATER)
    assert entry.visitor(sessions, secret, LATER, LIMITS) is None


def test_a_code_opens_with_a_secret_of_its_own(sessions, half, enrolled):
    secret = half()
    whole = proving.second_step(sessions, secret, code(enrolled), LATER, LIMITS)
    found = entry.visitor(sessions, whole, LATER, LIMITS)
    assert (found.login, found.actor.strength) == ("officer", "codes")
    assert whole != secret
    assert entry.visitor(sessions, secret, LATER, LIMITS) is None
    assert not proving.waiting(sessions, secret, LATER)


def test_asvs_6_5_1_a_code_is_taken_once_however_it_is_written(sessions, half, enrolled):
    shown = code(enrolled)
    assert taken(sessions, half(), shown)
    for again in (shown, f" {shown[:3]} {shown[3:]} "):
        assert taken(sessions, half(), again) is None
    assert not proving.confirm(sessions, _actor(sessions), shown, LATER)


def test_warehouse_tob_26_1_fifty_at_once_with_one_code_and_one_comes_in(sessions, half, enrolled):
    secrets, shown = [half() for _ in range(50)], code(enrolled)
    with ThreadPoolExecutor(10) as pool:
        came = pool.map(
            lambda one: proving.second_step(sessions, one, shown, LATER, LIMITS), secrets
        )
        assert sum(one is not None for one in came) == 1


def test_a_code_on_paper_opens_once(sessions, half, enrolled, trail):
    paper = enrolled[1][3]
    written = f"{paper[:5]}-{paper[5:].lower()}"
    assert taken(sessions, half(), written).actor.strength == "paper"
    assert taken(sessions, half(), written) is None
    assert [event.kind for event in trail()].count("recovery.used") == 1


def test_a_second_step_that_comes_too_late_or_twice_opens_nothing(sessions, half, enrolled):
    secret, late = half(), LATER + timedelta(minutes=5)
    assert taken(sessions, secret, code(enrolled, late), late) is None
    assert taken(sessions, "no secret", code(enrolled)) is None


def test_ten_wrong_codes_close_the_door_for_the_right_one_too(sessions, half, enrolled):
    secret = half()
    for _ in range(MOST_FAILURES):
        assert taken(sessions, secret, "000000") is None
    assert taken(sessions, secret, code(enrolled)) is None
    assert half() is None
    later = LATER + LOCKED_FOR
    assert taken(sessions, half(later), code(enrolled, later), later).tried == MOST_FAILURES + 2


def test_asvs_7_5_3_a_grave_act_takes_a_code_once(sessions, half, enrolled):
    actor = _actor(sessions)
    assert proving.confirm(sessions, actor, code(enrolled), LATER)
    assert not proving.confirm(sessions, actor, code(enrolled), LATER)
    assert not proving.confirm(sessions, actor, enrolled[1][0], LATER), "paper is for the door"
    assert proving.confirm(sessions, actor, PASSWORD, LATER)


def _actor(sessions):
    with sessions() as session:
        return entry.actor_of(session.scalar(select(User).where(User.login == "officer")))


def test_a_role_that_asks_a_second_factor_is_let_in_to_add_one(sessions, actors):
    with sessions.begin() as session:
        for login in ("mayor", "officer"):
            user = session.scalar(select(User).where(User.login == login))
            user.password_hash = passwords.hash_of(PASSWORD)
    asked = Limits(LIMITS.idle, LIMITS.longest, NOW.date())
    weak = {
        login: entry.visitor(
            sessions, entry.sign_in(sessions, login, PASSWORD, NOW, asked), NOW, asked
        ).weak
        for login in ("mayor", "officer")
    }
    assert weak == {"mayor": True, "officer": False}
    with sessions() as session:
        assert all(row.strength == "password" for row in session.scalars(select(Session)))


def test_a_command_shows_password_and_code_and_each_code_once(sessions, actors, enrolled):
    me, shown = actors.officer, code(enrolled)
    assert proving.strong(sessions, me, "wrong", shown, LATER) is None
    assert proving.strong(sessions, me, PASSWORD, "000000", LATER) is None
    assert proving.strong(sessions, me, PASSWORD, shown, LATER).strength == "codes"
    assert proving.strong(sessions, me, PASSWORD, shown, LATER) is None
