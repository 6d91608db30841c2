"""What banks pack into field :86:, as a table of their dialects; extraction is best effort."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from bureau.formats.accounts import account_text

_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}|P?\d{5,24}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Details:
    """Name, account and text of the other side, as far as the bank's own words give them."""

    dialect: str
    name: str = ""
    account: str = ""
    reference: str = ""
    kind: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coded:
    """A dialect of coded subfields: how to know it, how to split it, what each code says."""

    name: str
    sign: re.Pattern[str]
    split: re.Pattern[str]
    roles: Mapping[str, Sequence[str]]


_TEXT_CODES = tuple(str(code) for code in (*range(20, 30), *range(60, 64)))
_SLASH_CODES = (
    "ACCW|ADDR|BENM|BIC|BO|BUSP|CHGS|CNTP|CSID|EREF|EXCH|IBAN|ID|INIT|ISDT|KREF|MARF|NAME|OCMT"
    "|ORDP|PREF|PURP|REMI|RTRN|SVCL|SVWZ|TRCD|TRTP|ULTB|ULTC|ULTD"
)
CODED: Sequence[Coded] = (
    # DFÜ-Abkommen appendix 3 (Germany, also used in Poland): ?00 to ?63.
    Coded(
        "question-mark codes",
        re.compile(r"\s*\d{3}\?\d\d"),
        re.compile(r"\?(\d\d)"),
        MappingProxyType(
            {
                "name": ("32", "33"),
                "account": ("38", "31"),
                "reference": _TEXT_CODES,
                "kind": ("00",),
            }
        ),
    ),
    # Triodos Bank writes the same codes with another mark, the account under 10.
    Coded(
        "angle codes",
        re.compile(r"\s*\d{3}>\d\d"),
        re.compile(r">(\d\d)"),
        MappingProxyType(
            {"name": ("32", "33"), "account": ("10",), "reference": _TEXT_CODES, "kind": ("00",)}
        ),
    ),
    # Rabobank and ING since SEPA: words between slashes.
    Coded(
        "slash codes",
        re.compile(rf"\s*/(?:{_SLASH_CODES})/"),
        re.compile(rf"/({_SLASH_CODES})(?=/)"),
        MappingProxyType(
            {
                "name": ("NAME",),
                "account": ("IBAN",),
                "reference": ("REMI", "SVWZ"),
                "kind": ("TRTP", "TRCD"),
            }
        ),
    ),
)
_KNAB = re.compile(r"(?P<text>.*?)\s*REK: ?(?P<account>[A-Z0-9]+)/NAAM: ?(?P<name>.*)", re.DOTALL)
_ING = re.compile(r"(?P<account>\d{10}) +(?P<text>.*)", re.DOTALL)
_PARTY_PARTS = ("account", "bic", "name", "place")


def read_details(lines: Sequence[str]) -> Details:
    """The details in the lines of a field :86:, by the first dialect whose sign they bear."""
    wrapped = "".join(line.rstrip() for line in lines)
    for dialect in CODED:
        if dialect.sign.match(wrapped):
            return _coded(dialect, wrapped)
    text = _words(" ".join(lines))
    knab = _KNAB.fullmatch(text)
    if knab:
        return _free("rek and naam", knab["text"], knab["account"], knab["name"])
    ing = _ING.fullmatch(text)
    if ing:
        return _free("leading account", ing["text"], ing["account"], "")
    return Details("plain text", reference=text)


def account_in(text: str) -> str:
    """The account number that the text as a whole is, or nothing."""
    account = account_text(text)
    return account if _ACCOUNT.fullmatch(account) else ""


def _free(dialect: str, text: str, account: str, name: str) -> Details:
    return Details(dialect, _words(name), account_in(account), _words(text))


def _coded(dialect: Coded, text: str) -> Details:
    pieces = dialect.split.split(text)
    codes: dict[str, str] = {}
    for code, value in zip(pieces[1::2], pieces[2::2], strict=True):
        codes[code] = codes.get(code, "") + value
    party = _party(codes.get("CNTP", ""))
    cleaned = {code: _words(value.strip("/")) for code, value in codes.items()}
    accounts = [account_in(cleaned.get(code, "")) for code in dialect.roles["account"]]
    # Only the text runs on from one code to the next; names and kinds are parts of their own.
    reference = _words("".join(codes.get(code, "") for code in dialect.roles["reference"]))
    return Details(
        dialect=dialect.name,
        name=_joined(cleaned, dialect.roles["name"]) or party.get("name", ""),
        account=next((a for a in accounts if a), "") or account_in(party.get("account", "")),
        reference=_unstructured(reference),
        kind=_joined(cleaned, dialect.roles["kind"]),
        codes={code: value for code, value in cleaned.items() if value},
    )


def _party(value: str) -> Mapping[str, str]:
    parts = [_words(part) for part in value.removeprefix("/").split("/")]
    return dict(zip(_PARTY_PARTS, parts, strict=False))


def _unstructured(text: str) -> str:
    return text.strip("/").removeprefix("USTD//").strip("/ ")


def _joined(codes: Mapping[str, str], wanted: Sequence[str]) -> str:
    return " ".join(codes[code] for code in wanted if codes.get(code))


def _words(text: str) -> str:
    return " ".join(text.split())
