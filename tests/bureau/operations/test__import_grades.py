"""Every import format starts with a grade; what is no import starts with none."""

from bureau.formats.registry import READERS
from bureau.operations._import_grades import GRADES, payment_credibility
from bureau.rules.vocabulary import Credibility


def test_every_format_has_a_grade():
    assert set(GRADES) == set(READERS)


def test_only_a_bank_proves_a_payment():
    assert payment_credibility("camt053") is Credibility.CONFIRMED
    assert payment_credibility("payments-csv") is Credibility.PROBABLE
    assert payment_credibility("witness") is Credibility.UNKNOWN
