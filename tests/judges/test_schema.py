"""The schemas in a writer's editor: the real yaml-language-server completes, explains and objects by them."""

import json
import subprocess

import editor
import house
import jsonschema
import pytest

DATA = house.ROOT / "data"
OFFICES = ["panlong", "yunling"]
WEEK = (DATA / "panlong/2021/2021-01-08.yaml").read_text(encoding="utf-8")
HEAD = "周期: { 起: 2021-01-08, 止: 2021-01-14 }\n期号: 2\n成文: 2021-01-15\n"
NOTICE = f"{HEAD}通报单:\n  - 编号: 6\n    "
COMPLAINT = f"{HEAD}投诉:\n  12301平台:\n    - "


def schemas(office, out):
    """The office's two schemas, written by the program into `out`."""
    command = [house.PROGRAM, "schema", DATA / office, "--out", out]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(open(path, encoding="utf-8").read()) for path in done.stdout.splitlines()]


def session(office, folder):
    """An editor of that office's records."""
    schemas(office, folder / "schema")
    return editor.Editor(
        folder,
        {
            str(folder / "schema/week.schema.json"): "**/week.yaml",
            str(folder / "schema/office.schema.json"): "**/office.yaml",
        },
    )


@pytest.fixture(scope="module")
def writer(tmp_path_factory):
    """A writer of panlong's records at work; the folder's path has a space and Chinese in it."""
    with session("panlong", tmp_path_factory.mktemp("周 报")) as opened:
        yield opened


def mistyped(right, wrong):
    """The real week with one thing in it replaced, and the line where that stands."""
    assert WEEK.count(right) >= 1, right
    before = WEEK.split(right, 1)[0]
    return WEEK.replace(right, wrong, 1), before.count("\n") + 1


@pytest.mark.parametrize("office", OFFICES)
def test_schemas_are_valid_by_their_own_meta_schema(office, tmp_path):
    for schema in schemas(office, tmp_path):
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("office", OFFICES)
def test_the_sample_records_have_no_problems(office, tmp_path):
    weeks = sorted((DATA / office).glob("20*/*.yaml"))
    assert weeks
    with session(office, tmp_path) as opened:
        assert opened.problems("office.yaml", (DATA / office / "office.yaml").read_text(encoding="utf-8")) == []
        for week in weeks:
            assert opened.problems("week.yaml", week.read_text(encoding="utf-8")) == [], week


def test_a_notices_keys_are_offered_in_their_order_with_what_they_mean(writer):
    offers = writer.offers("week.yaml", NOTICE + editor.CURSOR)
    keys = [key for key in offers if offers[key] and "```" not in offers[key]]
    assert keys[:3] == ["收到", "来文单位", "种类"]
    assert "编号" not in offers
    assert offers["收到"] == "收到日期"


def test_registered_names_are_offered(writer):
    platforms = ["数字旅游平台", "12301平台", "12345市长投诉热线", "智旅通投诉平台", "“一机游”游客投诉平台"]
    related = writer.offers("week.yaml", f"{NOTICE}关联投诉:\n      平台: {editor.CURSOR}")
    assert list(related) == platforms
    assert set(platforms) <= set(writer.offers("week.yaml", f"{HEAD}投诉:\n  {editor.CURSOR}"))
    firms = writer.offers("week.yaml", f"{NOTICE}被投诉: {editor.CURSOR}")
    assert "花之城雪山神话" in firms and not set(platforms) & set(firms)
    units = writer.offers("week.yaml", f"{COMPLAINT}转办: {editor.CURSOR}")
    assert {"区文化和旅游局", "区指挥中心"} <= set(units)


def test_rules_are_offered_with_what_they_look_for(writer):
    rules = writer.offers("week.yaml", f"{HEAD}认可:\n  - 规则: {editor.CURSOR}")
    assert "week-gap" in rules and "reference-unknown" not in rules
    weights = writer.offers("office.yaml", f"检查:\n  轻重:\n    {editor.CURSOR}")
    assert "空缺" in weights["week-gap"]


def test_words_are_offered_and_nothing_foreign(writer):
    assert list(writer.offers("week.yaml", f"{COMPLAINT}状态: {editor.CURSOR}")) == ["处理中", "办结"]
    assert list(writer.offers("week.yaml", f"{COMPLAINT}有效: {editor.CURSOR}")) == ["是", "否"]
    assert "null" not in writer.offers("week.yaml", f"{COMPLAINT}办结时长: {editor.CURSOR}")


@pytest.mark.parametrize(
    ("pointed", "heading", "meaning"),
    [
        ("收｜到: 2021-01-11", "收到", "收到日期"),
        ("收到: 2021-0｜1-11", "收到", "收到日期"),
        ("办｜结时长: 6分钟", "办结时长", "办结用了多久"),
        ("状态: 办｜结, 办结时长: 6", "状态", "办完了"),
        ("投｜诉人: { 姓名: 刘", "投诉人", "投诉人"),
        ("通｜报单:", "通报单", "本周办理的《涉旅信息通报单》"),
        ("平｜台: 12301平台", "平台", "投诉平台"),
    ],
)
def test_pointing_at_a_field_tells_what_it_means(writer, pointed, heading, meaning):
    told = writer.told("week.yaml", mistyped(pointed.replace(editor.CURSOR, ""), pointed)[0])
    assert told.splitlines()[0] == f"#### {heading}"
    assert meaning in told.split("####", 1)[1]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("收到: 2021-01-11", "收到: 2021年1月11日", "日期，例如 2021-01-08"),
        ("收到: 2021-01-11", "收到: 2021-02-30", "日期，例如 2021-01-08"),
        ("平台: 12301平台", "平台: 12302平台", "office.yaml 的「投诉平台」里没有这个名称"),
        ("状态: 处理中", "状态: 处理", "处理中、办结"),
        ("金额: 42565.00", "金额: 4万", "金额，例如 42565.00"),
        ("来源: 人民网地方领导留言板", "来源: 人民网地方领导留言板\n    来路: 网", "来路"),
        ("投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }", "投诉人: 刘某某", "Expected \"投诉人\""),
        ("周期: { 起: 2021-01-08, 止: 2021-01-14 }", "周期: 2021-01-08", "Expected \"周期\""),
    ],
)
def test_what_the_program_would_refuse_is_marked_at_its_line(writer, right, wrong, said):
    text, line = mistyped(right, wrong)
    found = writer.problems("week.yaml", text)
    assert [said in message for _, message in found] == [True], found
    assert found[0][0] == line + wrong.count("\n")


def test_what_is_missing_is_named(writer):
    found = writer.problems("week.yaml", mistyped("  数字旅游平台: []\n", "")[0])
    assert len(found) == 1 and "数字旅游平台" in found[0][1]


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("被投诉: 花之城雪山神话", "被投诉: 刚开张的旅行社"),
        ("编号: 6", '编号: "6"'),
        ("出动人次: 100余", "出动人次: 100"),
        ("状态: 处理中", "状态: 处理中, 有效: 否"),
        ("投诉人: { 姓名: 刘某某, 电话: \"19900000001\" }", "投诉人:"),
    ],
)
def test_what_the_program_reads_is_not_objected_to(writer, right, other):
    assert writer.problems("week.yaml", mistyped(right, other)[0]) == []
