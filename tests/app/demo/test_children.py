import os
import signal
import socket
import sys
import threading
import time

import pytest

from app.demo import children
from bureau.errors import NotAllowed

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_a_taken_address_is_refused_with_the_option_to_change():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(NotAllowed) as caught:
        children.insist_free("127.0.0.1", taken.getsockname()[1])
    assert caught.value.where == {"option": "--port"}


def test_an_address_that_does_not_exist_is_refused():
    with pytest.raises(NotAllowed):
        children.insist_free("256.0.0.1", 8080)


def test_when_one_ends_the_other_ends_too(tmp_path):
    note = tmp_path / "pid"
    keep = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    wait = f"import os, time\nwhile not os.path.exists({str(note)!r}): time.sleep(0.05)"
    stays = [sys.executable, "-c", keep]
    leaves = [sys.executable, "-c", f"{wait}\nraise SystemExit(3)"]
    assert children.together([stays, leaves], os.environ, tmp_path) == 3
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_a_request_to_end_ends_both(tmp_path):
    def ask():
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)

    asking = threading.Thread(target=ask)
    asking.start()
    assert children.together([SLEEP, SLEEP], os.environ, tmp_path) == 0
    asking.join()
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
