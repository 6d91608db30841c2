"""The fence: no route without a guard, and nobody inside who could never be."""

import pytest
from flask import Flask
from sqlalchemy import select

from app.guard import OPEN, Guard, Permission, guard, guard_of, insist, policy_rows
from bureau.errors import OutOfOrder
from bureau.model import Event
from bureau.policy import POLICY
from bureau.rules.vocabulary import Track


@guard(Permission.CASE_READ, loads="case", track=Track.VICTIM)
def fenced():
    return "inside"


def bare(path, view):
    app = Flask("test", static_folder=None)
    app.add_url_rule(path, "one", view)
    return app


def test_a_house_with_a_bare_route_does_not_open():
    with pytest.raises(OutOfOrder, match="one"):
        insist(bare("/one", lambda: "inside"))


def test_a_house_whose_routes_are_fenced_opens():
    app = bare("/one", fenced)
    insist(app)
    assert guard_of(app, "one") == Guard(Permission.CASE_READ, "case", Track.VICTIM)


def test_the_open_list_names_only_routes_that_are_there(app):
    assert set(app.view_functions) >= OPEN
    assert all(guard_of(app, endpoint) is None for endpoint in OPEN)


def test_every_other_route_names_a_permission_of_the_table(app):
    for rule in app.url_map.iter_rules():
        if rule.endpoint not in OPEN:
            assert guard_of(app, rule.endpoint).permission in POLICY


def test_a_route_says_what_it_loads_when_it_names_a_record(app):
    for rule in app.url_map.iter_rules():
        if rule.endpoint not in OPEN and {"case_id", "file_id", "job_id"} & rule.arguments:
            assert guard_of(app, rule.endpoint).loads, rule.endpoint


def test_a_stranger_is_shown_the_way_in_for_every_page(app, client_of):
    visitor = client_of()
    pages = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in rule.methods and not rule.arguments and not rule.rule.startswith("/api/")
    ]
    guards = {path: guard_of(app, app.url_map.bind("").match(path)[0]) for path in pages}
    shut = [path for path, held in guards.items() if held and not held.applicant]
    assert len(shut) > 8
    for path in shut:
        answer = visitor.get(path)
        assert (answer.status_code, answer.location.split("?")[0]) == (302, "/sign-in"), path


def test_whoever_is_turned_away_at_the_door_is_in_the_trail(app, client_of, house_trail):
    assert client_of("officer").get("/trail").status_code == 404
    last = house_trail()[-1]
    assert (last.kind, last.outcome, last.purpose) == ("access.denied", "refused", "at the door")


@pytest.fixture
def house_trail(app):
    def read():
        with app.extensions["sessions"]() as store:
            return list(store.scalars(select(Event).order_by(Event.seq)))

    return read


def test_the_table_is_told_in_plain_words():
    rows = dict(policy_rows())
    assert set(rows) == {str(permission) for permission in Permission}
    assert all(line for lines in rows.values() for line in lines)
