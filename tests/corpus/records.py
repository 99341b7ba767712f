"""An office that keeps full records: its weeklies and replies come from the program's own templates."""

import dataclasses
import datetime

import names
from office import FIRST_WEEK, SUPERIOR
from paper import quoted
from texts import Writer

NAME = "丹霞县旅游市场监管综合调度指挥中心"
INSPECTIONS = [("旅游车辆", "辆次"), ("导游", "人次"), ("“不合理低价游”线索", "条")]
# Names, and whether a platform measures how long complaints take.
PLATFORMS = [("12301平台", False), ("12345市长投诉热线", False), ("“一机游”游客投诉平台", True)]
SENDERS = [None, "西双版纳州旅游市场监管综合调度指挥中心", None]
WEEKS = 2

OFFICE = f"""\
名称: {NAME}
行政区: 丹霞县
简称: 丹霞县指挥中心
自称: 县指挥中心
上级: {{ 名称: {SUPERIOR}, 简称: 云州市指挥中心, 文内: 市指挥中心 }}
周报名称: 丹霞县旅游市场秩序整治工作周报
发文代字: 丹旅调
联系: {{ 联系人: 张某某, 电话: "19900000012" }}
取舍: {{ 办法: 四舍五入, 小数位: 1 }}
公文:
  标志: {NAME}文件
  签发人: [李某某, 欧阳某某, 阿依古丽·某某]
  抄送: [县委办公室, 县政府办公室, 县文化和旅游局]
  印发机关: {NAME}办公室
  双面: 否
检查项目:
{"".join(f"  - {{ 名称: {quoted(name)}, 量词: {unit} }}{chr(10)}" for name, unit in INSPECTIONS)}\
投诉平台:
{"".join(f"  - {{ 名称: {quoted(name)}, 计时长: {'是' if timed else '否'} }}{chr(10)}" for name, timed in PLATFORMS)}\
文书:
  - {{ 代号: weekly, 模板: weekly, 每: 周, 版式: 简报 }}
  - {{ 代号: notice, 模板: notice, 每: 通报单 }}
"""


@dataclasses.dataclass(frozen=True)
class Records:
    """Weeks of records: inspections, cases, complaints, and notices of the superior and of an equal."""

    seed: int

    def write(self, data):
        here = data / "records"
        here.mkdir(parents=True)
        (here / "office.yaml").write_text(OFFICE, encoding="utf-8")
        for at in range(WEEKS):
            start = FIRST_WEEK + datetime.timedelta(weeks=at)
            text = "\n".join([*week(Writer(f"{self.seed}-records-{at}"), start, at), ""])
            (here / f"{start}.yaml").write_text(text, encoding="utf-8")


def week(writer, start, at):
    end, dated = start + datetime.timedelta(days=6), start + datetime.timedelta(days=7)
    yield f"周期: {{ 起: {start}, 止: {end} }}\n期号: {at + 1}\n成文: {dated}"
    counts = ", ".join(f"{quoted(name)}: {writer.number(1, 300)}{writer.one(['', '余'])}" for name, _ in INSPECTIONS)
    yield f"执法检查: {{ {counts} }}"
    yield "查处案件:"
    for day in range(3):
        yield f"  - 日期: {start + datetime.timedelta(days=day)}\n    单位: {writer.one(names.UNITS)}"
        yield f"    对象: {quoted(writer.one(names.FIRMS))}\n    案由: {quoted(writer.one(names.CAUSES))}"
        yield f"    处理: {quoted(writer.sentence().rstrip('。！'))}\n    罚款: {writer.number(1, 20)}000"
    yield "通报单:"
    for notice, sender in enumerate(SENDERS, 1):
        yield from _notice(writer, start, at * 10 + notice, sender)
    yield "投诉:"
    for name, timed in PLATFORMS:
        yield f"  {quoted(name)}:" + ("" if at else " []")
        for _ in range(at * 7):
            minutes = f", 办结时长: {writer.number(1, 300)}分钟" if timed else ""
            firm, unit = quoted(writer.one(names.FIRMS)), writer.one(names.UNITS)
            yield f"    - {{ 被投诉: {firm}, 转办: {unit}, 状态: 办结{minutes} }}"
    yield f"章节:\n  - 标题: {quoted(writer.heading())}\n    正文: |-"
    yield from (f"      {line}" if line else "" for line in writer.prose(3 + at).split("\n"))
    yield f"下一步: {quoted(writer.sentence())}"


def _notice(writer, start, number, sender):
    yield f"  - 编号: {number}\n    收到: {start + datetime.timedelta(days=1)}"
    if sender:
        yield f"    来文单位: {sender}"
    yield f"    来源: {quoted(writer.one(names.PLATFORMS))}"
    yield f'    投诉人: {{ 姓名: {quoted(writer.one(names.PERSONS))}, 电话: "199000000{writer.number(10, 99)}" }}'
    yield f"    被投诉: {quoted(writer.one(names.FIRMS))}"
    yield f"    反映: {quoted(f'游客{{投诉人}}在{{来源}}反映{{被投诉}}{writer.one(names.CAUSES)}。' + writer.paragraph(3))}"
    yield f"    核实: {quoted(writer.paragraph(5))}\n    处理: {quoted(writer.paragraph(writer.number(1, 9)))}"
    yield f"    上报: {start + datetime.timedelta(days=5)}\n    文号: {number}\n    下一步: {quoted(writer.paragraph(2))}"
