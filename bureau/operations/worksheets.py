"""What partners write down together: sheets in versions, signed by organisations."""

from collections.abc import Mapping
from uuid import UUID

from bureau.errors import Changed, NotAllowed
from bureau.model import Case, Intervention, Worksheet, WorksheetVersion, WorksheetVoice
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._without_persons import insist_without_persons
from bureau.policy import Permission
from bureau.rules import worksheets as law
from bureau.rules.events import EventKind
from bureau.rules.plans import PlanState, PlanTrack
from bureau.rules.worksheets import Sheet
from bureau.work import Work

OF_A_PLAN = (Sheet.OPTION, Sheet.THEORY, Sheet.EVALUATION)
OF_THE_CASE = (Sheet.PROBLEM, Sheet.LESSON)
REASON, TITLE = 500, 200


def begin_sheet(
    work: Work,
    case_id: UUID,
    kind: str,
    title: str,
    told: Mapping[str, str],
    *,
    plan_id: UUID | None = None,
    track: str = "",
) -> Worksheet:
    """A new sheet with its first version: of the case, or of one of its plans.

    A case has one problem statement and a plan one theory and one evaluation: of those a new
    version is written instead.
    """
    case = work.case(case_id, Permission.PLAN_EDIT)
    sheet_kind = Sheet(one_of(kind, "kind", (*OF_A_PLAN, *OF_THE_CASE)))
    plan = work.within(Intervention, plan_id, case) if plan_id else None
    _insist_fits(sheet_kind, plan)
    sheet = Worksheet(case_id=case.id, plan=plan, kind=sheet_kind, at=work.now)
    sheet.title = fitting(title, "title", TITLE)
    sheet.track = PlanTrack(one_of(track, "track", tuple(PlanTrack))) if track else None
    work.session.add(sheet)
    _write(work, case, sheet, told, "")
    work.record(EventKind.SHEET_WRITTEN, sheet, sheet=sheet_kind, number=1)
    return sheet


def read_sheet(work: Work, case_id: UUID, sheet_id: UUID) -> Worksheet:
    """One sheet with its versions and who signed them."""
    case = work.case(case_id, Permission.PLAN_READ)
    sheet = work.within(Worksheet, sheet_id, case)
    work.record(EventKind.PLAN_READ, sheet, sheet=sheet.kind)
    return sheet


def write_sheet(
    work: Work, case_id: UUID, sheet_id: UUID, number: int, told: Mapping[str, str], reason: str
) -> Worksheet:
    """A new version of a sheet; who signed the old one has to sign anew.

    Raises Changed with the differences when somebody wrote a version meanwhile.
    """
    case = work.case(case_id, Permission.PLAN_EDIT)
    sheet = work.within(Worksheet, sheet_id, case)
    _insist_open(sheet)
    if number != sheet.number:
        theirs, names = sheet.told, {*told, *sheet.told}
        raise Changed(
            [
                (name, told.get(name, ""), theirs.get(name, ""))
                for name in sorted(names)
                if told.get(name, "") != theirs.get(name, "")
            ],
            where={"version": number, "now": sheet.number},
            hint="Read both texts, bring yours up to date and save again.",
        )
    _write(work, case, sheet, told, said(reason, "reason", REASON))
    work.record(EventKind.SHEET_WRITTEN, sheet, sheet=sheet.kind, number=sheet.number)
    return sheet


def sign_sheet(
    work: Work, case_id: UUID, sheet_id: UUID, number: int, *, agrees: bool, remark: str = ""
) -> Worksheet:
    """Sign the newest version for one's organisation, or say what one sees otherwise.

    A voice against has a remark; it stands beside the sheet and is not counted as a signature.
    """
    case = work.case(case_id, Permission.PLAN_SIGN)
    sheet = work.within(Worksheet, sheet_id, case)
    if number != sheet.number:
        raise Changed(
            [],
            where={"version": number, "now": sheet.number},
            hint="There is a newer version; read it before you sign.",
        )
    text = fitting(remark, "remark") if agrees else said(remark, "remark")
    mine = next((v for v in sheet.voices if (v.number, v.by_id) == (number, work.actor.id)), None)
    if mine is None:
        mine = WorksheetVoice(case_id=case.id, number=number, by_id=work.actor.id)
        sheet.voices.append(mine)
    mine.agrees, mine.remark, mine.at = agrees, text, work.now
    work.record(EventKind.SHEET_SIGNED, sheet, number=number, agrees=agrees)
    return sheet


