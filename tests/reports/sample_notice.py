"""A notice of each kind, as values."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bureau.rules.notices import NoticeKind
from bureau.rules.vocabulary import Language
from reports.values.notice import Corrected, Notice

CHANGED = Corrected(
    1,
    "bedrag van een lening",
    ("Feiten en bevindingen, 2", "Financieel overzicht, FIN-01"),
    "€ 120.000,00",
    "€ 12.000,00",
    "een nul te veel",
    date(2026, 3, 24),
)
NOTICE = Notice(
    kind=NoticeKind.CORRECTION,
    name="SCR-2026-7K3QXA-C1-N1",
    dossier_id="SCR-2026-7K3QXA-C1",
    version=1,
    reference="SCR-2026-7K3QXA",
    recipient="M. Verhaar, Openbaar Ministerie",
    sender="Gemeente Havermonde",
    contact="F. de Boer, Gemeente Havermonde",
    language=Language.NL,
    dated=date(2026, 3, 24),
    issued_at=datetime(2026, 3, 22, 9, tzinfo=UTC),
    original_sha256="a" * 64,
    content_sha256="b" * 64,
    ground="iets erin is verbeterd",
    says="Wie persoonsgegevens verstrekte, stelt iedere ontvanger in kennis.",
    basis="AVG 16, 19",
    reason="",
    corrected=(CHANGED,),
)
RECALL = replace(
    NOTICE,
    kind=NoticeKind.RECALL,
    ground="het klopt zo niet",
    reason="De lening was van een ander.",
    duties=("Gebruik het niet meer.", "Vernietig elk exemplaar."),
    corrected=(),
    instead="SCR-2026-7K3QXA-C2, 25 maart 2026",
)
