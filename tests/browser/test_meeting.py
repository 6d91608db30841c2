"""A partnership meeting in a browser: prepared, held by six seats, minuted, followed, closed."""

import io
import re
from types import SimpleNamespace

import pypdfium2
import pytest

from tests.browser.conftest import AXE
from tests.browser.hand import Hand
from tests.browser.test_walk import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

CASE, TITLE = "Telefoonwinkels Havenkwartier", "Overleg na de jaarwisseling"
SEATS = {
    "police": "saw the deliveries",
    "prosecutor": "is there an investigation in the way",
    "tax": "knows the returns",
    "customs": "knows the stream of goods",
    "officer": "knows the licences",
}
AREA = {"port": "manages the quay", "police": "patrols there", "officer": "knows the licences"}
PAPERS = {
    "Belhuis Kompas": ("police", "tax", "prosecutor"),
    "Telefoonhoek Havenkwartier B.V.": ("tax", "customs"),
    "Winkelstrip Loodsplein 4 tot en met 10": ("officer", "police"),
}
BROUGHT = "Two of the three shops declare turnover without purchases."
INTEREST = "My sister-in-law rents one of the shops."
DECISION = "One joint inspection, everybody under the own power."
DISSENT = "Wait until the books were read."
ACTION = "Inspects the shops and writes down what is there."
TRACKS = {
    "criminal": ("", "No suspicion yet."),
    "administrative": ("Inspect together.", ""),
    "victim": ("", "The check was done: no indication."),
}
FEW_CLICKS = 5
VISITORS = ("coordinator", *SEATS, "port")


class Person(Hand):
    """Somebody at the table; axe reads each page that is looked at, the console is listened to."""

    def __init__(self, browser, city, name, found):
        super().__init__(browser, city, name, "nl" if name in ("tax", "port") else "en")
        self.found = found
        self.context.add_init_script(path=AXE)
        self.page.on("console", lambda m: found.loud.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda e: found.loud.append(str(e)))

    def at(self, address):
        """Go to a page by its address, as from a message."""
        self.page.goto(address)
        return self

    def look(self, name, *, tongues=None):
        """Have axe read this page, in both languages where asked."""
        for tongue in tongues or (self.language,):
            self.speak(tongue)
            self.found.wrong += [(name, tongue, *each) for each in violations(self.page)]
            self.keep(f"m-{name}-{self.name}")
            self.found.seen += 1
        return self.speak("en" if tongues else self.language)

    def speak(self, tongue):
        """Read on in this language."""
        if self.page.get_attribute("html", "lang") != tongue:
            with self.page.expect_navigation():
                self.page.click(f"button[name=language][value={tongue}]")
            self.language = tongue
        return self

    def paper(self):
        """The words of the own minutes as they are printed."""
        address = self.page.locator("main a[href$='minutes.pdf']").get_attribute("href")
        answer = self.context.request.get(self.city.url + address)
        assert answer.status == 200
        pages = pypdfium2.PdfDocument(io.BytesIO(answer.body()))
        text = " ".join(page.get_textpage().get_text_range() for page in pages)
        return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def found():
    return SimpleNamespace(wrong=[], loud=[], seen=0)


@pytest.fixture(scope="module")
def people(browser, city, found):
    there = {name: Person(browser, city, name, found).come_in() for name in VISITORS}
    yield there
    for each in there.values():
        each.leave()


def plan(chair):
    chair.press("^Meetings$", "nav.sidenav").go(
        chair.page.locator("main").get_by_role("link", name=CASE, exact=True).first
    )
    chair.forget()
    chair.press("Plan a meeting").look("plan")
    chair.fill("Title", TITLE).fill("Date", "2026-12-03").fill("Place", "Stadhuis, kamer 2.14")
    chair.fill("Purpose", "WGS 2.18(1)(b): decide on one inspection of three shops.")
    chair.press("Plan the meeting")
    return chair.page.url


def add_item(chair, title, question, seats, **more):
    chair.fill("Title", title).fill("Question to be answered", question)
    for label, value in more.items():
        chair.choose(label.replace("_", " "), value)
    for login, why in seats.items():
        chair.page.check(f"#seat-{login}")
        chair.page.fill(f"#because-{login}", why)
    chair.press("Add the item")
    assert title in chair.said()


