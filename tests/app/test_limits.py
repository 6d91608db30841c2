"""Guessing and hammering end early; whoever comes in properly is not counted as guessing."""

import pytest

from app import limits
from tests.walls import visiting

WRONG = "a quay with eight cranes"


@pytest.fixture
def app(home):
    """A house that was opened under the limits of the test."""
    made = visiting.open_house(home)
    yield made
    visiting.close_house(made)


@pytest.fixture
def _strict(monkeypatch):
    for name in ("GUESSES", "STRANGERS", "BEARERS"):
        monkeypatch.setattr(limits, name, "3 per minute")


@pytest.fixture
def _few_failures(monkeypatch):
    monkeypatch.setattr(limits, "FAILURES", "3 per minute")


@pytest.fixture
def strict(_strict, client_of):
    return client_of


def test_guessing_a_password_ends_early_for_this_login_only(strict):
    visitor = strict()
    guesses = [visitor.sign_in("officer", WRONG).status_code for _ in range(5)]
    assert guesses == [401, 401, 401, 429, 429]
    assert visitor.sign_in("officer").status_code == 429
    assert visitor.sign_in("second").status_code == 302


@pytest.mark.usefixtures("_few_failures")
def test_guessing_at_many_logins_ends_early_for_the_address(client_of):
    visitor = client_of()
    guesses = [visitor.sign_in(f"nobody{n}", WRONG).status_code for n in range(5)]
    assert guesses == [401, 401, 401, 429, 429]


def test_coming_in_properly_is_not_counted(strict):
    assert [strict().sign_in("officer").status_code for _ in range(5)] == [302] * 5


def test_a_page_says_that_one_must_wait(strict):
    visitor = strict()
    answer = [visitor.sign_in("officer", WRONG) for _ in range(4)][-1]
    assert answer.content_type.startswith("text/html")
    assert answer.headers["Retry-After"] == "60"


def test_a_program_without_a_valid_token_ends_early(strict):
    visitor = strict()
    answers = [
        visitor.get("/api/v1/cases", headers={"Authorization": f"Bearer {n}"}) for n in range(5)
    ]
    assert [each.status_code for each in answers] == [401, 401, 401, 429, 429]
    last = answers[-1]
    assert last.content_type == "application/problem+json"
    assert (last.json["code"], last.headers["Retry-After"]) == ("too_many", "60")


def test_other_pages_are_not_counted(strict):
    visitor = strict()
    assert {visitor.get("/sign-in").status_code for _ in range(6)} == {200}


def test_no_answer_carries_a_counter(strict):
    answer = strict().get("/api/v1/openapi.json")
    assert not [name for name, _ in answer.headers if "ratelimit" in name.lower()]


def test_the_usual_limits_are_generous():
    assert limits.GUESSES == "20 per minute"
    assert limits.BEARERS == "600 per minute"
