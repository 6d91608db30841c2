"""The base of every record: ids, moments, partial dates and sealed values come back as put in."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from bureau.errors import OutOfOrder
from bureau.model import Base, Case, Dossier, Person, Source, SupportDossier, SupportFile
from bureau.model.base import (
    Moment,
    Partial,
    Sealed,
    SealedBytes,
    SealedJson,
    new_id,
    repeatable_ids,
    short_code,
    token,
)
from bureau.operations import documents, jobs, supports
from bureau.rules.dates import parse
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Track
from tests.bureau.operations.place import open_case
from tests.conftest import NOW

AMSTERDAM = timezone(timedelta(hours=1))


def test_ids_are_random_unless_a_demonstration_wants_them_repeatable():
    assert len({new_id() for _ in range(1000)}) == 1000
    with repeatable_ids("one"):
        first = [new_id() for _ in range(3)]
    with repeatable_ids("one"):
        assert [new_id() for _ in range(3)] == first
    with repeatable_ids("two"):
        assert new_id() not in first


def test_every_one_of_the_128_bits_of_an_id_is_random():
    """A version 4 UUID fixes six bits; here none is fixed, so nothing can be told from an id."""
    drawn = [new_id().int for _ in range(400)]
    always, never = drawn[0], 0
    for number in drawn:
        always, never = always & number, never | number
    assert (always, never) == (0, 2**128 - 1)


def test_a_token_is_long_and_a_code_has_no_letters_that_look_alike():
    assert len({token() for _ in range(100)}) == 100
    assert len(token()) >= 43
    codes = "".join(short_code(100) for _ in range(20))
    assert not set("01ILOU") & set(codes)
    assert re.fullmatch(r"[0-9A-Z]+", codes)


def test_a_moment_keeps_its_instant_and_comes_back_in_utc():
    given = datetime(2026, 3, 2, 10, 0, tzinfo=AMSTERDAM)
    kept = Moment().process_bind_param(given, None)
    assert kept == given
    assert Moment().process_result_value(kept.replace(tzinfo=None), None) == given
    assert Moment().process_result_value(kept, None).tzinfo is UTC


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2026, 3, 2), None)  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize("said", ["2024", "2024-05", "2024-05-07", ""])
def test_a_partial_date_keeps_what_is_known_of_it(said):
    kept = Partial().process_bind_param(parse(said), None)
    assert Partial().process_result_value(kept, None) == parse(said)
    assert Partial().process_bind_param(None, None) is None


def test_a_sealed_value_opens_only_in_its_own_column():
    here, there = Sealed("support_file.needs"), Sealed("support_file.real_name")
    kept = here.process_bind_param("a safe bed", None)
    assert b"safe" not in kept
    assert here.process_result_value(kept, None) == "a safe bed"
    with pytest.raises(OutOfOrder):
        there.process_result_value(kept, None)
    assert kept != here.process_bind_param("a safe bed", None)


def test_sealed_bytes_open_too_and_nothing_stays_nothing():
    column = SealedBytes("support_dossier.pdf")
    assert (
        column.process_result_value(column.process_bind_param(b"\0\xff", None), None) == b"\0\xff"
    )
    for kind in (column, Sealed("x.y")):
        assert kind.process_bind_param(None, None) is None
        assert kind.process_result_value(None, None) is None


def test_a_name_and_a_need_are_unreadable_in_the_database_file(engine, work_of, actors):
    with work_of(actors.care) as work:
        file = supports.open_file(work, "Meerkoet", "after six", "a safe bed")
        work.session.flush()
        supports.edit_file(work, file.id, 1, "Fenna Fictief", "a safe bed")
        supports.add_entry(work, file.id, "right", "told of the interpreter", work.today)
    sealed = {"support_file": ("real_name", "safe_contact", "needs"), "support_entry": ("text",)}
    for table, columns in sealed.items():
        with engine.connect() as connection:
            [row] = connection.execute(text(f"SELECT * FROM {table}")).mappings()  # noqa: S608 - names of this test
        for column in columns:
            assert isinstance(row[column], bytes | memoryview)
        whole = b"".join(bytes(v) for v in row.values() if isinstance(v, bytes | memoryview))
        for words in (b"Fenna", b"after six", b"safe bed", b"interpreter"):
            assert words not in whole
            assert words.decode() not in str(dict(row))


CANARY = "Fenna Fictief"


def test_what_is_promised_to_be_sealed_stands_nowhere_in_the_database(engine, work_of, actors):
    printed = {
        "number": 1,
        "language": Language.NL,
        "recipient": "mr. A. Voorbeeld",
        "basis": "x",
        "state": "prepared",
        "content_sha256": "c" * 64,
        "pdf_sha256": "d" * 64,
        "pages": 1,
        "asked_at": NOW,
        "pdf": CANARY.encode(),
        "picture": CANARY.encode(),
    }
    with work_of(actors.officer) as work:
        case_id = open_case(work)
        documents.add_document(
            work, case_id, "a.txt", CANARY.encode(), title="Advies", kind="DC01", restricted=True
        )
        by = {"asked_by_id": work.actor.id}
        work.session.add(Dossier(case_id=case_id, track=Track.ADMINISTRATIVE, **printed, **by))
        work.record(EventKind.DOSSIER_PREPARED, work.session.get_one(Case, case_id))
    with work_of(actors.care) as work:
        file_id = supports.open_file(work, "Meerkoet", CANARY, CANARY).id
        supports.add_entry(work, file_id, "plan", CANARY, work.today, who=CANARY)
        supports.record_consent(work, file_id, CANARY, CANARY, CANARY, CANARY)
        told = {**printed, "recipient": CANARY, "basis": CANARY}
        file = work.session.get_one(SupportFile, file_id)
        work.session.add(SupportDossier(file=file, asked_by_id=work.actor.id, **told))
        work.record(EventKind.DOSSIER_PREPARED, f"support_file:{file_id}")
        job_id = jobs.ask_plan(work, file_id, {"recipient": CANARY, "basis": CANARY}).id
    assert _open_places(engine) == []
    with work_of(actors.care) as work:
        jobs.fail_job(work, job_id, "The worker broke off.", "Tell the administrator.")
    assert _open_places(engine) == []


def _open_places(engine):
    """The tables in which the canary can be read without the keys."""
    found = []
    with engine.connect() as connection:
        for name in Base.metadata.tables:
            rows = connection.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608 - our own names
            told = [bytes(v) if isinstance(v, memoryview) else v for row in rows for v in row]
            whole = b" ".join(v if isinstance(v, bytes) else str(v).encode() for v in told)
            found += [name] if CANARY.encode() in whole else []
    return found


def test_sealed_values_come_back_as_they_were():
    kind = SealedJson("job.arguments")
    kept = kind.process_bind_param({"recipient": CANARY}, None)
    assert CANARY.encode() not in kept
    assert kind.process_result_value(kept, None) == {"recipient": CANARY}
    assert kind.process_bind_param(None, None) is kind.process_result_value(None, None) is None


def test_every_constraint_has_a_name_so_that_it_can_be_migrated():
    named = [c.name for table in Base.metadata.tables.values() for c in table.constraints]
    assert None not in named


def test_every_audited_record_counts_its_versions():
    for kind in (Person, Source, SupportFile):
        assert kind.__mapper__.version_id_col is not None
