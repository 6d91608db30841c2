"""What is handed in at each address: the form of its page, or the body a program sends."""

import json
from typing import Any

from werkzeug.test import TestResponse

from tests.walls import addresses, pages
from tests.walls.addresses import Address
from tests.walls.visiting import PASSWORD, Visitor

BODIES: dict[str, dict[str, object]] = {
    "api.open_case": {
        "title": "Caf\u00e9 Het Anker",
        "scope": "SC02",
        "received_on": "2026-04-01",
    },
    "api.take_form": {"form": {"version": "2024"}, "answers": {"Q01.01": "De Ankerplaats B.V."}},
    "api.compute_term": {
        "term": "DL01",
        "received": "2026-04-01",
        "weeks": 8,
        "today": "2026-04-10",
    },
    "api.weigh_options": {
        "decision": "licence",
        "stage": "application",
        "danger_a": "none",
        "danger_b": "serious",
        "art_3_6": False,
        "refusal_proportionate": True,
        "conditions_identifiable": False,
        "form_refused": False,
        "ordinary_grounds": [],
        "today": "2026-04-10",
    },
}
# Why somebody searches who names no case.
ERRAND = "&purpose=INTAKE&reason=Aanvraag+die+nog+geen+zaak+is"
# Whether there is a form depends on a lot, so it is written here.
FORMS = {
    "approval_samples.review": {"version": "1", "reason": "In order."},
    "notices.tell_correction": {"corrections": "x"},
    "notices.recall": {"ground": "INCORRECT", "why": "Niet juist.", "duty": "DESTROY"},
    "notices.send_notice": {"password": PASSWORD},
    "notices.answer_breach": {"version": "1", "breach": "notified", "breach_words": "AP 117"},
    "copies.confirm": {"version": "1", "name": "M. Voorbeeld"},
    "factor_resets.show": {"reason": "In person.", "own_password": PASSWORD},
}
QUERIES = {
    "api.import_file": "?format=payments-csv&source=Afschrift&filename=a.csv",
    "api.find": "?q=Ankerplaats" + ERRAND,
    "search.find": "?q=Ankerplaats" + ERRAND,
    "search.suggest": "?q=Anker" + ERRAND,
}


def collect(
    client: Visitor, address: Address, path: str, known: pages.Known | None = None
) -> dict[str, Any] | None:
    """What to hand in at `path`, as this person's own page asks it; None where none asks."""
    endpoint = address.rule.endpoint
    if address.method == "GET":
        return {}
    if endpoint.startswith("api."):
        body = BODIES.get(endpoint)
        content = json.dumps(body).encode() if body else pages.FILE
        kind = "application/json" if body else "application/octet-stream"
        return {"data": content, "content_type": kind}
    if endpoint in FORMS:
        return {"form": FORMS[endpoint]}
    form = pages.find_form(client, path, known)
    return None if form is None else {"form": pages.filled(form, endpoint)}


def hand_in(client: Visitor, address: Address, path: str, given: dict[str, Any]) -> TestResponse:
    """Ask at `path` with what was collected, in the name of `client`."""
    path += QUERIES.get(address.rule.endpoint, "")
    if address.method == "GET":
        return client.get(path)
    if "form" in given:
        return client.send(path, {key: _again(value) for key, value in given["form"].items()})
    return client.open(path, method=address.method, **given)


def _again(value: Any) -> Any:
    """A file is read by being sent: give a fresh one each time."""
    if isinstance(value, tuple):
        from io import BytesIO

        return (BytesIO(pages.FILE), value[1])
    return value


__all__ = ["addresses", "collect", "hand_in"]
