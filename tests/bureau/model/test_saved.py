"""A filter has one name for its owner."""

from bureau.model import SavedFilter


def test_a_name_is_used_once_by_one_person():
    [unique] = [each for each in SavedFilter.__table__.constraints if "uq_" in str(each.name)]
    assert [column.name for column in unique.columns] == ["user_id", "name"]
