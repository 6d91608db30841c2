"""Prints how the search for like names compares with the trigram search of PostgreSQL.

Run as `python -m tests.benchmarks.names_bench [names] [queries] [seed]`; needs Faker's lists of
names and a PostgreSQL with pg_trgm (of Debian: package postgresql). Each query is asked of both, in
turns, so that a busy machine is busy for both; nothing is asserted. Of each query one name is the
right answer: it was taken from the list and written with slips of the pen, in another order, with
an initial, or without a middle name.
"""

import importlib
import importlib.util
import os
import platform
import random
import shutil
import statistics
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psycopg
import rapidfuzz

from bureau.matching.index import NameIndex
from tests.benchmarks.measures import Line, ratios

LOCALES = ("nl_NL", "nl_BE", "en_GB", "en_US", "de_DE", "fr_FR", "tr_TR", "es_ES", "it_IT", "pl_PL")
LOCALES += ("pt_PT", "ro_RO")
SKEW, MIDDLE = 0.5, 0.4
NEAREST = "SELECT place FROM names ORDER BY name <-> %s LIMIT 10"
GIST = "CREATE INDEX ON names USING gist (name gist_trgm_ops)"
Search = Callable[[str], list[int]]


def lists() -> tuple[list[str], list[str]]:
    """Given and family names of several countries, each once."""
    if importlib.util.find_spec("faker") is None:
        raise SystemExit("Faker's lists of names are not here: install requirements/dev.txt.")
    first: dict[str, None] = {}
    last: dict[str, None] = {}
    for locale in LOCALES:
        known = importlib.import_module(f"faker.providers.person.{locale}").Provider
        given = getattr(known, "first_names", None) or (
            *known.first_names_male,
            *known.first_names_female,
        )
        first |= dict.fromkeys(given)
        last |= dict.fromkeys(known.last_names)
    return list(first), list(last)


def people(count: int, seed: int) -> list[str]:
    """So many different names, some words far more common than others."""
    chance = np.random.default_rng(seed)
    first, last = lists()
    chance.shuffle(first)
    chance.shuffle(last)
    weights = [1 / np.arange(1, len(each) + 1) ** SKEW for each in (first, last)]
    often, seldom = (each / each.sum() for each in weights)
    found: dict[str, None] = {}
    while len(found) < count:
        given = chance.choice(len(first), (2, count), p=often)
        family = chance.choice(len(last), count, p=seldom)
        middle = chance.random(count) < MIDDLE
        for i in range(count):
            words = [
                first[given[0][i]],
                *([first[given[1][i]]] if middle[i] else []),
                last[family[i]],
            ]
            found[" ".join(words)] = None
    return list(found)[:count]


def miswritten(name: str, chance: random.Random) -> str:
    """`name` with one or two slips of the pen, and at times with words moved or left out."""
    for _ in range(chance.choice((1, 1, 2))):
        at, letter = chance.randrange(len(name)), chance.choice(string.ascii_lowercase)
        kind = chance.randrange(4)
        if kind == 3:
            name = name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
        else:
            name = name[:at] + ("", letter, letter)[kind] + name[at + (kind != 1) :]
    words, turn = name.split(), chance.random()
    if turn < 0.2 and len(words) > 1:
        words = [words[-1], *words[:-1]]
    elif turn < 0.3 and len(words) > 2:
        words[1] = words[1][0]
    elif turn < 0.35 and len(words) > 2:
        del words[1]
    return " ".join(words)


def homes() -> list[Path]:
    """Where a PostgreSQL of Debian has its programs, the newest first."""
    return sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@contextmanager
