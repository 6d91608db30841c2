from bureau.formats.camt import read_camt
from tests.bureau.formats.samples import camt, detail, entry

OURS, THEIRS, THIRD = "NL14BURO0000000002", "NL41BURO0000000001", "NL84BURO0000000003"


def payments(*entries):
    return read_camt(camt("".join(entries), message="054")).payments


def test_a_credit_comes_from_the_debtor():
    (payment,) = payments(entry("5", details=detail()))
    assert (payment.from_account, payment.to_account) == (THEIRS, OURS)
    assert (payment.from_name, payment.to_name) == ("Fictie", "")


def test_a_debit_goes_to_the_creditor():
    (payment,) = payments(entry("5", "DBIT", details=detail(role="Cdtr")))
    assert (payment.from_account, payment.to_account) == (OURS, THEIRS)


def test_a_reversal_keeps_the_roles_of_the_payment_it_undoes():
    undone = entry("5", details=detail(role="Cdtr"), extra="<RvslInd>true</RvslInd>")
    (payment,) = payments(undone)
    assert payment.reversal
    assert (payment.from_account, payment.to_account) == (THEIRS, OURS)


def test_a_batch_whose_parts_add_up_becomes_payments():
    parts = detail("2.00") + detail("3.00", account=THIRD)
    split = payments(entry("5.00", details=parts))
    assert [(p.amount_minor, p.from_account) for p in split] == [(200, THEIRS), (300, THIRD)]
    assert len({p.external_id for p in split}) == 2
    assert split[1].where == {"path": "Ntfctn[1]/Ntry[1]/TxDtls[2]"}


def test_a_batch_that_does_not_add_up_stays_one_payment():
    read = read_camt(camt(entry("5", details=detail("2") + detail("2")), message="054"))
    (payment,) = read.payments
    assert payment.amount_minor == 500
    assert payment.from_account == THEIRS
    assert payment.extra["transaction_2"] == f"2.00 EUR | Fictie | {THEIRS}"
    assert len(read.warnings) == 1


def test_a_batch_of_unstated_amounts_or_another_direction_is_not_split():
    assert len(payments(entry("5", details=detail() + detail("5")))) == 1
    assert len(payments(entry("5", details=detail("2", mark="DBIT") + detail("3")))) == 1


def test_differing_parties_of_an_undivided_batch_are_not_chosen_between():
    (payment,) = payments(entry("5", details=detail("1") + detail("1", account=THIRD)))
    assert payment.from_account == ""


def test_the_bank_reference_identifies_a_payment_across_files():
    told = entry("5", extra="<NtryRef>x</NtryRef>")
    first = payments(entry("1"), told)[1]
    second = payments(told)[0]
    assert first.external_id == second.external_id == f"{OURS}|2024-03-02|5.00 EUR|x"


def test_another_account_on_our_side_is_kept_and_told():
    read = read_camt(camt(entry("5", details=detail(role="Cdtr")), message="054"))
    assert read.payments[0].to_account == OURS
    assert read.payments[0].extra["own_side_account"] == THEIRS
    assert THEIRS in read.warnings[0].message


def test_a_stated_amount_in_another_currency_is_kept():
    foreign = detail("6").replace("'EUR'>6", "'USD'>6")
    (payment,) = payments(entry("5", details=foreign))
    assert payment.extra["transaction_amount"] == "6.00 USD"


def test_an_entry_of_zero_is_kept_and_told():
    read = read_camt(camt(entry("0.00"), message="054"))
    assert read.payments[0].amount_minor == 0
    assert "of zero" in read.warnings[0].message
