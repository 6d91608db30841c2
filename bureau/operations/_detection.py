"""Running one pattern over a case and keeping what it finds; earlier answers are never lost."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from time import perf_counter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bureau.errors import Invalid
from bureau.graph.patterns import PATTERNS
from bureau.graph.run import run
from bureau.graph.settings import parse_setting
from bureau.graph.values import Hit as Found
from bureau.graph.values import Number, Outcome
from bureau.model import Case, Hit, Innocent, Run
from bureau.operations import _phases, _processing
from bureau.operations._facts import next_number
from bureau.operations._run_reach import Aim
from bureau.operations._scene_rows import Evidence, with_payments
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


def reads_references(chosen: Iterable[Choice]) -> bool:
    """Whether one of these patterns reads what was written with payments."""
    return any(PATTERNS[choice.pattern.code].reads_references for choice in chosen)


@dataclass(frozen=True, slots=True)
class Search:
    """What one pattern found, and how many milliseconds that took."""

    choice: Choice
    outcome: Outcome
    spent: int


def lawful(work: Work, case: Case, chosen: list[Choice], named: Collection[str]) -> list[Choice]:
    """Of what was chosen, what this case may be searched for (WGS 2.22, 2.23; Wet Bibob 7a).

    A pattern that was named and may not be looked for here is refused, not passed over; so is one
    that the register of changes of processing does not cover (WGS 1.8(6)).
    """
    phase = _phases.reached(case)
    asked = [each.pattern for each in chosen if each.pattern.code in named]
    _phases.insist(case, phase, asked)
    _processing.insist_patterns(work, case, asked)
    heard = _processing.open_to(work, case, [each.pattern for each in chosen])
    return [
        each
        for each in chosen
        if each.pattern.code in heard and _phases.admits(case, phase, each.pattern)
    ]


def search(evidence: Evidence, choice: Choice) -> Search:
    """Run one pattern; takes seconds on a large case, needs no database."""
    began = perf_counter()
    outcome = run(choice.pattern.code, evidence.values, choice.parameters)
    return Search(choice, outcome, round((perf_counter() - began) * 1000))


def keep(work: Work, case: Case, evidence: Evidence, searched: Search, aim: Aim) -> dict[str, Any]:
    """Keep what a search found; the run as the command prints it (interfaces 4)."""
    choice, outcome, spent = searched.choice, searched.outcome, searched.spent
    proof = (name for hit in outcome.hits for name in hit.evidence)
    evidence = with_payments(work, case, evidence, proof)
    row = _run_row(work, case, outcome, aim, spent)
    work.session.add(row)
    hits = _all_kept(work, case, row, choice.pattern, evidence, outcome.hits)
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


def _run_row(work: Work, case: Case, outcome: Outcome, aim: Aim, spent: int) -> Run:
    return Run(
        case_id=case.id,
        pattern=outcome.pattern,
        pattern_version=outcome.version,
        parameters=dict(outcome.parameters),
        purpose=aim.purpose,
        subjects_tried=outcome.subjects_tried,
        complete=outcome.complete,
        milliseconds=spent,
        base_rate=dict(outcome.base_rate),
        found=[],
        left_out=dict(outcome.left_out),
        notes=[*outcome.notes, aim.note],
        hops=aim.reach.hops,
        hops_reason=aim.reach.reason,
        at=work.now,
        by_id=work.actor.id,
    )


def _all_kept(
    work: Work,
    case: Case,
    row: Run,
    pattern: Pattern,
    evidence: Evidence,
    outcome: Sequence[Found],
) -> list[Hit]:
    """The leads of a run: those known from before with their answers, and the new ones."""
    rows = select(Hit).where(Hit.case_id == case.id, Hit.pattern == pattern.code)
    earlier = work.session.scalars(rows.options(selectinload(Hit.innocents)))
    known = {hit.code: hit for hit in earlier}
    number = next_number(work, case, Hit)
    for found in outcome:
        if found.id not in known:
            known[found.id] = _new(row, number, pattern, evidence, found)
            work.session.add(known[found.id])
            number += 1
    return [known[found.id] for found in outcome]


def _new(row: Run, number: int, pattern: Pattern, evidence: Evidence, found: Found) -> Hit:
    hit = Hit(
        case_id=row.case_id,
        run=row,
        number=number,
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
            case_id=row.case_id,
            number=number,
            code=each.code,
            text_nl=each.text.nl,
            text_en=each.text.en,
        )
        for number, each in enumerate(pattern.innocents, 1)
    ]
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
