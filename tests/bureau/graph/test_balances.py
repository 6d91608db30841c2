"""The balance after a payment: the bank's where it gives one, then reckoned on, else unknown."""

from datetime import date

from bureau.graph.balances import Balance, Standing, Stated, balances


def day(number):
    return date(2024, 5, number)


def test_nothing_is_said_before_the_first_balance():
    moves = [(day(1), 100), (day(3), -30), (day(5), 5)]
    stated = [Stated(day(2), day(4), 500, 470)]
    assert balances(moves, stated) == [
        Balance(None, Standing.UNKNOWN),
        Balance(470, Standing.BANK),
        Balance(475, Standing.RECKONED),
    ]
    assert balances(moves, []) == [Balance(None, Standing.UNKNOWN)] * 3


def test_a_difference_with_the_bank_is_shown_where_it_appears():
    moves = [(day(1), 10), (day(2), 10)]
    first, second = balances(moves, [Stated(day(1), day(1), 0, 10), Stated(day(2), None, 25, None)])
    assert (first.gap, second.gap) == (0, 15)
    assert second.minor == 35


def test_a_closing_alone_counts_from_the_next_day():
    found = balances([(day(1), 10), (day(2), 1)], [Stated(None, day(1), None, 99)])
    assert [each.minor for each in found] == [None, 100]
