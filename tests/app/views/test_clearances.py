"""The door of an account of a partner: closed while a date of admission is missing."""

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bureau.model import Clearance, Organisation, User
from tests.app.views.reading import text, words
from tests.conftest import NOW, clearance
from tests.walls.visiting import PASSWORD

CLOSED = ("/", "/cases", "/meetings", "/help", "/search?q=x", "/account/tokens")


@pytest.fixture
def police(app):
    """The police as a body of the house; its account has every date but the one that is asked."""

    def without(kind, until=None):
        with app.extensions["sessions"].begin() as store:
            user = store.scalar(select(User).where(User.login == "police"))
            house = store.scalar(select(Organisation).where(Organisation.code == "havermonde"))
            user.organisation.house = house
            for row in [row for row in user.clearances if row.kind == kind]:
                store.delete(row)
            if until:
                user.clearances.append(clearance(user, kind, until))
            return user.id

    return without


def test_without_a_date_one_sees_what_is_missing_and_whom_to_ask(client_of, police):
    police("training")
    visitor = client_of()
    assert visitor.sign_in("police").status_code == 302
    page = words(visitor.get("/account"))
    assert "opleiding in zorgvuldige omgang met gegevens : niet vastgelegd" in page
    assert "Laat het vastleggen door: Admin." in page
    assert "screening of VOG" not in page
    assert "Uw tokens" not in page


@pytest.mark.parametrize("path", CLOSED)
def test_nothing_opens_but_the_own_account(client_of, police, path):
    police("secrecy")
    visitor = client_of("police")
    answer = visitor.get(path)
    assert (answer.status_code, answer.location) == (303, "/account")
    assert visitor.get("/account").status_code == 200
    visitor.read_token("/account")
    assert visitor.send("/sign-out").status_code == 302


def test_a_page_that_does_not_open_is_not_offered(client_of, police):
    police("secrecy")
    page = text(client_of("police").get("/account"))
    assert 'href="/cases"' not in page
    assert 'href="/meetings"' not in page


def test_a_date_that_runs_out_closes_a_session_that_is_open(client_of, police):
    police("screening", NOW.date())
    visitor = client_of("police")
    assert visitor.get("/cases").status_code == 200
    police("screening", NOW.date() - timedelta(days=1))
    assert visitor.get("/cases").status_code == 303
    assert "verlopen na" in words(visitor.get("/account"))


def test_an_administrator_records_what_opens_the_account(client_of, police):
    path = f"/people/{police('training')}/dates"
    admin, visitor = client_of("admin"), client_of("police")
    assert "niet vastgelegd" in words(admin.get(path))
    assert "Police" in words(admin.get("/"))
    form = {"kind": "training", "given_on": "2026-03-01", "source": "Course 7"}
    assert admin.send(path, {**form, "own_password": "wrong"}).status_code == 422
    assert visitor.get("/cases").status_code == 303
    assert admin.send(path, {**form, "own_password": PASSWORD}).status_code == 302
    assert visitor.get("/cases").status_code == 200
    assert "Course 7" in words(admin.get(path))


def test_a_date_that_is_withdrawn_closes_the_account_at_once(app, client_of, police):
    user = police("training", date(2049, 1, 1))
    admin, visitor = client_of("admin"), client_of("police")
    assert visitor.get("/cases").status_code == 200
    page = text(admin.get(f"/people/{user}/dates"))
    with app.extensions["sessions"]() as store:
        query = select(Clearance).where(Clearance.user_id == user, Clearance.kind == "training")
        row = store.scalars(query).one()
    path = f"/people/{user}/dates/{row.id}/withdrawal"
    assert path in page
    assert admin.send(path, {"version": row.version, "reason": ""}).status_code == 302
    assert visitor.get("/cases").status_code == 200
    assert admin.send(path, {"version": row.version, "reason": "Forged"}).status_code == 302
    assert visitor.get("/cases").status_code == 303
    assert re.search("Forged", text(admin.get(f"/people/{user}/dates")))
