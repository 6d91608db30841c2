"""What every command shares: who acts, what for, how answers and errors are printed."""

import json
import os
import pwd
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from app.clock import insist_honest, moment
from app.commands import readable
from app.commands.proof import shown, typed
from bureau import entry, keys
from bureau.acting import actor_called
from bureau.errors import BureauError, Invalid
from bureau.policy import Actor
from bureau.rules import tables
from bureau.rules.strong_acts import SignIn
from bureau.store import open_store
from bureau.trust import breached, head
from bureau.work import Work, begin
from config import Config
from reports import stamping

C = TypeVar("C", bound=Callable[..., Any])
REFUSED, UNUSABLE = 1, 2
DEFAULT_PURPOSE = "work on the file"


@dataclass
class Door:
    """The way in for one command: options that hold for all of them, and the database."""

    login: str | None = None
    purpose: str | None = None
    as_json: bool = False
    shown: SignIn | None = None  # with the own password and a code, for a house that asks it
    demo: bool = field(default_factory=lambda: os.environ.get("BUREAU_DEMO") == "1")

    def settings(self) -> Config:
        """The settings of this process."""
        return Config.from_env(demo=self.demo)

    def sessions(self) -> sessionmaker[Session]:
        """The database, with the keys that belong to it."""
        settings = self.settings()
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        keys.hold(keys.KeyRing.load(settings.home / "keys"))
        stamping.stamp_with(settings.timestamp_url)
        return sessionmaker(open_store(settings.database_url))

    def actor(self, factory: sessionmaker[Session]) -> Actor:
        """Whoever `--as` names; raises Invalid without it and NotFound for nobody."""
        if not self.login:
            raise Invalid(
                "Nobody is said to act.",
                where={"option": "--as"},
                hint="Add --as LOGIN.",
            )
        now, since = moment(self.settings()), self.settings().second_factor_from
        actor = actor_called(factory, self.login, now)
        code = os.environ.get("BUREAU_OWN_CODE", "")
        if since and code and self.shown is None:
            self.shown = shown(factory, actor, code, now)
        return replace(actor, shown=self.shown, asks=since)

    def insist_own(self, factory: sessionmaker[Session]) -> None:
        """Ask whoever acts for the own password; raises Invalid where it is another.

        It comes from BUREAU_OWN_PASSWORD or is asked for: an act of two people needs two people.
        """
        own = typed("BUREAU_OWN_PASSWORD", "Your own password: ") or ""
        if not entry.confirm(factory, self.actor(factory), own, self.now(factory)):
            raise Invalid(
                "That is not the password of {login}; nothing was done.",
                where={"option": "--as"},
                hint="Set BUREAU_OWN_PASSWORD to the password you sign in with, or type it.",
                login=self.login,
            )

    def unit(self) -> AbstractContextManager[Work]:
        """A piece of work in the name of whoever acts, on a trail that misses nothing."""
        factory = self.sessions()
        head.insist(factory, self.settings().home / "trail")
        return self.begin(factory, self.actor(factory))

    def begin(self, factory: sessionmaker[Session], actor: Actor) -> AbstractContextManager[Work]:
        """A piece of work of `actor`, which the trail tells from one on a page."""
        purpose = self.purpose or DEFAULT_PURPOSE
        return begin(factory, actor, self.now(factory), purpose=purpose, via=console())

    def now(self, factory: sessionmaker[Session]) -> datetime:
        """The present moment; raises NotAllowed where a real house is given another."""
        insist_honest(self.settings(), factory)
        return moment(self.settings())

    def say(self, answer: Mapping[str, Any] | Sequence[Any], words: str = "") -> None:
        """Print `answer` as one JSON document, or for a reader `words`, else line by line."""
        if self.as_json:
            click.echo(json.dumps(answer, ensure_ascii=False))
        else:
            click.echo(words or "\n".join(readable.lines(answer)))


def console() -> str:
    """The command line as the trail names it, with the account of this machine that gave it."""
    number = os.getuid()
    try:
        return f"console:{pwd.getpwuid(number).pw_name}"
    except KeyError:
        return f"console:{number}"


