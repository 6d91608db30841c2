"""Every sample is printed once a session; printing takes a second or two."""

from collections.abc import Callable
from functools import cache

import pytest

from bureau.rules.vocabulary import Language, Track
from reports.pdf import RenderedPdf, to_pdf
from tests.reports.samples import sample

Printed = Callable[[Track, Language], RenderedPdf]


@pytest.fixture(scope="session")
def printed() -> Printed:
    """The printed sample of a track in a language."""

    @cache
    def once(track: Track, language: Language = Language.NL) -> RenderedPdf:
        return to_pdf(sample(track, language))

    return once
