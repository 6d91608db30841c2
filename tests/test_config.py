"""Settings: read once, with defaults that work, and a wrong one is named before anything starts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bureau.errors import Invalid
from bureau.formats.guard import PAYMENT_LISTS
from bureau.operations._media import MOST_BYTES
from config import MEBIBYTE, Config


def test_without_any_setting_the_house_stands_in_its_own_folder():
    found = Config.from_env({})
    assert found.home == Path("var").resolve()
    assert found.database_url == f"sqlite:///{found.home / 'bureau.db'}"
    assert found.queue_url == f"sqlite:///{found.home / 'queue.db'}"
    assert (found.jurisdiction, found.demo, found.metrics) == ("nl", False, False)
    assert (found.max_upload, found.idle_minutes, found.session_hours) == (64 * MEBIBYTE, 30, 10)
    assert found.demo_password == ""


OIDC = {
    "BUREAU_ORIGIN": "https://bureau.example",
    "BUREAU_OIDC_ISSUER": "https://login.example/realms/house",
    "BUREAU_OIDC_CLIENT_ID": "bureau",
    "BUREAU_OIDC_ACR": "substantial",
}


def test_a_sign_in_elsewhere_is_set_up_as_a_whole_or_not_at_all(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("of two houses\n")
    found = Config.from_env({**OIDC, "BUREAU_OIDC_CLIENT_SECRET_FILE": str(secret)})
    assert found.oidc_issuer == "https://login.example/realms/house"
    assert found.oidc_client_secret == "of two houses"
    assert "of two houses" not in repr(found)
    for name in OIDC:
        with pytest.raises(Invalid, match="BUREAU_OIDC_ISSUER"):
            Config.from_env({**OIDC, name: ""})
    with pytest.raises(Invalid, match="cannot be read"):
        Config.from_env({"BUREAU_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "none")})


@pytest.mark.parametrize(
    "issuer",
    [
        "http://login.example",
        "login.example",
        "https://",
        "https://login.example/?x=1",
        "ftp://x.example",
    ],
)
def test_an_issuer_is_spoken_to_with_tls(issuer):
    with pytest.raises(Invalid, match="not the address of an issuer"):
        Config.from_env({**OIDC, "BUREAU_OIDC_ISSUER": issuer})


def test_every_setting_is_heard(tmp_path):
    found = Config.from_env(
        {
            "BUREAU_HOME": str(tmp_path),
            "BUREAU_DATABASE_URL": "postgresql+psycopg:///bureau",
            "BUREAU_JURISDICTION": "nl",
            "BUREAU_METRICS": "1",
            "BUREAU_MAX_UPLOAD_MB": "5",
            "BUREAU_IDLE_MINUTES": "15",
            "BUREAU_SESSION_HOURS": "8",
        }
    )
    assert found.home == tmp_path
    assert found.queue_url == found.database_url == "postgresql+psycopg:///bureau"
    assert (found.max_upload, found.metrics) == (5 * MEBIBYTE, True)
    assert (found.idle_minutes, found.session_hours) == (15, 8)


def test_a_queue_of_its_own_is_kept_apart():
    found = Config.from_env({"BUREAU_QUEUE_URL": "sqlite:///queue.db"})
    assert found.queue_url == "sqlite:///queue.db"


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "many", "", " 5", "\u0665", "1e3"])
@pytest.mark.parametrize("name", ["MAX_UPLOAD_MB", "IDLE_MINUTES", "SESSION_HOURS"])
def test_a_number_that_is_none_is_refused_by_its_name(name, value):
    with pytest.raises(Invalid) as refusal:
        Config.from_env({f"BUREAU_{name}": value})
    assert refusal.value.where == {"setting": f"BUREAU_{name}"}
    assert refusal.value.hint


def test_files_larger_than_the_readers_take_in_cannot_be_promised():
    assert Config.from_env({"BUREAU_MAX_UPLOAD_MB": "256"}).max_upload == PAYMENT_LISTS.size
    assert Config.from_env({}).max_upload == MOST_BYTES
    with pytest.raises(Invalid, match="at most 256, not 257") as refusal:
        Config.from_env({"BUREAU_MAX_UPLOAD_MB": "257"})
    assert refusal.value.where == {"setting": "BUREAU_MAX_UPLOAD_MB"}


def test_the_clock_stands_still_in_a_demonstration_only():
    said = {"BUREAU_NOW": "2026-11-20T09:00:00+01:00"}
    assert Config.from_env(said).now is None
    assert Config.from_env(said, demo=True).now == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert Config.from_env({**said, "BUREAU_DEMO": "1"}).demo


def test_a_moment_without_a_zone_is_taken_as_utc():
    found = Config.from_env({"BUREAU_NOW": "2026-11-20T09:00"}, demo=True)
    assert found.now == datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_a_moment_that_is_none_is_refused():
    with pytest.raises(Invalid) as refusal:
        Config.from_env({"BUREAU_NOW": "tomorrow"}, demo=True)
    assert refusal.value.where == {"setting": "BUREAU_NOW"}
    assert Config.from_env({"BUREAU_NOW": "tomorrow"}).now is None


def test_settings_do_not_change_once_read():
    with pytest.raises(AttributeError):
        Config.from_env({}).demo = True  # type: ignore[misc]
