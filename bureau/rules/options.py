"""The question what an assessment leaves open, and its answer: options with reasons."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Texts
from bureau.rules.vocabulary import Danger, DecisionKind, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Row):
    """One line of the danger matrix."""

    name: Texts
    may_attach_conditions: bool
    may_refuse: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionText(Row):
    """The words and basis of a reason or a note."""

    option: str
    text: Texts


@dataclass(frozen=True, slots=True)
class OrdinaryGround:
    """A ground of the sector law, and whether it is met."""

    code: str
    met: bool


@dataclass(frozen=True, slots=True)
class OptionsRequest:
    """What was assessed; the decision kind and the stage decide which rules apply.

    Where nobody has `weighed` yet, nothing is said of what a weighing finds.
    """

    decision: DecisionKind
    stage: Stage
    danger_a: Danger
    danger_b: Danger
    today: date
    art_3_6: bool = False
    refusal_proportionate: bool = True
    conditions_identifiable: bool = True
    form_refused: bool = False
    ordinary_grounds: tuple[OrdinaryGround, ...] = ()
    weighed: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an option stands open, or a note beside it."""

    option: str
    text: Texts
    basis: str


@dataclass(frozen=True, slots=True)
class Options:
    """What the law leaves open; the authority chooses and gives its own reasons.

    `closed` holds for every option that is not open why not, with its legal basis.
    """

    may_grant: bool
    may_attach_conditions: bool
    may_refuse: bool
    must_refuse: bool
    not_treated: bool
    view_first: bool
    reasons: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    closed: tuple[Reason, ...] = ()