def prepare(chair):
    add_item(
        chair,
        "Three shops: inspect together?",
        "Is one joint inspection necessary, and who acts under which power?",
        SEATS,
        Victim_check="no_indication",
    )
    chair.tick("No persons are discussed").choose("Phase of this item", "P1")
    chair.choose("Point of the agenda", "scan")
    add_item(
        chair,
        "The quay behind the shops",
        "What do other tenants notice?",
        AREA,
        Victim_check="no_indication",
    )
    chair.look("meeting-planned", tongues=("nl", "en")).press("Freeze the agenda")
    assert "agenda frozen" in chair.said()


def lay_papers(chair):
    chair.press("Three shops").unfold("Compare the options")
    for track, (what, why_not) in TRACKS.items():
        for part, text in (("what", what), ("why", what), ("why_not", why_not)):
            chair.page.fill(f"#{part}-{track}", text)
    chair.press("Store the options")
    for paper, seats in PAPERS.items():
        chair.unfold("Release a paper to seats")
        option = chair.page.locator("#thing option", has_text=paper).first
        chair.choose("Document or party of the case", option.get_attribute("value"))
        chair.fill("Legal basis for showing it", "WGS 2.22(1)(a)")
        for login in seats:
            chair.page.locator("#paper_seats label", has_text=NAMES[login]).click()
        chair.press("Release the paper")
    chair.look("item-frozen", tongues=("nl", "en"))
    return chair.page.url


NAMES = {
    "police": "Arjan Smeets",
    "prosecutor": "Elise van Dam",
    "tax": "Pieter Lubbers",
    "customs": "Ingrid Bosma",
    "officer": "Femke Aalbers",
}


def on_table(person):
    rows = person.page.locator("main table").first.locator("tbody th").all()
    return {row.inner_text().strip() for row in rows}


def read_papers(people, item):
    """Every seat reads the item; what lies on the table of each."""
    tables = {}
    for login in SEATS:
        person = people[login].at(item)
        tables[login] = on_table(person) & PAPERS.keys()
    assert tables == {
        login: {paper for paper, seats in PAPERS.items() if login in seats} for login in SEATS
    }
    assert len({frozenset(each) for each in tables.values()}) == len(SEATS)
    port = people["port"]
    assert port.page.goto(item).status == 404
    port.found.loud.clear()  # the console names the page that is not there


def bring(tax):
    tax.unfold("Iets inbrengen bij dit onderdeel")
    tax.fill("Wat u inbrengt", BROUGHT).choose("Soort gegevens", "TAX")
    tax.fill("Grondslag van uw organisatie", "AWR 67(2); WGS 2.23")
    tax.page.locator("#brought_seats label", has_text=NAMES["police"]).click()
    tax.page.locator("#brought_seats label", has_text="Nadia Verhulst").click()
    tax.press("Op tafel leggen").look("item-brought")


def attend(chair, leaves=""):
    """Everybody is there; whoever has an interest leaves the room."""
    for group in chair.page.locator("form[action$=attendance] fieldset.group").all():
        out = bool(leaves) and leaves in group.locator("legend").first.inner_text()
        group.get_by_label("Present for this item").check()
        group.locator(f"[value={'left_room' if out else 'no_interest'}]").check()
        if out:
            group.get_by_label("Which interest").fill(INTEREST)
    chair.press("Store the attendance")


def hold(chair, meeting, item):
    chair.at(meeting).press("Open the session").press("The quay behind")
    attend(chair)
    chair.at(item)
    attend(chair, leaves=NAMES["customs"])
    chair.look("item-in-session", tongues=("nl", "en"))
    chair.press("Open the room screen")
    shown = chair.page.inner_text("body")
    chair.found.wrong += [("room", *each) for each in violations(chair.page)]
    chair.keep("m-room")
    assert BROUGHT not in shown
    assert not [paper for paper in PAPERS if paper in shown]
    assert "4 things are withheld here" in shown
    chair.at(item)


