"""Numbers of nobody: accounts at a bank that is not there, citizens and companies from test sets.

BSN from the range 9999 that the government keeps for tests; KVK numbers of the register's test
environment; the bank code BURO is no bank's.
"""

from stdnum import iban as _iban

BANK = "BURO"
COUNTRY = "NL"
WEIGHTS = range(9, 1, -1)
NO_DIGIT = 10  # no single digit would make these eight pass
BESIDE = 5_000


def account(number: int) -> str:
    """The IBAN of fictional account `number`; its check digits are right."""
    rest = f"{BANK}{number:010d}"
    digits = _iban.calc_check_digits(f"{COUNTRY}00{rest}")
    return f"{COUNTRY}{digits}{rest}"


def bsn(number: int) -> str:
    """The test BSN with this place in the range; it passes the test of eleven."""
    return _passing(99_990_000, number)


def rsin(number: int) -> str:
    """A fictional RSIN with this place in its range; it passes the test of eleven."""
    return _passing(99_276_000, number)


def branch(number: int) -> str:
    """A test number of an establishment (vestigingsnummer)."""
    return f"990000{number:06d}"


def _passing(start: int, place: int) -> str:
    """Eight digits from `start` on and the ninth that makes them pass the test of eleven."""
    told = f"{start + place:08d}"
    check = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, told, strict=True)) % 11
    if check == NO_DIGIT:
        return _passing(start + BESIDE, place)
    return f"{told}{check}"
