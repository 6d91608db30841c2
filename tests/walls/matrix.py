"""The matrix: every address, method, person and relation, with the answer each must get.

`python -m tests.walls.matrix --write` writes matrix.csv anew, so that a reviewer can read the
difference; `python -m tests.walls.matrix` says what differs now. With the beginning of endpoints
(`interventions. measures.`) only their rows are looked at.
"""

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.guard import guard_of
from bureau import keys, policy
from bureau.store import open_store
from tests.conftest import migrate
from tests.walls import addresses, payloads, people, visiting, world
from tests.walls.addresses import Address
from tests.walls.gate import Gate, standing

FILE = Path(__file__).with_name("matrix.csv")
HEAD = ("endpoint", "method", "relation", "stage", "by")
RELATIONS = ("main", "away", "absent", "swapped")
TABLE = "table"  # an address of any case, tried on a partnership case too
AT_THE_TABLE = "main.planned"
REFUSED = 400
# Who may collect the form of a page, in the order in which they are asked.
COLLECTORS = (
    *("officer", "second", "mayor", "coordinator", "police"),
    *("care", "helper", "auditor", "admin", "nobody"),
)
SUPPORT = ("care", "helper")


@dataclass
class Row:
    """One address under one relation: in which file, by whose form, and what each person gets."""

    endpoint: str
    method: str
    relation: str
    stage: str
    by: str
    answers: dict[str, str]

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.endpoint, self.method, self.relation)


def read() -> list[Row]:
    """The matrix as it was reviewed."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            Row(*(line[name] for name in HEAD), {name: line[name] for name in people.COLUMNS})
            for line in csv.DictReader(file)
        ]


def write(rows: list[Row]) -> None:
    """Put the matrix into its file, in the order of the alphabet."""
    with FILE.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow((*HEAD, *people.COLUMNS))
        for row in sorted(rows, key=lambda one: one.key):
            out.writerow(
                (*row.key, row.stage, row.by, *(row.answers[name] for name in people.COLUMNS))
            )


def keys_of(gate: Gate) -> set[tuple[str, str, str]]:
    """The rows that there must be: every address under every relation that it can have."""
    return {
        (one.rule.endpoint, one.method, relation)
        for one in addresses.every(gate)
        for relation in relations(one)
    }


def relations(address: Address) -> tuple[str, ...]:
    """One relation where nothing is named; own, foreign, absent and mixed where records are."""
    named = [name for name in address.asks if name.endswith("_id") and name != "edge_id"]
    if named == ["case_id"] and not {"edge_id", "code"} & set(address.asks):
        return (*RELATIONS[:3], TABLE)
    return RELATIONS if len(named) > 1 else RELATIONS[:3] if named else ("-",)


def observe(gate: Gate, address: Address, row: Row) -> dict[str, str]:
    """What everybody gets at this address now."""
    path, given = prepared(gate, address, row)
    return {login: ask(gate, login, address, path, given)[0] for login in people.COLUMNS}


def ask(
    gate: Gate, login: str, address: Address, path: str, given: dict[str, Any]
) -> tuple[str, list[Any]]:
    """The status one person gets, and what the trail says of it; then all is as before."""
    before = gate.last_event()
    answer = payloads.hand_in(gate.fresh(login), address, path, given)
    events = gate.events_since(before)
    if address.method != "GET" and answer.status_code < REFUSED:
        gate.reset()
    return str(answer.status_code), events


def prepared(gate: Gate, address: Address, row: Row) -> tuple[str, dict[str, Any]]:
    """The path of a row, and what is handed in there."""
    values = dict(_values(gate, address, "main" if row.relation != "away" else "away", row.stage))
    path = addresses.written(gate, address, values)
    given = _collected(gate, address, row.by, path)
    if row.relation == TABLE:
        at_the_table = {**values, "case_id": gate.world.stages[AT_THE_TABLE]}
        path = addresses.written(gate, address, at_the_table)
    if row.relation == "absent":
        path = addresses.written(gate, address, addresses.absent(address, values))
    if row.relation == "swapped":
        foreign = addresses.first(gate, "away", address)
        mixed = {**values, **{k: v for k, v in foreign.items() if k not in ("case_id", "file_id")}}
        path = addresses.written(gate, address, mixed)
    return path, given


def _collected(gate: Gate, address: Address, by: str, path: str) -> dict[str, Any]:
    """The form that one person's page gives there; asked once, as long as nothing changed."""
    key = (by, address.name, path)
    if key not in gate.collected:
        known = gate.pages.setdefault(by, {})
        found = payloads.collect(gate.fresh(by), address, path, known) or {"form": {}}
        gate.collected[key] = found
    return gate.collected[key]


