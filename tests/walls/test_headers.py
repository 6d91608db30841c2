"""What every answer carries so that a browser protects its reader, whatever the answer is."""

import re

import pytest

from tests.walls import addresses
from tests.walls.visiting import PASSWORD, turns

pytestmark = pytest.mark.xdist_group("walls")

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}
ORIGINS = (
    *("https://evil.example", "null", "http://localhost", "https://localhost.evil.example"),
    *("https://localhost", "file://", "*"),
)
READERS = ("officer", "coordinator", "care", "auditor", "admin", "nobody")
OTHERS = ("care", "auditor", "admin", "nobody")
UNKEPT = ("no-store", "Cookie")
SHOWN_APART = "documents.read_document"


def judged(answer, endpoint):
    """What is wrong with the headers of one answer."""
    wrong = [name for name, value in ALWAYS.items() if answer.headers.get(name) != value]
    return [f"{endpoint}: {name}" for name in wrong] + list(_more(answer, endpoint))


def _more(answer, endpoint):
    headers = answer.headers
    policy = headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        yield f"{endpoint}: policy {policy}"
    if endpoint != SHOWN_APART and "frame-ancestors 'none'" not in policy:
        yield f"{endpoint}: may be framed"
    if endpoint != "static" and (headers.get("Cache-Control"), headers.get("Vary")) != UNKEPT:
        yield f"{endpoint}: may be kept: {headers.get('Cache-Control')}, {headers.get('Vary')}"
    if [name for name, _ in headers if name.lower().startswith("access-control")]:
        yield f"{endpoint}: opens to other origins"
    if headers.get("Server", "").lower().startswith("werkzeug/") or "X-Powered-By" in headers:
        yield f"{endpoint}: tells what it runs on"


def every_get(gate):
    """Each address that is read, with a record of ours and with none, and who asks there."""
    for address in addresses.every(gate):
        if address.method != "GET":
            continue
        values = addresses.first(gate, "main", address)
        yield address.rule.endpoint, addresses.written(gate, address, values), READERS
        nowhere = addresses.written(gate, address, addresses.absent(address, values))
        yield address.rule.endpoint, nowhere, ("officer", *turns(OTHERS, len(nowhere), of=3))


def test_every_answer_protects_its_reader(gate, capsys):
    """Its headers do, and its markup holds neither script nor style."""
    wrong, seen = [], {}
    for endpoint, path, readers in every_get(gate):
        for login in readers:
            answer = gate.fresh(login).get(path, headers=origin(gate, login, path))
            seen[answer.status_code] = seen.get(answer.status_code, 0) + 1
            wrong += [*judged(answer, endpoint), *_mixed(answer, f"{endpoint} {login}")]
    with capsys.disabled():
        print(f"\nheaders: {sum(seen.values())} answers looked at, by status {seen}")
    assert wrong == []
    assert {200, 302, 401, 404} <= set(seen)


def _mixed(answer, place):
    page = answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
    if re.search(r"<[^>]+\s(on[a-z]+|style)\s*=", page) or "<style" in page:
        yield f"{place}: script or style in the markup"


def origin(gate, login, path):
    """A foreign origin, and the token where a program asks."""
    told = {"Origin": "https://evil.example"}
    if path.startswith("/api/") and gate.clients[login].bearer:
        told["Authorization"] = f"Bearer {gate.clients[login].bearer}"
    return told


@pytest.mark.parametrize("origin", ORIGINS)
def test_no_origin_is_let_in(gate, origin):
    client = gate.fresh("officer")
    for path in ("/", "/cases", "/api/v1/cases", "/search/suggest.json?q=an"):
        for method in ("GET", "OPTIONS"):
            asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
            answer = client.open(path, method=method, headers=asked)
            assert not [name for name, _ in answer.headers if name.lower().startswith("access-")]


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (200, lambda client: client.get("/cases")),
        (302, lambda client: client.send("/language", {"language": "nl"})),
        (400, lambda client: client.post("/language", data={"language": "nl"})),
        (404, lambda client: client.get("/nowhere")),
        (405, lambda client: client.delete("/cases")),
        (413, lambda client: client.send("/sign-in", {"login": "x" * 3_000_000})),
        (422, lambda client: client.send("/cases/new", {})),
        (401, lambda client: client.get("/api/v1/cases", headers={"Authorization": "Bearer x"})),
        (415, lambda client: client.post("/api/v1/cases", data="x", content_type="text/plain")),
    ],
)
def test_errors_carry_the_same_protection(gate, status, ask):
    answer = ask(gate.fresh("officer"))
    assert answer.status_code == status
    assert list(judged(answer, "-")) == []
    assert "Traceback" not in answer.get_data(as_text=True)


def test_a_slip_of_the_house_tells_nothing_and_is_protected_too(gate, monkeypatch):
    def slip(*_):
        raise RuntimeError("a secret of the house")

    gate.app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("app.views.cases.cases.list_cases", slip)
    answer = gate.fresh("officer").get("/cases")
    assert answer.status_code == 500
    assert "secret of the house" not in answer.get_data(as_text=True)
    assert list(judged(answer, "-")) == []


def test_the_nonce_is_new_on_every_page_and_stands_on_every_script(gate):
    client, nonces = gate.fresh("officer"), []
    for _ in range(3):
        answer = client.get("/")
        policy = answer.headers["Content-Security-Policy"]
        nonces.append(re.search(r"'nonce-([\w-]{20,})'", policy)[1])
        scripts = re.findall(r"<script\b[^>]*>", answer.get_data(as_text=True))
        assert scripts
        assert all(f'nonce="{nonces[-1]}"' in script for script in scripts)
    assert len(set(nonces)) == 3


def test_a_form_without_its_token_does_nothing(gate, capsys):
    wrong, asked = [], 0
    for address in addresses.every(gate):
        endpoint = address.rule.endpoint
        if address.method == "GET" or endpoint.startswith("api."):
            continue
        path = addresses.written(gate, address, addresses.first(gate, "main", address))
        foreign, before = gate.clients["mayor"].form_token, gate.last_event()
        for login in ("officer", "coordinator", "care", "admin", "nobody"):
            for token in ({}, {"csrf_token": ""}, {"csrf_token": "x"}, {"csrf_token": foreign}):
                answer = gate.fresh(login).post(path, data={"password": PASSWORD, **token})
                asked += 1
                if answer.status_code != 400:
                    wrong.append((endpoint, login, answer.status_code, token))
        if gate.last_event() != before:
            wrong.append((endpoint, "the trail tells of something"))
    with capsys.disabled():
        print(f"\nforms: {asked} sent without their own token, {len(wrong)} did something")
    assert wrong == []
