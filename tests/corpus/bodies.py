"""Bodies of papers: prose and headings of four levels."""

from paper import Heading, Prose


def plain(writer, paragraphs, longest=7):
    return [Prose(writer.prose(paragraphs, longest))]


def chapters(writer, count, paragraphs=2, longest=7):
    """So many headings of level 1, each with paragraphs, and lower levels in turn below them."""
    body = [Prose(writer.paragraph(3))]
    for at in range(count):
        body += [Heading(1, writer.heading()), Prose(writer.prose(paragraphs, longest))]
        for level in range(2, 2 + at % 4):
            body += [Heading(level, writer.heading()), Prose(writer.prose(max(1, paragraphs - 1), longest))]
    return body
