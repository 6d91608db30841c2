from app.demo import planted, trade


def test_the_planted_payments_are_the_same_every_time():
    assert list(planted.rows()) == list(planted.rows())


def test_deposits_stay_just_under_ten_thousand():
    assert all(900_000 <= cents < 1_000_000 for cents in planted.JUST_UNDER)


def test_the_account_in_between_is_empty_by_night():
    balance: dict[int, int] = {}
    for row in planted.rows():
        if trade.ZUIDERKRUIS in (row.payer, row.payee):
            sign = 1 if row.payee == trade.ZUIDERKRUIS else -1
            balance[row.ago] = balance.get(row.ago, 0) + sign * row.cents
    assert all(0 <= left < 1_000 for left in balance.values())


def test_two_thirds_of_the_loan_come_from_somebody_close():
    lent = [row.cents for row in planted.rows() if row.payer == trade.BAS]
    assert sum(lent) * 3 == 18_000_000 * 2
