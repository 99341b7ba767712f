"""A year's ledger of 100,000 items checked and summed, beside PyYAML's C loader that reads the same files and adds one column.

Exits with 1 where the bar is missed. Machines are noisy: run it on a quiet one.
"""

import datetime
import decimal
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "benches"))

from fixed_work import FixedWork  # noqa: E402
from table import Table  # noqa: E402

PROGRAM = ROOT / "target/release/zhoubao"
ITEMS = 100_000
RUNS = 7
MOST = 1.0
"""Seconds for all of `check`: reading, rules over texts and names, figures, and composing the twelve papers."""

OFFICE = """\
名称: 甲市某某局
行政区: 甲市
简称: 甲市某局
自称: 我局
上级: { 名称: 乙省某某厅, 简称: 省某厅, 文内: 省厅 }
周报名称: 工作月报
报送周期: 月
取舍: { 办法: 四舍五入, 小数位: 2 }
台账:
  - 名称: 案件
    栏:
      - { 名称: 来源, 取值: [检查, 举报, 交办] }
      - { 名称: 当事人, 类型: 企业 }
      - { 名称: 立案, 类型: 日期 }
      - { 名称: 罚款, 类型: 金额 }
    数:
      - { 名称: 立案数, 计: 条 }
      - { 名称: 罚没款, 求和: 罚款, 单位: 万元 }
      - { 名称: 各来源, 计: 条, 按: 来源 }
认可:
  - { 规则: unprinted, 内容: 案件, 理由: 只印合计 }
"""
TEMPLATE = """\
---
版式: 白头
标题: "{{ office.weekly_name }}（第{{ week.issue }}期）"
署名: "{{ office.name }}"
日期: "{{ week.dated | full_date }}"
---
{{ week.period }}立案{{ ledgers.案件.立案数 }}起，罚没款{{ ledgers.案件.罚没款 }}万元：
{%- for part in ledgers.案件.各来源 %}{{ part.name }}{{ part.value }}起{% if loop.last %}。{% else %}，{% endif %}{% endfor %}
"""


def write(folder):
    (folder / "templates").mkdir(parents=True)
    (folder / "office.yaml").write_text(OFFICE, encoding="utf-8")
    (folder / "templates/weekly.md").write_text(TEMPLATE, encoding="utf-8")
    for month in range(1, 13):
        first = datetime.date(2025, month, 1)
        last = datetime.date(2025 + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
        items = []
        for number in range(-(-ITEMS // 12)):
            source, day = ["检查", "举报", "交办"][number % 3], first + datetime.timedelta(number % 28)
            items.append(f"    - {{ 来源: {source}, 当事人: 甲市第{number % 300}商行, 立案: {day}, 罚款: {number}.50 }}\n")
        head = f"周期: {{ 起: {first}, 止: {last} }}\n期号: {month}\n成文: {last}\n台账:\n  案件:\n"
        (folder / f"{first}.yaml").write_text(head + "".join(items), encoding="utf-8")


def timed(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def check(folder):
    done = subprocess.run([PROGRAM, "check", folder], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())


def add(folder):
    total = decimal.Decimal(0)
    for file in sorted(folder.glob("20*.yaml")):
        record = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        total += sum(decimal.Decimal(item["罚款"]) for item in record["台账"]["案件"])
    return total


def main():
    table, fixed_work = Table(), FixedWork()
    with tempfile.TemporaryDirectory() as room:
        folder = pathlib.Path(room) / "局"
        write(folder)
        check(folder)
        fixed_work.listen()
        ours = [timed(lambda: check(folder)) for _ in range(RUNS)]
        fixed_work.listen()
        peer = timed(lambda: add(folder))
    median = statistics.median(ours)
    table.fastest(f"check of {ITEMS:,} items of a year, median of {RUNS}", median, MOST, "s", 2)
    table.show("… least", f"{min(ours):.2f} s")
    table.show("PyYAML's C loader and one sum", f"{peer:.1f} s, {peer / median:.1f} × ours")
    return table.close(fixed_work)


if __name__ == "__main__":
    sys.exit(main())
