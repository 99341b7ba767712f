"""Slips as people make them: each kind turns a clean series into one with just that slip, and says where it stands."""

import copy
import dataclasses
import itertools
import random

from . import generate
from .calendar_cn import DAY, working_days_between, works
from .codes import CODES
from .office import WEEKDAYS
from .week import spoken
from .yaml import Flow, Lines, Prose, Quoted

WEEKS = 4
"""A damaged series is so long; most slips stand in the third, which has weeks before and behind it."""
AT = 2

LOOKALIKES = dict(
    zip(
        "旅鸿翠峡驿堂畅匠索营南诏镇云茶银星花轩游国局通场化安督街指统整秩管理监报表周办县委农税公信",
        "侣鸣萃狭译唐场匝素莹楠召填去荼很里化杆遊囯居同厂华按都接只通正铁官埋临抱裱洲力具尾浓锐分言",
        strict=True,
    )
)


class UnfitError(Exception):
    """This series does not offer what the slip needs."""


@dataclasses.dataclass
class Spot:
    """Where a slip stands: a file (a week's number, or a name), a path in it and, in prose, a text on the line."""

    file: object
    path: tuple
    needle: str = ""


@dataclasses.dataclass
class Damage:
    kind: str
    subject: str
    folder: str
    series: generate.Series
    texts: dict
    places: set

    @property
    def codes(self):
        return CODES[self.subject]

    def lines(self):
        """The damaged lines as they stand."""
        for file, line in sorted(self.places):
            text = str(self.texts[file]) if file in self.texts else ""
            yield f"    {line}: {(text.splitlines() + [''] * line)[line - 1].strip()}"

    def write(self, folder):
        self.series.write(folder, self.texts)


class Case:
    """A clean series in the hands of somebody who makes a slip."""

    def __init__(self, series, rng):
        self.series = copy.deepcopy(series)
        self.rng = rng

    @property
    def office(self):
        return self.series.office

    @property
    def weeks(self):
        return self.series.weeks

    @property
    def week(self):
        return self.weeks[AT]

    @property
    def start(self):
        return self.week["周期"]["起"]

    @property
    def stop(self):
        return self.week["周期"]["止"]

    def choose(self, options):
        options = list(options)
        if not options:
            raise UnfitError
        return self.rng.choice(options)

    def complaints(self, at=AT, wanted=lambda platform, record: True):
        """Paths and records of a week's complaints."""
        return [
            (("投诉", platform, number), record)
            for platform, records in self.weeks[at]["投诉"].items()
            for number, record in enumerate(records)
            if wanted(platform, record)
        ]

    def replies(self, at=AT):
        """Numbers and records of the notices that have been answered."""
        return [item for item in enumerate(self.weeks[at].get("通报单", [])) if "上报" in item[1]]

    def timed(self, platform):
        return self.office.platforms[platform]

    def say(self, sentence, needle=None, at=AT):
        """Adds a sentence to a section of the week, which gets one if it has none."""
        week = self.weeks[at]
        if "章节" not in week:
            after = week.pop("下一步")
            week["章节"] = [{"标题": "专项整治", "正文": Prose("各成员单位按照职责分工开展检查。")}]
            week["下一步"] = after
        number = self.rng.randrange(len(week["章节"]))
        section = week["章节"][number]
        section["正文"] = type(section["正文"])(section["正文"] + sentence)
        return [Spot(at, ("章节", number, "正文"), needle or sentence[:8])]

    def prose(self, at=AT):
        """Paths and texts of everything that is prose, the sections first."""
        week = self.weeks[at]
        found = [(("章节", n, "正文"), section["正文"]) for n, section in enumerate(week.get("章节", []))]
        for n, notice in enumerate(week.get("通报单", [])):
            found += [(("通报单", n, key), notice[key]) for key in ("反映", "核实", "处理", "下一步") if key in notice]
        found += [(("现场受理", n, "情况"), entry["情况"]) for n, entry in enumerate(week.get("现场受理", []))]
        found.append((("下一步",), week["下一步"]))
        return found

    def put(self, path, value, at=AT):
        *way, last = path
        owner = self.weeks[at]
        for key in way:
            owner = owner[key]
        owner[last] = value

    def retype(self, changes):
        """Replaces a text that stands once in a piece of prose; a change is what stands there and what is typed."""
        options = [
            (path, text, old, new)
            for path, text in self.prose()
            for old, new in changes
            if text.count(old) == 1 and not old.startswith(text[:1])
        ]
        path, text, old, new = self.choose(options)
        damaged = text.replace(old, new)
        self.put(path, type(text)(damaged))
        return [Spot(AT, path, new)]

    def misspell(self, name, registered=()):
        """The name with one character like another; none that is registered too."""
        places = [at for at, c in enumerate(name) if c in LOOKALIKES]
        self.rng.shuffle(places)
        for at in places:
            wrong = name[:at] + LOOKALIKES[name[at]] + name[at + 1 :]
            if wrong not in registered:
                return wrong
        raise UnfitError


KINDS = {}
"""Kinds of slips by name: the subject, and the function that makes it."""


def slip(kind, subject):
    def add(make):
        assert kind not in KINDS and subject in CODES, kind
        KINDS[kind] = (subject, make)
        return make

    return add


# Names


def _near_in_complaint(case, key, names):
    path, record = case.choose(case.complaints(wanted=lambda _, record: record[key] in names))
    record[key] = case.misspell(record[key], names)
    return [Spot(AT, (*path, key))]


