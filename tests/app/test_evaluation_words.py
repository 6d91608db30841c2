"""Every figure and every kind of indicator has a word of its own."""

import re
from pathlib import Path

from app.evaluation_words import WORDS
from bureau.operations import (
    _health_figures,
    _measure_figures,
    _picture_figures,
    _process_figures,
    _sharing_figures,
    _survey_figures,
)
from bureau.rules.barrier_standing import BarrierState
from bureau.rules.evaluation import EvaluationKind
from bureau.rules.measures import HARM_COUNTS, MeasureOutcome

NAMED = re.compile(r'(?:share|median|count|people|Figure)\(\s*"([a-z_]+)"')


def test_no_figure_is_shown_as_a_code():
    sources = (
        *(_health_figures, _measure_figures, _process_figures),
        *(_picture_figures, _sharing_figures, _survey_figures),
    )
    names = {name for each in sources for name in NAMED.findall(Path(each.__file__).read_text())}
    assert "seats_filled" in names
    names |= {f"harm_{name}" for name in HARM_COUNTS}
    names |= {f"barriers_{state}" for state in BarrierState}
    names |= {f"objections_{outcome}" for outcome in MeasureOutcome}
    wanted = {f"ev_{name}" for name in names} | {f"kind_{kind}" for kind in EvaluationKind}
    assert wanted | {"others"} == WORDS.keys()
