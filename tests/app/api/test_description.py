"""The description and the interface agree: every address, every answer, and whatever is sent."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.guard import guard_of
from tests.app.api import schema
from tests.app.api.test_imports import FILE, QUERY, RAW
from tests.app.api.test_law import OPTIONS, TERM

FEW = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
POSTED = {"open_case": "NewScreening", "compute_term": "TermGiven", "weigh_options": "OptionsGiven"}


@pytest.fixture
def described(program):
    return program().get("/openapi.json").json


@pytest.fixture
def bearer(program):
    return program("officer")


@pytest.fixture(autouse=True)
def _unlimited(monkeypatch):
    monkeypatch.setattr("app.limits.BEARERS", "100000 per minute")


def operations(described):
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            if method != "parameters":
                yield path, method, told


def named(described, operation):
    return next(each for each in operations(described) if each[2]["operationId"] == operation)


def check(answer, told, described):
    """The answer is one that the description tells of, in all its fields."""
    assert str(answer.status_code) in told["responses"], (answer.status_code, answer.data)
    [(kind, body)] = told["responses"][str(answer.status_code)]["content"].items()
    assert answer.content_type == kind
    assert list(schema.faults(answer.json, body["schema"], described)) == []
    return answer


def test_it_is_open_and_says_what_it_is(described):
    assert described["openapi"] == "3.1.0"
    assert described["servers"] == [{"url": "/api/v1"}]
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_address_of_the_interface_is_described_and_no_other(app, described):
    def plain(rule):
        return re.sub(r"<uuid:(\w+)>", r"{\1}", rule.rule.removeprefix("/api/v1"))

    there = {
        (plain(rule), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert {(path, method) for path, method, _ in operations(described)} == there


def test_every_address_has_a_guard_and_a_contract(app):
    views = {rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint[:4] == "api."}
    for endpoint in views - {"api.openapi"}:
        assert guard_of(app, endpoint), endpoint
        assert app.view_functions[endpoint].contract, endpoint


def test_every_reference_leads_somewhere_and_every_name_is_used_once(described):
    text = json.dumps(described)
    for name in set(re.findall(r'"#/components/schemas/(\w+)"', text)):
        assert name in described["components"]["schemas"]
    ids = [told["operationId"] for _, _, told in operations(described)]
    assert len(ids) == len(set(ids))


def test_every_field_is_of_a_kind_that_the_checker_knows(described):
    for name, each in described["components"]["schemas"].items():
        assert not each.keys() - schema.KNOWN, name
        for field, told in each["properties"].items():
            assert not told.keys() - schema.KNOWN, (name, field)


def test_a_body_that_is_taken_refuses_unknown_fields_by_its_description(described):
    for _, _, told in operations(described):
        for body in told.get("requestBody", {}).get("content", {}).values():
            if body["schema"]:
                assert schema.resolved(body["schema"], described)["additionalProperties"] is False


def test_every_answer_is_as_described(described, bearer, screening):
    for path, method, told in operations(described):
        if method == "get" and told["operationId"] != "openapi":
            asked = "?q=anker&purpose=OWN" if told["operationId"] == "find" else ""
            address = schema.path_of(path, {"case_id": screening.id})
            assert check(bearer.get(address + asked), told, described).status_code == 200
    for operation, given_ in (("compute_term", TERM), ("weigh_options", OPTIONS)):
        path, _, told = named(described, operation)
        assert check(bearer.post(path, json=given_), told, described).status_code == 200
    path, _, told = named(described, "import_file")
    address = schema.path_of(path, {"case_id": screening.id})
    check(bearer.post(f"{address}?{QUERY}", data=FILE, content_type=RAW), told, described)


@pytest.mark.parametrize("operation", POSTED)
def test_what_fits_the_description_is_answered_as_described(described, bearer, operation):
    path, _, told = named(described, operation)
    [body] = told["requestBody"]["content"].values()

    @FEW
    @given(sent=schema.values(body["schema"], described))
    def fuzz(sent):
        check(bearer.post(path, json=sent), told, described)

    fuzz()


@pytest.mark.parametrize("operation", POSTED)
def test_what_does_not_fit_is_refused_as_described(described, bearer, operation):
    path, _, told = named(described, operation)
    [body] = told["requestBody"]["content"].values()

    @FEW
    @given(sent=schema.broken(body["schema"], described))
    def fuzz(sent):
        content = json.dumps(sent)
        answer = bearer.post(path, data=content, content_type="application/json")
        check(answer, told, described)
        wrong = list(schema.faults(sent, body["schema"], described))
        assert not wrong or answer.status_code in (413, 422), (sent, wrong)

    fuzz()


@FEW
@given(content=st.one_of(st.binary(max_size=60), schema.texts.map(str.encode)))
def test_any_bytes_at_all_are_answered_as_described(described, bearer, screening, content):
    for operation in (*POSTED, "import_file"):
        path, _, told = named(described, operation)
        kind, asked = ("application/json", "") if operation in POSTED else (RAW, f"?{QUERY}")
        address = schema.path_of(path, {"case_id": screening.id})
        check(bearer.post(address + asked, data=content, content_type=kind), told, described)


asked_for = st.dictionaries(
    st.sampled_from(["page", "size", "q", "hops", "focus", "x"]),
    st.one_of(schema.texts, st.integers().map(str)),
    max_size=3,
)


@FEW
@given(asked=asked_for)
def test_any_query_at_all_is_answered_as_described(described, bearer, screening, asked):
    for path, method, told in operations(described):
        if method == "get" and told["operationId"] != "openapi":
            address = schema.path_of(path, {"case_id": screening.id})
            check(bearer.get(address, query_string=asked), told, described)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("x", {"type": "integer"}),
        (True, {"type": "integer"}),
        ("2026-13-01", {"type": "string", "format": "date"}),
        ({}, {"type": "object", "required": ["a"]}),
        ({"b": 1}, {"type": "object", "properties": {"a": {}}}),
        (["x"], {"type": "array", "items": {"type": "integer"}}),
        ("x", {"enum": ["y"]}),
        ("x", {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        ("x", {"pattern": "y"}),
    ],
)
def test_the_checker_sees_what_is_wrong(value, shape):
    assert list(schema.faults(value, shape, {}))
