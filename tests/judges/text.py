"""A paper's text as programs outside extract it, and the part of it between title and signature."""

import re
import subprocess

PAGE_NUMBER_LINE = re.compile(r"^\s*—\s*\d+\s*—\s*$", re.MULTILINE)
# Pandoc draws boxes round tables, the floating ones of marks and 版记 too.
BOX = re.compile(r"^\s*\+[-=+]+\+\s*$|^\s*\||\|\s*$", re.MULTILINE)
# Organ, date and, where there is one, the note in its brackets.
SIGNATURE = re.compile(r"[^，。；：！？]+?\d{4}年\d{1,2}月\d{1,2}日(（[^（）]*）)?$")


def squeezed(text):
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def of(path):
    """A paper's text without page numbers and white space: a PDF's by pdftotext, a Word file's by pandoc."""
    commands = {
        ".pdf": ["pdftotext", "-enc", "UTF-8", path, "-"],
        # Standalone, as pandoc takes a paragraph of the style Title for metadata.
        ".docx": ["pandoc", "--from", "docx", "--to", "plain", "--standalone", "--wrap", "none", path],
    }
    done = subprocess.run(commands[path.suffix], capture_output=True, check=True, encoding="utf-8")
    printed = PAGE_NUMBER_LINE.sub("", done.stdout)
    return squeezed(BOX.sub("", printed) if path.suffix == ".docx" else printed)


def body(text, title):
    """What stands between title and signature; text is squeezed. A ValueError where either is missing."""
    _, found, rest = text.partition(squeezed(title))
    if not found:
        raise ValueError(f"no title {title}")
    signature = SIGNATURE.search(rest)
    if not signature:
        raise ValueError(f"no signature at the end: …{rest[-40:]}")
    return rest[: signature.start()]
