"""What programs are told of cases, field by field: what is not named here never leaves."""

from marshmallow import fields

from app.api.told_parts import DATE, MOMENT, Told, count, day, maybe, said, some, uid, words, yes


class Page(Told):
    """Which part of a list this is."""

    page, size, total = count(), count(), count()


class Reckoning(Told):
    """Days that moved the end of a term, and why."""

    start = fields.String(required=True, attribute="from", data_key="from", metadata=DATE)
    until = day()
    days = count()
    rule, basis, text = said(), said(), said()


class Clock(Told):
    """A term of a case on this day."""

    term, name, basis, state, text = said(), said(), said(), said(), said()
    started, raw, due, target = day(), day(), day(), day()
    days_left, suspended_days = count(), count()
    explanation = some(Reckoning)


class Clocks(Told):
    """The terms of a case on this day."""

    case = said()
    clocks = some(Clock)


class NextClock(Told):
    """The term of a case that ends first."""

    term, name, state, due = said(), said(), said(), day()
    days_left = count()


class CaseLine(Told):
    """A case in a list."""

    id, case, kind, title = uid(), said(), said(), said()
    state, state_name, capacity, opened = said(), said(), said(), day()
    next_clock = fields.Nested(NextClock, required=True, allow_none=True)


class CasePage(Page):
    """One's own cases."""

    items = some(CaseLine)


class Opened(Told):
    """A case that was opened."""

    id, case, kind, state = uid(), said(), said(), said()


class PartyOfCase(Told):
    """Somebody in a case and one role they have in it."""

    id, label, kind, role, role_name = uid(), said(), said(), said(), said()
    protected, direct = yes(), yes()
    start = fields.String(required=True, attribute="from", data_key="from")
    until = fields.String(required=True, attribute="to", data_key="to")


class Party(Told):
    """Somebody or something that appears in a case."""

    id, kind, label = uid(), said(), said()
    protected = yes()
    roles = words()


class PartyPage(Page):
    """The parties of a case."""

    items = some(Party)


class Obstacle(Told):
    """What stands in the way of a step."""

    guard, text, basis = said(), said(), said()


class StepOfCase(Told):
    """A step of the procedure that leads away from here."""

    step, to, name, basis = said(), said(), said(), said()
    possible = yes()
    blocked_by = some(Obstacle)


class Gap(Told):
    """Something that is still missing."""

    code, text = said(), said()


class Finding(Told):
    """A finding, with the numbers of its sources and what speaks against it."""

    number = count()
    ground, text, contrary = said(), said(), said()
    sources = fields.List(fields.Integer(), required=True)


class Judgment(Told):
    """The degree of danger on one ground."""

    ground, danger = said(), said()
    present = fields.Boolean(required=True, allow_none=True)
    signed = yes()


class Advice(Told):
    """That an advice was asked or received; what it says is not told here."""

    asked = day()
    received = maybe(**DATE)


class Condition(Told):
    """A condition that is attached to a decision."""

    text, check, status = said(), day(), said()


class Decision(Told):
    """A decision that was taken."""

    round = count()
    outcome, holds, reasons = said(), said(), said()
    decided = day()
    made_known = maybe(**DATE)
    conditions = some(Condition)


class Letter(Told):
    """A letter that was sent or drafted; what it says is not told here."""

    id, number = uid(), count()
    kind, name, language, state = said(), said(), said(), said()
    sent = maybe(**DATE)
    channel, by, sha256 = said(), said(), said()
    text_version = count()


class Member(Told):
    """Somebody who needs to know about the case."""

    login, name, capacity = said(), said(), said()


class Move(Told):
    """A step that was taken."""

    step = said()
    start = fields.String(required=True, attribute="from", data_key="from")
    end = fields.String(required=True, attribute="to", data_key="to")
    on, basis, reason, by = day(), said(), said(), said()


class Ordinary(Told):
    """An ordinary ground to refuse or withdraw, and how it stands."""

    code, standing = said(), said()


class CaseFile(Told):
    """A case as the owner of the token may see it today."""

    id = uid()
    version = count()
    case, kind, title, organisation, capacity = said(), said(), said(), said(), said()
    own_number = maybe()
    opened = day()
    state, state_name, scope, scope_name = said(), said(), said(), said()
    clocks = some(Clock)
    steps = some(StepOfCase)
    gaps = some(Gap)
    parties = some(PartyOfCase)
    ordinary_grounds = some(Ordinary)
    findings = some(Finding)
    assessments = some(Judgment)
    advices = some(Advice)
    decisions = some(Decision)
    letters = some(Letter)
    members = some(Member)
    moves = some(Move)


class Dossier(Told):
    """A dossier of a case, without its pages."""

    id, number = uid(), count()
    track, language, state, recipient, basis = said(), said(), said(), said(), said()
    content_sha256, pdf_sha256, copy = said(), said(), said()
    pages = count()
    asked_by = said()
    approved_by = maybe()
    asked_at = said(**MOMENT)
    approved_at, issued_at = maybe(**MOMENT), maybe(**MOMENT)


class DossierPage(Page):
    """The dossiers of a case."""

    items = some(Dossier)
