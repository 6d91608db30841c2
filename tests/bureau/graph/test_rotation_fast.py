import numpy as np

from bureau.graph.rotation_fast import shared


def members(*groups):
    starts = np.cumsum([0, *map(len, groups)])
    return starts, np.array([one for group in groups for one in group], dtype=np.int32)


def test_accounts_in_time_are_counted_by_what_they_share_and_none_with_itself():
    stopped = (np.array([7, 8], dtype=np.int32), np.array([100, 500]), members([0, 1], [1]))
    begun = (np.array([9, 7], dtype=np.int32), np.array([110, 90]), members([0, 1], [0]))
    pairs, steps = shared(stopped, begun, members([0, 1], [0]), (20, 0.1), 1000)
    assert pairs.tolist() == [[0, 0, 2]]
    assert steps > 0
