"""Weeks of an office, one after another: what one leaves open, a later one closes."""

import datetime
import decimal

from . import calendar_cn, texts
from .calendar_cn import DAY
from .office import WEEKDAYS
from .yaml import Flow, Lines, Prose, Quoted

SURNAMES = "刘梁周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华"


def spoken(at):
    return f"{at.month}月{at.day}日"


def weekday(at):
    return WEEKDAYS[at.weekday()]


class Writer:
    """Writes the weeks of one office, in order."""

    SECTIONED = 0.8
    """How many of the weeks have sections of prose."""

    def __init__(self, rng, office, first):
        self.rng = rng
        self.office = office
        self.start = first
        self.open_complaints = []
        self.open_notice = None
        self.notice_number = rng.randint(1, 30)
        self.other_number = 0
        self.number_year = first.year
        self.document_number = 0
        self.document_year = None
        self.issue = None
        self.issue_year = None
        self.counter = rng.randint(1000, 5000)
        self.last_total = None
        self.phone = rng.randint(0, 8000)
        self.late = []
        """Open complaints on platforms that measure times, with the day on which each came in."""
        self.recent = []
        """Dated complaints of this week and the last that a notice may refer to."""

    # Days and words

    def day(self, first=None, last=None):
        """A day of the week, from `first` to `last`."""
        first, last = first or self.start, last or self.stop
        return first + DAY * self.rng.randint(0, (last - first).days)

    def member(self, besides=None):
        return self.rng.choice([unit for unit in self.office.members if unit != besides])

    def handler(self):
        level = self.office.level
        bureaus = [f"{level}{name}" for name in ("文化和旅游局", "文化和旅游局", "交通运输局", "市场监督管理局")]
        return self.rng.choice([*bureaus, self.office.self_name, self.office.self_name, self.office.members[-1]])

    def person(self):
        self.phone += self.rng.randint(1, 9)
        person = {"姓名": self.rng.choice(SURNAMES) + "某某"}
        if self.rng.random() < 0.8:
            person["电话"] = Quoted(f"1990000{self.phone % 10000:04d}")
        return Flow(person)

    def fill(self, text, firm=None, **more):
        office = self.office
        a = self.day(last=self.stop - DAY)
        b = self.day(first=a)
        firm = firm or self.rng.choice(office.firms)
        unit = self.member()
        _, festival = calendar_cn.next_festival(self.stop)
        early = self.start - DAY * self.rng.randint(2, 5)
        gaps = dict(
            firm=firm, short=office.short_firms.get(firm, firm), town=office.short, unit=unit, other_unit=self.member(unit),
            level=office.level, district=office.district, city=office.city, city_short=office.city[:-1],
            name=office.record["名称"], a=spoken(a), b=spoken(b), aw=weekday(a), bw=weekday(b), early=spoken(early),
            later=spoken(self.stop + DAY * self.rng.randint(4, 9)), n=self.rng.randint(2, 6), m=self.rng.randint(2, 9),
            festival=festival, year=self.start.year,
        )  # fmt: skip
        return text.format(**gaps | more)

    # Parts of a week

    def next_document(self, at):
        """文号 begin again with the year in which the paper is dated."""
        if self.document_year != at.year:
            first = self.document_year is None
            self.document_number = self.rng.randint(3, 60) if first else 0
            self.document_year = at.year
        self.document_number += 1
        return self.document_number

    def minutes(self):
        minutes = min(int(self.rng.lognormvariate(3, 0.8)) + 3, 600)
        hours, rest = divmod(minutes, 60)
        return "".join([f"{hours}小时" if hours else "", f"{rest}分钟" if rest or not hours else ""])

    def complaint(self, timed):
        record = {"被投诉": self.rng.choice(self.office.firms), "转办": self.handler()}
        closed = self.rng.random() < 0.75
        record["状态"] = "办结" if closed else "处理中"
        if timed and closed:
            record["办结时长"] = self.minutes()
            if self.rng.random() < 0.05:
                record["有效"] = "否"
        if self.rng.random() < 0.4:
            self.counter += self.rng.randint(1, 40)
            record["编号"] = f"TS{self.start.year}{self.counter:07d}"
        if timed and not closed:
            # It is closed in the first days of the next week, after one or two days.
            self.late.append((record, self.stop - DAY * self.rng.randint(0, 1)))
        if self.rng.random() < 0.6:
            record["日期"] = self.late[-1][1] if timed and not closed else self.day()
        return Flow(record)

    def complaints(self):
        table, opened = {}, []
        self.late_before, self.late = self.late, []
        quiet = self.rng.random() < 0.12
        for platform, timed in self.office.platforms.items():
            count = 0 if quiet else self.rng.choice([0, 0, 1, 1, 2, 3, 5] if not timed else [0, 2, 4, 6, 9])
            table[platform] = [self.complaint(timed) for _ in range(count)]
            for record in table[platform]:
                if record["状态"] == "处理中":
                    opened.append((platform, record))
                if "日期" in record and "有效" not in record:
                    self.recent.append((platform, record))
        return table, opened

    def carried(self):
        """Last week's open complaints, and those that are open still."""
        entries, still = [], []
        for platform, record in self.open_complaints:
            entry = {"平台": platform, "被投诉": record["被投诉"], "转办": record["转办"]}
            timed = self.office.platforms[platform]
            closed = timed or self.rng.random() < 0.7
            entry["状态"] = "办结" if closed else "处理中"
            if timed:
                came = next(day for known, day in self.late_before if known is record.value)
                hours = ((self.start - came).days + self.rng.randint(0, 1)) * 24 + self.rng.randint(0, 8)
                entry["办结时长"] = f"{hours}小时{self.rng.randint(1, 59)}分钟"
            if "编号" in record:
                entry["编号"] = record["编号"]
            entries.append(Flow(entry))
            if not closed:
                still.append((platform, record))
        return entries, still

    def notice(self, before):
        """One that came in this week; `before` are this week's others."""
        latest = max((notice["收到"] for notice in before), default=self.start)
        received = next((at for at in self.days(latest) if calendar_cn.works(at)), None)
        if received is None or len(before) > 1:
            return None
        later = [at for at in self.days(latest) if calendar_cn.works(at)]
        received = self.rng.choice(later)
        taken = {notice["编号"] for notice in before}
        foreign = self.rng.random() < 0.1
        if received.year != self.number_year:
            self.notice_number, self.other_number, self.number_year = 0, 0, received.year
        if foreign:
            self.other_number += 1
            number = self.other_number
        else:
            self.notice_number += self.rng.randint(1, 4)
            number = self.notice_number
        if number in taken:
            return None
        record = {"编号": number, "收到": received}
        if foreign:
            record["来文单位"] = "邻江县旅游市场综合监管指挥中心"
        record["来源"] = self.rng.choice(texts.ORIGINS)
        record["投诉人"] = self.person()
        record["被投诉"] = self.rng.choice(self.office.firms)
        story, *self.matter = self.rng.choice(texts.MATTERS)
        early = received - DAY * self.rng.randint(3, 9)
        self.early = {"early": spoken(early), "early_date": f"{{{early}}}"}
        record["反映"] = Prose(self.fill(story, **self.early))
        self.answer(record)
        return record

    def answer(self, record):
        """The reply, if there is time for one this week; else it stays open."""
        last = calendar_cn.working_days_later(record["收到"], self.office.deadline)
        days = [at for at in self.days(record["收到"]) if calendar_cn.works(at) and at <= last]
        must = last <= self.stop
        if not days or (not must and self.rng.random() < 0.4):
            record["状态"] = "处理中"
            return
        reported = self.rng.choice(days[-2:])
        since = self.day(max(record["收到"], self.start), reported)
        done = self.day(since, reported)
        when = {"since": spoken(since), "since_weekday": weekday(since)} | self.early
        when |= {"done": spoken(done), "done_weekday": weekday(done)}
        verifications, handlings = self.matter
        related = self.related(record)
        if not related or self.rng.random() < 0.5:
            record["核实"] = Prose(self.fill(self.rng.choice(verifications), **when))
        if related:
            record["关联投诉"] = related
        record["处理"] = Prose(self.fill(self.rng.choice(handlings), **when))
        record["上报"] = reported
        record["文号"] = None
        record["下一步"] = Prose(self.fill(self.rng.choice(texts.NEXTS)))

    def related(self, record):
        known = [(platform, at) for platform, at in self.recent if at["日期"] <= record["收到"]]
        if not known or self.rng.random() > 0.3:
            return None
        platform, complaint = self.rng.choice(known)
        record["被投诉"] = complaint["被投诉"]
        return Flow({"平台": platform, "日期": complaint["日期"], "被投诉": complaint["被投诉"]})

    def days(self, first):
        at = max(first, self.start)
        while at <= self.stop:
            yield at
            at += DAY

    def notices(self):
        notices = []
        if self.open_notice:
            old = self.open_notice
            record = {key: value for key, value in old.items() if key != "状态"}
            self.matter, self.early = self.open_matter
            self.answer(record)
            notices.append(record)
        for _ in range(self.rng.choice([0, 0, 1, 1, 2])):
            record = self.notice(notices)
            if record is None:
                continue
            if "状态" in record and any("状态" in other for other in notices):
                continue
            if "状态" in record:
                self.open_matter = self.matter, self.early
            notices.append(record)
        self.open_notice = next((notice for notice in notices if "状态" in notice), None)
        for record in sorted((notice for notice in notices if "上报" in notice), key=lambda notice: notice["上报"]):
            record["文号"] = self.next_document(record["上报"])
        return notices

    def receptions(self):
        days = sorted(self.day() for _ in range(self.rng.choice([0, 0, 1, 2])))
        unit = f"{self.office.district}游客购物退货监理中心"
        return [
            {"单位": self.rng.choice([unit, self.office.record["简称"]]), "日期": at, "人数": self.rng.randint(1, 9),
             "情况": Prose(self.fill(self.rng.choice(texts.RECEPTIONS)))}
            for at in days
        ]  # fmt: skip

    def assessments(self):
        if self.rng.random() > 0.15:
            return []
        paper, handling = self.rng.choice(texts.ASSESSMENTS)
        days = [at for at in self.days(self.start) if calendar_cn.works(at)]
        if not days:
            return []
        received = self.rng.choice(days)
        answered = self.rng.choice([at for at in days if at >= received])
        return [{
            "收到": received,
            "来文单位": f"{self.office.district}综合目标管理考核委员会办公室",
            "来文": self.fill(paper),
            "办理": Prose(self.fill(handling)),
            "反馈": answered,
            "反馈单位": f"{self.office.level}委目督办",
        }]  # fmt: skip

    def cases(self):
        days = sorted(self.day(last=self.stop - DAY) for _ in range(self.rng.choice([0, 0, 1, 1, 2])))
        cases = []
        for at in days:
            cause, outcome = self.rng.choice(texts.CAUSES)
            record = {
                "日期": at,
                "单位": self.member(),
                "对象": self.rng.choice([*self.office.firms, "郑某某"]),
                "案由": cause,
                "处理": outcome.format(b_iso=self.day(first=at).isoformat()).replace("{{", "{").replace("}}", "}"),
            }
            if self.rng.random() < 0.4:
                record["罚款"] = self.rng.choice([500, 1000, 2000, 5000])
            cases.append(record)
        return cases

    def returns(self):
        count = self.rng.choice([0, 1, 3, 6, 11, 15, 24])
        cents = sum(self.rng.randint(18000, 520000) for _ in range(count))
        amount = decimal.Decimal(cents) / 100
        satisfied = count if self.rng.random() < 0.7 else self.rng.randint(0, count)
        withdrawn = count if self.rng.random() < 0.7 else self.rng.randint(0, count)
        return Flow({
            "件数": count, "金额": f"{amount:.2f}" if count else "0", "满意": satisfied, "撤销": withdrawn,
            "推诿诱导": 0,
        })  # fmt: skip

    def reports(self):
        record = self.office.record
        sent = [paper["名称"] for paper in record["上报文书"].copy()]
        members = self.office.members
        inward = [names for paper in record["收到文书"] for names in [paper["名称"]]]
        received = []
        # Two papers registered as one are filed under either name, once.
        together = self.rng.choice(list(inward[0]))
        received.append(Flow({"文书": together, "份数": self.rng.randint(3, min(12, len(members)))}))
        absent = set(self.rng.sample(members, self.rng.choice([0, 1, 1, 2, 3])))
        received.append({"文书": inward[1], "单位": [unit for unit in members if unit not in absent]})
        for name in inward[2:]:
            units = self.rng.sample(members, self.rng.randint(2, 4))
            received.append(Flow({"文书": name, "单位": Flow(units)}))
        return {"上报": sent, "收到": received}

    def inspections(self):
        counts = {}
        for item in self.office.record["检查项目"]:
            name = item["名称"] if isinstance(item, Flow) else item
            number = self.rng.randint(40, 160) if name == "出动人次" else self.rng.randint(8, 90)
            counts[name] = f"{number // 10 * 10}余" if number > 30 and self.rng.random() < 0.2 else number
        return Flow(counts)

    def sections(self, week, facts):
        chosen = self.rng.sample(texts.SECTIONS, self.rng.choice([1, 2, 2, 3]))
        sections = []
        for at, (title, sentences) in enumerate(chosen):
            taken = self.rng.sample(sentences, self.rng.randint(1, min(3, len(sentences))))
            taken = [self.fill(text) for text in taken]
            if at == 0:
                told = [text.format(**facts) for need, text in texts.FIGURES if need is None or need in facts["has"]]
                taken.insert(0, self.rng.choice(told))
            if len(taken) > 2:
                sections.append({"标题": title, "正文": Lines("".join(taken[:2]) + "\n\n" + "".join(taken[2:]))})
            else:
                sections.append({"标题": title, "正文": Prose("".join(taken))})
        return sections

    def facts(self, week):
        """What sentences with figures may say."""
        total = sum(len(records) for records in week["投诉"].values())
        facts = {"total": total, "last_total": self.last_total, "has": set()}
        if total:
            facts["has"] |= {"complaints", "platform"}
            facts["platform"], records = self.rng.choice([item for item in week["投诉"].items() if item[1]])
            facts["platform_total"] = len(records)
        if self.last_total:
            facts["has"].add("last_week")
        if week.get("查处案件"):
            facts["cases"] = len(week["查处案件"])
            facts["has"].add("cases")
        returns = week.get("退换货")
        if returns and returns["件数"]:
            facts |= {"returns": returns["件数"], "amount": returns["金额"]}
            facts["has"].add("returns")
        notices = week.get("通报单", [])
        if notices and all(notice["收到"] >= self.start and "状态" not in notice for notice in notices):
            facts["notices"] = len(notices)
            facts["has"].add("notices")
        checks = week["执法检查"]
        if "出动人次" in checks:
            facts |= {"officers": checks["出动人次"], "visits": checks["检查家次"]}
            if all(isinstance(facts[name], int) for name in ("officers", "visits")):
                facts["has"].add("visits")
        if "报送" in week:
            copies = {paper["名称"]: paper.get("份数", 1) for paper in self.office.record["上报文书"]}
            facts["sent"] = sum(copies[name] for name in week["报送"]["上报"])
            facts["has"].add("sent")
        return facts

    # The whole

    def number(self, dated):
        year = self.start.year if self.office.style.by_start else dated.year
        if year != self.issue_year:
            first = self.issue_year is None
            self.issue = max(0, (self.start - datetime.date(year, 1, 1)).days // 7) + 1 if first else 1
            self.issue_year = year
        else:
            self.issue += 1
        return self.issue

    def week(self):
        """The next week's record."""
        self.stop = self.start + DAY * 6
        dated = self.stop + DAY
        while self.office.style.rests and not calendar_cn.works(dated):
            dated += DAY
        self.recent = [(platform, at) for platform, at in self.recent if at["日期"] >= self.start - DAY * 7]
        week = {
            "周期": Flow({"起": self.start, "止": self.stop}),
            "期号": self.number(dated),
            "成文": dated,
            "执法检查": self.inspections(),
        }
        complaints, opened = self.complaints()
        carried, still = self.carried()
        week["查处案件"] = self.cases()
        week["通报单"] = self.notices()
        if self.office.style.numbered:
            week["文号"] = self.next_document(dated)
        week["现场受理"] = self.receptions()
        week["考核评定"] = self.assessments()
        week["投诉"] = complaints
        if carried:
            week["续办"] = carried
        if self.office.style.returns:
            week["退换货"] = self.returns()
        if self.office.style.reports:
            week["报送"] = self.reports()
        week = {key: value for key, value in week.items() if value != [] or key == "投诉"}
        if self.rng.random() < self.SECTIONED:
            week["章节"] = self.sections(week, self.facts(week))
        week["下一步"] = Prose(self.fill(self.rng.choice(texts.ENDS)))
        self.open_complaints = still + opened
        self.last_total = sum(len(records) for records in complaints.values())
        self.start += DAY * 7
        order = ["周期", "期号", "成文", "文号"]
        return {key: week[key] for key in order if key in week} | week
