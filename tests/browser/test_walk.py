"""Every page in Chromium, in both languages: axe finds nothing, the console stays silent."""

import re
from collections import deque

import pytest

from tests.browser.conftest import AXE, sign_in
from tests.walls.visiting import turns

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("city")]

LOGINS = (
    *("officer", "second", "mayor", "coordinator", "police", "care", "auditor", "admin"),
    *("prosecutor", "outsider"),
)
FILES = re.compile(
    r"\.(json|svg|pdf|png|csv|ics)$|/pdf$|/export|/download|/file$|/files/|/healthz|^https?:"
    r"|/documents/[0-9a-f-]{36}$"
)
PLACE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/|$)|[A-Z]{3}-\d{4}-\w+|tie%3A.*|pays.*")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549"]
CHECK = "async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations"
LINKS = "els => els.map(e => e.getAttribute('href'))"


def pattern(path):
    """The page behind an address, whatever record it shows."""
    return PLACE.sub("<one>", path.split("?")[0].split("#")[0])


def links(page, city):
    for href in page.eval_on_selector_all("a[href]", LINKS):
        target = href.removeprefix(city.url)
        if target.startswith("/") and not FILES.search(target.split("?")[0]):
            yield target.split("#")[0]


def violations(page):
    found = page.evaluate(CHECK, RULES)
    return [(v["id"], v["nodes"][0]["target"]) for v in found]


def tongues(name):
    """The languages in which axe reads a page: one in its turn, or both (see `turns`)."""
    return turns(("en", "nl"), len(name), of=2)


class Walk:
    """What was seen, what axe found and what the console said."""

    def __init__(self, browser, city):
        self.browser, self.city = browser, city
        self.seen, self.wrong, self.loud = {}, [], []

    def go(self, login, language):
        """Every page that this login reaches by its links and that nobody reached before."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(20_000)
        context.add_init_script(path=AXE)
        page = context.new_page()
        page.on("console", lambda m: self.loud.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.loud.append(str(e)))
        sign_in(page, self.city, login)
        if page.locator(f"button[name=language][value={language}]").count():
            page.click(f"button[name=language][value={language}]")
        waiting, known = deque(["/"]), {"/"}
        while waiting:
            path = waiting.popleft()
            if (language, pattern(path)) in self.seen and path != "/":
                continue
            if self.look(page, login, path, language):
                fresh = {pattern(link): link for link in links(page, self.city)}
                waiting += [link for name, link in fresh.items() if name not in known]
                known |= set(fresh)
        context.close()

    def look(self, page, login, path, language):
        """One page in the language that was chosen; whether it was a page at all."""
        answer = page.goto(self.city.url + path, wait_until="domcontentloaded")
        self.seen[language, pattern(path)] = (login, answer.status)
        if "text/html" not in answer.headers.get("content-type", ""):
            return False  # a file is shown by the browser itself
        assert page.get_attribute("html", "lang") == language
        if language in tongues(pattern(path)):
            self.wrong += [(login, path, language, *each) for each in violations(page)]
        return True


@pytest.fixture
def walked(browser, city):
    """Every page that any login reaches by its links, in one language after the other."""
    walk = Walk(browser, city)
    for language in ("en", "nl"):
        for login in LOGINS:
            walk.go(login, language)
    return walk.seen, walk.wrong, walk.loud


def test_every_page_is_accessible_in_both_languages(walked, capsys):
    seen, wrong, loud = walked
    with capsys.disabled():
        print(f"\npages walked in 2 languages: {len(seen)}; axe violations: {len(wrong)}")
    assert wrong == []
    assert loud == []
    assert [each for each in seen.items() if each[1][1] != 200] == []
    assert len({name for _, name in seen}) > 40
    assert {name for one, name in seen if one == "en"} == {n for o, n in seen if o == "nl"}


def test_the_main_forms_work_without_a_script(browser, city):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, city, "officer")
    page.goto(f"{city.url}/cases/new")
    page.fill("[name=title]", "Café zonder script")
    page.select_option("[name=scope]", "SC02")
    page.fill("[name=received_on]", "2026-01-05")
    page.click("main form button[type=submit]")
    assert "Café zonder script" in page.inner_text("h1")
    context.close()


def test_a_keyboard_alone_reaches_the_ties_behind_the_picture(browser, city):
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, city, "officer")
    page.goto(f"{city.url}/cases")
    page.click("text=De Gouden Steven")
    page.click("nav.tabs a[href$='/network']")
    page.wait_for_selector("[data-graph-stage]:not([hidden])")
    page.focus("[data-graph-stage]")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('[data-graph-said]').textContent.length > 3")
    page.focus("table a[data-choose]")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-graph-panel] .chip, main .chip")
    context.close()
