#!/usr/bin/env python3
"""Writes src/layout/title/words.txt, the words that titles are parted at, from the dictionary of jieba.

    pip download jieba==0.42.1 --no-deps && tar xzf jieba-0.42.1.tar.gz
    tools/title_words.py jieba-0.42.1/jieba/dict.txt > src/layout/title/words.txt

jieba's dictionary (MIT, © 2013 Sun Junyi) has a word, how often it was counted, and a part of speech on each line. Kept
are words of Han characters alone that were counted five times or more, without names of persons. A line holds a word
and a letter: a for a word counted once, b twice, c four times and so on. The lines are in the order of their bytes.
"""

import math
import sys

RAREST = 5
LONGEST = 8


def kept(line: str) -> tuple[str, int] | None:
    word, count, part_of_speech = line.split()
    is_han = all("\u4e00" <= character <= "\u9fff" for character in word)
    is_person = part_of_speech.startswith("nr") and len(word) > 1
    if is_han and not is_person and len(word) <= LONGEST and int(count) >= RAREST:
        return word, int(count)
    return None


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as dictionary:
        words = dict(filter(None, map(kept, dictionary)))
    lines = (f"{word}{chr(ord('a') + round(math.log2(count)))}\n" for word, count in words.items())
    sys.stdout.reconfigure(newline="\n")
    sys.stdout.writelines(sorted(lines, key=lambda line: line[:-2].encode()))


main()
