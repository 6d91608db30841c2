"""How long a file is kept."""

from datetime import date

import pytest

from bureau.rules.retention import Ended, kept, retention_classes

D = date.fromisoformat
TODAY = D("2026-11-29")


def days(ended):
    return {each.row.code: each.destroy_on.isoformat() for each in kept(ended, TODAY)}


@pytest.mark.parametrize(
    ("outcome", "code", "day"),
    [
        ("refuse", "REFUSED", "2031-04-01"),
        ("withdraw", "WITHDRAWN", "2027-04-01"),
        ("grant", "GRANTED", "2027-05-20"),
        ("not_treated", "ABORTED", "2027-05-20"),
        ("", "ABORTED", "2027-05-20"),
        ("no_deal", "NO_DEAL", "2031-04-01"),
    ],
)
def test_a_term_by_outcome(outcome, code, day):
    found = days(Ended(outcome, D("2026-05-20"), D("2026-04-01") if outcome else None))
    assert found == {code: day, "NOTES": "2026-11-20"}


def test_a_dispute_lengthens_and_never_shortens():
    long = Ended("withdraw", D("2028-05-20"), D("2026-04-01"), D("2028-01-10"))
    assert days(long)["DISPUTE"] == "2033-01-10"
    assert "WITHDRAWN" not in days(long)


def test_every_row_of_the_list_is_marked_as_general_knowledge():
    rows = [row for row in retention_classes() if row.listed]
    assert {row.mark.value for row in rows} == {"M"}
