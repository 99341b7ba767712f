"""Offices that do not exist, in several styles."""

import dataclasses
import pathlib

from . import calendar_cn
from .yaml import Flow

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

PLACES = [
    # city, district, what a district is, letters, streets and towns
    ("云州市", "青岚区", "青旅调", ["青石", "望湖", "北亭", "松溪", "柳桥", "南埠", "竹园", "杏坛"]),
    ("沧屏市", "望泉县", "望旅指", ["城关", "大河口", "红岩", "石磨", "马鞍", "白水", "双龙", "老鸦"]),
    ("岚江市", "石桥区", "石旅监", ["桥头", "河湾", "枫林", "东郊", "金沙", "太和", "官渡口", "新安"]),
    ("锦川市", "东篱区", "东旅调", ["菊园", "南山", "浣花", "草堂", "锦里", "三圣", "龙潭", "茶店"]),
    ("雾城市", "南麓县", "南旅综", ["麓口", "云台", "梅岭", "水磨", "黄泥", "仙女", "石鼓", "沙溪"]),
    ("凤栖市", "竹影区", "竹旅督", ["竹海", "听松", "望月", "凤翔", "翠屏", "清泉", "高坪", "梧桐"]),
    ("澜溪市", "北渡县", "北旅调", ["渡口", "上坝", "下坝", "回龙", "黑井", "曲水", "平川", "鹤岭"]),
    ("雪岭市", "松台区", "松旅指", ["松台", "雪线", "牧场", "冰湖", "白桦", "驿站", "铁厂", "温泉"]),
]

FIRMS = [
    # {0}: the district's name without 区 or 县. The neighbours are alike on purpose: both are registered.
    ("{0}山水国际旅行社有限公司", "山水国旅"), ("{0}山水假日旅行社有限公司", None),
    ("{0}云栖度假酒店", None), ("{0}云溪度假酒店", None),
    ("{0}古镇景区管理有限公司", "古镇景区"), ("{0}大峡谷旅游开发有限公司", "大峡谷景区"),
    ("{0}飞鸿旅游客运有限公司", "飞鸿客运"), ("{0}翠玉轩珠宝购物中心", "翠玉轩"),
    ("{0}茶马驿站民宿", None), ("{0}花间堂餐饮有限责任公司", "花间堂"),
    ("{0}畅行天下旅行社有限公司", "畅行旅行社"), ("{0}银匠村手工艺品店", None),
    ("{0}云海索道运营有限公司", None), ("{0}星空营地露营服务部", None),
    ("{0}Hello旅行社有限公司", "Hello旅行社"), ("{0}南诏风情演艺有限公司", "南诏演艺"),
]  # fmt: skip

DEPARTMENTS = [
    "{0}委宣传部", "{0}委网信办", "{0}发展和改革局", "{0}司法局", "{0}财政局", "{0}住房和城乡建设局", "{0}城市管理局",
    "{0}交通运输局", "{0}农业农村局", "{0}商务局", "{0}文化和旅游局", "{0}卫生健康局", "{0}应急管理局",
    "{0}市场监督管理局", "{0}信访局", "{0}民族宗教事务局", "{0}税务局", "{0}消防救援大队",
]  # fmt: skip

PLATFORMS = [
    [("数字旅游平台", None, False), ("12301平台", "12301涉旅投诉平台", False), ("12345市长投诉热线", None, False),
     ("智旅通投诉平台", None, False), ("“一机游”游客投诉平台", None, True)],
    [("云游平台", None, True), ("12345政务服务便民热线", None, False), ("全国旅游监管服务平台", None, False)],
    [("12345热线", "12345政务服务热线", False), ("12315平台", "全国12315平台", False), ("县长信箱", None, False)],
    [("“一部手机游{0}”平台", None, True), ("12301平台", None, False), ("12345热线", None, False),
     ("微信公众号留言", None, False)],
]  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Style:
    """How an office writes."""

    first_weekday: int
    """0 is Monday."""
    platforms: int
    form: str
    """版式 of the weekly."""
    numbered: bool
    """The weekly has a 文号, out of the same series as the replies."""
    own_template: bool
    reports: bool
    returns: bool
    by_start: bool
    """期号 begin again with the first week that starts in the year, else with the first that is dated in it."""
    rests: bool
    """The weekly waits for the first working day after the week."""


STYLES = [
    Style(4, 0, "白头", False, False, True, True, True, False),
    Style(0, 1, "简报", False, True, False, False, True, True),
    Style(0, 2, "白头", False, False, True, False, False, False),
    Style(4, 3, "上行文", True, False, True, True, False, True),
    Style(0, 0, "简报", False, False, True, True, False, False),
    Style(0, 3, "公文", True, False, False, True, True, True),
    Style(4, 1, "白头", False, False, True, False, True, False),
    Style(2, 2, "简报", False, False, True, True, True, True),
]


