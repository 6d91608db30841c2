from app.demo import trade


def test_the_ordinary_is_the_same_every_time():
    assert list(trade.rows()) == list(trade.rows())


def test_most_of_money_has_no_story():
    found = list(trade.rows())
    assert len(found) > 2_000
    assert all(row.cents > 0 and row.payer != row.payee for row in found)
    assert all(trade.LAST - 7 < row.ago <= trade.FIRST for row in found)


def test_a_wage_account_keeps_nothing():
    kept = sum(
        row.cents * (1 if row.payee == trade.LOONBURO else -1)
        for row in trade.rows()
        if trade.LOONBURO in (row.payer, row.payee)
    )
    assert kept == 0
