"""Putting the web together: a private home, its own keys, and no route without a guard."""

import json
from types import SimpleNamespace

import pytest
from flask import Flask

from app import factory
from app.guard import OPEN, guard_of
from bureau import keys
from bureau.errors import Invalid, OutOfOrder
from config import Config


def settings(home, **more):
    return Config(
        home=home,
        database_url=f"sqlite:///{home / 'bureau.db'}",
        queue_url=f"sqlite:///{home / 'queue.db'}",
        **more,
    )


@pytest.fixture
def web(tmp_path):
    """The web over an empty house."""
    made = factory.build(settings(tmp_path / "house"))
    yield made
    made.extensions["sessions"].kw["bind"].dispose()


def test_the_home_is_made_for_its_owner_alone(web, tmp_path):
    assert oct((tmp_path / "house").stat().st_mode & 0o777) == "0o700"


def test_a_house_does_not_start_with_a_level_of_sign_in_that_no_row_knows(tmp_path):
    with pytest.raises(Invalid, match="BUREAU_OIDC_ACR"):
        factory.build(settings(tmp_path / "house", oidc_acr="substantieel"))


def test_cookies_are_signed_with_the_key_of_this_house(web, tmp_path):
    ring = keys.KeyRing.load(tmp_path / "house" / "keys")
    assert web.secret_key == ring.web
    assert web.secret_key not in (ring.seal, ring.index)


def test_a_second_start_finds_the_same_keys(web, tmp_path):
    again = factory.build(settings(tmp_path / "house"))
    assert again.secret_key == web.secret_key
    again.extensions["sessions"].kw["bind"].dispose()


def test_the_settings_are_those_it_was_given(web, tmp_path):
    assert web.extensions["settings"] == settings(tmp_path / "house")


def test_every_route_is_guarded_or_on_the_open_list(web):
    bare = {rule.endpoint for rule in web.url_map.iter_rules() if not guard_of(web, rule.endpoint)}
    assert bare <= OPEN


def test_a_route_without_a_guard_keeps_the_house_shut(tmp_path, monkeypatch):
    register = factory.blueprints.register

    def plus_one(app: Flask) -> None:
        register(app)
        app.add_url_rule("/back-door", "back_door", lambda: "welcome")

    monkeypatch.setattr(factory.blueprints, "register", plus_one)
    with pytest.raises(OutOfOrder, match="back_door"):
        factory.build(settings(tmp_path / "house"))


def test_a_jurisdiction_without_rows_keeps_the_house_shut(tmp_path):
    with pytest.raises(Invalid) as refusal:
        factory.build(settings(tmp_path / "house", jurisdiction="be"))
    assert refusal.value.where == {"setting": "BUREAU_JURISDICTION"}


def test_a_form_without_its_token_is_refused(web):
    assert web.config.get("WTF_CSRF_ENABLED", True)
    answer = web.test_client().post("/sign-in", base_url="https://localhost")
    assert answer.status_code == 400


def test_front_end_files_are_known_by_their_digest(tmp_path):
    assert factory._vendor(SimpleNamespace(static_folder=str(tmp_path))) == {}
    folder = tmp_path / "vendor"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"files": {"a.js": {"key": "abc"}}}))
    assert factory._vendor(SimpleNamespace(static_folder=str(tmp_path))) == {"a.js": "abc"}
