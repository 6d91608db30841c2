"""The survey of the city: one round is told, one is open, and the numbers are large enough."""

from bureau.operations import surveys


def test_a_closed_round_tells_means_and_an_open_one_nothing(city):
    with city.work("coordinator") as work:
        running, closed = surveys.list_surveys(work)
        assert closed.survey.answered >= closed.fewest
        assert all(closed.survey.results.values())
        assert running.survey.closed_on is None
        assert not running.survey.results
    with city.work("customs") as work:
        assert len(surveys.list_waiting(work)) == 1
    with city.work("police") as work:
        assert surveys.list_waiting(work) == ()
