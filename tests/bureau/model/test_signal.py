"""What a signal says is kept sealed, wherever it stands."""

from bureau.model import Base
from bureau.model.base import Sealed

OPEN = {"reference", "state", "form", "outcome", "outcome_reason", "involved", "declaration"}
OPEN |= {"test", "answer", "basis", "counts"}
TABLES = ("signal", "signal_tester", "signal_answer", "signal_step", "signal_double")


def test_every_word_of_a_person_is_sealed():
    for name in (*TABLES, "signal_certificate"):
        for column in Base.metadata.tables[name].columns:
            plain = str(column.type).startswith(("VARCHAR", "TEXT", "JSON"))
            assert not plain or column.name in OPEN, column
            assert isinstance(column.type, Sealed) or column.name not in ("facts", "reason")
