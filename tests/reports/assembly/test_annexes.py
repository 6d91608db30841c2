"""Which documents may go along: those of the reader's own rules, and that can be drawn."""

import pytest

from bureau.errors import NotAllowed
from bureau.operations import documents
from bureau.rules.vocabulary import Language
from reports.assembly import annexes
from reports.assembly import file as case_file
from reports.assembly.order import Selection
from tests.bureau.operations.road import ON_SQLITE
from tests.reports import handed_in
from tests.reports.stage import Stage

pytestmark = ON_SQLITE


@pytest.fixture
def stage(work_of, actors):
    return Stage(work_of, actors)


def read(stage, work, **chosen):
    case = work.case(stage.id, "case.read")
    return case_file.read(work, case, Language.NL, Selection("COURT", **chosen))


def test_a_document_stays_behind_with_its_source(stage):
    number = stage.hand_in(handed_in.pdf("x"), "huur.pdf")
    with stage.by("officer", "03-20") as work:
        going = annexes.candidates(read(stage, work))
        assert [(one.sources, one.rule) for one in going if one.document.title == "huur.pdf"] == [
            ((number,), "")
        ]
        left = read(stage, work, left_out={f"source:{number}": "not needed"})
        found = {one.document.title: one for one in annexes.candidates(left)}
        assert found["huur.pdf"].rule == "LEFT"


def test_a_document_of_another_case_is_none_of_this_one(stage):
    other = Stage(stage.work_of, stage.actors)
    with other.by("officer", "03-13") as work:
        content = handed_in.pdf("x")
        foreign = documents.add_document(work, other.id, "x.pdf", content, title="x", kind="K01").id
    with stage.by("officer", "03-20") as work:
        file = read(stage, work, annexes=(foreign,))
        with pytest.raises(NotAllowed, match="cannot go along"):
            annexes.insist(file)
