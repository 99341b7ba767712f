"""Readable sentences of the trade, full of what lines are hard to break at; the same for the same random source."""

import datetime
import random
import unicodedata

import names

# Characters of body text on a line.
LINE = 28


def width(text):
    """How many characters of the body's grid a text takes, about: Latin and digits count half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


class Writer:
    """Writes for one paper."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, choices):
        return self.random.choice(choices)

    def number(self, low=1, high=99):
        return self.random.randint(low, high)

    def day(self):
        day = datetime.date(2021, 1, 1) + datetime.timedelta(days=self.number(0, 330))
        return self.one([f"{day.month}月{day.day}日", f"{day.year}年{day.month}月{day.day}日", f"{{{day:%Y-%m-%d}}}"])

    def hours(self):
        return f"{self.number(0, 23):02}:{self.number(0, 59):02}"

    def span(self):
        month, day = self.number(1, 11), self.number(1, 20)
        return self.one([f"{month}月{day}日—{day + 7}日", f"{month}月{day}日至{month + 1}月{day}日", f"2021年{month}月—{month + 1}月"])

    def paper(self):
        return f"《{self.one(names.PAPERS)}》"

    def code(self):
        return f"{self.one(['青旅调', '青政办发', '云文旅'])}〔2021〕{self.number()}号"

    def person(self):
        return self.one([self.one(names.PERSONS), f"{self.one(names.PERSONS)}（199000000{self.number(10, 99)}）"])

    def figure(self):
        n = self.number
        return self.one(
            [
                f"{n(1, 12345)}人次",
                f"{n(1, 99)}家（次）",
                f"{n(1, 99)}.{n(10, 99)}%",
                f"{n(1, 99999)}.{n(10, 99)}元",
                f"{n(10, 35)}℃",
                f"{n(12, 999)}㎡",
                f"{n(1, 80)}㎏",
                f"{n(1, 20)}余件",
                f"{n(1, 9)}/{n(10, 30)}",
                f"{n(2, 48)}个工作日",
                f"{n(1, 9)}‰",
                f"{n(1, 12)}辆次",
                f"×{n(2, 9)}",
                f"±{n(1, 9)}℃",
            ]
        )

    def quoted(self):
        return self.one(
            [
                "“零容忍”",
                "“双随机、一公开”",
                "“不合理低价游”",
                "“游客所说的‘免费’项目”",
                "“先行赔付”",
                "‘诉转案’",
                "“30天无理由退货”",
                "“吃、住、行、游、购、娱”",
                "“1+3+N+1”",
            ]
        )

    def aside(self):
        return self.one(
            [
                f"（{self.figure()}）",
                f"（含{self.quoted()}）",
                f"（见{self.paper()}第{self.number(1, 60)}条）",
                f"——{self.one(names.PLACES)}",
                f"（网址：{self.one(names.LINKS)}）",
                f"（{self.number(1, 40)}份）",
                f"（以下简称{self.quoted()}）",
                "",
                "",
                "",
            ]
        )

    def listed(self):
        count = self.number(2, 5)
        return "；".join(f"{names.CIRCLED[at]}{self.one(names.CAUSES)}{self.number(1, 30)}件" for at in range(count))

    def sentence(self):
        """A sentence, full stop included."""
        n, one = self.number, self.one
        firm, unit, platform, place = (
            one(source) for source in (names.FIRMS, names.UNITS, names.PLATFORMS, names.PLACES)
        )
        return one(
            [
                lambda: f"{self.day()}收到市指挥中心{self.paper()}（{n()}号），反映{place}{firm}涉嫌{one(names.CAUSES)}{self.aside()}。",
                lambda: f"{self.day()}{self.hours()}，游客{self.person()}通过{platform}投诉{firm}{one(names.CAUSES)}，涉及金额{n(50, 99999)}.{n(10, 99)}元。",
                lambda: f"经{unit}核实，{firm}在{place}经营面积{n(20, 900)}㎡，{self.quoted()}标识不清，已责令其于{n(2, 15)}日内整改{self.aside()}。",
                lambda: f"本周共受理涉旅投诉{n(3, 300)}件（{self.listed()}），办结率{n(80, 99)}.{n(1, 9)}%，平均办结时长{n(3, 99)}.{n(10, 99)}分钟。",
                lambda: f"依据{self.paper()}第{n(1, 99)}条第（{one('一二三四五六七')}）项，对{firm}处以{n(1, 30)}000元罚款{self.aside()}，并列入{self.quoted()}名单。",
                lambda: f"{unit}、{one(names.UNITS)}开展联合检查，出动执法人员{n(10, 200)}余人（次），检查{self.figure()}，发现问题{n(1, 40)}个——均已交办。",
                lambda: f"当日{place}气温{n(10, 35)}℃，客流{n(1000, 99999)}人次，同比增长{n(1, 99)}.{n(1, 99):02}%，瞬时承载量为{n(60, 99)}%……秩序平稳。",
                lambda: f"请各单位于{self.day()}{self.hours()}前将{self.paper()}电子版发送至{one(names.LINKS)}，联系人：{self.person()}。",
                lambda: f"游客在{one(names.LATIN)}上预订的{self.quoted()}线路，与合同约定不符；{firm}已退还{n(100, 9999)}元，游客表示满意。",
                lambda: f"为落实{self.code()}文件要求，{unit}建立{self.quoted()}机制，{self.span()}完成{self.figure()}的排查任务{self.aside()}。",
                lambda: f"{firm}的{one(names.LATIN)}、{one(names.LATIN)}等设备使用正常，{place}的{one(names.LATIN)}已接入平台。",
                lambda: f"处理结果：{self.person()}与商家达成一致，{'自行撤诉' if n() % 2 else '继续调解'}；后续由{unit}跟踪回访{self.aside()}！",
                lambda: f"是否构成{self.quoted()}？{unit}认为：应当依照{self.paper()}、{self.paper()}等规定从严认定。",
                lambda: f"截至{self.day()}，{platform}收到退换货申请{n(1, 99)}件，合计退货金额{n(100, 99999)}.{n(10, 99)}元，占比{n(1, 9)}/10。",
                lambda: f"二〇二一年以来，{place}{self.quoted()}问题得到遏制{self.aside()}，群众满意度由{n(60, 80)}%提高到{n(81, 99)}.{n(1, 9)}%。",
                lambda: f"{unit}牵头，{one(names.UNITS)}配合，做好{place}的巡查值守工作。",
                lambda: f"对{firm}等{n(2, 9)}家单位进行约谈，要求其诚信经营、明码标价，不得以任何方式诱导游客消费。",
            ]
        )()

    def paragraph(self, lines):
        """About as many lines as asked for."""
        text = self.sentence()
        while width(text) < lines * LINE - 10:
            text += self.sentence()
        return text

    def prose(self, paragraphs, longest=9):
        """Paragraphs of 1 to `longest` lines, blank lines between them."""
        return "\n\n".join(self.paragraph(self.number(1, longest)) for _ in range(paragraphs))

    def short(self, most=LINE - 3):
        """A sentence that takes one line with its indent, whatever the word processor."""
        starts = [
            lambda: f"检查{self.one(names.PLACES)}等{self.figure()}。",
            lambda: f"受理{self.one(names.CAUSES)}投诉{self.number(1, 99)}件（次）。",
            lambda: f"{self.one(names.UNITS)}报送{self.paper()}。",
            lambda: f"{self.day()}{self.hours()}召开{self.quoted()}调度会。",
            lambda: f"转办{self.one(names.PLATFORMS)}投诉件{self.number(1, 99)}件，均已办结。",
            lambda: f"回访游客{self.person()}，表示满意。",
        ]
        while width(text := self.one(starts)()) > most:
            pass
        return text

    def heading(self):
        """Without its number and punctuation, as a heading is typed."""
        one = self.one
        return one(
            [
                lambda: f"{one(names.CAUSES)}问题核查情况",
                lambda: f"{self.quoted()}专项整治情况",
                lambda: f"贯彻落实{self.paper()}情况",
                lambda: "下一步工作打算",
                lambda: f"{one(names.PLATFORMS)}投诉办理情况（{self.span()}）",
                lambda: f"{one(names.PLACES)}等{self.number(2, 30)}个点位检查情况",
                lambda: f"关于{one(names.FIRMS)}{one(names.CAUSES)}的处理意见及依据",
                lambda: "存在的主要问题",
            ]
        )()
