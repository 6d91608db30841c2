"""The door of applicants: a cookie of its own for the pages of the form, and no other way in."""

import pytest

from app.applicants import COOKIE, PATH, closed
from app.guard import OPEN, guard_of


def test_every_page_of_the_form_but_the_link_itself_is_fenced(app):
    pages = [
        rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint.startswith("applicant.")
    ]
    assert len(pages) > 6
    for endpoint in pages:
        held = guard_of(app, endpoint)
        assert (held is None) == (endpoint in OPEN)
        assert held is None or held.applicant


@pytest.mark.parametrize("value", ["", "x", "x" * 43])
def test_a_cookie_that_was_not_given_here_opens_nothing(app, value):
    client = app.test_client()
    client.set_cookie(COOKIE, value, domain="localhost", path=PATH, secure=True)
    assert client.get("/a/form").status_code == 404


def test_the_answer_to_a_stranger_says_nothing_of_a_case(app):
    with app.test_request_context("/a/form"):
        page, status = closed()
    assert status == 404
    assert "SCR-" not in page
