"""The fields that a mapping may name."""

import pytest

from bureau.errors import Invalid
from bureau.operations._row_fields import check_header, made_kinds, row_fields


@pytest.mark.parametrize("makes", made_kinds())
def test_what_is_needed_can_be_named_and_every_name_once(makes):
    known = row_fields(makes)
    assert set(known.needed) <= set(known.names)
    assert len(known.names) == len(set(known.names))


def test_an_unknown_kind_and_a_column_that_is_not_there_are_refused():
    with pytest.raises(Invalid):
        row_fields("ship")
    check_header({"from": "A", "kind": "=owns"}, ("A",), "=")
    with pytest.raises(Invalid) as refused:
        check_header({"from": "B"}, ("A",), "=")
    assert "A" in str(refused.value.hint) or "A" in str(refused.value.params)
