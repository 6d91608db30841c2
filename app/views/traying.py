"""The second way of a form that records a fact: let it wait in the tray to be graded."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.forms.parts import LearntForm
from app.views.learning import learnt
from bureau.operations import trays
from bureau.work import Work


def asked() -> bool:
    """Whether the reader pressed the button of the tray."""
    return request.form.get("do") == "tray"


def put(
    work: Work, case_id: UUID, makes: str, form: LearntForm, told: Mapping[str, Any]
) -> ResponseReturnValue:
    """Put what the form says in the tray, and show what waits there."""
    trays.put_in_tray(work, case_id, makes, learnt(form), told)
    flash(
        gettext("It waits in the tray, and is no fact of the case until it is graded."), "success"
    )
    return redirect(url_for("tray.list_items", case_id=case_id))
