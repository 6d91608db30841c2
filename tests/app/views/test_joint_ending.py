"""Closing a partnership case on its page of keeping, and opening it again."""

from tests.app.views.reading import words
from tests.app.views.test_retention import table

__all__ = ["table"]


def test_a_joint_case_is_closed_and_opened_again(table, client_of):
    coordinator, place = client_of("coordinator"), f"/retention/cases/{table.case}"
    assert "uiterlijk vijf jaar" in words(coordinator.get(place))
    assert coordinator.send(f"{place}/ending", {"ending": "", "reason": "x"}).status_code == 422
    said = {"ending": "no_result", "reason": "nothing was found"}
    assert coordinator.send(f"{place}/ending", said).status_code == 302
    page = words(coordinator.get(place))
    assert "zonder resultaat" in page
    assert coordinator.send(f"/cases/{table.case}/notes", {"text": "more"}).status_code == 409
    assert client_of("police").send(f"{place}/ending/undo", {"reason": "x"}).status_code == 404
    assert coordinator.send(f"{place}/ending/undo", {"reason": ""}).status_code == 422
    assert coordinator.send(f"{place}/ending/undo", {"reason": "a new fact"}).status_code == 302
    assert "heropend" in words(coordinator.get(place))
