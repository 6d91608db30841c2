import pytest

from bureau.graph.patterns.packaging import FEATURES
from bureau.rules.records import record_kinds
from tests.bureau.graph.builders import outcome
from tests.bureau.graph.patterns.planted import packaging


def test_the_closed_list_is_that_of_the_records():
    (row,) = (row for row in record_kinds() if row.code == "cash_held")
    assert {choice.code for choice in row.field("features").choices} == FEATURES


def test_two_features_of_the_list_are_found():
    (hit,) = outcome("UB-18", **packaging()).hits
    assert hit.subjects == ("ann", "flat")
    assert hit.evidence == ("found",)
    assert hit.metrics == {
        "currency": "EUR",
        "features": 2,
        "which": "double_bundled, elastic_bundles",
        "cash": "42000.00",
    }


@pytest.mark.parametrize(
    "features",
    [("elastic_bundles",), ("elastic_bundles", "elastic_bundles"), ("elastic_bundles", "envelope")],
)
def test_a_shop_float_in_elastic_bands_is_not_accused(features):
    assert outcome("UB-18", **packaging(*features)).hits == ()
