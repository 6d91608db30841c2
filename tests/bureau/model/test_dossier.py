"""A dossier is numbered once per track, and its pages are read only when they are wanted."""

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from bureau.model import Dossier, SupportDossier
from bureau.rules.vocabulary import Language, Track
from tests.bureau.operations.place import open_case


@pytest.fixture
def made(work_of, actors):
    with work_of(actors.officer) as work:
        case_id = open_case(work)

    def make(track=Track.CRIMINAL, number=1):
        return Dossier(
            case_id=case_id,
            track=track,
            number=number,
            language=Language.NL,
            recipient="mr. A. Voorbeeld",
            basis="Wet Bibob 28",
            state="prepared",
            content_sha256="c" * 64,
            pdf_sha256="d" * 64,
            pages=1,
            asked_by_id=actors.officer.id,
            asked_at=work.now,
            pdf=b"%PDF",
            picture=b"PNG",
        )

    return make


def test_the_pages_are_not_loaded_with_the_list(sessions, made):
    with sessions.begin() as session:
        row = made()
        session.add(row)
        session.flush()
        key = row.id
    with sessions() as session:
        found = session.get_one(Dossier, key)
        assert {"pdf", "picture"} <= inspect(found).unloaded
        assert found.pdf == b"%PDF"
        assert found.asked_by.login == "officer"


def test_a_number_is_given_once_for_a_track(sessions, made):
    with sessions.begin() as session:
        session.add_all([made(), made(Track.ADMINISTRATIVE), made(number=2)])
    with pytest.raises(IntegrityError), sessions.begin() as session:
        session.add(made())


def test_both_kinds_of_dossier_carry_the_same_proof():
    for name in ("content_sha256", "pdf_sha256", "approved_by_id", "issued_at", "copy"):
        assert name in Dossier.__table__.c
        assert name in SupportDossier.__table__.c
