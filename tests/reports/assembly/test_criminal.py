"""Information for the prosecutor: no victim, no advice, no secret, no conclusion."""

import pytest

from bureau.errors import NotAllowed
from bureau.rules.vocabulary import Language, Track
from reports.assemble import _texts
from reports.assembly.criminal import criminal
from tests.reports.assembly.rich import BOTH, SECRETS, VICTIM


@BOTH
def test_it_tells_neither_of_victims_nor_of_what_is_withheld(made, language):
    told = repr(made(Track.CRIMINAL, language))
    for word in (*SECRETS, *VICTIM, "says the Bureau", "zorgvuldig en actueel"):
        assert word not in told


@BOTH
def test_it_says_what_it_is_and_leaves_the_judgement_to_the_prosecutor(made, language):
    note = made(Track.CRIMINAL, language).status_note
    dutch = language is Language.NL
    assert ("geen proces-verbaal" if dutch else "no official record") in note
    assert ("officier van justitie" if dutch else "public prosecutor") in note


@BOTH
def test_it_scores_and_condemns_nobody(made, language):
    told = " ".join(_texts(made(Track.CRIMINAL, language))).casefold()
    for word in ("schuldig", "dader", "guilty", "culprit", "risicoscore", "risk score"):
        assert word not in told


def test_without_a_finding_there_is_nothing_to_tell(rich):
    with rich.file() as file:
        for source_id in (rich.source, rich.form):
            del file.sources[source_id]
        with pytest.raises(NotAllowed, match="no finding with a source") as stop:
            criminal(file, rich.order(track=Track.CRIMINAL))
        assert stop.value.where["guard"] == "findings"
