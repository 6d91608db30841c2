"""Every sample is printed once a session, and the rich case is built once: both take seconds."""

import shutil
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from bureau import keys
from bureau.entry import actor_of
from bureau.model import User
from bureau.rules.vocabulary import Language, Track
from bureau.store import open_store
from bureau.work import begin
from reports.pdf import RenderedPdf, to_pdf
from tests.conftest import NOW, populate
from tests.reports import sealing
from tests.reports.assembly.rich import Rich
from tests.reports.samples import sample

Printed = Callable[[Track, Language], RenderedPdf]


@pytest.fixture(scope="session")
def printed() -> Printed:
    """The printed sample of a track in a language."""

    @cache
    def once(track: Track, language: Language = Language.NL) -> RenderedPdf:
        return to_pdf(sample(track, language))

    return once


@pytest.fixture(scope="session")
def packages(printed) -> Callable[[Track], bytes]:
    """The sealed package of the sample of a track."""
    return sealing.maker(printed)


@pytest.fixture(scope="session")
def built(sqlite_template, tmp_path_factory):
    """A database with the rich case, and the keys it was sealed with."""
    path = tmp_path_factory.mktemp("rich") / "bureau.db"
    shutil.copy(sqlite_template, path)
    engine = open_store(f"sqlite:///{path}")
    sessions = sessionmaker(engine)
    ring = keys.KeyRing.fresh()
    keys.hold(ring)
    with sessions.begin() as session:
        populate(session)
    with sessions() as session:
        people = {user.login: actor_of(user) for user in session.scalars(select(User))}

    def work_of(actor, now=NOW, purpose="test of the house"):
        return begin(sessions, actor, now, purpose=purpose)

    yield Rich(work_of, SimpleNamespace(**people)), ring
    engine.dispose()


@pytest.fixture
def rich(built):
    """The rich case, with its own keys in hand."""
    case, ring = built
    keys.hold(ring)
    return case


@pytest.fixture(scope="session")
def made(built):
    """The dossier of a track in a language, composed once."""
    case, ring = built
    found = {}

    def dossier(track: Track, language: Language = Language.NL):
        if (track, language) not in found:
            keys.hold(ring)
            found[track, language] = case.dossier(track, language)
        return found[track, language]

    return dossier
