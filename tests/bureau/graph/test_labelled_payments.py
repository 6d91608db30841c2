"""Patterns on a made-up city whose laundering is labelled, and whose innocents are too."""

import csv
from datetime import date
from pathlib import Path

import pytest

from bureau.graph.values import Payment
from tests.bureau.graph.builders import outcome

ROOT = Path(__file__).parents[3]
FILE = ROOT / "../shared" / "data/c-transactions/amlgentex-seed0/transactions.csv"

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the labelled payments are not here")


@pytest.fixture(scope="module")
def labelled():
    with FILE.open(encoding="utf-8") as lines:
        rows = {f"T{i}": row for i, row in enumerate(csv.DictReader(lines))}
    payments = [
        Payment(
            name,
            row["nameOrig"],
            row["nameDest"],
            date.fromisoformat(row["date"]),
            None,
            int(row["amount"].replace(".", "")),
            "EUR",
        )
        for name, row in rows.items()
    ]
    return payments, rows


@pytest.mark.parametrize(
    ("pattern", "tried"), [("UB-01", 5067), ("UB-03", 1425), ("UB-04", 1296), ("UB-10", 2721)]
)
def test_sums_as_small_as_these_stay_below_every_default(labelled, pattern, tried):
    found = outcome(pattern, labelled[0])
    assert (found.hits, found.complete, found.subjects_tried) == ((), True, tried)
    assert found.left_out == {"no positive amount": 6}
