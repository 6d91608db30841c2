"""The ledger of a dossier: each item of the case asked whether its own section takes it along.

What goes is what the sections take: a page that shows the ledger cannot differ from the paper.
"""

from collections.abc import Iterator
from uuid import UUID

from bureau.errors import Invalid, NotAllowed
from bureau.graph.values import Edge
from bureau.model import Advice, Assessment, Entity, Finding, Hearing, Hit, Source
from bureau.policy import Permission
from bureau.rules import handling
from bureau.rules import patterns as law
from bureau.rules.vocabulary import Danger
from reports.assembly import course, findings, people
from reports.assembly.file import CaseFile
from reports.assembly.sieve import GOES, HANDLING, LEFT, PROTECTED, RESTS
from reports.values.ledger import Item, ItemKind, Ledger

GRAPH, JUDGED, OPEN, DRAWN = "GRAPH", "JUDGED", "OPEN", "DRAWN"
LONGEST_REASON = 500


def ledger(file: CaseFile) -> Ledger:
    """Every item of the case, with what becomes of it for this reader."""
    return Ledger(
        (
            *_statements(file),
            *_sources(file),
            *_parties(file),
            *_ties(file),
            *_leads(file),
            *_events(file),
            *_advice(file),
        )
    )


def insist(file: CaseFile) -> None:
    """Raises NotAllowed for what the author may not leave out, Invalid for what lacks a reason."""
    known = {item.key: item for item in ledger(file).items}
    for key, reason in file.selection.left_out.items():
        item = known.get(key)
        if item is None or not reason.strip() or len(reason) > LONGEST_REASON:
            raise Invalid(
                "What is left out is an item of the case, with a reason.",
                where={"field": "left_out", "item": key},
                hint="Write why the reader does not need it.",
            )
        if item.fixed:
            raise NotAllowed(
                "“{item}” cannot be left out: it speaks for an innocent reading of the facts.",
                where={"guard": "exculpatory", "basis": "EVRM 6; Sv 149a"},
                hint="A dossier shows what speaks against it too. Leave out something else.",
                item=item.label,
            )


def intended(file: CaseFile) -> bool:
    """Whether an intention was sent to the applicant."""
    asked: Hearing | None = file.rows.last(Hearing)
    return asked is not None


def _why(file: CaseFile, key: str) -> str:
    return file.selection.left_out.get(key, "")


def _item(file: CaseFile, kind: ItemKind, key: str, label: str, rule: str, fixed: bool) -> Item:
    return Item(kind, key, label, rule, _why(file, key) if rule == LEFT else "", fixed)


def _statements(file: CaseFile) -> Iterator[Item]:
    going = {row.id for row in findings.kept(file)}
    rows: list[Finding] = file.rows.all(Finding)
    assessed: list[Assessment] = file.rows.all(Assessment)
    cleared = {row.ground for row in assessed if row.danger is Danger.NONE}
    for row in rows:
        key = f"statement:{row.number}"
        rule = GOES if row.id in going else file.sieve.left(key) or RESTS
        label = f"[{row.number}] {row.text}"
        yield _item(file, ItemKind.STATEMENT, key, label, rule, row.ground in cleared)


def _sources(file: CaseFile) -> Iterator[Item]:
    speaking = _exculpatory_sources(file)
    held = {row.id: rule for row, rule in file.held_sources.values()}
    every = [*file.sources.values(), *(row for row, _ in file.held_sources.values())]
    for row in sorted(every, key=lambda one: one.number):
        key, label = f"source:{row.number}", f"{row.number}. {_title(file, row)}"
        fixed = row.id in speaking
        yield _item(file, ItemKind.SOURCE, key, label, held.get(row.id, GOES), fixed)


def _title(file: CaseFile, row: Source) -> str:
    """The title of a source; of a document with other readers only that there is one."""
    if row.document is None or file.work.may(Permission.DOCUMENT_READ, row.document):
        return row.title
    return file.say("stuk met aangewezen lezers", "item with named readers")


def _exculpatory_sources(file: CaseFile) -> set[UUID]:
    """The sources on which an innocent reading rests."""
    rows: list[Finding] = file.rows.all(Finding)
    spoken: set[UUID] = {link.source_id for row in rows if row.contrary for link in row.sources}
    return spoken | {one.source_id for hit in file.hits for one in hit.innocents if one.source_id}


