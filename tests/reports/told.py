"""A notice about a dossier in the room of an office: corrected, made, agreed to, sent."""

import json

from sqlalchemy import select

from bureau.model import Finding
from bureau.operations import corrections
from bureau.rules.notices import NoticeKind
from reports import notice_facts, notice_paper, notices
from reports.notices import Wanted
from tests.bureau.operations.agreeing import agree
from tests.reports.room import Room

SAID, SAYS = "The lender cannot carry the loan.", "The lender can carry half of the loan."
WHY = "the statement of account was misread"


def inkless(monkeypatch):
    """Read the values of paper without ink."""
    monkeypatch.setattr(notice_facts, "content", lambda pdf: json.loads(pdf.partition(b"\n")[2]))


class Told(Room):
    """A dossier that is out, and what is told about it afterwards."""

    def correct(self, day="03-24"):
        """Put the finding right that stands in the dossier; the id of the correction."""
        with self.by("officer", day) as work:
            row = work.session.scalars(select(Finding).where(Finding.text == SAID)).one()
            return corrections.correct_fact(
                work, self.id, "finding", row.id, row.version, SAYS, WHY
            ).id

    def correction(self, *ids):
        return Wanted(NoticeKind.CORRECTION, corrections=ids)

    def recall(self, duty="DESTROY"):
        return Wanted(NoticeKind.RECALL, "The loan was of somebody else.", "INCORRECT", duty)

    def make(self, wanted, day="03-24"):
        """Compose, print and keep it; its id."""
        with self.by("officer", day) as work:
            made = notices.compose_notice(work, self.id, self.dossier.id, wanted)
        paper = notice_paper.printed(made)
        with self.by("officer", day) as work:
            kept = notices.keep_notice(work, self.id, self.dossier.id, wanted, paper)
            return kept.id

    def read(self, notice, login="second", day="03-25"):
        with self.by(login, day) as work:
            return notices.read_notice(work, self.id, self.dossier.id, notice)

    def agree(self, notice):
        self.read(notice)
        assert agree(lambda: self.by("second", "03-25"), "notice") == ["approved"]

    def send(self, notice, day="03-26"):
        with self.by("officer", day) as work:
            notices.issue_notice(work, self.id, self.dossier.id, notice)

    def sent(self, wanted):
        notice = self.make(wanted)
        self.agree(notice)
        self.send(notice)
        return notice
