"""A program that comes in with a token, and a case for it to look at."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pytest
from flask import Flask
from sqlalchemy import select

from app.clock import now
from bureau.entry import actor_of
from bureau.model import User
from bureau.operations import cases, parties, sources, ties, tokens
from bureau.rules.vocabulary import Credibility, Reliability, TieKind
from bureau.work import begin

PURPOSE = "reading terms into the planning board"
BASE = "https://localhost"


class Program:
    """Asks the interface with a token, or without one."""

    def __init__(self, app, secret=""):
        self.client = app.test_client()
        self.headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        self.secret = secret

    def ask(self, method, path, headers=None, **more):
        whole = path if path.startswith("/api") else f"/api/v1{path}"
        sent = {**self.headers, **(headers or {})}
        return self.client.open(whole, method=method, headers=sent, base_url=BASE, **more)

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, **more):
        return self.ask("POST", path, **more)


@pytest.fixture
def work_as(app: Flask):
    """Work in the name of a login, in the house of the test."""

    def start(login):
        factory = app.extensions["sessions"]
        with factory() as session:
            user = session.scalars(select(User).where(User.login == login)).one()
            actor = actor_of(user)
        with app.app_context():
            return begin(factory, actor, now(), purpose="furnishing the house")

    return start


@pytest.fixture
def program(app: Flask, work_as) -> Callable[[str], Program]:
    """A program with a new token of a login; without a login, one without a token."""

    def come(login=""):
        if not login:
            return Program(app)
        with work_as(login) as work:
            return Program(app, tokens.issue_token(work, PURPOSE, 30).secret)

    return come


def open_screening(work, title="Café De Ankerplaats"):
    """A screening of whoever works, with two companies and a tie."""
    case = cases.open_case(work, "screening", title, scope="SC02", received_on=date(2026, 3, 2))
    source = sources.add_source(
        work,
        case.id,
        title="Uittreksel",
        kind="register",
        origin="Handelsregister",
        obtained_on=work.today,
        obtained_how="asked at the register",
        basis="Wet Bibob 30",
        reliability=Reliability.A,
    )
    learnt = sources.Learnt(source.id, Credibility.PROBABLE)
    cafe = parties.record_company(work, case.id, learnt, name=f"{title} B.V.")
    parties.assign_role(work, case.id, cafe.id, "R01", learnt=learnt)
    holding = parties.record_company(work, case.id, learnt, name=f"Holding {title} N.V.")
    ties.record_tie(work, case.id, TieKind.OWNS, holding.id, cafe.id, learnt=learnt)
    return SimpleNamespace(id=case.id, reference=case.reference, cafe=cafe.id, holding=holding.id)


@pytest.fixture
def screening(work_as):
    """A screening of the officer."""
    with work_as("officer") as work:
        return open_screening(work)


@pytest.fixture
def hidden(work_as):
    """A screening of somebody else, of which the officer knows nothing."""
    with work_as("outsider") as work:
        return open_screening(work, "Hotel Onder Water")
