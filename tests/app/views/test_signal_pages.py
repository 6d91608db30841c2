"""A refused act of a signal shows its page again."""

from tests.app.views.reading import text
from tests.app.views.test_signals import report


def test_what_was_wrong_with_a_step_is_said_on_the_page_of_the_signal(client_of):
    place = report(client_of)
    police = client_of("police")
    page = text(police.get(place))
    assert f"{place}/check" not in page  # who wrote it is not offered to check it
    answer = police.send(f"{place}/submit", {"version": "1"})
    assert answer.status_code == 409
    assert "concept" in text(answer)
