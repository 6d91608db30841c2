"""The ledger says item by item what goes in; the dossier holds exactly that, for every reader."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.model import Hit
from bureau.rules.vocabulary import Track
from reports.assemble import assemble
from reports.assembly import file as case_file
from reports.assembly.ledger import insist, ledger
from reports.assembly.order import Selection
from reports.values.ledger import ItemKind
from tests.reports.assembly.rich import VICTIM

READERS = [
    (Track.ADMINISTRATIVE, "DECIDER"),
    (Track.ADMINISTRATIVE, "APPLICANT"),
    (Track.ADMINISTRATIVE, "COMMITTEE"),
    (Track.ADMINISTRATIVE, "COURT"),
    (Track.CRIMINAL, "PROSECUTOR"),
]


def opened(rich, file, track, selection):
    order = replace(rich.order(track=track), selection=selection)
    read = case_file.read(file.work, file.case, file.language, selection, track)
    return ledger(read), assemble(file.work, file.case, track, order)


@pytest.mark.parametrize(("track", "reader"), READERS)
def test_what_the_ledger_lets_go_is_what_the_dossier_holds(rich, track, reader):
    with rich.file() as file:
        items, dossier = opened(rich, file, track, Selection(reader))
    going = {kind: [item.label for item in items.of(kind) if item.goes] for kind in ItemKind}
    assert going[ItemKind.STATEMENT] == [f"[{s.number}] {s.text}" for s in dossier.statements]
    assert going[ItemKind.SOURCE] == [f"{e.number}. {e.title}" for e in dossier.evidence]
    assert sorted(going[ItemKind.PARTY]) == sorted(entry.label for entry in dossier.entities)
    assert len(going[ItemKind.TIE]) == len(dossier.chart.ties if dossier.chart else ())
    assert len(going[ItemKind.EVENT]) == len(dossier.timeline)
    assert len(going[ItemKind.LEAD]) == len(dossier.exculpatory.hits)
    assert bool(going[ItemKind.ADVICE]) == bool(getattr(dossier, "advice", None))


def test_every_held_item_names_a_rule_and_no_protected_person(rich):
    with rich.file() as file:
        items, _ = opened(rich, file, Track.CRIMINAL, Selection())
    held = items.held()
    assert {"NAMED", "RESTS", "PROTECTED", "ADVICE", "JUDGED"} <= {item.rule for item in held}
    assert not any(word in item.label for item in items.items for word in VICTIM)


def test_the_applicant_does_not_get_the_data_of_others(rich):
    with rich.file() as file:
        items, dossier = opened(rich, file, Track.ADMINISTRATIVE, Selection("APPLICANT"))
        usual, _ = opened(rich, file, Track.ADMINISTRATIVE, Selection())
    others = {item.label for item in items.of(ItemKind.PARTY) if item.rule == "OTHERS"}
    assert "Vroeger" in others
    assert "Vroeger" in {item.label for item in usual.of(ItemKind.PARTY) if item.goes}
    assert "De Ankerplaats B.V." in {entry.label for entry in dossier.entities}
    told = " ".join(event.text for event in dossier.timeline)
    assert "niet genoemd aan Doorn" not in told
    assert "Vroeger" not in told


def test_a_person_may_leave_out_more_and_says_why(rich):
    chosen = Selection(left_out={"statement:4": "Niet nodig voor deze lezer."})
    with rich.file() as file:
        items, dossier = opened(rich, file, Track.ADMINISTRATIVE, chosen)
    [left] = [item for item in items.held() if item.rule == "LEFT"]
    assert (left.key, left.reason) == ("statement:4", "Niet nodig voor deze lezer.")
    assert [s.number for s in dossier.statements] == [1, 3]


def test_a_person_cannot_add_what_a_rule_withholds(rich):
    chosen = Selection(left_out={f"party:{rich.shadow}": "Deze dan."})
    with rich.file() as file:
        items, dossier = opened(rich, file, Track.ADMINISTRATIVE, chosen)
    assert not any("Schaduw" in entry.label for entry in dossier.entities)
    assert next(i for i in items.items if i.key == f"party:{rich.shadow}").rule == "LEFT"


def refused(rich, key, reason="Liever niet."):
    with rich.file() as file:
        chosen = Selection(left_out={key: reason})
        insist(case_file.read(file.work, file.case, file.language, chosen))


def test_nobody_leaves_out_what_speaks_for_an_innocent_reading(rich):
    with rich.file() as file:
        [code] = [hit.code for hit in file.hits if hit.status == "retained"]
        source = next(s.number for s in file.sources.values() if s.id == rich.source)
    # Statement 2 stands under a ground of which somebody found no danger.
    for key in (f"lead:{code}", f"source:{source}", "statement:2"):
        with pytest.raises(NotAllowed, match="innocent reading"):
            refused(rich, key)


@pytest.mark.parametrize(("key", "reason"), [("statement:4", " "), ("statement:99", "Waarom?")])
def test_what_is_left_out_exists_and_has_a_reason(rich, key, reason):
    with pytest.raises(Invalid, match="with a reason"):
        refused(rich, key, reason)


def test_what_speaks_against_a_finding_stays_when_the_finding_is_left_out(rich):
    chosen = Selection(left_out={"statement:1": "Onzeker."})
    with rich.file() as file:
        _, dossier = opened(rich, file, Track.ADMINISTRATIVE, chosen)
    told = [one.text for one in dossier.exculpatory.circumstances]
    assert "Er is spaargeld." in told


def test_a_lead_that_nobody_judged_stays_open(rich):
    with rich.file() as file:
        hit = next(hit for hit in file.hits if hit.status == "retained")
        hit.status = "new"
        rules = {item.key: item.rule for item in ledger(file).of(ItemKind.LEAD)}
        assert isinstance(hit, Hit)
        assert rules[f"lead:{hit.code}"] == "OPEN"
