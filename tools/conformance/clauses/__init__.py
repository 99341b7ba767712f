"""The clauses, one file a subject, registered in the order of the standard."""

from . import page, head, body, faces, ending, attachment, imprint, page_number  # isort: skip
from . import letter, order, minutes, bulletin  # isort: skip
from ..clause import CLAUSES, results

SUBJECTS = (page, head, body, faces, ending, attachment, imprint, page_number, letter, order, minutes, bulletin)

__all__ = ["CLAUSES", "SUBJECTS", "results"]
