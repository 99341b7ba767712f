"""The styles by which a paper's Word file names its elements: the program's own table, printed by its tests.

Names alone: how an element must look, the clauses say with the standard's numbers. A name that the table does not have
is an error here, and no element that a clause silently never finds.
"""

import enum
import json
import pathlib

_TABLE = json.loads(pathlib.Path(__file__).with_name("styles.json").read_text(encoding="utf-8"))

Style = enum.StrEnum("Style", {row["id"]: row["id"] for row in _TABLE})
# What each is called.
NAMES = {Style[row["id"]]: row["name"] for row in _TABLE}
HEADINGS = tuple(Style[row["id"]] for row in _TABLE if row["outline"])
