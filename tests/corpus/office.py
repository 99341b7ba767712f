"""A folder of data: an office, its templates, and its weeks."""

import dataclasses
import datetime

import seal
from paper import Template, quoted

NAME = "青湖区旅游市场监管综合调度指挥中心"
SUPERIOR = "云州市旅游市场监管综合调度指挥中心"
FIRST_WEEK = datetime.date(2021, 1, 1)


@dataclasses.dataclass(frozen=True)
class Office:
    """`weeks` are lists of papers, all of the same kinds; where there are several, their templates must be the same."""

    folder: str
    weeks: list
    issuing: tuple = ()
    has_seal: bool = False

    def write(self, data):
        """Writes the office's folder into the folder `data`."""
        here = data / self.folder
        (here / "templates").mkdir(parents=True)
        kinds = [paper.kind for paper in self.weeks[0]]
        (here / "office.yaml").write_text(self.office(kinds), encoding="utf-8")
        if self.has_seal:
            (here / "印章.png").write_bytes(seal.png())
        templates = {}
        for at, papers in enumerate(self.weeks):
            sections = []
            for paper in papers:
                text = Template(paper, sections).text
                assert templates.setdefault(paper.kind, text) == text, f"{self.folder}: {paper.kind} of week {at} differs"
            start = FIRST_WEEK + datetime.timedelta(weeks=at)
            (here / f"{start}.yaml").write_text(week(start, at + 1, sections), encoding="utf-8")
        for kind, text in templates.items():
            (here / "templates" / f"{kind}.md").write_text(text, encoding="utf-8")

    def office(self, kinds):
        lines = [
            f"名称: {NAME}",
            "行政区: 青湖区",
            "简称: 青湖区指挥中心",
            "自称: 区指挥中心",
            f"上级: {{ 名称: {SUPERIOR}, 简称: 云州市指挥中心, 文内: 市指挥中心 }}",
            "周报名称: 青湖区旅游市场秩序整治工作周报",
            "发文代字: 青旅调",
            "取舍: { 办法: 截断, 小数位: 2 }",
        ]
        issuing = [*self.issuing, *(["印章: { 图: 印章.png, 直径: 42 }"] if self.has_seal else [])]
        if issuing:
            lines += ["公文:", *(f"  {line}" for line in issuing)]
        lines += ["文书:", *(f"  - {{ 代号: {kind}, 模板: {kind}, 每: 周 }}" for kind in kinds)]
        return "\n".join([*lines, ""])


def week(start, issue, sections):
    """A week's file with nothing but prose."""
    end, dated = start + datetime.timedelta(days=6), start + datetime.timedelta(days=7)
    lines = [f"周期: {{ 起: {start}, 止: {end} }}", f"期号: {issue}", f"成文: {dated}", "章节:"]
    for title, text in sections:
        lines += [f"  - 标题: {quoted(title)}", "    正文: |-"]
        lines += [f"      {line}" if line else "" for line in text.split("\n")]
    return "\n".join([*lines, ""])