def _values(gate: Gate, address: Address, side: str, stage: str) -> dict[str, object]:
    if stage == "-":
        return {}
    return dict(
        next(values for name, values in addresses.stages(gate, side, address) if name == stage)
    )


def chosen(gate: Gate, address: Address, relation: str) -> Row:
    """In which file, and by whose form, an address is tried: the first that lets somebody in."""
    side = "away" if relation == "away" else "main"
    needed = guard_of(gate.app, address.rule.endpoint)
    if needed and needed.applicant:  # whoever is of the house, there is no form to collect here
        stage = next(addresses.stages(gate, side, address))[0] if address.asks else "-"
        return Row(address.rule.endpoint, address.method, relation, stage, "officer", {})
    best = (999, "-", "nobody")
    for stage, values in addresses.stages(gate, side, address) if address.asks else [("-", {})]:
        path = addresses.written(gate, address, values)
        for login in _collectors(gate, address, side):
            given = payloads.collect(gate.fresh(login), address, path)
            if given is None:
                continue
            status = int(ask(gate, login, address, path, given)[0])
            best = min(best, (status, stage, login), key=lambda one: one[0])
            if status < REFUSED:
                return Row(address.rule.endpoint, address.method, relation, stage, login, {})
    if address.asks and best[1] == "-":
        raise LookupError(f"Nobody {side} has a page or a record for {address.name}.")
    return Row(address.rule.endpoint, address.method, relation, best[1], best[2], {})


def _collectors(gate: Gate, address: Address, side: str) -> Iterator[str]:
    needed = guard_of(gate.app, address.rule.endpoint)
    for login in SUPPORT if address.support else COLLECTORS:
        name = people.TWIN.get(login, login) if side == "away" else login
        actor = gate.world.actors.get(name)
        if needed is None or (actor and policy.ever(actor, needed.permission)):
            yield name


def observed(gate: Gate, only: tuple[str, ...] = ()) -> list[Row]:
    """The whole matrix as it is now, or the rows of the pages that begin so."""
    rows = []
    for address in addresses.every(gate):
        if only and not address.rule.endpoint.startswith(only):
            continue
        main: Row | None = None
        for relation in relations(address):
            fresh = main is None or relation == "away"
            row = _found(gate, address, relation) if fresh else Row(
                address.rule.endpoint, address.method, relation, main.stage, main.by, {}
            )  # fmt: skip
            main = main or row
            row.answers = observe(gate, address, row)
            rows.append(row)
    return rows


def _found(gate: Gate, address: Address, relation: str) -> Row:
    """The row as it is chosen now, or as it was reviewed where nobody has a page for it."""
    try:
        return chosen(gate, address, relation)
    except LookupError:
        key = (address.rule.endpoint, address.method, relation)
        return next(row for row in read() if row.key == key)


@contextmanager
def made() -> Iterator[Gate]:
    """A gate for a command, outside pytest."""
    keys.hold(keys.KeyRing.fresh())
    with visiting.quick_folder() as folder:
        engine = open_store(f"sqlite:///{folder / 'empty.db'}")
        migrate(engine)
        visiting.settle(engine)
        with standing(world.build(folder / "house", folder / "empty.db")) as gate:
            yield gate


def differences(now: list[Row], then: list[Row]) -> list[str]:
    """Every cell that is not as reviewed, missing or superfluous."""
    known = {row.key: row for row in then}
    found = []
    for row in now:
        kept = known.pop(row.key, None)
        if kept is None:
            found.append(f"{row.key} has no row")
            continue
        found += [
            f"{row.key} {login}: {answer}, reviewed {kept.answers[login]}"
            for login, answer in row.answers.items()
            if answer != kept.answers[login]
        ]
    return found + [f"{key} is superfluous" for key in known]


def main(arguments: list[str]) -> int:
    """Write the matrix, or say how it differs from what was reviewed."""
    only = tuple(each for each in arguments if not each.startswith("--"))
    with made() as gate:
        rows = observed(gate, only)
    kept = read() if FILE.exists() else []
    then = [row for row in kept if not only or row.endpoint.startswith(only)]
    found = differences(rows, then)
    print("\n".join(found))
    print(f"cells: {len(rows) * len(people.COLUMNS)}, unexpected: {len(found)}")
    if "--write" in arguments:
        write([*rows, *(row for row in kept if row not in then)])
    return 0 if "--write" in arguments else min(1, len(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
