"""The daily round: messages in a folder or to a server, once, without names."""

import smtplib
import ssl
from datetime import date
from email import message_from_bytes

import pytest
from sqlalchemy import select

from app import mail
from bureau.model import User

OPEN = ("--kind", "screening", "--title", "Café De Kade", "--scope", "SC02")


@pytest.fixture
def late(terminal):
    """The officer has a screening of which the term ran out."""
    return terminal.ask("officer", "case", "open", *OPEN, "--received", "2025-11-03")["case"]


def test_whoever_has_a_late_term_gets_a_file(terminal, late, tmp_path):
    assert terminal.ask("admin", "remind", "--out", str(tmp_path)) == {"reminded": ["officer"]}
    [path] = tmp_path.glob("*.eml")
    assert path.name == "2026-03-02-officer.eml"
    words = message_from_bytes(path.read_bytes()).get_payload(decode=True).decode()
    assert late in words
    assert "Kade" not in words
    assert terminal.ask("admin", "remind", "--out", str(tmp_path)) == {"reminded": []}
    assert terminal.trail().count("reminder.sent") == 1


def test_with_a_host_it_is_sent_and_a_failure_leaves_nothing(terminal, late, monkeypatch):
    sent = []

    class Server:
        def __init__(self, host, port, timeout):
            if host == "down.invalid":
                raise ConnectionRefusedError("refused")
            self.calls = sent

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def starttls(self, *, context):
            sent.append("tls")
            assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)

        def send_message(self, made):
            sent.append(made["To"])

    monkeypatch.setattr(smtplib, "SMTP", Server)
    monkeypatch.setenv("BUREAU_MAIL_HOST", "down.invalid")
    monkeypatch.setenv("BUREAU_MAIL_DOMAIN", "havermonde.example")
    refusal = terminal.refuse("admin", "remind") if hasattr(terminal, "refuse") else None
    if refusal is None:
        assert terminal.run("remind", "--as", "admin").code == 1
    monkeypatch.setenv("BUREAU_MAIL_HOST", "mail.invalid")
    assert terminal.ask("admin", "remind") == {"reminded": ["officer"]}
    assert sent == ["tls", "officer@havermonde.example"]
    assert late
    assert mail.TIMEOUT


def test_an_account_that_ran_out_stops_nobody(terminal, late, tmp_path):
    with terminal.sessions.begin() as session:
        session.scalar(select(User).where(User.login == "mayor")).screened_until = date(2026, 1, 1)
    assert terminal.ask("admin", "remind", "--out", str(tmp_path))["reminded"] == ["officer"]
    assert late
