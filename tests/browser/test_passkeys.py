"""A passkey in Chromium: made, shown where a grave act asks, and opening the door alone."""

from dataclasses import replace
from threading import Thread

import pytest
from werkzeug.serving import make_server

from tests.app.conftest import _plot, _standing, app, client_of, furnished, home, open_house
from tests.walls.visiting import PASSWORD

__all__ = ["_plot", "_standing", "app", "client_of", "furnished", "home", "open_house"]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("city")]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def house(app):
    """The house served under the address to which its passkeys are bound."""
    server = make_server("localhost", 0, app, threaded=True)
    origin = f"http://localhost:{server.port}"
    app.extensions["settings"] = replace(app.extensions["settings"], origin=origin)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield origin
    server.shutdown()
    thread.join(30)
    server.server_close()


def test_a_passkey_is_made_and_opens_the_door(house, page):
    page.set_default_timeout(60_000)
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.goto(f"{house}/sign-in")
    page.fill("#login", "officer")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{house}/")
    page.goto(f"{house}/account/factors")
    page.fill("#passkey-name", "Telephone")
    page.fill("#passkey-password", PASSWORD)
    page.locator("form[data-passkey-make] button[type=submit]").click()
    page.wait_for_selector("main li code")
    page.goto(f"{house}/account/tokens")
    page.fill("#purpose", "reading terms every night")
    page.locator("#password + p button").click()
    page.wait_for_selector("#password + p button[disabled]")
    page.locator("main form.form button[type=submit]").click()
    page.wait_for_selector(".notice--warning")
    page.context.clear_cookies()
    page.goto(f"{house}/sign-in")
    page.locator("form[data-passkey-enter] button").click()
    page.wait_for_url(f"{house}/")
    page.goto(f"{house}/account/factors")
    assert page.locator("main table tbody tr").count() == 1
