"""The page on which a colleague is helped who lost the second factor."""

import pytest

from tests.app.views.reading import text
from tests.app.views.test_factors import PLACE, enrol
from tests.walls.visiting import PASSWORD


@pytest.fixture
def path(house):
    return f"/people/{house.actors.officer.id}/factors"


def test_an_administrator_asks_and_the_owner_reads_it(client_of, path):
    owner, admin = client_of("officer"), client_of("admin")
    assert "form" not in text(admin.get(path)).partition("<main")[2].partition("</main>")[0]
    enrol(owner)
    assert path in text(admin.get(path.removesuffix("/factors")))
    assert "Telephone of work" in text(admin.get(path))
    said = {"reason": "In person, with a passport.", "own_password": "not this one"}
    assert admin.send(path, said).status_code == 422
    assert admin.send(path, {**said, "own_password": PASSWORD}).status_code == 302
    assert "own_password" not in text(admin.get(path))
    assert "Er is gevraagd uw tweede factoren weg te nemen" in text(owner.get(PLACE))
    assert client_of("coordinator").get(path).status_code == 404
