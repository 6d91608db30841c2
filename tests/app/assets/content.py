"""Fictional content for the gallery: nobody and nothing in it exists."""

from datetime import UTC, date, datetime

TITLE = "Café De Ankerplaats, Havenkade 12"


def _moment(*numbers):
    return datetime(*numbers, tzinfo=UTC)


def _clock(name, state, **more):
    usual = {"basis": "Awb 4:13", "due": date(2026, 12, 17), "raw": date(2026, 12, 17), "used": 20}
    return {"name": name, "state": state, "total": 56, "days_left": 27, **usual, **more}


EXPLANATION = (
    {
        "from": date(2026, 10, 6), "until": date(2026, 10, 20), "days": 15, "rule": "SUS1",
        "basis": "Awb 4:15(1)(a)", "text": "The applicant was asked to complete the application.",
    },
    {
        "from": date(2026, 11, 2), "until": None, "days": 19, "rule": "SUS5",
        "basis": "Wet Bibob 31", "text": "Advice was asked from the national bureau.",
    },
)  # fmt: skip
CLOCKS = (
    _clock("Beslistermijn", "running", name_is_dutch=True, target=date(2026, 12, 10)),
    _clock(
        "Beslistermijn", "suspended", name_is_dutch=True, raw=date(2026, 11, 17), used=36,
        due=date(2026, 12, 21), suspended_days=34, suspended_since=date(2026, 11, 2),
        suspended_for="advice of the national bureau", explanation=EXPLANATION, total=90,
    ),
    _clock("Zienswijzetermijn", "due_soon", days_left=3, due=date(2026, 11, 23), used=11, total=14),
    _clock("Reactie partner", "overdue", days_left=-2, due=date(2026, 11, 18), used=14, total=14),
    _clock("Adviestermijn LBB", "done", days_left=0, used=30, basis="Wet Bibob 15"),
)  # fmt: skip
STEPS = (
    {"label": "Intake", "state": "done", "date": date(2026, 9, 22), "basis": "Awb 4:1"},
    {"label": "Own inquiry", "state": "done", "date": date(2026, 10, 5), "basis": "Wet Bibob 7a"},
    {"label": "Advice asked", "state": "current", "date": date(2026, 11, 2),
     "basis": "Wet Bibob 9", "url": "#"},
    {"label": "Views (zienswijze)", "state": "next", "basis": "Wet Bibob 33"},
    {"label": "Decision", "state": "next", "basis": "Wet Bibob 3"},
    {"label": "Objection", "state": "skipped", "basis": "Awb 6:4"},
)  # fmt: skip
SOURCES = (
    {"label": "KVK extract", "reference": "p. 2", "url": "#", "date": date(2026, 10, 6),
     "reliability": "A", "credibility": "1"},
    {"label": "Report of a neighbour", "reference": "note 14", "reliability": "D",
     "credibility": "4"},
)  # fmt: skip
INNOCENTS = (
    {"id": "a", "text": "A family loan with a written contract", "state": "open"},
    {"id": "b", "text": "Takings of the summer season", "state": "excluded",
     "note": "The till shows 40,000 less than was paid in."},
    {"id": "c", "text": "Sale of an earlier business", "state": "holds"},
)  # fmt: skip
LEAD = {
    "title": "Cash in, shortly before a purchase", "text": "Three deposits within nine days.",
    "subjects": ["Testbedrijf Ankerplaats B.V.", "NL02 BURO 0417 1643 00"],
    "window": (date(2026, 3, 2), date(2026, 3, 11)), "evidence": SOURCES, "innocents": INNOCENTS,
    "metrics": (("Sum of the deposits", "€ 148.500,00"), ("Days until the purchase", 4)),
    "basis": "Pattern UB-03, version 2",
}  # fmt: skip
EVENTS = (
    {"moment": _moment(2026, 11, 2, 9, 14), "title": "Advice asked", "actor": "A. de Vries",
     "drawing": "right", "text": "The decision term is suspended from today."},
    {"moment": _moment(2026, 10, 20, 16, 2), "title": "Supplement received", "url": "#",
     "actor": "A. de Vries", "drawing": "file", "mark": "correction"},
    {"moment": _moment(2026, 9, 22, 11, 30), "title": "Case opened", "actor": "A. de Vries"},
)  # fmt: skip
PARTIES = (
    {"name": "Testbedrijf Ankerplaats B.V.", "kind": "company", "standing": "applicant",
     "reference": "69599084", "url": "#"},
    {"name": "Joris Proefman", "kind": "person", "standing": "sole director", "note": "since 2024"},
)  # fmt: skip
ROWS = (
    {"url": "#", "reference": "2026-SCR-0142", "title": TITLE, "kind": "screening",
     "state": {"label": "Advice asked", "tone": "paused"}, "clock": CLOCKS[1],
     "owner": "A. de Vries", "waiting_for": "national bureau"},
    {"url": "#", "reference": "2026-SCR-0151", "title": "Autobedrijf De Proefrit", "owner": "",
     "kind": "screening", "state": {"label": "Views", "tone": "going"}, "clock": CLOCKS[3],
     "task": "Weigh the views that came in"},
    {"url": "#", "reference": "2026-PAR-0017", "title": "Signal: empty shops at Testplein",
     "kind": "partnership", "state": "Weighing", "clock": CLOCKS[2], "owner": "R. Bakker"},
    {"url": "#", "reference": "2026-SCR-0160", "title": "Property sale, Oefenlaan 3",
     "kind": "screening", "state": {"label": "Intake", "tone": "neutral"}, "clock": None,
     "owner": "A. de Vries", "task": "Check that the form is complete"},
)  # fmt: skip
TIES = (
    {"id": "e1", "source": "Joris Proefman", "label": "directs", "source_id": "n1",
     "target": "Testbedrijf Ankerplaats B.V.", "target_id": "n2", "period": "2024 –",
     "certainty": "confirmed", "sources": SOURCES[:1], "evidence_url": "/evidence/e1"},
    {"id": "e2", "source": "Oefen Holding B.V.", "label": "lends", "source_id": "n3",
     "target": "Testbedrijf Ankerplaats B.V.", "target_id": "n2", "period": "2026-03",
     "amount": "€ 250.000,00", "certainty": "possible", "sources": SOURCES,
     "evidence_url": "/evidence/e2"},
    {"id": "e3", "source": "Testbedrijf Ankerplaats B.V.", "label": "bought", "source_id": "n2",
     "target": "Havenkade 12", "target_id": "n4", "period": "2026-03-15",
     "amount": "€ 610.000,00", "certainty": "probable", "sources": SOURCES[:1],
     "evidence_url": "/evidence/e3"},
    {"id": "e4", "source": "Havenkade 12", "label": "located_at", "source_id": "n4",
     "target": "3011 AA Oefenstad", "target_id": "n5", "certainty": "doubtful",
     "sources": SOURCES[1:], "evidence_url": "/evidence/e4"},
    {"id": "e5", "source": "Oefen Holding B.V.", "label": "holds_account", "source_id": "n3",
     "target": "NL02 BURO 0417 1643 00", "target_id": "n6", "certainty": "unknown",
     "sources": (), "evidence_url": "/evidence/e5"},
)  # fmt: skip
NODES = (
    ("n1", "Joris Proefman", "person", 0, 0),
    ("n2", "Testbedrijf Ankerplaats B.V.", "company", 220, 60),
    ("n3", "Oefen Holding B.V.", "company", 180, 260),
    ("n4", "Havenkade 12", "property", 460, 20),
    ("n5", "3011 AA Oefenstad", "address", 620, 160),
    ("n6", "NL02 BURO 0417 1643 00", "account", -40, 300),
)  # fmt: skip
OPTIONS = {
    "may_grant": True, "may_attach_conditions": True, "may_refuse": False, "must_refuse": False,
    "not_treated": False, "view_first": True,
    "reasons": (
        {"option": "may_attach_conditions", "text": "The danger is of a lesser degree.",
         "basis": "Wet Bibob 3(7)"},
        {"option": "view_first", "text": "The decision may be unfavourable.",
         "basis": "Wet Bibob 33"},
    ),
}  # fmt: skip
DOSSIER = {
    "track": "administrative", "recipient": "Mayor of Oefenstad", "issued_on": date(2026, 11, 20),
    "pages": 14, "sha256": "9f2c1b7e55aa03d84ce0" + "0" * 44, "url": "#", "copy": 2,
    "picture": "/static/img/bureau.svg", "package_url": "#",
}  # fmt: skip
JOBS = tuple(
    {"id": i, "url": f"/job/{i}", "label": "Dossier for the mayor", "state": state, **more}
    for i, (state, more) in enumerate(
        (
            ("running", {"done": 3, "total": 8, "message": "Drawing the network"}),
            ("done", {"message": "14 pages", "result_url": "#"}),
            ("failed", {"message": "The drawing took too long. Try a smaller network."}),
        )
    )
)


def network():
    """The network of the gallery as the picture asks for it."""
    nodes = [
        {"id": i, "label": label, "kind": kind, "x": x, "y": y, "url": "#", "marked": i == "n2"}
        for i, label, kind, x, y in NODES
    ]
    edges = [
        {"id": t["id"], "source": t["source_id"], "target": t["target_id"], "label": t["label"],
         "certainty": t["certainty"], "evidence": t["evidence_url"], "amount": t.get("amount")}
        for t in TIES
    ]  # fmt: skip
    return {"nodes": nodes, "edges": edges}
