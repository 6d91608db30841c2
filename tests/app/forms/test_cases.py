"""The forms of the case file."""

import pytest

from app.forms.cases import CAPACITIES, FilterForm, OpenForm, WhatIfForm
from app.road_words import WORDS as ROAD
from app.words import word
from bureau.rules.scope import scopes
from tests.app.forms.filling import filled

GIVEN = {"title": "Eethuis", "scope": "SC02", "stage": "existing", "received_on": "2026-03-02"}


def test_the_scopes_are_those_of_the_law(app):
    with filled(app, OpenForm, GIVEN) as form:
        assert not form.errors
        assert [row.value for row in form.scope.choices] == list(scopes().codes())


@pytest.mark.parametrize("field", list(GIVEN))
def test_every_part_is_needed(app, field):
    with filled(app, OpenForm, {**GIVEN, field: ""}) as form:
        assert set(form.errors) == {field}


@pytest.mark.parametrize(("weeks", "fits"), [("1", True), ("52", True), ("0", False), ("x", False)])
def test_a_term_is_a_number_of_weeks(app, weeks, fits):
    with filled(app, OpenForm, {**GIVEN, "weeks": weeks}) as form:
        assert ("weeks" not in form.errors) is fits


def test_every_capacity_has_a_word():
    assert all(
        str(word(each)) != each or each in ("partner", "reader", "handler") for each in CAPACITIES
    )
    assert ROAD


def test_what_is_asked_by_an_address_needs_no_token(app):
    with app.test_request_context("/?weeks=8&kind=screening"):
        from flask import request

        assert WhatIfForm(request.args).validate()
        assert FilterForm(request.args).kind.data == "screening"
