"""A day on which a dossier can be made, and paper without ink for where its print is no matter."""

from hashlib import sha256
from types import SimpleNamespace
from uuid import UUID

import pytest

from app import jobs
from reports import outgoing, signing
from reports.canonical import canonical_json, content_digest
from tests.bureau.operations.road import at
from tests.reports.unwritten import unwritten

DAY = at("03-20")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def app(open_house):
    """The house on the day after the assessment."""
    return open_house(now=DAY)


@pytest.fixture
def ink(monkeypatch):
    """Paper without ink: printing takes seconds and is proved once."""

    def to_pdf(dossier, **_):
        content = b"%PDF-1.7\n" + canonical_json(dossier)
        return SimpleNamespace(
            pdf=content,
            pages=1,
            sha256=sha256(content).hexdigest(),
            content_sha256=content_digest(dossier),
            name=f"{dossier.cover.dossier_id}.pdf",
            pieces={},
        )

    monkeypatch.setattr(outgoing, "to_pdf", to_pdf)
    unwritten(monkeypatch)
    monkeypatch.setattr(signing, "signed", lambda pdf, _: pdf)
    monkeypatch.setattr(outgoing, "picture", lambda _: PNG)


def worked(app, answer):
    """The address of the job that `answer` leads to, once the worker has done it."""
    assert answer.status_code == 302
    jobs.run(app.extensions["settings"], UUID(answer.location.rpartition("/")[2]))
    return answer.location
