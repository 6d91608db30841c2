"""A demand stops a dossier or only asks for a look."""

from reports.values.gate import Gate, GateState


def test_only_an_open_demand_stops():
    stops = {state: Gate("custody", state).stops for state in GateState}
    assert stops == {GateState.MET: False, GateState.OPEN: True, GateState.LOOK: False}
