"""What a person asked and what was wrong about a person is kept sealed."""

from bureau.model import Correction, CorrectionPlace, PersonRequest
from bureau.model.base import Sealed


def test_words_about_a_person_are_sealed():
    columns = [
        *(PersonRequest.__table__.c[name] for name in ("text", "answer")),
        *(Correction.__table__.c[name] for name in ("before", "after")),
        CorrectionPlace.__table__.c.recipient,
    ]
    assert all(isinstance(column.type, Sealed) for column in columns)
