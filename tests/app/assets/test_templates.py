"""The face: every part renders, keeps the strict content policy and is usable by everybody."""

import re
import threading

import pytest
from werkzeug.serving import make_server

from tests.app.assets.gallery import FACE, PAGES, create_gallery

AXE = FACE / "assets/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
WIDTHS = (1280, 360)

pytestmark = pytest.mark.skipif(
    not (FACE / "static/vendor/manifest.json").exists(), reason="front-end files not fetched"
)


@pytest.fixture(scope="module")
def client():
    return create_gallery().test_client()


@pytest.fixture(scope="module")
def address():
    server = make_server("127.0.0.1", 0, create_gallery(), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def chromium(browser):
    if not AXE.exists():
        pytest.skip("axe-core is not here")
    return browser


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_heading_a_language_and_nothing_inline(client, name):
    html = client.get(f"/{name}").text
    assert html.count("<h1") == 1
    assert '<html class="voorbeeld-theme bureau-theme" lang="en">' in html
    assert not re.search(r"<[^>]+\sstyle=", html)
    assert not re.search(r"<[^>]+\son[a-z]+=", html)
    assert not re.search(r"<script(?![^>]*\bnonce=)", html)


def test_dates_follow_the_language_of_the_reader(client):
    assert "22 Sep 2026" in client.get("/case").text
    assert "22 sep 2026" in client.get("/case?lang=nl").text


def test_a_support_page_has_a_neutral_title_and_a_way_out(client):
    html = client.get("/support").text
    title = re.search(r"<title>(.*?)</title>", html).group(1)
    assert title == "Information"
    assert "data-quick-exit" in html
    assert "Bureau" not in html


def test_an_ordinary_page_has_no_way_out_and_no_watermark(client):
    html = client.get("/worklist").text
    assert "data-quick-exit" not in html
    assert 'class="watermark"' not in html


def test_a_sensitive_page_says_who_looks_at_it(client):
    html = client.get("/case").text
    assert "Seen by Anne de Vries, Municipality of Oefenstad, " in html
    assert "22 Sep 2026, " in html


def test_a_page_without_a_viewer_shows_no_menu(client):
    html = client.get("/door").text
    assert "sidenav" not in html
    assert "Sign out" not in html


def test_an_error_is_tied_to_its_field(client):
    html = client.get("/form?wrong=1").text
    assert 'aria-describedby="title-hint title-errors"' in html
    assert 'id="title-errors"' in html
    assert '<a href="#title">' in html
    assert '<a href="#stage-0">' in html


def test_what_is_written_by_people_is_escaped():
    gallery = create_gallery()
    source = '{% import "macros/evidence.html" as e %}{{ e.chip({"label": hostile}) }}'
    with gallery.test_request_context("/"):
        html = gallery.jinja_env.from_string(source).render(hostile="<img src=x onerror=alert(1)>")
    assert "<img" not in html


def test_every_font_and_picture_that_the_styles_name_is_there():
    for sheet in (FACE / "static/css").glob("*.css"):
        # A name after # is a pattern of the drawing on the page itself.
        for named in re.findall(r'url\("([^"#]+)"\)', sheet.read_text("utf-8")):
            assert (sheet.parent / named).is_file(), f"{sheet.name}: {named}"


def test_no_style_or_script_of_ours_calls_another_host():
    for file in (*FACE.glob("static/css/*.css"), *FACE.glob("static/js/*.js")):
        assert "http" not in file.read_text("utf-8"), file.name


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [*PAGES, "form?wrong=1"])
def test_axe_finds_nothing_and_the_page_fits(chromium, address, name, width):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    refused = []
    page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    page.goto(f"{address}/{name}", wait_until="load")
    if name == "network":
        page.wait_for_selector("[data-drawn]")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert wider <= 0
    assert refused == []


@pytest.mark.browser
def test_the_picture_is_walked_by_keys_in_step_with_the_table(chromium, address):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/network")
    page.wait_for_selector("[data-drawn]")
    page.focus("[data-graph-stage]")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("[data-graph-said]") == "Joris Proefman · Ties: 1"
    page.keyboard.press("ArrowRight")
    near = page.eval_on_selector_all("tr.is-near", "rows => rows.map(row => row.dataset.edge)")
    assert near == ["e1", "e2", "e3"]
    page.close()


@pytest.mark.browser
def test_a_tie_chosen_in_the_table_shows_its_evidence(chromium, address):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/network")
    page.wait_for_selector("[data-drawn]")
    page.click("a[data-choose=e2]")
    page.wait_for_selector("[data-graph-panel] >> text=Rests on e2")
    assert page.get_attribute("tr.is-chosen", "data-edge") == "e2"
    page.close()


@pytest.mark.browser
def test_the_table_says_it_all_when_the_picture_fails(chromium, address):
    page = chromium.new_page(java_script_enabled=False)
    page.goto(f"{address}/network")
    assert page.is_hidden("[data-graph-stage]")
    assert page.locator("tr[data-edge]").count() == 5
    page.close()


@pytest.mark.browser
def test_a_step_that_cannot_be_taken_back_asks_first(chromium, address):
    page = chromium.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.method))
    page.goto(f"{address}/parts")
    page.click("button:has-text('Withdraw')")
    page.click("dialog button:has-text('No')")
    assert "POST" not in asked
    page.click("button:has-text('Withdraw')")
    # A page that is closed while it is on its way to another may never say that it is closed.
    with page.expect_navigation(), page.expect_request(lambda asked: asked.method == "POST"):
        page.click("dialog button:has-text('Yes')")
    page.close()


@pytest.mark.browser
def test_three_presses_of_shift_leave_the_page(chromium, address):
    page = chromium.new_page()
    left = []
    page.route("**/*", lambda route: _follow(route, address, left))
    page.goto(f"{address}/support")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(lambda url: not url.startswith(address))
    assert left
    page.close()


def _follow(route, address, left):
    if route.request.url.startswith(address):
        route.continue_()
    else:
        left.append(route.request.url)
        route.fulfill(body="elsewhere")
