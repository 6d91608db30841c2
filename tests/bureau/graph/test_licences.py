import pytest

from bureau.graph.ledger import second
from bureau.graph.licences import CASH_TRADES, licensed, looked_up, unlicensed
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import START, company, record

BEGIN = second(START)


def scene(*records, hub=None):
    return stage(CaseEvidence(nodes=(company("shop", hub=hub),), records=records))


def looked(day=0, until=None, name="looked", **fields):
    return record(
        RecordKind.REGISTER_SNAPSHOT, day, until=until, who="shop", name=name, fields=fields
    )


@pytest.mark.parametrize(
    ("record_", "kinds", "valid"),
    [
        (looked(found=True, licence="payment_service"), None, True),
        (looked(found=True, licence="electronic_money"), None, True),
        (looked(found=True, licence="exchange"), None, False),
        (looked(found=True, licence="exchange"), CASH_TRADES, True),
        (looked(found=True), None, True),
        (looked(found=False, licence="payment_service"), None, False),
        (looked(-9, until=-1, found=True), None, False),
        (looked(1, found=True), None, False),
    ],
)
def test_a_licence_counts_while_it_is_valid(record_, kinds, valid):
    said = () if kinds is None else (kinds,)
    assert (licensed(scene(record_), "shop", BEGIN, BEGIN, *said) is not None) is valid
    assert licensed(scene(record_), "other", BEGIN, BEGIN) is None


def test_a_look_up_that_found_nothing_is_told():
    missing = looked(found=False, licence="payment_service")
    assert looked_up(scene(missing), "shop") == missing
    assert looked_up(scene(looked(found=False, licence="credit")), "shop") is None


def test_a_hub_is_never_called_unlicensed():
    offer = record(
        RecordKind.SERVICE_OFFERED,
        3,
        who="shop",
        name="offer",
        fields={"service": "money_transfer"},
    )
    missing = looked(found=False, licence="payment_service")
    (established,) = unlicensed(scene(offer, missing)).values()
    assert [event.id for event in established] == ["offer", "looked"]
    assert unlicensed(scene(offer, missing, hub="bank")) == {}