@slip("被投诉企业错一字", "name-structured")
def _(case):
    return _near_in_complaint(case, "被投诉", case.office.firms)


@slip("转办单位错一字", "name-structured")
def _(case):
    return _near_in_complaint(case, "转办", case.office.members)


@slip("没有登记的企业", "firm")
def _(case):
    path, record = case.choose(case.complaints())
    record["被投诉"] = "江心屿水上乐园"
    return [Spot(AT, (*path, "被投诉"))]


@slip("没有登记的单位", "unit")
def _(case):
    path, record = case.choose(case.complaints())
    record["转办"] = "临港开发区管委会"
    return [Spot(AT, (*path, "转办"))]


@slip("平台名错一字", "platform-missing")
def _(case):
    table = case.week["投诉"]
    name = case.choose(table)
    wrong = name.replace("12345", "12354").replace("12301", "12310")
    wrong = wrong if wrong != name else case.misspell(name)
    case.week["投诉"] = {wrong if key == name else key: records for key, records in table.items()}
    return [Spot(AT, ("投诉", wrong))]


@slip("通报单被投诉企业错一字", "name-structured")
def _(case):
    number, notice = case.choose(
        item for item in enumerate(case.week.get("通报单", [])) if item[1]["被投诉"] in case.office.firms
    )
    if "关联投诉" in notice:
        raise UnfitError
    notice["被投诉"] = case.misspell(notice["被投诉"], case.office.firms)
    return [Spot(AT, ("通报单", number, "被投诉"))]


@slip("案件对象错一字", "case-subject")
def _(case):
    number, record = case.choose(
        item for item in enumerate(case.week.get("查处案件", [])) if item[1]["对象"] in case.office.firms
    )
    record["对象"] = case.misspell(record["对象"], case.office.firms)
    return [Spot(AT, ("查处案件", number, "对象"))]


@slip("上级名称错一字", "sender-near")
def _(case):
    number, notice = case.choose(item for item in case.replies() if "来文单位" not in item[1])
    name = case.office.record["上级"]["名称"]
    case.week["通报单"][number] = {
        **{key: notice[key] for key in ("编号", "收到")},
        "来文单位": case.misspell(name),
        **{key: value for key, value in notice.items() if key not in ("编号", "收到")},
    }
    return [Spot(AT, ("通报单", number, "来文单位"))]


@slip("上报文书错一字", "name-structured")
def _(case):
    sent = case.choose([case.week.get("报送", {}).get("上报")] if "报送" in case.week else [])
    number = case.rng.randrange(len(sent))
    sent[number] = case.misspell(sent[number], sent)
    return [Spot(AT, ("报送", "上报", number))]


def _received(case, wanted=lambda entry: True):
    entries = case.week.get("报送", {}).get("收到", [])
    return case.choose((number, entry) for number, entry in enumerate(entries) if wanted(entry))


@slip("收到文书错一字", "name-structured")
def _(case):
    number, entry = _received(case)
    entry["文书"] = case.misspell(entry["文书"])
    return [Spot(AT, ("报送", "收到", number, "文书"))]


@slip("收到文书写成秩序政治", "name-structured")
def _(case):
    number, entry = _received(case, lambda entry: "秩序整治" in entry["文书"])
    entry["文书"] = entry["文书"].replace("秩序整治", "秩序政治")
    return [Spot(AT, ("报送", "收到", number, "文书"))]


@slip("来报单位错一字", "unit")
def _(case):
    number, entry = _received(case, lambda entry: "单位" in entry)
    units = entry["单位"]
    at = case.rng.randrange(len(units))
    units[at] = case.misspell(units[at], case.office.members)
    return [Spot(AT, ("报送", "收到", number, "单位", at))]


@slip("文中企业错一字", "name-prose")
def _(case):
    wrong = case.misspell(case.choose(case.office.firms), case.office.firms)
    return case.say(f"对{wrong}开展回访，企业反映良好。", wrong)


@slip("文中平台错一字", "name-prose")
def _(case):
    wrong = case.misspell(case.choose(case.office.platforms), case.office.platforms)
    return case.say(f"做好{wrong}值守工作，确保渠道畅通。", wrong)


@slip("文中单位错一字", "name-prose")
def _(case):
    wrong = case.misspell(case.choose(case.office.members), case.office.members)
    return case.say(f"会同{wrong}走访企业3家，收集意见5条。", wrong)


@slip("文中文书错一字", "name-prose")
def _(case):
    names = [paper["名称"] for paper in case.office.record.get("上报文书", [])]
    wrong = case.misspell(case.choose(names), names)
    return case.say(f"按时完成《{wrong}》的填报。", wrong)


@slip("通报单文中企业错一字", "name-prose")
def _(case):
    number, notice = case.choose(item for item in case.replies() if "{被投诉}" in item[1]["处理"])
    wrong = case.misspell(notice["被投诉"], case.office.firms)
    notice["处理"] = Prose(notice["处理"].replace("{被投诉}", wrong, 1))
    return [Spot(AT, ("通报单", number, "处理"), wrong)]


# Words


