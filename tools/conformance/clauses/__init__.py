"""The clauses, one file a subject; importing this registers all of them in the order of the standard."""

from . import page, head, body, faces, ending, attachment, imprint, page_number, letter, order, minutes, bulletin  # noqa: F401, I001
