"""No page of the demonstration city asks the database more than it may."""

import re
from collections import deque

import pytest
from sqlalchemy import event

from tests.app.demo.terminal import NOW, PASSWORD, filled
from tests.walls import visiting

pytestmark = pytest.mark.xdist_group("city")

MOST = 50
# The composer reads the whole file, as the dossier does that it is about.
WHOLE = {"/cases/<one>/dossiers/compose": 78}
LOGINS = (
    *("officer", "second", "mayor", "coordinator", "police", "care", "auditor", "admin"),
    *("prosecutor", "outsider"),
)
LINK = re.compile(r'href="(/[^"#]*)')
ONE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/|$)|[A-Z]{3}-\d{4}-\w+|tie%3A.*|pays.*")
STEPS_OUT = ("/static/", "/sign-out")


def pattern(path):
    """The page behind an address, whatever record it shows."""
    return ONE.sub("<one>", path.split("?")[0])


@pytest.fixture
def house(tmp_path_factory):
    """A copy of the city, with a counter of what is asked of its database."""
    with visiting.quick_folder() as folder:
        home = filled(tmp_path_factory).copy(folder / "house").home
        app = visiting.open_house(home, now=NOW)
        asked = []
        engine = app.extensions["sessions"].kw["bind"]
        event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        yield app, asked
        visiting.close_house(app)


def test_no_page_asks_the_database_more_than_fifty_times(house, capsys):
    app, asked = house
    counted = {}
    for login in LOGINS:
        client = app.test_client()
        assert client.sign_in(login, PASSWORD).status_code == 302
        waiting, known = deque(["/"]), {"/"}
        while waiting:
            path = waiting.popleft()
            asked.clear()
            answer = client.get(path)
            assert answer.status_code < 500, (path, login)
            counted[pattern(path)] = max(len(asked), counted.get(pattern(path), 0))
            if answer.mimetype != "text/html":
                continue
            for found in LINK.findall(answer.get_data(as_text=True)):
                link = found.replace("&amp;", "&")
                if pattern(link) not in known and not link.startswith(STEPS_OUT):
                    known.add(pattern(link))
                    waiting.append(link)
    most = sorted(((number, path) for path, number in counted.items()), reverse=True)
    with capsys.disabled():
        number, path = most[0]
        print(f"\nqueries: {len(counted)} pages, at most {number} ({path})")
    assert [(n, page) for n, page in most if n > WHOLE.get(page, MOST)] == []
    assert len(counted) > 100
