import pytest

from bureau.rules.vocabulary import RecordKind, TieKind
from tests.bureau.graph.builders import outcome, record, tie
from tests.bureau.graph.patterns.planted import NOT_FOUND, OFFER, shared_attribute


def found(**changed):
    return outcome("UB-22", **{**shared_attribute(), **changed}).hits


def test_whoever_shares_a_rare_phone_with_an_established_agent_is_found():
    (hit,) = found()
    assert hit.subjects == ("shop", "remit", "tel")
    assert set(hit.evidence) == {
        "shop-uses-tel-2024-01-01",
        "remit-uses-tel-2024-01-01",
        "offer",
        "lookup",
    }
    assert hit.metrics == {"rarity": "3.43", "holders": 2, "parties": 62, "overlap": "known"}


@pytest.mark.parametrize(
    ("case", "hits"),
    [
        (shared_attribute(bystanders=39), 1),  # ln(41 / 2) = 3.02
        (shared_attribute(bystanders=38), 0),  # ln(40 / 2) = 2.996
        (shared_attribute(bystanders=200, sharing=8), 7),
        (shared_attribute(bystanders=200, sharing=9), 0),
    ],
)
def test_only_what_is_rare_counts(case, hits):
    assert len(outcome("UB-22", **case).hits) == hits


def test_a_business_centre_with_many_firms_is_not_accused():
    assert outcome("UB-22", **shared_attribute(sharing=40)).hits == ()


def test_the_previous_user_of_a_number_is_not_accused():
    first, then = (
        tie(n, TieKind.USES, "tel", **w) for n, w in zip(("remit", "shop"), WHEN, strict=True)
    )
    assert found(edges=(first, then)) == ()
    unknown = tie("shop", TieKind.USES, "tel")
    (hit,) = found(edges=(first, unknown))
    assert hit.metrics["overlap"] == "not_excluded"


WHEN = ({"on": "2020", "valid_to": "2023-11"}, {"on": "2023-12-01"})


def looked(day=20, **fields):
    return record(RecordKind.REGISTER_SNAPSHOT, day, who="remit", fields={**NOT_FOUND, **fields})


def seen(code, *, licensed):
    fields = {"code": code, "licensed": licensed}
    return record(RecordKind.OBSERVATION, 5, premises="unit", company="remit", fields=fields)


def offered(service="money_transfer"):
    return record(RecordKind.SERVICE_OFFERED, 10, who="remit", fields={**OFFER, "service": service})


@pytest.mark.parametrize(
    ("records", "hits"),
    [
        ((offered(), looked()), 1),
        ((offered(),), 0),  # nobody looked in the register
        ((looked(),), 0),  # not in the register, and nothing on offer
        ((offered("exchange"), looked()), 0),
        ((offered(), looked(licence="credit")), 0),
        ((offered(), looked(day=376)), 0),  # more than a year apart
        ((offered(), looked(), looked(day=0, found=True)), 0),  # found with a licence
        ((offered(), seen("currency_lists", licensed=False)), 1),
        ((offered(), seen("currency_lists", licensed=True)), 0),
        ((offered(), seen("heavy_door", licensed=False)), 0),
    ],
)
def test_only_what_is_established_makes_an_agent_known(records, hits):
    assert len(found(records=records)) == hits


def test_nobody_is_looked_at_beyond_one_step():
    case = shared_attribute()
    other = (tie("shop", TieKind.USES, "tel2"), tie("other1", TieKind.USES, "tel2"))
    assert len(found(edges=(*case["edges"], *other))) == 1