def common(command: C) -> C:
    """Let a command take --as, --purpose and --json after its name, too."""

    @click.option("--as", "who", help="Who acts: a login.")
    @click.option("--purpose", help="What for; kept in the trail.")
    @click.option("--json", "as_json", is_flag=True, help="Print exactly one JSON document.")
    @click.pass_context  # type: ignore[arg-type]
    @wraps(command)
    def with_door(
        context: click.Context,
        *args: Any,
        who: str | None,
        purpose: str | None,
        as_json: bool,
        **kwargs: Any,
    ) -> Any:
        door = context.ensure_object(Door)
        door.login = who or door.login
        door.purpose = purpose or door.purpose
        door.as_json = as_json or door.as_json
        tables.use(door.settings().jurisdiction)
        breached.use(door.settings().password_list)
        return context.invoke(command, door, *args, **kwargs)

    return with_door  # type: ignore[return-value]


def content(path: str, most: int) -> bytes:
    """The bytes of the file at `path`, or of standard input for `-`; at most `most` of them."""
    try:
        with click.open_file(path, "rb") as file:
            found = bytes(file.read(most + 1))
    except OSError as trouble:
        raise Invalid(
            "The file {path} cannot be read: {why}.",
            where={"file": path},
            hint="Check the path and the rights of the file.",
            path=path,
            why=trouble.strerror or "unknown reason",
        ) from None
    if len(found) > most:
        raise Invalid(
            "The file {path} is larger than {most} bytes.",
            where={"file": path},
            hint="Split the file, or raise BUREAU_MAX_UPLOAD_MB, which goes up to 256.",
            path=path,
            most=most,
        )
    return found


def place_for(path: Path, *, folder: bool) -> Path:
    """`path`, tried before anything is done; raises Invalid where nothing can be written.

    A `folder` is made when it is not there yet; the folder of a file must be there.
    """
    where = path if folder else path.parent
    try:
        if folder:
            where.mkdir(parents=True, exist_ok=True)
        fit = where.is_dir() and os.access(where, os.W_OK)
    except OSError:
        fit = False
    if not fit:
        raise Invalid(
            "Nothing can be written to {path}.",
            where={"option": "--out"},
            hint="Choose a folder that exists and that you may write to.",
            path=str(where),
        )
    return path


def answered(group: click.Group, arguments: Sequence[str] | None) -> int:
    """Run `group` and turn every outcome into an exit code; never a traceback."""
    wanted = list(sys.argv[1:] if arguments is None else arguments)
    try:
        outcome = group.main(wanted, standalone_mode=False, prog_name="bureau")
    except (click.Abort, KeyboardInterrupt):
        return REFUSED
    except Exception as trouble:  # whatever it is, nobody is shown a traceback
        _complain("--json" in wanted, *_told(trouble))
        return UNUSABLE if isinstance(trouble, Invalid | click.UsageError) else REFUSED
    return outcome if isinstance(outcome, int) else 0


def _told(trouble: Exception) -> tuple[str, str, Mapping[str, Any], str]:
    """What stopped a command: its code, the message, the place and the remedy."""
    match trouble:
        case BureauError():
            return trouble.code, str(trouble), trouble.where, trouble.hint
        case click.UsageError():
            where = {"command": trouble.ctx.command_path} if trouble.ctx else {}
            return "usage", trouble.format_message(), where, "Add --help to see how."
        case SQLAlchemyError():
            said = f"The database cannot be used ({type(trouble).__name__})."
            return "database", said, {}, "Run bureau db upgrade, then bureau db check."
        case OSError():
            said = f"This machine does not allow it: {trouble.strerror or 'no reason given'}."
            where = {"path": str(trouble.filename)} if trouble.filename else {}
            return "machine", said, where, "Check that path, its rights and the disk."
    said = f"Something went wrong inside ({type(trouble).__name__})."
    return "broken", said, {}, "Tell the makers which command you gave."


def _complain(as_json: bool, code: str, message: str, where: Mapping[str, Any], hint: str) -> None:
    if as_json:
        body = {"error": code, "message": message, "where": dict(where), "hint": hint}
        click.echo(json.dumps(body, ensure_ascii=False, default=str), err=True)
        return
    click.echo(f"bureau: {message}", err=True)
    if where:
        place = ", ".join(f"{key} {value}" for key, value in where.items())
        click.echo(f"  where: {place}", err=True)
    if hint:
        click.echo(f"  what to do: {hint}", err=True)