CONFUSIONS = {
    "秩序政治": "持续开展旅游市场秩序政治工作。",
    "由其": "节假日客流集中，由其要做好疏导。",
    "帐目": "检查中逐笔核对帐目，未发现异常。",
    "做为": "做为旅游目的地，辖区各单位高度重视。",
    "布署": "各成员单位按照统一布署开展检查。",
    "按装": "督促民宿按装烟感报警器12个。",
    "既使": "既使在客流低谷期，巡查力度也不减。",
    "迫不急待": "游客迫不急待地询问退货进度，工作人员耐心解答。",
    "再接再励": "各单位表示将再接再励，把工作做细做实。",
    "渡假": "走访渡假酒店6家，宣讲服务规范。",
}

for _wrong, _sentence in CONFUSIONS.items():
    slip(f"{_wrong}", "confusion")(lambda case, wrong=_wrong, sentence=_sentence: case.say(sentence, wrong))


@slip("截止与截至", "confusion")
def _(case):
    day = spoken(case.stop - DAY)
    return case.say(f"截止{day}，重点企业全部签订承诺书。", f"截止{day}")


@slip("字词重复", "doubled-word")
def _(case):
    return case.say("对游客反映的的问题逐一登记。", "反映的的")


# Marks


HAN_COMMA = [("，" + c, "," + c) for c in "并游对责把现未督"]


@slip("半角逗号", "half-width")
def _(case):
    return case.retype(HAN_COMMA)


@slip("半角冒号", "half-width")
def _(case):
    return case.say("会议要求:各单位要压实责任。", "要求:各")


@slip("半角分号", "half-width")
def _(case):
    return case.say("检查旅行社5家次;检查民宿7家次。", "家次;检")


@slip("半角括号", "half-width")
def _(case):
    return case.say("各乡镇(街道)落实属地责任。", "乡镇(街道)")


@slip("半角句号", "half-width")
def _(case):
    return case.say("已督促企业整改.后续将组织复查。", "整改.后")


@slip("半角双引号", "half-width")
def _(case):
    return case.say('开展"文明旅游"主题宣传。', '开展"文')


@slip("少了后书名号", "unbalanced")
def _(case):
    return case.say("组织学习《中华人民共和国旅游法，全员参加测试。", "旅游法")


@slip("少了前书名号", "unbalanced")
def _(case):
    return case.say("组织学习旅行社条例》，全员参加测试。", "条例》")


@slip("少了后引号", "unbalanced")
def _(case):
    return case.say("开展“理性消费主题宣传，覆盖商户40户。", "“理性消费")


@slip("少了前引号", "unbalanced")
def _(case):
    return case.say("开展理性消费”主题宣传，覆盖商户40户。", "消费”")


@slip("少了后括号", "unbalanced")
def _(case):
    return case.say("各街道（乡镇落实属地责任，形成合力。", "街道（乡")


@slip("引号方向反了", "unbalanced")
def _(case):
    return case.say("开展”理性消费“主题宣传，覆盖商户40户。", "”理性消费“")


for _mark, _name in (("。。", "两个句号"), ("，，", "两个逗号"), ("、、", "两个顿号"), ("，。", "逗号接句号"), ("；。", "分号接句号")):

    @slip(_name, "doubled-mark")
    def _(case, mark=_mark):
        if mark[1] == "。":
            return case.say(f"对发现的隐患逐项整改到位{mark}", f"到位{mark}")
        return case.say(f"组织公安{mark}消防等部门联合检查。", f"公安{mark}消防")


@slip("全角数字", "full-width")
def _(case):
    return case.say("发放宣传折页３００份。", "折页３００份")


@slip("全角字母", "full-width")
def _(case):
    return case.say("检查ＫＴＶ和酒吧6家。", "ＫＴＶ")


@slip("书名号套书名号", "nesting")
def _(case):
    return case.say("传达学习《关于转发《旅游市场秩序整治方案》的通知》精神。", "《旅游市场秩序整治方案》")


@slip("引号套引号", "nesting")
def _(case):
    return case.say("商户表示“今后坚决杜绝“欺客宰客”行为”。", "“欺客宰客”")


# Dates and figures in prose


@slip("不存在的日子", "prose-no-day")
def _(case):
    return case.say("2月30日组织从业人员培训1期。", "2月30日")


@slip("没有的月份日子", "prose-no-day")
def _(case):
    number = case.choose([4, 6, 9, 11])
    return case.say(f"{number}月31日组织从业人员培训1期。", f"{number}月31日")


@slip("花括号里没有的日子", "prose-no-day")
def _(case):
    return case.say(f"{{{case.start.year}-02-30}}组织从业人员培训1期。", "-02-30}")


@slip("周期以后的日期", "prose-day-outside")
def _(case):
    day = spoken(case.stop + DAY * case.rng.randint(20, 60))
    return case.say(f"{day}对辖区景区开展了夜间巡查，发现问题4个。", day)


@slip("花括号里周期以后的日期", "prose-day-outside")
def _(case):
    day = case.stop + DAY * case.rng.randint(20, 60)
    return case.say(f"{{{day}}}对辖区景区开展了夜间巡查，发现问题4个。", f"{{{day}}}")


@slip("星期不对", "prose-weekday")
def _(case):
    day = case.start + DAY * case.rng.randint(0, 6)
    wrong = WEEKDAYS[(day.weekday() + case.rng.randint(1, 6)) % 7]
    return case.say(f"{spoken(day)}（{wrong}）召开旅游市场分析会。", f"（{wrong}）")


def _total(case):
    return sum(len(records) for records in case.week["投诉"].values())


