from bureau.operations import case_files, tasks


def test_the_second_reader_has_a_light_check_to_close(city):
    with city.work("second") as work:
        waiting = [task for task in tasks.upcoming(work) if task.kind == "light_check"]
    assert [task.case_id for task in waiting] == [city.id("boei")]


def test_the_mayor_has_a_decision_to_take(city):
    with city.work("mayor") as work:
        waiting = [task for task in tasks.upcoming(work) if task.kind == "decide"]
    assert [task.case_id for task in waiting] == [city.id("anker")]


def test_neither_has_a_clock_that_ran_out(city):
    with city.work("officer") as work:
        for story in ("boei", "anker"):
            clocks = case_files.read_case(work, city.id(story)).clocks
            assert all(clock.days_left >= 0 for clock in clocks if clock.open)
