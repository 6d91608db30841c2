"""A house in which everything but support is done, asked by everybody, put back in a moment."""

import io
import logging
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from argon2 import PasswordHasher
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker
from werkzeug.test import TestResponse

from app import mail
from bureau.model import Base, Organisation
from bureau.model.base import repeatable_ids
from bureau.operations import reminders
from bureau.store import open_store
from bureau.trust import passwords
from bureau.work import begin
from tests.conftest import migrate
from tests.walls import addresses, people, visiting, world
from tests.walls.gate import TODAY, Gate
from tests.walls.test_hidden import LISTS, QUERIES, heard

INSIDE = {"support_file", "support_member", "support_entry", "consent", "support_dossier"}
INSIDE |= {"support_part", "support_referral", "support_word"}
LED = "known"  # the road of the case in this house: from the application to the decision
BLOCK = 4096
HELPERS = ("care", "helper")
OTHERS = tuple(
    login for login in (*people.COLUMNS, "away-admin") if login not in (*HELPERS, "disabled")
)
FORMATS = ("graphml", "gexf", "anx", "ftm", "json", "svg")
Answer = tuple[int, dict[str, str], bytes]


class Content(NamedTuple):
    """Bytes, and where they stand."""

    where: str
    content: bytes


class House:
    """The gate of a small house, what is known of it, and everything it wrote since."""

    def __init__(self, gate: Gate, log: io.StringIO) -> None:
        self.gate, self.log = gate, log
        self.actors = gate.world.actors
        self.case_id = gate.world.stages[f"main.{LED}"]
        self.path = Path(str(gate.engine.url.database))
        self._start = sqlite3.connect(":memory:")
        self._blocks: set[bytes] = set()
        self._rows: set[str] = set()
        self.paths = sorted(self._paths())
        self._support = [one for one in addresses.every(gate) if one.support]

    def work_of(self, login: str):
        """Work in the name of somebody."""
        return begin(self.gate.factory, self.actors[login], TODAY, purpose="campaign")

    def keep(self) -> None:
        """Make what is there now the state that `back` puts back, and that nobody has to search."""
        self._start.close()
        self._start = sqlite3.connect(":memory:")
        self.gate._raw().backup(self._start)
        self.back()
        content = self.path.read_bytes()
        self._blocks = {sha256(one).digest() for one in _blocks(content)}
        self._rows = {one.where + repr(one.content) for one in self._rows_now()}

    def back(self) -> None:
        """Put the house back as it was kept, with nothing in its log."""
        self._start.backup(self.gate._raw())
        self.gate._raw().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.log.seek(0)
        self.log.truncate()

    def ask(self, login: str, path: str) -> Answer:
        """What somebody gets there, without what is random and the numbers of lines of the trail.

        An auditor sees by those numbers, and by the root of the tree over all lines, that lines
        are kept back, as in every trail without gaps.
        """
        status, headers, body = heard(self.gate, login, path)
        if path.startswith("/trail"):
            headers = {name: v for name, v in headers.items() if name != "Content-Length"}
            body = _unnumbered(body)
        if path.startswith("/trail/tree"):  # the size stands in the name of a file, too
            headers = {name: _unrooted(v.encode()).decode() for name, v in headers.items()}
            body = _unrooted(body)
        return status, headers, body

    def of_file(self, file_id: object, turn: int) -> tuple[str, str]:
        """An address of a support file, and the same for a file that does not exist."""
        one = [a for a in self._support if a.method == "GET"][turn % 3]
        values = {"file_id": file_id, "part": "summary"}
        kept = {name: values.get(name, addresses.NOWHERE) for name in one.asks}
        there = addresses.written(self.gate, one, kept)
        nowhere = {**kept, "file_id": addresses.NOWHERE}
        return there, addresses.written(self.gate, one, nowhere)

    def exported(self, turn: int) -> str:
        """The address of an export of the network, in one of its formats."""
        rule = next(
            one for one in addresses.every(self.gate) if one.name == "networks.export_network GET"
        )
        values = {"case_id": self.case_id, "format_name": FORMATS[turn % len(FORMATS)]}
        return addresses.written(self.gate, rule, values)

    def holdings(self) -> Iterator[Content]:
        """All that is new in the house: database, log, back-up, files, rows, log lines, mails."""
        for end in ("", "-wal"):
            file = self.path.with_name(self.path.name + end)
            if file.exists():
                yield Content(f"database file{end}", self._fresh(file.read_bytes()))
        yield Content("back-up", self._fresh(self._backup()))
        yield from (
            one for one in self._rows_now() if one.where + repr(one.content) not in self._rows
        )
        for file in sorted(self.gate.home.rglob("*")):
            yield Content("name of a file", file.name.encode())
            if file.is_file() and not file.name.startswith("bureau.db"):
                yield Content(f"file {file.name}", file.read_bytes())
        yield Content("log", self.log.getvalue().encode())

    def mails(self, logins: tuple[str, ...]) -> Iterator[Content]:
        """The reminders of these people."""
        for login in logins:
            with self.work_of(login) as work:
                digest = reminders.own_digest(work)
            if digest is not None:
                with self.gate.app.test_request_context():
                    made = mail.message(digest, self.gate.app.extensions["settings"])
                yield Content(f"mail to {login}", made.as_bytes())

    def _backup(self) -> bytes:
        copy = self.gate.home.parent / "back-up.db"
        with sqlite3.connect(copy) as kept:
            self.gate._raw().backup(kept)
        kept.close()
        return copy.read_bytes()

    def _fresh(self, content: bytes) -> bytes:
        """The blocks that were not there before, neighbours together."""
        return b"".join(b for b in _blocks(content) if sha256(b).digest() not in self._blocks)

    def _rows_now(self) -> Iterator[Content]:
        with self.gate.engine.connect() as connection:
            for name, table in Base.metadata.tables.items():
                if name in INSIDE:
                    continue
                for row in connection.execute(select(table)):
                    texts = [repr(value) for value in row if not isinstance(value, bytes)]
                    yield Content(f"table {name}", "\n".join(texts).encode())
                    for value in row:
                        if isinstance(value, bytes):
                            yield Content(f"bytes in {name}", value)

    def _paths(self) -> Iterator[str]:
        for one in addresses.every(self.gate):
            if one.method != "GET" or one.support or one.rule.endpoint == "static":
                continue
            values = next((found for _, found in addresses.stages(self.gate, "main", one)), None)
            if values is None and one.asks:
                continue
            path = addresses.written(self.gate, one, values or {})
            yield path
            if one.rule.endpoint in LISTS:
                yield from (path + query for query in QUERIES)


