"""What the program says of slips, read by others: the SARIF schema and a viewer, a terminal's widths, a terminal."""

import csv
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import urllib.parse

import house
import jsonschema
import pytest
from wcwidth import wcswidth

SCHEMA = (
    house.ROOT / "target/judges/node/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
)
WEEK = (house.ROOT / "data/panlong/2021/2021-01-08.yaml").read_text(encoding="utf-8")
OFFICE = house.ROOT / "data/panlong/office.yaml"
SUPERIOR = "来文单位: 昆明市旅游市场监管综合调渡指挥中心"

# From, to, the rule, and whether there is one certain fix.
SLIPS = [
    ("期号: 2 ", "期号: ２ ", "value-wrong", True),
    ("收到: 2021-01-11", "收到: 2021年1月11日", "value-wrong", True),
    ("被投诉: 电力公司", "被投拆: 电力公司", "key-unknown", True),
    ("被投诉: 昆明世界园艺博览园", "被投诉: 昆明世界🌸园艺\u200b博览园", "read-control", True),
    ("推诿诱导: 0 }", "推诿诱导: 0, 天气: 晴 }", "key-unknown", False),
]


@pytest.fixture
def room(tmp_path):
    """A folder with the real week in it, whose path has spaces and Chinese; writes the week's text."""
    folder = tmp_path / "周 报"
    week = folder / "data/盘龙 区/第 2 期.yaml"
    week.parent.mkdir(parents=True)
    shutil.copy(OFFICE, week.parent / "office.yaml")

    def write(text):
        week.write_text(text, encoding="utf-8")
        return folder, week

    return write


def check(folder, *options):
    command = [house.PROGRAM, "check", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def damaged(slips):
    text = WEEK
    for old, new, _, _ in slips:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def fixed(text, replacements):
    """The text with replacements made in it, as SARIF describes them: lines and columns in code points."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    edits = []
    for replacement in replacements:
        region = replacement["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        edits.append((start, end, replacement["insertedContent"]["text"]))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def test_sarif_is_valid_and_its_fixes_fix(room):
    folder, week = room(damaged(SLIPS))
    done = check(folder, "--message-format", "sarif")
    assert done.returncode == 1, done.stderr
    document = json.loads(done.stdout)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(document)
    results = [result for result in document["runs"][0]["results"] if not result["suppressions"]]
    assert [result["ruleId"] for result in results] == [rule for _, _, rule, _ in sorted_by_place(SLIPS)]
    rules = {rule["id"] for rule in document["runs"][0]["tool"]["driver"]["rules"]}
    replacements = []
    for result in results:
        assert result["ruleId"] in rules
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert (folder / urllib.parse.unquote(uri)).samefile(week)
        for fix in result.get("fixes", []):
            replacements += fix["artifactChanges"][0]["replacements"]
    left = [slip for slip in SLIPS if not slip[3]]
    expected = damaged(left).replace("昆明世界园艺博览园", "昆明世界🌸园艺博览园")
    assert fixed(week.read_text(encoding="utf-8"), replacements) == expected


def sorted_by_place(slips):
    text = damaged(slips)
    return sorted(slips, key=lambda slip: text.index(slip[1]))


def test_the_schema_objects_to_what_is_wrong(room):
    folder, _ = room(damaged(SLIPS))
    document = json.loads(check(folder, "--message-format", "sarif").stdout)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(schema).validate(document)


def test_an_acknowledged_finding_is_valid_sarif_too(room):
    text = WEEK.replace("    收到: 2021-01-11", f"    收到: 2021-01-11\n    {SUPERIOR}", 1)
    text += "  - { 规则: notice-sender-near, 内容: 调渡, 理由: 原件如此 }\n"
    folder, _ = room(text)
    document = json.loads(check(folder, "--message-format", "sarif").stdout)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    suppressed = [result for result in document["runs"][0]["results"] if result["suppressions"]]
    assert "notice-sender-near" in [result["ruleId"] for result in suppressed]


def test_a_viewer_opens_it(room):
    folder, _ = room(damaged(SLIPS))
    done = check(folder, "--message-format", "sarif").stdout
    (folder / "结果.sarif").write_text(done, encoding="utf-8")
    errors = sum(result["level"] == "error" for result in json.loads(done)["runs"][0]["results"])

    def viewer(*arguments):
        command = [sys.executable, "-m", "sarif", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout

    summary = viewer("summary", "结果.sarif")
    assert errors >= len(SLIPS) and re.search(rf"error: {errors}\b", summary), summary
    viewer("csv", "-o", "结果.csv", "结果.sarif")
    with (folder / "结果.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    lines = {int(row["Line"]) for row in rows}
    text = damaged(SLIPS)
    assert lines >= {text[: text.index(new)].count("\n") + 1 for _, new, _, _ in SLIPS}
    viewer("html", "-o", "结果.html", "结果.sarif")
    page = (folder / "结果.html").read_text(encoding="utf-8")
    # It shows what all findings of a rule say alike.
    assert "value-wrong" in page and "key-unknown 没有「" in page


@pytest.mark.parametrize("before", ["甲", "“一机游”", "e\u0301é", "🌸", "（全角）：", "a b", "①…—"])
def test_marks_stand_under_what_is_meant_on_a_terminal(room, before):
    text = WEEK.replace(
        "被投诉: 昆明世界园艺博览园, 转办: 区文化和旅游局, 状态: 办结,",
        f"被投诉: {before}, 转办: 区文化和旅游局, 状态: 办完,",
    )
    folder, _ = room(text)
    said = check(folder).stderr
    said = said[said.index("错误[value-wrong]") :].splitlines()
    at, shown = next((at, line) for at, line in enumerate(said) if "状态: 办完" in line)
    marks = said[at + 1]
    assert wcswidth(shown[: shown.index("办完")]) == wcswidth(marks[: marks.index("^")])
    assert marks.count("^") == wcswidth("办完")


def answered(folder, answers):
    """Runs --fix on a terminal on which a person types the answers, one a line."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [house.PROGRAM, "check", "--fix"], cwd=folder, stdin=slave, stderr=slave, stdout=subprocess.PIPE
    )
    os.close(slave)
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
    heard = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        heard += piece
    os.close(master)
    process.stdout.read()
    process.stdout.close()
    return process.wait(timeout=60), heard.decode()


KEYS = [
    ("被投诉: 电力公司", "被投拆: 电力公司", "key-unknown", True),
    ("状态: 处理中", "状态: 处里中", "value-wrong", True),
]


@pytest.mark.parametrize(
    ("answers", "left", "asked"),
    [(["y", "y"], "", 2), (["是", "否"], "电力公司", 2), (["n", "y"], "处里中", 2), (["a"], "", 1), (["什么", "q"], "both", 2)],
)
def test_a_writer_is_asked_about_what_is_only_likely(room, answers, left, asked):
    folder, week = room(damaged(KEYS))
    status, heard = answered(folder, answers)
    now = week.read_text(encoding="utf-8")
    assert heard.count("改吗？") == asked, heard
    assert status == (0 if not left else 1), heard
    remaining = {"": WEEK, "电力公司": damaged(KEYS[:1]), "处里中": damaged(KEYS[1:]), "both": damaged(KEYS)}
    assert now == remaining[left]
