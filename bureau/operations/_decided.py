"""What a decision must tell beside its words, and to which organisation it may go."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import Invalid, NotAllowed
from bureau.model import AgendaItem, Case, Organisation
from bureau.operations._checks import one_of, said
from bureau.operations._own_power import insist_article, not_its_own
from bureau.operations._seats import bodies
from bureau.rules import meeting as law
from bureau.rules import powers
from bureau.rules.agenda import Phase
from bureau.rules.partners import partners, phases_open
from bureau.work import Work

REFERRED = "refer"
ACTING = (REFERRED, "intervention")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on an item: its kind, its words, and what that kind must tell.

    `to` is the code of an organisation; a kind that does not ask a field does not keep it.
    """

    kind: str
    words: str
    phase: str = ""
    to: str = ""
    power: str = ""
    until: date | None = None


def detail(
    work: Work, case: Case, item: AgendaItem, kind: law.DecisionType, decided: Decided
) -> None:
    """Keep what this kind of decision must tell; raises Invalid for what is not said.

    Raises NotAllowed for an organisation that may not receive it, or for a power of another.
    """
    asks = kind.asks
    _insist_filled(kind, decided)
    item.decision_phase = one_of(decided.phase, "phase", tuple(Phase)) if "phase" in asks else ""
    item.decision_power = said(decided.power, "power", 500) if "power" in asks else ""
    body = _body(case, decided.to, kind) if "to" in asks else None
    item.decision_to_id = body.id if body else None
    if body and not item.without_persons:
        _insist_receives(work, item, body)
    if "power" in asks:
        _insist_power(work, kind, item.decision_power, body)
    item.decision_until = decided.until if "until" in asks else None
    if "until" in asks and (decided.until is None or decided.until < item.meeting.held_on):
        raise Invalid(
            "Say until when: {kind} ends on a day.",
            where={"field": "until", "basis": kind.basis},
            hint="{must}",
            kind=kind.name,
            must=kind.must_say,
        )
    _insist_asked(kind, decided)


def _insist_filled(kind: law.DecisionType, decided: Decided) -> None:
    """The phase and the power that this kind of decision asks are not left open."""
    if "phase" in kind.asks and not decided.phase:
        raise Invalid(
            "Choose the phase: {decision}.",
            where={"field": "decided_phase", "basis": kind.basis},
            hint="{must}",
            decision=kind.name,
            must=kind.must_say,
        )
    if "power" in kind.asks and not decided.power.strip():
        raise Invalid(
            "Say under which power: {decision}.",
            where={"field": "decided_power", "basis": kind.basis},
            hint="{must}",
            decision=kind.name,
            must=kind.must_say,
        )


def _insist_asked(kind: law.DecisionType, decided: Decided) -> None:
    """A power that this kind of decision does not rest on is not dropped without a word."""
    if decided.power.strip() and "power" not in kind.asks:
        raise Invalid(
            "{decision} rests on {basis}; the power {power} would not be kept with it.",
            where={"field": "decided_power", "basis": kind.basis},
            hint="Empty the power. Where somebody acts under it, decide on an intervention or a"
            " referral, or agree on an action.",
            decision=kind.name,
            basis=kind.basis,
            power=decided.power.strip()[:80],
        )


def _body(case: Case, code: str, kind: law.DecisionType) -> Organisation:
    found = next((row for row in bodies(case) if row.code == code), None)
    if found is None:
        raise Invalid(
            "Say which organisation this decision is for.",
            where={"field": "to", "basis": kind.basis},
            hint="{must}",
            must=kind.must_say,
        )
    return found


def _insist_receives(work: Work, item: AgendaItem, body: Organisation) -> None:
    """A decision about persons goes to a participant that may have these data in this phase."""
    if item.phase in phases_open(body.kind, work.today):
        return
    raise NotAllowed(
        "A decision about persons does not go to {organisation} ({kind}): {limits}",
        where={"field": "to", "guard": "receives", "basis": "WGS 1.7(1), 2.19, 2.22"},
        hint="Name a participant that this phase admits. What an area needs is decided at an item"
        " without persons; a result for another goes through the sharing register (WGS 1.7(2)).",
        organisation=body.name,
        kind=partners().row(body.kind, work.today).name,
        limits=partners().row(body.kind, work.today).limits,
    )


def _insist_power(work: Work, kind: law.DecisionType, text: str, body: Organisation | None) -> None:
    """Who acts does so under a power of its own; a phase is opened under none of them."""
    insist_article(work, text, body, "decided_power")
    known = powers.named(text, work.today)
    if body is None and known:
        raise NotAllowed(
            "{power} is a power of one organisation; {decision} rests on {basis}.",
            where={"field": "decided_power", "guard": "power", "basis": kind.basis},
            hint="Write {basis}; what one organisation does is an intervention or an action.",
            power=known[0].basis,
            decision=kind.name,
            basis=kind.basis,
        )
    if body is None or kind.code not in ACTING:
        return
    own = powers.powers_of(body.kind, work.today)
    if any(row in own for row in known) or not (known or (own and kind.code == REFERRED)):
        return
    raise not_its_own(work, text, body, "decided_power")
