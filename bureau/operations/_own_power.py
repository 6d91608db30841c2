"""Who acts does so under a power of its own (WGS 1.3(4))."""

from bureau.errors import N_, Invalid, NotAllowed
from bureau.model import Organisation
from bureau.rules import powers
from bureau.rules.partners import partners
from bureau.work import Work

CHOOSE = N_(
    "Choose one of the powers of {organisation} ({names}), or name the act and the article."
)
NAME = N_("Name the act and the article.")


def insist_no_others(work: Work, text: str, body: Organisation, field: str) -> None:
    """Stop where a text names powers of others only; what no table knows passes."""
    kind = body.kind
    if powers.fault(text, kind, None, work.today) == powers.PowerFault.FOREIGN:
        raise not_its_own(work, text, body, field)


def insist_article(work: Work, text: str, body: Organisation | None, field: str) -> None:
    """Stop where a text names no power of the table and no article: nobody can look that up."""
    if powers.traceable(text, work.today):
        return
    own = powers.powers_of(body.kind, work.today) if body else ()
    raise Invalid(
        "{power} names no power and no article: nobody can look up what it rests on.",
        where={"field": field, "guard": "power", "basis": powers.BASIS},
        hint=CHOOSE if body else NAME,
        power=text.strip()[:80],
        organisation=body.name if body else powers.BASIS,
        names=", ".join(row.basis for row in own) or "-",
    )


def not_its_own(work: Work, text: str, body: Organisation, field: str) -> NotAllowed:
    """The refusal of a power that is not one of this organisation, with those that are."""
    own = powers.powers_of(body.kind, work.today)
    return NotAllowed(
        "{power} is no power of {organisation}: taking part changes nobody's powers ({basis}).",
        where={"field": field, "guard": "power", "basis": powers.BASIS},
        hint="Powers of a {kind}: {names}. For another power, ask the body that has it.",
        power=text[:80],
        organisation=body.name,
        basis=powers.BASIS,
        kind=partners().row(body.kind, work.today).name,
        names=", ".join(row.basis for row in own) or "-",
    )