@slip("文中投诉件数不对", "figure")
def _(case):
    wrong = _total(case) + case.rng.choice([1, 2, 10])
    return case.say(f"本周共受理投诉{wrong}件。", f"投诉{wrong}件")


@slip("文中平台件数不对", "figure")
def _(case):
    platform = case.choose(case.office.platforms)
    wrong = len(case.week["投诉"][platform]) + 1
    return case.say(f"本周{platform}受理涉旅投诉{wrong}件。", f"投诉{wrong}件")


@slip("文中退换货件数不对", "figure")
def _(case):
    returns = case.week.get("退换货") or case.choose([])
    wrong = returns["件数"] + 1
    return case.say(f"本周收到退换货{wrong}件。", f"退换货{wrong}件")


@slip("文中退货金额不对", "figure")
def _(case):
    returns = case.week.get("退换货") or case.choose([])
    if not returns["件数"]:
        raise UnfitError
    wrong = returns["金额"][:-3].translate(str.maketrans("123456789", "234567891"))
    return case.say(f"本周合计退货金额{wrong}元。", f"金额{wrong}元")


@slip("文中案件数不对", "figure")
def _(case):
    wrong = len(case.week.get("查处案件", [])) + 1
    return case.say(f"本周查处涉旅案件{wrong}起。", f"案件{wrong}起")


@slip("文中出动人次不对", "figure")
def _(case):
    officers = case.week["执法检查"].get("出动人次")
    if not isinstance(officers, int):
        raise UnfitError
    wrong = officers + case.rng.choice([1, 10, 100])
    return case.say(f"本周共出动执法人员{wrong}人次。", f"人员{wrong}人次")


@slip("等几份与列出的不符", "announced")
def _(case):
    if "报送" not in case.week:
        raise UnfitError
    copies = {paper["名称"]: paper.get("份数", 1) for paper in case.office.record["上报文书"]}
    sent = case.week["报送"]["上报"]
    wrong = sum(copies[name] for name in sent) + 1
    titles = "、".join(f"《{name}》" for name in sent)
    return case.say(f"完成{titles}等{wrong}份上报文件。", f"等{wrong}份")


@slip("文中少了量词", "unit-missing")
def _(case):
    total = _total(case)
    if not total:
        raise UnfitError
    return case.say(f"本周共受理投诉{total}，均已登记转办。", f"投诉{total}，")


# Values


@slip("时长没有单位", "value")
def _(case):
    path, record = case.choose(case.complaints(wanted=lambda _, record: "办结时长" in record))
    record["办结时长"] = case.rng.randint(3, 50)
    return [Spot(AT, (*path, "办结时长"))]


@slip("件数是全角数字", "value")
def _(case):
    returns = case.week.get("退换货") or case.choose([])
    returns["件数"] = "１５"
    return [Spot(AT, ("退换货", "件数"))]


@slip("金额三位小数", "value")
def _(case):
    returns = case.week.get("退换货") or case.choose([])
    returns["金额"] = "1250.005"
    return [Spot(AT, ("退换货", "金额"))]


@slip("收到日期不存在", "value")
def _(case):
    number, _ = case.choose(enumerate(case.week.get("通报单", [])))
    case.week["通报单"][number]["收到"] = f"{case.start.year}-02-30"
    return [Spot(AT, ("通报单", number, "收到"))]


# Weeks


PERIOD = [Spot(AT, ("周期",)), Spot(AT + 1, ("周期",))]


@slip("一周六天", "week-length")
def _(case):
    case.week["周期"]["止"] -= DAY
    return PERIOD


@slip("一周八天", "week-length")
def _(case):
    case.week["周期"]["止"] += DAY
    return PERIOD


@slip("首日不对", "week-first-day")
def _(case):
    week = case.weeks[-1]
    week["周期"]["起"] += DAY
    week["周期"]["止"] += DAY
    return [Spot(len(case.weeks) - 1, ("周期",))]


@slip("与上周重叠", "week-overlap")
def _(case):
    case.week["周期"]["起"] -= DAY * 3
    return [Spot(AT, ("周期",))]


@slip("两份同一周", "week-overlap")
def _(case):
    case.week["周期"] = copy.deepcopy(case.weeks[AT - 1]["周期"])
    return [Spot(AT, ("周期",))]


@slip("中间少一周", "week-gap")
def _(case):
    del case.weeks[AT], case.series.files[AT]
    return [Spot(AT, ("周期",))]


@slip("期号跳号", "issue")
def _(case):
    case.weeks[-1]["期号"] += 1
    return [Spot(len(case.weeks) - 1, ("期号",))]


@slip("期号重复", "issue")
def _(case):
    if case.weeks[-1]["期号"] == 1:
        raise UnfitError
    case.weeks[-1]["期号"] -= 1
    return [Spot(len(case.weeks) - 1, ("期号",))]


@slip("期号没有随年重排", "issue")
def _(case):
    at = next((at for at, week in enumerate(case.weeks) if at and week["期号"] == 1), None)
    # In the year's last days offices differ in when they begin again.
    if at is None or at > len(case.weeks) - 2 or case.weeks[at - 1]["周期"]["起"].month == 1:
        raise UnfitError
    for later in range(at, len(case.weeks)):
        case.weeks[later]["期号"] = case.weeks[later - 1]["期号"] + 1
    return [Spot(later, ("期号",)) for later in range(at, len(case.weeks))]


