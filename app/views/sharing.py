"""What may be shared with whom: the law as a table, for one kind of organisation at a time."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app import sharing_paper
from app.answers import file_of
from app.context import language
from app.forms.sharing import SharingForm
from app.guard import Permission, guard
from app.unit import unit
from bureau.operations import sharing_registers, sharing_tables
from bureau.rules.agenda import Phase
from bureau.rules.sharing import Regime
from bureau.rules.vocabulary import Language

bp = Blueprint("sharing", __name__, url_prefix="/sharing")
PURPOSE = "what may be shared with whom"


@bp.get("")
@guard(Permission.WORK_READ)
def show() -> ResponseReturnValue:
    """Every category of data, decided for a kind of organisation in a phase."""
    asked = request.args.get
    with unit(PURPOSE) as work:
        kinds = sharing_tables.list_partner_kinds(work)
        table = sharing_tables.read_sharing(
            work,
            asked("partner", kinds[0].code),
            asked("phase", Phase.ENRICHMENT.value),
            asked("regime", Regime.WGS.value),
            asked("basis", ""),
        )
        form = SharingForm(
            request.args,
            data={"partner": table.kind.code, "phase": table.phase, "regime": table.regime},
        )
        form.offer(kinds, table.ways)
        return render_template("sharing/table.html", form=form, table=table)


@bp.get("/register")
@guard(Permission.WORK_READ)
def own_register() -> ResponseReturnValue:
    """What the own organisation gave, got, asked and was asked."""
    with unit(PURPOSE) as work:
        return render_template("sharing/own.html", register=sharing_registers.read_own(work))


@bp.get("/register.csv")
@guard(Permission.WORK_READ)
def own_csv() -> ResponseReturnValue:
    """The same as CSV."""
    with unit(PURPOSE) as work:
        found = sharing_registers.read_own(work, handed_out=True)
    text = sharing_paper.text((*found.given, *found.got), Language(language()))
    return file_of(text.encode(), "text/csv", "sharing-register.csv")
