"""The signals of the city: every state is there to be looked at."""

from sqlalchemy import select

from bureau.model import Partnership, Signal, SignalCertificate


def test_signals_stand_in_different_states(city):
    with city.factory() as session:
        rows = {row.reference: row for row in session.scalars(select(Signal)).unique()}
        states = sorted({row.state for row in rows.values()})
        assert states == ["accepted", "destroyed", "draft", "returned", "submitted", "tested"]
        certificates = list(session.scalars(select(SignalCertificate)))
        gone = [session.get_one(Signal, row.signal_id) for row in certificates]
        assert sorted(row.outcome for row in gone) == ["referred", *["rejected"] * 3]
        assert all((row.facts, row.subjects) == ("", []) for row in gone)


def test_two_signals_became_partnership_cases(city):
    with city.factory() as session:
        kept = {row.case_id: row for row in session.scalars(select(Partnership))}
        opened = select(Signal).where(Signal.opened_id.is_not(None))
        found = {row.opened_id for row in session.scalars(opened).unique()}
        assert found <= set(kept)
        assert len(found) == 2
        assert all("police" in kept[key].involved for key in found)
