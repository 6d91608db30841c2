"""Unexplained wealth: the comparison of assets (UB-26) of each lead that a person retained."""

from collections.abc import Mapping
from uuid import UUID

from bureau.model import Hit
from bureau.rules import money
from reports.assembly import findings
from reports.assembly.file import CaseFile
from reports.values.finance import Amount, Wealth

PATTERN = "UB-26"
EURO = "EUR"


def wealth(file: CaseFile) -> tuple[Wealth, ...]:
    """One comparison for each lead that goes along, with every term it was reckoned from."""
    hits = (hit for hit in file.hits if hit.pattern == PATTERN)
    return tuple(_compared(file, hit) for hit in hits if findings.goes_along(file, hit))


def _compared(file: CaseFile, hit: Hit) -> Wealth:
    names = (file.label(UUID(one)) for one in hit.subjects)
    return Wealth(
        hit_id=hit.code,
        number=hit.number,
        who=", ".join(names),
        window_from=hit.window_from,
        window_until=hit.window_to,
        opening=_term(hit.metrics, "opening"),
        income=_term(hit.metrics, "income"),
        loans=_term(hit.metrics, "loans"),
        spending=_term(hit.metrics, "spending"),
        closing=_term(hit.metrics, "closing"),
        sources=findings.behind(file, hit),
    )


def _term(metrics: Mapping[str, object], name: str) -> Amount:
    return Amount(money.parse(str(metrics.get(name, "0")), EURO).minor, EURO)