@slip("成文早于周期之末", "dated")
def _(case):
    case.weeks[-1]["成文"] = case.weeks[-1]["周期"]["止"] - DAY * 3
    return [Spot(len(case.weeks) - 1, ("成文",))]


@slip("成文写了上一年", "dated")
def _(case):
    dated = case.weeks[-1]["成文"]
    case.weeks[-1]["成文"] = dated.replace(year=dated.year - 1)
    return [Spot(len(case.weeks) - 1, ("成文",))]


# Events


@slip("案件在周期以后", "event-outside")
def _(case):
    number, record = case.choose(enumerate(case.week.get("查处案件", [])))
    record["日期"] = case.stop + DAY * 5
    record["处理"] = "责令改正"
    return [Spot(AT, ("查处案件", number, "日期"))]


@slip("受理在周期以前", "event-outside")
def _(case):
    number, record = case.choose(enumerate(case.week.get("现场受理", [])))
    record["日期"] = case.start - DAY * 9
    return [Spot(AT, ("现场受理", number, "日期"))]


@slip("考核反馈在周期以后", "event-outside")
def _(case):
    number, record = case.choose(enumerate(case.week.get("考核评定", [])))
    record["反馈"] = case.stop + DAY
    return [Spot(AT, ("考核评定", number, "反馈"))]


@slip("投诉在周期以前", "event-outside")
def _(case):
    related = {notice["关联投诉"]["日期"] for week in case.weeks for notice in week.get("通报单", []) if "关联投诉" in notice}
    path, record = case.choose(
        case.complaints(wanted=lambda _, record: "日期" in record and record["日期"] not in related)
    )
    record["日期"] = case.start - DAY * 12
    return [Spot(AT, (*path, "日期"))]


@slip("上报写错月份", "event-outside")
def _(case):
    number, notice = case.choose(case.replies())
    notice["上报"] = case.stop + DAY * 25
    return [Spot(AT, ("通报单", number, "上报"))]


@slip("上报早于收到", "order")
def _(case):
    number, notice = case.choose(item for item in case.replies() if item[1]["收到"] > case.start + DAY)
    notice["上报"] = notice["收到"] - DAY
    return [Spot(AT, ("通报单", number, key)) for key in ("上报", "收到")]


@slip("考核反馈早于收到", "order")
def _(case):
    number, record = case.choose(
        item for item in enumerate(case.week.get("考核评定", [])) if item[1]["收到"] > case.start
    )
    record["反馈"] = record["收到"] - DAY
    return [Spot(AT, ("考核评定", number, key)) for key in ("反馈", "收到")]


@slip("答复超过期限", "deadline")
def _(case):
    before = case.weeks[AT - 1].get("通报单", [])
    carried = next((notice for notice in case.week.get("通报单", []) if notice["收到"] < case.start), None)
    if carried is None or "上报" not in carried or before[0]["编号"] != carried["编号"] or len(case.replies()) > 1:
        raise UnfitError
    received = case.weeks[AT - 1]["周期"]["起"]
    reported = max(day for day in (case.stop - DAY * n for n in range(7)) if works(day))
    if working_days_between(received, reported) <= case.office.deadline or not works(received):
        raise UnfitError
    before[0]["收到"] = carried["收到"] = received
    carried["上报"] = reported
    return [Spot(AT, ("通报单", 0, key)) for key in ("上报", "收到")]


# Notices


def _answered_by_superior(case):
    """Places of all the superior's notices in the series, in order, without those that come back."""
    seen, found = set(), []
    for at, week in enumerate(case.weeks):
        for number, notice in enumerate(week.get("通报单", [])):
            key = (notice["编号"], notice["收到"])
            if "来文单位" not in notice and key not in seen:
                found.append((at, number, notice))
            seen.add(key)
    return found


def _last_two(case):
    known = _answered_by_superior(case)
    if len(known) < 2:
        raise UnfitError
    (_, _, earlier), (at, number, later) = known[-2:]
    if earlier["收到"].year != later["收到"].year or "状态" in later or "状态" in earlier:
        raise UnfitError
    return earlier, at, number, later


@slip("通报单编号重复", "notice-twice")
def _(case):
    earlier, at, number, later = _last_two(case)
    later["编号"] = earlier["编号"]
    return [Spot(at, ("通报单", number, "编号"))]


@slip("通报单编号倒退", "notice-falling")
def _(case):
    earlier, at, number, later = _last_two(case)
    if earlier["收到"] == later["收到"]:
        # Two of one day may stand in either order.
        raise UnfitError
    taken = [notice["编号"] for _, _, notice in _answered_by_superior(case)]
    lower = [n for n in range(max(1, earlier["编号"] - 3), earlier["编号"]) if n not in taken]
    later["编号"] = case.choose(lower)
    if any(other is not later and other["编号"] == later["编号"] for other in case.weeks[at]["通报单"]):
        raise UnfitError
    return [Spot(at, ("通报单", number, "编号"))]


def _documents(case):
    """Places of all 文号, in the order of the papers' dates."""
    found = []
    for at, week in enumerate(case.weeks):
        if "文号" in week:
            found.append((week["成文"], week["文号"], at, ("文号",)))
        for number, notice in case.replies(at):
            found.append((notice["上报"], notice["文号"], at, ("通报单", number, "文号")))
    return sorted(found, key=lambda item: (item[0].year, item[1]))