@dataclasses.dataclass
class Office:
    """What `office.yaml` says, and what the weeks' writer needs to know."""

    record: dict
    style: Style
    city: str
    district: str
    code: str
    folder: str
    templates: dict
    """Own templates: file name to text."""

    @property
    def short(self):
        """青岚 of 青岚区."""
        return self.district[:-1]

    @property
    def level(self):
        """区 or 县."""
        return self.district[-1]

    @property
    def self_name(self):
        return self.record["自称"]

    @property
    def firms(self):
        return [firm["名称"] for firm in self.record["企业"]]

    @property
    def short_firms(self):
        return {firm["名称"]: firm["简称"] for firm in self.record["企业"] if "简称" in firm}

    @property
    def members(self):
        return self.record["成员单位"]

    @property
    def platforms(self):
        """Names, each with whether it measures handling times."""
        return {platform["名称"]: platform.get("计时长") == "是" for platform in self.record["投诉平台"]}

    @property
    def deadline(self):
        return self.record.get("检查", {}).get("答复期限", 5)


WEEKDAYS = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]


def _inspections(rng, style):
    if not style.own_template and rng.random() < 0.5:
        return ["出动人次", "检查家次"]
    chosen = [("旅游车辆", "辆次"), ("导游", "人次"), ("旅行社", "家次"), ("景区", "家次"), ("购物店", "家次")]
    return [Flow({"名称": name, "量词": unit}) for name, unit in chosen[: rng.randint(3, 5)]]


def _papers(record, district, level, city_short):
    weekly = record["周报名称"]
    record["上报文书"] = [
        Flow({"名称": "每周案件办理情况统计表", "报送": "市旅游监察支队", "份数": 2}),
        Flow({"名称": "涉嫌接待旅游团队购物场所“零申报”表", "报送": city_short}),
        Flow({"名称": weekly, "报送": city_short}),
        Flow({"名称": f"{district}旅游市场秩序“一周一整治”工作周报", "报送": city_short}),
    ]
    record["收到文书"] = [
        Flow({"名称": Flow(["每周案件办理情况统计表", "诉转案办理情况统计表"])}),
        Flow({"名称": "旅游市场秩序整治周报", "简称": "周报", "全体报送": "是"}),
        Flow({"名称": "旅游市场秩序整治工作及一机游周报"}),
        Flow({"名称": f"{district}涉旅购物场所领导包保责任制度落实情况周报"}),
    ]


def make(rng, number, place=None):
    """The office of that number; its folder's name says which. At a place of its own, or at one of PLACES."""
    style = STYLES[number % len(STYLES)]
    city, district, code, streets = place or PLACES[(number // 3 + number) % len(PLACES)]
    short, level = district[:-1], district[-1]
    name = f"{district}旅游市场监管综合调度指挥中心"
    city_name = f"{city}旅游市场监管综合调度指挥中心"
    city_short = "市指挥中心"
    record = {
        "名称": name,
        "行政区": district,
        "简称": f"{district}指挥中心",
        "自称": f"{level}指挥中心",
        "上级": {"名称": city_name, "简称": f"{city}指挥中心", "文内": city_short},
        "其他上级": Flow([f"{district}人民政府"]),
        "周报名称": rng.choice([f"{district}旅游市场秩序整治工作情况周报", f"{short}旅游市场监管周报"]),
        "发文代字": code,
        "公文": {
            "标志": f"{name}文件",
            "签发人": rng.choice(["李某某", Flow(["赵某某", "钱某某"])]),
            "抄送": Flow([f"{district}人民政府办公室", f"{district}文化和旅游局"]),
            "印发机关": f"{name}办公室",
        },
        "联系": Flow({"联系人": "孙某某", "电话": f"0899-6{rng.randint(0, 999999):06d}"}),
        "取舍": Flow(rng.choice([{"办法": "截断", "小数位": 2}, {"办法": "四舍五入", "小数位": 1}])),
        "检查项目": _inspections(rng, style),
        "投诉平台": [],
        "企业": [],
    }
    for platform, full, timed in PLATFORMS[style.platforms]:
        entry = {"名称": platform.format(short)}
        if full:
            entry["全称"] = full
        if timed:
            entry["计时长"] = "是"
        record["投诉平台"].append(Flow(entry))
    if style.returns:
        record["退换货平台"] = "“一机游”退换货处置平台"
    firms = list(FIRMS)
    for firm, firm_short in firms[: rng.randint(10, len(firms))]:
        entry = {"名称": firm.format(short)}
        if firm_short:
            entry["简称"] = firm_short
        record["企业"].append(Flow(entry))
    if style.reports:
        _papers(record, district, level, city_short)
    departments = DEPARTMENTS[: rng.randint(14, len(DEPARTMENTS))]
    suffix = "街道办事处" if level == "区" else "镇人民政府"
    members = [unit.format(level) for unit in departments] + [f"{short}公安分局"]
    record["成员单位"] = members + [street + suffix for street in streets[: rng.randint(4, len(streets))]]
    if style.form != "白头":
        record["文书"] = [
            Flow({"代号": "weekly", "模板": "weekly", "每": "周", "版式": style.form}),
            Flow({"代号": "notice", "模板": "notice", "每": "通报单"}),
        ]
    record["检查"] = {
        "首日": WEEKDAYS[style.first_weekday],
        "答复期限": rng.choice([5, 5, 7]),
        "放假": Flow(calendar_cn.FREE),
        "调休上班": Flow(calendar_cn.WORKED),
    }
    templates = {}
    if style.own_template:
        templates["weekly.md"] = (ROOT / "data/yunling/templates/weekly.md").read_text(encoding="utf-8")
        # It is the second sample's, which prints less than these weeks record.
        record["检查"]["轻重"] = {"unprinted": "不查"}
    return Office(record, style, city, district, code, f"office-{number:03d}", templates)
