import pytest

from bureau.formats.camt import read_camt
from tests.bureau.formats.samples import camt, detail, entry, refusal


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("<CdtDbtInd>CRDT</CdtDbtInd>", "", "Stmt[1]/Ntry[1]/CdtDbtInd"),
        ("CRDT", "PLUS", "Stmt[1]/Ntry[1]/CdtDbtInd"),
        ("<Sts>BOOK</Sts>", "", "Stmt[1]/Ntry[1]/Sts"),
        ("<BookgDt><Dt>2024-03-02</Dt></BookgDt>", "", "Stmt[1]/Ntry[1]/BookgDt"),
        ("2024-03-02", "2024-02-30", "Stmt[1]/Ntry[1]/BookgDt"),
        ("2024-03-02", "02-03-2024", "Stmt[1]/Ntry[1]/BookgDt"),
        ("Ccy='EUR'", "Ccy='euro'", "Stmt[1]/Ntry[1]/Amt"),
        ("'EUR'>12.34<", "'EUR'>12.345<", "Stmt[1]/Ntry[1]/Amt"),
        ("12.34", "12,34", "Stmt[1]/Ntry[1]/Amt"),
        ("12.34", "-12.34", "Stmt[1]/Ntry[1]/Amt"),
        ("12.34", "1" * 5000, "Stmt[1]/Ntry[1]/Amt"),
        ("12.34", "1" * 19, "Stmt[1]/Ntry[1]/Amt"),
        ("<Sts>", "<RvslInd>maybe</RvslInd><Sts>", "Stmt[1]/Ntry[1]/RvslInd"),
    ],
)
def test_what_is_malformed_is_refused_at_its_path(old, new, path):
    content = camt(entry("12.34").replace(old, new))
    assert refusal(read_camt, content).where == {"path": path}


def test_the_value_date_serves_where_the_booking_date_is_missing():
    plain = entry("1").replace("BookgDt", "ValDt")
    assert read_camt(camt(plain)).payments[0].on == "2024-03-02"


def test_a_moment_gives_date_and_time():
    timed = entry("1").replace("<Dt>2024-03-02</Dt>", "<DtTm>2024-03-02T13:15:00+01:00</DtTm>")
    (payment,) = read_camt(camt(timed)).payments
    assert (payment.on, payment.time) == ("2024-03-02", "13:15:00")


def test_the_newer_status_element_is_understood():
    newer = entry("1", status="<Cd>BOOK</Cd>")
    assert len(read_camt(camt(newer, version="08")).payments) == 1


def test_parties_references_and_codes_are_read_from_the_transaction():
    told = detail().replace(
        "<TxDtls>",
        "<TxDtls><Refs><EndToEndId>E2E</EndToEndId></Refs>"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>"
        "</BkTxCd><RmtInf><Ustrd>Huur  maart</Ustrd></RmtInf>",
    )
    (payment,) = read_camt(camt(entry("1", details=told))).payments
    assert payment.reference == "Huur maart"
    assert payment.kind == "PMNT/RCDT/ESCT"
    assert payment.extra["end_to_end"] == "E2E"


def test_the_party_wrapper_of_newer_versions_is_understood():
    newer = detail().replace("<Nm>Fictie</Nm>", "<Pty><Nm>Fictie</Nm></Pty>")
    (payment,) = read_camt(camt(entry("1", details=newer), version="08")).payments
    assert payment.from_name == "Fictie"
