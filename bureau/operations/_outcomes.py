"""Which outcomes a decision can have, and whether the assessment leaves them open."""

from collections.abc import Mapping
from dataclasses import dataclass

from bureau.errors import N_, Invalid, NotAllowed
from bureau.model import Case
from bureau.operations import _options
from bureau.rules import grounds
from bureau.rules.grounds import Options, OptionsRequest
from bureau.rules.vocabulary import Danger, DecisionKind, Stage
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """What an outcome needs: an option that stands open, a kind of decision and a stage."""

    option: str
    stages: tuple[Stage, ...] = tuple(Stage)
    kinds: tuple[DecisionKind, ...] = tuple(DecisionKind)

    @property
    def burdens(self) -> bool:
        """Whether the person concerned is worse off, so that a view comes first."""
        return self.option in ("may_refuse", "may_attach_conditions")


PUBLIC = (DecisionKind.LICENCE, DecisionKind.SUBSIDY)
OUTCOMES: Mapping[str, OutcomeRule] = {
    "grant": OutcomeRule("may_grant", (Stage.APPLICATION,)),
    "keep": OutcomeRule("may_grant", (Stage.EXISTING,)),
    "grant_with_conditions": OutcomeRule("may_attach_conditions"),
    "refuse": OutcomeRule("may_refuse", (Stage.APPLICATION,), PUBLIC),
    "withdraw": OutcomeRule("may_refuse", (Stage.EXISTING,), PUBLIC),
    "no_deal": OutcomeRule("may_refuse", kinds=(DecisionKind.PROPERTY, DecisionKind.CONTRACT)),
}


def insist_possible(work: Work, case: Case, outcome: str) -> Options:
    """The options, when `outcome` is among them; raises Invalid or NotAllowed otherwise."""
    question = _options.request(work.session, case, work.today)
    rule = OUTCOMES.get(outcome)
    if question is None or rule is None or not _fits(rule, question):
        raise Invalid(
            "{outcome} is no outcome of this decision.",
            where={"field": "outcome"},
            hint="Possible are: {names}.",
            names=", ".join(_fitting(question)),
            outcome=outcome[:40] or N_("Nothing"),
        )
    options = _options.of(question)
    if not getattr(options, rule.option):
        raise NotAllowed(
            "The assessment as it stands does not leave {outcome} open.",
            where={"guard": rule.option, "basis": _basis(question)},
            hint="See the options with their reasons; the assessment or the weighing decides.",
            outcome=outcome,
        )
    return options


def weighing_needed(question: OptionsRequest) -> bool:
    """Whether proportionality must have been weighed: there is something to hold against."""
    grave = grounds.danger(question) in (Danger.LESSER, Danger.SERIOUS)
    ordinary = any(ground.met for ground in question.ordinary_grounds)
    return (grave or question.art_3_6) and not ordinary


def _fits(rule: OutcomeRule, question: OptionsRequest) -> bool:
    return question.stage in rule.stages and question.decision in rule.kinds


def _fitting(question: OptionsRequest | None) -> list[str]:
    if question is None:
        return []
    return [name for name, rule in OUTCOMES.items() if _fits(rule, question)]


def _basis(question: OptionsRequest) -> str:
    return "; ".join(dict.fromkeys(row.basis for row in grounds.outcomes(question)))
