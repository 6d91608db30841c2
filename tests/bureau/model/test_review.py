"""What follows a decision belongs to one case."""

import pytest

from bureau.model import Appeal, DefaultNotice, DelayLetter, Objection


@pytest.mark.parametrize("table", [Appeal, DefaultNotice, DelayLetter, Objection])
def test_it_belongs_to_a_case_and_counts_its_versions(table):
    columns = table.__table__.c
    assert not columns.case_id.nullable
    assert not columns.version.nullable
