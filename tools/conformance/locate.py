"""Finds the elements of a paper among the characters of its pages.

Characters are taken in the order in which the PDF shows them: cells of a table and frames are then whole, whatever
stands beside them. An element that goes on over a page's end is found in pieces.
"""

from .stream import Stream
from .styles import Style


def locate(elements, sheets):
    """The characters of each element, an empty list where it was not found."""
    streams = [Stream(sheet) for sheet in sheets]
    found = [[] for _ in elements]
    # The mark is taken first: its name may stand in the title and the 署名 too, before it in the order of the file.
    for index, element in enumerate(elements):
        if element.style == Style.IssuerMark and streams:
            found[index] = streams[0].take_mark(element.text)
    page = 0
    for index, element in enumerate(elements):
        found[index] = found[index] or _take(streams, element.text, page)
        if found[index]:
            page = found[index][0].page - 1
    return found


def _take(streams, text, page):
    """The nearest place at which the text stands whole; where there is none, one inside other text."""
    pages = (*range(page, len(streams)), *range(page))
    for index in pages:
        whole = _take_next(streams[index], Stream.find_lines, text)
        if characters := whole or _take_over_pages(streams, text, index):
            return characters
    inside = (_take_next(streams[index], Stream.find, text) for index in pages)
    return next(filter(None, inside), [])


def _take_next(stream, find, text):
    """The text behind what was taken last, else anywhere on the page; an empty list where it does not stand."""
    at = find(stream, text, stream.cursor)
    if at < 0:
        at = find(stream, text)
    return stream.take(at, len(text)) if at >= 0 else []


def _take_over_pages(streams, text, index):
    """The text in whole lines, from the lower end of page `index` on, where the next pages have all the rest of it."""
    if index + 1 == len(streams):
        return []
    stream, following = streams[index], streams[index + 1]
    for length in range(len(text) - 1, 0, -1):
        at = stream.find_lines(text[:length])
        while at >= 0 and not stream.is_lowest(at, length):
            at = stream.find_lines(text[:length], at + 1)
        if at < 0:
            continue
        behind = following.find_lines(text[length:])
        rest = following.take(behind, len(text) - length) if behind >= 0 else []
        rest = rest or _take_over_pages(streams, text[length:], index + 1)
        if rest:
            return stream.take(at, length) + rest
    return []
