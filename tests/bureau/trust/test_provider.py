"""What comes back from elsewhere counts where signature, issuer, audience, nonce and times fit."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bureau.errors import Invalid, OutOfOrder
from bureau.trust import issuer as place
from bureau.trust import provider
from tests.bureau.issuer_house import CLIENT, OTHER, issuing
from tests.bureau.trust.test_issuer import trusted
from tests.conftest import NOW

TEN_HOURS = timedelta(hours=10)
SECRET = "0f" * 32
MOMENT = int(NOW.timestamp())


@pytest.fixture(scope="module")
def issuer():
    with issuing() as found:
        yield found


@pytest.fixture
def there(issuer):
    issuer.key, issuer.header = issuer.__class__(1).key, {"alg": "RS256", "kid": "one"}
    issuer.redeemed.clear()
    issuer.odd.clear()
    return trusted(issuer)


def led(there, since=TEN_HOURS):
    return provider.leading(there, place.provider_of(there), SECRET, since, NOW)


def back(issuer, there, subject="person-1234-abcd", secret=SECRET, **claims):
    code = parse_qs(issuer.authorize(led(there), NOW, subject, **claims))["code"][0]
    found = place.provider_of(there)
    return provider.shown(there, found, secret, code, TEN_HOURS, NOW)


def test_a_browser_is_led_there_with_all_that_binds_the_answer_to_it(there):
    asked = parse_qs(urlsplit(led(there)).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["https://bureau.example/sign-in/elsewhere/back"]
    assert (asked["max_age"], asked["scope"]) == (["36000"], ["openid"])
    assert "urn:etoegang:core:assurance-class:loa3" in asked["acr_values"][0]
    assert SECRET not in led(there)
    assert "prompt" not in asked


def test_for_a_grave_act_something_is_asked_anew(there):
    asked = parse_qs(urlsplit(led(there, timedelta())).query)
    assert (asked["prompt"], asked["max_age"]) == (["login"], ["0"])


def test_who_comes_back_is_known_with_level_and_moment(issuer, there):
    found = back(issuer, there, auth_time=MOMENT - 3600)
    assert found.subject == "person-1234-abcd"
    assert found.level.code == "substantial"
    assert found.at == NOW - timedelta(hours=1)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://somebody.else.example"},
        {"aud": "another house"},
        {"aud": [CLIENT, "another house"]},
        {"azp": "another house"},
        {"nonce": "of another sign-in"},
        {"nonce": None},
        {"exp": MOMENT - 120},
        {"exp": None},
        {"iat": MOMENT + 120},
        {"auth_time": MOMENT - 11 * 3600},
        {"auth_time": MOMENT + 120},
        {"auth_time": None},
        {"auth_time": True},
        {"exp": 1e300},
        {"sub": ""},
        {"sub": None},
        {"sub": ["person-1234-abcd"]},
        {"sub": "x" * 256},
    ],
)
def test_what_does_not_fit_is_nobody(issuer, there, claims):
    subject = claims.pop("sub", "person-1234-abcd")
    with pytest.raises(Invalid, match="does not open an account"):
        back(issuer, there, subject, **claims)


def test_a_signature_of_another_key_is_nobody(issuer, there):
    issuer.key = OTHER
    with pytest.raises(Invalid, match="does not open an account"):
        back(issuer, there)


def test_the_secret_of_the_house_signs_nothing(issuer, there, monkeypatch):
    unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZXJzb24ifQ."
    monkeypatch.setattr(
        issuer, "token", lambda _: (200, {"access_token": "x", "id_token": unsigned})
    )
    with pytest.raises(Invalid, match="does not open an account"):
        back(issuer, there)


def test_a_code_without_its_verifier_is_nobody(issuer, there):
    with pytest.raises(Invalid, match="does not open an account"):
        back(issuer, there, secret="0e" * 32)


@pytest.mark.parametrize("acr", ["http://eidas.europa.eu/LoA/low", "password", None])
def test_a_level_below_the_one_that_is_asked_is_said_plainly(issuer, there, acr):
    with pytest.raises(Invalid, match="lower level than the house asks: at least substantial"):
        back(issuer, there, acr=acr)


def test_the_way_out_there_leads_back_to_the_house(there):
    asked = urlsplit(provider.leaving(there, place.provider_of(there)))
    assert asked.path == "/out"
    assert parse_qs(asked.query)["post_logout_redirect_uri"] == ["https://bureau.example/"]


@pytest.mark.parametrize(
    "text", [b"", b"[]", b'"text"', b"7", b"null", b"\xff", b'{"id_token": []}', b'{"id_token": 7}']
)
def test_a_token_of_another_shape_is_nobody(issuer, there, text):
    issuer.odd["/token"] = (text, {"Content-Type": "application/json"})
    with pytest.raises(Invalid):
        back(issuer, there)


@pytest.mark.parametrize("text", [b"[]", b'{"keys": 7}', b'{"keys": [{"kty": "RSA"}]}', b"{}"])
def test_keys_of_another_shape_let_nobody_in(issuer, there, text):
    issuer.odd["/keys"] = (text, {"Content-Type": "application/json"})
    with pytest.raises((Invalid, OutOfOrder)):
        back(issuer, there)


def test_a_token_that_breaks_off_is_no_answer(issuer, there):
    issuer.odd["/token"] = (b"no gzip", {"Content-Encoding": "gzip"})
    with pytest.raises((Invalid, OutOfOrder)):
        back(issuer, there)
