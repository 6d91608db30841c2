"""Loops over columns of numbers as machine code, compiled once at set-up and kept beside them."""

import importlib
import pkgutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from numba import njit
from numba.core import caching

import bureau.graph

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

_KERNELS: list[tuple[str, Callable[[], object]]] = []


class _Beside(caching.InTreeCacheLocator):
    """Beside the module, also where that folder may only be read."""

    @classmethod
    def from_function(cls, py_func: Callable[..., Any], py_file: str) -> "_Beside":
        return cls(py_func, py_file)


class _Files(caching.CompileResultCacheImpl):
    """Where the machine code of one function is kept."""

    _locator_classes = [_Beside]


class _Kept(caching.FunctionCache):
    """What set-up compiled is read; what cannot be written is compiled in memory."""

    _impl_class = _Files

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        with suppress(OSError):
            return super().load_overload(sig, target_context)
        return None

    def save_overload(self, sig: Any, data: Any) -> None:
        with suppress(OSError):
            super().save_overload(sig, data)


def compiled(kernel: Kernel) -> Kernel:
    """The same function as machine code; it may use numbers, tuples and numpy arrays only."""
    dispatcher = njit(nogil=True)(kernel)
    dispatcher._cache = _Kept(kernel)  # noqa: SLF001 - the library offers no public way
    return cast("Kernel", dispatcher)


def first_call(example: Callable[[], object]) -> Callable[[], object]:
    """Mark a call that compiles the kernels of a module for the kinds of column they are given."""
    _KERNELS.append((example.__module__, example))
    return example


def compile_all() -> int:
    """Compile every kernel of the graph that is not yet compiled; how many calls that took."""
    for module in pkgutil.walk_packages(bureau.graph.__path__, "bureau.graph."):
        importlib.import_module(module.name)
    for _, example in _KERNELS:
        example()
    return len(_KERNELS)


def forget(room: Path) -> int:
    """Remove what was compiled below `room`; how many files that were.

    What is kept of a kernel holds those it calls too, and does not see that their file changed.
    """
    old = [path for end in ("nbi", "nbc") for path in room.rglob(f"__pycache__/*.{end}")]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


if __name__ == "__main__":
    # Run as a module this file is another one than the one that the kernels know.
    again = importlib.import_module("bureau.graph.compiled")
    again.forget(Path(__file__).parent)
    again.compile_all()
