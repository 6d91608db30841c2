"""The road of a screening in a browser, by what stands on the pages and nothing else."""

import re

import pytest

from tests.browser.conftest import PASSWORD
from tests.browser.hand import Hand

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TITLE = "Eethuis De Loods, Pakhuisstraat 8"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
MOST_CLICKS, MOST_SCREENS = 8, 10
# Every field of a part that the applicant sees gets something that fits; no to each question.
FILL = """() => {
  const shown = e => e.offsetParent !== null;
  const wanted = e => !(e.closest('fieldset, .field').querySelector(
    ':scope > legend .optional, :scope > label .optional'));
  document.querySelectorAll('main input[type=radio][value=no]').forEach(e => {
    if (shown(e)) e.click();
  });
  document.querySelectorAll('main input.utrecht-textbox, main textarea').forEach(e => {
    if (!shown(e) || e.value || !wanted(e)) return;
    const hint = (document.getElementById(e.id + '-hint') || {}).textContent || '';
    e.value = hint.includes('31-12') ? '01-02-2024' : e.inputMode === 'decimal' ? '100' : 'Fictief';
  });
}"""


@pytest.fixture(scope="module")
def people(browser, city):
    """Officer, second reader and mayor at a desk, the applicant with a phone."""
    found = {name: Hand(browser, city, name).come_in() for name in ("officer", "second", "mayor")}
    found["applicant"] = Hand(browser, city, "applicant", **PHONE)
    yield found
    for each in found.values():
        each.leave()


def register(officer):
    officer.press("Open a screening").keep("register")
    officer.fill("Title", TITLE).choose("Decision to be screened", "SC02")
    officer.fill("Name of the company", "De Loods Horeca B.V.")
    officer.fill("Street", "Pakhuisstraat").fill("House number", "8")
    officer.fill("Postcode", "9999 ZZ").fill("Town", "Havermonde")
    officer.press("Open the case").keep("case-registered")


def send_form(officer):
    officer.press("Send the form").keep("send-form")
    officer.fill("Reason", "Hospitality is a sector that the policy rule selects.")
    officer.press("^Send the form$").keep("link")
    secret, code = (each.inner_text() for each in officer.page.locator("main .card code").all())
    return secret, code


def come_in(applicant, secret, code):
    applicant.page.goto(secret)
    if applicant.page.locator("button[name=language][value=en]").count():
        applicant.page.tap("button[name=language][value=en]")
    applicant.keep("a-code").fill("Your code", code).press("Go on").keep("a-form")


def fill_in(applicant, most=40):
    """Fill in what is missing, at most so many parts, and back to the overview."""
    applicant.press("Fill in what is missing")
    for number in range(1, most + 1):
        applicant.page.evaluate(FILL)
        applicant.keep(f"a-part-{number}")
        more = number < most and applicant.page.locator("button[name=onward]").count()
        applicant.press("Save and go on" if more else "^Save$")
        assert "Nothing is saved yet" not in applicant.said(), applicant.said()
        if not more:
            return


def send_documents(applicant, most):
    applicant.press("Send documents").keep("a-documents")
    for _ in range(most):
        missing = applicant.page.locator("section.document", has_text="missing").first
        if not missing.count():
            break
        file = {"name": "stuk.pdf", "mimeType": "application/pdf", "buffer": PDF}
        missing.locator("input[type=file]").set_input_files(file)
        applicant.go(missing.get_by_role("button", name="Send this file"))
        assert "is received" in applicant.said()
    applicant.keep("a-documents-sent").press("Back to your form")


def hand_in(applicant, *, whole):
    applicant.press("Sign and hand in").keep("a-hand-in")
    applicant.fill("Your name and function", "A. Voorbeeld, director")
    applicant.fill("Place", "Havermonde").tick("I declare that")
    if not whole:
        applicant.tick("I know that something is missing")
    applicant.press("^Hand in$").keep("a-handed-in")
    assert "Your form is with us" in applicant.said()


def ask_supplement(officer):
    officer.page.goto(f"{officer.city.url}/")
    officer.keep("home")
    row = officer.page.locator("tr", has_text=TITLE).filter(has_text="The form came back")
    officer.go(row.get_by_role("link").first).keep("supplement").press(
        "Ask for the supplement"
    ).keep("letter-supplement")
    officer.press("Record as sent").keep("letter-sent")
    assert "Recorded as sent" in officer.said()


