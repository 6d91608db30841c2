"""The information dossier for the prosecutor, from the stored facts of a case."""

from bureau.errors import NotAllowed
from bureau.rules.vocabulary import Track
from reports.assembly import course, findings, register
from reports.assembly.annexes import annexes
from reports.assembly.assets import assets
from reports.assembly.body import body
from reports.assembly.cover import cover_of
from reports.assembly.file import CaseFile
from reports.assembly.openness import openness
from reports.assembly.order import Order
from reports.dossier import CriminalDossier


def criminal(file: CaseFile, order: Order) -> CriminalDossier:
    """The dossier; raises NotAllowed while a lead is unanswered or nothing was found."""
    _insist_judged(file)
    cover = cover_of(file.work, Track.CRIMINAL, file.case, order, file.sieve.reader)
    return CriminalDossier(
        cover=cover,
        issuance=order.issuance,
        status_note=file.t("track.criminal.status"),
        **body(file),
        summary=findings.summary(file),
        exculpatory=findings.exculpatory(file),
        assets=assets(file, order),
        steps=course.steps(file),
        custody=register.custody(file),
        patterns=findings.pattern_runs(file),
        openness=openness(file, order),
        annexes=annexes(file, order, cover),
    )


def _insist_judged(file: CaseFile) -> None:
    if waiting := findings.open_leads(file):
        raise NotAllowed(
            "{count} leads have not been judged: their innocent explanations stand unanswered.",
            where={"guard": "innocent explanations answered", "leads": len(waiting)},
            hint="Answer every innocent explanation and judge each lead first.",
            count=len(waiting),
        )
    if not findings.kept(file):
        raise NotAllowed(
            "There is no finding with a source that may go along.",
            where={"guard": "findings"},
            hint="Write down what was found, each sentence with its source.",
        )
