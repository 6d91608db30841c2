"""Ties and money as they are kept: whole cents, exact shares, a source for each."""

from sqlalchemy import BigInteger, Integer

from bureau.model import Base


def test_money_is_kept_in_whole_minor_units():
    amounts = [
        column
        for table in Base.metadata.tables.values()
        for column in table.columns
        if column.name.endswith("_minor")
    ]
    assert len(amounts) >= 8
    assert all(isinstance(column.type, BigInteger | Integer) for column in amounts)


def test_every_tie_deal_and_payment_has_a_source():
    for name in (
        "tie",
        "payment",
        "loan",
        "sale",
        "mortgage",
        "lease",
        "works_permit",
        "statement",
    ):
        assert not Base.metadata.tables[name].c.learnt_from_id.nullable
