"""Fields that take a value only in the one form that was agreed, so that nothing is guessed."""

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from marshmallow import RAISE, Schema, ValidationError, fields
from werkzeug.datastructures import FileStorage

from bureau.errors import Invalid
from bureau.formats.json_fields import as_day

_WHOLE = re.compile(r"[0-9]{1,9}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WORDS = {"true": True, "false": False}


class Strict(Schema):
    """An object in which an unknown field is refused."""

    class Meta:
        """Refuse what was not agreed."""

        unknown = RAISE


class Nothing(Strict):
    """No fields at all."""


class Whole(fields.Integer):
    """A whole number in a query: digits and nothing else."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str) or not _WHOLE.fullmatch(value):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


class Flag(fields.Boolean):
    """A yes or no in a query or a form: true or false in small letters."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        if value not in _WORDS:
            raise self.make_error("invalid", input=value)
        return _WORDS[value]


class Sure(fields.Boolean):
    """A yes or no in JSON: neither a number nor a text will do."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Day(fields.Date):
    """A full date, written as 2026-11-20."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> date:
        try:
            return as_day(value, attr or "")
        except Invalid:
            raise self.make_error("invalid", input=value, obj_type="date") from None


class Id(fields.UUID):
    """An id in its usual form, in small letters."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> UUID:
        if not isinstance(value, str) or not _UUID.fullmatch(value):
            raise self.make_error("invalid_uuid")
        return UUID(value)


class Base64(fields.String):
    """Bytes in base64 (RFC 4648), padding included."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            return b64decode(text, validate=True)
        except ValueError:
            raise ValidationError("Not base64.") from None


class Answered(fields.Raw):
    """An answer: a text, a yes or no, or the rows of a table with texts, yes and no."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        rows = isinstance(value, list) and all(
            isinstance(row, dict) and all(isinstance(cell, str | bool) for cell in row.values())
            for row in value
        )
        if not (rows or isinstance(value, str | bool)):
            raise ValidationError("Not a text, true or false, or rows of these.")
        return value


class Upload(fields.Raw):
    """A file in a form."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> FileStorage:
        if not isinstance(value, FileStorage):
            raise ValidationError("Not a file.")
        return value


def taken(shape: type[Schema], given: object, place: str) -> dict[str, Any]:
    """`given` as `shape` agreed it; raises Invalid naming the first field that is wrong."""
    try:
        found: dict[str, Any] = shape().load(given)  # type: ignore[arg-type]
    except ValidationError as refusal:
        path, problem = _first(refusal.messages)
        raise Invalid(
            "The field {path} cannot be used: {problem}",
            where={"in": place, "path": path},
            hint="The description at /api/v1/openapi.json names every field and its form.",
            path=path,
            problem=problem,
        ) from None
    return found


def _first(messages: object, path: str = "") -> tuple[str, str]:
    """The place of the first problem, in the order of the names, and what is wrong there."""
    if isinstance(messages, Mapping):
        name = min(messages, key=str)
        deeper = path if name == "_schema" else f"{path}.{name}".lstrip(".")
        return _first(messages[name], deeper)
    if isinstance(messages, list) and messages:
        return _first(messages[0], path)
    return path[:100] or "$", str(messages)[:200]
