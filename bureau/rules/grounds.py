"""What stands open after the assessment of danger: options with reasons, never a choice."""

from collections.abc import Iterator
from datetime import date

from bureau.rules import ordinary_grounds
from bureau.rules.options import (
    Options,
    OptionsRequest,
    OptionText,
    OrdinaryGround,
    Outcome,
    Reason,
)
from bureau.rules.tables import table
from bureau.rules.vocabulary import Danger, DecisionKind, Stage

__all__ = ["OptionText", "Options", "OptionsRequest", "OrdinaryGround", "Outcome", "Reason"]


def options(request: OptionsRequest) -> Options:
    """What the authority may do; nothing is ever obligatory here."""
    met = tuple(ground.code for ground in request.ordinary_grounds if ground.met)
    codes = tuple(_ordinary(request) if met else _bibob(request))
    stated = [_stated(code, request, met) for code in codes]
    open_ = {reason.option for reason in stated}
    return Options(
        may_grant="may_grant" in open_,
        may_attach_conditions="may_attach_conditions" in open_,
        may_refuse="may_refuse" in open_,
        must_refuse=False,
        not_treated="not_treated" in open_,
        view_first="view_first" in open_,
        reasons=tuple(reason for reason in stated if reason.option != "note"),
        notes=tuple(reason for reason in stated if reason.option == "note"),
        closed=tuple(
            _stated(code, request, met)
            for option, code in _closed(request, ordinary=bool(met))
            if option not in open_
        ),
    )


def ordinary_basis(decision: DecisionKind, on: date) -> str:
    """Where an ordinary ground stands: the sector law, or the exclusion grounds of a contract."""
    code = _ordinary_refusal(decision)
    return table("option_texts", OptionText).row(code, on).basis


def _stated(code: str, request: OptionsRequest, met: tuple[str, ...]) -> Reason:
    row = table("option_texts", OptionText).row(code, request.today)
    words = ordinary_grounds.named(met, request.stage, request.today)
    own = code == "refuse.ordinary" and ordinary_grounds.bases(met, request.stage, request.today)
    return Reason(row.option, row.text.filled(grounds=words), own or row.basis)


def danger(request: OptionsRequest) -> Danger:
    """The danger that counts: the gravest ground, or serious where a refused form says so."""
    if _form_counts(request):
        return Danger.SERIOUS
    order = (Danger.SERIOUS, Danger.LESSER, Danger.UNKNOWN, Danger.NONE)
    return min(request.danger_a, request.danger_b, key=order.index)


def outcomes(request: OptionsRequest) -> tuple[Outcome, ...]:
    """The lines of the matrix that apply: one for the danger, one for art. 3 lid 6."""
    suffix = "" if request.refusal_proportionate else "_disproportionate"
    found = danger(request)
    codes = [found + suffix if found is Danger.SERIOUS else found.value]
    if request.art_3_6:
        codes.append("art_3_6" + suffix)
    return tuple(table("outcomes", Outcome).row(code, request.today) for code in codes)


def _ordinary(request: OptionsRequest) -> Iterator[str]:
    """An ordinary ground decides: the Wet Bibob stays out of it."""
    yield "grant.ordinary"
    yield _ordinary_refusal(request.decision)
    yield from _untreated(request)
    if request.stage is Stage.EXISTING and _public_law(request):
        yield "view.ordinary"
    elif _public_law(request):
        yield "note.ordinary_view"
    yield "note.bibob_unused"


def _ordinary_refusal(decision: DecisionKind) -> str:
    return "refuse.exclusion" if decision is DecisionKind.CONTRACT else "refuse.ordinary"


def _bibob(request: OptionsRequest) -> Iterator[str]:
    found = danger(request)
    lone = request.art_3_6 and found in (Danger.NONE, Danger.UNKNOWN)
    yield "grant.art_3_6" if lone else f"grant.{found}"
    if request.decision is DecisionKind.CONTRACT:
        measures = ["note.contract"]
    else:
        measures = [*_conditions(request, found), *_refusal(request)]
    yield from measures
    yield from _untreated(request)
    if any(code.startswith(("conditions.", "refuse.")) for code in measures):
        yield "view.bibob"
    yield from _notes(request)


