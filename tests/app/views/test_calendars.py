"""The calendar: an address shown once, terms without names, revoked at once."""

import re

import pytest
from icalendar import Calendar

from tests.app.views.reading import text
from tests.walls.visiting import PASSWORD

PLACE = "/account/calendar"
ADDRESS = re.compile(r"/calendar/([\w-]{43})\.ics")


@pytest.fixture
def secret(officer):
    answer = officer.send(PLACE, {"password": PASSWORD})
    assert answer.status_code == 200
    return ADDRESS.search(text(answer))[1]


def test_the_address_is_shown_once_for_the_password(officer, secret):
    assert not ADDRESS.search(text(officer.get(PLACE)))
    assert officer.send(PLACE, {"password": "not this"}).status_code == 422


def test_it_holds_references_and_terms_and_no_names(app, road, secret):
    stranger = app.test_client()
    answer = stranger.get(f"/calendar/{secret}.ics")
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert answer.headers["Cache-Control"] == "no-store"
    words = answer.get_data(as_text=True)
    [event] = Calendar.from_ical(words).walk("VEVENT")
    assert event["dtstart"].dt.isoformat() == "2026-04-28"
    assert str(event["summary"]).startswith(f"{road.reference}: ")
    assert "Ankerplaats" not in words.replace("\r\n ", "")


def test_once_taken_back_it_answers_like_one_that_never_was(app, officer, secret):
    stranger = app.test_client()
    renewal = re.search(rf"{PLACE}/[0-9a-f-]{{36}}/renewal", text(officer.get(PLACE)))[0]
    assert officer.send(renewal, {}).status_code == 302
    tail = re.search(rf"{PLACE}/[0-9a-f-]{{36}}/revocation", text(officer.get(PLACE)))[0]
    assert officer.send(tail, {}).status_code == 302
    gone, never = (stranger.get(f"/calendar/{each}.ics") for each in (secret, "x" * 43))
    assert gone.status_code == never.status_code == 404
    told = {re.sub(r'nonce="[^"]*"|value="[^"]*"', "", text(each)) for each in (gone, never)}
    assert len(told) == 1


def test_it_ends_with_the_account(app, secret):
    from sqlalchemy import update

    from bureau.model import User

    with app.extensions["sessions"].begin() as session:
        session.execute(update(User).where(User.login == "officer").values(active=False))
    assert app.test_client().get(f"/calendar/{secret}.ics").status_code == 404
