"""The register of evidence, its custody, and the legal basis of each kind of item."""

from datetime import UTC, datetime, time

from bureau.model import Source
from reports.assembly.file import CaseFile
from reports.values.cover import LegalBasis
from reports.values.evidence import Evidence, Form, Obtained, Transfer

OBTAINED = {
    "form": Obtained.DUTY,
    "questionnaire": Obtained.DUTY,
    "inspection": Obtained.OBSERVATION,
    "observation": Obtained.OBSERVATION,
    "partner": Obtained.PARTNER,
    "statement": Obtained.VOLUNTARY,
    "interview": Obtained.VOLUNTARY,
    "open": Obtained.OPEN,
    "register": Obtained.REGISTER,
    "kvk": Obtained.REGISTER,
    "brk": Obtained.REGISTER,
    "camt053": Obtained.DUTY,
    "mt940": Obtained.DUTY,
    "payments-csv": Obtained.DUTY,
}
KINDS = {
    "form": ("formulier", "form"),
    "questionnaire": ("vragenformulier", "questionnaire"),
    "document": ("stuk", "document"),
    "register": ("register", "register"),
    "inspection": ("waarneming van een toezichthouder", "inspection"),
    "observation": ("waarneming", "observation"),
    "tip": ("signaal", "signal"),
    "statement": ("verklaring", "statement"),
    "interview": ("gesprek", "interview"),
    "partner": ("bericht van een partner", "message of a partner"),
    "open": ("open bron", "open source"),
    "kvk": ("uittreksel Handelsregister", "extract of the trade register"),
    "brk": ("uittreksel Kadaster", "extract of the land register"),
    "camt053": ("bankafschrift", "bank statement"),
    "mt940": ("bankafschrift", "bank statement"),
    "payments-csv": ("lijst van betalingen", "list of payments"),
    "network-csv": ("lijst van betrekkingen", "list of ties"),
}


def evidence(file: CaseFile) -> tuple[Evidence, ...]:
    """Every source that may go along, as the register carries it."""
    return tuple(_line(file, source) for source in file.sources.values())


def _line(file: CaseFile, source: Source) -> Evidence:
    digest = source.sha256 or (source.document.sha256 if source.document else "")
    return Evidence(
        number=source.number,
        evidence_id=f"{file.case.reference}/B{source.number}",
        title=source.title,
        kind=file.say(*KINDS.get(source.kind, (source.kind, source.kind))),
        origin=source.origin,
        obtained=OBTAINED.get(source.kind, Obtained.VOLUNTARY),
        power=source.basis,
        obtained_on=source.obtained_on,
        custodian=source.recorded_by.name,
        sha256=digest or "",
        form=Form.DIGITAL if digest else Form.COPY,
        language="nl",
    )


def custody(file: CaseFile) -> tuple[Transfer, ...]:
    """From whoever gave it to whoever keeps it; without kept bytes nothing can be compared."""
    return tuple(
        Transfer(
            (source.number,),
            datetime.combine(source.obtained_on, time(12), UTC),
            source.origin,
            source.recorded_by.name,
            source.obtained_how,
            source.sha256 or (source.document.sha256 if source.document else ""),
            source.document.sha256 if source.document else "",
        )
        for source in file.sources.values()
    )


def bases(file: CaseFile) -> tuple[LegalBasis, ...]:
    """On which basis each source was obtained, once for each basis."""
    say = file.say
    missing = say("geen grondslag vastgelegd", "no basis recorded")
    found: dict[str, list[int]] = {}
    for source in file.sources.values():
        found.setdefault(source.basis.strip() or missing, []).append(source.number)
    return tuple(
        LegalBasis(
            item=_counted(file, numbers),
            basis=basis,
            text=say("grondslag waarop deze bronnen zijn verkregen",
                     "basis on which these sources were obtained"),
        )
        for basis, numbers in found.items()
    )  # fmt: skip


def _counted(file: CaseFile, numbers: list[int]) -> str:
    one, more = file.say("bron", "source"), file.say("bronnen", "sources")
    return f"{one if len(numbers) == 1 else more} {', '.join(map(str, numbers))}"
