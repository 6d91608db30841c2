"""The page of a support file brings a refused form back with all that was typed in it."""

import pytest

from tests.app.views.reading import text, version
from tests.app.views.test_support import CONSENT, LINE


@pytest.fixture(scope="module")
def refusals():
    return (
        ("steps", {"target": "permit", "reason": "typed reason"}, "typed reason"),
        ("steps", {"target": "talk", "reason": "out of order"}, "out of order"),
        ("entries", LINE | {"dimension": "", "text": "typed line"}, "typed line"),
        ("consents", CONSENT | {"aim": "anything", "purpose": "typed purpose"}, "typed purpose"),
        ("members", {"login": "typed.login", "organisation": "support"}, "typed.login"),
        ("data", {"recipient": "typed recipient"}, "typed recipient"),
    )


def test_what_was_typed_stays_on_the_page_of_the_file(client_of, refusals):
    care = client_of("care")
    path = care.send("/support/new", {"code_name": "Linde-9", "needs": "rest"}).location
    form = {"version": version(text(care.get(path)), f"{path}/steps")}
    for act, given, typed in refusals:
        answer = care.send(f"{path}/{act}", form | given)
        assert answer.status_code in (409, 422), act
        assert typed in text(answer), act
        assert 'role="alert"' in text(answer), act
        assert "quick-exit" in text(answer), act