def _conditions(request: OptionsRequest, found: Danger) -> Iterator[str]:
    if not any(outcome.may_attach_conditions for outcome in outcomes(request)):
        return
    if not request.conditions_identifiable:
        if request.weighed:
            yield "note.no_conditions"
    elif request.decision is DecisionKind.PROPERTY:
        yield "conditions.property"
    else:
        yield f"conditions.{found}"


def _refusal(request: OptionsRequest) -> Iterator[str]:
    allowed = [outcome.code for outcome in outcomes(request) if outcome.may_refuse]
    if "serious" in allowed:
        yield "refuse.form" if _only_form(request) else "refuse.serious"
    if "art_3_6" in allowed:
        yield "refuse.art_3_6"
    if allowed and request.decision is DecisionKind.PROPERTY:
        yield "refuse.property"
    if request.weighed and not request.refusal_proportionate and _grave(request):
        yield "note.disproportionate"


def _untreated(request: OptionsRequest) -> Iterator[str]:
    """Awb 4:5: a new application without its form; never a private-law transaction."""
    new = request.stage is Stage.APPLICATION
    if request.form_refused and new and _public_law(request):
        yield "not_treated.form"


def _notes(request: OptionsRequest) -> Iterator[str]:
    if request.form_refused and not _public_law(request):
        yield "note.form_no_effect"
    if Danger.UNKNOWN in (request.danger_a, request.danger_b) and not _form_counts(request):
        yield "note.unknown"
    if not request.weighed and (_grave(request) or danger(request) is Danger.LESSER):
        yield "note.unweighed"


def _form_counts(request: OptionsRequest) -> bool:
    """Wet Bibob 4 lid 1: only the holder of a running decision of public law."""
    existing = request.stage is Stage.EXISTING
    return request.form_refused and existing and _public_law(request)


def _grave(request: OptionsRequest) -> bool:
    """Whether the law knows a refusal here, once it is weighed."""
    return request.art_3_6 or danger(request) is Danger.SERIOUS


def _only_form(request: OptionsRequest) -> bool:
    return Danger.SERIOUS not in (request.danger_a, request.danger_b)


def _public_law(request: OptionsRequest) -> bool:
    return request.decision in (DecisionKind.LICENCE, DecisionKind.SUBSIDY)


def _closed(request: OptionsRequest, *, ordinary: bool) -> Iterator[tuple[str, str]]:
    """For each option the row that says why it is closed, should it be."""
    yield "may_attach_conditions", _no_conditions(request, ordinary=ordinary)
    yield "may_refuse", _no_refusal(request)
    yield "must_refuse", "closed.must_refuse"
    yield "not_treated", _treated(request)
    yield "view_first", "closed.view.ordinary" if ordinary else "closed.view"


def _no_conditions(request: OptionsRequest, *, ordinary: bool) -> str:
    if ordinary:
        return "closed.conditions.ordinary"
    if request.decision is DecisionKind.CONTRACT:
        return "closed.contract.conditions"
    if any(outcome.may_attach_conditions for outcome in outcomes(request)):
        return "closed.conditions.unfound" if request.weighed else "closed.conditions.unweighed"
    return f"closed.conditions.{danger(request)}"


def _no_refusal(request: OptionsRequest) -> str:
    if request.decision is DecisionKind.CONTRACT:
        return "closed.contract.refuse"
    if _grave(request):
        return "closed.refuse.disproportionate" if request.weighed else "closed.refuse.unweighed"
    return f"closed.refuse.{danger(request)}"


def _treated(request: OptionsRequest) -> str:
    if not _public_law(request):
        return "closed.not_treated.private"
    if request.stage is Stage.EXISTING:
        return "closed.not_treated.existing"
    return "closed.not_treated.form"
