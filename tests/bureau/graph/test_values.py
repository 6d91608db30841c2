from dataclasses import FrozenInstanceError

import pytest

from bureau.graph.values import CaseEvidence
from tests.bureau.graph.builders import person


def test_a_value_cannot_be_changed_once_handed_over():
    ann = person("ann")
    with pytest.raises(FrozenInstanceError):
        ann.protected = True


def test_a_case_without_anything_is_a_case():
    assert CaseEvidence().payments == ()