def decide(chair, prosecutor, meeting, item):
    chair.fill("Minutes", "The tax office sees turnover without purchases.")
    chair.choose("Kind of decision", "intervention").fill(re.compile("^Decision"), DECISION)
    chair.choose("For which organisation", "police")
    chair.fill("Under which power", "Politiewet 3; AWR 47")
    chair.choose("Victim check", "no_indication").press("Store the minutes")
    chair.unfold("Agree on an action").fill("What will be done", ACTION)
    chair.choose("The one owner", "police").fill("The one power it rests on", "Politiewet 3")
    chair.choose("Barrier", "UGB-4a").fill("Due on", "2026-11-27").press("Agree on this action")
    prosecutor.at(item).unfold("State another view")
    prosecutor.fill("What this seat sees otherwise", DISSENT).press("Put it in the minutes")
    prosecutor.look("item-dissent")
    chair.at(item).fill("Answer", "The books are read first; the day stands.")
    chair.press("Store the answer")
    chair.at(meeting).press("The quay behind")
    chair.fill("Minutes", "Tenants see vans after eight.").choose("Kind of decision", "next_time")
    chair.fill(re.compile("^Decision"), "Ask the tenants first.").press("Store the minutes")


def approve(people, meeting):
    """The chair puts the minutes up; who took part in an item approves those of that item."""
    chair = people["coordinator"].at(meeting).press("Close the session")
    chair.press("Put the minutes up").look("meeting-approval")
    for login in VISITORS:
        person = people[login].at(meeting)
        for number in range(person.page.locator(".agenda__items a").count()):
            person.at(meeting).go(person.page.locator(".agenda__items a").nth(number))
            button = person.page.locator("form[action$=approval] button")
            if button.count():
                person.go(button)
    assert "Confirm the minutes" in chair.at(meeting).said()
    chair.press("Confirm the minutes")
    assert "tracking actions" in chair.said()


def compare_papers(people, meeting):
    """Every seat has minutes of its own, and only what is for that seat stands in them."""
    said = {login: people[login].at(meeting).paper() for login in VISITORS}
    assert len(set(said.values())) == len(said)
    decided = {login for login, text in said.items() if DECISION in text}
    assert decided == {"coordinator", "police", "prosecutor", "tax", "officer"}
    assert {login for login, text in said.items() if BROUGHT in text} == {
        *("coordinator", "police", "tax")
    }
    assert "Three shops" in said["customs"]
    assert "Three shops" not in said["port"]
    assert {login for login, text in said.items() if "Tenants see vans" in text} == {
        *("coordinator", "police", "officer", "port")
    }
    for paper, seats in PAPERS.items():
        shown = {login for login, text in said.items() if paper in text}
        assert shown == {"coordinator", *seats} - {"customs"}


def follow(people, meeting):
    """The owner reports on the board; the evaluation counts it; the meeting closes."""
    chair, police = people["coordinator"], people["police"]
    before = finished(chair)
    chair.at(meeting)
    assert "open and doing keep the meeting open" in chair.said()
    police.at(f"{police.city.url}/actions").look("board", tongues=("nl", "en"))
    police.press(re.escape(ACTION)).unfold("Report on: Inspects")
    police.choose("Status", "done").fill("Result", "Two shops had no administration.")
    police.press("Store the report")
    chair.at(f"{chair.city.url}/actions")
    done = chair.page.locator(".board__column", has=chair.page.locator("#column-done"))
    done.locator("summary").click()
    assert ACTION in done.inner_text()
    assert "Two shops had no administration." in done.inner_text()
    assert finished(chair) == before + 1
    chair.at(meeting).press("Close the meeting").look("meeting-closed")
    assert "closed" in chair.page.inner_text("h1 >> xpath=..")


def finished(chair):
    """How many actions that were due this year the evaluation counts under this power."""
    chair.at(f"{chair.city.url}/evaluation?year=2026")
    row = chair.page.locator("main tr", has_text="EV-03").inner_text()
    return int(re.search(r"Politiewet 2012 3: .*?counted: (\d+)", row, re.S)[1])


def test_six_seats_meet_each_with_its_own_papers_and_minutes(people, found, capsys):
    chair = people["coordinator"]
    meeting = plan(chair)
    prepare(chair)
    clicks = chair.clicks
    assert clicks <= FEW_CLICKS, "from the case to a frozen agenda"
    item = lay_papers(chair)
    read_papers(people, item)
    bring(people["tax"])
    hold(chair, meeting, item)
    decide(chair, people["prosecutor"], meeting, item)
    people["customs"].at(item).look("item-left-room")
    assert DECISION not in people["customs"].said()
    approve(people, meeting)
    compare_papers(people, meeting)
    follow(people, meeting)
    with capsys.disabled():
        print(f"\nclicks from the case to a frozen agenda of two items: {clicks}")
    assert (found.wrong, found.loud) == ([], [])
