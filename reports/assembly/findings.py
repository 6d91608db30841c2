"""What was found: numbered statements, what they indicate, and every innocent explanation."""

from collections.abc import Iterable
from decimal import Decimal

from bureau.model import Finding, Hit, IndicatorAnswer, Innocent, Run, Source
from bureau.rules import grading, handling
from bureau.rules import patterns as law
from bureau.rules.dates import in_words
from bureau.rules.grading import Provenance
from bureau.rules.indicators import indicators
from bureau.rules.vocabulary import Reliability
from reports.assembly.file import CaseFile
from reports.assembly.measured import measured
from reports.assembly.proofs import proof
from reports.assembly.settings import plain, settings
from reports.values.findings import (
    Answer,
    ExculpatorySheet,
    Explanation,
    Indication,
    PatternHit,
    PatternRun,
    Perception,
    Statement,
    Summary,
)

PERCEIVED = {"own": Perception.OWN, "hearsay": Perception.HEARSAY}
FIRMEST = tuple(Reliability)
RETAINED, DISMISSED, CARRIED = "retained", ("explained", "refuted"), "carried"


def kept(file: CaseFile) -> list[Finding]:
    """The findings that go along: at least one source does, and nobody left them out."""
    return [row for row in _sourced(file) if not file.sieve.left(f"statement:{row.number}")]


def _sourced(file: CaseFile) -> list[Finding]:
    rows: list[Finding] = file.rows.all(Finding)
    return [row for row in rows if _sources(file, row)]


def _sources(file: CaseFile, finding: Finding) -> tuple[int, ...]:
    return file.numbered(row.source_id for row in finding.sources)


def statements(file: CaseFile) -> tuple[Statement, ...]:
    """Every finding as a numbered statement."""
    return tuple(_statement(file, row) for row in kept(file))


def _statement(file: CaseFile, finding: Finding) -> Statement:
    found = (file.sources.get(row.source_id) for row in finding.sources)
    sources = [source for source in found if source is not None]
    return Statement(
        number=finding.number,
        theme=file.t(f"theme.{finding.ground}"),
        text=finding.text,
        observer=finding.by.name,
        observed_on=finding.at.date().isoformat(),
        perception=PERCEIVED.get(finding.perceived, Perception.RECORD),
        sources=_sources(file, finding),
        reliability=max((source.reliability for source in sources), key=FIRMEST.index),
        credibility=grading.credibility(_provenance(source) for source in sources),
    )


def _provenance(source: Source) -> Provenance:
    return Provenance(source.origin, source.sha256 or str(source.document_id or source.id))


def summary(file: CaseFile) -> Summary:
    """What the findings indicate, and what stays unknown; never a conclusion about a person."""
    rows = kept(file)
    weighed = [row for row in rows if row.ground in ("a", "b", "art_3_6")]
    return Summary(
        indications=tuple(Indication(row.text, (row.number,)) for row in weighed or rows),
        unknown=_unknown(file),
    )


def _unknown(file: CaseFile) -> tuple[str, ...]:
    """The questions that were carried into the assessment without an answer."""
    rows: list[IndicatorAnswer] = file.rows.all(IndicatorAnswer)
    carried = (row.code for row in rows if row.status == CARRIED)
    known = indicators()
    asked = [known.row(code, file.work.today).question.in_(file.language) for code in carried]
    return tuple(asked) or (
        file.say(
            "Wat buiten de geraadpleegde bronnen ligt, is niet onderzocht.",
            "What lies outside the sources consulted was not examined.",
        ),
    )


def exculpatory(file: CaseFile) -> ExculpatorySheet:
    """Every retained lead whose sources go along, its explanations, and what speaks against."""
    hits = tuple(_hit(file, hit) for hit in file.hits if goes_along(file, hit))
    return ExculpatorySheet(hits, tuple(_circumstances(file)), file.work.actor.name)


def _circumstances(file: CaseFile) -> Iterable[Explanation]:
    """What speaks against a finding; it stays where the finding itself was left out."""
    told = {row.number for row in kept(file)}
    for row in _sourced(file):
        if row.contrary:
            reason = file.say(
                f"tegenover vaststelling {row.number}", f"against statement {row.number}"
            )
            if row.number not in told:
                reason = file.say("bij een weggelaten vaststelling", "beside one left out")
            yield Explanation(row.contrary, Answer.SUPPORTS, reason, row.by.name, row.at.date(),
                              _sources(file, row))  # fmt: skip


