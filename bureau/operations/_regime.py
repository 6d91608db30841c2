"""The regime under which a partnership case is opened: chosen once, with a reason and a basis."""

from bureau.model import Case
from bureau.operations._checks import fitting, one_of
from bureau.rules.regimes import JOINT, RegimeChoice, regimes
from bureau.rules.vocabulary import CaseKind


def choose(case: Case, given: RegimeChoice | None) -> None:
    """Set the regime of a partnership case, joint where none is named; it never changes."""
    if case.kind is not CaseKind.PARTNERSHIP:
        return
    chosen = given or RegimeChoice(JOINT)
    case.regime = one_of(chosen.regime, "regime", regimes().codes())
    case.regime_reason = fitting(chosen.reason, "regime_reason", 2000)
    case.regime_basis = fitting(chosen.basis, "regime_basis", 200)
