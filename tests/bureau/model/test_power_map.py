"""An entry of the map has a number of its own: what was written before stays."""

from bureau.model import PowerEntry


def test_a_party_has_one_entry_of_each_number_about_a_subject():
    kept = [sorted(c.name for c in each.columns) for each in PowerEntry.__table__.constraints]
    assert ["agreement_id", "number", "organisation_id", "subject"] in kept
    assert not PowerEntry.__table__.c.reason.nullable
