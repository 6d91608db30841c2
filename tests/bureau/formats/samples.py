"""Small fictional files, and the way to the reference files that lie beside the checkout."""

from pathlib import Path

import pytest

from bureau.errors import Invalid

DATA = Path(__file__).parents[3] / "../shared/data"
CAMT = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{message}.001.{version}">'
    "<{container}>{parts}</{container}></Document>"
)
CONTAINERS = {
    "052": ("BkToCstmrAcctRpt", "Rpt"),
    "053": ("BkToCstmrStmt", "Stmt"),
    "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}


def given(*parts):
    """The bytes of a reference file; the test is skipped where it is absent."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"reference file {path.name} is not beside this checkout")
    return path.read_bytes()


def listed(*parts):
    """The names of the reference files in a folder; one that is skipped where it is absent."""
    folder = DATA.joinpath(*parts)
    if not folder.exists():
        return [pytest.param("", marks=pytest.mark.skip("reference files are absent"))]
    return sorted(path.name for path in folder.iterdir())


def refusal(function, content, kind=Invalid):
    """The error with which a reader refuses; it names a place and a remedy."""
    with pytest.raises(kind) as caught:
        function(content)
    assert caught.value.where
    assert caught.value.hint
    return caught.value


def balance(code, amount, mark="CRDT", currency="EUR", on="2024-03-01"):
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='{currency}'>{amount}</Amt>"
        f"<CdtDbtInd>{mark}</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
    )


def entry(amount, mark="CRDT", *, details="", extra="", status="BOOK", currency="EUR"):
    return (
        f"<Ntry><Amt Ccy='{currency}'>{amount}</Amt><CdtDbtInd>{mark}</CdtDbtInd>{extra}"
        f"<Sts>{status}</Sts><BookgDt><Dt>2024-03-02</Dt></BookgDt>"
        f"<NtryDtls>{details}</NtryDtls></Ntry>"
    )


def detail(amount="", name="Fictie", account="NL41BURO0000000001", role="Dbtr", mark=""):
    stated = f"<Amt Ccy='EUR'>{amount}</Amt>" if amount else ""
    way = f"<CdtDbtInd>{mark}</CdtDbtInd>" if mark else ""
    return (
        f"<TxDtls>{stated}{way}<RltdPties><{role}><Nm>{name}</Nm></{role}>"
        f"<{role}Acct><Id><IBAN>{account}</IBAN></Id></{role}Acct></RltdPties></TxDtls>"
    )


def camt(*contents, message="053", version="02"):
    container, part = CONTAINERS[message]
    account = "<Id>S1</Id><Acct><Id><IBAN>NL14BURO0000000002</IBAN></Id><Ccy>EUR</Ccy></Acct>"
    parts = "".join(f"<{part}>{account}{content}</{part}>" for content in contents)
    return CAMT.format(message=message, version=version, container=container, parts=parts).encode()


def mt940(*lines, closing="C240331EUR150,00"):
    head = (":20:REF", ":25:NL14BURO0000000002", ":28C:3/1", ":60F:C240301EUR100,00")
    tail = (f":62F:{closing}", "-") if closing else ()
    return "\r\n".join((*head, *lines, *tail)).encode()
