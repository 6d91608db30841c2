"""Figures of support in groups of ten or more, and data in the IOM case-data standard (HTCDS)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select

from bureau.model import SupportFile, SupportMember, User
from bureau.operations._support_lines import answers_of
from bureau.operations.referrals import refer
from bureau.policy import Permission
from bureau.rules.calendar import DAY
from bureau.rules.events import EventKind
from bureau.rules.support import LAST, support_states
from bureau.rules.support_counts import LEAST, kept_back
from bureau.rules.support_parts import support_parts
from bureau.work import Work

UNKNOWN = "unknown"
DATA = "data"
# Our words and the values of vic_TypeOfExploitation; what the standard does not know is Other.
EXPLOITATION: Mapping[str, str] = MappingProxyType(
    {
        "labour": "ForcedLabour",
        "sexual": "SexualExploitation",
        "criminal": "Other",
        "servitude": "Servitude",
        "begging": "ForcedBegging",
        "marriage": "ForcedMarriage",
        "organs": "OrganRemoval",
        "adoption": "ForcedAdoption",
        "surrogacy": "Surrogacy",
        UNKNOWN: "",
    }
)
AFTER = ("aftercare",)


@dataclass(frozen=True, slots=True)
class Figure:
    """One group of one table; no count where it is kept back."""

    table: str
    group: str
    count: int | None


@dataclass(frozen=True, slots=True)
class SupportFigures:
    """The figures up to the last quarter that ended; `total` is None below the least."""

    until: date
    total: int | None
    figures: tuple[Figure, ...]

    def standard(self) -> list[dict[str, str]]:
        """The groups that are told as rows of the standard: a field, its value, how many."""
        rows = []
        for figure in self.figures:
            if figure.count is not None:
                field, value = f"x_{figure.table}", figure.group
                if figure.table == "exploitation":
                    field, value = "vic_TypeOfExploitation", EXPLOITATION[figure.group]
                told = value or "NonSpecified"
                rows.append({"field": field, "value": told, "n": str(figure.count)})
        return rows


def read_figures(work: Work, *, handed_out: bool = False) -> SupportFigures:
    """The support files of the own body by state, age and form, up to the last whole quarter.

    Every table has the same total, and whole quarters only: no two looks differ by one person.
    """
    work.require(Permission.SUPPORT_OPEN)
    until = _quarter(work.today)
    tables = _counted(list(_files(work, until)), work.today)
    total = sum(tables["state"].values())
    found = [
        Figure(name, group, count)
        for name, counts in tables.items()
        for group, count in kept_back(counts).items()
    ]
    kind = EventKind.FIGURES_EXPORTED if handed_out else EventKind.FIGURES_OF_SUPPORT
    work.record(kind, "support_file:*")
    return SupportFigures(until, total if total >= LEAST else None, tuple(found))


def export_one(work: Work, file_id: UUID, recipient: str) -> dict[str, str]:
    """One file in the standard for one recipient, within the consent for that (AVG 6(1)(a)).

    No name, no place, no citizenship, no day: the month of the first contact at most. It counts as
    a referral, so that it can be recalled.
    """
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    refer(work, file_id, DATA, recipient, "HTCDS")
    told = answers_of(file).get("summary", {})
    work.record(EventKind.SUPPORT_EXPORTED, file)
    return {
        "con_Consent": "TRUE",
        "vic_TraffickingStatus": "PossibleVictimOfTrafficking",
        "vic_TypeOfExploitation": EXPLOITATION[told.get("exploitation", UNKNOWN)],
        "cas_Status": _status(file),
        "cas_IncomingReferralDate": file.opened_on.isoformat()[:7],
    }


def _status(file: SupportFile) -> str:
    if file.state == LAST:
        return "Closed"
    return "FollowUp" if file.state in AFTER else "Active"


def _files(work: Work, until: date) -> Iterable[SupportFile]:
    own = select(SupportMember.file_id).join(User, User.id == SupportMember.user_id)
    own = own.where(User.organisation_id == work.actor.organisation_id)
    rows = select(SupportFile).where(SupportFile.id.in_(own), SupportFile.opened_on <= until)
    return work.session.scalars(rows)


def _counted(files: Iterable[SupportFile], today: date) -> dict[str, Counter[str]]:
    """How many files in every group, the empty groups too: an absent one would tell as much."""
    summary = support_parts().row("summary", today)
    tables = {"state": Counter(dict.fromkeys(support_states().codes(), 0))}
    tables |= {field.code: Counter(dict.fromkeys(field.options, 0)) for field in summary.fields}
    for file in files:
        tables["state"][file.state] += 1
        told = answers_of(file).get("summary", {})
        for field in summary.fields:
            tables[field.code][told.get(field.code, UNKNOWN)] += 1
    return tables


def _quarter(today: date) -> date:
    """The last day of the quarter before this one."""
    return today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) - DAY
