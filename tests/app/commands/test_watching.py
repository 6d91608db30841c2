"""The rules about looks from the command line, and with the daily round."""

from bureau.operations import search
from tests.bureau.operations.looked import DESK


def test_a_run_says_how_much_it_read_and_a_second_one_finds_nothing_new(terminal):
    with terminal.work_of(terminal.actors.officer) as work:
        search.search_case_records(work, "Officer", DESK)
    done = terminal.ask("admin", "watch")
    assert set(done) == {"since", "until", "looks"}
    assert (done["since"], done["looks"]) == (0, 1)
    again = terminal.ask("admin", "watch")
    assert (again["since"], again["looks"]) == (done["until"], 0)
    assert terminal.trail().count("alert.raised") == 1


def test_the_daily_round_runs_them_too(terminal, tmp_path):
    with terminal.work_of(terminal.actors.officer) as work:
        search.search_case_records(work, "Officer", DESK)
    terminal.ask("admin", "remind", "--out", str(tmp_path))
    assert terminal.trail().count("alert.raised") == 1