def test_an_officer_takes_an_application_from_receipt_to_decision(people, capsys):
    officer, second, mayor = (people[name] for name in ("officer", "second", "mayor"))
    applicant = people["applicant"]
    officer.forget()
    register(officer)
    secret, code = send_form(officer)
    asked = officer.clicks, officer.screens
    come_in(applicant, secret, code)
    fill_in(applicant, 2)
    send_documents(applicant, 1)
    hand_in(applicant, whole=False)
    ask_supplement(officer)
    with capsys.disabled():
        print(
            f"\nfrom opening the application to the supplement letter: {officer.clicks} clicks, "
            f"{officer.choices} choice, {officer.typed} fields typed, {officer.screens} screens "
            f"(until the form is out: {asked[0]} clicks, {asked[1]} screens)"
        )
    assert officer.clicks <= MOST_CLICKS
    assert officer.screens <= MOST_SCREENS
    receipt(officer)
    complete(officer, applicant)
    inquire(officer, second)
    assess(officer, second)
    decide(officer, mayor)


def receipt(officer):
    """The case page says which letters wait: after this one none of them is the receipt."""
    officer.press("On with the case").keep("case-supplement")
    officer.press("Send the letter: confirmation of receipt").press("Record as sent")
    officer.press("On with the case")
    assert "Send the letter" not in officer.page.inner_text("section.card--strong")


def complete(officer, applicant):
    """The applicant hands in what was missing through the same link; the officer goes on."""
    applicant.page.goto(applicant.city.url + "/a/form")
    applicant.keep("a-supplement")
    assert "Your application is not complete yet" in applicant.said()
    fill_in(applicant)
    send_documents(applicant, 40)
    hand_in(applicant, whole=True)
    officer.page.reload()
    officer.keep("case-supplied").press("Take this step").keep("case-own")
    assert "own investigation" in officer.said()


def add(officer, login, why):
    """The button that asks for somebody has opened the form and chosen the capacity."""
    officer.field("Who", "aside").select_option(login)
    officer.field("Why this person needs to know", "aside").fill(why)
    officer.press("^Add$")
    assert "is a member from now on" in officer.said()


def inquire(officer, second):
    officer.press("Add the second reader")
    add(officer, "second", "second reader of this screening")
    officer.keep("case-members").press("Compute and answer the indicators").keep("indicators")
    officer.press("Compute from the facts").keep("indicators-computed")
    while (card := officer.page.locator("main .card--strong").first).count():
        card.locator("summary", has_text=re.compile("^Answer$")).click()
        card.get_by_label("Answer", exact=True).first.select_option("explained")
        card.locator("textarea").fill("Explained by the papers of the form.")
        officer.go(card.get_by_role("button", name="Store the answer"))
    second.page.goto(second.city.url + "/")
    second.keep("second-home")
    second.go(second.page.locator("tr", has_text=TITLE).get_by_role("link").first)
    second.press("Close the light check").keep("second-closed")
    officer.press("Overview", "nav.tabs")
    officer.fill("Reason of this step", "The light check is closed; no question is open.")
    officer.press("Take this step").keep("case-assess")


def assess(officer, second):
    officer.press("Write findings and assess the danger").keep("assessment")
    officer.press("Write a finding").keep("finding")
    officer.fill("Finding", "The applicant paid the works from a savings account.")
    officer.tick("1. The application").press("Store the finding")
    for _ in range(3):
        card = officer.page.locator("section.card", has_text="not yet assessed").first
        card.locator("summary", has_text="Assess this ground").click()
        if (degree := card.get_by_label("Degree of danger")).count():
            degree.select_option("none")
        card.get_by_label("Reasoning").fill("Nothing points to a danger.")
        officer.go(card.get_by_role("button", name="Store the assessment"))
    officer.keep("assessed")
    second.page.goto(second.city.url + "/")
    second.go(second.page.locator("tr", has_text=TITLE).get_by_role("link").first)
    second.keep("second-sign")
    for _ in range(3):
        second.press("Sign as second reader")
    assert "not yet signed" not in second.said()


def decide(officer, mayor):
    officer.press("Overview", "nav.tabs").keep("case-signed")
    officer.fill("Reason of this step", "Own conclusion, signed by the second reader.")
    officer.press("Take this step").keep("case-weigh")
    officer.fill("Reason of this step", "No danger on any ground.")
    officer.press("Take this step").keep("case-decide")
    officer.press("Add the decision maker")
    add(officer, "mayor", "takes the decision")
    mayor.page.goto(mayor.city.url + "/")
    mayor.keep("mayor-home")
    mayor.go(mayor.page.locator("tr", has_text=TITLE).get_by_role("link").first)
    mayor.keep("mayor-decides").choose("Decision", "grant")
    mayor.fill("Reasons", "There is no danger; the permit is granted.")
    mayor.fill("Your password", PASSWORD)
    mayor.press("Take the decision").keep("mayor-decided")
    assert "The decision is taken in your name" in mayor.said()
    officer.press("Overview", "nav.tabs").keep("case-decided")
    officer.press("Send the letter: decision: grant").keep("letter-decision")
    assert "There is no danger; the permit is granted." in officer.said()
    officer.press("Record as sent").press("On with the case")
    officer.press("Take this step").keep("case-known")
    assert "register" in officer.said()
