import stat
from hashlib import sha256

import pytest
from sqlalchemy import func, select

from app.demo import city as founded
from app.demo.summary import Reader
from bureau.errors import OutOfOrder
from bureau.model import Base
from reports import verify
from tests.app.commands.house import TRAIL
from tests.app.demo.terminal import NOW, PASSWORD

URL = "http://127.0.0.1:8080/"


def stored(city):
    with city.factory() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table))
            for name, table in Base.metadata.tables.items()
            if name not in TRAIL
        }


def test_it_names_cases_dossiers_logins_and_address(city, tmp_path):
    before = stored(city)
    found = Reader(city.factory, NOW).summary(tmp_path / "out", URL)
    told = found.plain()
    assert list(told) == ["cases", "dossiers", "logins", "url"]
    assert [name[:4] for name in told["cases"].values()] == ["SCR-", "PAR-", "SUP-"]
    assert [one["track"] for one in told["dossiers"]] == ["criminal", "administrative", "victim"]
    assert len(told["logins"]) == 15
    assert told["url"] == URL
    assert f"A guided tour of the main case: {URL}cases/" in found.words()
    assert stored(city) == before


def test_the_files_are_what_was_issued_and_only_for_the_owner(city, tmp_path):
    found = Reader(city.factory, NOW).summary(tmp_path / "out", URL)
    for paper in found.papers:
        assert stat.S_IMODE(paper.path.stat().st_mode) == 0o600
        assert sha256(paper.path.read_bytes()).hexdigest() == paper.sha256
        assert stat.S_IMODE(paper.package.stat().st_mode) == 0o600
        files, checks = verify.read(paper.package)
        assert [one for one in (*checks, *verify.check(files)) if not one.ok] == []
        assert files[verify.PDF] == paper.path.read_bytes()
    assert "support" not in found.papers[-1].path.name


def test_the_words_name_every_login_and_file(city, tmp_path):
    found = Reader(city.factory, NOW).summary(tmp_path, URL)
    words = found.words()
    assert all(one.login in words for one in founded.logins())
    assert all(str(paper.path) in words for paper in found.papers)


def test_a_city_without_its_stories_is_told(empty, tmp_path):
    founded.found(empty, PASSWORD, NOW)
    with pytest.raises(OutOfOrder):
        Reader(empty, NOW).summary(tmp_path, URL)
