"""Records to YAML as writers type it, with the lines on which everything stands."""

import datetime

WIDTH = 46
"""A prose line is broken behind the first mark after so many characters."""


class Flow:
    """A list or a map that is written on one line, in brackets or braces."""

    def __init__(self, value):
        self.value = value

    def __getitem__(self, key):
        return self.value[key]

    def __setitem__(self, key, value):
        self.value[key] = value

    def __delitem__(self, key):
        del self.value[key]

    def __contains__(self, key):
        return key in self.value

    def __iter__(self):
        return iter(self.value)

    def __len__(self):
        return len(self.value)

    def get(self, key, default=None):
        return self.value.get(key, default)


class Prose(str):
    """Text that is written folded, over several lines."""


class Lines(str):
    """Text whose line ends are its own."""


class Quoted(str):
    """Text that would be no text without quotation marks."""


class Text:
    """A file's text; `places` says where everything stands: a path of keys and indices to first and last line."""

    def __init__(self):
        self.lines = []
        self.places = {}

    def __str__(self):
        return "\n".join(self.lines) + "\n"


def text_of(record, comment):
    text = Text()
    text.lines.append(f"# {comment}")
    _map(text, record, "", ())
    return text


def _scalar(value):
    if isinstance(value, Quoted):
        return f'"{value}"'
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def _flow(value):
    if not isinstance(value, Flow):
        return _scalar(value)
    if isinstance(value.value, dict):
        inner = ", ".join(f"{key}: {_flow(item)}" for key, item in value.value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return "[" + ", ".join(_flow(item) for item in value.value) + "]"


def _inside(text, value, path, line):
    text.places[path] = (line, line)
    if isinstance(value, Flow):
        items = value.value.items() if isinstance(value.value, dict) else enumerate(value.value)
        for key, item in items:
            _inside(text, item, (*path, key), line)


def folded(prose):
    """Broken behind marks only, so that no name is torn."""
    lines, line = [], ""
    for at, c in enumerate(prose):
        line += c
        follows = prose[at + 1 : at + 2]
        if len(line) >= WIDTH and c in "，。；" and follows and follows not in "，。；、：）”’》〉":
            lines.append(line)
            line = ""
    return [*lines, line] if line else lines


def _value(text, head, value, indent, path):
    first = len(text.lines) + 1
    if isinstance(value, Flow):
        text.lines.append(f"{head} {_flow(value)}")
        _inside(text, value, path, first)
    elif isinstance(value, Prose) and (len(value) > WIDTH or value.startswith("{")):
        text.lines.append(f"{head} >-")
        text.lines.extend(indent + "  " + line for line in folded(value))
    elif isinstance(value, Lines):
        text.lines.append(f"{head} |")
        text.lines.extend(indent + "  " + line if line else "" for line in value.split("\n"))
    elif isinstance(value, dict):
        text.lines.append(head)
        _map(text, value, indent + "  ", path)
    elif isinstance(value, list):
        text.lines.append(f"{head} []" if not value else head)
        _list(text, value, indent + "  ", path)
    else:
        text.lines.append(f"{head} {_scalar(value)}")
    text.places[path] = (first, len(text.lines))


def _map(text, record, indent, path):
    for key, value in record.items():
        _value(text, f"{indent}{key}:", value, indent, (*path, key))


def _list(text, items, indent, path):
    for at, item in enumerate(items):
        here = (*path, at)
        first = len(text.lines) + 1
        if isinstance(item, dict):
            _map(text, item, indent + "  ", here)
            text.lines[first - 1] = f"{indent}- {text.lines[first - 1][len(indent) + 2 :]}"
            text.places[here] = (first, len(text.lines))
        else:
            text.lines.append(f"{indent}- {_flow(item)}")
            _inside(text, item, here, first)
