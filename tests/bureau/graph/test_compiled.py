import subprocess
import sys
from pathlib import Path

import numpy as np

import bureau.graph
from bureau.graph.compiled import compile_all, compiled, forget


def double(values):
    return values * 2


def test_a_compiled_function_gives_what_the_plain_one_gives():
    assert compiled(double)(np.arange(3)).tolist() == [0, 2, 4]


def test_set_up_compiles_every_module_that_has_kernels():
    room = Path(bureau.graph.__file__).parent
    with_kernels = [p for p in room.rglob("*.py") if "\n@compiled" in p.read_text("utf-8")]
    assert [p.name for p in with_kernels if "\n@first_call" not in p.read_text("utf-8")] == []
    assert compile_all() >= len(with_kernels)


def test_set_up_keeps_nothing_that_was_compiled_from_earlier_sources(tmp_path):
    kept = tmp_path / "patterns" / "__pycache__" / "one.two-3.py311.1.nbc"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"machine code")
    source = tmp_path / "one.py"
    source.write_text("")
    assert forget(tmp_path) == 1
    assert (kept.exists(), source.exists()) == (False, True)


def test_code_that_may_not_be_kept_still_runs(tmp_path):
    source = tmp_path / "alone.py"
    source.write_text(
        "from bureau.graph.compiled import compiled\n"
        "@compiled\n"
        "def one(x):\n"
        "    return x + 1\n"
        "print(one(1))\n"
    )
    (tmp_path / "__pycache__").write_text("no folder: nothing can be written into it")
    room = Path(bureau.graph.__file__).parents[2]
    ran = subprocess.run([sys.executable, source], cwd=room, env={"PYTHONPATH": str(room)},
                         capture_output=True, text=True, check=True)  # fmt: skip
    assert ran.stdout == "2\n"
