"""Words that are marked are nowhere in what a dossier says, and stand in what was withheld."""

from uuid import UUID

import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Language, Track
from reports.assemble import assemble
from reports.assembly.order import Order, Selection
from reports.canonical import canonical_json
from reports.values.redaction import Area, Taken
from tests.bureau.operations.road import ON_SQLITE, at
from tests.reports.stage import BASIS, RECIPIENT, Stage

pytestmark = ON_SQLITE
WHY = "no part of the case"
SOMEBODY = UUID(int=7)


@pytest.fixture
def stage(work_of, actors):
    return Stage(work_of, actors)


def words(text, rule="HAND_OTHERS", reason=WHY):
    return Taken(rule, reason, text)


def made(stage, *taken, track=Track.ADMINISTRATIVE):
    chosen = Selection("", taken=taken)
    order = Order(1, RECIPIENT, BASIS, Language.NL, at("03-20"), selection=chosen)
    with stage.by("officer", "03-20") as work:
        return assemble(work, work.case(stage.id, "case.read"), track, order)


@pytest.mark.parametrize("track", [Track.ADMINISTRATIVE, Track.CRIMINAL])
def test_words_are_gone_and_counted_with_ground_and_reason(stage, track):
    dossier = made(stage, words("Lender"), track=track)
    said = canonical_json(dossier).decode()
    assert "lender" not in said.casefold()
    assert "The [weggelaten] cannot carry the loan." in said
    line = dossier.openness.withheld[-1]
    assert (line.category, line.basis) == ("woorden uit teksten en bijlagen", "AVG 5(1)(c), 15(4)")
    assert line.count >= 2
    assert line.ground == f"gegeven over een ander: {WHY}"


def test_a_reason_does_not_bring_the_words_back(stage):
    dossier = made(stage, words("lender", reason="the lender is no party"))
    assert "lender" not in canonical_json(dossier).decode().casefold()


@pytest.mark.parametrize(
    "taken",
    [
        words("ab"),
        words("x" * 61),
        words("lender", rule="RESTS"),
        words("lender", reason=" "),
        Taken("HAND_OTHERS", WHY, document=SOMEBODY, area=Area(1, 0, 0, 10, 10)),
        Taken("HAND_OTHERS", WHY, document=SOMEBODY, area=Area(1, 0, 0, 101, 10)),
    ],
)
def test_a_row_that_is_not_complete_is_refused(stage, taken):
    with pytest.raises(Invalid, match="has a rule and a reason"):
        made(stage, taken)


def test_words_that_are_nowhere_are_told(stage):
    with pytest.raises(Invalid, match="row 2 stand nowhere"):
        made(stage, words("lender"), words("Zonneveld"))
