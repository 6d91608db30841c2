"""The first page of a dossier: who gives what to whom, on which basis."""

from bureau.model import Case, SupportFile
from bureau.rules.dossier_readers import DossierReader
from bureau.rules.vocabulary import Track
from bureau.work import Work
from reports.assembly.order import Order
from reports.assembly.sieve import ADVICE
from reports.values.cover import Classification, Cover, LegalBasis, Official, Recipient
from reports.wording import texts


def cover_of(
    work: Work, track: Track, record: Case | SupportFile, order: Order, reader: DossierReader
) -> Cover:
    """The cover for `order`; its purpose is that of the reader."""
    t = texts(order.language)
    purpose, office = reader.purpose.in_(order.language), t("cover.office")
    screening = isinstance(record, Case)
    organisation = record.organisation.name if isinstance(record, Case) else order.organisation
    return Cover(
        organisation=organisation,
        unit=office if screening else "",
        case_reference=record.reference,
        dossier_id=dossier_id(record.reference, track, order.number),
        version=order.number,
        subject=record.title if isinstance(record, Case) else "",
        recipient=_recipient(track, reader, order.recipient),
        basis=LegalBasis(item=t("cover.provision"), basis=order.basis, text=purpose),
        purpose=purpose,
        classification=Classification.STRICT if screening else Classification.CONFIDENTIAL,
        handling=t(f"track.{track.value}.handling"),
        author=Official(work.actor.name, office if screening else organisation),
        prepared_at=order.prepared_at,
        expires_on=None,
        recall_contact=f"{work.actor.name}, {organisation}",
        language=order.language,
        replaces=order.replaces,
    )


def dossier_id(reference: str, track: Track, number: int) -> str:
    """By what a dossier is known outside the house."""
    return f"{reference}-{track.value[0].upper()}{number}"


def _recipient(track: Track, reader: DossierReader, text: str) -> Recipient:
    """«Person, office» or an office alone; the rules of the reader say who reads the advice."""
    person, _, office = text.partition(",")
    return Recipient(
        office=(office or text).strip(),
        person=person.strip(),
        may_read_advice=track is Track.ADMINISTRATIVE and ADVICE not in reader.holds,
    )
