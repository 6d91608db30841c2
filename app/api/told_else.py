"""What programs are told of networks, searches, files and the law, field by field."""

from marshmallow import fields

from app.api.told import Page, Reckoning
from app.api.told_parts import Told, count, day, said, some, uid, yes


class NodeOfNetwork(Told):
    """A party in a network, and where it is drawn."""

    id, kind, label = said(), said(), said()
    x = fields.Float(required=True, allow_none=True)
    y = fields.Float(required=True, allow_none=True)
    attributes = fields.Dict(required=True)


class EdgeOfNetwork(Told):
    """A tie in a network, and how firm it is."""

    key, source, target, kind, certainty = said(), said(), said(), said(), said()
    label, on, until = said(), said(), said()
    attributes = fields.Dict(required=True)


class Network(Told):
    """The network of a case, or what lies around one party of it."""

    directed, multigraph = yes(), yes()
    graph = fields.Dict(required=True)
    nodes = some(NodeOfNetwork)
    edges = some(EdgeOfNetwork)
    focus = fields.String(required=True, allow_none=True, metadata={"format": "uuid"})
    hops, nodes_in_case, edges_in_case = count(), count(), count()
    statement = said(description="what is in the case and not in this answer, if anything")


class Hit(Told):
    """A case or a party that fits the search, with the case it belongs to."""

    found = said(enum=["case", "party"])
    id, case_id = uid(), uid()
    case, kind, label = said(), said(), said()


class HitPage(Page):
    """What was found; `more` where a narrower search would show what was cut off."""

    items = some(Hit)
    more = yes()


class FileKept(Told):
    """A file of a form as it was kept."""

    id = uid()
    code, sha256 = said(), said()
    size = count()


class FormTaken(Told):
    """What came of a posted form, and what is still missing."""

    case, kind = said(), said(enum=["form", "supplement"])
    handed_in = day()
    answers = count()
    documents = some(FileKept)
    missing = fields.List(fields.String(), required=True)


class Warned(Told):
    """Something in a file that was read and deserves a look."""

    line = fields.Integer()
    path = fields.String()
    message = said()


class Imported(Told):
    """What came of a file."""

    format = said()
    read, stored, duplicates = count(), count(), count()
    warnings = some(Warned)
    totals = fields.Dict(required=True)
    dry_run = yes()


class Note(Told):
    """A step of the reckoning that is no suspension."""

    rule, basis, text = said(), said(), said()


class Money(Told):
    """An amount as a decimal text with its currency."""

    amount, currency = said(), said()


class Term(Told):
    """The last day of a term, with every step explained."""

    raw, before_extension, due = day(), day(), day()
    suspended_days = count()
    explanation = some(Reckoning)
    notes = some(Note)
    provisional = yes()
    first_day = fields.String(metadata={"format": "date"})
    maximum = fields.Nested(Money)


class Reason(Told):
    """Why something is or is not open."""

    option, text, basis = said(), said(), said()


class Options(Told):
    """What the law leaves open; the program never chooses."""

    may_grant, may_attach_conditions, may_refuse = yes(), yes(), yes()
    must_refuse, not_treated, view_first = yes(), yes(), yes()
    reasons = some(Reason)
    notes = some(Reason)


class Problem(Told):
    """Why something was not done: what, where and what to do (RFC 9457)."""

    type, title, status, detail, code = said(), said(), count(), said(), said()
    where = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    hint = said()
