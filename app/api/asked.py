"""What programs may hand in, field by field."""

from marshmallow import fields, validate

from app.api.strict import Answered, Base64, Day, Flag, Id, Strict, Sure, Upload, Whole
from bureau.formats.registry import READERS
from bureau.rules.deadlines import deadlines
from bureau.rules.need_to_know import look_purposes
from bureau.rules.scope import scopes
from bureau.rules.suspension import suspension_rules
from bureau.rules.vocabulary import HOPS, MOST_HOPS, CaseKind, Danger, DecisionKind, Stage

MOST_ON_A_PAGE, USUAL_ON_A_PAGE, LAST_PAGE = 200, 50, 100_000
DAY = {"example": "2026-03-02"}


def _one_of(*words: str) -> validate.OneOf:
    return validate.OneOf(words)


def _upto(most: int) -> validate.Length:
    return validate.Length(min=1, max=most)


class Paging(Strict):
    """Which part of a list."""

    page = Whole(load_default=1, validate=validate.Range(1, LAST_PAGE))
    size = Whole(load_default=USUAL_ON_A_PAGE, validate=validate.Range(1, MOST_ON_A_PAGE))


class CaseListing(Paging):
    """Which of one's own cases, in which order."""

    kind = fields.String(validate=_one_of(CaseKind.SCREENING, CaseKind.PARTNERSHIP))
    sort = fields.String(
        load_default="case",
        validate=_one_of("case", "due"),
        metadata={"description": "by reference, or the most pressing first"},
    )


class Searching(Paging):
    """What is looked for, what for, and in which of one's own cases the task is."""

    q = fields.String(required=True, validate=validate.Length(min=2, max=100))
    purpose = fields.String(required=True, validate=_one_of(*look_purposes().codes()))
    case = fields.String(
        load_default="",
        validate=validate.Length(max=20),
        metadata={"description": "the reference of the case, for a purpose that names one"},
    )
    reason = fields.String(
        load_default="",
        validate=validate.Length(max=500),
        metadata={"description": "why, for a purpose that finds parties and names no case"},
    )


class Looking(Strict):
    """Which part of a network."""

    focus = Id(metadata={"description": "the id of a party; without it, the whole network"})
    hops = Whole(load_default=HOPS, validate=validate.Range(HOPS, MOST_HOPS))


class NewScreening(Strict):
    """A screening to open."""

    kind = fields.String(load_default="screening", validate=_one_of(CaseKind.SCREENING))
    title = fields.String(required=True, validate=_upto(200))
    scope = fields.String(required=True, validate=_one_of(*scopes().codes()))
    received_on = Day(required=True, metadata=DAY)
    stage = fields.String(load_default=Stage.APPLICATION, validate=_one_of(*Stage))
    authority = fields.String(load_default="", validate=validate.Length(max=100))
    weeks = fields.Integer(strict=True, validate=validate.Range(1, 52))


class ImportTold(Strict):
    """What is said of a file beside its content."""

    format = fields.String(required=True, validate=_one_of(*READERS))
    source = fields.String(required=True, validate=_upto(200))
    basis = fields.String(load_default="", validate=validate.Length(max=500))
    mapping = fields.String(load_default="", validate=validate.Length(max=60))
    owner = fields.String(load_default="", validate=validate.Length(max=40))
    category = fields.String(load_default="", validate=validate.Length(max=20))
    tray = Flag(load_default=False)
    dry_run = Flag(load_default=False)


class FormImport(ImportTold):
    """A form with the file as one of its parts."""

    file = Upload(required=True, metadata={"type": "string", "format": "binary"})


class RawImport(ImportTold):
    """What is said of a file in the query, where the file is the body."""

    filename = fields.String(load_default="file", validate=_upto(200))


class FormTold(Strict):
    """Which form was filled in."""

    version = fields.String(
        required=True,
        validate=_upto(20),
        metadata={"description": "year of the Regeling Bibob-formulieren", "example": "2024"},
    )


class FilePosted(Strict):
    """A file with a form, for one document of the checklist."""

    code = fields.String(required=True, validate=_upto(10), metadata={"example": "DC02"})
    name = fields.String(required=True, validate=_upto(200))
    content_base64 = Base64(required=True, metadata={"format": "byte"})


class FormPosted(Strict):
    """A form as a form server posts it: answers by question, files by document."""

    form = fields.Nested(FormTold, required=True)
    answers = fields.Dict(
        keys=fields.String(validate=_upto(12)),
        values=Answered(),
        required=True,
        metadata={"example": {"Q02.01": "250000.00"}},
    )
    documents = fields.List(
        fields.Nested(FilePosted), validate=validate.Length(max=100), load_default=[]
    )


class SuspensionGiven(Strict):
    """Two events between which a term may stand still."""

    rule = fields.String(required=True, validate=_one_of(*suspension_rules().codes()))
    start = Day(required=True, data_key="from", metadata=DAY)
    until = Day(metadata=DAY)
    extended = Sure(load_default=False)
    term_end = Day(metadata=DAY)


class TermGiven(Strict):
    """A term to compute, as `bureau term compute` reads it."""

    term = fields.String(required=True, validate=_one_of(*deadlines().codes()))
    received = Day(metadata=DAY)
    start = Day(metadata=DAY)
    weeks = fields.Integer(strict=True, validate=validate.Range(1, 520))
    suspensions = fields.List(
        fields.Nested(SuspensionGiven), validate=validate.Length(max=200), load_default=[]
    )
    designated_days = fields.List(
        Day(metadata=DAY), validate=validate.Length(max=200), load_default=[]
    )
    today = Day(metadata=DAY)
    extended = Sure(load_default=False)
    committee = Sure(load_default=False)


class GroundGiven(Strict):
    """An ordinary ground for refusal, and whether it is met."""

    code = fields.String(required=True, validate=validate.Length(min=1))
    met = Sure(required=True)


class OptionsGiven(Strict):
    """An assessment, as `bureau rules options` reads it."""

    decision = fields.String(required=True, validate=_one_of(*DecisionKind))
    stage = fields.String(required=True, validate=_one_of(*Stage))
    danger_a = fields.String(required=True, validate=_one_of(*Danger))
    danger_b = fields.String(required=True, validate=_one_of(*Danger))
    art_3_6 = Sure(required=True)
    refusal_proportionate = Sure(required=True)
    conditions_identifiable = Sure(required=True)
    form_refused = Sure(required=True)
    ordinary_grounds = fields.List(
        fields.Nested(GroundGiven), validate=validate.Length(max=200), load_default=[]
    )
    today = Day(required=True, metadata=DAY)
