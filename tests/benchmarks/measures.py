"""What is measured: each function gives a line of the report, with its goal."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from types import SimpleNamespace
from typing import Any
from uuid import UUID
from warnings import catch_warnings, simplefilter

import networkx as nx
import numpy as np
from sqlalchemy.orm import Session

from bureau.graph.agents import Agents
from bureau.graph.ledger import DAY, ledgers
from bureau.graph.neighbours import Neighbours
from bureau.graph.patterns import PATTERNS
from bureau.graph.project import project
from bureau.graph.rings_fast import on_round_trips
from bureau.graph.run import MOST_STEPS
from bureau.graph.scene import Budget, Scene
from bureau.graph.settings import checked
from bureau.graph.values import Edge, Node
from bureau.operations._payment_columns import payment_columns
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.benchmarks.made import COLUMNS, City, Stored
from tests.bureau.graph.builders import DEFAULTS

FLOWS = (
    *("UB-01", "UB-02", "UB-04", "UB-05", "UB-06", "UB-07", "UB-08", "UB-09", "UB-10"),
    *("UB-24", "UB-25", "UB-30"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what, how it came out, the goal, and whether that was reached."""

    what: str
    found: str
    goal: str
    reached: bool


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that the work took, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def ratios(pairs: list[tuple[float, float]]) -> tuple[float, str]:
    """The median of the first over the second, and it with seconds and spread as text."""
    all_of = [one / other for one, other in pairs]
    seconds = (median(pair[side] for pair in pairs) for side in (0, 1))
    ours, theirs = (f"{value:.3g}" for value in seconds)
    spread = f"{min(all_of):.2f} to {max(all_of):.2f}, {len(pairs)} pairs"
    return median(all_of), f"{median(all_of):.2f} ({spread}; {ours} s against {theirs} s)"


def _bare(stored: Stored) -> int:
    """Every row through the cursor of the driver, as it comes."""
    connection = stored.engine.raw_connection()
    sqlite = stored.engine.dialect.name == "sqlite"
    where, case = (
        ("+case_id = ?", stored.case.id.hex) if sqlite else ("case_id = %s", stored.case.id)
    )
    cursor = connection.cursor()
    cursor.execute(f"SELECT {COLUMNS} FROM payment WHERE {where}", (case,))  # noqa: S608
    count = sum(1 for _ in cursor)
    connection.close()
    return count


def _loaded(stored: Stored) -> Any:
    with Session(stored.engine) as session:
        return payment_columns(SimpleNamespace(session=session), stored.case, stored.names)  # type: ignore[arg-type]


def _ledger(stored: Stored) -> Any:
    return ledgers(_loaded(stored), Agents(project((), ())))


def load(stored: Stored, times: int) -> Line:
    """From the database to the ledger, against a bare cursor that reads the same rows."""
    _ledger(stored)
    pairs = []
    for _ in range(times):
        theirs, count = timed(lambda: _bare(stored))
        pairs.append((timed(lambda: _ledger(stored))[0], theirs))
    ratio, text = ratios(pairs)
    name = stored.engine.dialect.name
    return Line(f"load {count:,} from {name} / bare cursor", text, "<= 1.3", ratio <= 1.3)


def memory(stored: Stored) -> Line:
    """Bytes that the columns and the ledger of a case hold."""
    columns = _loaded(stored)
    books, _ = ledgers(columns, Agents(project((), ())))
    keys = columns.keys.keys
    parts = [columns.begin, columns.timed, columns.minor, columns.source, columns.target]
    parts += [columns.currency, columns.keys.rows, keys.text, keys.starts, keys.plain]
    for book in books:
        parts += [book.begin, book.end, book.minor, book.payer, book.payee, book.payer_agent]
        parts += [book.payee_agent, book.hub, book.ids.rows]
    whole = sum(part.nbytes for part in {id(part): part for part in parts}.values()) / 1e6
    name = f"memory of {len(columns):,} payments in the core (columns and ledger)"
    return Line(name, f"{whole:.0f} MB", "<= 120 MB at 1,000,000", whole <= 120)


def cycles(city: City, days: float, batches: tuple[int, ...], times: int) -> Line:
    """Payments on round trips, against temp-cycle of Snap ML at its best batch size."""
    with catch_warnings():
        simplefilter("ignore")  # it asks numpy for a part that has another name by now
        from snapml import GraphFeaturePreprocessor

    span = int(days * DAY)
    rows = (np.arange(len(city)), city.payer, city.payee, city.begin - city.begin[0])
    table = np.column_stack(rows).astype(np.float64)

    def theirs(batch: int) -> Any:
        maker = GraphFeaturePreprocessor()
        maker.set_params(_temporal_cycles(span))
        return np.vstack(
            [maker.transform(table[n : n + batch]) for n in range(0, len(table), batch)]
        )

    def ours() -> Any:
        flows = (city.begin, city.begin, city.payer, city.payee)
        return on_round_trips(flows, city.size, span, 10**12)[0]

    ours()
    best = min(batches, key=lambda batch: timed(lambda: theirs(batch))[0])
    pairs = []
    for _ in range(times):
        seconds, _ = timed(lambda: theirs(best))
        taken, flags = timed(ours)
        pairs.append((seconds, taken))
    whole = theirs(len(table))[:, 4:].sum(axis=1) > 0
    ratio, text = ratios(pairs)
    same = bool((whole == flags).all())
    said = f"{text}; batch {best:,} of {', '.join(f'{b:,}' for b in batches)}; "
    said += f"{int(flags.sum()):,} flagged, {'the same' if same else 'NOT the same'} as un-batched"
    what = f"Snap ML / timed cycles, {city.name}, {len(city):,} payments, {days:g} days"
    return Line(what, said, ">= 15, same set", ratio >= 15 and same)


