"""Money and things on their pages: each kind has its form, what is recorded is listed by kind."""

import pytest

from bureau.operations import parties
from bureau.operations.sources import Learnt
from bureau.rules.records import record_kinds
from bureau.rules.vocabulary import EntityKind
from tests.app.views.reading import address, only_version, text, words


@pytest.fixture
def path(road):
    return f"/cases/{road.id}/records"


@pytest.fixture
def told(road):
    return {"source": str(road.source), "credibility": "2", "handling": "H0"}


@pytest.fixture
def account(road):
    with road.by("officer") as work:
        kept = parties.record_account(
            work, road.id, Learnt(road.source), number="NL20BURO0123456789"
        )
        return str(kept.id)


@pytest.fixture
def deposit(told, account):
    return {
        **told,
        "who_account": account,
        "on": "2026-01-10",
        "time": "14:30",
        "amount": "9900.00",
        "currency": "EUR",
        "said_place": "Havermonde",
        "said_denominations": "500 x 19, 50 x 8",
    }


@pytest.mark.parametrize("row", list(record_kinds()), ids=lambda row: row.code)
def test_every_kind_has_a_form_with_all_that_the_table_asks(officer, road, path, row):
    page = text(officer.get(f"{path}/new/{row.code}"))
    names = [f"who_{role.name}" for role in row.roles]
    names += [f"said_{field.name}" for field in row.fields]
    assert [name for name in names if f'name="{name}"' not in page] == []


def test_a_deposit_is_recorded_listed_corrected_ended_and_withdrawn(officer, path, deposit):
    assert "Nog niets vastgelegd" in words(officer.get(path))
    assert officer.send(f"{path}/new/deposit", deposit).status_code == 302
    page = officer.get(path)
    for said in ("9.900,00", "14:30", "19 × 500", "NL20BURO0123456789", "H0 vrij binnen het doel"):
        assert said in words(page)
    change = address(text(page), "/records/[0-9a-f]{8}")
    form = text(officer.get(change))
    assert 'value="500 x 19, 50 x 8"' in form
    shown = only_version(form)
    new = {**deposit, "version": shown, "amount": "8800.00"}
    assert officer.send(change, new).status_code == 302
    assert officer.send(change, new).status_code == 409
    assert "8.800,00" in words(officer.get(f"{path}?kind=deposit"))
    for act, more in (("end", {"last_day": "2026-02-01"}), ("withdraw", {})):
        version = only_version(text(officer.get(f"{change}/{act}")))
        said = {"version": version, "reason": "andere rekening", **more}
        assert officer.send(f"{change}/{act}", {"version": version}).status_code == 422
        assert officer.send(f"{change}/{act}", said).status_code == 302
    assert "ingetrokken andere rekening" in words(officer.get(path))
    assert officer.send(f"{change}/withdraw", said).status_code in (409, 422)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"amount": "veel"}, "amount"),
        ({"time": "25:00"}, "time"),
        ({"said_denominations": "stapel"}, "said_denominations"),
        ({"said_latitude": "noord"}, "said_latitude"),
        ({"on": ""}, "on"),
        ({"who_account": ""}, "who_account"),
    ],
)
def test_what_cannot_be_stands_beside_its_field_with_the_remedy(
    officer, path, deposit, wrong, field
):
    answer = officer.send(f"{path}/new/deposit", {**deposit, **wrong})
    assert answer.status_code == 422
    assert field == "amount" or f'id="{field}-errors"' in text(answer)
    assert "Nog niets vastgelegd" in words(officer.get(path))


def test_closed_lists_and_parties_are_chosen_and_shown_in_words(officer, road, path, told):
    with road.by("officer") as work:
        loods = parties.record_property(work, road.id, Learnt(road.source), name="Loods 4").id
        parties.record_thing(work, road.id, Learnt(road.source), EntityKind.PHONE, name="tel")
    seen = {**told, "who_premises": str(loods), "on": "2026-01-10", "said_code": "no_stock"}
    assert officer.send(f"{path}/new/observation", seen).status_code == 302
    open_ = {
        **told,
        "who_premises": str(loods),
        "said_units": "40",
        "said_open_days": ["mon", "sat"],
        "said_price_per_unit": "12.50",
    }
    assert officer.send(f"{path}/new/capacity", open_).status_code == 302
    page = words(officer.get(path))
    for said in ("geen voorraad", "maandag, zaterdag", "12,5", "Loods 4"):
        assert said in page
    mine = words(officer.get(f"{path}?party={loods}"))
    assert "Alleen met Loods 4 als partij" in mine


def test_a_kind_that_is_not_there_answers_like_nothing(officer, path):
    assert officer.get(f"{path}/new/rumour").status_code == 404
    assert officer.get(f"{path}?kind=rumour&page=x").status_code == 200
