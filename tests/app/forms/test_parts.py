"""Days, choices and versions as every form asks them."""

from datetime import date
from uuid import uuid4

import pytest
from flask_wtf import FlaskForm
from wtforms import StringField

from app.forms import parts
from bureau.rules.roles import roles
from tests.app.forms.filling import filled


class Day(FlaskForm):
    """A form with a day that is needed and one that is not."""

    on = parts.day(needed=True)
    until = parts.day()
    version = parts.version()


@pytest.mark.parametrize(
    ("sent", "day"), [("2026-11-20", date(2026, 11, 20)), ("20-11-2026", date(2026, 11, 20))]
)
def test_a_day_is_read_as_browsers_and_people_write_it(app, sent, day):
    with filled(app, Day, {"on": sent, "version": "1"}) as form:
        assert not form.errors
        assert form.on.data == day
        assert form.until.data is None


@pytest.mark.parametrize("sent", ["2026-02-30", "soon", "20/11/2026", "0000-00-00"])
def test_a_day_that_cannot_be_is_named_with_the_remedy(app, sent):
    with filled(app, Day, {"on": sent, "version": "1"}) as form:
        (message,) = form.errors["on"]
        assert sent in message
        assert "2026-11-20" in message


def test_a_day_that_is_needed_may_not_be_left_open(app):
    with filled(app, Day, {"version": "1"}) as form:
        assert set(form.errors) == {"on"}


@pytest.mark.parametrize("sent", ["", "x", "-1", "1.5", "1" * 12])
def test_a_version_is_a_whole_number(app, sent):
    with filled(app, Day, {"on": "2026-11-20", "version": sent}) as form:
        assert set(form.errors) == {"version"}


def test_rows_of_the_law_are_offered_in_the_language_of_the_reader(app):
    with app.test_request_context(headers={"Accept-Language": "en"}):
        english = parts.named(roles())
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        dutch = parts.named(roles())
    assert [row.value for row in english] == [row.value for row in dutch]
    assert [row.label for row in english] != [row.label for row in dutch]


def test_a_long_name_is_cut_and_nothing_may_be_chosen_where_that_is_allowed():
    (nothing, row) = parts.listed([(uuid4(), "x" * 500)], empty=True)
    assert nothing.value == ""
    assert len(row.label) < 100
    assert parts.chosen("") is None
    assert parts.chosen(row.value) is not None


def test_both_axes_of_the_grade_are_offered_whole(app):
    with app.test_request_context():
        assert [row.value for row in parts.reliabilities()] == list("ABCDEF")
        assert [row.value for row in parts.credibilities()] == list("123456")


class Sum(FlaskForm):
    """A form with an amount in a currency, and one that may be a part."""

    amount = parts.MoneyField()
    part = parts.MoneyField(part=True)
    currency = StringField(default="EUR")


@pytest.mark.parametrize(
    ("sent", "kept", "wrong"),
    [
        ({"amount": "12.500,00"}, "12500.00", set()),
        ({"amount": "1234.50", "part": "12.5%"}, "1234.50", set()),
        ({"amount": "1.234", "currency": "TND"}, "1.234", set()),
        ({"amount": "much"}, "much", {"amount"}),
        ({"amount": "-5,00"}, "-5.00", {"amount"}),
        ({"amount": "12%"}, "12%", {"amount"}),
    ],
)
def test_an_amount_is_read_in_both_notations(app, sent, kept, wrong):
    with filled(app, Sum, {"currency": "EUR", **sent}) as form:
        assert set(form.errors) == wrong
        assert form.amount.data == kept
