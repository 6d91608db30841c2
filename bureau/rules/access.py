"""What a person may ask about data on them: the requests with their terms, the limits of access."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from bureau.rules.calendar import next_open
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.terms import months_later

ALWAYS, UNSHOWN, OTHER = "always", "unshown", "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestKind(Row):
    """A right of a person; `months` to answer, `extension_months` more after one extension."""

    name: Texts
    months: int
    extension_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLimit(Row):
    """A rule that keeps something out of an export to the person itself.

    What it `merges` is counted under it, because a count of its own would give away what is kept.
    In its `parts` it is named: `ALWAYS`, so that naming it says nothing, `UNSHOWN` while no
    intention showed the judgement, or to the `OTHER` who did not apply.
    """

    name: Texts
    merges: tuple[str, ...] = ()
    when: str = ""
    parts: tuple[str, ...] = ()

    def named(self, part: str, circumstances: Container[str]) -> bool:
        """Whether this part says that the rule keeps things out of it."""
        return part in self.parts and self.when in circumstances


def request_kinds() -> Table[RequestKind]:
    """The rights that a person may use by asking (AVG 15 to 21)."""
    return table("person_requests", RequestKind)


def export_limits() -> Table[ExportLimit]:
    """What an export holds back, besides the limits of a letter."""
    return table("export_limits", ExportLimit)


def due(kind: str, received: date, *, extended: bool = False) -> date:
    """The last day to answer a request that came in on `received`.

    A term of the AVG that would end on a closed day ends on the next working day (Regulation
    1182/71, art. 3(4)).
    """
    row = request_kinds().row(kind, received)
    months = row.months + (row.extension_months if extended else 0)
    return next_open(months_later(received, months))
