"""What both dossiers of a case carry: statements, timeline, index, chart, money, terms, sources."""

from typing import TypedDict

from reports.assembly import course, findings, money, people, register
from reports.assembly.file import CaseFile
from reports.values.cover import LegalBasis
from reports.values.evidence import Evidence
from reports.values.finance import Finances
from reports.values.findings import Statement
from reports.values.network import Entry, RelationChart
from reports.values.steps import Deadline, TimelineEvent


class Body(TypedDict):
    """The sections that do not differ from reader to reader."""

    statements: tuple[Statement, ...]
    timeline: tuple[TimelineEvent, ...]
    entities: tuple[Entry, ...]
    chart: RelationChart | None
    finances: Finances | None
    deadlines: tuple[Deadline, ...]
    evidence: tuple[Evidence, ...]
    bases: tuple[LegalBasis, ...]


def body(file: CaseFile) -> Body:
    """Those sections of one case."""
    return Body(
        statements=findings.statements(file),
        timeline=course.timeline(file),
        entities=people.entries(file),
        chart=people.chart(file),
        finances=money.finances(file),
        deadlines=course.deadlines(file),
        evidence=register.evidence(file),
        bases=register.bases(file),
    )
