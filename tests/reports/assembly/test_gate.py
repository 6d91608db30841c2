"""The gate says of each demand how it stands, and stops what the dossier itself would refuse."""

from bureau.model import Advice, Finding
from bureau.rules.vocabulary import Track
from reports.assembly.gate import gates
from reports.assembly.ledger import ledger
from reports.values.gate import GateState


def standing(file, track=Track.ADMINISTRATIVE):
    return {gate.code: gate for gate in gates(file, ledger(file), track)}


def test_a_case_that_is_ready_meets_every_demand(rich):
    with rich.file() as file:
        for track in (Track.ADMINISTRATIVE, Track.CRIMINAL):
            found = standing(file, track)
            assert not any(gate.stops for gate in found.values())
        assert "advice_reader" not in found  # the prosecutor does not get the advice


def test_a_source_without_bytes_is_a_gap_to_look_at(rich):
    with rich.file() as file:
        gate = standing(file)["custody"]
        assert (gate.state, gate.stops) == (GateState.LOOK, False)
        assert gate.count > 0


def test_what_waits_is_named_and_counted(rich):
    with rich.file() as file:
        hit = next(hit for hit in file.hits if hit.status == "retained")
        hit.status = "new"
        assert standing(file)["leads"] == standing(file, Track.CRIMINAL)["leads"]
        assert standing(file)["leads"].count == 1
        hit.status = "retained"
        hit.innocents[0].by = None
        assert standing(file)["innocent"].stops


def test_a_name_in_a_text_stops_it(rich):
    with rich.file() as file:
        file.rows.all(Finding)[0].text = "Mw. Zonneveld werkt er."
        assert standing(file)["protected"].stops


def test_an_advice_asks_for_a_named_reader_and_a_check(rich):
    with rich.file() as file:
        assert not standing(file)["advice_reader"].stops
        file.rows.last(Advice).checked = ""
        assert standing(file)["advice_checked"].stops
        file.rows.last(Advice).document = None
        assert standing(file)["advice_reader"].stops


def test_without_a_statement_nothing_goes(rich):
    with rich.file() as file:
        file.rows.all(Finding).clear()
        assert standing(file)["findings"].stops
        assert standing(file, Track.CRIMINAL)["innocent"].stops is False
        file.rows.screening.applicant_id = None
        assert standing(file)["applicant"].stops
