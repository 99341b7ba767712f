"""The families of faces that the standard names, by the names of fonts."""

import re

FAMILIES = {
    "仿宋": re.compile(r"Fang|仿宋|FZFS", re.IGNORECASE),
    "楷体": re.compile(r"^(?!LXGW).*Kai|楷", re.IGNORECASE),
    "黑体": re.compile(r"Hei|黑", re.IGNORECASE),
    "小标宋": re.compile(r"BiaoSong|XBS|标宋|(?<!Fang)Song|宋", re.IGNORECASE),
}


def name_of(character):
    """The font's name without the mark of a subset."""
    return character.font.split("+")[-1]


def of_other_family(characters, family):
    """The Han characters of another family, one for each font."""
    han = [c for c in characters if "\u3400" <= c.text <= "\u9fff"]
    return {name_of(c): c for c in han if not FAMILIES[family].search(name_of(c))}
