"""Taking an import back as a whole, for a reason, as long as nothing uses what it made."""

from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import ImportBatch
from bureau.operations._checks import said
from bureau.operations._import_made import take_back
from bureau.operations._import_uses import uses
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.schema import Texts
from bureau.work import Work

WORDS = {
    "applicant_link": Texts("een link van de aanvrager", "a link of the applicant"),
    "by_hand": Texts(
        "feiten die met de hand bij deze bron zijn vastgelegd",
        "facts recorded by hand with this source",
    ),
    "case_figure": Texts("de cijfers", "the figures"),
    "changed": Texts("feiten die sindsdien zijn gewijzigd", "facts that were changed since"),
    "correction": Texts("een correctie", "a correction"),
    "correction_place": Texts("een correctie", "a correction"),
    "decision": Texts("een besluit van daarna", "a decision taken since"),
    "dossier": Texts("een dossier van daarna", "a dossier made since"),
    "earlier_version": Texts("een eerdere versie", "an earlier version"),
    "filled": Texts(
        "partijen die er al waren en die met dit bestand zijn aangevuld",
        "parties that were there already and that this file filled in",
    ),
    "financing_entry": Texts("de financiering", "the financing"),
    "finding_source": Texts("een bevinding", "a finding"),
    "hit": Texts("een aanwijzing", "a lead"),
    "identifier": Texts("een nummer uit een andere bron", "a number from another source"),
    "indicator_answer": Texts("een beantwoorde indicator", "an answered indicator"),
    "innocent": Texts("een beantwoorde verklaring", "an answered explanation"),
    "judged": Texts(
        "rijen die uit het bakje zijn aanvaard", "rows that were accepted from the tray"
    ),
    "case_step_source": Texts("een stap van een barrièremodel", "a step of a barrier model"),
    "lease": Texts("een huur", "a lease"),
    "loan": Texts("een lening", "a loan"),
    "lookup": Texts("een opzoeking", "a look-up"),
    "mortgage": Texts("een hypotheek", "a mortgage"),
    "ordinary_answer": Texts("een gewone weigeringsgrond", "an ordinary ground"),
    "party_role": Texts("een rol", "a role"),
    "payment": Texts("betalingen uit een andere bron", "payments from another source"),
    "person_request": Texts("een verzoek van een persoon", "a request of a person"),
    "record_party": Texts("een feit uit een andere bron", "a record from another source"),
    "sale": Texts("een verkoop", "a sale"),
    "screening": Texts("de aanvraag zelf", "the application itself"),
    "statement": Texts("een afschrift uit een andere bron", "a statement from another source"),
    "tie": Texts("een band uit een andere bron", "a tie from another source"),
    "tray_item": Texts("iets in het bakje", "something in the tray"),
    "works_permit": Texts("een vergunning voor werken", "a permit for works"),
}
_REST = Texts("een ander deel van het dossier", "another part of the file")


def undo_import(work: Work, case_id: UUID, batch_id: UUID, reason: str) -> ImportBatch:
    """Delete every fact that an import made; the import itself stays, marked, in the list.

    Raises NotAllowed, saying what uses it, where one of its facts is used.
    """
    case = work.case(case_id, Permission.FILE_IMPORT)
    batch = work.within(ImportBatch, batch_id, case)
    why = said(reason, "reason")
    if batch.undone_at is not None:
        raise Invalid("This import was taken back already.", where={"import": str(batch.id)})
    _refuse_used(uses(work, batch))
    work.session.flush()
    counts, digest = take_back(work.session.connection(), batch.source_id)
    work.session.expire_all()
    for each in work.session.scalars(
        select(ImportBatch).where(
            ImportBatch.case_id == case.id,
            ImportBatch.source_id == batch.source_id,
            ImportBatch.undone_at.is_(None),
        )
    ):
        each.undone_at, each.undone_by_id, each.undone_reason = work.now, work.actor.id, why
    work.record(EventKind.IMPORT_UNDONE, batch, reason=why, counts=counts, names_sha256=digest)
    return batch


def _refuse_used(used: tuple[str, ...]) -> None:
    if not used:
        return
    names = list(dict.fromkeys(WORDS.get(name, _REST) for name in used))
    raise NotAllowed(
        "This import is in use, and cannot be taken back: {uses}.",
        where={"guard": "import_unused", "uses": list(used)},
        hint="Take back first what uses it, or correct the facts one by one.",
        uses=Texts(", ".join(each.nl for each in names), ", ".join(each.en for each in names)),
    )


def find_import(work: Work, case_id: UUID, number: int) -> UUID:
    """The import whose source has this number in the case; raises NotFound where there is none."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = select(ImportBatch).where(ImportBatch.case_id == case.id)
    found = [row for row in work.session.scalars(rows) if row.source.number == number]
    work.record(EventKind.CASE_READ, case, part="imports", shown=len(found))
    if not found:
        raise NotFound(
            "This case has no import with the number {number}.",
            where={"argument": "NUMBER"},
            hint="Give the number of its source, as the list of imports shows it.",
            number=number,
        )
    return max(found, key=lambda row: (row.undone_at is None, row.at)).id
