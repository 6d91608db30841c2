"""Settings, read once from the environment; each has a default that works."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bureau.errors import Invalid

MEBIBYTE = 1024 * 1024
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
USUAL_UPLOAD, MOST_UPLOAD = 64, 256  # in MiB: the readers of payments take in no more


@dataclass(frozen=True, slots=True)
class Config:
    """What differs from one installation to the next."""

    home: Path
    database_url: str
    queue_url: str
    jurisdiction: str = "nl"
    demo_password: str = ""
    now: datetime | None = None
    demo: bool = False
    metrics: bool = False
    max_upload: int = USUAL_UPLOAD * MEBIBYTE
    idle_minutes: int = 30
    session_hours: int = 10
    password_list: str = ""
    second_factor_from: date | None = None
    origin: str = ""
    mail_host: str = ""
    mail_port: int = 25
    mail_tls: bool = True
    mail_from: str = "bureau@localhost"
    mail_domain: str = "localhost"
    timestamp_url: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    oidc_acr: str = ""

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ, *, demo: bool = False) -> "Config":
        """The settings of this process; raises Invalid for one that cannot be read."""
        home = Path(env.get("BUREAU_HOME", "var")).resolve()
        database = env.get("BUREAU_DATABASE_URL", f"sqlite:///{home / 'bureau.db'}")
        demo = demo or env.get("BUREAU_DEMO") == "1"
        return cls(
            home=home,
            database_url=database,
            queue_url=env.get("BUREAU_QUEUE_URL", _queue_of(database, home)),
            jurisdiction=env.get("BUREAU_JURISDICTION", "nl"),
            demo_password=env.get("BUREAU_DEMO_PASSWORD", ""),
            now=_moment(env.get("BUREAU_NOW", "")) if demo else None,
            demo=demo,
            metrics=env.get("BUREAU_METRICS") == "1",
            max_upload=_number(env, "BUREAU_MAX_UPLOAD_MB", USUAL_UPLOAD, MOST_UPLOAD) * MEBIBYTE,
            idle_minutes=_number(env, "BUREAU_IDLE_MINUTES", 30),
            session_hours=_number(env, "BUREAU_SESSION_HOURS", 10),
            second_factor_from=_day(env, "BUREAU_SECOND_FACTOR_FROM"),
            origin=_origin(env.get("BUREAU_ORIGIN", "")),
            password_list=env.get("BUREAU_PASSWORD_LIST", ""),
            **_mail(env),
            **_elsewhere(env),
            timestamp_url=env.get("BUREAU_TIMESTAMP_URL", ""),
        )


def _mail(env: Mapping[str, str]) -> dict[str, Any]:
    """Where reminders go; without a host they stay in a folder."""
    return {
        "mail_host": env.get("BUREAU_MAIL_HOST", ""),
        "mail_port": _number(env, "BUREAU_MAIL_PORT", 25, 65535),
        "mail_tls": env.get("BUREAU_MAIL_TLS", "1") == "1",
        "mail_from": env.get("BUREAU_MAIL_FROM", "bureau@localhost"),
        "mail_domain": env.get("BUREAU_MAIL_DOMAIN", "localhost"),
    }


def _elsewhere(env: Mapping[str, str]) -> dict[str, Any]:
    """Where a sign-in elsewhere is taken from: all of it is said, or nothing."""
    secret = env.get("BUREAU_OIDC_CLIENT_SECRET", "")
    if path := env.get("BUREAU_OIDC_CLIENT_SECRET_FILE", ""):
        secret = _line(path)
    found = {
        "oidc_issuer": _issuer(env.get("BUREAU_OIDC_ISSUER", "")),
        "oidc_client_id": env.get("BUREAU_OIDC_CLIENT_ID", ""),
        "oidc_acr": env.get("BUREAU_OIDC_ACR", ""),
    }
    if any(found.values()) and not (all(found.values()) and env.get("BUREAU_ORIGIN")):
        raise Invalid(
            "A sign-in elsewhere needs BUREAU_OIDC_ISSUER, BUREAU_OIDC_CLIENT_ID, BUREAU_OIDC_ACR"
            " and BUREAU_ORIGIN.",
            where={"setting": "BUREAU_OIDC_ISSUER"},
            hint="Set all of them, or none.",
        )
    return {**found, "oidc_client_secret": secret}


def _issuer(text: str) -> str:
    """The issuer exactly as it names itself; without TLS only on this machine, for a trial."""
    parts = urlsplit(text)
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if text and not (safe and parts.hostname and not parts.query and not parts.fragment):
        raise Invalid(
            "BUREAU_OIDC_ISSUER is not the address of an issuer: {value}.",
            where={"setting": "BUREAU_OIDC_ISSUER"},
            hint="Write it exactly as its discovery document says, with https.",
            value=text,
        )
    return text


def _line(path: str) -> str:
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, ValueError):
        raise Invalid(
            "The file {path} cannot be read.",
            where={"setting": "BUREAU_OIDC_CLIENT_SECRET_FILE"},
            hint="Check the path and the rights of the file.",
            path=path,
        ) from None


def _queue_of(database: str, home: Path) -> str:
    return database if database.startswith("postgresql") else f"sqlite:///{home / 'queue.db'}"


def _number(env: Mapping[str, str], name: str, default: int, most: int | None = None) -> int:
    value = env.get(name, str(default))
    if not value.isascii() or not value.isdigit() or not int(value):
        raise Invalid(
            "{name} must be a whole number above zero, not {value}.",
            where={"setting": name},
            hint="Correct the environment variable and start again.",
            name=name,
            value=value,
        )
    if most is not None and int(value) > most:
        raise Invalid(
            "{name} must be at most {most}, not {value}.",
            where={"setting": name},
            hint="Correct the environment variable and start again.",
            name=name,
            most=most,
            value=value,
        )
    return int(value)


def _origin(text: str) -> str:
    """The address of the house without a path; passkeys are bound to it."""
    parts = urlsplit(text)
    if text and (parts.scheme not in ("https", "http") or not parts.hostname or parts.path):
        raise Invalid(
            "BUREAU_ORIGIN is not the address of a house: {value}.",
            where={"setting": "BUREAU_ORIGIN"},
            hint="Write it as https://bureau.example, without a path behind it.",
            value=text,
        )
    return text


def _day(env: Mapping[str, str], name: str) -> date | None:
    text = env.get(name, "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid(
            "{name} is not a day: {value}.",
            where={"setting": name},
            hint="Write it as 2027-01-01.",
            name=name,
            value=text,
        ) from None


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(
            "BUREAU_NOW is not an ISO moment: {value}.",
            where={"setting": "BUREAU_NOW"},
            hint="Write it as 2026-11-20T09:00:00+01:00.",
            value=text,
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
