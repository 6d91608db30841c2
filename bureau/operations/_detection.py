"""Running one pattern over a case and keeping what it finds; earlier answers are never lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from time import perf_counter
from typing import Any

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.graph.patterns import PATTERNS
from bureau.graph.run import run
from bureau.graph.settings import parse_setting
from bureau.graph.values import Hit as Found
from bureau.graph.values import Number, Outcome
from bureau.model import Case, Hit, Innocent, Run
from bureau.operations._facts import next_number
from bureau.operations._scene_rows import Evidence
from bureau.rules.patterns import Pattern, patterns
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Choice:
    """A pattern to run and the numbers to run it with."""

    pattern: Pattern
    parameters: Mapping[str, Number]


def wanted(work: Work, codes: tuple[str, ...], settings: tuple[str, ...]) -> list[Choice]:
    """The patterns to run, in order of code; raises Invalid for what is not known."""
    chosen = sorted(set(codes) or PATTERNS)
    for code in chosen:
        if code not in PATTERNS:
            raise Invalid(
                "There is no pattern {pattern}.",
                where={"pattern": code[:40]},
                hint="Patterns: {names}.",
                names=", ".join(sorted(PATTERNS)),
                pattern=code[:40],
            )
    given: dict[str, dict[str, str]] = {code: {} for code in chosen}
    for text in settings:
        code, name, value = parse_setting(text)
        if code not in given:
            raise Invalid(
                "{setting} is set for a pattern that is not run.",
                where={"setting": text[:80]},
                hint="Patterns of this run: {names}.",
                names=", ".join(chosen),
                setting=text[:80],
            )
        given[code][name] = str(value)
    rows = {code: patterns().row(code, work.today) for code in chosen}
    return [
        Choice(row, {name: _plain(value) for name, value in row.with_set(given[code]).items()})
        for code, row in rows.items()
    ]


@dataclass(frozen=True, slots=True)
class Search:
    """What one pattern found, and how many milliseconds that took."""

    choice: Choice
    outcome: Outcome
    spent: int


def search(evidence: Evidence, choice: Choice) -> Search:
    """Run one pattern; takes seconds on a large case, needs no database."""
    began = perf_counter()
    outcome = run(choice.pattern.code, evidence.values, choice.parameters)
    return Search(choice, outcome, round((perf_counter() - began) * 1000))


def keep(
    work: Work, case: Case, evidence: Evidence, searched: Search, purpose: str
) -> dict[str, Any]:
    """Keep what a search found; the run as the command prints it (interfaces 4)."""
    choice, outcome, spent = searched.choice, searched.outcome, searched.spent
    row = _run_row(work, case, outcome, purpose, spent)
    work.session.add(row)
    hits = [_kept(work, case, row, choice.pattern, evidence, found) for found in outcome.hits]
    row.found = [hit.code for hit in hits]
    return {
        "pattern": outcome.pattern,
        "version": outcome.version,
        "parameters": row.parameters,
        "subjects_tried": outcome.subjects_tried,
        "complete": outcome.complete,
        "seconds": spent / 1000,
        "base_rate": row.base_rate,
        "left_out": row.left_out,
        "notes": row.notes,
        "hits": [_told(hit, evidence) for hit in hits],
    }


def _run_row(work: Work, case: Case, outcome: Outcome, purpose: str, spent: int) -> Run:
    return Run(
        case_id=case.id,
        pattern=outcome.pattern,
        pattern_version=outcome.version,
        parameters=dict(outcome.parameters),
        purpose=purpose,
        subjects_tried=outcome.subjects_tried,
        complete=outcome.complete,
        milliseconds=spent,
        base_rate=dict(outcome.base_rate),
        found=[],
        left_out=dict(outcome.left_out),
        notes=list(outcome.notes),
        at=work.now,
        by_id=work.actor.id,
    )


def _kept(
    work: Work, case: Case, row: Run, pattern: Pattern, evidence: Evidence, found: Found
) -> Hit:
    known = work.session.scalar(select(Hit).where(Hit.case_id == case.id, Hit.code == found.id))
    if known is not None:
        return known
    hit = Hit(
        case_id=case.id,
        run=row,
        number=next_number(work, case, Hit),
        code=found.id,
        pattern=found.pattern,
        subjects=[str(evidence.ids[name]) for name in found.subjects],
        evidence=[str(evidence.ids[name]) for name in found.evidence],
        metrics=dict(found.metrics),
        window_from=found.window[0],
        window_to=found.window[1],
    )
    hit.innocents = [
        Innocent(
            case_id=case.id,
            number=number,
            code=each.code,
            text_nl=each.text.nl,
            text_en=each.text.en,
        )
        for number, each in enumerate(pattern.innocents, 1)
    ]
    work.session.add(hit)
    return hit


def _told(hit: Hit, evidence: Evidence) -> dict[str, Any]:
    called = evidence.called
    return {
        "id": hit.code,
        "subjects": [called.get(row_id, row_id) for row_id in hit.subjects],
        "evidence": [called.get(row_id, row_id) for row_id in hit.evidence],
        "metrics": hit.metrics,
        "window": [hit.window_from.isoformat(), hit.window_to.isoformat()],
        "innocent": [each.text_en for each in hit.innocents],
        "innocent_nl": [each.text_nl for each in hit.innocents],
        "status": hit.status,
        "subject_ids": hit.subjects,
        "evidence_ids": hit.evidence,
    }


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)