def _parties(file: CaseFile) -> Iterator[Item]:
    going = {entity.id for entity in people.named(file)}
    held = {row.id: rule for row, rule in file.held_parties.values()}
    every = [*file.entities.values(), *(row for row, _ in file.held_parties.values())]
    for row in sorted(every, key=lambda one: (one.label, str(one.id))):
        if row.kind in people.ADDRESSES:
            continue
        rule = GOES if row.id in going else held.get(row.id, RESTS)
        fixed = row.id == file.sieve.subject
        yield _item(file, ItemKind.PARTY, f"party:{row.id}", _name(file, row, rule), rule, fixed)


def _name(file: CaseFile, row: Entity, rule: str) -> str:
    return file.say("niet genoemd", "not named") if rule == PROTECTED else row.label


def _ties(file: CaseFile) -> Iterator[Item]:
    who = file.network.who
    drawn = {edge.id for edge in people.drawn(file, who)}
    labels = {node.id: node.label for node in who.nodes if node.kind not in people.ADDRESSES}
    held = {who.names[key]: rule for key, (_, rule) in file.held_parties.items()}
    known = {source.number for source in file.sources.values()}
    for edge in file.network.ties:
        ends = (edge.source, edge.target)
        if not set(ends) <= labels.keys():
            continue
        rule = GOES if edge.id in drawn else _tie_rule(file, edge, held, known)
        one, other = (_end(file, end, labels, held) for end in ends)
        label = f"{one}, {edge.detail or edge.label}: {other} ({', '.join(edge.sources)})"
        yield _item(file, ItemKind.TIE, f"tie:{edge.id}", label, rule, fixed=False)


def _end(file: CaseFile, end: str, labels: dict[str, str], held: dict[str, str]) -> str:
    hidden = held.get(end) == PROTECTED or end in file.barred
    return file.say("niet genoemd", "not named") if hidden else labels[end]


def _tie_rule(file: CaseFile, edge: Edge, held: dict[str, str], known: set[int]) -> str:
    """Why a tie is not drawn: an end that is held, a source that is, or the choice of a drawing."""
    if file.barred & {edge.source, edge.target}:
        return PROTECTED
    ends = held.get(edge.source) or held.get(edge.target)
    if ends:
        return ends if ends != LEFT else RESTS
    numbers = {int(source.removeprefix("S")) for source in edge.sources}
    return RESTS if not numbers <= known else file.sieve.left(f"tie:{edge.id}") or DRAWN


def _leads(file: CaseFile) -> Iterator[Item]:
    """Leads with their innocent explanations: the rules decide, and nobody leaves one out."""
    for hit in (*file.hits, *file.shielded):
        pattern = law.pattern(hit.pattern, file.work.today)
        shielded = hit in file.shielded
        name = (
            file.say("niet genoemd", "not named") if shielded else pattern.name.in_(file.language)
        )
        rule = PROTECTED if shielded else _lead_rule(file, hit, graph_only=pattern.graph_only)
        label = f"{hit.pattern} {name}"
        yield _item(file, ItemKind.LEAD, f"lead:{hit.code}", label, rule, fixed=True)


def _lead_rule(file: CaseFile, hit: Hit, *, graph_only: bool) -> str:
    if findings.goes_along(file, hit):
        return GOES
    if graph_only:
        return GRAPH
    if hit.status != findings.RETAINED:
        return OPEN if hit.status == "new" else JUDGED
    codes = findings.handling_codes(file, hit)
    free = all(handling.travels(code, file.work.today) for code in codes)
    return RESTS if free else HANDLING


def _events(file: CaseFile) -> Iterator[Item]:
    for line in course.lines(file):
        rule = GOES if course.told(file, line) else file.sieve.left(line.key) or RESTS
        label = " ".join(part for part in (line.on, line.words) if part)
        yield _item(file, ItemKind.EVENT, line.key, label, rule, fixed=False)


def _advice(file: CaseFile) -> Iterator[Item]:
    row: Advice | None = file.rows.last(Advice)
    if row is not None and row.received_on is not None:
        label = file.say("advies van het Landelijk Bureau Bibob", "advice of the national office")
        rule = file.sieve.advice(intended=intended(file))
        yield _item(file, ItemKind.ADVICE, "advice", label, rule, fixed=False)
