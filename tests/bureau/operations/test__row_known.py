"""Parties as a file names them: by number, by the whole name where one has it."""

import pytest

from bureau.errors import Invalid
from bureau.model import Case, Source
from bureau.operations import parties
from bureau.operations._import_batch import Batch
from bureau.operations._import_grades import GRADES
from bureau.operations._row_known import Known
from bureau.rules.vocabulary import EntityKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
WHO = (EntityKind.PERSON, EntityKind.COMPANY)


def test_a_number_goes_before_a_name_and_a_shielded_name_finds_nobody(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        kade = parties.record_company(work, case_id, learnt, name="De Kade", kvk="69599084").id
        parties.record_person(work, case_id, learnt, family_name="Schuil", protected=True)
        for _ in range(2):
            parties.record_person(work, case_id, learnt, family_name="Dubbel")
        work.session.flush()
        case = work.session.get(Case, case_id)
        grade = GRADES["entities-csv"]
        batch = Batch(work, case, work.session.get(Source, learnt.source_id), grade, True)
        known = Known(batch)
        assert known.find("69599084", WHO) == kade
        assert batch.warnings == []
        assert known.find("de kade", WHO) == kade
        assert [warning.params for warning in batch.warnings] == [{"name": "de kade"}]
        for name in ("Schuil", "Dubbel", "Niemand"):
            with pytest.raises(Invalid):
                known.find(name, WHO)
        with pytest.raises(Invalid):
            known.find("69599084", (EntityKind.ACCOUNT,))
