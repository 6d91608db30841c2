"""The fictional city, filled once for all tests that look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from secrets import token_hex

import pikepdf
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from app.commands.databases import upgraded
from app.demo import story
from app.demo.days import Days
from app.demo.stage import Scene
from bureau import keys
from bureau.model import Dossier, SupportDossier
from bureau.store import open_store
from reports import verify
from reports.canonical import canonical_json, content_digest
from reports.letter import PrintedLetter
from reports.outgoing import Printed
from reports.package import Package
from tests.app.demo.terminal import NOW, PASSWORD, furnish
from tests.reports.reading import pages


@dataclass
class City:
    """The filled database and the scene that the story ended in."""

    engine: Engine
    factory: sessionmaker[Session]
    scene: Scene
    ring: keys.KeyRing

    def work(self, login, why="de demonstratie bekijken"):
        """Work in the name of one of the people, today."""
        return self.scene.work(login, NOW, why)

    def id(self, name):
        return self.scene.id(name)

    def papers(self):
        """The issued PDFs by track."""
        with self.factory() as session:
            found = {
                row.track.value: row
                for row in session.scalars(select(Dossier).order_by(Dossier.number.desc()))
            }
            found["victim"] = session.scalar(select(SupportDossier))
            return {track: bytes(row.pdf) for track, row in found.items()}

    def words(self, track):
        """All words of one of the PDFs."""
        return " ".join(pages(self.papers()[track]))


def pytest_itemcollected(item):
    """Whoever looks at the city looks at the same one: it is filled once, in one worker."""
    if "_city" in item.fixturenames or item.path.name == "test_story.py":
        item.add_marker(pytest.mark.xdist_group("city"))


@pytest.fixture(scope="session")
def _city(tmp_path_factory) -> Iterator[City]:
    ring, held = keys.KeyRing.fresh(), dict(keys._HELD)
    keys.hold(ring)
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('city') / 'bureau.db'}")
    upgraded(engine)
    factory = sessionmaker(engine)
    made = City(engine, factory, story.fill(factory, PASSWORD, NOW), ring)
    keys._HELD.update(held)
    yield made
    engine.dispose()


@pytest.fixture
def city(_city: City) -> Iterator[City]:
    """The city as it was filled; tests look and change nothing that others count."""
    held = dict(keys._HELD)
    keys.hold(_city.ring)
    yield _city
    keys._HELD.update(held)


@pytest.fixture
def empty(engine: Engine) -> sessionmaker[Session]:
    """A database with tables and nothing in them."""
    return sessionmaker(engine)


@pytest.fixture
def scene(sessions, actors) -> Scene:
    """A scene without a story, with the people of the other tests."""
    return Scene(sessions, Days.at(NOW), dict(vars(actors)))


def _blank(dossier) -> bytes:
    """A PDF without a page that carries the values of a dossier, as a printed one does."""
    made, told = BytesIO(), pikepdf.new()
    told.attachments["dossier.json"] = canonical_json(dossier)
    told.save(made)
    return made.getvalue()


@pytest.fixture
def unprinted(monkeypatch):
    """Dossiers and letters are composed and kept with their values, but no page is printed."""

    def blank(draft):
        digest = content_digest(draft.dossier)
        kept = Package(verify.pack("blank", {"bagit.txt": b""}), token_hex(32), "0" * 64)
        return Printed(_blank(draft.dossier), b"", 1, "0" * 64, digest, "", "blank.pdf", kept)

    def unwritten(paper):
        return PrintedLetter(b"%PDF-blank", 1, "0" * 64, paper.sha256, "blank.pdf")

    monkeypatch.setattr("app.demo.dossiers.printed", blank)
    monkeypatch.setattr("reports.post.printed", unwritten)


@pytest.fixture
def fresh(sqlite_template, tmp_path) -> Iterator[sessionmaker[Session]]:
    """An embedded database with tables and nothing in them."""
    path = tmp_path / "fresh.db"
    path.write_bytes(sqlite_template.read_bytes())
    made = open_store(f"sqlite:///{path}")
    yield sessionmaker(made)
    made.dispose()


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """An empty house for the command."""
    return furnish(tmp_path, monkeypatch)
