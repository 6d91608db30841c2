"""The table of records: every kind that patterns read, and refusals that name kind and field."""

from datetime import date

import pytest

from bureau.errors import Invalid
from bureau.rules import records
from bureau.rules.record_values import FieldType
from bureau.rules.records import Asked
from bureau.rules.vocabulary import EntityKind, RecordKind

DAY = date(2026, 3, 2)
DEPOSIT = records.record_kind("deposit")
HAND_OVER = records.record_kind(RecordKind.HAND_OVER)


def test_every_kind_of_record_has_one_row_with_words_in_both_languages():
    rows = records.record_kinds()
    assert sorted(rows.codes()) == sorted(RecordKind)
    assert len(rows.rows) == len(RecordKind)
    for row in rows:
        told = (row.name, row.help, *(part.text for part in (*row.roles, *row.fields)))
        assert all(text.nl and text.en for text in told)
        names = [part.name for part in (*row.roles, *row.fields)]
        assert len(names) == len(set(names))


def test_choices_stand_with_closed_fields_only():
    fields = [field for row in records.record_kinds() for field in row.fields]
    closed = (FieldType.CHOICE, FieldType.CHOICES)
    assert all(bool(field.choices) is (field.type in closed) for field in fields)


def test_nothing_is_asked_of_nationality_descent_or_faith():
    names = {field.name for row in records.record_kinds() for field in row.fields}
    assert not {n for n in names if n.startswith(("nation", "ethnic", "religi", "descent"))}


def test_parties_fill_the_roles_of_the_kind():
    records.check_parties(DEPOSIT, [("account", EntityKind.ACCOUNT)])
    records.check_parties(HAND_OVER, [("giver", EntityKind.PERSON), ("taker", EntityKind.COMPANY)])


@pytest.mark.parametrize(
    ("parties", "field"),
    [
        ([], "account"),
        ([("account", EntityKind.PERSON)], "account"),
        ([("account", EntityKind.ACCOUNT)] * 2, "account"),
        ([("account", EntityKind.ACCOUNT), ("courier", EntityKind.PERSON)], "courier"),
    ],
)
def test_a_role_left_open_filled_wrongly_or_unknown_is_refused(parties, field):
    with pytest.raises(Invalid) as refusal:
        records.check_parties(DEPOSIT, parties)
    assert refusal.value.where == {"kind": "deposit", "field": field}
    assert refusal.value.hint


@pytest.mark.parametrize(
    ("kind", "terms", "field"),
    [
        ("deposit", (None, None, None, 100), "on"),
        ("deposit", (DAY, None, None, None), "amount"),
        ("deposit", (DAY, DAY, None, 100), "until"),
        ("deposit", (DAY, None, 86_400, 100), "seconds"),
        ("deposit", (DAY, None, None, -1), "amount"),
        ("income", (DAY, date(2026, 1, 1), None, 100), "until"),
        ("takings", (DAY, None, 60, 100), "seconds"),
        ("message", (DAY, None, 60, 100), "amount"),
    ],
)
def test_days_moments_and_amounts_are_those_that_the_kind_asks(kind, terms, field):
    with pytest.raises(Invalid) as refusal:
        records.check_terms(records.record_kind(kind), *terms)
    assert refusal.value.where == {"kind": kind, "field": field}
    assert refusal.value.hint


def test_what_is_asked_may_be_said():
    assert DEPOSIT.amount is Asked.NEEDED
    records.check_terms(DEPOSIT, DAY, None, 3_600, 990_000)
    records.check_terms(records.record_kind("capacity"), None, None, None, None)


def test_fields_are_kept_plain_and_empty_ones_left_out():
    kept = records.checked_fields(
        DEPOSIT,
        {"denominations": "50 x 12, 500x3", "place": " Havermonde ", "latitude": ""},
    )
    assert kept == {"place": "Havermonde", "denominations": {"500": 3, "50": 12}}


@pytest.mark.parametrize(
    ("kind", "given", "field"),
    [
        ("deposit", {"colour": "red"}, "colour"),
        ("deposit", {"latitude": "51,92"}, "latitude"),
        ("observation", {}, "code"),
        ("observation", {"code": "nervous"}, "code"),
        ("turnover", {"cash_share": "1.5"}, "cash_share"),
        ("exchange_rate", {"currency": "euro", "rate": "1"}, "currency"),
    ],
)
def test_a_field_that_is_unknown_missing_or_unreadable_is_named(kind, given, field):
    with pytest.raises(Invalid) as refusal:
        records.checked_fields(records.record_kind(kind), given)
    assert refusal.value.where == {"kind": kind, "field": field}
    assert refusal.value.hint


def test_an_unknown_kind_is_refused_with_the_ones_there_are():
    with pytest.raises(Invalid, match="no kind of record") as refusal:
        records.record_kind("rumour")
    assert "deposit" in refusal.value.hint


def test_a_chosen_value_has_its_word():
    code = records.record_kind("observation").field("code")
    assert code.word("no_stock").en == "no stock"
    assert code.word("gone").nl == "gone"
