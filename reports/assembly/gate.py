"""The gate of a dossier: every demand of partnership C.3 asked of the case as it is now."""

from collections.abc import Iterator

from bureau.model import Advice
from bureau.policy import Permission
from bureau.rules.vocabulary import Track
from reports.assembly import findings
from reports.assembly.file import CaseFile
from reports.assembly.ledger import intended
from reports.assembly.sieve import ORIGIN, SHORTEST_NAME
from reports.values.gate import Gate, GateState
from reports.values.ledger import ItemKind, Ledger


def gates(file: CaseFile, ledger: Ledger, track: Track) -> tuple[Gate, ...]:
    """How each demand stands."""
    found = [*_applicant(file, track), _found(file), _leads(file)]
    found += [_innocent(file, track), *_advice(file, track), _protected(file, ledger)]
    found += [_origin(ledger), _custody(file), _minimal(file, ledger)]
    return tuple(found)


def _met(code: str, *, met: bool, count: int = 0) -> Gate:
    return Gate(code, GateState.MET if met else GateState.OPEN, count)


def _look(code: str, count: int) -> Gate:
    return Gate(code, GateState.LOOK if count else GateState.MET, count)


def _applicant(file: CaseFile, track: Track) -> Iterator[Gate]:
    if track is Track.ADMINISTRATIVE:
        row = file.rows.screening
        yield _met("applicant", met=row is not None and row.applicant_id in file.entities)


def _found(file: CaseFile) -> Gate:
    rows = findings.kept(file)
    return _met("findings", met=bool(rows), count=len(rows))


def _leads(file: CaseFile) -> Gate:
    waiting = len(findings.open_leads(file))
    return _met("leads", met=not waiting, count=waiting)


def _innocent(file: CaseFile, track: Track) -> Gate:
    """Every explanation answered; for the prosecutor the sheet is never empty."""
    sheet = findings.exculpatory(file)
    open_ = sum(1 for one in sheet.explanations if not one.answered)
    empty = track is Track.CRIMINAL and not sheet.explanations
    return _met("innocent", met=not open_ and not empty, count=open_)


def _advice(file: CaseFile, track: Track) -> Iterator[Gate]:
    row: Advice | None = file.rows.last(Advice)
    if track is not Track.ADMINISTRATIVE or row is None or row.received_on is None:
        return
    if file.sieve.advice(intended=intended(file)):
        return
    document = row.document
    reads = document is not None and file.work.may(Permission.DOCUMENT_READ, document)
    yield _met("advice_reader", met=reads)
    yield _met("advice_checked", met=bool(row.checked))


def _protected(file: CaseFile, ledger: Ledger) -> Gate:
    """No text may name a protected person; the dossier itself is searched again, all of it."""
    names = {name.casefold() for one in file.protected for name in (one.label, one.family_name)}
    barred = {name for name in names if len(name) >= SHORTEST_NAME}
    texts = [item.label.casefold() for item in ledger.going()]
    found = sum(1 for text in texts if any(name in text for name in barred))
    return _met("protected", met=not found, count=found)


def _origin(ledger: Ledger) -> Gate:
    return _look("origin", sum(1 for item in ledger.held() if item.rule == ORIGIN))


def _custody(file: CaseFile) -> Gate:
    """A source of which no bytes are kept has a gap: nobody can compare it with its origin."""
    gaps = (row for row in file.sources.values() if not row.sha256 and row.document is None)
    return _look("custody", sum(1 for _ in gaps))


def _minimal(file: CaseFile, ledger: Ledger) -> Gate:
    """Sources that go along while nothing that goes along rests on them."""
    used = {number for one in findings.statements(file) for number in one.sources}
    used |= {number for hit in findings.exculpatory(file).hits for number in hit.sources}
    used |= {number for entity in file.entities.values() for number in
             file.number(entity.learnt_from_id)}  # fmt: skip
    going = [item for item in ledger.of(ItemKind.SOURCE) if item.goes]
    idle = [item for item in going if int(item.key.removeprefix("source:")) not in used]
    return _look("minimal", len(idle))
