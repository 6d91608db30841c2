from app.demo.stage import Act, Errand, play


def test_acts_happen_in_order_of_time_whatever_story_they_belong_to(scene):
    seen = []

    def said(word):
        return lambda _, work: seen.append((word, work.now, work.actor.name))

    play(
        scene,
        [
            Act(1, "09:00", "officer", said("last")),
            Act(9, "10:00", "second", said("first")),
            Errand(1, "08:00", lambda _, moment: seen.append(("between", moment, ""))),
        ],
    )
    assert [word for word, _, _ in seen] == ["first", "between", "last"]
    assert seen[0][2] == "Second"


def test_two_days_that_fall_on_one_working_day_keep_their_order(scene):
    seen = []
    late = Act(6, "16:00", "officer", lambda _, work: seen.append(work.now))  # a Saturday
    early = Act(5, "09:00", "officer", lambda _, work: seen.append(work.now))  # a Sunday
    play(scene, [early, late])
    assert seen == sorted(seen)
    assert seen[0] < seen[1]


def test_days_in_texts_are_written_out(scene):
    told = {"a": ["{1}", {"b": "op {1w}"}], "c": True}
    assert scene.filled(told) == {"a": ["2026-11-19", {"b": "op 19 november 2026"}], "c": True}


def test_how_far_it_is_can_be_heard(scene):
    heard = []
    acts = [Errand(3, "10:00", lambda *_: None), Errand(2, "10:00", lambda *_: None)]
    play(scene, acts, lambda done, total: heard.append((done, total)))
    assert heard == [(0, 2), (1, 2)]
