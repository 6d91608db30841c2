"""What takes minutes to build is built by one worker of the suite and not by each."""

import os

import pytest


@pytest.mark.xdist_group("pdf")
def test_a_group_of_tests_stays_in_one_worker(request):
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("the suite runs in one process")
    assert request.node.nodeid.endswith("@pdf")
