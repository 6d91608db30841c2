"""The interests of a BODS 0.4 relationship as ties: exact shares as fractions, ranges in words."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from bureau.formats.days import partial_day
from bureau.formats.party_values import Left, TieRecord
from bureau.formats.register_json import Part
from bureau.rules.vocabulary import TieKind

DETAIL_LENGTH = 200
_BOARD = ("boardMember", "boardChair", "seniorManagingOfficial", "appointmentOfBoard")
_RIGHTS = (
    "beneficiaryOfLegalArrangement",
    "rightsToSurplusAssetsOnDissolution",
    "rightsToProfitOrIncome",
    "rightsGrantedByContract",
    "conditionalRightsGrantedByContract",
    "enjoymentAndUseOfAssets",
    "rightToProfitOrIncomeFromAssets",
)
_KINDS = {
    "shareholding": TieKind.OWNS,
    "votingRights": TieKind.MANAGES,
    "controlViaCompanyRulesOrArticles": TieKind.MANAGES,
    "controlByLegalFramework": TieKind.MANAGES,
    "trustee": TieKind.MANAGES,
    **dict.fromkeys(_BOARD, TieKind.DIRECTS),
    **dict.fromkeys(_RIGHTS, TieKind.HOLDS_RIGHT),
}
_WHOLE = 100


def interest_ties(told: Part, ends: tuple[str, str], ended: str, left: Left) -> Iterator[TieRecord]:
    """One tie for each interest of the first party in the second."""
    interests = told.parts("interests")
    if not interests:
        yield TieRecord(
            {"path": told.path}, TieKind.ASSOCIATES, *ends, "belang niet genoemd", None, "", ended
        )
    for interest in interests:
        kind = _KINDS.get(interest.text("type"), TieKind.ASSOCIATES)
        exact = _exact(interest)
        share = (exact.numerator, exact.denominator) if exact and kind is TieKind.OWNS else None
        detail = ", ".join(filter(None, _words(interest, exact if share is None else None)))
        if len(detail) > DETAIL_LENGTH:
            left.note("{count} descriptions were shortened to what fits beside a tie.")
            detail = detail[: DETAIL_LENGTH - 1] + "…"
        yield TieRecord(
            where={"path": interest.path},
            kind=kind,
            source=ends[0],
            target=ends[1],
            detail=detail,
            share=share,
            valid_from=partial_day(interest.text("startDate"), f"{interest.path}.startDate"),
            valid_to=partial_day(interest.text("endDate"), f"{interest.path}.endDate") or ended,
        )


def _exact(interest: Part) -> Fraction | None:
    told = interest.part("share")
    exact, least, most = (told.number(name) for name in ("exact", "minimum", "maximum"))
    if exact is None and least is not None and least == most:
        exact = least
    part = Fraction(exact or 0) / _WHOLE
    return part if 0 < part <= 1 else None


def _words(interest: Part, exact: Fraction | None) -> Iterator[str]:
    yield interest.text("type") or "belang niet genoemd"
    if exact is not None:
        yield f"{_percent(Decimal(exact.numerator) * _WHOLE / exact.denominator)}%"
    yield _range(interest.part("share"))
    yield "indirect" if interest.text("directOrIndirect") == "indirect" else ""
    if interest.flag("beneficialOwnershipOrControl"):
        yield "uiteindelijk belanghebbende"
    yield interest.text("details")


def _range(share: Part) -> str:
    if share.number("exact") is not None:
        return ""
    least, above = share.number("minimum"), share.number("exclusiveMinimum")
    most, below = share.number("maximum"), share.number("exclusiveMaximum")
    said = (
        f"vanaf {_percent(least)}%" if least is not None else "",
        f"meer dan {_percent(above)}%" if above is not None else "",
        f"tot en met {_percent(most)}%" if most is not None else "",
        f"minder dan {_percent(below)}%" if below is not None else "",
    )
    return " ".join(filter(None, said)) if least is None or least != most else ""


def _percent(value: Decimal) -> str:
    return f"{value.normalize():f}"
