"""Every cell of the matrix is as it was reviewed, and the trail tells of each."""

import pytest

from app.guard import OPEN
from bureau.model import Outcome
from tests.walls import addresses, matrix, people
from tests.walls.visiting import turns

pytestmark = pytest.mark.xdist_group("walls")

EVERY_METHOD = {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"}
ROWS = {row.key: row for row in matrix.read()}
PLACES = {key: place for place, key in enumerate(sorted(ROWS))}
ENDPOINTS = sorted({endpoint for endpoint, _, _ in ROWS})
# Addresses that show nothing of any record: nothing is read, so nothing is told.
SILENT = {
    "areas.take_boundaries",
    "copies.trace",
    "help.show",
    "mandates.add_mandate",
    "portfolios.map_columns",
    "row_mappings.map_rows",
    "cases.show_task",
    "api.compute_term",
    "api.weigh_options",
    "cases.open_screening",
    "cases.open_partnership",
    "support.open_file",
    "signs.give_sign",
    "session.sign_in",
    "tree.verify",
    "tree.trust_witness",
    "tree.take_signed",
}
STRANGERS = ("outsider", "nobody")
REFUSALS = ("404", "401")
LEAST = 5_000  # cells that every run asks
APPLICANT = {endpoint for endpoint in ENDPOINTS if endpoint.startswith("applicant.")}


def test_no_row_is_missing_and_none_is_superfluous(gate):
    wanted = matrix.keys_of(gate)
    assert sorted(wanted - set(ROWS)) == []
    assert sorted(set(ROWS) - wanted) == []


def test_the_size_of_the_matrix_is_shown(capsys):
    cells = [answer for row in ROWS.values() for answer in row.answers.values()]
    some = sum(len(asked(row)) for row in ROWS.values())
    with capsys.disabled():
        refused = sum(answer in REFUSALS for answer in cells)
        print(f"\nmatrix: {len(ROWS)} rows, {len(cells)} cells, {refused} refused, {some} asked")
    assert some > LEAST
    assert not [answer for answer in cells if answer.startswith("5")]


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_cell_is_as_reviewed_and_stands_in_the_trail(gate, endpoint):
    wrong = []
    for address in [one for one in addresses.every(gate) if one.rule.endpoint == endpoint]:
        for relation in matrix.relations(address):
            row = ROWS[(endpoint, address.method, relation)]
            path, given = matrix.prepared(gate, address, row)
            for login in asked(row):
                answer, events = matrix.ask(gate, login, address, path, given)
                wrong += judged(row, login, answer, events)
    assert wrong == []


def asked(row):
    """Who asks: strangers, and of those let in and of those refused some, each in their turn.

    Every row is asked, the house's own by the person of whom its form is too; all people ask all
    rows where BUREAU_THOROUGH is set (see `turns`).
    """
    refused = [login for login in people.COLUMNS if row.answers[login] in REFUSALS]
    let_in = [login for login in people.COLUMNS if login not in refused]
    turn = PLACES[row.key]
    some = {*turns(refused, turn, of=10), *turns(let_in, turn, of=3), *STRANGERS, row.by}
    return [login for login in people.COLUMNS if login in some]


def judged(row, login, answer, events):
    """What is wrong with one answer and with what the trail says of it."""
    place = f"{row.endpoint} {row.method} {row.relation} {login}"
    if answer != row.answers[login]:
        yield f"{place}: {answer}, reviewed {row.answers[login]}"
    # Behind the door of applicants everybody of the house is a stranger, who is not told of.
    if login in ("nobody", "disabled") or row.endpoint in OPEN or row.endpoint in APPLICANT:
        return
    if int(answer) < matrix.REFUSED and row.endpoint not in SILENT:
        if not [each for each in events if told(each)]:
            yield f"{place}: done, but the trail does not say so"
    if answer == "404" and row.endpoint not in OPEN:
        if not [each for each in events if each.outcome is Outcome.REFUSED and told(each)]:
            yield f"{place}: refused, but the trail does not say so"


def told(event):
    """Whether a line says who acted, for which organisation and what for."""
    return event.actor_id and event.organisation_id and event.purpose


def test_methods_that_an_address_does_not_take_are_refused(gate, capsys):
    asked, wrong, known = 0, [], {}
    for rule in gate.app.url_map.iter_rules():
        known.setdefault(rule.rule, []).append(rule)
    for rules in known.values():
        taken = set().union(*(rule.methods for rule in rules))
        address = addresses.Address(rules[0], min(rules[0].methods - {"HEAD", "OPTIONS"}))
        path = addresses.written(gate, address, addresses.first(gate, "main", address))
        for method in sorted(EVERY_METHOD - taken):
            for login in ("officer", "admin", "nobody"):
                answer = gate.fresh(login).open(path, method=method)
                asked += 1
                if answer.status_code != 405:
                    wrong.append((method, path, login, answer.status_code))
    with capsys.disabled():
        print(f"\nmethods: {asked} requests of a kind not taken, {len(wrong)} answered otherwise")
    assert wrong == []
    assert asked > 500
