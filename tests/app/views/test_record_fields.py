"""Between form and record: what is empty is left out, and a refusal finds its field."""

import pytest
from werkzeug.datastructures import MultiDict

from app.forms import records as forms
from app.views import record_fields
from bureau.errors import Invalid
from bureau.operations.records import RecordList
from bureau.rules.records import record_kind

ACCOUNT = "00000000-0000-0000-0000-000000000001"


@pytest.fixture
def form(app):
    given = {"who_account": ACCOUNT, "amount": " 10.00 ", "said_place": "", "said_latitude": "51"}
    with app.test_request_context():
        yield forms.adding(record_kind("deposit"))(MultiDict({"handling": "H1", **given}))


def test_what_is_empty_is_not_said(form):
    terms = record_fields.terms(form)
    assert {role: str(party) for role, party in terms.parties.items()} == {"account": ACCOUNT}
    assert (terms.amount, terms.fields, terms.handling) == ("10.00", {"latitude": "51"}, "H1")


@pytest.mark.parametrize(
    ("told", "placed"),
    [
        ("account", "who_account"),
        ("latitude", "said_latitude"),
        ("seconds", "time"),
        ("amount", "amount"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_a_refusal_finds_its_field_on_the_form(form, told, placed):
    with pytest.raises(Invalid) as refusal, record_fields.placed(form):
        raise Invalid("x", where={"field": told})
    assert refusal.value.where["field"] == placed


def test_the_way_through_a_long_list():
    ways = record_fields.pages(RecordList({}, {}, 2, 3, 120), str)
    assert (ways["first"], ways["last"], ways["total"]) == (51, 100, 120)
    assert (ways["previous_url"], ways["next_url"]) == ("1", "3")
