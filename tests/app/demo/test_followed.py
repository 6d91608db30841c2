"""The city shows what follows a dossier: a second version, a correction told, one taken back."""

from sqlalchemy import select

from bureau.model import CopyNotice, Dossier, DossierCopy


def test_a_second_version_waits_for_its_receipt_and_names_the_first(city):
    with city.factory() as session:
        kept = {(row.track.value, row.number): row for row in session.scalars(select(Dossier))}
        query = select(DossierCopy).where(
            DossierCopy.dossier_id == kept["criminal", 2].id, DossierCopy.received_at.is_(None)
        )
        [copy] = session.scalars(query)
        assert copy.organisation.code == "om"


def test_a_correction_and_a_recall_wait_to_be_confirmed(city):
    with city.factory() as session:
        rows = list(session.scalars(select(CopyNotice)))
        told = {(row.notice.kind, row.copy.organisation.code, row.received_at) for row in rows}
    assert told == {("correction", "om", None), ("recall", "tax", None)}
