"""A prosecutor in Chromium: from the notice to a package that proves itself, in three clicks."""

import subprocess
import sys
from threading import Thread

import pytest
from werkzeug.serving import make_server

from reports import verify
from tests.app.conftest import _plot, _standing, furnished, home, open_house
from tests.app.views.conftest import house
from tests.bureau.operations.road import at
from tests.reports.room import Room
from tests.walls.visiting import PASSWORD

__all__ = ["_plot", "_standing", "furnished", "home", "house", "open_house"]

pytestmark = [pytest.mark.browser, pytest.mark.pdf, pytest.mark.xdist_group("city")]


@pytest.fixture
def app(open_house):
    """The house on the day after the issue."""
    return open_house(now=at("03-23"))


@pytest.fixture
def served(app):
    """Where the house answers."""
    server = make_server("localhost", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.port}"
    server.shutdown()
    thread.join(30)
    server.server_close()


def test_from_the_notice_to_a_verified_package_in_three_clicks(house, served, page, tmp_path):
    copy = Room(house.work_of, house.actors).issued()
    page.set_default_timeout(60_000)
    page.goto(f"{served}/sign-in")
    page.fill("#login", "prosecutor")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}/")
    page.click(f'main a[href="/received/{copy}"]')
    page.click(f'form[action="/received/{copy}/checks"] button')
    assert page.locator("main table tbody tr").count() == 4
    assert page.locator("main table .badge--danger").count() == 0
    with page.expect_download() as taken:
        page.click(f'a[href="/received/{copy}/package/file"]')
    package = tmp_path / "package.zip"
    taken.value.save_as(package)
    checker = tmp_path / "verify.py"
    checker.write_bytes(verify.unpack(package.read_bytes())[1]["verify.py"])
    done = subprocess.run(
        [sys.executable, "-I", str(checker), str(package)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "DIFFERS" not in done.stdout
