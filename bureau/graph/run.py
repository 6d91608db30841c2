"""One pattern over one case: checked parameters in, hits with their base rate out.

Equal evidence in any order gives an equal outcome; the shuffles follow from the evidence.
"""

import hashlib
import json
from collections.abc import Mapping

from bureau.errors import Invalid
from bureau.graph.ledger import day_of
from bureau.graph.patterns import PATTERNS
from bureau.graph.reshuffle import Trial, base_rate, seed_of
from bureau.graph.scene import Budget, Found, Pattern, Scene, stage
from bureau.graph.settings import checked
from bureau.graph.values import CaseEvidence, Hit, Number, Outcome
from bureau.graph.windows import Candidate

MOST_STEPS = 2_000_000


def run(
    pattern_id: str,
    evidence: CaseEvidence,
    parameters: Mapping[str, Number],
    *,
    seed: int | None = None,
    reshuffles: int = 20,
    max_steps: int = MOST_STEPS,
) -> Outcome:
    """What one pattern finds in one case; raises Invalid on unknown patterns and parameters."""
    pattern = pattern_of(pattern_id)
    settings = checked(pattern_id, pattern.parameters, parameters)
    scene = stage(evidence)
    budget = Budget(max_steps)
    found = pattern.detect(scene, settings, budget)
    hits = tuple(_hit(pattern, parameters, candidate) for candidate in found.candidates)
    trial = Trial(reshuffles, seed_of(scene) if seed is None else seed, max_steps)
    return Outcome(
        pattern_id,
        pattern.version,
        dict(sorted(parameters.items())),
        found.tried,
        not budget.exhausted,
        budget.spent,
        base_rate(pattern, scene, settings, trial, len(hits)),
        hits,
        _left_out(scene, found),
        _notes(scene, budget),
    )


def pattern_of(pattern_id: str) -> Pattern:
    """The pattern with this id, or an Invalid that names those there are."""
    if pattern_id not in PATTERNS:
        raise Invalid(
            "There is no pattern {pattern}.",
            hint="Patterns: {names}.",
            pattern=pattern_id,
            names=", ".join(sorted(PATTERNS)),
        )
    return PATTERNS[pattern_id]


def _hit(pattern: Pattern, parameters: Mapping[str, Number], found: Candidate) -> Hit:
    said = [
        pattern.id,
        pattern.version,
        sorted((name, str(value)) for name, value in parameters.items()),
        found.subjects,
        found.evidence,
    ]
    digest = hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()
    return Hit(
        digest[:16],
        pattern.id,
        found.subjects,
        found.evidence,
        found.metrics,
        (day_of(found.begin), day_of(found.end)),
    )


def _left_out(scene: Scene, found: Found) -> dict[str, int]:
    """What was not searched, counted by reason."""
    return {
        **scene.left_out,
        **({"subject with an amount without rate": found.unrated} if found.unrated else {}),
    }


def _notes(scene: Scene, budget: Budget) -> tuple[str, ...]:
    """What a reader must know to weigh the outcome, as sentences."""
    foreign = sorted({ledger.currency for ledger in scene.ledgers} - {"EUR"})
    notes = [
        f"Payments in {currency} were searched apart; amounts set in euros were read as {currency}."
        for currency in foreign
    ]
    if budget.exhausted:
        notes.append("The search stopped early; there may be more than is shown.")
    return tuple(notes)
