"""A mapping in a file."""

import json

import pytest

from bureau.errors import Invalid
from bureau.formats.mapping_json import read


def encoded(**body):
    return json.dumps(body).encode()


def test_a_mapping_is_read_and_days_are_iso_unless_it_says_otherwise():
    found = read(encoded(columns={"scope": "=SC02"}))
    assert (found.columns, found.words, found.dates) == ({"scope": "=SC02"}, {}, "iso")


@pytest.mark.parametrize("body", [{"columns": []}, {"words": {"a": 1}}, {"dates": 1}, {"x": 1}])
def test_what_is_no_mapping_is_refused_with_its_path(body):
    with pytest.raises(Invalid) as refused:
        read(encoded(**body))
    assert refused.value.where["path"] == next(iter(body))
