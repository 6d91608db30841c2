"""What is compared."""

from bureau.matching.values import Subject
from bureau.rules.vocabulary import EntityKind


def test_of_a_subject_only_the_name_is_needed():
    found = Subject("P. Bakker")
    assert found.kind is EntityKind.PERSON
    assert found.born.year is None
    assert (found.identifiers, found.addresses, found.protected) == ((), (), False)