def postgres() -> Iterator[psycopg.Connection]:
    """A PostgreSQL that knows trigrams, in a folder of its own; as root it runs as its own user."""
    found = homes()
    if not found:
        raise SystemExit("No PostgreSQL with pg_trgm here: install the package postgresql.")
    folder = Path(tempfile.mkdtemp(prefix="names-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")

    def run(program: str, *words: str) -> None:
        subprocess.run(
            [*as_user, found[0] / program, *words], check=True, stdout=subprocess.DEVNULL
        )

    run("initdb", "-D", f"{folder}/d", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-k {folder} -c listen_addresses=''"
    run("pg_ctl", "-D", f"{folder}/d", "-o", options, "-l", f"{folder}/d/log", "-w", "start")
    try:
        with psycopg.connect(
            host=str(folder), dbname="postgres", user="postgres", autocommit=True
        ) as c:
            yield c
    finally:
        run("pg_ctl", "-D", f"{folder}/d", "-m", "fast", "stop")
        shutil.rmtree(folder)


def stored(connection: psycopg.Connection, names: list[str]) -> Search:
    """The same names in PostgreSQL, with the index that gives the nearest."""
    connection.execute("CREATE EXTENSION pg_trgm")
    connection.execute("CREATE UNLOGGED TABLE names (place int, name text)")
    with connection.cursor().copy("COPY names FROM STDIN") as copy:
        for row in enumerate(names):
            copy.write_row(row)
    connection.execute(GIST)
    connection.execute("VACUUM ANALYZE names")
    return lambda asked: [row[0] for row in connection.execute(NEAREST, (asked,)).fetchall()]


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Milliseconds that the work took, and its result."""
    start = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - start), result


@dataclass(frozen=True, slots=True)
class Compared:
    """Milliseconds of each query, and how often the right name was among ten, and the first."""

    took: list[float]
    ten: float
    first: float


def compare(searches: dict[str, Search], asked: list[tuple[int, str]]) -> dict[str, Compared]:
    """Each query asked of every search in turns, and how often the right name was found."""
    took: dict[str, list[float]] = {name: [] for name in searches}
    found = {name: [0, 0] for name in searches}
    for place, query in asked:
        for name, search in searches.items():
            spent, answer = timed(lambda search=search, query=query: search(query))
            took[name].append(spent)
            found[name][0] += place in answer
            found[name][1] += answer[:1] == [place]
    return {
        name: Compared(times, *(count / len(asked) for count in found[name]))
        for name, times in took.items()
    }


def table(compared: dict[str, Compared]) -> None:
    """Print how long the queries took and how often the right name was found."""
    for name, one in compared.items():
        high = float(np.percentile(one.took, 95))
        middle = statistics.median(one.took)
        print(f"{name:<28}{middle:9.2f} ms {high:9.2f} ms {one.ten:10.3f} {one.first:9.3f}")


def questions(names: list[str], queries: int, seed: int) -> list[tuple[int, str]]:
    """So many of the names, each miswritten, with the place of the right answer."""
    chance = random.Random(seed)  # noqa: S311 - repeatable slips of the pen
    places = chance.sample(range(len(names)), queries)
    return [(place, miswritten(names[place], chance)) for place in places]


def line(count: int, queries: int) -> Line:
    """The line of the report; where no PostgreSQL knows trigrams, that it was not measured."""
    what = f"trigram search of PostgreSQL / top 10 among {count:,} names"
    goal = ">= 50 in the median, recall@10 at most 0.01 lower"
    if not homes():
        return Line(what, "not measured: no PostgreSQL with pg_trgm here", goal, False)
    names = people(count, seed=1)
    index = NameIndex(names)
    with postgres() as connection:
        searches = {"ours": nearest(index), "theirs": stored(connection, names)}
        compared = compare(searches, questions(names, queries, seed=1))
    ours, theirs = compared["ours"], compared["theirs"]
    pairs = [(slow / 1e3, fast / 1e3) for fast, slow in zip(ours.took, theirs.took, strict=True)]
    text = ratios(pairs)[1]
    medians = statistics.median(theirs.took) / statistics.median(ours.took)
    said = f"{medians:.0f} of medians; of pairs {text}; recall@10 {ours.ten:.3f}"
    said += f" against {theirs.ten:.3f}"
    return Line(what, said, goal, medians >= 50 and ours.ten >= theirs.ten - 0.01)


def main() -> None:
    """The table, and the ratio of the medians and of the pairs."""
    given = (*sys.argv[1:], *("1e5", "200", "1")[len(sys.argv) - 1 :])
    count, queries, seed = (int(float(word)) for word in given)
    names = people(count, seed)
    asked = questions(names, queries, seed)
    spent, index = timed(lambda: NameIndex(names))
    with postgres() as connection:
        loaded, rival = timed(lambda: stored(connection, names))
        version = connection.execute("SHOW server_version").fetchone()[0]
        print(
            f"{count:,} names, {queries} queries, seed {seed}; Python {platform.python_version()},"
            f" numpy {np.__version__}, rapidfuzz {rapidfuzz.__version__}, PostgreSQL {version},"
            f" {os.cpu_count()} cores {platform.machine()}, load {os.getloadavg()[0]:.1f}\n"
            f"built in {spent / 1000:.1f} s; theirs loaded and indexed in {loaded / 1000:.1f} s\n"
            f"{'':<28}{'median':>12} {'95%':>12} {'recall@10':>10} {'first':>9}",
            flush=True,
        )
        compared = compare({"pieces and letters": nearest(index), "pg_trgm GiST": rival}, asked)
        table(compared)
    one, other = (each.took for each in compared.values())
    pairs = [slow / fast for fast, slow in zip(one, other, strict=True)]
    print(
        f"median of theirs is {statistics.median(other) / statistics.median(one):.0f} x ours;"
        f" of pairs {statistics.median(pairs):.0f} x (from {min(pairs):.0f} to {max(pairs):.0f})"
    )


def nearest(index: NameIndex) -> Search:
    """Our own search, as places."""
    return lambda asked: [near.place for near in index.nearest(asked)]


if __name__ == "__main__":
    main()
