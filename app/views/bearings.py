"""Beside each indicator: where its facts stand, the figures it uses and those that are missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from bureau.operations.figures import FigureView
from bureau.rules.figures import FigureKind

FORM = ("screening.show_application", _l("Application and form"))
FINANCES = ("finances.show", _l("Financing"))
MONEY = ("facts.show_money", _l("Money"))
PARTIES = ("parties.list_parties", _l("Parties and ties"))
ESTATES = ("estates.list_properties", _l("Real estate"))
LEADS = ("leads.list_leads", _l("Leads"))
LOG = ("investigation.show_log", _l("Investigation"))
PAPERS = ("documents.list_documents", _l("Documents and sources"))
Place = tuple[str, LazyString]

# Where the facts of each indicator stand; what no line names stands where its group does.
PLACES: Mapping[str, tuple[Place, ...]] = {
    **dict.fromkeys(("FIN-01", "FIN-02", "FIN-11", "FIN-13", "FIN-14"), (FORM, FINANCES)),
    **dict.fromkeys(("FIN-03", "FIN-04", "FIN-05", "FIN-06", "FIN-09", "FIN-17"), (FINANCES,)),
    **dict.fromkeys(("FIN-07", "FIN-08"), (MONEY,)),
    "FIN-10": (LEADS, MONEY),
    "FIN-15": (LOG,),
    "MGT-04": (LOG,),
    "MGT-05": (FORM, LOG),
    "MGT-08": (PARTIES, MONEY),
    "STR-09": (PARTIES, MONEY),
    "DOC-03": (FORM, FINANCES),
    "PRO-13": (FORM, ESTATES),
}
OF_GROUP: Mapping[str, tuple[Place, ...]] = {
    "finance": (FINANCES,),
    "structure": (PARTIES,),
    "management": (PARTIES,),
    "property": (ESTATES,),
    "operations": (LOG, PAPERS),
    "documents": (FORM, PAPERS),
}


@dataclass(frozen=True, slots=True)
class Bearing:
    """Where the facts of an indicator stand, its figures, and the kinds that nobody recorded."""

    places: tuple[Place, ...]
    figures: tuple[FigureView, ...]
    missing: tuple[FigureKind, ...]


def bearing(
    code: str, group: str, kinds: Iterable[FigureKind], known: Iterable[FigureView]
) -> Bearing:
    """What stands beside the indicator `code`."""
    feeding = [kind for kind in kinds if code in kind.feeds]
    used = tuple(row for row in known if code in row.kind.feeds and not row.withdrawn)
    there = {row.kind.code for row in used}
    return Bearing(
        places=PLACES.get(code, OF_GROUP[group]),
        figures=used,
        missing=tuple(kind for kind in feeding if kind.code not in there),
    )
