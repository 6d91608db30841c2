"""The demonstration city, served for Debian's Chromium."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.app.demo.terminal import MAIN, PASSWORD, filled

ROOT = Path(__file__).parents[2]
AXE = ROOT / "app/assets/node_modules/axe-core/axe.min.js"


@dataclass(frozen=True)
class City:
    """Where the demonstration is served, and what it said of itself."""

    url: str
    summary: dict[str, object]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """The demonstration, filled through its own command and served by its own server."""
    house = filled(tmp_path_factory).copy(tmp_path_factory.mktemp("served") / "house")
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", MAIN, "serve", "--port", str(port), "--workers", "1"],
        env={**os.environ, **house.settings},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    _wait(f"{url}/healthz")
    yield City(url, house.told)
    server.terminate()
    server.wait(60)


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("The demonstration does not answer.")


def sign_in(page: Page, city: City, login: str) -> None:
    """Come in through the front door."""
    page.goto(f"{city.url}/sign-in")
    page.fill("#login", login)
    page.fill("#password", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url(f"{city.url}/")


@pytest.fixture
def page(browser):
    """A page of its own, without a cookie."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
