"""A request for options and its answer as JSON, the contract of `bureau rules options`."""

from typing import Any

from bureau.errors import N_
from bureau.formats import guard_json
from bureau.formats.guard import Limits
from bureau.formats.json_fields import Fields, fields, wrong
from bureau.rules.danger_grounds import grounds
from bureau.rules.grounds import Options, OptionsRequest, OrdinaryGround, Reason
from bureau.rules.vocabulary import Danger, DecisionKind, Language, Stage

_LIMITS = Limits(size=256 * 1024, depth=6, digits=12)
_MOST_GROUNDS = 200
_KNOWN = frozenset(
    (
        *("decision", "stage", "danger_a", "danger_b", "art_3_6", "refusal_proportionate"),
        *("conditions_identifiable", "form_refused", "ordinary_grounds", "today"),
    )
)


def read(content: bytes) -> OptionsRequest:
    """The request in `content`; raises Invalid whose `where` names the path."""
    body = fields(guard_json.parse(content, _LIMITS), _KNOWN)
    today = body.needed_day("today")
    if not grounds().on(today):
        raise wrong("today", N_("lies before the rules held here"), N_("Give a later date."))
    return OptionsRequest(
        decision=body.member("decision", DecisionKind),
        stage=body.member("stage", Stage),
        danger_a=body.member("danger_a", Danger),
        danger_b=body.member("danger_b", Danger),
        today=today,
        art_3_6=body.flag("art_3_6"),
        refusal_proportionate=body.flag("refusal_proportionate"),
        conditions_identifiable=body.flag("conditions_identifiable"),
        form_refused=body.flag("form_refused"),
        ordinary_grounds=_ordinary(body),
    )


def write(answer: Options, language: Language = Language.EN) -> dict[str, Any]:
    """The answer as JSON values; `notes` tells why something is not open."""
    return {
        "may_grant": answer.may_grant,
        "may_attach_conditions": answer.may_attach_conditions,
        "may_refuse": answer.may_refuse,
        "must_refuse": answer.must_refuse,
        "not_treated": answer.not_treated,
        "view_first": answer.view_first,
        "reasons": [_reason(reason, language) for reason in answer.reasons],
        "notes": [_reason(note, language) for note in answer.notes],
    }


def _reason(reason: Reason, language: Language) -> dict[str, str]:
    return {
        "option": reason.option,
        "text": reason.text.in_(language),
        "basis": reason.basis,
    }


def _ordinary(body: Fields) -> tuple[OrdinaryGround, ...]:
    rows = body.items("ordinary_grounds")
    if len(rows) > _MOST_GROUNDS:
        what, hint = N_("is too long"), N_("At most {most} are read.")
        raise wrong("ordinary_grounds", what, hint, most=_MOST_GROUNDS)
    known = frozenset(("code", "met"))
    read_rows = (fields(row, known, f"ordinary_grounds[{n}]") for n, row in enumerate(rows))
    return tuple(OrdinaryGround(row.text("code"), row.flag("met")) for row in read_rows)