def _later_document(case):
    known = _documents(case)
    if len(known) < 2 or known[-2][0].year != known[-1][0].year:
        raise UnfitError
    return known[-2], known[-1]


@slip("文号重复", "document-twice")
def _(case):
    before, (_, _, at, path) = _later_document(case)
    case.put(path, before[1], at)
    spots = [Spot(at, path)]
    return spots if before[2] != at else [*spots, Spot(at, before[3])]


@slip("文号跳号", "document-gap")
def _(case):
    _, (_, number, at, path) = _later_document(case)
    case.put(path, number + 1, at)
    return [Spot(at, path)]


@slip("文号没有随年重排", "document-restart")
def _(case):
    known = _documents(case)
    at = next((at for at in range(1, len(known)) if known[at][0].year > known[at - 1][0].year), None)
    if at is None:
        raise UnfitError
    for further, (_, number, week, path) in enumerate(known[at:]):
        case.put(path, known[at - 1][1] + 1 + further, week)
    return [Spot(week, path) for _, _, week, path in known[at:]]


@slip("关联投诉平台不对", "related")
def _(case):
    number, notice = case.choose(item for item in case.replies() if "关联投诉" in item[1])
    related = notice["关联投诉"]
    free = [
        platform
        for platform in case.office.platforms
        if all(
            record["被投诉"] != related["被投诉"]
            for at in (AT - 1, AT)
            for _, record in case.complaints(at, lambda known, _, platform=platform: known == platform)
        )
    ]
    related["平台"] = case.choose(free)
    return [Spot(AT, ("通报单", number, "关联投诉"))]


@slip("关联投诉日期不对", "related")
def _(case):
    number, notice = case.choose(item for item in case.replies() if "关联投诉" in item[1])
    related = notice["关联投诉"]
    same = [
        record
        for at in (AT - 1, AT)
        for _, record in case.complaints(at, lambda platform, record: platform == related["平台"])
        if record["被投诉"] == related["被投诉"]
    ]
    if any("日期" not in record for record in same):
        raise UnfitError
    days = [case.start - DAY * n for n in range(-6, 7)]
    related["日期"] = case.choose(
        day for day in days if day <= notice["收到"] and all(record["日期"] != day for record in same)
    )
    return [Spot(AT, ("通报单", number, "关联投诉"))]


REQUESTS = ["恳请市指挥中心予以协调支持。", "以上意见当否，请批示。", "请予支持经费3万元。", "妥否，请批复。"]


@slip("报告里夹带请示", "request")
def _(case):
    number, notice = case.choose(item for item in case.replies() if "来文单位" not in item[1])
    request = case.choose(REQUESTS)
    notice["下一步"] = Prose(notice["下一步"] + request)
    return [Spot(AT, ("通报单", number, "下一步"), request)]


@slip("上周在办的通报单不见了", "notice-dropped")
def _(case):
    notices = case.week.get("通报单", [])
    carried = next((at for at, notice in enumerate(notices) if notice["收到"] < case.start), None)
    if carried is None or case.office.style.numbered or any("文号" in notice for notice in notices):
        # Without its 文号 there would be a gap too; only one that stays open can go without a trace.
        raise UnfitError
    del notices[carried]
    if not notices:
        del case.week["通报单"]
    known = case.weeks[AT - 1]["通报单"]
    number = next(at for at, notice in enumerate(known) if "状态" in notice)
    here = [Spot(AT, ("通报单",))] if notices else []
    return [Spot(AT - 1, ("通报单", number, "编号")), Spot(AT - 1, ("通报单", number, "状态")), Spot(AT, ("周期",)), *here]


# Complaints


@slip("漏写一个平台", "platform-missing")
def _(case):
    name = case.choose(case.office.platforms)
    del case.week["投诉"][name]
    if not case.week["投诉"] or any(entry["平台"] == name for entry in case.weeks[AT + 1].get("续办", [])):
        raise UnfitError
    return [Spot(AT, ("投诉",)), Spot(AT, ("投诉", next(iter(case.week["投诉"]))))]


@slip("办结却没有时长", "time-missing")
def _(case):
    path, record = case.choose(case.complaints(wanted=lambda _, record: "办结时长" in record))
    del record["办结时长"]
    return [Spot(AT, (*path, "状态"))]


@slip("在办却有时长", "time-open")
def _(case):
    path, record = case.choose(case.complaints(wanted=lambda _, record: record["状态"] == "处理中"))
    record["办结时长"] = "25分钟"
    return [Spot(AT, (*path, "办结时长"))]


@slip("时长不近情理", "time-absurd")
def _(case):
    path, record = case.choose(case.complaints(wanted=lambda _, record: "办结时长" in record))
    record["办结时长"] = case.choose(["7000小时", "4100小时20分钟", "99999分钟"])
    return [Spot(AT, (*path, "办结时长"))]


@slip("两个平台同一编号", "complaint-twice")
def _(case):
    (first, record) = case.choose(case.complaints(wanted=lambda _, record: "编号" in record))
    second, other = case.choose(
        case.complaints(wanted=lambda platform, other: platform != first[1] and other["状态"] == "办结")
    )
    other["编号"] = record["编号"]
    return [Spot(AT, first), Spot(AT, second)]


