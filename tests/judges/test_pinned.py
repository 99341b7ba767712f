"""While the house is rebuilt, users see what they saw: bytes of papers, and messages."""

import subprocess
import sys

import house


def test_papers_and_messages_stay(tmp_path):
    pin = house.ROOT / "tests" / "pinned" / "pin.py"
    done = subprocess.run([sys.executable, pin, house.PROGRAM, tmp_path / "work"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
