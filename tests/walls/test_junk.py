"""Whatever is sent, wherever it is sent: an answer, and never a slip of the house."""

import importlib
import inspect
from functools import cache

import pytest
from flask_wtf import FlaskForm

from tests.walls import addresses
from tests.walls.visiting import turns

pytestmark = pytest.mark.xdist_group("walls")

LONG = "x" * 10_000
JUNK = (
    "\0",
    LONG,
    "%00",
    "../../../../etc/passwd",
    "' OR 1=1 --",
    "{{7*191}}${7*191}#{7*191}",
    "<script>alert(1)</script>",
    "-1",
    "99999999999999999999999999",
    "NaN",
    "1e400",
    "\ud7ff\U0001f575\u202e",
    "2026-13-45",
    "0000-00-00",
)
# Names that addresses and forms ask for, all at once.
NAMES = (
    *("q", "page", "kind", "file", "clock", "focus", "hops", "reason", "weeks", "sort", "size"),
    *("next", "language", "version", "format", "code", "login", "password", "target", "step"),
)
LOGINS = ("officer", "coordinator", "care", "auditor", "admin", "nobody")


def places(gate, method):
    for address in addresses.every(gate):
        if address.method == method:
            yield address, addresses.first(gate, "main", address)


@pytest.mark.parametrize("turn", range(len(JUNK)))
def test_junk_in_a_query_is_never_a_slip(gate, turn):
    wrong = []
    asked = dict.fromkeys(NAMES, JUNK[turn])
    for address, values in turns(places(gate, "GET"), turn, of=4):
        path = addresses.written(gate, address, values)
        for login in ("officer",) if address.rule.endpoint != "trail.show" else ("auditor",):
            answer = gate.fresh(login).get(path, query_string=asked)
            if answer.status_code >= 500:
                wrong.append((path, login, answer.status_code))
    assert wrong == []


def test_junk_in_the_place_of_an_id_is_not_found(gate):
    wrong = []
    for address, values in places(gate, "GET"):
        for name in [each for each in values if each.endswith("_id") and each != "edge_id"]:
            good = addresses.written(gate, address, values)
            for junk in ("x", "0", "..", "%00", "%2e%2e%2f", "'", "00000000", LONG[:3000]):
                path = good.replace(str(values[name]), junk)
                answer = gate.fresh("officer").get(path)
                if answer.status_code not in (404, 308, 401):
                    wrong.append((address.name, junk[:10], answer.status_code))
    assert wrong == []


def test_junk_in_the_place_of_a_word_is_never_a_slip(gate):
    wrong = []
    for address, values in places(gate, "GET"):
        for name in [each for each in values if not each.endswith("_id") or each == "edge_id"]:
            for junk in (
                "x",
                "%00",
                "..%2f..%2fetc%2fpasswd",
                "%F0%9F%95%B5",
                "{{7*7}}",
                LONG[:3000],
            ):
                try:
                    path = addresses.written(gate, address, {**values, name: junk})
                except Exception:  # noqa: S112 - an address that cannot be written at all
                    continue
                answer = gate.fresh("officer").get(path)
                if answer.status_code >= 500:
                    wrong.append((address.name, junk[:10], answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("turn", range(7))
def test_junk_in_every_field_of_every_form_is_never_a_slip(gate, turn):
    wrong, junk = [], (*JUNK[:6], "")[turn]
    for address, values in turns(places(gate, "POST"), turn, of=3):
        path = addresses.written(gate, address, values)
        endpoint = address.rule.endpoint
        for login in LOGINS:
            client = gate.fresh(login)
            if endpoint.startswith("api."):
                answer = client.post(path, data=junk.encode(), content_type="application/json")
            else:
                answer = client.send(path, dict.fromkeys(fields(endpoint), junk))
            if answer.status_code >= 500:
                wrong.append((address.name, login, answer.status_code))
    gate.reset()
    assert wrong == []


@cache
def fields(endpoint):
    """Every field of every form of the module behind an endpoint."""
    module = importlib.import_module(f"app.views.{endpoint.partition('.')[0]}")
    names = set(NAMES)
    for where in (module, *[m for _, m in inspect.getmembers(module, inspect.ismodule)]):
        for _, form in inspect.getmembers(where, inspect.isclass):
            if issubclass(form, FlaskForm):
                names |= {name for name in dir(form) if not name.startswith("_")}
    return names - {"csrf_token", "Meta", "data", "errors", "populate_obj", "process", "validate"}


@pytest.mark.parametrize("size", [3 * 1024 * 1024, 65 * 1024 * 1024])
def test_a_body_that_is_too_large_is_refused(gate, size):
    client = gate.fresh("officer")
    answer = client.post(
        "/cases/new", data=b"title=" + b"x" * size, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 413


def test_too_many_fields_are_refused(gate):
    body = b"&".join(b"f%d=1" % number for number in range(6000))
    client = gate.fresh("officer")
    answer = client.post("/cases/new", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (400, 413)


def test_a_mangled_upload_is_never_a_slip(gate):
    client = gate.fresh("officer")
    case_id = gate.world.stages["main.assess"]
    for body in (
        b"",
        b"--x",
        b"--x\r\n\r\n",
        b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--",
    ):
        for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
            answer = client.post(f"/cases/{case_id}/documents", data=body, content_type=kind)
            assert answer.status_code < 500
