"""The numbers by which registers know people, companies and accounts, checked before use."""

import re

from stdnum import iban as _iban
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as _bsn

from bureau.errors import N_, Invalid

_DIGITS = re.compile(r"\d+", re.ASCII)
KVK_LENGTH = 8
RSIN_LENGTH = 9
ESTABLISHMENT_LENGTH = 12
_SHOWN = 3
_FIELDS = {"KVK number": "kvk", "establishment number": "vestiging", "RSIN": "rsin", "BSN": "bsn"}
_MASK = "•"


def kvk_number(text: str) -> str:
    """A number of the Handelsregister: eight digits, zeros in front kept."""
    return _digits(text, KVK_LENGTH, N_("KVK number"))


def establishment_number(text: str) -> str:
    """A vestigingsnummer: twelve digits."""
    return _digits(text, ESTABLISHMENT_LENGTH, N_("establishment number"))


def rsin(text: str) -> str:
    """The fiscal number of a legal person: nine digits that pass the test of eleven."""
    return _eleven(_digits(text, RSIN_LENGTH, "RSIN"), "RSIN")


def bsn(text: str) -> str:
    """A citizen service number: nine digits that pass the test of eleven."""
    return _eleven(_digits(text, RSIN_LENGTH, "BSN"), "BSN")


def country_of(number: str) -> str:
    """The country where an account is kept, by its IBAN (ISO 13616); "" for any other number."""
    try:
        return iban(number)[:2]
    except Invalid:
        return ""


def iban(text: str) -> str:
    """An account number of ISO 13616 in capitals without blanks; check digits and length hold."""
    compact = text.replace(" ", "").upper()
    try:
        # The national part is not checked: foreign and fictional banks must pass too.
        return str(_iban.validate(compact, check_country=False))
    except ValidationError:
        raise _wrong(
            "IBAN", N_("Copy the number from the bank statement; it begins with NL.")
        ) from None


def mask_bsn(text: str) -> str:
    """A BSN as screens show it: all but the last three digits hidden."""
    return _MASK * max(len(text) - _SHOWN, 0) + text[-_SHOWN:] if len(text) > _SHOWN else _MASK * 9


def _digits(text: str, length: int, name: str) -> str:
    compact = text.replace(" ", "").replace(".", "")
    if len(compact) != length or not _DIGITS.fullmatch(compact):
        raise _wrong(name, N_("It has {length} digits; keep the zeros in front."), length=length)
    return compact


def _eleven(number: str, name: str) -> str:
    if not _bsn.is_valid(number):
        hint = N_("One of the digits is mistyped: the check of eleven does not come out.")
        raise _wrong(name, hint)
    return number


def _wrong(name: str, hint: str, **params: object) -> Invalid:
    # The number itself stays out of the message: it may be somebody's BSN.
    field = _FIELDS.get(name, name)
    return Invalid(
        "This is no valid {name}.", where={"field": field}, hint=hint, name=name, **params
    )
