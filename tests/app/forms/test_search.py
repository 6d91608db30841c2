"""The form that searches."""

from flask import request

from app.forms.search import SearchForm


def test_a_search_is_one_line_of_at_most_a_hundred_letters(app):
    with app.test_request_context(f"/?q={'x' * 101}"):
        assert not SearchForm(request.args).validate()
    with app.test_request_context("/?q=x"):
        assert SearchForm(request.args).validate()
