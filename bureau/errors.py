"""Every error the domain raises on purpose; each door turns it into one answer."""

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable


class Words(str):
    """A template of its own among the parameters: translated and filled before the message is."""

    __slots__ = ()


N_ = Words  # the name by which texts that stand apart are gathered for translation


@runtime_checkable
class Bilingual(Protocol):
    """A text of the law tables, which brings its own languages."""

    nl: str
    en: str


def filled(template: str, params: Mapping[str, Any]) -> str:
    """`template` with the named parameters put in, in English where they have languages."""
    plain = {key: v.en if isinstance(v, Bilingual) else v for key, v in params.items()}
    whole = {k: v.format(**plain) if isinstance(v, Words) else v for k, v in plain.items()}
    return template.format(**whole) if whole else template


class BureauError(Exception):
    """A rule of the domain stopped this action; the message is fit for the user.

    The first argument is an English template, so that a door can translate it before the
    named parameters are filled in; `where` says the place, `hint` the remedy, which is a
    template for the same parameters.
    """

    code = "error"
    sought = ""  # a mark of what was asked for, which the trail keeps with the refusal

    def __init__(
        self,
        template: str,
        *,
        where: Mapping[str, Any] | None = None,
        hint: str = "",
        **params: Any,
    ) -> None:
        self.template = template
        self.params = params
        self.where = dict(where or {})
        self.hint_template = hint
        self.hint = filled(hint, params)
        super().__init__(filled(template, params))


class NotFound(BureauError):
    """No such record, or none that this actor may know of."""

    code = "not_found"

    def marked(self, mark: str) -> "NotFound":
        """The same, with the mark of what was asked for."""
        self.sought = mark
        return self


class AccessDenied(BureauError):
    """This actor lacks the permission for this subject; it is answered like an absence."""

    code = "not_found"

    def __init__(self, permission: str, subject: str, case_id: str = "") -> None:
        super().__init__("There is nothing here that you may see.")
        self.permission = permission
        self.subject = subject
        self.case_id = case_id


class NotAllowed(BureauError):
    """The procedure does not permit this step now; `where` names the guard and its basis."""

    code = "not_allowed"


class Invalid(BureauError):
    """What was handed in cannot be used; nothing of it was stored."""

    code = "invalid"


class TooLarge(Invalid):
    """What was handed in exceeds a limit of size, depth, count or time."""

    code = "too_large"


class Changed(BureauError):
    """Somebody else changed the record meanwhile; `differences` holds field, yours, theirs."""

    code = "changed"

    def __init__(self, differences: list[tuple[str, str, str]], **params: Any) -> None:
        super().__init__("This was changed by somebody else while you were editing it.", **params)
        self.differences = differences


class UnauditedChange(BureauError):
    """A transaction changed a record under audit without saying why."""

    code = "unaudited"


class OutOfOrder(BureauError):
    """The house itself is not in order: a key, a file or a setting is missing or wrong."""

    code = "out_of_order"
