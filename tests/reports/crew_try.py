"""A child of a crew that does what a frame asks for and says how often it was asked."""

import json
import os
import sys
import time

from reports.confined import Limits, confine, forbid_the_world, refuse
from reports.piece_child import frames


def main():
    """Answer frame after frame."""
    confine(Limits(**json.loads(sys.argv[1])))
    forbid_the_world()
    for turn, frame in enumerate(frames(sys.stdin.buffer)):
        if frame == b"sleep":
            time.sleep(60)
        if frame == b"refuse":
            refuse("invalid", "it is not wanted.")
        if frame == b"vanish":
            os._exit(0)
        if turn:
            said = f"{frame.decode()} {turn}".encode()
            sys.stdout.buffer.write(len(said).to_bytes(8, "big") + said)
            sys.stdout.buffer.flush()


main()
