"""The door for programs: what an address takes is checked, what it gives is named."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import wraps
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from flask import Blueprint, Response, abort, jsonify, request, url_for
from flask_login import current_user
from marshmallow import Schema

from app import unit as pages
from app.api.strict import Nothing, taken
from bureau.errors import Invalid
from bureau.formats import guard_json
from bureau.formats.guard import Limits
from bureau.work import Work

bp = Blueprint("api", __name__, url_prefix="/api/v1")

JSON, FORM, RAW = "application/json", "multipart/form-data", "application/octet-stream"
UNSUPPORTED = 415
_LIMITS = Limits(size=256 * 1024, depth=6, digits=12)
P = ParamSpec("P")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Contract:
    """What one address takes and gives; the description for programs is made from it.

    `reader` reads a JSON body itself, where another door reads the same body; `found_at` is the
    endpoint under which a case that was made can be read.
    """

    gives: type[Schema]
    status: int = 200
    args: type[Schema] = Nothing
    body: Mapping[str, type[Schema] | None] = field(default_factory=lambda: MappingProxyType({}))
    reader: Callable[[bytes], Any] | None = None
    found_at: str = ""

    def read(self) -> Any:
        """What this request hands in; raises Invalid for anything that was not agreed."""
        if self.body and request.mimetype not in self.body:
            abort(UNSUPPORTED)
        shape = self.body.get(request.mimetype) if self.body else None
        if shape is None:
            return arguments(self.args)
        arguments(Nothing)
        if request.mimetype == FORM:
            return taken(shape, {**_once(request.form), **_once(request.files)}, "form")
        content = request.get_data(cache=False)
        if self.reader:
            return self.reader(content)
        return taken(shape, guard_json.parse(content, _LIMITS), "body")

    def write(self, value: Any) -> Response:
        """`value` as JSON: the fields that were agreed and no others."""
        response = jsonify(self.gives().dump(value))
        response.status_code = self.status
        if self.found_at:
            response.location = url_for(self.found_at, case_id=value["id"])
        return response


def agreed(contract: Contract) -> Callable[[Callable[..., Any]], Callable[..., Response]]:
    """Let a view receive what `contract` takes, and answer what it gives."""

    def bind(view: Callable[..., Any]) -> Callable[..., Response]:
        @wraps(view)
        def answered(**path: Any) -> Response:
            return contract.write(view(contract.read(), **path))

        answered.contract = contract  # type: ignore[attr-defined]
        return answered

    return bind


def arguments(shape: type[Schema]) -> dict[str, Any]:
    """The query of this request; a name that is given twice is refused."""
    return taken(shape, _once(request.args), "query")


def _once(given: Any) -> dict[str, Any]:
    for name, values in given.lists():
        if len(values) > 1:
            raise Invalid(
                "The field {path} is given twice.",
                where={"path": name[:100]},
                hint="Give each name once.",
                path=name[:100],
            )
    found: dict[str, Any] = given.to_dict()
    return found


def unit() -> AbstractContextManager[Work]:
    """A piece of work by the owner of the token, for the purpose it was made for."""
    return pages.unit(current_user.purpose)


def page(
    rows: Sequence[Row], asked: Mapping[str, Any], tell: Callable[[Row], dict[str, Any]]
) -> dict[str, Any]:
    """One page of `rows`, which stand in a fixed order, and how many there are in all."""
    number, size = asked["page"], asked["size"]
    shown = rows[(number - 1) * size : number * size]
    return {
        "items": [tell(row) for row in shown],
        "page": number,
        "size": size,
        "total": len(rows),
    }