def _blocks(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), BLOCK):
        yield content[start : start + BLOCK]


def _unnumbered(body: bytes) -> bytes:
    """Without the numbers of lines, in a table of a page and at the start of a row of a file."""
    return re.sub(rb'(class="number">)\d+(?=</td>)|^\d+(?=,)', rb"\1", body, flags=re.M)


def _unrooted(body: bytes) -> bytes:
    """Without sizes, the root and signatures of the tree: they say how many lines there are."""
    return re.sub(rb"[0-9A-Za-z+/]{40,}={0,2}|\d+", b"", body)


def headers_of(answer: TestResponse) -> bytes:
    """What of an answer shows outside the page: title, file name, address, cookies."""
    page = answer.get_data() if answer.mimetype == "text/html" else b""
    title = page.partition(b"<title>")[2].partition(b"</title>")[0]
    return title + b"\n" + str(answer.headers).encode()


def _settle_support(path: Path) -> None:
    """Make the body for victim support one of this house, so that signs of the house reach it."""
    engine = open_store(f"sqlite:///{path}")
    with sessionmaker(engine).begin() as session:
        bodies = {body.code: body for body in session.scalars(select(Organisation))}
        bodies["support"].house_id = bodies["havermonde"].id
    visiting.settle(engine)


@contextmanager
def opened() -> Iterator[House]:
    """A fresh house with one case that went its whole way, and its tables; no support yet."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    logging.getLogger("bureau").addHandler(handler)
    kept = passwords._HASHER
    passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    try:
        with visiting.quick_folder() as folder:
            engine = open_store(f"sqlite:///{folder / 'empty.db'}")
            migrate(engine)
            visiting.settle(engine)
            built = world.build(
                folder / "built", folder / "empty.db", ("main",), roads=(LED,), helped=False
            )
            _settle_support(folder / "built" / "bureau.db")
            (folder / "gate").mkdir()
            with repeatable_ids("gate"):
                gate = Gate(built, folder / "gate")
            gate.hold()
            yield House(gate, log)
            visiting.close_house(gate.app)
    finally:
        passwords._HASHER = kept
        logging.getLogger().removeHandler(handler)
        logging.getLogger("bureau").removeHandler(handler)
