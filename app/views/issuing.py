"""The page that shows a new private link with its code, this once."""

from uuid import UUID

from flask import url_for

from app.views.frames import framed
from bureau.operations.applicant_links import IssuedLink
from bureau.work import Work


def issued(work: Work, case_id: UUID, made: IssuedLink) -> str:
    """The link and the code to hand over apart; no other page can show them."""
    address = url_for("applicant.enter", secret=made.secret, _external=True)
    return framed(work, case_id, "applicant/issued.html", made=made, address=address)
