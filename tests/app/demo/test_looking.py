"""In the story the rules asked about looks, and two auditors answered."""

from bureau.operations import alerts


def test_the_reviewers_find_something_to_read_and_one_question_closed(city):
    with city.work("auditor") as work:
        lines = alerts.list_alerts(work)
        found = {(line.rule.code, line.name): (line.closed, line.answers) for line in lines}
    assert found[("R01", "Marianne Koopal")] == (True, 2)
    assert found[("R03", "Arjan Smeets")] == (False, 1)
    assert found[("R06", "Nadia Verhulst")] == (False, 0)
    assert len(found) <= 6


def test_nobody_else_of_the_city_sees_them(city):
    with city.work("coordinator") as work:
        assert not work.may("watch.review")
