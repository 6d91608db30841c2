"""On what owners of cases may be brought together."""

from bureau.rules.contacts import contact_grounds, contact_purposes
from bureau.rules.vocabulary import CaseKind


def test_a_bibob_file_and_a_joint_processing_never_reach_each_other():
    for row in contact_grounds():
        assert row.basis
        assert set(row.kinds) == set(row.reach)
        assert len(row.kinds) == 1
    asked = {kind for row in contact_grounds() for kind in row.kinds}
    assert asked == {CaseKind.SCREENING, CaseKind.PARTNERSHIP}


def test_a_purpose_is_a_closed_word_with_its_basis():
    assert all(row.basis and row.name.nl and row.name.en for row in contact_purposes())
