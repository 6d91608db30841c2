import pytest
from sqlalchemy.orm import sessionmaker

from app.commands.databases import upgraded
from app.demo import city as founded
from app.demo import filling
from bureau import founding
from bureau.errors import NotAllowed
from bureau.rules.vocabulary import Role
from bureau.store import open_store
from tests.app.demo.terminal import NOW, PASSWORD


@pytest.fixture
def told(monkeypatch):
    """Instead of the whole story only the founding, so that filling itself can be looked at."""
    calls = []

    def fill(factory, password, now, tell):
        calls.append(now)
        founded.found(factory, password, now)

    monkeypatch.setattr("app.demo.filling.story.fill", fill)
    return calls


def test_a_new_file_appears_only_when_it_is_whole(tmp_path, told):
    path = tmp_path / "bureau.db"
    assert filling.settle(f"sqlite:///{path}", upgraded, PASSWORD, NOW)
    assert [one.name for one in tmp_path.iterdir()] == ["bureau.db"]
    assert not filling.settle(f"sqlite:///{path}", upgraded, PASSWORD, NOW)
    assert len(told) == 1


def test_an_interruption_leaves_nothing(tmp_path, monkeypatch):
    def broken(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("app.demo.filling.story.fill", broken)
    with pytest.raises(KeyboardInterrupt):
        filling.settle(f"sqlite:///{tmp_path / 'bureau.db'}", upgraded, PASSWORD, NOW)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_that_exists_is_filled(tmp_path, told):
    url = f"sqlite:///{tmp_path / 'bureau.db'}"
    engine = open_store(url)
    upgraded(engine)
    engine.dispose()
    assert filling.settle(url, upgraded, PASSWORD, NOW)


def test_other_work_is_never_touched(tmp_path, told):
    url = f"sqlite:///{tmp_path / 'bureau.db'}"
    engine = open_store(url)
    upgraded(engine)
    founding.found(sessionmaker(engine), "elders", "root", "Root", [Role.ADMIN], PASSWORD, NOW)
    engine.dispose()
    with pytest.raises(NotAllowed):
        filling.settle(url, upgraded, PASSWORD, NOW)
    assert told == []


def test_what_was_filled_is_known_as_the_demonstration(tmp_path, told):
    url = f"sqlite:///{tmp_path / 'bureau.db'}"
    filling.settle(url, upgraded, PASSWORD, NOW)
    engine = open_store(url)
    assert founding.is_demonstration(sessionmaker(engine))
    engine.dispose()
