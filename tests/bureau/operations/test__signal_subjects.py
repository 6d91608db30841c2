"""The lines of a signal read as names and numbers, and written again."""

import pytest

from bureau.errors import Invalid
from bureau.operations._signal_subjects import compared, typed, written
from bureau.rules.vocabulary import EntityKind

LINES = "Belhuis Kompas B.V.; kvk 69599084\n\nJan Voorbeeld; BSN 999990019"


def test_what_is_typed_is_written_again():
    rows = typed(LINES, participant=True)
    assert rows[1] == {"name": "Jan Voorbeeld", "bsn": "999990019"}
    assert written(rows, masked=False)[1] == "Jan Voorbeeld; bsn 999990019"
    assert written(rows)[1].endswith("•019")


def test_a_company_is_compared_as_one():
    one, two = (compared(row) for row in typed(LINES, participant=True))
    assert (one.kind, two.kind) == (EntityKind.COMPANY, EntityKind.PERSON)
    assert one.identifiers == (("kvk", "69599084"),)


@pytest.mark.parametrize("line", ["; kvk 69599084", "Jan; kvk 1", "Jan; number", "  "])
def test_a_slip_is_told_beside_the_field(line):
    with pytest.raises(Invalid) as refused:
        typed(line, participant=True)
    assert refused.value.where["field"] == "subject"
