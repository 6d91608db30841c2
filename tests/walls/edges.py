"""Lines of a network have no rows of their own: their ids are read from the picture."""

from uuid import UUID

from tests.walls.gate import Gate


def first(gate: Gate, case_id: UUID) -> str | None:
    """The id of a line in the network of this case, as whoever may see it does."""
    for login in ("officer", "outsider", "coordinator", "away-coordinator"):
        answer = gate.fresh(login).get(f"/cases/{case_id}/network.json")
        if answer.status_code == 200 and answer.json["edges"]:
            return str(answer.json["edges"][0]["id"])
    return None
