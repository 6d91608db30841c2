"""Which numbers say who somebody is."""

from datetime import date

import pytest

from bureau.rules.related import same_by, tells
from bureau.rules.vocabulary import EntityKind

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("scheme", "kind", "number", "known"),
    [
        ("kvk", EntityKind.COMPANY, "69599084", True),
        ("kvk", EntityKind.PERSON, "69599084", False),
        ("kvk", EntityKind.COMPANY, "99999999", False),
        ("bsn", EntityKind.PERSON, "123456782", False),
        ("foreign", EntityKind.COMPANY, "HRB 1001", False),
    ],
)
def test_a_number_tells_who_it_is_only_of_its_kind_and_never_as_a_placeholder(
    scheme, kind, number, known
):
    assert tells(scheme, kind, number, DAY) is known


def test_every_number_names_its_legal_basis():
    assert all(row.basis and row.notices for row in same_by())
