from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.rules.calendar import closed
from bureau.rules.suspension import Suspension
from bureau.rules.terms import TermRequest, compute

DAY = timedelta(days=1)
D = date.fromisoformat

days = st.dates(D("2019-01-01"), D("2035-12-31"))
rules = st.sampled_from(["SUS1", "SUS2", "SUS3", "SUS4", "SUS5", "SUS7"])


@st.composite
def suspensions(draw):
    start = draw(days)
    until = start + DAY * draw(st.integers(0, 150))
    return Suspension(draw(rules), start, until, draw(st.booleans()))


@st.composite
def requests(draw):
    start = draw(days)
    near = st.integers(0, 120).map(lambda n: start + DAY * n)
    given_ = []
    for suspension in draw(st.lists(suspensions(), max_size=4)):
        moved = draw(near)
        length = (suspension.until - suspension.start).days
        given_.append(Suspension(suspension.rule, moved, moved + DAY * length))
    return TermRequest("DL01", start, draw(st.integers(1, 16)), tuple(given_))


@settings(deadline=None)
@given(requests())
def test_the_union_never_exceeds_the_sum(request_):
    answer = compute(request_)
    assert answer.suspended_days <= sum(row.days for row in answer.explanation)
    assert answer.suspended_days == (answer.before_extension - answer.raw).days
    assert answer.suspended_days == sum(row.counted for row in answer.explanation)


@settings(deadline=None)
@given(requests(), suspensions())
def test_more_suspension_never_brings_an_earlier_end(request_, more):
    longer = TermRequest(
        request_.term, request_.start, request_.weeks, (*request_.suspensions, more)
    )
    assert compute(longer).due >= compute(request_).due


@settings(deadline=None)
@given(requests())
def test_a_term_never_ends_on_a_closed_day_unless_it_is_too_long(request_):
    answer = compute(request_)
    if request_.weeks <= 12:
        assert not closed(answer.due)
    else:
        assert answer.due == answer.before_extension
