"""The service of time stamps that the settings name."""

import subprocess
import sys

from reports import stamping


def test_nobody_is_asked_unless_the_house_names_a_service():
    assert stamping.service() == ""
    stamping.stamp_with("https://tsa.example/")
    assert stamping.service() == "https://tsa.example/"
    stamping.stamp_with("")
    assert stamping.service() == ""


def test_a_command_that_signs_nothing_does_not_wait_for_the_library_of_signatures():
    program = "import sys, app.commands.door; print('pyhanko' in sys.modules)"
    run = [sys.executable, "-c", program]
    answer = subprocess.run(run, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
