"""Which patterns run with which numbers, and what is kept of a run."""

import pytest
from sqlalchemy import event, select

from bureau.errors import Invalid
from bureau.graph.patterns import PATTERNS
from bureau.model import Hit, Run
from bureau.operations import leads, networks
from bureau.operations._detection import wanted
from bureau.rules.patterns import patterns
from tests.bureau.operations import scene
from tests.bureau.operations.scene import ROUND


def test_every_pattern_of_the_graph_has_its_row_and_runs_with_its_defaults(work_of, actors):
    with work_of(actors.officer) as work:
        chosen = wanted(work, (), ())
    assert [choice.pattern.code for choice in chosen] == sorted(PATTERNS)
    for choice in chosen:
        assert set(choice.parameters) == set(PATTERNS[choice.pattern.code].parameters)
        assert choice.pattern.innocents
    assert set(PATTERNS) <= set(patterns().codes())


def test_a_number_set_by_hand_replaces_the_default(work_of, actors):
    with work_of(actors.officer) as work:
        [choice] = wanted(work, ("UB-03",), ("UB-03.N_days=7", "UB-03.tol=0.05"))
        with pytest.raises(Invalid, match="not run"):
            wanted(work, ("UB-03",), ("UB-04.r=0.5",))
    assert (choice.parameters["N_days"], choice.parameters["tol"]) == (7, 0.05)


def test_a_run_keeps_all_that_is_needed_to_repeat_it(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        networks.detect(work, case_id, "Onderzoek", ["UB-03"])
        run = work.session.scalars(select(Run)).one()
        hit = work.session.scalars(select(Hit)).one()
        assert (run.pattern, run.purpose, run.by_id) == ("UB-03", "Onderzoek", actors.officer.id)
        assert run.parameters["k_max"] >= 3
        assert run.base_rate["reshuffles"] > 0
        assert run.found == [hit.code]
        assert (hit.number, hit.status, len(hit.subjects)) == (1, "new", 3)
        assert [each.answer for each in hit.innocents] == ["not_checked"] * 4
        assert [each.number for each in hit.innocents] == [1, 2, 3, 4]


def test_the_number_of_queries_does_not_grow_with_the_leads(work_of, actors, case_id, engine):
    rings = ROUND.splitlines()[:1] + [
        f"{n}{a},2024-05-0{day},10000.00,EUR,{n}{a},{n}{b}"
        for n in range(12)
        for day, (a, b) in enumerate(("AB", "BC", "CA"), 1)
    ]

    def spent(act):
        seen = []

        def tell(*given):
            seen.append(given[2])

        with work_of(actors.officer) as work:
            event.listen(engine, "before_cursor_execute", tell)
            found = act(work)
            event.remove(engine, "before_cursor_execute", tell)
        return len(seen), found

    def detect(work):
        return networks.detect(work, case_id, "test", ["UB-03"])["runs"][0]["hits"]

    counts = []
    for rows in (4, 19, len(rings)):  # the first, five more and six more leads
        with work_of(actors.officer) as work:
            scene.take_payments(work, case_id, "\n".join(rings[:rows]) + "\n")
        counts += [spent(detect), spent(lambda work: leads.list_leads(work, case_id))]
    first, _, few, [few_read, _], many, [many_read, listed] = counts
    assert [len(first[1]), len(few[1]), len(many[1])] == [1, 6, 12]
    assert [line.number for line in listed] == list(range(1, 13))
    # Known leads bring their explanations along.
    assert many[0] <= few[0] + 1
    assert many_read <= few_read
