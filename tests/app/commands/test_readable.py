"""What a person reads where no JSON was asked for."""

import pytest

from app.commands.readable import lines


def test_names_and_values_stand_below_each_other():
    told = {
        "case": "SCR-1",
        "due_on": None,
        "open": True,
        "count": 0,
        "share": 0.123456,
        "parties": [{"name": "A", "roles": ["R01", "R02"]}, {"name": "B", "roles": []}],
    }
    assert list(lines(told)) == [
        "case: SCR-1",
        "due on: -",
        "open: yes",
        "count: 0",
        "share: 0.1235",
        "parties:",
        "  - name: A",
        "    roles:",
        "      - R01",
        "      - R02",
        "  - name: B",
        "    roles: -",
    ]


@pytest.mark.parametrize(
    ("answer", "shown"), [([], []), ({}, []), ("a\nb", ["a b"]), ([0, {}], ["- 0", "- -"])]
)
def test_little_is_said_of_little(answer, shown):
    assert list(lines(answer)) == shown
