"""The door for programs: tokens and no cookies, what was agreed, one kind of refusal."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.model import Event, Organisation, Token, User, UserRole
from bureau.operations import tokens
from bureau.rules.vocabulary import Role
from tests.app.api.conftest import PURPOSE

PROBLEM = {"type", "title", "status", "detail", "code", "where", "hint"}
ADDRESSES = ("/cases", "/search?q=haven&purpose=OWN")


def changed(app, change, login="officer"):
    with app.extensions["sessions"].begin() as session:
        change(session, session.scalars(select(User).where(User.login == login)).one())


def refused(answer):
    assert answer.status_code == 401
    assert answer.content_type == "application/problem+json"
    assert set(answer.json) == PROBLEM
    assert answer.json["code"] == "unauthorized"
    return answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_a_token_nothing_is_told(program, address):
    assert refused(program().get(address)) == "Bearer realm=bureau"


@pytest.mark.parametrize(
    "sent",
    ["Bearer bureau_nobody", "Bearer", "Bearer a b", "Basic b2ZmaWNlcjp4", "bureau_x", "Bearer é"],
)
def test_a_wrong_token_is_no_token(program, sent):
    answer = program().get("/cases", headers={"Authorization": sent})
    assert refused(answer).startswith("Bearer realm=bureau")


def test_a_token_that_is_known_to_be_wrong_is_called_so(program):
    answer = program().get("/cases", headers={"Authorization": "Bearer bureau_nobody"})
    assert refused(answer) == "Bearer realm=bureau, error=invalid_token"


def test_a_cookie_is_no_token_and_none_is_set(program, client_of):
    visitor = client_of("officer")
    answer = visitor.get("/api/v1/cases")
    refused(answer)
    assert "Set-Cookie" not in answer.headers
    answer = program("officer").get("/cases")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


def test_a_sign_in_outlives_a_look_at_the_interface(client_of):
    visitor = client_of("officer")
    visitor.get("/api/v1/cases")
    assert visitor.get("/account").status_code == 200


def test_a_cookie_beside_a_token_changes_nothing(app, program, client_of):
    bearer = program("auditor")
    bearer.client = client_of("officer")
    assert bearer.get("/cases").json["total"] == 0
    bearer.get("/search?q=haven&purpose=OWN")
    with app.extensions["sessions"]() as session:
        last = session.scalars(select(Event).order_by(Event.seq.desc())).first()
        auditor = session.scalars(select(User).where(User.login == "auditor")).one()
        assert last.actor_id == auditor.id


@pytest.mark.parametrize("address", ["/", "/account", "/account/tokens", "/trail"])
def test_a_token_opens_no_page(program, address):
    bearer = program("officer")
    answer = bearer.client.get(address, headers=bearer.headers)
    assert answer.status_code == 302
    assert "/sign-in" in answer.location


def test_a_revoked_token_is_out_at_once(app, program, work_as):
    bearer = program("officer")
    assert bearer.get("/cases").status_code == 200
    with work_as("officer") as work:
        [line] = tokens.list_tokens(work)
        tokens.revoke_token(work, line.id)
    refused(bearer.get("/cases"))


def test_a_disabled_owner_is_out_at_once(app, program):
    bearer = program("officer")
    changed(app, lambda _, user: setattr(user, "active", False))
    refused(bearer.get("/cases"))


def test_an_owner_who_moved_is_out_at_once(app, program):
    def move(session, user):
        police = select(Organisation).where(Organisation.code == "police")
        user.organisation = session.scalars(police).one()

    bearer = program("officer")
    changed(app, move)
    refused(bearer.get("/cases"))


def test_a_token_runs_out(app, program):
    bearer = program("officer")
    with app.extensions["sessions"].begin() as session:
        row = session.scalars(select(Token)).one()
        row.expires_at -= timedelta(days=30)
    refused(bearer.get("/cases"))


def test_a_token_has_the_rights_its_owner_has_now(app, program, screening):
    bearer = program("officer")
    assert bearer.get(f"/cases/{screening.id}/network").status_code == 200
    changed(app, lambda _, user: setattr(user, "roles", [UserRole(role=Role.COORDINATOR)]))
    assert bearer.get(f"/cases/{screening.id}/network").status_code == 404
    assert bearer.get(f"/cases/{screening.id}").status_code == 200
    changed(app, lambda _, user: setattr(user, "roles", [UserRole(role=Role.POLICE)]))
    assert bearer.get(f"/cases/{screening.id}").status_code == 404


def test_what_is_read_stands_in_the_trail_with_the_purpose_of_the_token(app, program, screening):
    bearer = program("officer")
    bearer.get(f"/cases/{screening.id}")
    with app.extensions["sessions"]() as session:
        last = session.scalars(select(Event).order_by(Event.seq.desc())).first()
        row = session.scalars(select(Token)).one()
        assert (last.kind, last.purpose) == ("case.read", PURPOSE)
        assert last.scope == f"case:{screening.id}"
        assert last.session_id == row.id
        assert row.used_at is not None


def test_an_unknown_address_and_a_wrong_verb_are_problems_too(program):
    bearer = program("officer")
    lost, verb = bearer.get("/nothing/here"), bearer.ask("DELETE", "/cases")
    assert (lost.status_code, lost.json["code"]) == (404, "not_found")
    assert (verb.status_code, verb.json["code"]) == (405, "method")
    assert {"GET", "POST"} <= {each.strip() for each in verb.headers["Allow"].split(",")}
    assert set(lost.json) == set(verb.json) == PROBLEM


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/cases?page=1&page=2", "page"),
        ("/cases?colour=red", "colour"),
        ("/cases?page=0", "page"),
        ("/cases?page=+1", "page"),
        ("/cases?page=1_0", "page"),
        ("/cases?page=1.0", "page"),
        ("/cases?page=99999999999999999999", "page"),
        ("/cases?page=", "page"),
        ("/cases?size=201", "size"),
        ("/cases?kind=support", "kind"),
        ("/cases?kind=Screening", "kind"),
        ("/search?purpose=OWN", "q"),
        ("/search?q=haven", "purpose"),
        ("/search?purpose=OWN&q=x", "q"),
        (f"/search?purpose=OWN&q={'x' * 101}", "q"),
    ],
)
def test_a_query_is_taken_as_agreed_or_not_at_all(program, address, path):
    answer = program("officer").get(address)
    assert answer.status_code == 422
    assert (answer.json["code"], answer.json["where"]["path"]) == ("invalid", path)
    assert answer.json["hint"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"data": b"{}"}, 415),
        ({"data": b"{}", "content_type": "text/plain"}, 415),
        ({"data": {"title": "x"}}, 415),
        ({"data": b"", "content_type": "application/json"}, 422),
        ({"data": b"{", "content_type": "application/json"}, 422),
        ({"data": b"[]", "content_type": "application/json"}, 422),
        ({"data": b"null", "content_type": "application/json"}, 422),
        ({"data": b'{"a": 1, "a": 1}', "content_type": "application/json"}, 422),
        ({"data": b'{"title": NaN}', "content_type": "application/json"}, 422),
        ({"data": b"\xff\xfe{}", "content_type": "application/json"}, 422),
        ({"data": b"[" * 50, "content_type": "application/json"}, 413),
        ({"data": b" " * 300_000, "content_type": "application/json"}, 413),
        ({"json": {}, "query_string": "page=1"}, 422),
    ],
)
def test_a_body_is_taken_as_agreed_or_not_at_all(program, sent, status):
    bearer = program("officer")
    for address in ("/cases", "/terms/compute", "/rules/options"):
        answer = bearer.post(address, **sent)
        assert (answer.status_code, set(answer.json)) == (status, PROBLEM), address


def test_a_program_may_ask_for_either_language(program, screening):
    bearer = program("officer")
    said = {
        language: bearer.get(
            f"/cases/{screening.id}/clocks", headers={"Accept-Language": language}
        ).json["clocks"][0]["text"]
        for language in ("nl", "en")
    }
    assert "nog" in said["nl"]
    assert "nog" not in said["en"]
