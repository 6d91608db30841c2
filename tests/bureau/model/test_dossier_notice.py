"""What a notice says is sealed, and a copy is told of it once."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bureau.model import CopyNotice, DossierNotice
from tests.app.views.desk import ink
from tests.bureau.operations.road import ON_SQLITE
from tests.reports.told import Told

__all__ = ["ink"]
pytestmark = ON_SQLITE


def test_words_and_pages_are_sealed_and_a_copy_is_told_once(work_of, actors, sessions, ink):
    room = Told(work_of, actors)
    room.issued()
    notice = room.sent(room.recall())
    with sessions() as session:
        row = session.get_one(DossierNotice, notice)
        assert row.wanted["reason"].startswith("The loan was")
        kept = session.execute(text("SELECT wanted, pdf FROM dossier_notice")).one()
        assert b"The loan" not in bytes(kept[0])
        assert not bytes(kept[1]).startswith(b"%PDF")
        [told] = row.told
        assert told.confirmed_by == ""
        columns = {name: getattr(told, name) for name in ("case_id", "notice_id", "copy_id")}
    with sessions() as session:
        session.add(CopyNotice(**columns))
        with pytest.raises(IntegrityError):
            session.flush()
