"""Every error the domain raises on purpose; each door turns it into one answer."""

from collections.abc import Mapping
from typing import Any


class BureauError(Exception):
    """A rule of the domain stopped this action; the message is fit for the user.

    The first argument is an English template, so that a door can translate it before the
    named parameters are filled in; `where` says the place, `hint` the remedy.
    """

    code = "error"

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
        self.hint = hint
        super().__init__(template.format(**params) if params else template)


class NotFound(BureauError):
    """No such record, or none that this actor may know of."""

    code = "not_found"


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
