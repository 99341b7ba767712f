"""Microsoft's Open XML SDK validator, as the npm package carries it."""

import json
import subprocess

from house import ROOT

COMMAND = ROOT / "target/judges/node/node_modules/.bin/ooxml-validator"


def findings(path):
    """What the validator objects to in a Word file; empty for a valid one."""
    done = subprocess.run([COMMAND, path], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"the validator did not run: {done.stderr}")
    verdict = json.loads(done.stdout)
    assert verdict["ok"] == (not verdict["errors"])
    return [f"{e.get('path')} {e.get('xPath')}: {e['description']}" for e in verdict["errors"]]
