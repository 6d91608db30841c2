"""The law for programs: a term, and what a decision leaves open; nothing of any case is read."""

from typing import Any

from app.api import asked, told_else
from app.api.door import JSON, Contract, agreed, bp
from app.context import language
from app.guard import Permission, guard
from bureau.formats import options_json, term_json
from bureau.rules import grounds, terms
from bureau.rules.grounds import OptionsRequest
from bureau.rules.terms import TermRequest
from bureau.rules.vocabulary import Language

TERM = Contract(told_else.Term, body={JSON: asked.TermGiven}, reader=term_json.read)
OPTIONS = Contract(told_else.Options, body={JSON: asked.OptionsGiven}, reader=options_json.read)


@bp.post("/terms/compute")
@guard(Permission.WORK_READ)
@agreed(TERM)
def compute_term(given: TermRequest) -> dict[str, Any]:
    """The last day of a term, with every step explained, as `bureau term compute` says it."""
    return term_json.write(terms.compute(given), Language(language()))


@bp.post("/rules/options")
@guard(Permission.WORK_READ)
@agreed(OPTIONS)
def weigh_options(given: OptionsRequest) -> dict[str, Any]:
    """What the law leaves open, as `bureau rules options` says it; the program never chooses."""
    return options_json.write(grounds.options(given), Language(language()))
