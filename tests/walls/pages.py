"""Reads pages as a browser would: forms with their fields, tags, texts."""

from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import urlsplit

from tests.walls.visiting import PASSWORD, Visitor

DAY = date(2026, 4, 10)
LATER = date(2026, 4, 30)
WORDS = "Fictional words of a test."
FILE = b"id,date,amount,currency,from_account,to_account\nx1,2024-05-01,10.00,EUR,A,D\n"
# What the heuristics cannot know, by endpoint and field; "*" for every endpoint.
SAID: dict[tuple[str, str], object] = {
    ("support.open_file", "code_name"): "Koolmees",
    ("support_road.refer", "recipient"): "opvang",
    ("support_road.keep_words", "address"): "Wilgenlaan 14",
    ("contacts.answer", "version"): "0",
    ("contacts.answer", "agreed"): "yes",
    ("sharing_requests.answer", "answer"): "no",
    ("sharing_requests.answer", "reason_code"): "not_held",
    ("sharing_requests.ask", "asked"): "police",
    ("sharing_requests.ask", "category"): "AREA",
    ("sharing_requests.ask", "way"): "NO_PERSONS",
    ("sharing_requests.take_stance", "recipient"): "",
    ("screening.ask_supplement", "all"): "",
    ("screening.ask_supplement", "none"): "",
    ("screening.send_form", "with_link"): "",
    ("cases.open_screening", "signal"): "",
    ("cases.open_screening", "kvk"): "69599084",
    ("*", "address"): "Kade 1",
    ("letters.go_on", "channel"): "portal",
    ("*", "sent_on"): DAY.isoformat(),
    ("*", "held_on"): LATER.isoformat(),
    ("*", "due_on"): LATER.isoformat(),
    ("*", "until_on"): LATER.isoformat(),
    ("*", "next_check"): LATER.isoformat(),
    ("*", "ends_on"): LATER.isoformat(),
    ("*", "until"): LATER.isoformat(),
    ("*", "owner"): "police",
    ("meetings.agree_action", "power"): "Politiewet 3",
    ("*", "code_name"): "Linde",
    ("meetings.add_item", "seats"): "customs",
    ("minutes.write_minutes", "decided_power"): "WGS 2.23(5)",
    ("minutes.write_minutes", "victim_check"): "no_indication",
    ("meetings.add_item", "phase"): "P1",
    ("*", "seats"): "customs: own information",
    ("*", "readers"): "second: second reading",
    ("*", "weeks"): "8",
    ("*", "valid_from"): "2024",
    ("*", "valid_to"): "",
    ("*", "paid_out_on"): "2026-01-15",
    ("*", "contract_on"): "2026-01-15",
    ("*", "interest_percent"): "5",
    ("*", "share"): "1/3",
    ("*", "settings"): "",
    ("figures.add", "value"): "40",
    ("thresholds.change", "value"): "7",
    ("thresholds.change", "holds_from"): "",
    ("*", "conditions"): "",
    ("decision.decide", "do"): "",
    ("board_changes.change_step", "do"): "",
    ("board_changes.change_barrier", "do"): "",
    ("board_changes.change_step", "name_en"): "",
    ("board_changes.add_step", "signals_nl"): "",
    ("board_changes.add_step", "signals_en"): "",
    ("boards.move", "review_on"): LATER.isoformat(),
    ("boards.move", "since"): "",
    ("hearing.send_intention", "do"): "",
    ("review.decide_objection", "do"): "",
    ("facts.add_tie", "kind"): "associates",
    ("beside.record_beside", "kind"): "associates",
    ("parties.add_identifier", "value"): "69599084",
    ("corrections.correct_number", "value"): "999990020",
    ("cases.share_case", "login"): "colleague",
    ("cases.unshare_case", "login"): "mayor",
    ("support.share_file", "login"): "spare-helper",
    ("users.add_user", "login"): "newcomer",
    **{("session.change_password", name): "herons at every quay" for name in ("new", "again")},
    ("mandates.add_mandate", "login"): "",
    ("*", "ended_on"): LATER.isoformat(),
    ("review.lodge_objection", "posted_on"): "",
    ("review.lodge_objection", "received_on"): "",
    ("review.receive_default", "on"): "",
    ("organisations.add_organisation", "code"): "newcomers",
    ("meetings.plan_meeting", "secretary"): "",
    ("meetings.plan_meeting", "next_on"): "",
    ("signals.report", "subject"): "Belhuis Kompas",
    ("signals.change", "subject"): "Belhuis Kompas",
    ("signal_desk.invite", "login"): "police",
    ("signal_desk.accept", "involved"): ["havermonde", "tax"],
    ("phases.enter_phase", "named"): ["police", "tax"],
    ("signal_desk.close", "outcome"): "returned",
    ("signal_desk.close", "reason"): "UNCLEAR",
    ("session.enter", "login"): "officer",
    ("imports.store_file", "format"): "payments-csv",
    ("imports.store_file", "mapping"): "",
    ("row_mappings.map_rows", "words"): "",
    ("parties.add_party", "do"): "",
    ("facts.add_tie", "do"): "",
    ("records.add_record", "do"): "",
    ("portfolios.map_columns", "words"): "",
    ("portfolios.take", "act"): "preview",
}
# Which of a list to choose, by what the option says.
CHOSEN = {
    "start": "Verkoper",
    "end": "Koper",
    "payee": "C",
    "borrower": "Koper",
    "reader": "Mayor",
    "document": "Advies",
}
MONEY = ("amount", "price", "principal", "rent", "valuation", "means")