@slip("上周在办的投诉不见了", "complaint-dropped")
def _(case):
    carried = case.week.get("续办", [])
    at = case.choose(range(len(carried)))
    lost = carried.pop(at)
    if not carried:
        del case.week["续办"]
    # Where it stays open, the next week would carry on what nobody knows any more.
    if lost["状态"] == "处理中" or len(
        case.complaints(AT - 1, lambda platform, record: (platform, record["被投诉"]) == (lost["平台"], lost["被投诉"]))
    ) != 1 or any((entry["平台"], entry["被投诉"]) == (lost["平台"], lost["被投诉"]) for entry in carried):
        raise UnfitError
    (path, _) = case.complaints(
        AT - 1, lambda platform, record: (platform, record["被投诉"]) == (lost["平台"], lost["被投诉"])
    )[0]
    here = [Spot(AT, ("续办",))] if carried else []
    return [Spot(AT - 1, path), Spot(AT, ("周期",)), Spot(AT, ("投诉",)), *here]


@slip("续办了上周没有的投诉", "complaint-unasked")
def _(case):
    carried = case.week.get("续办") or case.choose([])
    platform = case.choose(case.office.platforms)
    open_before = [
        record["被投诉"]
        for at in range(AT)
        for _, record in case.complaints(at, lambda known, record: known == platform and record["状态"] == "处理中")
    ]
    firm = case.choose(name for name in case.office.firms if name not in open_before)
    entry = {"平台": platform, "被投诉": firm, "转办": case.office.self_name, "状态": "办结"}
    if case.timed(platform):
        entry["办结时长"] = "30小时10分钟"
    carried.append(Flow(entry))
    return [Spot(AT, ("续办", len(carried) - 1))]


# Returns and papers


def _returns(case, wanted):
    returns = case.week.get("退换货")
    if not returns or not wanted(returns):
        raise UnfitError
    return returns


@slip("没有退换货却有金额", "returns-zero")
def _(case):
    _returns(case, lambda returns: returns["件数"] == 0)["金额"] = "1280.00"
    return [Spot(AT, ("退换货",))]


@slip("有退换货却没有金额", "returns-zero")
def _(case):
    _returns(case, lambda returns: returns["件数"] > 0)["金额"] = "0"
    return [Spot(AT, ("退换货",))]


@slip("金额多打几位", "returns-proportion")
def _(case):
    returns = _returns(case, lambda returns: returns["件数"] > 0)
    returns["金额"] = returns["金额"].replace(".", "") + "00.00"
    return [Spot(AT, ("退换货",))]


@slip("满意多于件数", "returns-part")
def _(case):
    returns = _returns(case, lambda returns: True)
    returns["满意"] = returns["件数"] + 3
    return [Spot(AT, ("退换货",))]


@slip("撤销多于件数", "returns-part")
def _(case):
    returns = _returns(case, lambda returns: True)
    returns["撤销"] = returns["件数"] + 1
    return [Spot(AT, ("退换货",))]


@slip("份数多于名册", "copies")
def _(case):
    number, entry = _received(case, lambda entry: "份数" in entry)
    # Two papers under one entry may come twice from each.
    entry["份数"] = len(case.office.members) * 2 + 10
    return [Spot(AT, ("报送", "收到", number))]


@slip("来报单位写了两次", "list-repeated")
def _(case):
    number, entry = _received(case, lambda entry: "单位" in entry)
    units = entry["单位"].value if isinstance(entry["单位"], Flow) else entry["单位"]
    units.append(units[0])
    return [Spot(AT, ("报送", "收到", number, "单位", at)) for at in (0, len(units) - 1)]


@slip("上报文书写了两次", "list-repeated")
def _(case):
    sent = case.week.get("报送", {}).get("上报") or case.choose([])
    sent.append(sent[0])
    return [Spot(AT, ("报送", "上报", at)) for at in (0, len(sent) - 1)]


@slip("收到文书写了两次", "list-repeated")
def _(case):
    number, entry = _received(case, lambda entry: isinstance(entry, Flow))
    entries = case.week["报送"]["收到"]
    entries.append(copy.deepcopy(entry))
    return [Spot(AT, ("报送", "收到", at)) for at in (number, len(entries) - 1)]


# Privacy


@slip("文中有手机号", "privacy")
def _(case):
    phone = f"1380013{case.rng.randint(1000, 9999)}"
    return case.say(f"经与游客（{phone}）联系，游客表示满意。", phone)


@slip("文中有座机号", "privacy")
def _(case):
    return case.say("游客家中电话0899-62345678一直无人接听。", "62345678")


@slip("文中有身份证号", "privacy")
def _(case):
    body = f"53010219{case.rng.randint(60, 99)}0{case.rng.randint(1, 9)}1{case.rng.randint(0, 9)}{case.rng.randint(100, 999)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    number = body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]
    return case.say(f"经核对，游客身份证号{number}与登记一致。", number)


@slip("文中有车牌号", "privacy")
def _(case):
    plate = f"云A{case.rng.randint(10000, 99999)}"
    return case.say(f"对{plate}旅游客车进行了现场检查。", plate)


@slip("文中有银行卡号", "privacy")
def _(case):
    body = "621700" + "".join(str(case.rng.randint(0, 9)) for _ in range(12))
    doubled = [int(c) * 2 if at % 2 == 0 else int(c) for at, c in enumerate(reversed(body))]
    number = body + str(-sum(n - 9 if n > 9 else n for n in doubled) % 10)
    return case.say(f"退款已汇入游客账户{number}。", number)


