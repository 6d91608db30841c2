"""Mappings of an organisation: kept by name and version, and complete."""

import pytest

from bureau.errors import AccessDenied, Invalid, NotFound
from bureau.operations import mappings
from tests.bureau.operations.portfolio import keep_mapping
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_a_change_is_a_new_version_and_the_same_again_is_none(work_of, actors, colleague):
    assert keep_mapping(work_of, actors.officer) == 1
    assert keep_mapping(work_of, actors.officer) == 1
    assert keep_mapping(work_of, colleague, title="Onderwerp") == 2
    with work_of(actors.officer) as work:
        [row] = mappings.list_mappings(work)
        assert (row.number, row.columns["title"], row.words) == (2, "Onderwerp", {"horeca": "SC02"})
        assert mappings.read_mapping(work, "Lopende zaken") == row


def test_a_mapping_belongs_to_one_organisation_and_to_officers(work_of, actors):
    keep_mapping(work_of, actors.officer)
    with work_of(actors.outsider) as work:
        assert mappings.list_mappings(work) == ()
    with pytest.raises(NotFound), work_of(actors.outsider) as work:
        mappings.newest(work, "Lopende zaken")
    with pytest.raises(AccessDenied), work_of(actors.second) as work:
        mappings.list_mappings(work)


@pytest.mark.parametrize(
    ("field", "column"), [("scope", ""), ("own_number", "=Z-1"), ("colour", "Kleur")]
)
def test_a_needed_field_a_constant_number_and_an_unknown_field_are_refused(
    work_of, actors, field, column
):
    with pytest.raises(Invalid) as refused:
        keep_mapping(work_of, actors.officer, **{field: column})
    assert refused.value.where["field"] in (field, "field")