@dataclass
class Field:
    """One control of a form."""

    tag: str
    name: str
    kind: str = ""
    value: str = ""
    options: list[tuple[str, str]] = field(default_factory=list)
    longest: int = 20_000


@dataclass
class Form:
    """One form of a page."""

    action: str
    method: str
    fields: list[Field] = field(default_factory=list)


Known = dict[str, list[Form]]


class _Forms(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.forms, self._select, self._option = path, list[Form](), None, ""

    def handle_starttag(self, tag, attrs):
        found = {key: value or "" for key, value in attrs}
        if tag == "form":
            action = urlsplit(found.get("action") or self.path).path
            self.forms.append(Form(action, found.get("method", "get").lower()))
        elif self.forms and tag in ("input", "textarea", "select", "button") and "name" in found:
            kind = found.get("type", "text" if tag == "input" else "")
            one = Field(tag, found["name"], kind, found.get("value", ""))
            one.longest = int(found.get("maxlength", one.longest))
            self.forms[-1].fields.append(one)
            self._select = one if tag == "select" else None
        elif tag == "option" and self._select is not None:
            self._select.options.append((found.get("value", ""), ""))
            if "selected" in found:
                self._select.value = found.get("value", "")

    def handle_data(self, data):
        if self._select is not None and self._select.options:
            value, label = self._select.options[-1]
            self._select.options[-1] = (value, (label + data).strip())

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None


def forms_of(page: str, path: str) -> list[Form]:
    """The forms of a page."""
    parser = _Forms(path)
    parser.feed(page)
    return parser.forms


def find_form(client: Visitor, path: str, known: Known | None = None) -> Form | None:
    """The form that posts to `path`: on its own page, or on the nearest page above it.

    `known` keeps the forms of the pages that were read, for whoever asks again before a change.
    """
    parts, known = path.strip("/").split("/"), {} if known is None else known
    for length in range(len(parts), -1, -1):
        page = "/" + "/".join(parts[:length])
        if page not in known:
            known[page] = _read(client, page)
        for form in known[page]:
            if form.method == "post" and form.action == path:
                return form
    return None


def _read(client: Visitor, page: str) -> list[Form]:
    answer = client.get(page)
    shown = answer.status_code == 200 and answer.mimetype == "text/html"
    return forms_of(answer.get_data(as_text=True), page) if shown else []


def filled(form: Form, endpoint: str, words: str = WORDS) -> dict[str, object]:
    """The form with something sensible in every field."""
    given: dict[str, object] = {}
    for one in form.fields:
        if one.name == "csrf_token":
            continue
        value = _said(one, endpoint, words)
        if value is not None and (one.name not in given or one.kind not in ("checkbox", "radio")):
            given[one.name] = value
    return given


def _said(one: Field, endpoint: str, words: str) -> object | None:
    if one.name.startswith("interest-"):  # the first declaration is that there is none
        return ""
    known = SAID.get((endpoint, one.name), SAID.get(("*", one.name)))
    if known is not None and one.kind != "hidden":
        return known
    if one.tag == "select":
        return _option(one)
    if one.tag == "button":
        return one.value or None
    if one.tag == "textarea":
        return words[: one.longest]
    return _typed(one, words)


def _option(one: Field) -> str:
    wanted = CHOSEN.get(one.name)
    named = next((value for value, label in one.options if label == wanted), "")
    return named or one.value or next((value for value, _ in one.options if value), "")


def _typed(one: Field, words: str) -> object | None:
    usual: dict[str, object | None] = {
        "hidden": one.value or "y",
        "checkbox": one.value or "y",
        "radio": one.value or "y",
        "date": one.value or DAY.isoformat(),
        "time": one.value,
        "password": PASSWORD,
        "file": (BytesIO(FILE), "payments.csv"),
        "number": one.value or "1",
        "submit": None,
    }
    return usual[one.kind] if one.kind in usual else _text(one, words)


def _text(one: Field, words: str) -> str:
    if any(word in one.name for word in MONEY):
        return "100.00"
    short = "2020-01-01" if one.longest == len("2020-01-01") else words[: min(40, one.longest)]
    return one.value or short
