"""Rows of what is taken out: those that are empty are none, and a wrong number is told later."""

from uuid import UUID

from app.forms.redacting import rows, taken
from reports.values.redaction import Area, Taken

LEASE = UUID(int=3)


def test_rows_are_read_and_empty_ones_passed_over():
    sent = {
        "out:words:0": " Zonneveld ",
        "out:words-rule:0": "A",
        "out:words-reason:0": "why",
        "out:words:1": "",
        "out:words-rule:1": "A",
        "out:document:0": str(LEASE),
        "out:page:0": "2",
        "out:left:0": "0",
        "out:top:0": "x",
        "out:width:0": "100",
        "out:height:0": "50",
        "out:area-rule:0": "B",
        "out:document:1": "nonsense",
    }
    words, area = taken(sent)
    assert words == Taken("A", "why", "Zonneveld")
    assert area == Taken("B", "", document=LEASE, area=Area(2, 0, -1, 100, 50))
    assert rows((words, area), areas=True) == [area, None, None]