@slip("文中有全名", "privacy")
def _(case):
    name = case.choose(["刘建国", "王秀英", "欧阳明华", "陈志强", "赵丽"])
    return case.say(f"投诉人{name}表示不再追究，已撤回投诉。", name)


# Fields, templates, office


@slip("字段名错一字", "field")
def _(case):
    options = [(number, key) for number, notice in case.replies() for key in ("处理", "下一步") if "{被投诉}" in notice[key]]
    number, key = case.choose(options)
    notice = case.week["通报单"][number]
    notice[key] = Prose(notice[key].replace("{被投诉}", "{被投拆}", 1))
    return [Spot(AT, ("通报单", number, key), "{被投拆}")]


@slip("章节里用了别处的字段", "field")
def _(case):
    return case.say("有关情况已告知{投诉人}，其表示认可。", "{投诉人}")


@slip("花括号没有关上", "brace")
def _(case):
    options = [
        (number, key) for number, notice in case.replies() for key in ("处理", "下一步") if notice[key].count("{被投诉}") == 1
    ]
    number, key = case.choose(options)
    notice = case.week["通报单"][number]
    notice[key] = Prose(notice[key].replace("{被投诉}", "{被投诉", 1))
    return [Spot(AT, ("通报单", number, key), "{被投诉")]


@slip("模板变量写错", "template")
def _(case):
    text = case.office.templates.get("weekly.md") or case.choose([])
    old, new = case.choose([("complaints.total", "complaints.totel"), ("week.period", "week.peroid"), ("office.short", "office.shor")])
    if old not in text:
        raise UnfitError
    case.office.templates["weekly.md"] = text.replace(old, new, 1)
    case.office.templates["weekly.md"].index(new)
    return [Spot("templates/weekly.md", (), new)]


@slip("没有的模板", "template")
def _(case):
    kinds = case.office.record.get("文书") or case.choose([])
    kinds[0]["模板"] = "weekyl"
    return [Spot("office.yaml", ("文书", 0))]


@slip("名册里单位写了两次", "office-twice")
def _(case):
    members = case.office.record["成员单位"]
    members.append(members[2])
    return [Spot("office.yaml", ("成员单位", at)) for at in (2, len(members) - 1)]


@slip("企业登记了两次", "office-twice")
def _(case):
    firms = case.office.record["企业"]
    firms.append(copy.deepcopy(firms[1]))
    return [Spot("office.yaml", ("企业", at)) for at in (1, len(firms) - 1)]


@slip("平台登记了两次", "office-twice")
def _(case):
    platforms = case.office.record["投诉平台"]
    platforms.append(copy.deepcopy(platforms[0]))
    return [Spot("office.yaml", ("投诉平台", at)) for at in (0, len(platforms) - 1)]


@slip("两家企业同一简称", "office-twice")
def _(case):
    named = [at for at, firm in enumerate(case.office.record["企业"]) if "简称" in firm]
    first, second = named[:2]
    case.office.record["企业"][second]["简称"] = case.office.record["企业"][first]["简称"]
    return [Spot("office.yaml", ("企业", at)) for at in (first, second)]


def _renamed(record, old, new):
    return {new if key == old else key: value for key, value in record.items()}


@slip("一周的键错一字", "key")
def _(case):
    case.weeks[AT] = _renamed(case.week, "下一步", "下一歩")
    return [Spot(AT, ("下一歩",))]


@slip("投诉的键错一字", "key")
def _(case):
    path, record = case.choose(case.complaints())
    record.value = _renamed(record.value, "被投诉", "被投拆")
    return [Spot(AT, path)]


@slip("office.yaml的键错一字", "key")
def _(case):
    case.office.record = _renamed(case.office.record, "成员单位", "成员単位")
    return [Spot("office.yaml", ("成员単位",))]


# Making them


def _line(texts, templates, spot, files):
    name = spot.file if isinstance(spot.file, str) else files[spot.file]
    if name.startswith("templates/"):
        lines = templates[name.removeprefix("templates/")].splitlines()
        return name, next(at for at, line in enumerate(lines, 1) if spot.needle in line)
    text = texts[name]
    first, last = text.places[spot.path]
    if not spot.needle:
        return name, first
    found = [at for at in range(first, last + 1) if spot.needle in text.lines[at - 1]]
    if len(found) != 1:
        raise UnfitError
    return name, found[0]


def _made(kind, series, rng, folder):
    subject, make = KINDS[kind]
    case = Case(series, rng)
    spots = make(case)
    case.office.folder = folder
    texts = case.series.texts()
    places = {_line(texts, case.office.templates, spot, case.series.files) for spot in spots}
    return Damage(kind, subject, folder, case.series, texts, places)


def damages(seed, count):
    """So many damaged series, all kinds in turn, each out of a series of its own that offers what the slip needs."""
    found = []
    for at, kind in zip(range(count), itertools.cycle(KINDS), strict=False):
        rng = random.Random(f"{seed}/{at}/{kind}")
        for attempt in range(400):
            series = generate.series(f"{seed}/slip", at * 7 + attempt, WEEKS)
            try:
                found.append(_made(kind, series, rng, f"slip-{at:03d}"))
                break
            except UnfitError:
                continue
        else:
            raise AssertionError(f"no series offers what 「{kind}」 needs")
    return found
