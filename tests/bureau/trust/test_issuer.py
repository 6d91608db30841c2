"""Only the issuer itself is asked anything, and only what it tells of its own addresses is used."""

import pytest

from bureau.errors import OutOfOrder
from bureau.trust.issuer import Trusted, provider_of
from tests.bureau.issuer_house import CLIENT, SECRET, issuing


@pytest.fixture(scope="module")
def open_issuer():
    with issuing() as found:
        yield found


@pytest.fixture
def issuer(open_issuer):
    before = dict(open_issuer.told)
    yield open_issuer
    open_issuer.told = before
    open_issuer.odd.clear()


def trusted(issuer):
    back = "https://bureau.example/sign-in/elsewhere/back"
    return Trusted(issuer.origin, CLIENT, SECRET, "substantial", back, "https://bureau.example/")


def test_it_tells_its_addresses(issuer):
    found = provider_of(trusted(issuer))
    assert found.token == f"{issuer.origin}/token"
    assert found.ending == f"{issuer.origin}/out"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("issuer", "https://somebody.else.example"),
        ("token_endpoint", "https://somebody.else.example/token"),
        ("jwks_uri", "http://127.0.0.1:1/keys"),
        ("authorization_endpoint", "//somebody.else.example"),
        ("end_session_endpoint", "https://somebody.else.example/out"),
        ("token_endpoint", None),
        ("token_endpoint", "http://[1"),
        ("token_endpoint", {"a": 1}),
        ("token_endpoint_auth_methods_supported", 7),
    ],
)
def test_what_lies_outside_the_issuer_is_not_used(issuer, name, value):
    issuer.told[name] = value
    with pytest.raises(OutOfOrder, match=name):
        provider_of(trusted(issuer))


def test_an_issuer_that_does_not_answer_is_said_to():
    with issuing() as gone:
        there = trusted(gone)
    with pytest.raises(OutOfOrder, match="does not answer"):
        provider_of(there)


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        (b"<html>", {}),
        (b"[]", {}),
        (b"\xff\xfe", {}),
        (b"no gzip", {"Content-Encoding": "gzip"}),
        (b"[" * 100_000, {}),
        (b" " * 1_000_001, {}),
        (b"", {"Transfer-Encoding": "chunked"}),
    ],
)
def test_an_answer_of_another_shape_is_no_answer(issuer, text, headers):
    issuer.odd["/.well-known/openid-configuration"] = (text, headers)
    with pytest.raises(OutOfOrder, match="does not answer"):
        provider_of(trusted(issuer))
