"""The file of a partnership case is for who keeps it: a seat at its table has papers."""

import pytest

from bureau.errors import AccessDenied
from bureau.operations import deals, documents, financings, indicators, payments, ties
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE
INSIDE = (
    deals.list_deals,
    documents.list_documents,
    financings.read_financing,
    indicators.list_indicators,
    payments.largest_payments,
    payments.list_payments,
    ties.list_ties,
)


@pytest.mark.parametrize("read", INSIDE)
def test_a_seat_reads_no_facts_of_the_case_beside_its_table(work_of, actors, read):
    table = Table(work_of, actors)
    with table.by("coordinator") as work:
        read(work, table.case)
    for login in ("police", "tax", "mayor"):
        with pytest.raises(AccessDenied), table.by(login) as work:
            read(work, table.case)
