"""Nothing leaves as a file without counting against the quota of whoever takes it."""

import inspect

import pytest

from bureau.rules.event_groups import OUTTAKES
from tests.walls import addresses, matrix
from tests.walls.visiting import BASE

pytestmark = pytest.mark.xdist_group("walls")

# How a page can answer with a file: only those that use one of these are asked.
FILES = ("file_of", "handed_out", "Response(", "send_file", "make_response", "_csv(")
SHOWN = {"text/html", "image/png", "image/svg+xml", "application/json"}
# What holds nothing of a file: a point of the tree, references with days, counts of the server. And
# what nobody may be kept from reading: that a dossier was corrected or is recalled.
FREE = {"tree.request_file", "calendars.read", "health.metrics", "static", "received.take_notice"}
# The world of the walls has no two versions, no minutes and no consent: tried where named.
ELSEWHERE = {
    "comparisons.compared_file": "tests/reports/test_versions.py",
    "minutes.print_minutes": "tests/bureau/operations/test_minutes_papers.py",
    "support_figures.export_one": "tests/bureau/operations/test_support_figures.py",
}


def files(gate):
    """The endpoints that can answer with a file, and those that always do."""
    known = {
        name: inspect.getsource(inspect.unwrap(view))
        for name, view in gate.app.view_functions.items()
        if view.__module__.startswith("app.")
    }
    near = {name for name, text in known.items() if any(way in text for way in FILES)}
    return near, {name for name in near if "file_of(" in known[name]}


def taken(answer):
    """Whether an answer is a file to keep: it is named, or of a kind that no page shows."""
    named = answer.headers.get("Content-Disposition", "")
    return answer.status_code == 200 and bool(named or answer.mimetype not in SHOWN)


def test_every_address_that_answers_with_a_file_counts(gate):
    wrong, found = [], set()
    near, must = files(gate)
    rows = {row.key: row for row in matrix.read()}
    for address in addresses.every(gate):
        endpoint, relation = address.rule.endpoint, matrix.relations(address)[0]
        if address.method != "GET" or endpoint not in near - FREE:
            continue
        answers = rows[(endpoint, "GET", relation)].answers
        login = next((who for who, told in answers.items() if told == "200"), "officer")
        path = addresses.written(gate, address, addresses.first(gate, "main", address))
        before = gate.last_event()
        if taken(gate.fresh(login).get(path, base_url=BASE)):
            found.add(endpoint)
            if not [one for one in gate.events_since(before) if one.kind in OUTTAKES]:
                wrong.append(endpoint)
    assert wrong == []
    assert must - found - FREE == set(ELSEWHERE)
    assert len(found) >= len(must) // 2
