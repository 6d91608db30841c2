"""How far long work is."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import jobs

bp = Blueprint("jobs", __name__)


@bp.get("/jobs/<uuid:job_id>")
@guard(Permission.JOB_READ, loads="job")
def show(job_id: UUID) -> ResponseReturnValue:
    """One's own job; asked again every second while it runs."""
    with unit("following one's own work") as work:
        job = jobs.read_job(work, job_id)
        part = "HX-Request" in request.headers
        return render_template("jobs/part.html" if part else "jobs/show.html", job=job)
