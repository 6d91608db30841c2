"""A profile of an area refers to no case and to no party."""

from bureau.model import Area, AreaEntry, AreaPast


def test_nothing_leads_from_an_area_to_a_case():
    for table in (Area, AreaEntry, AreaPast):
        targets = {key.column.table.name for key in table.__table__.foreign_keys}
        assert targets <= {"organisation", "user", "area"}
