"""What the answers to programs are made of: fields that are always there."""

from typing import Any

from marshmallow import EXCLUDE, Schema, fields

DATE, MOMENT = {"format": "date"}, {"format": "date-time"}


class Told(Schema):
    """An object of an answer; a later version may tell more."""

    class Meta:
        """Leave room for what is not agreed yet."""

        unknown = EXCLUDE


def uid() -> fields.String:
    """An id that is always there."""
    return fields.String(required=True, metadata={"format": "uuid"})


def day() -> fields.String:
    """A date that is always there."""
    return fields.String(required=True, metadata=DATE)


def said(**more: Any) -> fields.String:
    """A text that is always there."""
    return fields.String(required=True, metadata=more)


def maybe(**more: Any) -> fields.String:
    """A text that may be unknown."""
    return fields.String(required=True, allow_none=True, metadata=more)


def count() -> fields.Integer:
    """A whole number that is always there."""
    return fields.Integer(required=True)


def yes() -> fields.Boolean:
    """A yes or no that is always there."""
    return fields.Boolean(required=True)


def some(shape: type[Schema]) -> fields.List[Any]:
    """A list that is always there, empty or not."""
    return fields.List(fields.Nested(shape), required=True)


def words() -> fields.List[Any]:
    """A list of texts that is always there, empty or not."""
    return fields.List(fields.String(), required=True)
