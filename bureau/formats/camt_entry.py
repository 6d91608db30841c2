"""One camt entry: the amount the bank booked, and the details of the transactions behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bureau.errors import N_, Invalid
from bureau.formats.accounts import account_text
from bureau.formats.amounts import check_currency, minor
from bureau.formats.days import iso_moment
from bureau.formats.guard import Limits, shorten

_AGAIN = N_("Ask the bank for the statement again.")
_SIGNS = {"CRDT": 1, "DBIT": -1}
_TRUE, _FALSE = {"true", "1"}, {"false", "0", ""}


@dataclass(frozen=True, slots=True)
class Party:
    """A name and an account as the transaction gives them; either may be missing."""

    name: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One transaction behind an entry; its amount is None where it states none."""

    debtor: Party
    creditor: Party
    amount_minor: int | None = None
    currency: str = ""
    sign: int = 0
    reference: str = ""
    bank_reference: str = ""
    kind: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the statement; the amount in minor units, positive, and its sign apart."""

    path: str
    amount_minor: int
    currency: str
    sign: int
    status: str
    on: str
    time: str
    reversal: bool
    reference: str
    bank_reference: str
    kind: str
    extra: Mapping[str, str]
    details: tuple[Detail, ...]

    @property
    def booked(self) -> bool:
        """Whether the bank counts this entry in the balance."""
        return self.status == "BOOK"

    @property
    def signed_minor(self) -> int:
        """What the entry does to the balance."""
        return self.sign * self.amount_minor


def read_entry(element: Element, path: str, limits: Limits) -> Entry:
    """One entry and its details; raises Invalid at the path of what is missing or malformed."""
    amount, currency = _amount(element.find("Amt"), path, limits)
    on, time = _booked_on(element, path)
    return Entry(
        path=path,
        amount_minor=amount,
        currency=currency,
        sign=sign(element, path),
        status=_status(element, path),
        on=on,
        time=time,
        reversal=_flag(element, path),
        reference=_words(element.findtext("AddtlNtryInf")),
        bank_reference=_words(element.findtext("AcctSvcrRef") or element.findtext("NtryRef")),
        kind=_kind(element),
        extra=_named(value_date=element.findtext("ValDt/Dt") or element.findtext("ValDt/DtTm")),
        details=tuple(
            _detail(found, f"{path}/TxDtls[{number}]", limits)
            for number, found in enumerate(element.findall("NtryDtls/TxDtls"), 1)
        ),
    )


def _amount(element: Element | None, path: str, limits: Limits) -> tuple[int, str]:
    place = f"{path}/Amt"
    currency = check_currency("" if element is None else element.get("Ccy", ""), path=place)
    text = "" if element is None else (element.text or "").strip()
    return minor(text, currency, limits, path=place), currency


def sign(element: Element, path: str) -> int:
    """Plus one for a credit, minus one for a debit; raises Invalid where it says neither."""
    word = element.findtext("CdtDbtInd", "").strip()
    if word not in _SIGNS:
        raise _malformed(f"{path}/CdtDbtInd", word, N_("CRDT or DBIT"))
    return _SIGNS[word]


def _status(element: Element, path: str) -> str:
    word = (element.findtext("Sts/Cd") or element.findtext("Sts") or "").strip()
    if not word:
        raise _malformed(f"{path}/Sts", word, N_("BOOK, PDNG or INFO"))
    return shorten(word)


def _flag(element: Element, path: str) -> bool:
    word = element.findtext("RvslInd", "").strip()
    if word not in _TRUE | _FALSE:
        raise _malformed(f"{path}/RvslInd", word, N_("true or false"))
    return word in _TRUE


def _booked_on(element: Element, path: str) -> tuple[str, str]:
    for tag in ("BookgDt", "ValDt"):
        moment = element.findtext(f"{tag}/Dt") or element.findtext(f"{tag}/DtTm") or ""
        if moment:
            return iso_moment(moment.strip(), path=f"{path}/{tag}")
    raise _malformed(f"{path}/BookgDt", "", N_("a booking date"))


def _detail(element: Element, path: str, limits: Limits) -> Detail:
    stated = element.find("Amt")
    if stated is None:
        stated = element.find("AmtDtls/TxAmt/Amt")
    amount, currency = (None, "") if stated is None else _amount(stated, path, limits)
    stated_sign = sign(element, path) if element.find("CdtDbtInd") is not None else 0
    return Detail(
        debtor=_party(element, "Dbtr"),
        creditor=_party(element, "Cdtr"),
        amount_minor=amount,
        currency=currency,
        sign=stated_sign,
        reference=_reference(element),
        bank_reference=_words(element.findtext("Refs/AcctSvcrRef")),
        kind=_kind(element),
        extra=_named(
            end_to_end=element.findtext("Refs/EndToEndId"),
            mandate=element.findtext("Refs/MndtId"),
            purpose=element.findtext("Purp/Cd"),
            return_reason=element.findtext("RtrInf/Rsn/Cd"),
            ultimate_debtor=_name(element, "UltmtDbtr"),
            ultimate_creditor=_name(element, "UltmtCdtr"),
        ),
    )


def _party(element: Element, role: str) -> Party:
    base = f"RltdPties/{role}Acct/Id"
    number = element.findtext(f"{base}/IBAN") or element.findtext(f"{base}/Othr/Id") or ""
    return Party(_name(element, role), account_text(number))


def _name(element: Element, role: str) -> str:
    for path in ("Pty/Nm", "Nm", "Agt/FinInstnId/Nm"):
        found = _words(element.findtext(f"RltdPties/{role}/{path}"))
        if found:
            return found
    return ""


def _reference(element: Element) -> str:
    texts = [found.text for found in element.findall("RmtInf/Ustrd")]
    texts += [found.text for found in element.findall("RmtInf/Strd/CdtrRefInf/Ref")]
    return _words(" ".join(text or "" for text in texts) or element.findtext("AddtlTxInf"))


def _kind(element: Element) -> str:
    code = element.find("BkTxCd")
    if code is None:
        return ""
    parts = [code.findtext(p) for p in ("Domn/Cd", "Domn/Fmly/Cd", "Domn/Fmly/SubFmlyCd")]
    return "/".join(_words(part) for part in parts if part) or _words(code.findtext("Prtry/Cd"))


def _named(**texts: str | None) -> dict[str, str]:
    return {name: _words(text) for name, text in texts.items() if _words(text)}


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _malformed(path: str, value: str, expected: str) -> Invalid:
    return Invalid(
        "At {path} stands {value}; {expected} was expected.",
        where={"path": path},
        hint=_AGAIN,
        path=path,
        value=shorten(value) or N_("nothing"),
        expected=expected,
    )
