"""What cannot be written in the trail is not shown: every page fails closed."""

import pytest
from sqlalchemy.exc import OperationalError

from app.guard import OPEN
from bureau.trust import trail
from tests.walls import addresses, matrix, payloads
from tests.walls.test_matrix import APPLICANT, SILENT

pytestmark = pytest.mark.xdist_group("walls")

# These hand out what no record of the house holds, or tell of a work done before.
READERS = ("officer", "coordinator", "auditor", "care", "admin")
UNAVAILABLE = 503


def seen(gate):
    """Each address that is read, with the first of these readers who gets an answer there."""
    rows = {row.endpoint: row for row in matrix.read() if row.method == "GET"
            and row.relation in ("main", "-", "table")}  # fmt: skip
    for address in addresses.every(gate):
        endpoint = address.rule.endpoint
        if address.method != "GET" or endpoint in OPEN | SILENT | APPLICANT:
            continue
        row = rows.get(endpoint)
        reader = next((one for one in READERS if row and row.answers[one] == "200"), None)
        if reader:
            path, _ = matrix.prepared(gate, address, row)
            yield endpoint, reader, path + payloads.QUERIES.get(endpoint, "")


def test_no_page_is_shown_whose_line_of_the_trail_cannot_be_written(gate, monkeypatch, capsys):
    asked = [(endpoint, gate.fresh(reader), path) for endpoint, reader, path in seen(gate)]

    def full(session, notes):
        raise OperationalError("INSERT INTO event", {}, Exception("database or disk is full"))

    monkeypatch.setattr(trail, "_write", full)
    open_ones = []
    for endpoint, reader, path in asked:
        answer = reader.get(path)
        if answer.status_code != UNAVAILABLE:
            open_ones.append((endpoint, answer.status_code))
    with capsys.disabled():
        print(f"\nwithout a trail: {len(asked)} addresses asked, {len(open_ones)} showed anything")
    assert open_ones == []
    assert len(asked) > 100
