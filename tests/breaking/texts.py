"""Texts to measure line breaking with: the real week, and made-up ones full of what is hard to break."""

import random
import re

from house import ROOT

HAN = "盘龙区旅游市场监管综合调度指挥中心按照委政府的统一安排和部署紧围绕着行社整治工作客投诉处置及涉案件查办"
WORDS = "the of report tourism Kunming Panlong market order team visitors service complaint online WiFi GPS state-owned follow-up A-level".split()


def real_week():
    """The paragraphs of the real week as they are printed."""
    text = (ROOT / "tests/specimen/weekly-2021-01-08.expected.txt").read_text()
    return [line.strip() for line in text.splitlines() if line.strip()]


def _han(rng, longest=9):
    return "".join(rng.choice(HAN) for _ in range(rng.randint(1, longest)))


def _official(rng):
    """What official papers are full of."""
    h = _han(rng)
    return rng.choice([
        h, h, h, h + rng.choice("，，，。；：、！？"), f"（{h}）", f"《{h}》", f"“{h}”", f"《关于〈{h}〉的通知》",
        h + "——", h + "……", f"{h}·{h}", f"{rng.randint(1, 99999)}{rng.choice(['件', '人次', '家', '分钟'])}",
        f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日—{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        f"{rng.randint(1, 99)}.{rng.randint(10, 99)}%", f"〔2021〕{rng.randint(1, 99)}号",
        f"“{h}”（{rng.randint(1, 40)}份）；", "APP", "A级景区", f"{rng.randint(10, 35)}℃",
    ])


def _address(rng):
    host = rng.choice(["www.pl.gov.cn", "https://www.kmpl.gov.cn/c/2021-01-08/5023.shtml", "http://a.cn/x?id=3&p=2",
                       "https://example.org/a/very/long/path/that/does/not/end/soon/index_2021.html#top"])
    return rng.choice([host, host, f"plq_{rng.randint(1, 99)}@126.com", "lvyou.zhihui@kunming.gov.cn"])


def _western(rng):
    """Addresses, Latin words with spaces, units, names, rare characters."""
    h = _han(rng)
    return rng.choice([
        h, h, h, h + rng.choice("，。；：、"), _address(rng), " ".join(rng.choice(WORDS) for _ in range(rng.randint(2, 8))),
        f" {rng.choice(WORDS)} ", f"{h} {h}", f"{h}\u3000{h}", f"{rng.randint(1, 900)} km", f"{rng.randint(1, 900)}㎡",
        f"{rng.randint(1, 90)}㎏", "①②③"[rng.randint(0, 2)] + h, "二〇二一年", "阿卜杜拉·买买提", "张镕、李喆、王㛃",
        "A/B", "2021/1/8", "9:00—17:30", "COVID-19", "24/7", f"（{rng.choice(WORDS)}）", f"“{rng.choice(WORDS)}”",
        f"({h})", f"{rng.randint(1, 9)}-{rng.randint(1, 9)}", f"0871-{rng.randint(1000000, 9999999)}", "±5%", "≥10",
    ])


def _paragraphs(phrase, seed, count, shortest, longest):
    rng = random.Random(seed)
    texts = ("".join(phrase(rng) for _ in range(rng.randint(shortest, longest))) for _ in range(count))
    return [re.sub(r"^\s+|\s+$", "", text) or "空" for text in texts]


def hostile(seed, count=40, shortest=20, longest=60):
    return _paragraphs(_official, seed, count, shortest, longest)


def western(seed, count=40, shortest=15, longest=40):
    return _paragraphs(_western, seed, count, shortest, longest)


def latin(seed, count=10):
    """Only Latin words with spaces, and words longer than a line."""
    rng = random.Random(seed)
    texts = []
    for _ in range(count):
        words = [rng.choice(WORDS) for _ in range(rng.randint(10, 80))]
        if rng.random() < 0.4:
            words.insert(rng.randint(0, len(words)), "x" * rng.randint(60, 150))
        texts.append(" ".join(words))
    return texts


def entries(seed, count=60):
    """What stands in cells of tables."""
    rng = random.Random(seed)
    kinds = [
        lambda: "云南中青国际旅行社有限公司", lambda: _han(rng, 20), lambda: "".join(_official(rng) for _ in range(rng.randint(1, 6))),
        lambda: f"{rng.randint(1, 99999)}.{rng.randint(10, 99)}", lambda: "2021年1月8日", lambda: "已办结，用时12分钟。",
        lambda: "“一机游”游客投诉平台（6件）", lambda: f"{rng.randint(1, 99)}件",
    ]
    return [rng.choice(kinds)() for _ in range(count)]
