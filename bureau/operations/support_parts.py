"""What helpers record at the steps of a support file, and the choice of the person."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import selectinload

from bureau.errors import Invalid
from bureau.model import SupportFile, SupportPart
from bureau.operations._support_lines import answers_of, following, insist_unwritten
from bureau.policy import Permission
from bureau.rules import house_terms
from bureau.rules.events import EventKind
from bureau.rules.support import SupportClock, clocks
from bureau.rules.support_parts import Alarm, Part, checked, ringing, support_parts
from bureau.work import Work


def record_part(work: Work, file_id: UUID, code: str, given: Mapping[str, str]) -> SupportPart:
    """Record one part, such as the safety triage; what was recorded before stays in the file.

    Raises NotAllowed for what is not safe: a talk not alone, an interpreter of the network.
    """
    file = work.support_file(file_id, Permission.SUPPORT_EDIT)
    part = _known(work, code)
    answers = checked(part, given)
    insist_unwritten(work, **answers)
    _insist_order(answers)
    row = SupportPart(
        file=file,
        number=following(work, file, SupportPart),
        part=part.code,
        on=work.today,
        by_id=work.actor.id,
        answers=json.dumps(answers, ensure_ascii=False, sort_keys=True),
    )
    work.session.add(row)
    _follow(file, part.code, answers)
    work.record(EventKind.SUPPORT_CHANGED, file, part=part.code)
    return row


def _known(work: Work, code: str) -> Part:
    found = support_parts().find(code, work.today)
    if found is None:
        raise Invalid(
            "{part} is no part of a support file.",
            where={"field": "part"},
            hint="Choose one of: {names}.",
            part=code[:20],
            names=", ".join(row.code for row in support_parts().on(work.today)),
        )
    return found


def _insist_order(answers: Mapping[str, str]) -> None:
    first, last = answers.get("from"), answers.get("until")
    if first and last and date.fromisoformat(last) < date.fromisoformat(first):
        raise Invalid(
            "This period ends before it begins.",
            where={"field": "until"},
            hint="Correct one of the two days.",
        )


def _follow(file: SupportFile, part: str, answers: Mapping[str, str]) -> None:
    """What the file says elsewhere goes along: a minor, the way and the times of safe contact.

    The words never to use stay in their own answer: beside a way and a time they read as a text.
    """
    if part == "triage":
        file.minor = {"yes": True, "no": False}.get(answers["minor"])
    if part == "contact":
        file.safe_contact = "; ".join((answers["channel"], answers["times"]))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a support file asks: answers about safety, recipients to tell, terms that end soon."""

    alarms: tuple[Alarm, ...]
    untold: tuple[str, ...]
    ending: tuple[SupportClock, ...]

    def __bool__(self) -> bool:
        return bool(self.alarms or self.untold or self.ending)


def list_waiting(work: Work) -> dict[UUID, Waiting]:
    """What is open in each support file in which one helps; files that ask nothing stay out."""
    work.require(Permission.SUPPORT_OPEN)
    query = work.visible(Permission.SUPPORT_READ, SupportFile)
    wanted = selectinload(SupportFile.parts), selectinload(SupportFile.referrals)
    files = work.session.scalars(query.where(SupportFile.closed_on.is_(None)).options(*wanted))
    found = {file.id: _waiting(work, file) for file in files}
    work.record(EventKind.WORK_LISTED, "support_file:*", part="safety")
    return {key: waiting for key, waiting in found.items() if waiting}


def _waiting(work: Work, file: SupportFile) -> Waiting:
    told = answers_of(file)
    soon = house_terms.last_day("support_ending", work.today)
    running = clocks(work.today, file.reflection_until, told.get("permit", {}))
    return Waiting(
        ringing(told, work.today),
        tuple(row.consent.recipient for row in file.untold),
        tuple(clock for clock in running if work.today <= clock.last <= soon),
    )
