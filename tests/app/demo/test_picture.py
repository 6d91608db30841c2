"""Two boards of the city have a year of history, and a case shows the steps it touches."""

from bureau.operations import barrier_standings, boards, case_areas, case_steps, picture_tasks


def test_the_boards_have_a_year_of_history_and_two_assessors(city):
    with city.work("police") as work:
        board = boards.read_board(work, "UGB")
        page = boards.read_barrier(work, "UGB", "UGB-4a")
    assert board.number == 1
    assert [line.status for line in page.standing.history] == [
        *("agreed", "in_force", "circumvented", "in_force")
    ]
    assert page.standing.pair is not None
    since = page.standing.history
    assert (since[-1].since - since[0].since).days > 250


def test_reviews_that_ran_out_and_steps_of_a_case_are_there(city):
    with city.work("coordinator") as work:
        assert {each.barrier for each in barrier_standings.overdue_reviews(work)} >= {"RE-3a"}
        steps = case_steps.list_steps(work, city.id("partnership"))
        (place,) = case_areas.list_case_areas(work, city.id("partnership"))
        due = picture_tasks.list_picture_tasks(work)
    assert [f"{line.model}-{line.step}" for line in steps] == ["UGB-2", "UGB-4"]
    assert place.code == "havenkwartier"
    assert {row.kind.value for row in due if row.over} >= {"power", "barrier"}
