"""A copy is numbered once per dossier, and what its recipient says is sealed."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bureau.model import CopyMessage, DossierCopy
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.room import Room

__all__ = ["ink"]
pytestmark = ON_SQLITE


def test_copies_are_numbered_and_words_of_recipients_are_sealed(work_of, actors, sessions, ink):
    room = Room(work_of, actors)
    copy = room.issued()
    with sessions.begin() as session:
        row = session.get_one(DossierCopy, copy)
        row.messages.append(
            CopyMessage(
                case_id=row.case_id,
                kind="question",
                says="Wie schreef dit?",
                by_id=actors.prosecutor.id,
                at=row.made_at,
            )
        )
    with sessions() as session:
        assert session.get_one(DossierCopy, copy).messages[0].says == "Wie schreef dit?"
        kept = bytes(session.execute(text("SELECT says FROM copy_message")).scalar_one())
        assert b"Wie" not in kept
        first = session.get_one(DossierCopy, copy)
        columns = {name: getattr(first, name) for name in (
            *("case_id", "dossier_id", "number", "recipient", "sha256", "original_sha256"),
            *("content_sha256", "made_by_id", "made_at", "feedback_due_on"),
        )}  # fmt: skip
        session.add(DossierCopy(**columns))
        with pytest.raises(IntegrityError):
            session.flush()
