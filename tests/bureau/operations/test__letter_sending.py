"""A letter that was held against no file goes only where somebody declared to have read it."""

from datetime import date

import pytest

from bureau.errors import NotAllowed
from bureau.operations import documents, letters
from bureau.operations._letter_sending import Compared, Dispatch, insist
from bureau.operations.letters import Wanted
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
DAY = date(2026, 3, 3)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"fictional"


def test_each_restricted_file_is_compared_or_declared(road):
    with road.by("officer", "03-03") as work:
        held = documents.add_document(
            work, road.id, "x.png", PICTURE, title="x", kind="OTHER", restricted=True
        ).id
    with road.by("officer", "03-03") as work:
        made = letters.compose_letter(work, road.id, "receipt", Wanted(), final=True)
    said, plain = made.paper.sha256, Dispatch(DAY, "portal")
    insist(made, plain, Compared(frozenset({held})), said)
    insist(made, Dispatch(DAY, "portal", declared=True), Compared(frozenset({held}), 1), said)
    for seen in (Compared(), Compared(frozenset({held}), 1)):
        with pytest.raises(NotAllowed) as refusal:
            insist(made, plain, seen, said)
        assert refusal.value.where["guard"] == "read by a person"
    with pytest.raises(NotAllowed):
        insist(made, plain, Compared(frozenset({held})), "0" * 64)
