"""A duty to tell is met by a letter, by the file, or not."""

from datetime import date

from bureau.rules.telling import Occasion, Posted, Telling, tell_duties, told

DAY = date(2026, 3, 2)
D = date.fromisoformat


def duty(code):
    return tell_duties().row(code, DAY)


def test_a_letter_meets_the_occasion_before_it():
    occasions = [Occasion(D("2026-03-10")), Occasion(D("2026-05-01"))]
    first, second = told(duty("ADVICE"), occasions, [Posted(3, "advice", D("2026-03-11"))])
    assert (first.state, first.letter.number, first.on) == (Telling.LETTER, 3, D("2026-03-11"))
    assert (second.state, second.since) == (Telling.OPEN, D("2026-05-01"))


def test_an_earlier_or_another_letter_meets_nothing():
    sent = [Posted(1, "advice", D("2026-03-09")), Posted(2, "receipt", D("2026-03-12"))]
    [line] = told(duty("ADVICE"), [Occasion(D("2026-03-10"))], sent)
    assert line.state is Telling.OPEN


def test_the_file_itself_may_record_that_it_was_told():
    [line] = told(duty("DECISION"), [Occasion(DAY, D("2026-03-05"))], ())
    assert (line.state, line.on) == (Telling.ACT, D("2026-03-05"))
    [waiting] = told(duty("DECISION"), [Occasion(DAY)], ())
    assert waiting.state is Telling.OPEN


def test_what_was_left_out_keeps_it_open_even_with_a_letter():
    occasion = Occasion(DAY, DAY, ("the notice of secrecy",))
    [line] = told(duty("INTENTION"), [occasion], [Posted(4, "intention", DAY)])
    assert (line.state, line.lacks) == (Telling.OPEN, ("the notice of secrecy",))


def test_two_occasions_on_one_day_share_a_letter():
    lines = told(duty("ADVICE"), [Occasion(DAY), Occasion(DAY)], [Posted(1, "advice", DAY)])
    assert [line.state for line in lines] == [Telling.LETTER, Telling.LETTER]


def test_nothing_arose():
    [line] = told(duty("REGISTER"), (), ())
    assert (line.state, line.since) == (Telling.NOT_YET, None)
