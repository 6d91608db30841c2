"""The mapping of a spreadsheet as JSON, the contract of `bureau case map` and `map-rows`."""

from collections.abc import Mapping
from dataclasses import dataclass

from bureau.errors import N_
from bureau.formats import guard_json
from bureau.formats.guard import Limits
from bureau.formats.json_fields import fields, wrong

_LIMITS = Limits(size=256 * 1024, depth=4, digits=12)
_KNOWN = frozenset(("columns", "words", "dates", "makes"))


@dataclass(frozen=True, slots=True)
class MappingFile:
    """Headings by field, codes by own word, how days are written, and what a row makes."""

    columns: Mapping[str, str]
    words: Mapping[str, str]
    dates: str
    makes: str = ""


def read(content: bytes) -> MappingFile:
    """The mapping in `content`; raises Invalid whose `where` names the path."""
    body = fields(guard_json.parse(content, _LIMITS), _KNOWN)
    given = {name: body.values.get(name, {}) for name in ("columns", "words")}
    for name, texts in given.items():
        if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
            hint = N_("Write it as names with a text for each.")
            raise wrong(name, N_("is no object of texts"), hint)
    dates, makes = body.values.get("dates", "iso"), body.values.get("makes", "")
    if not isinstance(dates, str):
        raise wrong("dates", N_("is no text"), N_("Write iso or dmy."))
    if not isinstance(makes, str):
        raise wrong("makes", N_("is no text"), N_("Write person, tie or deposit, for instance."))
    return MappingFile(given["columns"], given["words"], dates, makes)
