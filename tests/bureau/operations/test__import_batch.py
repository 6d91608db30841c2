"""What one import is about to add."""

import pytest

from bureau.errors import Invalid
from bureau.model import Entity, Source
from bureau.operations import _import_batch, parties
from bureau.operations._import_batch import Batch, fit, hashed, place
from bureau.operations._import_grades import GRADES
from bureau.policy import Permission
from bureau.rules.events import EventKind


def test_known_keys_are_looked_up_in_chunks(
    work_of, actors, case_id, learnt, source_id, monkeypatch
):
    monkeypatch.setattr(_import_batch, "CHUNK", 2)
    with work_of(actors.officer) as work:
        for number in "ABC":
            parties.record_account(work, case_id, learnt, number=number)
        case = work.case(case_id, Permission.FILE_IMPORT)
        work.record(EventKind.CASE_READ, case)
        batch = Batch(work, case, work.session.get_one(Source, source_id), GRADES["kvk"], False)
        wanted = [f"account:{number}" for number in "ABXCY"]
        assert set(batch.known(Entity.key, Entity.id, wanted)) == {
            "account:A",
            "account:B",
            "account:C",
        }


def test_keys_tell_neighbouring_parts_apart():
    assert hashed("x", "a", "bc") != hashed("x", "ab", "c")
    assert len(hashed("prefix", "y" * 10_000)) < 60


def test_a_place_reads_as_words():
    assert place({"file": "a.xml", "line": 3}) == "file a.xml, line 3"


def test_too_long_is_refused_with_its_place():
    assert fit("abc", 3, "name", {"line": 1}) == "abc"
    with pytest.raises(Invalid, match="more than 2") as refusal:
        fit("abc", 2, "name", {"line": 1})
    assert refusal.value.where == {"line": 1}
