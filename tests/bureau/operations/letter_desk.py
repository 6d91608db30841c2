"""A desk for letters: composing, sending, and a finding that may not be told."""

from datetime import date

from bureau.operations import assessments, documents, letters, sources
from bureau.operations.letters import Dispatch, Wanted
from bureau.rules.vocabulary import Reliability

SECRET = "The brother of the lender told us in confidence where the money was kept at night."


def compose(road, kind, day="04-02", login="officer", **wanted):
    with road.by(login, day) as work:
        return letters.compose_letter(work, road.id, kind, Wanted(**wanted))


def send(road, kind, day="04-02", channel="portal", pdf=b"%PDF-1.7 fictional", **wanted):
    on = date.fromisoformat(f"2026-{day}")
    asked = Wanted(dated=on, **wanted)
    with road.by("officer", day) as work:
        made = letters.compose_letter(work, road.id, kind, asked, final=True)
    with road.by("officer", day) as work:
        return letters.send_letter(
            work, road.id, kind, asked, Dispatch(on, channel), pdf, made.paper.sha256
        ).id


def secret_finding(road, kind="document", ground="a", restricted=True, text=SECRET):
    with road.by("officer", "03-12") as work:
        held = documents.add_document(
            work, road.id, "x.txt", text.encode(), title="Vertrouwelijk", kind="OTHER",
            restricted=restricted,
        )  # fmt: skip
        work.session.flush()
        source = sources.add_source(
            work, road.id, title="Vertrouwelijk", kind=kind, origin="partner", obtained_on=None,
            obtained_how="gegeven", basis="Wet Bibob 7a", reliability=Reliability.B,
            document_id=held.id,
        )  # fmt: skip
        work.session.flush()
        assessments.write_finding(work, road.id, ground, text, [source.id])