def choose_option(work: Work, case_id: UUID, sheet_id: UUID, why: str) -> Worksheet:
    """Choose one option of a plan, with the reason; another one that was chosen is let go."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    sheet = work.within(Worksheet, sheet_id, case)
    one_of(sheet.kind, "kind", (Sheet.OPTION,))
    _insist_open(sheet)
    reason = said(why, "reason")
    for other in sheet.plan.sheets if sheet.plan else ():
        other.chosen = ""
    sheet.chosen = reason
    work.record(EventKind.SHEET_WRITTEN, sheet, sheet=sheet.kind, chosen=True)
    return sheet


def publish_lesson(work: Work, case_id: UUID, sheet_id: UUID, checked: str) -> Worksheet:
    """Let a lesson card be read beyond the case, once somebody checked that it names nobody."""
    case = work.case(case_id, Permission.PLAN_EDIT)
    sheet = work.within(Worksheet, sheet_id, case)
    one_of(sheet.kind, "kind", (Sheet.LESSON,))
    if gaps := law.open_questions(Sheet.LESSON, sheet.told, work.today):
        raise NotAllowed(
            "The lesson card is not complete: “{question}” is open.",
            where={"guard": "complete"},
            hint="Write a new version first.",
            question=gaps[0].name,
        )
    sheet.chosen, sheet.published_on = said(checked, "publication check"), work.today
    work.record(EventKind.SHEET_WRITTEN, sheet, sheet=sheet.kind, published=True)
    return sheet


def _write(work: Work, case: Case, sheet: Worksheet, told: Mapping[str, str], reason: str) -> None:
    kept = law.answered(sheet.kind, told, work.today)
    insist_without_persons(work, case, {"title": sheet.title, **kept, "reason": reason})
    sheet.versions.append(
        WorksheetVersion(
            case_id=case.id,
            number=sheet.number + 1,
            told=kept,
            reason=reason,
            by_id=work.actor.id,
            at=work.now,
        )
    )


def _insist_fits(kind: Sheet, plan: Intervention | None) -> None:
    if (kind in OF_A_PLAN) is not (plan is not None):
        raise NotAllowed(
            "This kind of sheet does not stand there.",
            where={"field": "kind"},
            hint="Options, theory and evaluation belong to a plan; problem and lesson to the case.",
        )
    if plan and kind is not Sheet.OPTION and any(each.kind is kind for each in plan.sheets):
        raise NotAllowed(
            "The plan has this sheet already.",
            where={"field": "kind"},
            hint="Write a new version of it.",
        )
    if plan and plan.state is not PlanState.DRAFT and kind is not Sheet.EVALUATION:
        raise NotAllowed(
            "Options and theory are written before a plan starts.",
            where={"state": plan.state},
            hint="Write what was learned in the evaluation, and make a new plan.",
        )


def _insist_open(sheet: Worksheet) -> None:
    if sheet.plan and sheet.plan.state is PlanState.EVALUATED:
        raise NotAllowed(
            "The plan is evaluated; its sheets stand.",
            where={"state": sheet.plan.state},
            hint="Write a lesson card, or make a new plan.",
        )
    if sheet.kind is Sheet.OPTION and sheet.plan and sheet.plan.state is not PlanState.DRAFT:
        raise NotAllowed(
            "The plan has started; its options stand as they were compared.",
            where={"state": sheet.plan.state},
            hint="Write in the evaluation what should have been chosen.",
        )
