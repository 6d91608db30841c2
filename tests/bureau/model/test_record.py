"""Records carry source, grade, period and handling code; none of them judges a person."""

from bureau.model import Record, RecordParty

FORBIDDEN = {"nationality", "origin", "birthplace", "neighbourhood", "score"}


def test_every_record_carries_its_source_its_period_and_how_far_it_may_go():
    columns = {column.name for column in Record.__table__.columns}
    assert {"learnt_from_id", "credibility", "valid_from", "valid_to", "handling"} <= columns
    assert not columns & FORBIDDEN


def test_a_role_in_a_record_is_taken_once():
    [unique] = [each for each in RecordParty.__table__.constraints if "role" in str(each.name)]
    assert {column.name for column in unique.columns} == {"record_id", "role"}


def test_all_that_the_fields_say_can_be_searched():
    record = Record(fields={"place": "Havermonde", "denominations": {"500": 3}})
    assert "Havermonde" in record.said
    assert "500" in record.said
