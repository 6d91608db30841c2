"""Every page in Chromium, in both languages: axe finds nothing, the console stays silent."""

import re
from collections import Counter, deque
from html.parser import HTMLParser

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
FETCH = """async path => {
    const answer = await fetch(path);
    return [answer.status, answer.headers.get('content-type') || '', await answer.text()];
}"""
LINKS = "els => els.map(e => e.getAttribute('href'))"


def pattern(path):
    """The page behind an address, whatever record it shows."""
    return PLACE.sub("<one>", path.split("?")[0].split("#")[0])


def leading(hrefs, city):
    """Which of these links lead to pages of the house."""
    for href in hrefs:
        target = href.removeprefix(city.url)
        if target.startswith("/") and not FILES.search(target.split("?")[0]):
            yield target.split("#")[0]


def violations(page):
    found = page.evaluate(CHECK, RULES)
    return [(v["id"], v["nodes"][0]["target"]) for v in found]


def tongues(name):
    """The languages in which Chromium shows a page: one in its turn, or both (see `turns`)."""
    return turns(("en", "nl"), len(name), of=2)


class Markup(HTMLParser):
    """A page as it was sent, without its words: what of it a browser runs, fetches and forbids."""

    def __init__(self, sent):
        super().__init__()
        self.bones, self.hrefs, self.language = Counter(), [], ""
        self.feed(sent)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.bones[tag, *sorted(given), given.get("src"), given.get("type")] += 1
        if tag == "a" and given.get("href"):
            self.hrefs.append(given["href"])
        if tag == "html":
            self.language = given.get("lang")


class Walk:
    """What was seen, what axe found and what the console said.

    Chromium shows each page in one language. In the other it is asked for without a browser, as
    long as its markup is the same; where it is another, Chromium shows it in that language too.
    """

    def __init__(self, browser, city):
        self.browser, self.city = browser, city
        self.seen, self.wrong, self.loud = {}, [], []
        self.sent, self.later, self.shown = {}, [], 0

    def enter(self, login, language):
        """A page of somebody who came in and reads this language."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(20_000)
        context.add_init_script(path=AXE)
        page = context.new_page()
        page.on("console", lambda m: self.loud.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: self.loud.append(str(e)))
        sign_in(page, self.city, login)
        if page.locator(f"button[name=language][value={language}]").count():
            with page.expect_navigation():
                page.click(f"button[name=language][value={language}]")
        return page

    def go(self, login, language):
        """Every page that this login reaches by its links and that nobody reached before."""
        page = self.enter(login, language)
        waiting, known = deque(["/"]), {"/"}
        while waiting:
            path = waiting.popleft()
            if (language, pattern(path)) in self.seen and path != "/":
                continue
            hrefs = self.look(page, login, path, language)
            fresh = {pattern(link): link for link in leading(hrefs, self.city)}
            waiting += [link for name, link in fresh.items() if name not in known]
            known |= set(fresh)
        page.context.close()

    def look(self, page, login, path, language):
        """One page in the language that was chosen; the links on it."""
        name, chosen = pattern(path), language in tongues(pattern(path))
        status, kind, sent = (self.show if chosen else self.fetch)(page, path)
        self.seen[language, name] = (login, status)
        if "text/html" not in kind:
            return []  # a file is shown by the browser itself
        markup = Markup(sent)
        assert markup.language == language
        if chosen:
            self.wrong += [(login, path, language, *each) for each in violations(page)]
        before = self.sent.setdefault((login if path == "/" else "", name), markup.bones)
        if before != markup.bones:
            self.later += [(login, tongue, path) for tongue in {"en", "nl"} - {*tongues(name)}]
        return page.eval_on_selector_all("a[href]", LINKS) if chosen else markup.hrefs

    def show(self, page, path):
        """A page in Chromium: its status, its kind and what was sent."""
        self.shown += 1
        answer = page.goto(self.city.url + path, wait_until="domcontentloaded")
        kind = answer.headers.get("content-type", "")
        return answer.status, kind, answer.text() if "text/html" in kind else ""

    def fetch(self, page, path):
        """The same without showing it."""
        return page.evaluate(FETCH, path)

    def go_back(self):
        """Show what has another markup in the other language, in that language."""
        for login, language in sorted({each[:2] for each in self.later}):
            page = self.enter(login, language)
            for path in [path for *whose, path in self.later if whose == [login, language]]:
                self.show(page, path)
            page.context.close()


@pytest.fixture
def walked(browser, city):
    """Every page that any login reaches by its links, in one language after the other."""
    walk = Walk(browser, city)
    for language in ("en", "nl"):
        for login in LOGINS:
            walk.go(login, language)
    walk.go_back()
    return walk


def test_every_page_is_accessible_in_both_languages(walked, capsys):
    seen = walked.seen
    with capsys.disabled():
        print(f"\npages walked in 2 languages: {len(seen)}; axe violations: {len(walked.wrong)}")
        print(f"{walked.shown} shown in Chromium, {len(walked.later)} of them for other markup")
    assert walked.wrong == []
    assert walked.loud == []
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
