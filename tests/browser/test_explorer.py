"""The explorer in Chromium: mouse, keyboard, table and picture in step, a view kept, axe silent."""

import pytest

from tests.browser.conftest import AXE
from tests.browser.hand import Hand
from tests.browser.test_walk import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("city")]

DRAWN = "figure[data-drawn]"
CHOSEN = "window.bureauExplorer.graph.elements(':selected').map(e => e.data('label')).join()"
NODES = "window.bureauExplorer.graph.nodes().length"
EDGES = "window.bureauExplorer.graph.edges().length"
PLACE = "JSON.stringify(window.bureauExplorer.graph.nodes()[0].position())"
PLACES = "Object.fromEntries(window.bureauExplorer.graph.nodes().map(n => [n.id(), n.position()]))"


def until(page, holds):
    """Wait for something that the page itself may not be asked to watch (its policy forbids)."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(100)
    pytest.fail("It did not happen.")


@pytest.fixture
def hand(browser, city):
    """The officer before the main case."""
    found = Hand(browser, city, "officer").come_in()
    loud = []
    found.page.on("pageerror", lambda error: loud.append(str(error)))
    found.page.add_init_script(path=AXE)
    found.page.goto(f"{city.url}/cases")
    found.page.click("main a:has-text('Café De Gouden Steven')")
    found.page.goto(f"{found.page.url}/network/explore")
    found.page.wait_for_selector(DRAWN)
    yield found
    assert loud == []
    found.leave()


def test_picture_and_tables_go_in_step_by_mouse_and_keyboard(hand):
    page = hand.page
    page.locator("[data-graph-stage]").focus()
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate(CHOSEN)
    assert chosen in page.locator("tr.is-chosen").inner_text()
    page.keyboard.press("Enter")  # its notes, beside it
    page.wait_for_selector(f"[data-graph-panel] h2:has-text({chosen!r})")
    link = page.locator("tr[data-node] a[data-choose]").nth(2)
    link.focus()
    assert page.evaluate(CHOSEN) == link.inner_text()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(CHOSEN) == page.locator("tr[data-node] a[data-choose]").nth(3).inner_text()
    assert violations(page) == []


def test_it_begins_opens_hides_and_stays_where_it_stood(hand):
    page = hand.page
    page.locator("tr[data-node] a", has_text="Begin here").first.click()
    page.wait_for_url("**start=*")
    few = page.evaluate(NODES)
    place = page.evaluate(PLACE)
    places = page.evaluate(PLACES)
    hides = page.locator("tr[data-node] a", has_text="Hide")
    steps = 0
    while hides.count():
        left = page.evaluate(NODES)
        hides.last.click()
        until(page, lambda left=left: page.evaluate(NODES) < left)
        assert page.evaluate(PLACES).items() <= places.items()
        steps += 1
    assert steps
    for _ in range(steps):
        left = page.evaluate(NODES)
        page.go_back()
        until(page, lambda left=left: page.evaluate(NODES) > left)
    assert page.evaluate(PLACES) == places
    page.fill("[name=name]", "Around the applicant")
    with page.expect_navigation():
        page.click("button:has-text('Keep the view')")
    with page.expect_navigation():
        page.click("a:has-text('Around the applicant')")
    page.wait_for_selector(DRAWN)
    assert page.evaluate(NODES) == few
    assert page.evaluate(PLACE) == place


def test_the_period_is_moved_by_the_slider(hand):
    page = hand.page
    before = page.evaluate(EDGES)
    page.locator("[data-time=to]").focus()
    page.keyboard.press("Home")
    until(page, lambda: page.evaluate(EDGES) < before)
    assert "to=" in page.url


@pytest.mark.parametrize("name", ["flows", "timeline", "statement", "views", "notes"])
def test_the_other_pages_fit_a_phone_and_axe_is_silent(hand, name):
    page = hand.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page.url.replace("/explore", f"/{name}"))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