def _hit(file: CaseFile, hit: Hit) -> PatternHit:
    pattern = law.pattern(hit.pattern, file.work.today)
    return PatternHit(
        hit_id=hit.code,
        number=hit.number,
        pattern_id=hit.pattern,
        title=pattern.name.in_(file.language),
        seen=_seen(file, hit),
        sources=behind(file, hit),
        explanations=tuple(_explanation(file, one) for one in hit.innocents),
    )


def _seen(file: CaseFile, hit: Hit) -> str:
    first, last = (in_words(day) for day in (hit.window_from, hit.window_to))
    words = measured(file, hit.metrics)
    words = words[:1].upper() + words[1:]
    return file.say(
        f"{first.nl} tot en met {last.nl}. {words}", f"{first.en} to {last.en}. {words}"
    )


def goes_along(file: CaseFile, hit: Hit) -> bool:
    """What was measured tells of all that is in it: one withheld source or fact keeps it in."""
    behind = proof(file, hit).sources if hit.status == RETAINED else frozenset()
    return bool(behind) and behind <= file.sources.keys() and _may_travel(file, hit)


def behind(file: CaseFile, hit: Hit) -> tuple[int, ...]:
    """The numbers of the sources behind a hit."""
    return file.numbered(proof(file, hit).sources)


def _may_travel(file: CaseFile, hit: Hit) -> bool:
    """Whether the handling code of every record in a hit lets it leave the house."""
    return all(handling.travels(code, file.work.today) for code in handling_codes(file, hit))


def handling_codes(file: CaseFile, hit: Hit) -> frozenset[str]:
    """The handling codes of the records in a hit."""
    return proof(file, hit).codes


def _explanation(file: CaseFile, one: Innocent) -> Explanation:
    answered = one.by is not None
    return Explanation(
        text=one.text_nl if file.say("nl", "en") == "nl" else one.text_en,
        answer=Answer(one.answer) if answered else None,
        reason=one.evidence,
        by=one.by.name if one.by else "",
        on=one.at.date() if one.at else None,
        sources=file.number(one.source_id),
    )


def pattern_runs(file: CaseFile) -> tuple[PatternRun, ...]:
    """How each pattern was applied, the newest run of each with its parameters.

    A pattern that never leaves the graph page is not among them (partnership B.2).
    """
    today = file.work.today
    carried = (run for run in file.runs if not law.pattern(run.pattern, today).graph_only)
    newest: dict[str, Run] = {run.pattern: run for run in carried}
    return tuple(_run(file, newest[code]) for code in sorted(newest))


def _run(file: CaseFile, run: Run) -> PatternRun:
    hits = [hit for hit in file.hits if hit.pattern == run.pattern]
    opened, today = file.case.opened_on, file.work.today
    pattern = law.pattern(run.pattern, today)
    dismissed = [hit for hit in hits if hit.status in DISMISSED]
    return PatternRun(
        pattern_id=run.pattern,
        version=run.pattern_version,
        title=pattern.name.in_(file.language),
        parameters=settings(file, pattern.parameters, run.parameters),
        window_from=min((hit.window_from for hit in hits), default=opened),
        window_until=max((hit.window_to for hit in hits), default=today),
        subjects_tried=run.subjects_tried,
        base_rate=_base_rate(file, run),
        hits_kept=sum(1 for hit in hits if hit.status == RETAINED),
        hits_rejected=len(dismissed),
        rejected=tuple(_rejected(file, dismissed)),
        complete=run.complete,
        started_by=run.by.name,
        started_on=run.at.date(),
        purpose=run.purpose,
    )


def _base_rate(file: CaseFile, run: Run) -> str:
    """What chance alone gave, its mean in the notation of the reader."""
    text, mean = (
        str(run.base_rate.get(file.say("text_nl", "text"), "")),
        run.base_rate.get("mean_hits"),
    )
    return text.replace(str(mean), plain(file, Decimal(str(mean)))) if mean else text


def _rejected(file: CaseFile, hits: list[Hit]) -> Iterable[str]:
    """Each reason once, after the numbers of the leads that were let go for it."""
    found: dict[str, list[int]] = {}
    for hit in hits:
        found.setdefault(hit.reason.strip(), []).append(hit.number)
    for reason, numbers in found.items():
        one = len(numbers) == 1
        name = file.say("treffer", "hit") if one else file.say("treffers", "hits")
        yield f"{name} {', '.join(map(str, sorted(numbers)))}: {reason}"


def open_leads(file: CaseFile) -> list[Hit]:
    """The leads nobody has judged yet; what stays on the graph keeps no dossier waiting."""
    today = file.work.today
    return [
        hit
        for hit in file.hits
        if hit.status == "new" and not law.pattern(hit.pattern, today).graph_only
    ]
