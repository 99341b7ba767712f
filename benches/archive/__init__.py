"""Archives of offices that do not exist: years of weeks, each as rich as a real one and richer, none with a finding."""

import pathlib
import sys

# The generator of tests/weeks is where this one begins.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent.parent / "tests"))
