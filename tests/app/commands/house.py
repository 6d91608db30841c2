"""A house seen from a terminal: the same program, called as a command."""

import io
import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace

from sqlalchemy import func, select
from sqlalchemy.orm import sessionmaker

from app.commands import bureau
from app.commands.door import answered
from bureau import keys
from bureau.entry import actor_of
from bureau.founding import DEMONSTRATION
from bureau.model import Base, Event, Organisation, Outcome, User
from bureau.rules.events import EventKind
from bureau.store import open_store
from bureau.trust import trail
from bureau.work import Work, begin
from tests.conftest import NOW

# A refusal is a line of the trail: the only thing it leaves.
TRAIL = {"event", "event_value", "event_node", "trail_checkpoint"}


@dataclass(frozen=True)
class Ended:
    """What a command printed, and with which exit code it ended."""

    code: int
    out: str
    err: str

    @property
    def answer(self):
        """The one JSON document on standard output; there must be nothing else."""
        assert (self.code, self.err) == (0, ""), self.err
        return json.loads(self.out)

    @property
    def refusal(self):
        """The one JSON object on standard error, with nothing printed beside it."""
        assert self.code in (1, 2)
        assert self.out == ""
        found = json.loads(self.err)
        assert list(found) == ["error", "message", "where", "hint"]
        assert isinstance(found["where"], dict)
        assert found["message"]
        return found


class Terminal:
    """Somebody at a terminal of the house at `home`."""

    def __init__(self, home, capture, monkeypatch):
        self.home, self._capture, self._patch = home, capture, monkeypatch
        self.engine = open_store(f"sqlite:///{home / 'bureau.db'}")
        self.sessions = sessionmaker(self.engine)

    def run(self, *arguments, typed=b""):
        """One command, exactly as it was given."""
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        self._capture.readouterr()
        code = answered(bureau, [str(one) for one in arguments])
        said = self._capture.readouterr()
        return Ended(code, said.out, said.err)

    def ask(self, login, *arguments, typed=b""):
        """The JSON answer to a command in the name of `login`."""
        return self.run(*arguments, "--as", login, "--json", typed=typed).answer

    def refuse(self, login, *arguments, typed=b""):
        """The outcome of a command that is refused, with its refusal as JSON."""
        outcome = self.run(*arguments, "--as", login, "--json", typed=typed)
        assert outcome.refusal
        return outcome

    def stored(self):
        """How many rows each table holds, the trail left out."""
        with self.sessions() as session:
            return {
                name: session.scalar(select(func.count()).select_from(table))
                for name, table in Base.metadata.tables.items()
                if name not in TRAIL
            }

    def trail(self):
        """The kinds of event so far."""
        with self.sessions() as session:
            return list(session.scalars(select(Event.kind).order_by(Event.seq)))

    @property
    def actors(self):
        """The people of the house, for operations beside the commands."""
        keys.hold(keys.KeyRing.load(self.home / "keys"))
        with self.sessions() as session:
            people = {user.login: actor_of(user) for user in session.scalars(select(User))}
        return SimpleNamespace(**people)

    @contextmanager
    def work_of(self, actor, now=NOW, purpose="test of the house"):
        """Work beside the commands."""
        with begin(self.sessions, actor, now, purpose=purpose) as work:
            yield work


def mark(sessions):
    """Let the trail of a house begin as the demonstration begins it."""
    with sessions() as session, trail.watch(session).begin():
        body = session.scalars(select(Organisation).order_by(Organisation.code)).first()
        founder = session.scalars(select(User).where(User.login == "admin")).one()
        line = Work(session, actor_of(founder), NOW, DEMONSTRATION).line(
            EventKind.ORGANISATION_ADDED, Outcome.DONE, body, {}
        )
        trail.say(session, line)


def opened(terminal, title="Café De Kade", **more):
    """The reference of a new screening of the officer."""
    options = {"kind": "screening", "title": title, "scope": "SC02", "received": "2026-03-02"}
    options |= more
    said = [part for name, value in options.items() for part in (f"--{name}", value)]
    return terminal.ask("officer", "case", "open", *said)["case"]
