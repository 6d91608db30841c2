"""Composing a dossier: who reads it, what goes in, what stays behind by which rule."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Case, KeptPicture
from bureau.model import Dossier as Kept
from bureau.model.dossier import DRAFTED, PREPARED
from bureau.operations import _approving
from bureau.policy import Permission
from bureau.rules.dossier_readers import (
    DossierReader,
    WithholdingRule,
    dossier_readers,
    withholding_rules,
)
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Language, Track
from bureau.work import Work
from reports.assembly import file as case_file
from reports.assembly.annexes import Candidate, candidates
from reports.assembly.gate import gates
from reports.assembly.ledger import ledger
from reports.assembly.order import Selection
from reports.assembly.order import selection as selection_of
from reports.outgoing import insist, kind_of
from reports.values.gate import Gate
from reports.values.ledger import Ledger

CASE_TRACKS = (Track.ADMINISTRATIVE, Track.CRIMINAL)


@dataclass(frozen=True, slots=True)
class Composing:
    """A dossier before it is printed: the reader, every item with its rule, and the gate."""

    case: Case
    reader: DossierReader
    readers: tuple[DossierReader, ...]
    rules: Mapping[str, WithholdingRule]
    ledger: Ledger
    gates: tuple[Gate, ...]
    views: tuple[KeptPicture, ...]
    selection: Selection
    documents: tuple[Candidate, ...]

    @property
    def grounds(self) -> tuple[WithholdingRule, ...]:
        """The rules that a person may give for what is taken out by hand."""
        return tuple(row for row in self.rules.values() if row.by_hand)

    @property
    def stopped(self) -> bool:
        """Whether something must be done first."""
        return any(gate.stops for gate in self.gates)


def open_composer(work: Work, case_id: UUID, language: Language, selection: Selection) -> Composing:
    """Everything of a case as the chosen reader would get it; the look is recorded."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    if case.kind is not CaseKind.SCREENING:
        raise NotAllowed(
            "A case gives a criminal-justice or an administrative dossier.",
            hint="A victim-focused dossier is made from the support file, by its helpers.",
        )
    readers = tuple(row for row in dossier_readers().on(work.today) if row.track in CASE_TRACKS)
    reader = next((row for row in readers if row.code == selection.reader), readers[0])
    chosen = replace(selection, reader=reader.code)
    file = case_file.read(work, case, language, chosen, reader.track)
    items = ledger(file)
    work.record(EventKind.CASE_READ, case, part="composer", reader=reader.code)
    return Composing(
        case=case,
        reader=reader,
        readers=readers,
        rules={row.code: row for row in withholding_rules().on(work.today)},
        ledger=items,
        gates=gates(file, items, reader.track),
        views=_views(work, case),
        selection=chosen,
        documents=candidates(file),
    )


def _views(work: Work, case: Case) -> tuple[KeptPicture, ...]:
    rows = select(KeptPicture).where(KeptPicture.case_id == case.id)
    return tuple(work.session.scalars(rows.order_by(KeptPicture.name, KeptPicture.number.desc())))


def read_selection(work: Work, case_id: UUID, dossier_id: UUID) -> tuple[Kept, Selection]:
    """What was chosen for a dossier that was composed before, to go on from there."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    kept = work.within(Kept, dossier_id, case)
    work.record(EventKind.DOSSIER_READ, kept, part="selection")
    return kept, selection_of(kept.selection)


def send_dossier(work: Work, case_id: UUID, dossier_id: UUID) -> Kept:
    """Send a draft that one composed and looked at for approval by somebody else."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    kept = work.within(Kept, dossier_id, case)
    insist(kept, DRAFTED)
    if kept.asked_by_id != work.actor.id:
        raise NotAllowed(
            "Whoever composed a dossier sends it for approval.",
            where={"guard": "author"},
            hint="Compose one of your own, or ask its author.",
        )
    kept.state = PREPARED
    work.record(EventKind.DOSSIER_SENT, kept, sha256=kept.content_sha256)
    _approving.ask(work, kind_of(kept), kept)
    return kept
