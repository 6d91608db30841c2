"""The tree over the trail, for the auditor: how far it is signed, and by whom outside the house."""

from pathlib import Path
from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.answers import file_of
from app.forms.tree import EndTrustForm, SignedForm, TrustForm, VerifyForm
from app.guard import Permission, guard
from app.unit import unit
from app.views.refusals import refused, told
from bureau.operations import tree, witnesses
from bureau.trust import head
from bureau.trust.note import Checkpoint
from config import Config

bp = Blueprint("tree", __name__, url_prefix="/trail/tree")
PURPOSE = "control of lawfulness"


@bp.get("")
@guard(Permission.TRAIL_READ)
def show() -> ResponseReturnValue:
    """How far the tree has grown, who signed it, and where history is known to be broken."""
    with unit(PURPOSE) as work:
        return render_template("tree/show.html", tree=tree.read_tree(work))


@bp.get("/request/file")
@guard(Permission.TRAIL_READ)
def request_file() -> ResponseReturnValue:
    """The file that a witness is asked to sign."""
    with unit(PURPOSE) as work:
        made = tree.request(work)
    return file_of(str(made).encode(), "text/plain", f"trail-{made.point.size}.txt")


@bp.route("/verify", methods=["GET", "POST"])
@guard(Permission.TRAIL_KEEP)
def verify() -> ResponseReturnValue:
    """Verify the newest lines, as many as a page can wait for."""
    form = VerifyForm()
    found = None
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            found = tree.verify(work, head.remembered(_folder()))
    page = render_template("tree/verify.html", form=form, found=found)
    return (page, refused()) if form.is_submitted() and found is None else page


@bp.route("/trust", methods=["GET", "POST"])
@guard(Permission.TRAIL_KEEP)
def trust_witness() -> ResponseReturnValue:
    """Trust a witness in another house."""
    form = TrustForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            row = witnesses.trust_witness(work, form.key.data)
            flash(gettext("%(name)s is trusted as a witness.", name=row.name), "success")
            return redirect(url_for(".show"))
    page = render_template("tree/trust.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/signed", methods=["GET", "POST"])
@guard(Permission.TRAIL_KEEP)
def take_signed() -> ResponseReturnValue:
    """Take in what a witness signed."""
    form = SignedForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            text = form.file.data.read().decode(errors="replace")
            note, kept = witnesses.receive(work, text)
            names = ", ".join(each.witness.name for each in kept)
        if not form.errors:
            head.witnessed(_folder(), note)
            size = Checkpoint.read(note.text).size
            flash(
                gettext("Signed up to line %(size)s: %(names)s.", size=size, names=names), "success"
            )
            return redirect(url_for(".show"))
    page = render_template("tree/signed.html", form=form)
    return (page, refused()) if form.is_submitted() else page


@bp.route("/witnesses/<uuid:witness_id>/end", methods=["GET", "POST"])
@guard(Permission.TRAIL_KEEP)
def end_witness(witness_id: UUID) -> ResponseReturnValue:
    """Trust a witness no more."""
    form = EndTrustForm()
    if form.validate_on_submit():
        with told(form), unit(PURPOSE) as work:
            row = witnesses.end_witness(work, witness_id, form.reason.data)
            flash(gettext("%(name)s is trusted no more.", name=row.name), "success")
            return redirect(url_for(".show"))
    with unit(PURPOSE) as work:
        row = witnesses.read_witness(work, witness_id)
        page = render_template("tree/end.html", form=form, witness=row)
    return (page, refused()) if form.is_submitted() else page


def _folder() -> Path:
    settings: Config = current_app.extensions["settings"]
    return settings.home / "trail"
