from bureau.graph.patterns import PATTERNS
from reports.assembly.measured import NAMES
from reports.assembly.measured_settlement import AMOUNTS, SHARES
from tests.bureau.graph.builders import outcome
from tests.bureau.graph.patterns.test_bulk_settlement import twice
from tests.bureau.graph.patterns.test_commission import services
from tests.bureau.graph.patterns.test_netting_group import circle
from tests.bureau.graph.patterns.test_rotation import turned

FOUND = {"UB-02": circle(), "UB-07": services([0.03] * 5), "UB-09": twice(), "UB-25": turned()}


def test_every_measurement_of_these_patterns_has_words():
    for pattern, rows in FOUND.items():
        (hit,) = outcome(pattern, rows).hits
        assert set(hit.metrics) - {"currency"} <= set(NAMES)
    assert {"UB-05", "UB-06"} < set(PATTERNS)


def test_what_is_an_amount_is_no_share():
    assert set(AMOUNTS).isdisjoint(SHARES)
