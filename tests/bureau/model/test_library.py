"""A condition of a municipality is followed by versions, each with who, when and why."""

from bureau.model import OwnCondition


def test_a_version_keeps_its_number_its_reason_and_whether_it_is_proposed():
    columns = {column.name for column in OwnCondition.__table__.columns}
    assert {"code", "number", "reason", "withdrawn", "by_id", "at"} <= columns
