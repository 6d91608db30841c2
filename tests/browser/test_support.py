"""A helper leads a support file in a browser, from the first page to the closing, and can leave."""

from datetime import date, timedelta
from gettext import translation
from pathlib import Path

import pytest

from tests.browser.conftest import AXE
from tests.browser.hand import Hand
from tests.browser.test_walk import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WORDS = Path(__file__).parents[2] / "app/translations"
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ELSEWHERE = "https://www.knmi.nl/"
RECIPIENT, OFFER = "N. Bakker, Opvang Oost", "Een bed voor één persoon."
TRIAGE = ("danger", "police", "minor", "children")


class Helper(Hand):
    """A helper at a desk or with a phone, in one language; axe reads every page kept."""

    def __init__(self, browser, city, language, screen):
        super().__init__(browser, city, "care", language, **screen)
        self.context.add_init_script(path=AXE)
        self.context.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body="<p>Weather</p>"))
        self.say = (
            translation("messages", WORDS, [language], fallback=True).gettext
            if language != "en"
            else str
        )
        self.come_in()

    def to(self, words, within="main"):
        """Press the button or link with these words, said in the language of the page."""
        return self.press(f"^{self.say(words)}", within)

    def write(self, label, text):
        return self.fill(self.say(label), text)

    def look(self, name):
        """Keep a picture; axe finds nothing, nothing sticks out, and the title tells nothing."""
        self.page.wait_for_load_state()
        assert violations(self.page) == [], name
        assert self.page.title() == self.say("Information")
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.page.viewport_size["width"], name
        return self.keep(f"support-{name}")


@pytest.fixture(params=[("en", DESK), ("nl", PHONE)], ids=["en-1280", "nl-390"])
def helper(request, browser, city):
    hand = Helper(browser, city, *request.param)
    yield hand
    hand.leave()


def begin(helper, code_name):
    helper.page.goto(f"{helper.city.url}/support")
    helper.look("list").to("Begin support").look("new")
    helper.write("Code name", code_name).write("Safe contact", "Alleen bellen op dinsdag.")
    helper.to("Begin support").look("file")
    return helper


def check(helper):
    """The safety triage, and that the person agreed to be referred."""
    helper.to("Record").look("triage")
    for name in TRIAGE:
        helper.page.check(f"input[name={name}][value=no]")
    helper.page.check("input[name=child_help][value=not_needed]")
    helper.to("Store").look("after-triage")
    helper.unfold(helper.say("Record consent"))
    helper.choose(helper.say("What it is for"), "shelter")
    helper.write("What exactly may be told", "Dat zij een bed zoekt")
    helper.page.fill("#recipient", RECIPIENT)
    helper.write("How it was explained", "In een gesprek").write("In which language", "Pools")
    helper.to("Record consent").look("agreed")


def refer(helper):
    helper.to("Referrals").choose(helper.say("Purpose"), "coordination")
    helper.write("Recipient", RECIPIENT).write("What is told", OFFER)
    helper.to("Refer").look("beyond-consent")
    assert OFFER not in helper.page.locator("main table").all_inner_texts()
    helper.choose(helper.say("Purpose"), "shelter").to("Refer").look("referred")
    assert OFFER in helper.said()
    helper.to("Store").look("answered")


def close(helper, code_name, reference):
    """The person takes the consent back; who was told is told again, and the file goes."""
    helper.go(helper.page.locator("nav").get_by_role("link", name=code_name).first)
    helper.to("Withdraw").to("Referrals").look("recalled")
    helper.to("The recipient was told")
    helper.go(helper.page.get_by_role("link", name=code_name).first)
    helper.to("Close this file").look("close")
    helper.page.check("#understood")
    helper.to("Close and delete").look("closed")
    row = helper.page.locator("tr", has_text=reference).locator("th")
    assert row.inner_text() == helper.say("Closed file")


def test_a_file_is_opened_referred_and_closed_in_both_languages(helper):
    name = f"Linde-{helper.page.viewport_size['width'] % 100 + 1}"
    begin(helper, name)
    reference = helper.page.locator(".mono, code").first.inner_text()
    check(helper)
    refer(helper)
    close(helper, name, reference)


def test_one_key_leaves_without_a_way_back(helper):
    """The sign-in ends with it: Back finds the door and no page."""
    begin(helper, "Wilg")
    helper.write("Needs and wishes, in the person's own words", "Half written")
    with helper.page.expect_navigation(url=f"{ELSEWHERE}**"):
        helper.page.keyboard.press("Escape")
    assert helper.page.inner_text("body") == "Weather"
    helper.page.go_back()
    assert "Half written" not in helper.page.content()
    helper.page.wait_for_selector("#login")
    assert "Wilg" not in helper.page.content()


def test_a_case_is_held_until_a_day_and_released(helper, city):
    case = city.summary["cases"]["partnership"]
    begin(helper, "Berk")
    helper.to("Hold a case").look("hold")
    helper.write("Reference of the case", case)
    until = date.fromisoformat("2026-11-20") + timedelta(30)
    helper.write("Hold until", until.isoformat()).page.locator("main form button").first.click()
    helper.look("held")
    assert "Berk" in helper.page.inner_text("h1")
    helper.to("Hold a case").unfold(helper.say("Release a case")).page.fill("#released", case)
    helper.go(helper.page.locator("form:has(#released) button"))
    assert "Berk" in helper.page.inner_text("h1")
