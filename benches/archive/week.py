"""Weeks of an archive: with the weekly and two replies each, and about as much to tell as the real week, or more."""

from weeks import texts as plain
from weeks.calendar_cn import DAY
from weeks.week import Writer, spoken, weekday
from weeks.yaml import Lines, Prose

from . import texts


class ArchiveWriter(Writer):
    """Writes the weeks of one office, in order."""

    SECTIONED = 1
    absent = frozenset()
    """Who did not report last week."""

    def fill(self, text, firm=None, **more):
        firm = firm or self.rng.choice(self.office.firms)
        things = {
            "goods": self.rng.choice(texts.GOODS),
            "spot": self.rng.choice(texts.SPOTS),
            "trade": self.rng.choice(texts.TRADES),
            "street": self.rng.choice(texts.STREETS),
            "other_firm": self.rng.choice([other for other in self.office.firms if other != firm]),
        }
        return super().fill(text, firm, **things | more)

    def taken(self, sentences, least):
        """At least so many of the sentences, in their order."""
        count = self.rng.randint(least, len(sentences))
        return [sentences[at] for at in sorted(self.rng.sample(range(len(sentences)), count))]

    def working_days(self, first):
        return [at for at in self.days(first) if at.weekday() < 5]

    # Notices: two that came in this week and were answered in it

    def notices(self):
        days = self.working_days(self.start)
        came = sorted(self.rng.choice(days[:-1]) for _ in range(2))
        notices = [self.notice_of(received) for received in came]
        for notice in sorted(notices, key=lambda notice: notice["上报"]):
            notice["文号"] = self.next_document(notice["上报"])
        return notices

    def notice_of(self, received):
        if received.year != self.number_year:
            self.notice_number, self.number_year = 0, received.year
        self.notice_number += self.rng.randint(1, 4)
        reported = self.rng.choice([at for at in self.working_days(received) if at >= received][-3:])
        since = self.day(received, reported)
        done = self.day(since, reported)
        early = received - DAY * self.rng.randint(3, 9)
        # One thing, one place and one trade in all of a notice.
        same = {name: self.fill("{" + name + "}") for name in ("goods", "spot", "trade", "unit")}
        same["other_unit"] = self.member(same["unit"])
        same |= {"since": spoken(since), "since_weekday": weekday(since), "done": spoken(done)}
        same |= {"done_weekday": weekday(done), "early": spoken(early)}
        story, verifications, handlings = self.rng.choice(texts.MATTERS)
        record = {
            "编号": self.notice_number,
            "收到": received,
            "来源": self.rng.choice(plain.ORIGINS),
            "投诉人": self.person(),
            "被投诉": self.rng.choice(self.office.firms),
            "反映": Prose(self.fill(story, **same)),
        }
        related = self.related(record)
        if related:
            record["关联投诉"] = related
        record["核实"] = Prose(self.fill("".join(self.taken(verifications, 1)), **same))
        record["处理"] = Prose(self.fill("".join(self.taken(handlings, 1)), **same))
        record |= {"上报": reported, "文号": None, "下一步": Prose(self.fill(self.rng.choice(texts.NEXTS), **same))}
        return record

    def related(self, record):
        self.recent = [(platform, at) for platform, at in self.recent if at["状态"] == "办结"]
        return super().related(record)

    # The rest

    def complaints(self):
        self.met = set()
        return super().complaints()

    def complaint(self, timed):
        """None of a day, a firm and an office like another of the week."""
        record = super().complaint(timed)
        while (record.get("日期"), record["被投诉"]) in self.met:
            record["被投诉"] = self.rng.choice(self.office.firms)
        self.met.add((record.get("日期"), record["被投诉"]))
        return record

    def receptions(self):
        unit = f"{self.office.district}游客购物退货监理中心"
        days = sorted(self.day() for _ in range(self.rng.choice([1, 1, 2, 2, 3])))
        stories = self.rng.sample(texts.RECEPTIONS, len(days))
        return [
            {"单位": unit, "日期": at, "人数": self.rng.randint(1, 9), "情况": Prose(self.fill(story))}
            for at, story in zip(days, stories, strict=True)
        ]

    def reports(self):
        """No unit fails to report in two weeks running: that would be worth a word."""
        record = super().reports()
        everyone = record["收到"][1]
        absent = set(self.office.members) - set(everyone["单位"]) - self.absent
        everyone["单位"] = [unit for unit in self.office.members if unit not in absent]
        self.absent = absent
        return record

    def assessments(self):
        days = self.working_days(self.start)
        if self.rng.random() < 0.5:
            return []
        paper, handling = self.rng.choice(plain.ASSESSMENTS)
        received = self.rng.choice(days)
        return [{
            "收到": received,
            "来文单位": f"{self.office.district}综合目标管理考核委员会办公室",
            "来文": self.fill(paper),
            "办理": Prose(self.fill(handling)),
            "反馈": self.rng.choice([at for at in days if at >= received]),
            "反馈单位": f"{self.office.level}委目督办",
        }]  # fmt: skip

    def cases(self):
        days = sorted(self.day(last=self.stop - DAY) for _ in range(self.rng.choice([0, 1, 1, 2, 3])))
        causes = self.rng.sample([*texts.OUTCOMES, *plain.CAUSES], len(days))
        firms = self.rng.sample(self.office.firms, len(days))
        cases = []
        for at, firm, (cause, outcome) in zip(days, firms, causes, strict=True):
            outcome = outcome.format(b_iso=self.day(first=at).isoformat()).replace("{{", "{").replace("}}", "}")
            record = {"日期": at, "单位": self.member(), "对象": firm, "案由": cause, "处理": outcome}
            if self.rng.random() < 0.4:
                record["罚款"] = self.rng.choice([500, 1000, 2000, 5000])
            cases.append(record)
        return cases

    def sections(self, week, facts):
        told = [text.format(**facts) for need, text in plain.FIGURES if need is None or need in facts["has"]]
        sections = []
        for at, (title, sentences) in enumerate(self.rng.sample(texts.SECTIONS, self.rng.choice([1, 2, 2, 3]))):
            taken = [self.fill(text) for text in self.taken(sentences, 3)]
            if at == 0:
                taken.insert(0, self.rng.choice(told))
            half = len(taken) // 2
            sections.append({"标题": title, "正文": Lines("".join(taken[:half]) + "\n\n" + "".join(taken[half:]))})
        return sections
