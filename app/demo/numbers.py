"""Numbers of nobody: accounts at a bank that is not there, citizens and companies from test sets.

BSN from the range 9999 that the government keeps for tests; KVK numbers of the register's test
environment; the bank code BURO is no bank's.
"""

from itertools import islice

from stdnum import iban as _iban
from stdnum.nl import bsn as _bsn

BANK = "BURO"
COUNTRY = "NL"


def account(number: int) -> str:
    """The IBAN of fictional account `number`; its check digits are right."""
    rest = f"{BANK}{number:010d}"
    digits = _iban.calc_check_digits(f"{COUNTRY}00{rest}")
    return f"{COUNTRY}{digits}{rest}"


def bsn(number: int) -> str:
    """The test BSN with this place in the range; it passes the test of eleven."""
    return _passing(999_900_000, number)


def rsin(number: int) -> str:
    """A fictional RSIN with this place in its range; it passes the test of eleven."""
    return _passing(992_760_000, number)


def branch(number: int) -> str:
    """A test number of an establishment (vestigingsnummer)."""
    return f"990000{number:06d}"


def _passing(start: int, place: int) -> str:
    """The number with this place, from nought, among those from `start` that pass the test."""
    fit = (f"{number:09d}" for number in range(start, start + 100_000) if _fits(number))
    return next(islice(fit, place, None))


def _fits(number: int) -> bool:
    return bool(_bsn.is_valid(f"{number:09d}"))
