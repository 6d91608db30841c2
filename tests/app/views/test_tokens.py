"""Tokens on a page: made with one's password, shown once, revoked by oneself only."""

import re

import pytest

from bureau.operations import tokens
from tests.walls.visiting import PASSWORD

PURPOSE = "reading terms into the planning board"
FORM = {"purpose": PURPOSE, "days": "30", "password": PASSWORD}
SECRET = re.compile(rf"{tokens.PREFIX}[\w-]{{43}}")
PLACE = "/account/tokens"


@pytest.fixture
def visitor(client_of):
    return client_of("officer")


def works(visitor, secret):
    answer = visitor.get("/api/v1/cases", headers={"Authorization": f"Bearer {secret}"})
    return answer.status_code == 200


def made(visitor, **more):
    answer = visitor.send(PLACE, {**FORM, **more})
    assert answer.status_code == 200
    return SECRET.search(answer.get_data(as_text=True))[0]


def test_a_token_is_shown_once_and_works(visitor):
    secret = made(visitor)
    assert works(visitor, secret)
    page = visitor.get(PLACE).get_data(as_text=True)
    assert PURPOSE in page
    assert not SECRET.search(page)


def test_the_page_with_the_secret_is_kept_nowhere(visitor):
    answer = visitor.send(PLACE, FORM)
    assert answer.headers["Cache-Control"] == "no-store"


def revocations(visitor):
    page = visitor.get(PLACE).get_data(as_text=True)
    return re.findall(rf'action="({PLACE}/[0-9a-f-]+/revocation)"', page)


def test_a_revoked_token_is_refused_and_stays_listed(visitor):
    secret = made(visitor)
    [address] = revocations(visitor)
    assert visitor.send(address).location == PLACE
    assert not works(visitor, secret)
    assert revocations(visitor) == []
    assert PURPOSE in visitor.get(PLACE).get_data(as_text=True)


def test_another_person_neither_sees_nor_revokes_it(visitor, client_of):
    secret = made(visitor)
    [address] = revocations(visitor)
    other = client_of("second")
    assert PURPOSE not in other.get(PLACE).get_data(as_text=True)
    assert other.send(address).status_code == 404
    assert works(visitor, secret)


@pytest.mark.parametrize(
    "more",
    [
        {"purpose": ""},
        {"purpose": "x"},
        {"purpose": "x" * 201},
        {"days": "91"},
        {"days": "0"},
        {"days": "soon"},
        {"password": ""},
        {"password": "a quay with eight cranes"},
    ],
)
def test_what_does_not_fit_makes_no_token(visitor, more):
    answer = visitor.send(PLACE, {**FORM, **more})
    assert answer.status_code == 422
    assert not SECRET.search(answer.get_data(as_text=True))
    assert revocations(visitor) == []


def test_a_form_of_elsewhere_makes_no_token(visitor):
    assert visitor.post(PLACE, data=FORM).status_code == 400
    assert revocations(visitor) == []


def test_without_a_sign_in_there_is_no_such_page(client_of):
    answer = client_of().get(PLACE)
    assert answer.status_code == 302
    assert "/sign-in" in answer.location