def _temporal_cycles(span: int) -> dict[str, Any]:
    off = dict.fromkeys(("fan", "degree", "scatter-gather", "lc-cycle", "vertex_stats"), False)
    on = {"temp-cycle": True, "temp-cycle_tw": span, "temp-cycle_bins": [2]}
    return {**off, **on, "time_window": span, "num_threads": 2, "max_no_edges": -1}


def flows(stored: Stored, times: int) -> Line:
    """The other flow patterns one after another, against one bare pass of reading."""
    books, _ = _ledger(stored)
    graph = project((), ())
    scene = Scene(graph, Agents(graph), books)
    each: dict[str, list[float]] = {name: [] for name in FLOWS}
    pairs, early = [], set()
    for turn in range(times + 1):
        theirs, count = timed(lambda: _bare(stored))
        total = 0.0
        for name in FLOWS:
            seconds, budget = timed(lambda name=name: _search(scene, name))
            each[name].append(seconds)
            total += seconds
            early |= {name} if budget.exhausted else set()
        pairs += [(total, theirs)] if turn else []
    ratio, text = ratios(pairs)
    said = ", ".join(f"{name} {median(seconds[1:]):.2f} s" for name, seconds in each.items())
    stopped = f"; stopped early: {', '.join(sorted(early))}" if early else ""
    what = f"flow patterns together over {count:,} payments / bare pass"
    return Line(what, f"{text}; {said}{stopped}", "<= 10", ratio <= 10 and not early)


def _search(scene: Scene, name: str) -> Budget:
    pattern, budget = PATTERNS[name], Budget(MOST_STEPS)
    pattern.detect(scene, checked(name, pattern.parameters, DEFAULTS[name]), budget)
    return budget


def round_trip(stored: Stored) -> Line:
    """UB-03 whole, with its amounts."""
    books, _ = _ledger(stored)
    graph = project((), ())
    scene = Scene(graph, Agents(graph), books)
    _search(scene, "UB-03")
    seconds, budget = timed(lambda: _search(scene, "UB-03"))
    stopped = ", stopped early" if budget.exhausted else ""
    count = sum(map(len, books))
    return Line(f"UB-03 over {count:,} payments", f"{seconds:.2f} s{stopped}", "-", True)


def ego(city: City, seeds: int, repeats: int) -> Line:
    """The surroundings at two hops as a networkx graph, against nx.ego_graph."""
    near = Neighbours.of_payments(city.columns())
    whole = near.whole().to_undirected()
    chance = np.random.default_rng(7)
    pairs = []
    for seed in chance.choice(city.size, size=seeds, replace=False).tolist():
        centre = near.names[seed]
        if centre not in whole:
            continue
        both = [
            (
                timed(lambda c=centre: nx.ego_graph(whole, c, 2))[0],
                timed(lambda c=centre: near.around(c, 2))[0],
            )
            for _ in range(repeats)
        ]
        pairs.append((min(one for one, _ in both), min(other for _, other in both)))
    ratio, text = ratios(pairs)
    slowest = min(one / other for one, other in pairs)
    what = f"nx.ego_graph / 2 hops as networkx, {len(city):,} payments"
    return Line(what, text, ">= 8 in the median, never below 1", ratio >= 8 and slowest >= 1)


def view(edges: int, times: int) -> Line:
    """The graph of a case of so many ties, from plain values."""
    chance = np.random.default_rng(3)
    names = [f"n{number:05}" for number in range(edges // 2)]
    nodes = [Node(name, EntityKind.PERSON, name) for name in names]
    ends = chance.integers(0, len(names), size=(edges, 2)).tolist()
    ties = [
        Edge(str(UUID(int=n)), names[a], names[b], TieKind.FAMILY) for n, (a, b) in enumerate(ends)
    ]
    seconds = median(timed(lambda: project(nodes, ties))[0] for _ in range(times + 1))
    what = f"MultiDiGraph of a case view of {edges:,} ties"
    return Line(what, f"{seconds * 1000:.0f} ms", "<= 50 ms", seconds <= 0.05)


def first_call() -> Line:
    """The first search after a start, in a new process with the compiled code of set-up."""
    code = (
        "import time, sys; t = time.perf_counter();"
        "from tests.benchmarks.measures import timed, _search, FLOWS;"
        "from tests.benchmarks.made import scale_free;"
        "from bureau.graph.scene import stage; from bureau.graph.values import CaseEvidence;"
        "a = time.perf_counter() - t;"
        "s = stage(CaseEvidence(payments=scale_free(1000).columns()));"
        "b, _ = timed(lambda: [_search(s, n) for n in (*FLOWS, 'UB-03')]);"
        "c, _ = timed(lambda: [_search(s, n) for n in (*FLOWS, 'UB-03')]);"
        "print(f'{a:.2f} s to import, {b:.2f} s the first search, {c:.2f} s the second')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return Line(
        "first call after a start (1,000 payments, ten patterns)",
        ran.stdout.strip(),
        "stated",
        True,
    )
